// What the sign of amounts in a budget means, and whether its months run on.

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;
using testing::HasSubstr;

/// A line of which the months are what `amount` gives for 1 to 12, without a year.
TestRow month_line(const char* rubric, const char* account, const std::function<double(int)>& amount) {
    TestRow row{rubric, account, "Naam", "", ""};
    for (int month = 1; month <= 12; ++month) row.emplace_back(amount(month));
    return row;
}

TestRow with_total(TestRow row, double total) {
    row.emplace_back(total);
    return row;
}

Result<BudgetReading> read_with(const TestRows& lines, std::optional<bool> cumulative,
                                std::optional<SignRule> sign = {}) {
    SourceSettings settings = budget_settings();
    settings.cumulative = cumulative;
    settings.sign = sign;
    return read_budget(make_workbook(TestRows{budget_head()} + lines), settings);
}

/// Gives the cents of every line, or why the file is refused.
std::string cents_or_refusal(const Result<BudgetReading>& reading) {
    if (!reading) return to_text(reading.error());
    std::string cents;
    for (const BudgetLine& line : reading->budget.lines)
        cents += (cents.empty() ? "" : " ") + std::to_string(line.year.cents());
    return cents;
}

double rising(int month) { return 100.0 * month; }

TEST(BudgetMonths, AreDifferencesWhereTheModelSaysCumulative) {
    const TestRows lines{month_line("4.1", "4010", rising),
                         with_total(month_line("3.1", "8000", [](int month) { return 10.0 * month; }), 120),
                         {"", "", "Totaal lasten", "", "", 100, 200}};
    const auto reading = read_with(lines, true);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(cents_or_refusal(reading), "120000 12000");
    EXPECT_EQ((*reading->budget.lines[0].months)[6], Money::from_euros(100));
    EXPECT_EQ(of_kind(reading->report.findings, "bedragen_cumulatief").size(), 1U);
    EXPECT_FALSE(has_error(reading->report.findings)) << listed(reading->report.findings);
}

TEST(BudgetMonths, AreAskedWhereTheyRunOn) {
    const TestRows lines{month_line("4.1", "4010", rising), month_line("3.1", "8000", [](int) { return 50.0; })};
    EXPECT_EQ(cents_or_refusal(read_with(lines, {})),
              "test.xlsx, blad Blad1, cel F1: de bedragen lopen op: elke maand lijkt de maanden ervoor te bevatten "
              "(verwacht: bedragen per maand, of de mededeling dat ze cumulatief zijn). Zet in [[bron]] cumulatief = "
              "true (elke maand bevat de maanden ervoor) of cumulatief = false.");
    EXPECT_EQ(cents_or_refusal(read_with(lines, false)), "780000 60000");
    const TestRows last{with_total(month_line("4.1", "4010", [](int month) { return month < 6 ? 10.0 : 15.0; }), 15)};
    EXPECT_THAT(cents_or_refusal(read_with(last, {})), HasSubstr("de bedragen lopen op"))
        << "the year is the last month";
}

TEST(BudgetMonths, AreNotAskedInAnOrdinaryBudget) {
    const auto level = [](int) { return 100.0; };
    const std::vector<std::pair<const char*, TestRows>> ordinary{
        {"level", {month_line("4.1", "4010", level), month_line("3.1", "8000", level)}},
        {"prices", {month_line("4.1", "4010", [](int month) { return 1000.0 + month; })}},
        {"a rise in August", {month_line("4.1", "4010", [](int month) { return month < 8 ? 100.0 : 300.0; })}},
        {"paid in December", {month_line("4.1", "4010", [](int month) { return month < 12 ? 0.0 : 300.0; })}},
        {"the year is the sum", {with_total(month_line("4.1", "4010", rising), 7800)}},
        {"down as well", {month_line("4.1", "4010", rising), month_line("4.1", "4011", [](int month) {
                              return 2000.0 - 100.0 * month;
                          })}}};
    for (const auto& [name, lines] : ordinary)
        EXPECT_THAT(cents_or_refusal(read_with(lines, {})), testing::Not(HasSubstr("lopen op"))) << name;
}

