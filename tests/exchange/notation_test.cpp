#include "exchange/detail/notation.hpp"

#include "exchange/finding_match.hpp"
#include "exchange/sheet_builder.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using namespace test;

TEST(Digits, ReadsExactCents) {
    const std::vector<std::pair<const char*, std::int64_t>> cases{{"0", 0},
                                                                  {"1234.56", 123456},
                                                                  {"1234.5", 123450},
                                                                  {"-0.01", -1},
                                                                  {"1E-2", 1},
                                                                  {"1.5e+3", 150000},
                                                                  {"1234.5600000000001", 123456},
                                                                  {"88406.5500000001", 8840655},
                                                                  {"-82143.3999999985", -8214340},
                                                                  {"1.16415321826935E-10", 0},
                                                                  {"0.1", 10},
                                                                  {".5", 50},
                                                                  {"329018.04", 32901804},
                                                                  {"10000000000", 1'000'000'000'000},
                                                                  {"9999999999.1200008", 999'999'999'912},
                                                                  {"1E-400", 0},
                                                                  {"1E-401", 0}};
    for (const auto& [text, cents] : cases) {
        const Amount amount = read_digits(text);
        EXPECT_EQ(amount.state, AmountState::value) << text;
        EXPECT_EQ(amount.value.cents(), cents) << text;
        EXPECT_FALSE(amount.rounded) << text;
    }
}

TEST(Digits, RoundsARealThirdDecimalHalfAwayFromZero) {
    const std::vector<std::pair<const char*, std::int64_t>> cases{
        {"10.005", 1001},           {"10.004999999999999", 1001}, {"-10.005", -1001},
        {"83.3333333333333", 8333}, {"66.6666666666667", 6667},   {"0.004", 0}};
    for (const auto& [text, cents] : cases) {
        const Amount amount = read_digits(text);
        EXPECT_EQ(amount.value.cents(), cents) << text;
        EXPECT_TRUE(amount.rounded) << text;
    }
}

TEST(Digits, RefusesWhatIsTooLargeOrNoNumber) {
    for (const char* text : {"10000000000.01", "1E30", "1E400", "1e999", "99999999999999999999999"})
        EXPECT_EQ(read_digits(text).state, AmountState::too_large) << text;
    for (const char* text : {"", "-", "abc", "1.2.3", "0x10", "nan", "1E", "1Ex", "xe-500"})
        EXPECT_EQ(read_digits(text).state, AmountState::no_amount) << text;
}

/// The fewest digits that name a double.
std::string fewest_digits(double number) {
    std::array<char, 400> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

/// Says everything about an amount.
std::string told(const Amount& amount) {
    return std::to_string(static_cast<int>(amount.state)) + " " + std::to_string(amount.value.cents()) +
           (amount.rounded ? " afgerond" : "");
}

TEST(Number, IsReadAsItsFewestDigitsForSeed4713) {
    std::mt19937_64 random(4713);
    for (int i = 0; i < 50'000; ++i) {
        const auto whole = static_cast<double>(random() % 3'000'000'000'000ULL >> (random() % 41));
        double number = whole / std::array{1.0, 10.0, 100.0, 1000.0, 1e5, 3.0, 7.0}[random() % 7];
        if (i % 2 == 0) number = std::nextafter(number, i % 4 == 0 ? 0.0 : 1e300);
        if (i % 3 == 0) number = -number;
        EXPECT_EQ(told(read_number(number)), told(read_digits(fewest_digits(number)))) << fewest_digits(number);
    }
}

TEST(Number, GivesBackEveryCent) {
    for (std::int64_t cents = -30'000; cents <= 30'000; ++cents) {
        const Amount amount = read_number(static_cast<double>(cents) / 100.0);
        ASSERT_EQ(amount.value.cents(), cents);
        ASSERT_FALSE(amount.rounded);
    }
    EXPECT_EQ(read_number(4.0999999999999996).value.cents(), 410);
    EXPECT_EQ(read_number(9'999'999'999.99).value.cents(), 999'999'999'999);
    EXPECT_EQ(read_number(10'000'000'000.01).state, AmountState::too_large);
    EXPECT_EQ(read_number(1e300).state, AmountState::too_large);
    EXPECT_EQ(read_number(1e-300).value.cents(), 0);
    EXPECT_TRUE(read_number(10.005).rounded);
    EXPECT_FALSE(read_number(0.1 + 0.2).rounded);
}

TEST(TextAmount, ReadsDutchNotation) {
    const std::vector<std::pair<const char*, std::int64_t>> cases{{"1.234,56", 123456},
                                                                  {"1234,56", 123456},
                                                                  {"€ 1.234,56", 123456},
                                                                  {"€1.234.567", 123456700},
                                                                  {"1.234,-", 123400},
                                                                  {"1.234,--", 123400},
                                                                  {"€ 12.500,=", 1250000},
                                                                  {"1.234,56-", -123456},
                                                                  {"(1.234,56)", -123456},
                                                                  {"-1.000,00 €", -100000},
                                                                  {"€ -5,00", -500},
                                                                  {"- € 5,00", -500},
                                                                  {"+100,00", 10000},
                                                                  {"\xE2\x88\x92"
                                                                   "5,00",
                                                                   -500},
                                                                  {"1\xC2\xA0"
                                                                   "234,56",
                                                                   123456},
                                                                  {"\xC2\xA0"
                                                                   "1\xE2\x80\x89"
                                                                   "234,5",
                                                                   123450},
                                                                  {",50", 50},
                                                                  {"EUR 12,34", 1234},
                                                                  {"100,00 C", -10000},
                                                                  {"100,00D", 10000},
                                                                  {"1.234", 123400},
                                                                  {"1234", 123400},
                                                                  {"0,125", 13},
                                                                  {"-5", -500}};
    for (const auto& [text, cents] : cases) {
        const Amount amount = read_text(text, Notation::dutch);
        EXPECT_EQ(amount.state, AmountState::value) << text;
        EXPECT_EQ(amount.value.cents(), cents) << text;
    }
}

/// What is usual is read by a road of its own; a space behind it takes the long one.
TEST(TextAmount, MeansTheSameOnTheShortRoadForSeed1906) {
    constexpr std::string_view usual = "0123456789";
    constexpr std::string_view marks = "00112345679.,,-";
    std::mt19937 random(1906);
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::size_t left = 1 + random() % 15; left > 0; --left) {
            const bool mark = left % 4 == 0 || left == 3 || random() % 8 == 0;
            text += mark ? marks[random() % marks.size()] : usual[random() % usual.size()];
        }
        const std::string longer = text + " ";
        EXPECT_EQ(notation_of(text), notation_of(longer)) << text;
        for (const Notation column : {Notation::open, Notation::dutch, Notation::english, Notation::ambiguous}) {
            const Amount amount = read_text(text, column);
            const Amount expected = read_text(longer, column);
            EXPECT_EQ(amount.state, expected.state) << text;
            EXPECT_EQ(amount.value, expected.value) << text;
            EXPECT_EQ(amount.rounded, expected.rounded) << text;
            read += column == Notation::dutch && amount.state == AmountState::value ? 1 : 0;
        }
    }
    EXPECT_GT(read, 1'000);
    for (const char* text : {"duduizend,\x02,izend,\x02,", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF,\xFF\xFF",
                             "99999999999,99", "99.999.999.999.999.999,99"}) {
        EXPECT_EQ(read_text(text, Notation::dutch).state, read_text(std::string(text) + " ", Notation::dutch).state);
    }
}

TEST(TextAmount, ReadsEnglishNotation) {
    const std::vector<std::pair<const char*, std::int64_t>> cases{
        {"1,234.56", 123456}, {"1,234,567", 123456700}, {".50", 50}, {"1,234", 123400}, {"-1,000.00", -100000}};
    for (const auto& [text, cents] : cases) {
        const Amount amount = read_text(text, Notation::english);
        EXPECT_EQ(amount.value.cents(), cents) << text;
        EXPECT_EQ(amount.state, AmountState::value) << text;
    }
}

TEST(TextAmount, TellsWhatOneTextSays) {
    const std::vector<std::pair<const char*, Notation>> cases{
        {"1234", Notation::open},       {"1.234", Notation::ambiguous},   {"1,234", Notation::ambiguous},
        {"0.123", Notation::english},   {"0,123", Notation::dutch},       {"1234.567", Notation::english},
        {"1.234.567", Notation::dutch}, {"1,234,567", Notation::english}, {"1.23", Notation::english},
        {"1.2.3", Notation::none},      {"1.234,56,7", Notation::none},   {"12.5OO", Notation::none},
        {"Pagina 1", Notation::none},   {"31-12-2025", Notation::none},   {"--5", Notation::none},
        {"1 23", Notation::none}};
    for (const auto& [text, notation] : cases) EXPECT_EQ(notation_of(text), notation) << text;
}

TEST(TextAmount, LeavesTheOtherNotationThanTheColumnsToBeAsked) {
    for (const char* text : {".50", "1,234.56", "1234.56", "609.9", "1,234,567"})
        EXPECT_EQ(read_text(text, Notation::dutch).state, AmountState::ambiguous) << text;
    for (const char* text : {",50", "1.234,56", "12,5", "1.234.567", "1.234,-"})
        EXPECT_EQ(read_text(text, Notation::english).state, AmountState::ambiguous) << text;
}

TEST(TextAmount, IsNotAPercentageAPowerOrBadlyGrouped) {
    for (const char* text : {"5%", "12,5 %", "1E+03", "1.23,45", "12.34.567", "1 2345", "'123", "1''234", "CR", "12 X",
                             "1.234,56 CD", "€", ",", "-", "()"})
        EXPECT_EQ(read_text(text, Notation::dutch).state, AmountState::no_amount) << text;
}

TEST(TextAmount, ReadsWhatOfficesWriteInADutchColumn) {
    const std::vector<std::pair<const char*, std::int64_t>> cases{{"2.500,75", 250075},
                                                                  {"2500,75", 250075},
                                                                  {"-2.500,75", -250075},
                                                                  {"2.500,75-", -250075},
                                                                  {"2.500,75 -", -250075},
                                                                  {"(2.500,75)", -250075},
                                                                  {"(€ 2.500,75)", -250075},
                                                                  {"€ 2.500,75", 250075},
                                                                  {"€\xC2\xA0"
                                                                   "2.500,75",
                                                                   250075},
                                                                  {"€ -2.500,75", -250075},
                                                                  {"-€ 2.500,75", -250075},
                                                                  {"€ 2.500,-", 250000},
                                                                  {"2.500,--", 250000},
                                                                  {"2\xC2\xA0"
                                                                   "500,75",
                                                                   250075},
                                                                  {"2\xE2\x80\x89"
                                                                   "500,75",
                                                                   250075},
                                                                  {"2\xE2\x80\xAF"
                                                                   "500,75",
                                                                   250075},
                                                                  {"2'500,75", 250075},
                                                                  {"2\xE2\x80\x99"
                                                                   "500,75",
                                                                   250075},
                                                                  {"+250,00", 25000},
                                                                  {"2.500", 250000},
                                                                  {"25.000.000", 2'500'000'000},
                                                                  {"€25.000.000", 2'500'000'000},
                                                                  {"0,7", 70},
                                                                  {",75", 75},
                                                                  {"250", 25000},
                                                                  {"2.500,7", 250070},
                                                                  {"- 75,00", -7500},
                                                                  {"\xE2\x88\x92"
                                                                   "2.500,75",
                                                                   -250075},
                                                                  {"\xE2\x80\x93"
                                                                   "2.500,75",
                                                                   -250075},
                                                                  {"2.500,75 D", 250075},
                                                                  {"2.500,75 DB", 250075},
                                                                  {"2.500,75 C", -250075},
                                                                  {"2.500,75 CR", -250075},
                                                                  {"2.500,75Cr", -250075},
                                                                  {"0,00", 0},
                                                                  {"-0,01", -1},
                                                                  {"9.999.999.999,99", 999'999'999'999}};
    for (const auto& [text, cents] : cases) {
        const Amount amount = read_text(text, Notation::dutch);
        EXPECT_EQ(amount.state, AmountState::value) << text;
        EXPECT_EQ(amount.value.cents(), cents) << text;
        EXPECT_FALSE(amount.rounded) << text;
    }
    EXPECT_EQ(read_text("10.000.000.000,01", Notation::dutch).state, AmountState::too_large);
    EXPECT_TRUE(read_text("1,005", Notation::dutch).rounded);
    EXPECT_EQ(read_text("1,005", Notation::dutch).value.cents(), 101);
}

struct Column {
    workbook::Sheet sheet;
    Findings findings;
    std::vector<Amount> amounts;
};

/// Reads the cells below a head in column A, and a second column beside it.
Column read_column(const TestRows& rows) {
    Column column{make_sheet(TestRows{{"Bedrag", "Ander"}} + rows), {}, {}};
    const SheetGrid grid(column.sheet);
    const AmountReader reader(grid, {1, {0, 1}}, column.findings);
    for (std::uint32_t row = 1; row <= rows.size(); ++row) {
        if (const auto* cell = grid.find(row, 0)) column.amounts.push_back(reader.read(*cell));
    }
    return column;
}

TEST(AmountReader, DecidesTheAmbiguousByTheRestOfTheColumn) {
    EXPECT_EQ(read_column({{"1.234"}, {"10,50"}}).amounts[0].value.cents(), 123400);
    EXPECT_EQ(read_column({{"1.234"}, {"10.50"}}).amounts[0].value.cents(), 123);
    EXPECT_EQ(read_column({{"1,652"}, {"4271"}, {"2,000.00"}}).amounts[0].value.cents(), 165200);
}

TEST(AmountReader, DecidesTheAmbiguousByTheOtherAmountColumns) {
    EXPECT_EQ(read_column({{"1.234", "10,50"}}).amounts[0].value.cents(), 123400);
}

TEST(AmountReader, LeavesTheUndecidableOpen) {
    EXPECT_EQ(read_column({{"1.234"}, {"4271"}, {12}}).amounts[0].state, AmountState::ambiguous);
}

TEST(AmountReader, ReadsTheUndecidableAsTheUserSays) {
    const workbook::Sheet sheet = make_sheet({{"Bedrag"}, {"1,652"}, {"4271"}});
    const SheetGrid grid(sheet);
    Findings findings;
    const auto read = [&](std::optional<DecimalMark> mark) {
        return AmountReader(grid, {1, {0}, mark}, findings).read(*grid.find(1, 0));
    };
    EXPECT_EQ(read(std::nullopt).state, AmountState::ambiguous);
    EXPECT_EQ(read(DecimalMark::point).value.cents(), 165200);
    EXPECT_EQ(read(DecimalMark::comma).value.cents(), 165);
}

TEST(AmountReader, DoubtsThreeDecimalsAmongAmountsWithFewer) {
    const std::vector<std::pair<TestRows, std::size_t>> cases{{{{"100,000"}, {"-500,00"}}, 0},
                                                              {{{"12.500"}, {"-500.5"}}, 0},
                                                              {{{"100,000"}, {"1.234.567"}}, 0},
                                                              {{{"100,000", "1.234,50"}}, 0},
                                                              {{{"3000.50", "1.234,50"}, {"3.000", ""}}, 1}};
    for (const auto& [rows, at] : cases) {
        const Column column = read_column(rows);
        EXPECT_EQ(column.amounts.at(at).state, AmountState::ambiguous) << at;
    }
}

TEST(AmountReader, ReadsThreeDecimalsWhereAllHaveThemOrTheUserSays) {
    EXPECT_EQ(read_column({{"100,000"}, {"1234,500"}}).amounts[0].value.cents(), 10000);
    const Amount rounded = read_column({{"1,006"}, {"500,00"}}).amounts[0];
    EXPECT_EQ(rounded.value.cents(), 101);
    EXPECT_TRUE(rounded.rounded);
    const workbook::Sheet sheet = make_sheet({{"Bedrag"}, {"100,000"}, {"500,00"}});
    const SheetGrid grid(sheet);
    Findings findings;
    const AmountReader reader(grid, {1, {0}, DecimalMark::comma}, findings);
    EXPECT_EQ(reader.read(*grid.find(1, 0)).value.cents(), 10000);
}

TEST(AmountReader, TellsWhatDoesNotFitTheNotationThatTheUserSays) {
    const workbook::Sheet sheet = make_sheet({{"Bedrag"}, {"1.234,56"}});
    const SheetGrid grid(sheet);
    Findings findings;
    const AmountReader reader(grid, {1, {0}, DecimalMark::point}, findings);
    const workbook::Cell& cell = *grid.find(1, 0);
    const auto error = refusal(reader.read(cell), cell, grid.origin(cell));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->found, "\"1.234,56\" past niet bij decimaal in het model");
}

TEST(AmountReader, ReadsADashBehindACurrencyAsADash) {
    for (const char* text : {"€ -", "€-", "€ --", "€   -"})
        EXPECT_EQ(read_column({{text}, {"500,00"}}).amounts[0].state, AmountState::marker) << text;
}

TEST(AmountReader, TellsAnExcelErrorInTextFromAnAmount) {
    const Column column = read_column({{"#N/B"}, {"#DEEL/0!"}, {"#DIV/0!"}});
    for (const Amount& amount : column.amounts) EXPECT_EQ(amount.state, AmountState::excel_error);
}

TEST(AmountReader, ReportsAContradictionWithBothCells) {
    const Column column = read_column({{"1.234,56"}, {"1,234.56"}, {"1.234"}});
    const Findings found = of_kind(column.findings, "notatie_tegenstrijdig");
    ASSERT_EQ(found.size(), 1U) << listed(column.findings);
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].place.cell, "A3");
    EXPECT_THAT(found[0].found, testing::HasSubstr("cel A2"));
    EXPECT_EQ(column.amounts[0].value, column.amounts[1].value);
    EXPECT_EQ(column.amounts[2].state, AmountState::ambiguous);
}

TEST(AmountReader, ShowsASampleOfAmountsKeptAsText) {
    const Findings found = of_kind(read_column({{"1.234,5"}, {"7,00"}}).findings, "bedragen_als_tekst");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].found, "2 bedragen staan als tekst in deze kolom; \"1.234,5\" is gelezen als € 1.234,50");
}

TEST(AmountReader, KeepsProMemorieDashBlankAndZeroApart) {
    const Column column = read_column({{"p.m."}, {"--"}, {"-"}, {"n.v.t."}, {"NULL"}, {"  "}, {0}, {"0"}});
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(column.amounts[i].state, AmountState::marker) << i;
    EXPECT_EQ(column.amounts[5].state, AmountState::blank);
    EXPECT_EQ(column.amounts[6].state, AmountState::value);
    EXPECT_EQ(column.amounts[7].state, AmountState::value);
}

TEST(AmountReader, TellsFormulasWithoutValueErrorsAndDates) {
    const Column column =
        read_column({{not_computed()}, {excel_error("#DIV/0!")}, {"#N/B"}, {date(45658)}, {"twaalf"}, {formula(12.5)}});
    EXPECT_EQ(column.amounts[0].state, AmountState::not_computed);
    EXPECT_EQ(column.amounts[1].state, AmountState::excel_error);
    EXPECT_EQ(column.amounts[2].state, AmountState::excel_error);
    EXPECT_EQ(column.amounts[3].state, AmountState::no_amount);
    EXPECT_EQ(column.amounts[4].state, AmountState::no_amount);
    EXPECT_EQ(column.amounts[5].value.cents(), 1250);
}

}  // namespace
}  // namespace begroot::exchange::detail
