#include "report/detail/table_parts.hpp"

#include "money/format.hpp"

#include <algorithm>

namespace begroot::report::detail {

namespace {

Column column(const char* id, const char* head, ColumnKind kind, std::uint16_t width_max = 48) {
    return {id, head, kind, 0, width_max};
}

Row posting_row(const Facts& facts, const Line& line, std::size_t index) {
    const PostingPart& part = (*facts.posting_parts)[index];
    const Posting& posting = facts.ledger->postings[part.posting];
    const Money amount = line.side == Side::income ? -part.amount : part.amount;
    const Coding& coding = *posting.coding;
    const Origin origin = posting.origin();
    Row row;
    row.cells = {text_cell(key_of(line)),
                 text_cell(coding.account.text()),
                 text_cell(std::string(posting.account_name.text())),
                 text_cell(coding.cost_centre.text()),
                 text_cell(coding.cost_unit.text()),
                 text_cell(coding.journal.text()),
                 text_cell(std::string(posting.entry.text())),
                 {std::int64_t{posting.period_number}, {}, Tone::plain},
                 text_cell(std::string(posting.description.text())),
                 {amount, {}, Tone::plain},
                 text_cell(part.rule ? (*facts.rules)[*part.rule].name : "(geen koppelregel)"),
                 text_cell(sheet_cell(to_place(origin)) + computed_mark(is_computed(origin)))};
    return row;
}

/// Gives every line whose postings stand on the sheet of postings to `take`, in order.
template <typename Take>
void for_posting_lines(const BudgetVsActual& answer, Take take) {
    const std::vector<bool> leaves = find_leaves(answer);
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
        if (leaves[i]) take(answer.lines[i]);
    }
    for (const Line& line : answer.remainder) take(line);
}

struct Tie {
    std::string what;
    std::string left_name, right_name;
    Money left, right;
};

Row tie_row(const Tie& tie, std::size_t row_index) {
    Row row;
    const Money difference = tie.left - tie.right;
    const CellRef left{"", row_index, 2};
    const CellRef right{"", row_index, 4};
    const CellRef gap{"", row_index, 5};
    row.cells = {text_cell(tie.what),
                 text_cell(tie.left_name),
                 money_cell(tie.left),
                 text_cell(tie.right_name),
                 money_cell(tie.right),
                 {difference, {std::string("ROUND("), left, std::string("-"), right, std::string(",2)")}, Tone::plain},
                 {std::string(difference.is_zero() ? "sluit" : "sluit niet"),
                  {std::string("IF("), gap, std::string("=0,\"sluit\",\"sluit niet\")")},
                  difference.is_zero() ? Tone::favourable : Tone::unfavourable}};
    return row;
}

std::vector<Tie> all_ties(const Facts& facts, const BudgetVsActual& answer) {
    std::vector<Tie> ties;
    if (answer.ledger_tie) {
        ties.push_back({"Tabel en grootboek (lasten min baten)", "grootboek", "tabel", answer.ledger_tie->ledger,
                        answer.ledger_tie->table});
        Money outside;
        for (const Outside& group : answer.outside) outside += group.amount;
        ties.push_back({"Alles wat is ingelezen", "ingelezen", "grootboek + buiten de tabel", answer.ledger_tie->read,
                        answer.ledger_tie->ledger + outside});
        for (const LedgerControl& control : facts.ledger->controls) {
            ties.push_back({"Totaal in de export: " + control.label, to_place(control.origin).cell, "ingelezen",
                            control.printed, control.imported});
        }
    }
    if (answer.budget_tie) {
        ties.push_back({answer.budget_tie->primitive ? "Jaarplan en primitieve begroting" : "Jaarplan en begroting",
                        "jaarplan", "werkboek", answer.budget_tie->plan, answer.budget_tie->workbook});
        for (const BudgetControl& control : facts.budget->controls) {
            ties.push_back({"Totaal in de begroting: " + control.label, to_place(control.origin).cell, "ingelezen",
                            control.printed, control.imported});
        }
    }
    return ties;
}

}  // namespace

std::string key_prefix_of(const Line& line) {
    const bool remainder = line.code == "buiten_jaarplan" || line.code == "zonder_regel";
    if (remainder) return "";
    std::string level = std::string(level_name(line.level)) + " ";
    switch (line.level) {
        case Level::account:
        case Level::cost_centre:
        case Level::cost_unit:
        case Level::rubric:
        case Level::board:
        case Level::neighbourhood:
            return (line.side == Side::income ? "baten " : "lasten ") + level;
        default:
            return level;
    }
}

std::string key_of(const Line& line) { return key_prefix_of(line) + line.code; }

std::vector<bool> find_leaves(const BudgetVsActual& answer) {
    std::vector<bool> leaves(answer.lines.size(), true);
    for (const Line& line : answer.lines) {
        if (line.parent) leaves[*line.parent] = false;
    }
    return leaves;
}

std::string computed_mark(bool computed) { return computed ? " (berekend)" : ""; }

