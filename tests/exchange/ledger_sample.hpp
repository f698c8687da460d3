#pragma once
// Small ledger exports for the tests, under the heads of AFAS.

#include "exchange/ledger_sheet.hpp"
#include "exchange/sheet_builder.hpp"

#include <string>

namespace begroot::exchange::test {

inline TestRow ledger_head() {
    return {"Administratie",
            "Nummer journaalpost",
            "Volgnummer journaalpost",
            "Jaar",
            "Periodenummer",
            "Code dagboek",
            "Rekeningnummer",
            "Omschrijving",
            "Bedrag debet",
            "Bedrag credit",
            "Datum boeking",
            "Omschrijving boeking",
            "Verbijzonderingsas 1",
            "Verbijzonderingsas 2",
            "Type rekening"};
}

struct PostingRow {
    int entry = 1;
    const char* account = "4425";
    TestCell debit = {};
    TestCell credit = {};
    const char* type = "Kosten";
    int period = 3;
};

inline TestRow posting_row(const PostingRow& row) {
    return {1,         row.entry,  2,           2025,           row.period, "70",  row.account, "Inhuur expertise",
            row.debit, row.credit, date(45730), "Startoverleg", "300",      "OZA", row.type};
}

inline TestRow ledger_total(const char* label, const TestCell& debit, const TestCell& credit) {
    TestRow row(15);
    row[0] = label;
    row[8] = debit;
    row[9] = credit;
    return row;
}

inline SourceSettings ledger_settings() {
    SourceSettings settings;
    settings.profile = "afas_financiele_mutaties";
    settings.columns = {{"kostenplaats", "Verbijzonderingsas 1"}, {"kostendrager", "Verbijzonderingsas 2"}};
    settings.year = {2025};
    return settings;
}

inline Result<LedgerReading> read_postings(const TestRows& rows) {
    return read_ledger(make_workbook(rows), ledger_settings());
}

/// Reads rows under heads of the test's own; kostenplaats and kostendrager are not named.
inline Result<LedgerReading> read_plain(const TestRows& rows) {
    auto settings = ledger_settings();
    settings.columns.clear();
    return read_ledger(make_workbook(rows), settings);
}

}  // namespace begroot::exchange::test
