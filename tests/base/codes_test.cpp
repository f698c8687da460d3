#include "base/codes.hpp"

#include <type_traits>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Codes, NeverMixWithEachOther) {
    static_assert(!std::is_convertible_v<AccountId, CostCentreId>);
    static_assert(!std::is_convertible_v<CostCentreId, CostUnitId>);
    static_assert(!std::is_constructible_v<GoalId, SpeerpuntId>);
    static_assert(!std::is_convertible_v<std::string, AccountId>);
}

TEST(Codes, KeepLeadingZeros) {
    EXPECT_EQ(AccountId("0100").text(), "0100");
    EXPECT_NE(AccountId("0100"), AccountId("100"));
}

}  // namespace
}  // namespace begroot