Table make_postings_table(const Facts& facts, const BudgetVsActual& answer) {
    Table table;
    table.name = postings_table_name;
    table.title = "Boekingen achter de tabel";
    table.subtitles = {"Alle boekingen op baten- en lastenrekeningen van " + to_text(answer.year) + " tot en met " +
                       month_name(answer.until.month) +
                       ", per regel van de tabel. Lasten: debet positief; baten: credit positief."};
    table.money_style = MoneyStyle::cents;
    table.columns = {column("regel", "Regel", ColumnKind::text, 20),
                     column("rekening", "Rekening", ColumnKind::text, 10),
                     column("rekeningnaam", "Rekeningnaam", ColumnKind::text, 34),
                     column("kostenplaats", "Kosten-\nplaats", ColumnKind::text, 10),
                     column("kostendrager", "Kosten-\ndrager", ColumnKind::text, 14),
                     column("dagboek", "Dagboek", ColumnKind::text, 9),
                     column("boeking", "Boeking", ColumnKind::text, 12),
                     column("periode", "Periode", ColumnKind::count),
                     column("omschrijving", "Omschrijving", ColumnKind::text, 44),
                     column("bedrag", "Bedrag", ColumnKind::money),
                     column("koppelregel", "Koppelregel", ColumnKind::text, 44),
                     column("cel", "Cel in de export", ColumnKind::text, 30)};
    if (facts.ledger != nullptr) {
        table.rows.reserve(count_posting_rows(facts, answer));
        for_posting_lines(answer, [&](const Line& line) {
            for (const std::size_t index : line.posting_parts) table.rows.push_back(posting_row(facts, line, index));
        });
    }
    return table;
}

std::size_t count_posting_rows(const Facts& facts, const BudgetVsActual& answer) {
    std::size_t rows = 0;
    if (facts.ledger != nullptr)
        for_posting_lines(answer, [&rows](const Line& line) { rows += line.posting_parts.size(); });
    return rows;
}

std::unordered_map<const Line*, std::size_t> phasing_rows(const BudgetVsActual& answer) {
    std::unordered_map<const Line*, std::size_t> rows;
    for (const auto* lines : {&answer.lines, &answer.remainder}) {
        for (const Line& line : *lines) {
            if (line.amounts.budget && !line.phasing.empty()) rows.emplace(&line, rows.size());
        }
    }
    return rows;
}

Formula sum_of(const std::vector<std::size_t>& rows, std::size_t column) {
    Formula formula{std::string("SUM(")};
    if (!rows.empty() && rows.back() - rows.front() + 1 == rows.size()) {
        formula.emplace_back(RangeRef{"", rows.front(), column, rows.back(), column});
    } else {
        for (const std::size_t row : rows) {
            if (formula.size() > 1) formula.emplace_back(std::string(","));
            formula.emplace_back(CellRef{"", row, column});
        }
    }
    formula.emplace_back(std::string(")"));
    return formula;
}

Table make_phasing_table(const BudgetVsActual& answer) {
    Table table;
    table.name = phasing_table_name;
    table.title = "Begroting per maand";
    table.subtitles = {
        "Zo is de begroting van elke regel over de maanden verdeeld; de maanden tellen op tot het jaar."};
    table.money_style = MoneyStyle::cents;
    table.columns = {column("regel", "Regel", ColumnKind::text, 20), column("naam", "Naam", ColumnKind::text, 44),
                     column("fasering", "Fasering", ColumnKind::text, 24)};
    for (std::int32_t position = 1; position <= 12; ++position) {
        const std::string name = month_name(answer.year.month_at(position).month);
        table.columns.push_back({name, name.substr(0, 3), ColumnKind::money, 0, 0});
    }
    table.columns.push_back(column("jaar", "Jaar", ColumnKind::money));
    const auto rows = phasing_rows(answer);
    for (const auto* lines : {&answer.lines, &answer.remainder}) {
        for (const Line& line : *lines) {
            if (!rows.contains(&line)) continue;
            const std::size_t at = table.rows.size();
            Row row;
            row.cells = {text_cell(key_of(line)), text_cell(line.name), text_cell(line.phasing)};
            for (const Money month : line.months) row.cells.push_back(money_cell(month));
            row.cells.push_back(
                {sum(line.months), {std::string("SUM("), RangeRef{"", at, 3, at, 14}, std::string(")")}, Tone::plain});
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

Table make_controls_table(const Facts& facts, const BudgetVsActual& answer) {
    Table table;
    table.name = controls_table_name;
    table.title = "Controle: wat moet aansluiten";
    table.money_style = MoneyStyle::cents;
    table.columns = {
        column("controle", "Controle", ColumnKind::text, 54), column("links", "Links", ColumnKind::text, 16),
        column("bedrag_links", "Bedrag", ColumnKind::money),  column("rechts", "Rechts", ColumnKind::text, 28),
        column("bedrag_rechts", "Bedrag", ColumnKind::money), column("verschil", "Verschil", ColumnKind::money),
        column("oordeel", "Oordeel", ColumnKind::text, 12)};
    for (const Tie& tie : all_ties(facts, answer)) table.rows.push_back(tie_row(tie, table.rows.size()));
    for (const Outside& group : answer.outside) {
        table.notes.push_back("Niet in de tabel: " + group.reason + ", " + std::to_string(group.count) +
                              " boeking(en), samen " + format_euro(group.amount, Decimals::cents) +
                              " (debet min credit)");
    }
    return table;
}

Table make_findings_table(const Findings& findings) {
    Table table;
    table.name = findings_table_name;
    table.title = "Bevindingen";
    table.columns = {
        column("ernst", "Ernst", ColumnKind::text, 14),       column("soort", "Soort", ColumnKind::text, 28),
        column("plaats", "Waar", ColumnKind::text, 40),       column("gevonden", "Gevonden", ColumnKind::text, 60),
        column("verwacht", "Verwacht", ColumnKind::text, 40), column("actie", "Wat te doen", ColumnKind::text, 40)};
    for (const Finding& finding : findings) {
        Row row;
        row.cells = {text_cell(severity_name(finding.severity)),
                     text_cell(finding.kind),
                     text_cell(to_text(finding.place)),
                     text_cell(finding.found),
                     text_cell(finding.expected),
                     text_cell(finding.action)};
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace begroot::report::detail
