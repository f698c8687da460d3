#include "management/detail/origin_rows.hpp"

#include "management/detail/cells.hpp"
#include "money/format.hpp"

namespace begroot::management::detail {

namespace {

std::string tie_words(bool ties) { return ties ? "sluit" : "SLUIT NIET (begroot controle zegt waar)"; }

}  // namespace

Table origin_table() {
    Table table;
    table.name = "Herkomst";
    table.title = "Herkomst van de cijfers";
    table.columns = {{"onderdeel", "Onderdeel", ColumnKind::text, 0, 34},
                     {"waarde", "Waarde", ColumnKind::text, 0, 100}};
    return table;
}

void put_origin(Table& table, const std::string& what, const std::string& value) {
    if (value.empty()) return;
    table.rows.push_back({RowRole::body, 0, {words_cell(what), words_cell(value)}});
}

void put_ties(Table& table, const report::BudgetVsActual& answer) {
    if (answer.ledger_tie) {
        put_origin(table, "Aansluiting op het grootboek",
                   "lasten min baten: grootboek " + format_euro(answer.ledger_tie->ledger, Decimals::cents) +
                       ", tabel " + format_euro(answer.ledger_tie->table, Decimals::cents) + ": " +
                       tie_words(answer.ledger_tie->ties));
    }
    if (answer.budget_tie) {
        put_origin(
            table,
            std::string("Aansluiting op de ") + (answer.budget_tie->primitive ? "primitieve " : "") + "begroting",
            "jaarplan " + format_euro(answer.budget_tie->plan, Decimals::cents) + ", werkmap " +
                format_euro(answer.budget_tie->workbook, Decimals::cents) + ": " + tie_words(answer.budget_tie->ties));
    }
}

Table remarks_table(const Findings& findings) {
    Table table;
    table.name = "Bevindingen";
    table.title = "Bevindingen bij dit stuk";
    table.columns = {{"ernst", "Ernst", ColumnKind::text, 0, 14},
                     {"gevonden", "Gevonden", ColumnKind::text, 0, 60},
                     {"actie", "Te doen", ColumnKind::text, 0, 50}};
    for (const Finding& finding : findings) {
        const Tone tone = finding.severity == Severity::error ? Tone::unfavourable : Tone::plain;
        table.rows.push_back({RowRole::body,
                              0,
                              {words_cell(severity_name(finding.severity), tone), words_cell(finding.found),
                               words_cell(finding.action)}});
    }
    return table;
}

void put_sources(Table& table, const std::vector<SourceLine>& sources) {
    for (const SourceLine& source : sources)
        put_origin(table, "Bron: " + source.kind, source.file + "\nSHA-256 " + source.sha256);
}

}  // namespace begroot::management::detail
