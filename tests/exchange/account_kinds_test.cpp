#include "exchange/account_kinds.hpp"

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

const std::vector<AccountKind> kinds{
    {Side::income, "8*"}, {Side::expense, "4000-4999"}, {Side::balance, "0100 - 0399"}, {Side::expense, "9001"}};

TEST(AccountKinds, NameAccountsByPatternRangeAndCode) {
    EXPECT_EQ(side_of(kinds, "8100"), Side::income);
    EXPECT_EQ(side_of(kinds, "4000"), Side::expense);
    EXPECT_EQ(side_of(kinds, "4999"), Side::expense);
    EXPECT_EQ(side_of(kinds, "9001"), Side::expense);
    EXPECT_EQ(side_of(kinds, "5000"), std::nullopt);
}

TEST(AccountKinds, CompareRangesAsNumbersWhateverTheLeadingZeros) {
    EXPECT_EQ(side_of(kinds, "100"), Side::balance);
    EXPECT_EQ(side_of(kinds, "0220"), Side::balance);
    EXPECT_EQ(side_of(kinds, "400"), std::nullopt);
}

TEST(AccountKinds, TellOfAnAccountThatTwoSidesClaim) {
    const std::vector<AccountKind> both{{Side::income, "8*"}, {Side::expense, "8000-8099"}};
    EXPECT_EQ(contradiction_of(both, "8050"), "8* en 8000-8099");
    EXPECT_EQ(contradiction_of(both, "8100"), std::nullopt);
}

TEST(AccountKinds, ProposeTheUsualDivisionForTheAccountsThereAre) {
    const std::array<std::string, 4> accounts{"1100", "4010", "8100", "9999"};
    const auto proposed = propose_kinds(accounts);
    EXPECT_EQ(side_of(proposed, "8110"), Side::income);
    EXPECT_EQ(side_of(proposed, "4310"), Side::expense);
    EXPECT_EQ(side_of(proposed, "1500"), Side::balance);
    EXPECT_EQ(side_of(proposed, "9999"), std::nullopt);
    EXPECT_EQ(side_of(proposed, "0220"), std::nullopt);
}

}  // namespace
}  // namespace begroot::exchange
