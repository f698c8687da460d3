#include "amendment/stack.hpp"
#include "amendment/version_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::test {
namespace {

using testing::ElementsAre;

std::vector<std::string> kinds_of(std::vector<BudgetVersion> versions) {
    const Plan made = plan({speerpunt("1", {goal("1.1", "€ 12.000"), goal("1.2", "p.m.")})});
    std::vector<std::string> kinds;
    for (const Finding& finding : check_versions(stack_versions(made, std::move(versions)).value()))
        kinds.push_back(finding.kind);
    return kinds;
}

TEST(VersionCheck, FindsNothingInASoundVersion) {
    EXPECT_THAT(kinds_of({version("w1", {2025, 3, 1}, {adds("1.1", 5)})}), ElementsAre());
}

TEST(VersionCheck, AsksForReasonAndDecision) {
    BudgetVersion bare = version("w1", {2025, 3, 1}, {adds("1.1", 5)});
    bare.reason = bare.decision = "";
    EXPECT_THAT(kinds_of({bare}), ElementsAre("versie_zonder_reden", "versie_zonder_besluit"));
}

TEST(VersionCheck, SaysThatAVersionChangesNothing) {
    EXPECT_THAT(kinds_of({version("w1", {2025, 3, 1}, {})}), ElementsAre("versie_wijzigt_niets"));
}

TEST(VersionCheck, SaysThatAMutatieChangesNothing) {
    EXPECT_THAT(kinds_of({version("w1", {2025, 3, 1}, {adds("1.1", 0), becomes("1.2", "p.m.")})}),
                ElementsAre("mutatie_wijzigt_niets", "mutatie_wijzigt_niets"));
}

TEST(VersionCheck, SaysThatProMemorieBecomesAnAmountEvenZero) {
    EXPECT_THAT(kinds_of({version("w1", {2025, 3, 1}, {becomes("1.2", "€ 0")})}),
                ElementsAre("mutatie_zonder_bedrag_ervoor"));
    EXPECT_THAT(kinds_of({version("w1", {2025, 3, 1}, {adds("1.2", 5)})}), ElementsAre("mutatie_zonder_bedrag_ervoor"));
}

TEST(VersionCheck, SaysThatAVersionIsOfAfterTheYear) {
    EXPECT_THAT(
        kinds_of({version("w1", {2025, 12, 31}, {adds("1.1", 5)}), version("w2", {2026, 1, 1}, {adds("1.1", 5)})}),
        ElementsAre("versie_na_boekjaar"));
}

}  // namespace
}  // namespace begroot::test
