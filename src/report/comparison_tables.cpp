#include "money/format.hpp"
#include "report/detail/multi_year_tables.hpp"
#include "report/detail/statement_rows.hpp"
#include "report/detail/table_parts.hpp"
#include "report/detail/year_money.hpp"
#include "report/detail/year_table.hpp"
#include "report/scenarios.hpp"

#include <algorithm>
#include <cmath>

namespace begroot::report {

namespace {

using detail::RowLabel;
using detail::StatementRow;
using detail::YearTable;

Tone tone_of(const std::optional<Money>& difference, bool is_cost) {
    if (!difference || difference->is_zero()) return Tone::plain;
    return (*difference > Money()) != is_cost ? Tone::favourable : Tone::unfavourable;
}

/// Puts the rows of the same figure below each other: the first scenario, then what differs in the others.
class ComparedRows {
public:
    ComparedRows(YearTable& table, const std::vector<MultiYear>& views) : table_(table), views_(views) {}

    /// Adds a figure; one that is the same everywhere and may be left out is only counted.
    void add(RowRole role, std::uint8_t indent, const RowLabel& label, const std::vector<const YearMoney*>& figures,
             bool is_cost, bool may_be_left_out) {
        const bool same = std::ranges::all_of(figures, [&](const YearMoney* one) { return *one == *figures.front(); });
        if (same && may_be_left_out) {
            ++same_;
            return;
        }
        table_.add(role, indent, label, *figures.front());
        const auto below = static_cast<std::uint8_t>(indent + 1);
        for (std::size_t i = 1; i < figures.size(); ++i) {
            if (*figures[i] == *figures.front()) continue;
            table_.add(RowRole::body, below, {"", "· " + views_[i].scenario, ""}, *figures[i]);
            std::vector<Cell> cells;
            for (const std::optional<Money>& one : detail::minus(*figures[i], *figures.front())) {
                cells.push_back(detail::amount_cell(one));
                cells.back().tone = tone_of(one, is_cost);
            }
            table_.add_values(RowRole::body, below, {"", "· verschil", ""}, cells);
        }
    }

    [[nodiscard]] std::size_t same() const { return same_; }

private:
    YearTable& table_;
    const std::vector<MultiYear>& views_;
    std::size_t same_ = 0;
};

std::string names_of(const std::vector<MultiYear>& views) {
    std::string text;
    for (std::size_t i = 1; i < views.size(); ++i)
        text += (i == 1 ? "" : (i + 1 == views.size() ? " en " : ", ")) + views[i].scenario;
    return text;
}

/// Adds the items of the balance that differ.
void add_balance(YearTable& table, ComparedRows& rows, const std::vector<MultiYear>& views) {
    const std::vector<YearLine>& items = views.front().balance;
    const auto differs = [&](std::size_t i) {
        return std::ranges::any_of(views,
                                   [&](const MultiYear& view) { return view.balance[i].years != items[i].years; });
    };
    bool first = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!differs(i)) continue;
        if (first) table.add_section("Balans per 31 december");
        first = false;
        std::vector<const YearMoney*> figures;
        figures.reserve(views.size());
        for (const MultiYear& view : views) figures.push_back(&view.balance[i].years);
        rows.add(RowRole::body, 0, {items[i].rubric, items[i].name, items[i].code}, figures,
                 model::is_under(items[i].rubric, "2.4"), false);
    }
}

