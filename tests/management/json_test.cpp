#include "management/json.hpp"

#include "management/report_builder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace begroot::management {
namespace {

using namespace test;

TEST(ReportJson, HoldsCentsAndNullWhereThereIsNoNumber) {
    Reported reported;
    reported.rules.threshold = Threshold{Money::from_euros(30), std::nullopt, false};
    const auto json = nlohmann::json::parse(to_json(reported.input(), reported.report()));
    EXPECT_EQ(json["moment"], "M3");
    EXPECT_EQ(json["tot"], "2025-03");
    EXPECT_EQ(json["totaal"]["begroot_cent"], 1'400'000);
    EXPECT_TRUE(json["afspraken"]["lichten"].is_null());
    EXPECT_EQ(json["afspraken"]["drempel"]["bedrag_cent"], 3'000);
    const auto& line = json["regels"][2];
    EXPECT_EQ(line["code"], "1.2");
    EXPECT_TRUE(line["begroot_cent"].is_null());
    EXPECT_EQ(line["begroot_soort"], "pm");
    EXPECT_EQ(line["afwijking_cent"], -4'000);
    EXPECT_EQ(line["toelichting_nodig"], true);
    EXPECT_EQ(line["methode"], "realisatie_plus_restant");
    EXPECT_EQ(json["niet_toegewezen"].size(), 2U);
    EXPECT_EQ(json["bronnen"][0]["soort"], "model");
}

TEST(ReportJson, AddsUpToItsTotals) {
    Reported reported;
    reported.rules.method = ForecastMethod::run_rate;
    const auto json = nlohmann::json::parse(to_json(reported.input(), reported.report()));
    std::int64_t forecast = 0;
    for (const auto& line : json["regels"]) {
        if (line["niveau"] != "speerpunt" && !line["prognose_cent"].is_null())
            forecast += line["prognose_cent"].get<std::int64_t>();
    }
    EXPECT_EQ(json["totaal"]["prognose_cent"], forecast);
}

}  // namespace
}  // namespace begroot::management
