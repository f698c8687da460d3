#include "management/detail/cells.hpp"
#include "management/detail/report_tables.hpp"
#include "management/detail/rule_texts.hpp"
#include "money/format.hpp"

#include <algorithm>

namespace begroot::management::detail {

namespace {

constexpr AmountColumns at;

/// Amounts of a row, whatever it stands for.
struct RowAmounts {
    report::Amounts amounts;
    std::optional<Money> forecast_variance;
};

std::vector<Column> amount_columns(Month until) {
    const std::string year = std::to_string(until.year);
    return {{"code", "Code", ColumnKind::text, 0, 14},
            {"naam", "Speerpunt en doel", ColumnKind::text, 0, 44},
            {"begroot", "Begroot\n" + year, ColumnKind::money, 0, 0},
            {"begroot_tot", head_until("Begroot", until), ColumnKind::money, 0, 0},
            {"werkelijk", head_until("Werkelijk", until), ColumnKind::money, 0, 0},
            {"verschil", "Verschil\neuro", ColumnKind::money, 0, 0},
            {"oordeel", "Oordeel", ColumnKind::text, 0, 10},
            {"prognose", "Prognose\n" + year, ColumnKind::money, 0, 0},
            {"verschil_prognose", "Verschil\nprognose", ColumnKind::money, 2, 0},
            {"oordeel_prognose", "Oordeel\nprognose", ColumnKind::text, 2, 10},
            {"methode", "Methode", ColumnKind::text, 1, 18}};
}

/// Adds rows to the table of amounts, with the formulas of what follows from other cells.
class AmountRows {
public:
    explicit AmountRows(Table& table) : table_(table) {}

    std::size_t add(RowRole role, std::uint8_t indent, const std::string& code, const std::string& name,
                    const RowAmounts& of) {
        const std::size_t row = table_.rows.size();
        Row made{role, indent, std::vector<Cell>(at.count)};
        made.cells[at.code] = words_cell(code);
        made.cells[at.name] = words_cell(name);
        made.cells[at.budget] = amount_cell(of.amounts.budget);
        made.cells[at.budget_to_date] = amount_cell(of.amounts.budget_to_date);
        made.cells[at.actual] = amount_cell(of.amounts.actual);
        made.cells[at.forecast] = amount_cell(of.amounts.forecast);
        put_difference(made, {row, at.variance, at.verdict, at.budget_to_date, at.actual}, of.amounts.variance);
        put_difference(made, {row, at.forecast_variance, at.forecast_verdict, at.budget, at.forecast},
                       of.forecast_variance);
        table_.rows.push_back(std::move(made));
        return row;
    }

    void add_blank() { table_.rows.push_back({RowRole::blank, 0, std::vector<Cell>(at.count)}); }

    /// Makes the amounts of a row the sums of others, where they are numbers.
    void link(std::size_t row, const std::vector<std::size_t>& parts) {
        for (const std::size_t column : {at.budget, at.budget_to_date, at.actual, at.forecast}) {
            Cell& cell = table_.rows[row].cells[column];
            if (!std::holds_alternative<Money>(cell.value) || parts.empty()) continue;
            cell.formula = {std::string("SUM(")};
            for (std::size_t i = 0; i < parts.size(); ++i) {
                if (i > 0) cell.formula.emplace_back(std::string(","));
                cell.formula.emplace_back(CellRef{"", parts[i], column});
            }
            cell.formula.emplace_back(std::string(")"));
        }
    }

    /// Gives a forecast its formula; an own forecast is an input.
    void link_forecast(std::size_t row, const LineForecast& forecast, std::int32_t months) {
        Cell& cell = table_.rows[row].cells[at.forecast];
        if (!std::holds_alternative<Money>(cell.value)) return;
        const CellRef actual{"", row, at.actual};
        if (forecast.method == ForecastMethod::run_rate) {
            cell.formula = {std::string("ROUND("), actual, "*12/" + std::to_string(months) + ",2)"};
        } else if (forecast.method == ForecastMethod::actual_plus_rest) {
            cell.formula = {actual};
            if (!std::holds_alternative<Money>(table_.rows[row].cells[at.budget].value)) return;
            cell.formula.insert(cell.formula.end(), {std::string("+"), CellRef{"", row, at.budget}, std::string("-"),
                                                     CellRef{"", row, at.budget_to_date}});
        }
    }

    [[nodiscard]] Row& row(std::size_t index) { return table_.rows[index]; }

private:
    struct Difference {
        std::size_t row, column, verdict, left, right;
    };

    static void put_difference(Row& made, const Difference& where, const std::optional<Money>& difference) {
        Cell& cell = made.cells[where.column];
        cell = amount_cell(difference);
        cell.tone = tone_of(difference);
        if (!difference) return;
        cell.formula = {CellRef{"", where.row, where.left}, std::string("-"), CellRef{"", where.row, where.right}};
        Cell& verdict = made.cells[where.verdict];
        verdict = verdict_cell(difference);
        const CellRef of{"", where.row, where.column};
        verdict.formula = {std::string("IF("), of, std::string(">0,\"voordelig\",IF("), of,
                           std::string("<0,\"nadelig\",\"\"))")};
        if (is_empty(verdict)) verdict.value = std::string();
    }

