#include "plan/plan.hpp"

#include "plan/plan_builder.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Plan, FindsGoalsAndSpeerpuntenByTheirCode) {
    const Plan made = test::plan({test::speerpunt("1", {test::goal("1.1", "--"), test::goal("1.2", "--")}),
                                  test::speerpunt("12", {test::goal("12.1", "€ 5")})});
    ASSERT_NE(find_goal(made, GoalId("12.1")), nullptr);
    EXPECT_EQ(find_goal(made, GoalId("12.1"))->speerpunt, SpeerpuntId("12"));
    EXPECT_EQ(find_goal(made, GoalId("2.1")), nullptr);
    EXPECT_EQ(find_goal(made, GoalId("1")), nullptr);
    ASSERT_NE(find_speerpunt(made, SpeerpuntId("12")), nullptr);
    EXPECT_EQ(find_speerpunt(made, SpeerpuntId("12"))->name, "speerpunt 12");
    EXPECT_EQ(find_speerpunt(made, SpeerpuntId("2")), nullptr);
}

}  // namespace
}  // namespace begroot
