#include "report/detail/multi_year_tables.hpp"

#include "report/detail/rubric_names.hpp"
#include "report/detail/statement_rows.hpp"
#include "report/detail/table_parts.hpp"
#include "report/detail/year_money.hpp"
#include "report/detail/year_table.hpp"

#include <algorithm>

namespace begroot::report {

namespace detail {

std::string number_head_of(MultiYearPer per) {
    return per == MultiYearPer::rubric || per == MultiYearPer::nature ? "RJ" : "Code";
}

std::string name_head_of(MultiYearPer per) {
    switch (per) {
        case MultiYearPer::rubric:
            return "Baten en lasten";
        case MultiYearPer::speerpunt:
            return "Speerpunt";
        case MultiYearPer::goal:
            return "Speerpunt en doel";
        case MultiYearPer::nature:
            return "Structureel en incidenteel";
    }
    return "";
}

std::vector<std::string> subtitles_of(const MultiYear& view, const std::string& scenarios) {
    const std::string years = view.years.size() == 1 ? std::to_string(view.years.front())
                                                     : std::to_string(view.years.front()) + " tot en met " +
                                                           std::to_string(view.years.back());
    const std::string organisation = view.names.organisation.empty() ? "" : view.names.organisation + " · ";
    std::vector<std::string> lines{organisation + scenarios + " · " + years};
    if (!view.budget_words.empty())
        lines.push_back("Begroting achter de prognose van " + std::to_string(view.base_year) + ": " +
                        view.budget_words);
    return lines;
}

std::string rounding_note(MoneyStyle money) {
    return money == MoneyStyle::whole_euros ? "Bedragen in hele euro's; er is opgeteld in centen."
                                            : "Bedragen in euro's.";
}

std::string unit_suffix(const model::Unit& unit) {
    const std::string text = model::to_text(unit);
    return unit.percent || text == "1" ? std::string() : " (" + text + ")";
}

bool has_mark(const Table& table) {
    return std::ranges::any_of(table.rows, [](const Row& row) {
        return std::ranges::any_of(row.cells,
                                   [](const Cell& cell) { return std::holds_alternative<Mark>(cell.value); });
    });
}

}  // namespace detail

namespace {

using detail::RowLabel;
using detail::StatementRow;
using detail::YearTable;

Table statement_table(const MultiYear& view, MultiYearPer per) {
    YearTable table(view, "Baten en lasten", detail::number_head_of(per), detail::name_head_of(per));
    for (const StatementRow& row : detail::statement_rows(view, per)) {
        if (row.is_label) {
            table.add_section(row.name);
            continue;
        }
        const std::size_t at = table.add(row.role, row.indent, {row.number, row.name, row.code}, row.years);
        table.sum(at, row.parts);
        if (row.subtract.size() == 2) table.subtract(at, row.subtract[0], row.subtract[1]);
    }
    return table.take();
}

/// Adds a rubric with its items, `first` up to `end` of the balance; gives the row of the rubric.
std::size_t add_balance_rubric(YearTable& table, const MultiYear& view, std::size_t first, std::size_t end,
                               const YearMoney& sum) {
    const YearLine& only = view.balance[first];
    const std::string rubric = detail::main_rubric(only.rubric);
    const bool is_alone = end - first == 1;
    const std::string name = detail::rubric_name(rubric, is_alone ? only.name : std::string());
    const bool is_one = is_alone && only.name == name;
    const std::size_t head = table.add(RowRole::group, 0, {rubric, name, is_one ? only.code : ""}, sum);
    if (is_one) return head;
    std::vector<std::size_t> items;
    for (std::size_t item = first; item < end; ++item) {
        const YearLine& line = view.balance[item];
        items.push_back(
            table.add(RowRole::body, 1, {line.rubric == rubric ? "" : line.rubric, line.name, line.code}, line.years));
    }
    table.sum(head, items);
    return head;
}

/// Adds one side of the balance by rubric; gives the row of its total.
std::size_t add_balance_side(YearTable& table, const MultiYear& view, std::string_view side, const std::string& label,
                             const RowLabel& total, const YearMoney& amounts) {
    table.add_section(label);
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; i < view.balance.size();) {
        const std::string rubric = detail::main_rubric(view.balance[i].rubric);
        std::size_t end = i;
        YearMoney sum = detail::zeros(view.years.size());
        while (end < view.balance.size() && detail::main_rubric(view.balance[end].rubric) == rubric)
            sum = detail::plus(sum, view.balance[end++].years);
        if (model::is_under(rubric, side)) heads.push_back(add_balance_rubric(table, view, i, end, sum));
        i = end;
    }
    const std::size_t row = table.add(RowRole::subtotal, 0, total, amounts);
    table.sum(row, heads);
    return row;
}

Table balance_table(const MultiYear& view) {
    YearTable table(view, "Balans", "RJ", "Balans per 31 december");
    const std::size_t assets =
        add_balance_side(table, view, "1", "Activa", {"", "Totaal activa", "totaal_activa"}, view.assets);
    const std::size_t liabilities =
        add_balance_side(table, view, "2", "Passiva", {"", "Totaal passiva", "totaal_passiva"}, view.liabilities);
    const YearMoney difference = detail::minus(view.assets, view.liabilities);
    if (detail::any(difference)) {
        const std::size_t row =
            table.add(RowRole::total, 0, {"", "Verschil: de balans sluit niet", "balansverschil"}, difference);
        table.subtract(row, assets, liabilities);
        table.colour(row, Tone::unfavourable);
    }
    return table.take();
}

/// Shows a roll-forward: what stood at the begin, what moved, what stands at the end.
Table flow_table(const MultiYear& view, const std::string& name, const std::vector<YearLine>& lines) {
    YearTable table(view, name, "RJ", name);
    for (const YearLine& line : lines) {
        const bool is_sum = line.code == "kasstroom";
        const bool is_end = line.code == "eind";
        if (line.code == "overig" && !detail::any(line.years)) continue;
        table.add(is_end ? RowRole::total : (is_sum ? RowRole::subtotal : RowRole::body), 0,
                  {line.rubric, line.name, line.rubric.empty() ? line.code : ""}, line.years);
    }
    return table.take();
}

Cell value_cell(const model::Unit& unit, const std::optional<double>& value, Tone tone) {
    Cell cell;
    if (value) cell.value = detail::value_in(unit, *value);
    if (is_empty(cell)) cell.value = Mark{"n.b."};
    cell.tone = tone;
    return cell;
}

void add_ratio(YearTable& table, const MultiYear& view, const YearRatio& ratio) {
    std::vector<Cell> values;
    std::vector<Cell> signals;
    std::vector<Cell> verdicts;
    const bool below = ratio.direction == model::SignalDirection::below;
    bool any_beyond = false;
    for (std::size_t i = 0; i < view.years.size(); ++i) {
        const bool beyond = ratio.is_beyond(i);
        any_beyond = any_beyond || beyond;
        values.push_back(value_cell(ratio.unit, ratio.values[i], beyond ? Tone::unfavourable : Tone::plain));
        signals.push_back(value_cell(ratio.unit, ratio.signals[i], Tone::muted));
        verdicts.push_back(
            {beyond ? Value(std::string(below ? "te laag" : "te hoog")) : Value(), {}, Tone::unfavourable});
    }
    const bool has_signal = !ratio.signal_text.empty();
    table.add_values(RowRole::body, 0, {"", ratio.name + detail::unit_suffix(ratio.unit), ratio.code}, values);
    if (!has_signal) return;
    const std::string side =
        ratio.direction == model::SignalDirection::none ? "" : (below ? "minstens " : "hoogstens ");
    table.add_values(RowRole::body, 1, {"", side.empty() ? "signaalwaarde" : "signaalwaarde: " + side + "dit", ""},
                     signals);
    if (any_beyond) table.add_values(RowRole::body, 1, {"", "oordeel", ""}, verdicts);
}

Table ratio_table(const MultiYear& view) {
    YearTable table(view, "Kengetallen", "", "Kengetal", ColumnKind::number);
    for (const YearRatio& ratio : view.ratios) add_ratio(table, view, ratio);
    return table.take();
}

bool has_part(const MultiYear& view, model::ContinuityPart part) {
    return std::ranges::find(view.ratios, part, &YearRatio::continuity) != view.ratios.end();
}

Table counts_table(const MultiYear& view, model::ContinuityPart part, const std::string& name) {
    YearTable table(view, name, "", "Kengetal", ColumnKind::number);
    for (const YearRatio& ratio : view.ratios) {
        if (ratio.continuity == part) add_ratio(table, view, ratio);
    }
    return table.take();
}

/// Sets how amounts are shown, explains marks, puts the heads on the first table and how it was rounded below `noted`.
void finish(Document& document, std::vector<std::string> subtitles, MoneyStyle money, std::size_t noted) {
    for (Table& table : document.tables) {
        table.money_style = money;
        if (detail::has_mark(table)) table.notes = {detail::mark_note};
    }
    document.subject = subtitles.front();
    document.tables.front().subtitles = std::move(subtitles);
    document.tables[noted].notes.push_back(detail::rounding_note(money));
    check_document(document);
}

}  // namespace

