#include "versions/documents.hpp"

#include "money/format.hpp"
#include "period/calendar_day.hpp"
#include "table/cells.hpp"
#include "versions/detail/words.hpp"

#include <algorithm>
#include <utility>

namespace begroot::versions {

namespace detail {

std::string words_of(const Figures& figures) {
    const auto until = [&figures] {
        return "t/m " + std::string(month_name(figures.until->month)) + " " + std::to_string(figures.until->year);
    };
    switch (figures.kind) {
        case FigureKind::budget:
            return "begroting " + figures.code;
        case FigureKind::forecast:
            return figures.code + " (boekingen " + until() + ", op de begroting " + figures.budget + ")";
        case FigureKind::actual:
            return "realisatie " + until();
    }
    return "";
}

std::string head_of(const Figures& figures, const PlanYear& year) {
    switch (figures.kind) {
        case FigureKind::budget:
            return figures.code == primitive_code ? "Primitief\n" + to_text(year) : "Begroting na\n" + figures.code;
        case FigureKind::forecast:
            return "Prognose\n" + figures.code.substr(figures.code.find(':') + 1);
        case FigureKind::actual:
            return "Realisatie\nt/m " + std::string(month_name(figures.until->month)).substr(0, 3);
    }
    return "";
}

}  // namespace detail

namespace {

constexpr std::size_t name_column = 1;
constexpr std::uint16_t code_width = 14;
constexpr std::uint16_t name_width = 44;

RowRole role_of(const VersionRow& row) {
    switch (row.kind) {
        case RowKind::line:
            return row.is_head ? RowRole::group : RowRole::body;
        case RowKind::remainder:
            return RowRole::remainder;
        case RowKind::unassigned:
            return RowRole::subtotal;
        case RowKind::total:
        case RowKind::whole:
            return RowRole::total;
    }
    return RowRole::body;
}

/// Shows a figure: the amount, or what stands in its place; of a head how often.
Cell figure_cell(const Figure& figure, const VersionRow& row) {
    Cell cell = money_cell(figure.amount);
    if (figure.amount) return cell;
    const bool is_goal = row.kind == RowKind::line && !row.is_head;
    if (figure.skipped.any() && !is_goal) {
        cell.value = Mark{total_with_skipped(std::nullopt, figure.skipped)};
    } else if (const std::string mark = mark_text(figure.kind); !mark.empty()) {
        cell.value = Mark{mark};
    }
    return cell;
}

/// Begins a table with the code and the name of every row; a name stands in the code column only in a plan's rows.
Table begin_table(const management::Input& input, const Versions& versions, const std::string& name) {
    const Plan& plan = *input.facts.plan;
    const LevelWords words = level_words(plan);
    Table table;
    table.name = name;
    table.continues = true;
    table.subtitles = {plan.organisation + " · " + plan.title + " · " + begroot::name_of(year_of(plan))};
    table.columns = {{"code", "Code", ColumnKind::text, 0, code_width},
                     {"naam", words.speerpunt + " en " + words.goal, ColumnKind::text, 0, name_width}};
    for (const VersionRow& row : versions.rows) {
        Row made;
        made.role = role_of(row);
        made.indent = row.kind == RowKind::line && !row.is_head ? 1 : 0;
        made.cells = {text_cell(row.kind == RowKind::line ? row.code : ""), text_cell(row.name)};
        table.rows.push_back(std::move(made));
    }
    return table;
}

void add_column(Table& table, const Versions& versions, Column column, const Figures& figures) {
    table.columns.push_back(std::move(column));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        table.rows[row].cells.push_back(figure_cell(figures.of_rows[row], versions.rows[row]));
}

Column money_column(const std::string& id, std::string head) { return {id, std::move(head), ColumnKind::money, 0, 0}; }

/// Adds primitief, what every version changed, and the budget after the last, which is their sum in a workbook too.
void add_budgets(Table& table, const management::Input& input, const Versions& versions) {
    const Figures& first = versions.budgets.front();
    add_column(table, versions, money_column(first.code, detail::head_of(first, year_of(*input.facts.plan))), first);
    if (input.facts.versions == nullptr) return;
    const std::size_t from = table.columns.size() - 1;
    for (std::size_t i = 0; i < input.facts.versions->versions.size(); ++i) {
        const BudgetVersion& version = input.facts.versions->versions[i];
        table.columns.push_back(money_column(version.code, version.code + "\n" + dutch_text(version.date)));
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            table.rows[row].cells.push_back(money_cell(change_of(versions, i, row)));
    }
    const std::size_t last = table.columns.size() - 1;
    add_column(table, versions, money_column(std::string(current_code), "Actuele\nbegroting"), versions.budgets.back());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        Cell& sum = table.rows[row].cells.back();
        if (std::holds_alternative<Money>(sum.value))
            sum.formula = {std::string("SUM("), RangeRef{"", row, from, row, last}, std::string(")")};
    }
}

std::string tie_note(const Versions& versions) {
    const auto total = std::ranges::find(versions.rows, RowKind::total, &VersionRow::kind) - versions.rows.begin();
    const auto row = static_cast<std::size_t>(total);
    const Money first = versions.budgets.front().of_rows[row].amount.value_or(Money());
    const Money last = versions.budgets.back().of_rows[row].amount.value_or(Money());
    return "Totaal jaarplan: primitief " + format_euro(first, Decimals::cents) + " + wijzigingen " +
           format_euro(last - first, Decimals::cents) + " = actuele begroting " + format_euro(last, Decimals::cents) +
           ": sluit. Wat geen bedrag is, telt als niets.";
}

std::vector<std::string> notes_of(const management::Input& input, const Versions& versions, MoneyStyle money) {
    std::vector<std::string> notes;
    if (input.facts.versions != nullptr) {
        notes.push_back(tie_note(versions));
    } else {
        notes.emplace_back("Dit model heeft geen begrotingswijzigingen; primitief is ook de actuele begroting.");
    }
    for (const Figures& forecast : versions.forecasts)
        notes.push_back(detail::words_of(forecast) + ": zoals in begroot rapportage.");
    if (!versions.actual) notes.emplace_back("Het model noemt geen mutaties; er is geen prognose en geen realisatie.");
    if (money == MoneyStyle::whole_euros) notes.emplace_back("Bedragen in hele euro's; er is opgeteld in centen.");
    return notes;
}

/// Adds the difference of two columns, as a formula too, and says whether it is voordelig.
void add_difference(Table& table, const Pair& pair) {
    const std::size_t from = table.columns.size() - 2;
    table.columns.push_back(money_column("verschil", "Verschil\neuro"));
    table.columns.push_back({"oordeel", "Oordeel", ColumnKind::text, 0, code_width});
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::optional<Money> amount = difference(*pair.from, *pair.to, row);
        Cell cell = money_cell(amount);
        Cell verdict;
        if (amount) cell.formula = {CellRef{"", row, from}, std::string("-"), CellRef{"", row, from + 1}};
        if (amount && !amount->is_zero()) {
            cell.tone = *amount > Money() ? Tone::favourable : Tone::unfavourable;
            verdict = text_cell(*amount > Money() ? "voordelig" : "nadelig");
            verdict.tone = cell.tone;
        }
        table.rows[row].cells.push_back(std::move(cell));
        table.rows[row].cells.push_back(std::move(verdict));
    }
}

}  // namespace

