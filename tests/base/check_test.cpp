#include "base/check.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Check, PassesWhenTheConditionHolds) { BEGROOT_CHECK(1 + 1 == 2, "rekenen"); }

TEST(CheckDeathTest, AbortsWithItsTextWhenTheConditionFails) {
    EXPECT_DEATH(BEGROOT_CHECK(1 + 1 == 3, "rekenen klopt niet"), "interne fout.*rekenen klopt niet");
}

}  // namespace
}  // namespace begroot
