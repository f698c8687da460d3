#include "plan/plan_builder.hpp"
#include "progress/calendar_table.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::progress {
namespace {

using testing::HasSubstr;
using testing::Not;

Plan plan_with_meetings(std::vector<Meeting> meetings) {
    Plan plan = begroot::test::plan({begroot::test::speerpunt("1", {begroot::test::goal("1.1", "--")})});
    plan.date = Day{2024, 12, 5};
    plan.meetings = std::move(meetings);
    return plan;
}

Meeting meeting(const std::string& body, Day on) {
    Meeting made;
    made.body = body;
    made.on = on;
    return made;
}

std::string written(const Plan& plan, Day reference = {2025, 1, 1}) {
    return to_icalendar(plan, make_calendar(plan, {std::nullopt, std::nullopt, reference}));
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        lines.push_back(text.substr(at, end - at));
        at = end == std::string::npos ? text.size() : end + 2;
    }
    return lines;
}

TEST(ICalendar, HoldsAWholeDayForEveryDate) {
    const std::string text = written(plan_with_meetings({meeting("Bestuur", {2025, 12, 31})}));
    EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101\r\n"));
    EXPECT_THAT(text, HasSubstr("SUMMARY:Bestuur\r\n"));
    EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    EXPECT_TRUE(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

TEST(ICalendar, TakesItsTimeStampFromThePlanAndNotFromAClock) {
    EXPECT_THAT(written(plan_with_meetings({meeting("Bestuur", {2025, 2, 1})})),
                HasSubstr("DTSTAMP:20241205T000000Z\r\n"));
}

TEST(ICalendar, EscapesWhatHasAMeaningOfItsOwn) {
    EXPECT_THAT(written(plan_with_meetings({meeting("ALV; bestuur, \\ en\nOPR", {2025, 2, 1})})),
                HasSubstr("SUMMARY:ALV\\; bestuur\\, \\\\ en\\nOPR\r\n"));
}

TEST(ICalendar, FoldsLinesAtSeventyFiveOctetsAndCutsNoCharacter) {
    std::string body = "x";
    for (int i = 0; i < 100; ++i) body += "é";
    const Plan plan = plan_with_meetings({meeting(body, {2025, 2, 1})});
    std::string unfolded;
    for (const std::string& line : lines_of(written(plan))) {
        EXPECT_LE(line.size(), 75U) << line;
        const bool more = line.starts_with(' ');
        ASSERT_FALSE(line.empty());
        EXPECT_NE(static_cast<unsigned char>(line[more ? 1 : 0]) & 0xC0U, 0x80U) << line;
        unfolded += more ? line.substr(1) : "\n" + line;
    }
    EXPECT_THAT(unfolded, HasSubstr("\nSUMMARY:" + body + "\n"));
}

TEST(ICalendar, KeepsAnIdentityThatDependsOnWhatItIsAndNotOnHowItStands) {
    const Plan plan = plan_with_meetings(
        {meeting("Bestuur", {2025, 2, 1}), meeting("Bestuur", {2025, 3, 1}), meeting("Bestuur", {2025, 2, 1})});
    const auto uids = [](const std::string& text) {
        std::vector<std::string> found;
        for (const std::string& line : lines_of(text)) {
            if (line.starts_with("UID:")) found.push_back(line);
        }
        return found;
    };
    const auto early = uids(written(plan));
    EXPECT_EQ(std::set<std::string>(early.begin(), early.end()).size(), 3U);
    EXPECT_EQ(uids(written(plan, {2026, 1, 1})), early);
}

TEST(ICalendar, LeavesOutWhatHasNoDate) {
    Meeting undated = meeting("OOGO", {});
    undated.on.reset();
    undated.words = "voorjaar";
    EXPECT_THAT(written(plan_with_meetings({undated})), Not(HasSubstr("VEVENT")));
}

}  // namespace
}  // namespace begroot::progress