Document to_document(const management::Input& input, const Versions& versions, MoneyStyle money) {
    Document document;
    document.title = "Begroting in versies";
    Table table = begin_table(input, versions, "Versies");
    document.subject = table.subtitles.front();
    table.title = document.title;
    add_budgets(table, input, versions);
    for (const Figures& forecast : versions.forecasts)
        add_column(table, versions, money_column(forecast.code, detail::head_of(forecast, year_of(*input.facts.plan))),
                   forecast);
    if (versions.actual) {
        add_column(table, versions, money_column(versions.actual->code, detail::head_of(*versions.actual, {})),
                   *versions.actual);
    }
    table.notes = notes_of(input, versions, money);
    document.tables.push_back(std::move(table));
    if (input.facts.versions != nullptr) {
        for (Table& list : detail::make_lists(*input.facts.versions)) document.tables.push_back(std::move(list));
    }
    for (Table& one : document.tables) one.money_style = money;
    check_document(document);
    return document;
}

Document to_document(const management::Input& input, const Versions& versions, const Pair& pair, MoneyStyle money) {
    Document document;
    document.title = "Begroting vergeleken";
    Table table = begin_table(input, versions, "Vergelijking");
    document.subject = table.subtitles.front();
    table.title = document.title;
    table.subtitles.push_back("Van " + detail::words_of(*pair.from) + " naar " + detail::words_of(*pair.to));
    table.money_style = money;
    const PlanYear year = year_of(*input.facts.plan);
    add_column(table, versions, money_column("van", detail::head_of(*pair.from, year)), *pair.from);
    add_column(table, versions, money_column("naar", detail::head_of(*pair.to, year)), *pair.to);
    add_difference(table, pair);
    table.notes = {
        "Verschil = van min naar: meer lasten zijn nadelig. Wat geen bedrag is, telt naast een bedrag als "
        "niets."};
    if ((pair.from->kind == FigureKind::actual) != (pair.to->kind == FigureKind::actual))
        table.notes.emplace_back("De realisatie loopt tot en met een maand; de andere kolom gaat over het hele jaar.");
    if (money == MoneyStyle::whole_euros)
        table.notes.emplace_back("Bedragen in hele euro's; er is opgeteld in centen.");
    document.tables.push_back(std::move(table));
    check_document(document);
    return document;
}

}  // namespace begroot::versions
