#include "exchange/detail/date_text.hpp"

#include "exchange/detail/serial_day.hpp"
#include "exchange/finding_match.hpp"
#include "exchange/sheet_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using namespace test;

constexpr Day last_of_2025{2025, 12, 31};

TEST(DateText, ReadsEveryFormOfOneDay) {
    for (const char* text : {"31-12-2025",
                             "31/12/2025",
                             "31.12.2025",
                             "2025-12-31",
                             "2025/12/31",
                             "20251231",
                             "31-12-25",
                             "31/12/25",
                             "31-dec-25",
                             "31-DEC-2025",
                             "31 december 2025",
                             "31 dec. 2025",
                             "31dec2025",
                             "31-12-2025 00:00:00",
                             "31-12-2025 13:05",
                             "2025-12-31T00:00:00+01:00",
                             "2025-12-31T00:00:00",
                             "2025-12-31T21:59:59Z",
                             "2025-12-31 10:11:12.345",
                             "2025-12-31T00:00:00.000+0100",
                             " 31-12-2025 ",
                             "46022"})
        EXPECT_EQ(read_date(text, DateOrder::open), (DateReading{DateState::value, last_of_2025})) << text;
}

TEST(DateText, ReadsMonthsByTheirDutchAndEnglishNames) {
    const std::vector<std::pair<const char*, std::int32_t>> cases{
        {"1 jan 2025", 1},  {"1 febr 2025", 2}, {"1 mrt 2025", 3},  {"1 maart 2025", 3},
        {"1 mei 2025", 5},  {"1 may 2025", 5},  {"1 juni 2025", 6}, {"1 Aug 2025", 8},
        {"1 sept 2025", 9}, {"1 okt 2025", 10}, {"1-oct-2025", 10}, {"1 nov. 2025", 11}};
    for (const auto& [text, month] : cases) {
        EXPECT_EQ(read_date(text, DateOrder::open), (DateReading{DateState::value, {2025, month, 1}})) << text;
    }
}

TEST(DateText, ReadsOldAndEndlessDates) {
    EXPECT_EQ(read_date("01-01-1900", DateOrder::open), (DateReading{DateState::value, {1900, 1, 1}}));
    EXPECT_EQ(read_date("1-1-2026", DateOrder::open), (DateReading{DateState::value, {2026, 1, 1}}));
    for (const char* text : {"9999-12-31", "31-12-9999", "99991231"})
        EXPECT_EQ(read_date(text, DateOrder::open).state, DateState::no_end) << text;
    EXPECT_EQ(read_date("31-12-69", DateOrder::open).day, (Day{2069, 12, 31}));
    EXPECT_EQ(read_date("31-12-70", DateOrder::open).day, (Day{1970, 12, 31}));
}

TEST(DateText, RefusesADayThatDoesNotExist) {
    for (const char* text :
         {"29-02-2025", "31-06-2025", "31-13-2025", "0-1-2025", "2025-02-29", "20250229", "32-01-2025", "1-1-1899",
          "2200-01-01", "2025-13-01", "31 april 2025", "00000000", "9999-12-30"})
        EXPECT_EQ(read_date(text, DateOrder::open).state, DateState::impossible) << text;
    EXPECT_EQ(read_date("29-02-2024", DateOrder::open).state, DateState::value);
}

TEST(DateText, IsNoDateWhenItIsSomethingElse) {
    for (const char* text : {"",
                             "12",
                             "2025",
                             "202512",
                             "2025-12",
                             "dec-25",
                             "P12 2025",
                             "2025M12",
                             "Periode 12",
                             "501",
                             "2024-2025",
                             "31-12/2025",
                             "31-12-2025x",
                             "31-12-202",
                             "31-12-2025 25:00",
                             "1.234,56",
                             "12.345.678",
                             "2025-12-31T00:00:00+1",
                             "31-foo-2025",
                             "46022,5",
                             "12345",
                             "1234567890",
                             "-31-12-2025",
                             "31--12-2025"})
        EXPECT_EQ(read_date(text, DateOrder::open).state, DateState::no_date) << text;
}

