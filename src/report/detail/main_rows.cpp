#include "report/detail/main_rows.hpp"

#include "report/detail/amounts.hpp"
#include "report/detail/table_parts.hpp"

#include <unordered_map>

namespace begroot::report::detail {

namespace {

/// Makes the rows one by one, knowing where each stands.
class MainTable {
public:
    MainTable(const BudgetVsActual& answer, const MainColumns& columns, Medium medium)
        : answer_(answer), at_(columns), live_(medium == Medium::workbook) {
        table_.name = main_table_name;
        table_.columns = columns.columns;
    }

    /// Adds a row for amounts; gives its place. Derived columns get their formulas, the other three keep those of
    /// `inputs`.
    struct Inputs {
        Formula budget, budget_to_date, actual;
        bool net = false;  ///< income and expense in one figure
    };
    std::size_t add(RowRole role, std::uint8_t indent, const std::string& code, const std::string& name,
                    const Amounts& amounts, Side side, const Inputs& inputs) {
        const std::size_t row = table_.rows.size();
        Row made;
        made.role = role;
        made.indent = indent;
        made.cells.resize(table_.columns.size());
        made.cells[at_.code] = text_cell(code);
        made.cells[at_.name] = text_cell(name);
        made.cells[at_.budget] = live_cell(amounts.budget, inputs.budget);
        made.cells[at_.budget_to_date] = live_cell(amounts.budget_to_date, inputs.budget_to_date);
        made.cells[at_.actual] = live_cell(amounts.actual, inputs.actual);
        fill_derived(made, row, amounts, side, inputs.net);
        table_.rows.push_back(std::move(made));
        return row;
    }

    void add_blank() { table_.rows.push_back({RowRole::blank, 0, std::vector<Cell>(table_.columns.size())}); }
    void add_section(const std::string& text) {
        Row row{RowRole::section, 0, std::vector<Cell>(table_.columns.size())};
        row.cells[at_.name] = text_cell(text);
        table_.rows.push_back(std::move(row));
    }

