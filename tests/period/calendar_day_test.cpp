#include "period/calendar_day.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(CalendarDay, IsCountedOverMonthsYearsAndLeapDays) {
    EXPECT_EQ(add_days({2024, 2, 28}, 1), (Day{2024, 2, 29}));
    EXPECT_EQ(add_days({2025, 2, 28}, 1), (Day{2025, 3, 1}));
    EXPECT_EQ(add_days({2025, 1, 1}, -1), (Day{2024, 12, 31}));
    EXPECT_EQ(add_days({2025, 5, 1}, 0), (Day{2025, 5, 1}));
}

TEST(CalendarDay, EndsItsMonth) {
    EXPECT_EQ(last_day({2024, 2}), (Day{2024, 2, 29}));
    EXPECT_EQ(last_day({2025, 12}), (Day{2025, 12, 31}));
}

TEST(CalendarDay, IsWrittenInBothOrders) {
    EXPECT_EQ(iso_text({2025, 6, 3}), "2025-06-03");
    EXPECT_EQ(dutch_text({2025, 6, 3}), "03-06-2025");
}

TEST(CalendarDay, IsReadOnlyWhenItExists) {
    EXPECT_EQ(parse_day("2024-02-29"), (Day{2024, 2, 29}));
    for (const char* text : {"2025-02-29", "2025-13-01", "2025-6-03", "03-06-2025", "2025-06-0x", "2025-06-031", ""})
        EXPECT_FALSE(parse_day(text)) << text;
}

}  // namespace
}  // namespace begroot