Table statement_table(const std::vector<MultiYear>& views, MultiYearPer per) {
    YearTable table(views.front(), "Vergelijking", detail::number_head_of(per), detail::name_head_of(per));
    std::vector<std::vector<StatementRow>> rows;
    rows.reserve(views.size());
    for (const MultiYear& view : views) rows.push_back(detail::statement_rows(view, per));
    ComparedRows compared(table, views);
    for (std::size_t i = 0; i < rows.front().size(); ++i) {
        const StatementRow& row = rows.front()[i];
        if (row.is_label) {
            table.add_section(row.name);
            continue;
        }
        std::vector<const YearMoney*> figures;
        figures.reserve(rows.size());
        for (const auto& of_view : rows) figures.push_back(&of_view[i].years);
        compared.add(row.role, row.indent, {row.number, row.name, row.code}, figures, row.is_cost,
                     row.role == RowRole::body && row.indent > 0);
    }
    add_balance(table, compared, views);
    Table made = table.take();
    made.title = "Scenario's vergeleken";
    made.subtitles = detail::subtitles_of(views.front(), views.front().scenario + " en daaronder " + names_of(views));
    made.notes = {"Verschil = scenario min " + views.front().scenario + "."};
    if (compared.same() > 0) {
        made.notes.push_back(std::to_string(compared.same()) +
                             (compared.same() == 1
                                  ? " regel is overal gelijk en staat er niet bij; hij telt wel mee."
                                  : " regels zijn overal gelijk en staan er niet bij; ze tellen wel mee."));
    }
    return made;
}

std::vector<Cell> ratio_cells(const YearRatio& ratio) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < ratio.values.size(); ++i) {
        Cell cell;
        if (ratio.values[i]) cell.value = detail::value_in(ratio.unit, *ratio.values[i]);
        if (is_empty(cell)) cell.value = Mark{"n.b."};
        cell.tone = ratio.is_beyond(i) ? Tone::unfavourable : Tone::plain;
        cells.push_back(std::move(cell));
    }
    return cells;
}

std::string beyond_text(const YearRatio& ratio, const std::vector<std::int32_t>& years) {
    std::string text;
    for (std::size_t i = 0; i < years.size(); ++i) {
        if (ratio.is_beyond(i)) text += (text.empty() ? "" : ", ") + std::to_string(years[i]);
    }
    const bool below = ratio.direction == model::SignalDirection::below;
    return text.empty() ? text : std::string(below ? " (te laag in " : " (te hoog in ") + text + ")";
}

Table ratio_table(const std::vector<MultiYear>& views) {
    YearTable table(views.front(), "Kengetallen", "", "Kengetal", ColumnKind::number);
    for (std::size_t i = 0; i < views.front().ratios.size(); ++i) {
        const YearRatio& first = views.front().ratios[i];
        const std::string unit = detail::unit_suffix(first.unit);
        table.add_values(RowRole::body, 0,
                         {"", first.name + unit + beyond_text(first, views.front().years), first.code},
                         ratio_cells(first));
        for (std::size_t v = 1; v < views.size(); ++v) {
            const YearRatio& other = views[v].ratios[i];
            if (other.values == first.values && other.signals == first.signals) continue;
            table.add_values(RowRole::body, 1, {"", "· " + views[v].scenario + beyond_text(other, views[v].years), ""},
                             ratio_cells(other));
        }
    }
    return table.take();
}

Table bridge_table(const Comparison& comparison, std::size_t which) {
    const YearBridge& bridge = comparison.bridges[which];
    const MultiYear& from = comparison.views.front();
    const MultiYear& to = comparison.views[which + 1];
    YearTable table(from, "Verklaring " + std::to_string(which + 1), "", "Gewijzigde aanname");
    if (bridge.refusal.empty()) {
        const std::size_t begin =
            table.add(RowRole::body, 0, {"", bridge.name + " van " + from.scenario, ""}, bridge.from);
        std::vector<std::size_t> parts{begin};
        for (const BridgeLine& line : bridge.lines)
            parts.push_back(table.add(RowRole::body, 1, {"", line.name, line.assumption}, line.years));
        const std::size_t end = table.add(RowRole::total, 0, {"", bridge.name + " van " + to.scenario, ""}, bridge.to);
        table.sum(end, parts);
    }
    Table made = table.take();
    made.title = bridge.name + " van " + to.scenario + ": waardoor het verschil met " + from.scenario + " komt";
    if (!bridge.refusal.empty()) {
        made.notes = {bridge.refusal};
    } else {
        made.notes = {
            bridge.in_order
                ? "Meer dan " + std::to_string(scenario::shapley_max) +
                      " aannames: elk deel is het verschil als de aannames in de volgorde van het model wijzigen."
                : "Elk deel is het gemiddelde over alle volgorden waarin de aannames kunnen wijzigen; de delen "
                  "tellen op tot de cent."};
    }
    return made;
}