    [[nodiscard]] Row& row(std::size_t index) { return table_.rows[index]; }
    [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
    [[nodiscard]] Table take() { return std::move(table_); }

private:
    [[nodiscard]] Cell live_cell(const std::optional<Money>& amount, const Formula& formula) const {
        Cell cell = money_cell(amount);
        if (live_ && amount) cell.formula = formula;
        return cell;
    }

    [[nodiscard]] Formula minus(std::size_t row, std::size_t left, std::size_t right) const {
        return {CellRef{"", row, left}, std::string("-"), CellRef{"", row, right}};
    }

    void fill_derived(Row& made, std::size_t row, const Amounts& amounts, Side side, bool net) {
        const bool income = side == Side::income;
        const Tone tone = !amounts.variance || amounts.variance->is_zero()
                              ? Tone::plain
                              : (*amounts.variance > Money() ? Tone::favourable : Tone::unfavourable);
        made.cells[at_.variance] = live_cell(amounts.variance, income ? minus(row, at_.actual, at_.budget_to_date)
                                                                      : minus(row, at_.budget_to_date, at_.actual));
        made.cells[at_.variance].tone = tone;
        made.cells[at_.remaining] = live_cell(amounts.remaining, minus(row, at_.budget, at_.actual));
        Formula forecast{CellRef{"", row, at_.actual}};
        if (amounts.budget) {
            forecast.insert(forecast.end(), {std::string("+("), CellRef{"", row, at_.budget}, std::string("-"),
                                             CellRef{"", row, at_.budget_to_date}, std::string(")")});
        }
        made.cells[at_.forecast] = live_cell(amounts.forecast, forecast);
        if (!amounts.variance) return;
        // a net of income and expense may be near nothing, so a percentage of it says nothing
        if (const auto percent = net ? std::nullopt : ratio(*amounts.variance, amounts.budget_to_date->abs())) {
            Cell& cell = made.cells[at_.percent];
            cell.value = *percent;
            cell.tone = tone;
            if (live_) {
                const CellRef variance{"", row, at_.variance};
                const CellRef budget{"", row, at_.budget_to_date};
                const bool positive = *amounts.budget_to_date > Money();
                cell.formula = positive ? Formula{variance, std::string("/"), budget}
                                        : Formula{variance, std::string("/ABS("), budget, std::string(")")};
            }
        }
        Cell& verdict = made.cells[at_.verdict];
        verdict = text_cell(tone == Tone::plain ? "" : (tone == Tone::favourable ? "voordelig" : "nadelig"));
        verdict.tone = tone;
        if (live_) {
            const CellRef variance{"", row, at_.variance};
            verdict.formula = {std::string("IF("), variance, std::string(">0,\"voordelig\",IF("), variance,
                               std::string("<0,\"nadelig\",\"\"))")};
        }
    }

    const BudgetVsActual& answer_;
    const MainColumns& at_;
    bool live_;
    Table table_;
};

/// What a workbook's formulas point to on the other sheets.
struct Sheets {
    std::size_t posting_rows = 0;
    std::unordered_map<const Line*, std::size_t> phasing_rows;
    bool live = false;
};

/// Sums the postings of one line on the sheet of postings, by the line's key.
Formula postings_of(const Line& line, const Sheets& sheets, std::size_t code_row, std::size_t code_column) {
    if (sheets.posting_rows == 0) return {};
    constexpr std::size_t key_column = 0;
    constexpr std::size_t amount_column = 9;
    const std::size_t last = sheets.posting_rows - 1;
    const std::string prefix = key_prefix_of(line);
    Formula formula{std::string("SUMIFS("), RangeRef{postings_table_name, 0, amount_column, last, amount_column},
                    std::string(","), RangeRef{postings_table_name, 0, key_column, last, key_column}, std::string(",")};
    if (!prefix.empty()) formula.emplace_back("\"" + prefix + "\"&");
    formula.emplace_back(CellRef{"", code_row, code_column});
    formula.emplace_back(std::string(")"));
    return formula;
}

Formula months_of(const BudgetVsActual& answer, const Sheets& sheets, const Line& line) {
    constexpr std::size_t first_month_column = 3;
    const auto row = sheets.phasing_rows.find(&line);
    if (row == sheets.phasing_rows.end()) return {};
    const auto last = first_month_column + static_cast<std::size_t>(answer.year.position(answer.until)) - 1;
    return {std::string("SUM("), RangeRef{phasing_table_name, row->second, first_month_column, row->second, last},
            std::string(")")};
}

std::string skipped_text(const Line& line) {
    return line.level == Level::speerpunt ? total_with_skipped(std::nullopt, line.amounts.skipped) : std::string();
}

std::uint8_t indent_of(Level level) {
    switch (level) {
        case Level::goal:
        case Level::action_line:
        case Level::project:
        case Level::result:
        case Level::measure:
        case Level::school_goal:
        case Level::booked_elsewhere:
            return 1;
        case Level::activity:
        case Level::without_activity:
            return 2;
        default:
            return 0;
    }
}

using Inputs = MainTable::Inputs;

/// Adds a line; a line with lines below it gets its sums when those have their place (see `link_sums`).
std::size_t add_line(MainTable& table, const BudgetVsActual& answer, const MainColumns& columns, const Sheets& sheets,
                     const Line& line, RowRole role, bool leaf) {
    Inputs inputs;
    inputs.net = role == RowRole::remainder;
    if (sheets.live) {
        inputs.budget_to_date = months_of(answer, sheets, line);
        if (leaf) inputs.actual = postings_of(line, sheets, table.size(), columns.code);
    }
    const std::size_t row =
        table.add(role, indent_of(line.level), line.code, line.name, line.amounts, line.side, inputs);
    Row& made = table.row(row);
    if (!sheets.live && role == RowRole::remainder) made.cells[columns.code] = Cell{};  // a name, not a code, on paper
    const std::string mark = mark_text(line.kind);
    if (!mark.empty()) made.cells[columns.budget].value = Mark{mark};
    if (line.level == Level::speerpunt && !line.amounts.budget && line.amounts.skipped.any()) {
        made.cells[columns.budget].value = Mark{total_with_skipped(std::nullopt, line.amounts.skipped)};
    }
    made.cells[columns.phasing] = text_cell(line.phasing);
    if (columns.printed) made.cells[*columns.printed] = text_cell(line.printed);
    if (columns.skipped) made.cells[*columns.skipped] = text_cell(skipped_text(line));
    return row;
}

/// Gives every head its sums over the rows below it.
void link_sums(MainTable& table, const BudgetVsActual& answer, const MainColumns& columns, const MainRows& rows) {
    std::vector<std::vector<std::size_t>> rows_below(answer.lines.size());
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
        if (answer.lines[i].parent) rows_below[*answer.lines[i].parent].push_back(rows.of_line[i]);
    }
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
        const std::vector<std::size_t>& child_rows = rows_below[i];
        if (child_rows.empty()) continue;
        Row& head = table.row(rows.of_line[i]);
        const bool speerpunt = answer.lines[i].level == Level::speerpunt;
        for (const std::size_t column : {columns.budget, columns.budget_to_date, columns.actual}) {
            Cell& cell = head.cells[column];
            const bool own = !speerpunt && column != columns.actual;  // a goal's budget is its own, not its activities'
            if (!own && std::holds_alternative<Money>(cell.value)) cell.formula = sum_of(child_rows, column);
        }
    }
}

Inputs sums(const MainColumns& columns, const std::vector<std::size_t>& rows) {
    if (rows.empty()) return {};
    return {sum_of(rows, columns.budget), sum_of(rows, columns.budget_to_date), sum_of(rows, columns.actual), false};
}

Amounts plus_amounts(const Amounts& a, const Amounts& b, Side side) {
    Amounts total = a;
    add(total, b);
    derive(total, side);
    return total;
}

void add_plan_rows(MainTable& table, const BudgetVsActual& answer, const MainColumns& columns, const Sheets& sheets,
                   MainRows& rows) {
    std::vector<std::size_t> heads;
    const std::vector<bool> leaves = find_leaves(answer);
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
        const Line& line = answer.lines[i];
        const bool group = line.level == Level::speerpunt && answer.options.per != Per::speerpunt;
        rows.of_line.push_back(
            add_line(table, answer, columns, sheets, line, group ? RowRole::group : RowRole::body, leaves[i]));
        if (line.level == Level::speerpunt) heads.push_back(rows.of_line.back());
    }
    if (sheets.live) link_sums(table, answer, columns, rows);
    const std::size_t total =
        table.add(RowRole::total, 0, "", "Totaal jaarplan", answer.total, Side::expense, sums(columns, heads));
    if (columns.skipped)
        table.row(total).cells[*columns.skipped] = text_cell(total_with_skipped(std::nullopt, answer.total.skipped));
    const bool none = !answer.unassigned.actual && !answer.unassigned.budget;
    if (none) return;
    table.add_blank();
    for (const Line& line : answer.remainder) {
        rows.of_remainder.push_back(add_line(table, answer, columns, sheets, line, RowRole::remainder, true));
    }
    Inputs net = sums(columns, rows.of_remainder);
    net.net = true;
    const std::size_t unassigned = table.add(RowRole::subtotal, 0, "", "Niet toegewezen (lasten min baten)",
                                             answer.unassigned, Side::expense, net);
    Inputs whole = sums(columns, {total, unassigned});
    whole.net = true;
    table.add(RowRole::total, 0, "", "Hele organisatie (lasten min baten)",
              plus_amounts(answer.total, answer.unassigned, Side::expense), Side::expense, whole);
}

