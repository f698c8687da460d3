#include "store/scenario_text.hpp"

#include "store/model_file.hpp"

#include <gmock/gmock.h>

namespace begroot::store {

namespace {

constexpr std::string_view plain_model = R"toml([jaarplan]
organisatie = "Voorbeeld"
titel = "Jaarplan 2025"
boekjaar = 2025

[meerjaren]
basisjaar = 2025
jaren = "2025-2028"

[[lijst]]
naam = "categorie"
leden = ["laag", "hoog"]

[[aanname]]
code = "leerlingen"
eenheid = "leerling"
groei = "-1%"
waarden = { 2025 = 9900 }

[[aanname]]
code = "deelname"
eenheid = "%"
over = ["categorie"]
groei = "+1%"
[aanname.waarden]
laag.2025 = "2,3%"
hoog.2025 = "0,4%"
)toml";

TEST(ScenarioText, ReadsBackAsTheSameScenario) {
    using scenario::Action;
    scenario::Scenario scenario;
    scenario.code = "terug";
    scenario.title = "Voorstel \"directie\"";
    scenario.remark = "regel een\nregel twee";
    scenario.adjustments = {{"leerlingen", {}, Action::set, 9876.54321, 2026, 2026, {}},
                            {"leerlingen", {}, Action::add, -100, 2027, std::nullopt, {}},
                            {"leerlingen", {}, Action::multiply, 0.02, std::nullopt, 2028, {}},
                            {"leerlingen", {}, Action::grow, -0.015, std::nullopt, std::nullopt, {}},
                            {"leerlingen", {}, Action::cap, 9000, 2026, 2027, {}},
                            {"leerlingen", {}, Action::floor, 100, 2026, 2027, {}},
                            {"leerlingen", {}, Action::shift, 1, 2027, std::nullopt, {}},
                            {"leerlingen", {}, Action::off, 0, 2028, 2028, {}},
                            {"deelname", {"laag"}, Action::set, 0.0234567891234567, 2026, 2026, {}},
                            {"deelname", {"hoog"}, Action::add, 0.001, 2026, std::nullopt, {}}};
    const auto before = parse_model(plain_model, "model.toml");
    ASSERT_TRUE(before.has_value());
    const std::string text = scenario_text(scenario, *before->multi_year, {"uit een werkmap"});
    EXPECT_THAT(text, testing::StartsWith("# uit een werkmap\n[[scenario]]\n"));
    const auto after = parse_model(std::string(plain_model) + text, "model.toml");
    ASSERT_TRUE(after.has_value()) << to_text(after.error().front());
    ASSERT_EQ(after->scenarios.scenarios.size(), 1U);
    const scenario::Scenario& read = after->scenarios.scenarios[0];
    EXPECT_EQ(read.code, scenario.code);
    EXPECT_EQ(read.title, scenario.title);
    EXPECT_EQ(read.remark, scenario.remark);
    ASSERT_EQ(read.adjustments.size(), scenario.adjustments.size());
    for (std::size_t i = 0; i < read.adjustments.size(); ++i) {
        scenario::Adjustment one = read.adjustments[i];
        one.place = {};
        EXPECT_EQ(one, scenario.adjustments[i]) << i << "\n" << text;
    }
}

}  // namespace

}  // namespace begroot::store
