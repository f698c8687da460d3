#include "plan/when.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(When, KnowsItsKindsByName) {
    for (const std::string_view name : when_kind_names()) {
        const auto kind = parse_when_kind(name);
        ASSERT_TRUE(kind) << name;
        EXPECT_EQ(kind_name(*kind), name);
    }
    EXPECT_EQ(parse_when_kind("voor_dag"), WhenKind::before_day);
    EXPECT_EQ(parse_when_kind("onbekend"), WhenKind::unknown);
    EXPECT_FALSE(parse_when_kind("wekelijks"));
}

TEST(When, EndsOnItsPrintedDay) {
    EXPECT_EQ(last_day_of({"1 augustus 2025", WhenKind::day, {}, Day{2025, 8, 1}}), (Day{2025, 8, 1}));
    EXPECT_EQ(last_day_of({"7 oktober", WhenKind::day, Day{2024, 10, 7}, {}}), (Day{2024, 10, 7}));
    EXPECT_EQ(last_day_of({"maart", WhenKind::month, Day{2025, 3, 1}, Day{2025, 3, 31}}), (Day{2025, 3, 31}));
}

TEST(When, EndsTheDayBeforeTheOneItMustBeReadyFor) {
    EXPECT_EQ(last_day_of({"voor 1 mei", WhenKind::before_day, {}, Day{2025, 5, 1}}), (Day{2025, 4, 30}));
    EXPECT_EQ(last_day_of({"voor 1 januari", WhenKind::before_day, {}, Day{2025, 1, 1}}), (Day{2024, 12, 31}));
}

TEST(When, HasNoLastDayWhenTheWordsDoNotFixOne) {
    EXPECT_FALSE(last_day_of({"Continu", WhenKind::ongoing, {}, {}}));
    EXPECT_FALSE(last_day_of({"vanaf januari", WhenKind::period, Day{2025, 1, 1}, {}}));
    EXPECT_FALSE(last_day_of({}));
}

TEST(FrequencyClash, IsFoundBetweenATimesAYearAndAPeriodInBrackets) {
    const auto clash = frequency_clash("Drie keer per jaar (kwartaal)");
    ASSERT_TRUE(clash);
    EXPECT_EQ(clash->times, 3);
    EXPECT_EQ(clash->period, "kwartaal");
    EXPECT_EQ(clash->periods_a_year, 4);
    EXPECT_TRUE(frequency_clash("2 x per jaar (elk kwartaal)"));
    EXPECT_TRUE(frequency_clash("één keer per jaar (per halfjaar)"));
}

TEST(FrequencyClash, IsNotFoundWhereTheWordsAgreeOrSaySomethingElse) {
    for (const char* words :
         {"vier keer per jaar (kwartaal)", "twaalf keer per jaar (elke maand)", "Drie keer per jaar",
          "Drie keer per jaar, een week lang", "twee maal per jaar (april en sept)", "per kwartaal", "(kwartaal)",
          "enkele keren per jaar (kwartaal)", "x keer per jaar (kwartaal)", ""})
        EXPECT_FALSE(frequency_clash(words)) << words;
}

}  // namespace
}  // namespace begroot