void add_dimension_rows(MainTable& table, const BudgetVsActual& answer, const MainColumns& columns,
                        const Sheets& sheets, MainRows& rows) {
    std::vector<std::size_t> totals;
    for (const Side side : {Side::income, Side::expense}) {
        Amounts total;
        std::vector<std::size_t> side_rows;
        for (const Line& line : answer.lines) {
            if (line.side != side) continue;
            if (side_rows.empty()) table.add_section(side == Side::income ? "Baten" : "Lasten");
            rows.of_line.push_back(add_line(table, answer, columns, sheets, line, RowRole::body, true));
            side_rows.push_back(rows.of_line.back());
            add(total, line.amounts);
        }
        if (side_rows.empty()) continue;
        derive(total, side);
        totals.push_back(table.add(RowRole::subtotal, 0, "", side == Side::income ? "Totaal baten" : "Totaal lasten",
                                   total, side, sums(columns, side_rows)));
    }
    if (totals.size() != 2) return;
    Amounts result;  // income minus expense: positive is a surplus
    for (const auto& [to, from] : {std::pair{&result.budget, &answer.total.budget},
                                   std::pair{&result.budget_to_date, &answer.total.budget_to_date},
                                   std::pair{&result.actual, &answer.total.actual}}) {
        if (*from) *to = -**from;
    }
    derive(result, Side::income);
    const auto difference = [&](std::size_t column) {
        return Formula{CellRef{"", totals[0], column}, std::string("-"), CellRef{"", totals[1], column}};
    };
    table.add(RowRole::total, 0, "", "Resultaat (baten min lasten)", result, Side::income,
              {difference(columns.budget), difference(columns.budget_to_date), difference(columns.actual), true});
}

}  // namespace

Table make_main_table(const Facts& facts, const BudgetVsActual& answer, const TableStyle& style,
                      const MainColumns& columns, MainRows& rows) {
    MainTable table(answer, columns, style.medium);
    Sheets sheets;
    sheets.live = style.medium == Medium::workbook;
    if (sheets.live) {
        sheets.posting_rows = count_posting_rows(facts, answer);
        sheets.phasing_rows = phasing_rows(answer);
    }
    const bool by_plan = !answer.remainder.empty();
    if (by_plan) {
        add_plan_rows(table, answer, columns, sheets, rows);
    } else {
        add_dimension_rows(table, answer, columns, sheets, rows);
    }
    Table made = table.take();
    made.money_style = style.money;
    return made;
}

}  // namespace begroot::report::detail
