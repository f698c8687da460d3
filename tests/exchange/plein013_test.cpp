// The workbooks of spreadsheets/plein013, as LibreOffice saved them.

#include "exchange/budget_sheet.hpp"
#include "exchange/finding_match.hpp"
#include "exchange/ledger_sample.hpp"
#include "workbook/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;

Result<workbook::Workbook> open(const std::string& name) {
    return workbook::read_workbook(std::string(BEGROOT_SOURCE_DIR) + "/spreadsheets/plein013/" + name, name);
}

TEST(Plein013, BudgetAgreesWithItsOwnTotals) {
    const auto workbook = open("begroting-2025.xlsx");
    ASSERT_TRUE(workbook) << to_text(workbook.error());
    SourceSettings settings;
    settings.profile = "begroting_per_maand";
    settings.year = {2025};
    const auto reading = read_budget(*workbook, settings);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->report.sheet, "Begroting 2025");
    EXPECT_EQ(reading->report.header_row, 6U);
    EXPECT_FALSE(has_error(reading->report.findings)) << listed(reading->report.findings);
    ASSERT_EQ(reading->budget.controls.size(), 11U);
    for (const BudgetControl& control : reading->budget.controls)
        EXPECT_EQ(control.printed, control.imported) << control.label;
    Money result;
    for (const BudgetLine& line : reading->budget.lines) result += line.side == Side::income ? line.year : -line.year;
    EXPECT_EQ(result, reading->budget.controls.back().printed);
    EXPECT_EQ(reading->budget.lines[0].rubric_name, "Rijksbijdragen");
    EXPECT_EQ(to_place(reading->budget.lines[0].year_origin).cell, "R10");
}

TEST(Plein013, LedgerAgreesWithItsOwnTotals) {
    const auto workbook = open("mutaties-2025.xlsx");
    ASSERT_TRUE(workbook) << to_text(workbook.error());
    const auto reading = read_ledger(*workbook, ledger_settings());
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_TRUE(reading->report.findings.empty()) << listed(reading->report.findings);
    EXPECT_EQ(reading->ledger.source_total, Money());
    ASSERT_EQ(reading->ledger.controls.size(), 2U);
    for (const LedgerControl& control : reading->ledger.controls)
        EXPECT_EQ(control.printed, control.imported) << control.label;
    EXPECT_EQ(std::ranges::count(reading->ledger.postings, std::string("0100"),
                                 [](const Posting& posting) { return posting.coding->account.text(); }) > 0,
              true);
}

}  // namespace
}  // namespace begroot::exchange
