#include "plan/check_plan.hpp"
#include "plan/plan_builder.hpp"

#include <algorithm>
#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using test::goal;
using test::plan;
using test::speerpunt;
using testing::ElementsAre;

Partner partner(const std::string& name, std::int64_t part, std::int64_t whole) {
    return {name, "", PartnerShare{part, whole, std::to_string(part) + "/" + std::to_string(whole)}};
}

std::vector<std::string> names_of(const std::vector<CostBearer>& bearers) {
    std::vector<std::string> names;
    for (const CostBearer& one : bearers)
        names.push_back(one.name + " " + one.share + " " + std::to_string(one.weight));
    return names;
}

TEST(TotalOfShares, AddsFractionsAndPercentagesExactly) {
    Goal shared = goal("1.1", "€ 100");
    shared.partners = {partner("A", 1, 3), partner("B", 250'000, 1'000'000)};
    const auto total = total_of_shares(shared);
    ASSERT_TRUE(total);
    EXPECT_EQ(total->part * 12, total->whole * 7) << "1/3 + 1/4";
}

TEST(TotalOfShares, GivesNothingWithoutACommonDenominator) {
    Goal shared = goal("1.1", "€ 100");
    for (const std::int64_t whole : {997, 991, 983, 977, 971}) shared.partners.push_back(partner("P", 1, whole));
    EXPECT_FALSE(total_of_shares(shared));
}

TEST(CostBearers, GiveTheOwnOrganisationWhatThePartnersLeave) {
    Goal shared = goal("1.1", "€ 100");
    shared.partners = {partner("A", 1, 3), partner("B", 1, 6)};
    EXPECT_THAT(names_of(cost_bearers(shared, "Wij")), ElementsAre("Wij 1/2 3", "A 1/3 2", "B 1/6 1"));
}

TEST(CostBearers, PutTheOwnOrganisationFirstWithItsOwnShare) {
    Goal shared = goal("1.1", "€ 100");
    shared.partners = {partner("A", 2, 3), partner("Wij", 1, 3)};
    EXPECT_THAT(names_of(cost_bearers(shared, "Wij")), ElementsAre("Wij 1/3 1", "A 2/3 2"));
}

TEST(IsShared, AsksAShareOfEveryPartner) {
    Goal shared = goal("1.1", "€ 100");
    EXPECT_FALSE(is_shared(shared)) << "zonder partners";
    shared.partners = {partner("A", 1, 3), {"B", "penvoerder"}};
    EXPECT_FALSE(is_shared(shared));
    shared.partners[1].share = PartnerShare{1, 3, "1/3"};
    EXPECT_TRUE(is_shared(shared));
}

Findings findings_of(const std::string& printed, const std::string& whole) {
    Goal shared = goal("1.1", printed);
    shared.partners = {partner("A", 2, 3)};
    shared.cashier = "A";
    shared.whole = number(parse_plan_amount(whole).value());
    Findings all = check_plan(plan({speerpunt("1", {shared})}));
    std::erase_if(all, [](const Finding& one) { return one.kind != "eigen_deel_wijkt_af"; });
    return all;
}

TEST(CheckPlan, ComparesTheOwnPartWithTheWholeThatAnotherPays) {
    EXPECT_TRUE(findings_of("€ 48.333,33", "€ 145.000").empty());
    const Findings rounded = findings_of("€ 48.333", "€ 145.000");
    ASSERT_EQ(rounded.size(), 1U) << "een document in hele euro's";
    EXPECT_EQ(rounded.front().severity, Severity::notice);
    const Findings wrong = findings_of("€ 50.000", "€ 145.000");
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_EQ(wrong.front().severity, Severity::error);
    EXPECT_EQ(wrong.front().expected, "€ 48.333,33 (1/3 van € 145.000)");
}

}  // namespace
}  // namespace begroot
