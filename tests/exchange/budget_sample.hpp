#pragma once
// Small budgets for the tests: a header, lines in which every month is the same, totals.

#include "exchange/budget_sheet.hpp"
#include "exchange/sheet_builder.hpp"

#include <string>

namespace begroot::exchange::test {

inline TestRow budget_head() {
    return {"Rubriek", "Rekening", "Omschrijving", "Kostenplaats", "Kostendrager", "jan", "feb", "mrt", "apr",
            "mei",     "jun",      "jul",          "aug",          "sep",          "okt", "nov", "dec", "Totaal 2025"};
}

/// A row with `month` in every month and twelve times that as year.
inline TestRow months_row(const char* rubric, const char* account, const char* name, double month) {
    TestRow row{rubric, account, name, "100", "REG"};
    row.insert(row.end(), 12, TestCell(month));
    row.emplace_back(12 * month);
    return row;
}

/// A total row: label in the third column, `month` in every month.
inline TestRow total_row(const char* label, double month) {
    TestRow row = months_row("", "", label, month);
    row[3] = row[4] = TestCell();
    return row;
}

inline SourceSettings budget_settings() {
    SourceSettings settings;
    settings.profile = "begroting_per_maand";
    settings.year = {2025};
    return settings;
}

inline Result<BudgetReading> read(const TestRows& rows) { return read_budget(make_workbook(rows), budget_settings()); }

}  // namespace begroot::exchange::test