Document to_document(const MultiYear& view, MultiYearPer per, MoneyStyle money) {
    Document document;
    document.title = "Meerjarenbegroting";
    const bool has_other = !view.balance.empty() || !view.ratios.empty();
    const bool has_statement = !view.lines.empty() || !has_other;  // without lines nothing adds up, to nought either
    if (has_statement) document.tables.push_back(statement_table(view, per));
    if (!view.balance.empty()) document.tables.push_back(balance_table(view));
    if (!view.equity.empty()) document.tables.push_back(flow_table(view, "Eigen vermogen", view.equity));
    if (!view.cash_flow.empty()) document.tables.push_back(flow_table(view, "Kasstroom", view.cash_flow));
    if (!view.ratios.empty()) document.tables.push_back(ratio_table(view));
    const std::string first = has_statement ? "baten en lasten" : document.tables.front().title;
    document.tables.front().title = "Meerjarenbegroting: " + first;
    finish(document, detail::subtitles_of(view, "scenario " + view.scenario), money, 0);
    return document;
}

Document continuity_document(const MultiYear& view, const model::ContinuityRule& rule, MoneyStyle money) {
    using model::ContinuityPart;
    Document document;
    document.title = "Continuïteitsparagraaf";
    if (has_part(view, ContinuityPart::pupils))
        document.tables.push_back(counts_table(view, ContinuityPart::pupils, "A1 Leerlingen"));
    if (has_part(view, ContinuityPart::staff))
        document.tables.push_back(counts_table(view, ContinuityPart::staff, "A1 Personele bezetting"));
    if (!view.balance.empty()) {
        document.tables.push_back(balance_table(view));
        document.tables.back().title = "A2 Balans";
    }
    document.tables.push_back(statement_table(view, MultiYearPer::rubric));
    document.tables.back().title = "A2 Baten en lasten";
    document.tables.front().title = "Continuïteitsparagraaf: " + document.tables.front().title;
    auto subtitles = detail::subtitles_of(view, "scenario " + view.scenario);
    const std::string after = rule.years == 1 ? "het jaar erna" : "de " + std::to_string(rule.years) + " jaren erna";
    subtitles.push_back("Verslagjaar " + std::to_string(view.base_year) + " en " + after + " (" + rule.source + ")");
    finish(document, std::move(subtitles), money, document.tables.size() - 1);
    return document;
}

Findings check_continuity(const MultiYear& view, const model::ContinuityRule& rule) {
    Findings findings;
    for (const auto& [part, word] : {std::pair{model::ContinuityPart::pupils, "leerlingen"},
                                     std::pair{model::ContinuityPart::staff, "personeel"}}) {
        if (has_part(view, part)) continue;
        const std::string key = "continuiteit = \"" + std::string(word) + "\"";
        findings.push_back({Severity::warning, "continuiteit_zonder_a1", rule.place,
                            "geen kengetal is van deel A1, " + std::string(word), "een kengetal met " + key,
                            "zet " + key + " bij de kengetallen die in A1 horen"});
    }
    return findings;
}

}  // namespace begroot::report
