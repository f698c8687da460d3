#include "store/model_file.hpp"

#include <gtest/gtest.h>

namespace begroot::store {
namespace {

constexpr const char* plan_text = R"(
[jaarplan]
organisatie = "SWV Voorbeeld"
titel = "Jaarplan 2025"
boekjaar = 2025
[[speerpunt]]
nummer = 1
naam = "Basisondersteuning"
[[speerpunt.doel]]
nummer = 1
naam = "Aanbod"
begroot = "€ 1.000"
)";

std::optional<VersionedBudget> versions_of(const std::string& text) {
    auto model = parse_model(plan_text + text, "model.toml");
    EXPECT_TRUE(model.has_value());
    return model ? model->versions : std::nullopt;
}

TEST(ModelVersions, AreNothingWhenTheBudgetWasNeverChanged) { EXPECT_FALSE(versions_of("").has_value()); }

TEST(ModelVersions, ReadEveryKey) {
    const auto budget = versions_of(R"(
[[versie]]
code = "wijziging-1"
naam = "Eerste"
datum = 2025-06-02
reden = "reden"
besluit = "ALV"
[[versie.mutatie]]
doel = "1.1"
bedrag = "+500,25"
omschrijving = "teams"
aard = "incidenteel"
rekening = "4410"
kostenplaats = "100"
kostendrager = "T"
[[versie.mutatie]]
doel = "buiten_jaarplan"
soort = "baten"
bedrag = "-7"
)");
    ASSERT_TRUE(budget.has_value());
    const BudgetVersion& version = budget->versions.front();
    EXPECT_EQ(version.name, "Eerste");
    EXPECT_EQ(version.date, (Day{2025, 6, 2}));
    EXPECT_EQ(version.reason + version.decision, "redenALV");
    const Mutation& first = version.mutations[0];
    EXPECT_EQ(first.nature, Nature::incidental);
    EXPECT_EQ(first.account.text() + first.cost_centre.text() + first.cost_unit.text(), "4410100T");
    EXPECT_EQ(first.place.line, 22U);  // of bedrag
    EXPECT_EQ(version.mutations[1].side, Side::income);
    EXPECT_EQ(budget->changes[1].amount, Money::from_euros(-7));
    EXPECT_EQ(number(budget->states[1].plan.speerpunten[0].goals[0].amount), Money::from_cents(150'025));
}

TEST(ModelVersions, LeaveThePlanOfTheModelPrimitief) {
    const auto model = parse_model(std::string(plan_text) + R"(
[[versie]]
code = "w"
datum = 2025-06-02
[[versie.mutatie]]
doel = "1.1"
wordt = "p.m."
)",
                                   "model.toml");
    ASSERT_TRUE(model.has_value());
    EXPECT_EQ(number(model->plan.speerpunten[0].goals[0].amount), Money::from_euros(1'000));
    EXPECT_EQ(kind(model->versions->states[1].plan.speerpunten[0].goals[0].amount), AmountKind::pro_memorie);
    EXPECT_EQ(model->versions->versions[0].name, "w");
}

}  // namespace
}  // namespace begroot::store