TEST(DateText, TellsItsOrder) {
    const std::vector<std::pair<const char*, DateOrder>> cases{
        {"31-12-2025", DateOrder::day_first}, {"12/31/2025", DateOrder::month_first},
        {"1-2-2025", DateOrder::ambiguous},   {"5-5-2025", DateOrder::open},
        {"2025-02-01", DateOrder::open},      {"1 feb 2025", DateOrder::open},
        {"20250201", DateOrder::open},        {"31-31-2025", DateOrder::none},
        {"02-30-2025", DateOrder::none},      {"Boekdatum", DateOrder::none},
        {"13-01-2025", DateOrder::day_first}, {"01.13.2025", DateOrder::month_first}};
    for (const auto& [text, order] : cases) EXPECT_EQ(date_order_of(text), order) << text;
}

TEST(DateText, FollowsItsColumnWhereItIsAmbiguous) {
    EXPECT_EQ(read_date("1-2-2025", DateOrder::day_first).day, (Day{2025, 2, 1}));
    EXPECT_EQ(read_date("1-2-2025", DateOrder::month_first).day, (Day{2025, 1, 2}));
    EXPECT_EQ(read_date("1-2-2025", DateOrder::open).state, DateState::ambiguous);
    EXPECT_EQ(read_date("1-2-2025", DateOrder::none).state, DateState::ambiguous);
    EXPECT_EQ(read_date("12/31/2025", DateOrder::day_first).state, DateState::impossible);
    EXPECT_EQ(read_date("2025-02-01", DateOrder::month_first).day, (Day{2025, 2, 1}));
}

TEST(DateText, DoesNotGuessTheDayOfALateHourInUtc) {
    EXPECT_EQ(read_date("2025-12-31T23:00:00Z", DateOrder::open).state, DateState::zone_unclear);
    EXPECT_EQ(read_date("2025-12-31T22:00:00+00:00", DateOrder::open).state, DateState::zone_unclear);
    EXPECT_EQ(read_date("2025-12-31T23:00:00+01:00", DateOrder::open).day, last_of_2025);
}

TEST(DateSerial, CountsAsExcelDoes) {
    const std::vector<std::pair<double, Day>> cases{
        {1, {1900, 1, 1}},     {59, {1900, 2, 28}},   {60, {1900, 2, 29}},      {61, {1900, 3, 1}},
        {25569, {1970, 1, 1}}, {46022, last_of_2025}, {46022.99, last_of_2025}, {2958465, {9999, 12, 31}}};
    for (const auto& [serial, day] : cases) EXPECT_EQ(day_of_serial(serial), day) << serial;
    for (const double serial : {0.0, 0.5, -1.0, 2958466.0, 1e300}) EXPECT_EQ(day_of_serial(serial), std::nullopt);
}

TEST(DateNumber, IsADayNumberOrEightDigits) {
    EXPECT_EQ(read_date_number(46022).day, last_of_2025);
    EXPECT_EQ(read_date_number(20251231).day, last_of_2025);
    EXPECT_EQ(read_date_number(20250230).state, DateState::impossible);
    EXPECT_EQ(read_date_number(99991231).state, DateState::no_end);
    for (const double number : {12.0, 2025.0, 202512.0, 20251231.5, -46022.0, 1e300})
        EXPECT_EQ(read_date_number(number).state, DateState::no_date) << number;
}

struct DateColumn {
    workbook::Sheet sheet;
    Findings findings;
    std::vector<DateReading> dates;
};

/// Reads the cells below a head in column A, and a second column beside it.
DateColumn read_dates(const TestRows& rows, std::optional<DateOrder> order = std::nullopt) {
    DateColumn column{make_sheet(TestRows{{"Datum", "Ander"}} + rows), {}, {}};
    const SheetGrid grid(column.sheet);
    const DateReader reader(grid, {1, {0, 1}, order}, column.findings);
    for (std::uint32_t row = 1; row <= rows.size(); ++row) {
        if (const auto* cell = grid.find(row, 0)) column.dates.push_back(reader.read(*cell));
    }
    return column;
}

TEST(DateReader, DecidesTheOrderByTheWholeColumn) {
    EXPECT_EQ(read_dates({{"1-2-2025"}, {"13-2-2025"}}).dates[0].day, (Day{2025, 2, 1}));
    EXPECT_EQ(read_dates({{"1/2/2025"}, {"2/13/2025"}}).dates[0].day, (Day{2025, 1, 2}));
}

