#include "base/strong_id.hpp"

#include <set>
#include <type_traits>

#include <gtest/gtest.h>

namespace begroot {
namespace {

using AccountId = Id<struct AccountTag>;
using CostCentreId = Id<struct CostCentreTag>;

static_assert(!std::is_convertible_v<AccountId, CostCentreId>);
static_assert(!std::is_constructible_v<AccountId, CostCentreId>);
static_assert(!std::is_convertible_v<std::string, AccountId>);

TEST(Id, KeepsLeadingZeros) {
    EXPECT_EQ(AccountId("0410").text(), "0410");
    EXPECT_NE(AccountId("0410"), AccountId("410"));
}

TEST(Id, SortsAsText) {
    const std::set<AccountId> ids = {AccountId("4100"), AccountId("0410"), AccountId("41")};
    EXPECT_EQ(ids.begin()->text(), "0410");
    EXPECT_EQ(ids.rbegin()->text(), "4100");
}

TEST(Id, IsEmptyWhenNothingWasSaid) {
    EXPECT_TRUE(AccountId().empty());
    EXPECT_FALSE(AccountId("0").empty());
}

}  // namespace
}  // namespace begroot