Cell plan_cell(const std::optional<Money>& amount) { return detail::money_cell(amount); }

Row plan_row(const BesidePlanLine& line, RowRole role, std::uint8_t indent) {
    Row row{role,
            indent,
            {detail::text_cell(line.code), detail::text_cell(line.name), plan_cell(line.budget), plan_cell(line.actual),
             plan_cell(line.forecast)}};
    for (const std::optional<Money>& scenario : line.scenarios) row.cells.push_back(detail::amount_cell(scenario));
    for (std::size_t i = 1; i < line.scenarios.size(); ++i) {
        const auto difference = detail::minus(line.scenarios[i], line.scenarios.front());
        row.cells.push_back(detail::amount_cell(difference));
        row.cells.back().tone = tone_of(difference, true);
    }
    return row;
}

Table plan_table(const Comparison& comparison) {
    const BesidePlan& plan = *comparison.plan;
    const std::string base = std::to_string(comparison.views.front().base_year);
    const std::string year = std::to_string(plan.year);
    Table table;
    table.name = "Jaarplan";
    table.title = "Begroot, werkelijk en scenario's per doel";
    table.subtitles = {"begroot en werkelijk van " + base + ", scenario's van " + year + "; lasten min baten"};
    table.continues = true;
    table.columns = {{"code", "Code", ColumnKind::text, 0, 14},
                     {"naam", "Speerpunt en doel", ColumnKind::text, 0, 44},
                     {"begroot", "Begroot\n" + base, ColumnKind::money, 0, 0},
                     {"werkelijk", "Werkelijk t/m\n" + std::string(month_name(plan.until.month)) + " " + base,
                      ColumnKind::money, 0, 0},
                     {"prognose", "Prognose\n" + base, ColumnKind::money, 0, 0}};
    for (const MultiYear& view : comparison.views)
        table.columns.push_back({view.scenario, view.scenario + "\n" + year, ColumnKind::money, 0, 0});
    for (std::size_t i = 1; i < comparison.views.size(); ++i)
        table.columns.push_back({"verschil_" + comparison.views[i].scenario,
                                 "Verschil\n" + comparison.views[i].scenario, ColumnKind::money, 0, 0});
    for (const BesidePlanLine& line : plan.lines) {
        const bool is_head = line.level == Level::speerpunt;
        table.rows.push_back(plan_row(line, is_head ? RowRole::group : RowRole::body, is_head ? 0 : 1));
    }
    table.rows.push_back(plan_row(plan.total, RowRole::total, 0));
    table.rows.push_back(plan_row(plan.unassigned, RowRole::remainder, 0));
    table.rows.push_back(plan_row(plan.whole, RowRole::total, 0));
    return table;
}

}  // namespace

Document to_document(const Comparison& comparison, MultiYearPer per, MoneyStyle money) {
    Document document;
    document.title = "Scenario's vergeleken";
    document.tables.push_back(statement_table(comparison.views, per));
    document.subject = document.tables.front().subtitles.front();
    for (std::size_t i = 0; i < comparison.bridges.size(); ++i) document.tables.push_back(bridge_table(comparison, i));
    if (comparison.plan) document.tables.push_back(plan_table(comparison));
    if (!comparison.views.front().ratios.empty()) document.tables.push_back(ratio_table(comparison.views));
    for (Table& table : document.tables) {
        table.money_style = money;
        if (detail::has_mark(table)) table.notes.push_back(detail::mark_note);
    }
    document.tables.front().notes.push_back(detail::rounding_note(money));
    check_document(document);
    return document;
}

}  // namespace begroot::report