TEST(BudgetMonths, AreNeededForCumulative) {
    SourceSettings settings = budget_settings();
    settings.cumulative = true;
    const auto reading = read_budget(
        make_workbook({{"Rubriek", "Rekening", "Omschrijving", "Totaal 2025"}, {"4.1", "4110", "Lonen", 1}}), settings);
    ASSERT_FALSE(reading);
    EXPECT_EQ(
        to_text(reading.error()),
        "test.xlsx, blad Blad1, cel D1: het model zegt cumulatief = true, en dit blad heeft geen maanden (verwacht: "
        "twaalf maanden van een jaar, januari eerst). Haal cumulatief weg uit [[bron]].");
}

TEST(BudgetSign, IsReadAsTheModelSays) {
    const TestRows credit{months_row("3.1", "8000", "Rijk", 20), months_row("4.1", "4010", "Lonen", -10),
                          total_row("Totaal lasten", -10), total_row("Resultaat", 10)};
    const TestRows debit{months_row("3.1", "8000", "Rijk", -20), months_row("4.1", "4010", "Lonen", 10),
                         total_row("Totaal baten", -20), total_row("Resultaat", -10)};
    TestRows opposite = debit;
    opposite.back() = total_row("Resultaat", 10);
    for (const auto& [lines, sign] :
         {std::pair(credit, SignRule::credit_positive), std::pair(debit, SignRule::debit_positive),
          std::pair(opposite, SignRule::debit_positive)}) {
        const auto reading = read_with(lines, {}, sign);
        ASSERT_TRUE(reading) << to_text(reading.error());
        EXPECT_EQ(cents_or_refusal(reading), "24000 12000");
        EXPECT_EQ((*reading->budget.lines[1].months)[0], Money::from_euros(10));
        EXPECT_TRUE(reading->report.findings.empty()) << listed(reading->report.findings);
    }
    EXPECT_EQ(cents_or_refusal(read_with(credit, {}, SignRule::all_positive)), "24000 -12000");
}

TEST(BudgetSign, IsAskedWhereASideIsNegative) {
    const TestRow income = months_row("3.1", "8000", "Rijk", -20);
    const TestRow expense = months_row("4.1", "4010", "Lonen", 10);
    EXPECT_EQ(
        cents_or_refusal(read_with({income, expense}, {})),
        "test.xlsx, blad Blad1, cel F1: in deze begroting zijn de baten samen negatief: € -240,00 (verwacht: baten "
        "en lasten allebei positief). Zeg in [[bron]] wat het teken betekent: teken = \"debet_positief\" (lasten +, "
        "baten -), \"credit_positief\" (baten +, lasten -) of \"alles_positief\" (het klopt zo).");
    EXPECT_THAT(cents_or_refusal(read_with({income, expense}, {}, SignRule::credit_positive)),
                HasSubstr("met het teken dat het model noemt zijn baten en lasten samen negatief"));
    EXPECT_THAT(cents_or_refusal(
                    read_with({months_row("3.1", "8000", "Rijk", 20), months_row("4.1", "4010", "Lonen", -10)}, {})),
                HasSubstr("de lasten samen negatief"));
}

TEST(BudgetSign, IsNotAskedForACorrection) {
    EXPECT_EQ(cents_or_refusal(read_with({months_row("4.1", "4180", "Uitkeringen", -10)}, {})), "-12000");
    EXPECT_EQ(cents_or_refusal(read_with({months_row("3.1", "8000", "Rijk", 20), months_row("3.1", "8001", "Af", -1),
                                          months_row("4.1", "4010", "Lonen", 9), months_row("4.1", "4180", "Af", -1)},
                                         {})),
              "24000 -1200 10800 -1200");
}

}  // namespace
}  // namespace begroot::exchange
