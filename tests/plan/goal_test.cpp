#include "plan/goal.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Activity, IsWrittenInOneLineWithAllItsParagraphs) {
    Activity activity{"a", "Uitvoering projectplan. Onderwerpen o.a.:"};
    EXPECT_EQ(full_text(activity), "Uitvoering projectplan. Onderwerpen o.a.:");
    activity.more = {"- Inrichten expertisepunt", "- Professionalisering"};
    EXPECT_EQ(full_text(activity),
              "Uitvoering projectplan. Onderwerpen o.a.: - Inrichten expertisepunt - Professionalisering");
}

TEST(GoalWords, HaveANameForEveryValue) {
    EXPECT_EQ(activity_status_names()[static_cast<std::size_t>(ActivityStatus::dropped)], "vervallen");
    EXPECT_EQ(reached_names()[static_cast<std::size_t>(Reached::partly)], "deels");
    for (const GoalLevel level : {GoalLevel::goal, GoalLevel::action_line, GoalLevel::project, GoalLevel::result,
                                  GoalLevel::measure, GoalLevel::school_goal}) {
        EXPECT_STRNE(words_of(level).code, "");
        EXPECT_STRNE(words_of(level).singular, "");
    }
    EXPECT_STREQ(words_of(GoalLevel::result).singular, "beoogd resultaat");
}

}  // namespace
}  // namespace begroot