    Table& table_;
};

std::optional<Money> forecast_difference(const report::Amounts& amounts) {
    if (!amounts.budget || !amounts.forecast) return std::nullopt;
    return *amounts.budget - *amounts.forecast;
}

report::Amounts added(const report::Amounts& a, const report::Amounts& b) {
    const auto plus = [](const std::optional<Money>& x, const std::optional<Money>& y) {
        return x || y ? std::optional(x.value_or(Money()) + y.value_or(Money())) : std::nullopt;
    };
    report::Amounts total;
    total.budget = plus(a.budget, b.budget);
    total.budget_to_date = plus(a.budget_to_date, b.budget_to_date);
    total.actual = plus(a.actual, b.actual);
    total.forecast = plus(a.forecast, b.forecast);
    if (total.actual && total.budget_to_date) total.variance = *total.budget_to_date - *total.actual;
    return total;
}

/// Adds a line; a speerpunt gets its sums when its goals have their place.
std::size_t add_line(AmountRows& rows, const ReportLine& line, RowRole role, std::int32_t months) {
    const bool head = line.line.level == report::Level::speerpunt;
    const std::size_t row = rows.add(role, static_cast<std::uint8_t>(head || role == RowRole::remainder ? 0 : 1),
                                     role == RowRole::remainder ? "" : line.line.code, line.line.name,
                                     {line.line.amounts, line.forecast_variance});
    if (role != RowRole::remainder) rows.row(row).cells[at.budget] = budget_cell(line.line);
    if (head) return row;
    rows.link_forecast(row, line.forecast, months);
    std::string method = line.forecast.amount ? method_words(line.forecast.method) : "";
    if (line.forecast.without_pattern) method += " (geen patroon)";
    rows.row(row).cells[at.method] = words_cell(std::move(method));
    return row;
}

void add_remainder(AmountRows& rows, const ManagementReport& report, std::size_t plan_row) {
    report::Amounts outside;
    std::vector<std::size_t> parts;
    parts.reserve(report.remainder.size());
    for (const ReportLine& line : report.remainder) outside = added(outside, line.line.amounts);
    if (!outside.actual && !outside.budget) return;
    rows.add_blank();
    for (const ReportLine& line : report.remainder)
        parts.push_back(add_line(rows, line, RowRole::remainder, report.table.until.month));
    const std::size_t sum = rows.add(RowRole::subtotal, 0, "", "Niet toegewezen (lasten min baten)",
                                     {outside, forecast_difference(outside)});
    rows.link(sum, parts);
    const report::Amounts whole = added(report.total, outside);
    const std::size_t all =
        rows.add(RowRole::total, 0, "", "Hele organisatie (lasten min baten)", {whole, forecast_difference(whole)});
    rows.link(all, {plan_row, sum});
}

std::vector<std::string> amount_notes(const Input& input, const ManagementReport& report) {
    std::vector<std::string> notes;
    if (report.total.skipped.any()) {
        notes.push_back("Totaal begroot: " + total_with_skipped(report.total.budget, report.total.skipped) +
                        ". Wat geen getal is, is niet opgeteld.");
    }
    std::vector<ForecastMethod> used{input.rules->method, ForecastMethod::actual_plus_rest};
    for (const ReportLine& line : report.lines) used.push_back(line.forecast.method);
    std::ranges::sort(used);
    const auto repeated = std::ranges::unique(used);
    used.erase(repeated.begin(), repeated.end());
    std::string methods;
    for (const ForecastMethod method : used)
        methods += (methods.empty() ? "" : "; ") + method_words(method) + " is " + method_text(method);
    notes.push_back("Verschil is begroot min werkelijk of min prognose: positief is voordelig. Prognose: " + methods +
                    ". Wat buiten het jaarplan staat, gaat altijd met restant.");
    return notes;
}

}  // namespace

Table make_amounts_table(const Input& input, const ManagementReport& report) {
    Table table;
    table.name = amounts_table_name;
    table.title = "Begroot, werkelijk en prognose per doel";
    table.columns = amount_columns(report.table.until);
    AmountRows rows(table);
    std::vector<std::size_t> heads;
    std::vector<std::vector<std::size_t>> parts;
    for (const ReportLine& line : report.lines) {
        const bool head = line.line.level == report::Level::speerpunt;
        const std::size_t row = add_line(rows, line, head ? RowRole::group : RowRole::body, report.table.until.month);
        if (head) {
            heads.push_back(row);
            parts.emplace_back();
        } else {
            parts.back().push_back(row);
        }
    }
    for (std::size_t i = 0; i < heads.size(); ++i) rows.link(heads[i], parts[i]);
    const std::size_t total =
        rows.add(RowRole::total, 0, "", "Totaal jaarplan", {report.total, forecast_difference(report.total)});
    rows.link(total, heads);
    add_remainder(rows, report, total);
    table.notes = amount_notes(input, report);
    return table;
}

}  // namespace begroot::management::detail