TEST(DateReader, AsksWhenEveryDateCanBeBoth) {
    EXPECT_EQ(read_dates({{"1-2-2025"}, {"3-4-2025"}}).dates[0].state, DateState::ambiguous);
    EXPECT_EQ(read_dates({{"1-2-2025"}}, DateOrder::day_first).dates[0].day, (Day{2025, 2, 1}));
}

TEST(DateReader, FollowsAnotherColumnOnlyWhenThatPutsTheDayFirst) {
    EXPECT_EQ(read_dates({{"1-2-2025", "13-2-2025"}}).dates[0].day, (Day{2025, 2, 1}));
    EXPECT_EQ(read_dates({{"1-2-2025", "2-13-2025"}}).dates[0].state, DateState::ambiguous);
}

TEST(DateReader, ReportsAContradictionWithBothCells) {
    const DateColumn column = read_dates({{"13-2-2025"}, {"2-13-2025"}, {"1-2-2025"}});
    const Findings found = of_kind(column.findings, "datums_tegenstrijdig");
    ASSERT_EQ(found.size(), 1U) << listed(column.findings);
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].place.cell, "A3");
    EXPECT_EQ(found[0].found, "\"2-13-2025\" heeft de maand voorop, \"13-2-2025\" in cel A2 de dag");
    EXPECT_EQ(column.dates[0], column.dates[1]);
    EXPECT_EQ(column.dates[2].state, DateState::ambiguous);
}

TEST(DateReader, ShowsASampleOfDatesKeptAsText) {
    const Findings found = of_kind(read_dates({{"1-2-2025"}, {"13-2-2025"}}).findings, "datums_als_tekst");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::notice);
    EXPECT_EQ(found[0].found,
              "2 datums staan als tekst in deze kolom, met de dag voorop; \"1-2-2025\" is gelezen als "
              "dag-maand-jaar 01-02-2025");
    EXPECT_EQ(of_kind(read_dates({{"2/13/2025"}}).findings, "datums_als_tekst")[0].severity, Severity::warning);
    EXPECT_TRUE(read_dates({{"2025-02-13"}}).findings.empty());
}

TEST(DateReader, ReadsEveryKindOfCell) {
    const DateColumn column = read_dates({{date(46022)},
                                          {46022},
                                          {20251231},
                                          {not_computed()},
                                          {excel_error("#N/A")},
                                          {"-"},
                                          {"NULL"},
                                          {"  "},
                                          {"#N/B"},
                                          {"morgen"},
                                          {date(2958465)}});
    const std::vector<DateState> states{DateState::value,        DateState::value,       DateState::value,
                                        DateState::not_computed, DateState::excel_error, DateState::marker,
                                        DateState::marker,       DateState::blank,       DateState::excel_error,
                                        DateState::no_date,      DateState::no_end};
    ASSERT_EQ(column.dates.size(), states.size());
    for (std::size_t i = 0; i < states.size(); ++i) EXPECT_EQ(column.dates[i].state, states[i]) << i;
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(column.dates[i].day, last_of_2025) << i;
}

TEST(DateRefusal, SaysWhatIsWrongWithADate) {
    const workbook::Sheet sheet = make_sheet({{"29-02-2025"}});
    const SheetGrid grid(sheet);
    const workbook::Cell& cell = *grid.find(0, 0);
    const auto found = [&](DateState state) {
        const auto error = date_refusal({.state = state}, cell, grid.origin(cell));
        return error ? error->found : "";
    };
    EXPECT_EQ(found(DateState::value), "");
    EXPECT_EQ(found(DateState::no_end), "");
    EXPECT_EQ(found(DateState::marker), "");
    EXPECT_EQ(found(DateState::blank), "");
    EXPECT_EQ(found(DateState::impossible), "\"29-02-2025\" is geen dag die bestaat tussen 1900 en 2199");
    EXPECT_EQ(found(DateState::no_date), "\"29-02-2025\" is geen datum");
    EXPECT_EQ(found(DateState::not_computed), "formule zonder berekende waarde");
    EXPECT_THAT(found(DateState::ambiguous), testing::HasSubstr("de dag of de maand voorop"));
    EXPECT_THAT(found(DateState::zone_unclear), testing::HasSubstr("UTC"));
    EXPECT_THAT(found(DateState::excel_error), testing::HasSubstr("Excel-fout"));
}

}  // namespace
}  // namespace begroot::exchange::detail
