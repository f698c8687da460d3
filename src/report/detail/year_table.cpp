#include "report/detail/year_table.hpp"

#include "base/check.hpp"
#include "report/detail/table_parts.hpp"

#include <algorithm>
#include <cmath>

namespace begroot::report::detail {

namespace {

/// Beyond this a value is no longer shown as money or as a percentage: it says nothing to a person.
constexpr double shown_max = 9e12;

std::string year_head(const MultiYear& view, std::int32_t year) {
    const bool forecast = view.base_is_forecast && year == view.base_year;
    return (forecast ? "Prognose\n" : "") + std::to_string(year);
}

}  // namespace

bool is_euros(const model::Unit& unit) {
    return unit.exponents.size() == 1 && *unit.exponents.begin() == std::pair<const std::string, int>("€", 1);
}

Value value_in(const model::Unit& unit, double value) {
    if (!std::isfinite(value) || std::abs(value) > shown_max) return {};
    if (unit.percent) return Rate::from_ppm(std::llround(value * 1e6));
    if (is_euros(unit)) return Money::from_cents(std::llround(value * 100));
    const bool whole = std::abs(value - std::round(value)) < 1e-9 && !unit.exponents.empty();
    return Quantity{value, static_cast<std::uint8_t>(whole ? 0 : 2)};
}

Cell amount_cell(const std::optional<Money>& amount) {
    if (amount) return {*amount, {}};
    return {Mark{"n.b."}, {}};
}

YearTable::YearTable(const MultiYear& view, std::string name, const std::string& number_head,
                     const std::string& name_head, ColumnKind kind)
    : years_(view.years.size()) {
    table_.name = std::move(name);
    table_.title = table_.name;
    table_.continues = true;
    if (!number_head.empty()) table_.columns.push_back({"nummer", number_head, ColumnKind::text, 0, 8});
    name_column_ = table_.columns.size();
    table_.columns.push_back({"naam", name_head, ColumnKind::text, 0, 44});
    table_.columns.push_back({"code", "Code", ColumnKind::text, 1, 30});
    first_year_ = table_.columns.size();
    for (const std::int32_t year : view.years)
        table_.columns.push_back({std::to_string(year), year_head(view, year), kind, 0, 0});
}

void YearTable::add_section(const std::string& label) {
    Row row{RowRole::section, 0, std::vector<Cell>(table_.columns.size())};
    row.cells[name_column_] = text_cell(label);
    table_.rows.push_back(std::move(row));
}

void YearTable::add_blank() { table_.rows.push_back({RowRole::blank, 0, std::vector<Cell>(table_.columns.size())}); }

std::size_t YearTable::add(RowRole role, std::uint8_t indent, const RowLabel& label, const YearMoney& amounts) {
    std::vector<Cell> cells;
    for (const std::optional<Money>& amount : amounts) cells.push_back(amount_cell(amount));
    return add_values(role, indent, label, cells);
}

std::size_t YearTable::add_values(RowRole role, std::uint8_t indent, const RowLabel& label,
                                  const std::vector<Cell>& cells) {
    BEGROOT_CHECK(cells.size() == years_, "een rij met te veel of te weinig jaren");
    Row row{role, indent, std::vector<Cell>(table_.columns.size())};
    if (name_column_ > 0) row.cells[0] = text_cell(label.number);
    row.cells[name_column_] = text_cell(label.name);
    row.cells[name_column_ + 1] = text_cell(label.code);
    std::ranges::copy(cells, row.cells.begin() + static_cast<std::ptrdiff_t>(first_year_));
    table_.rows.push_back(std::move(row));
    return table_.rows.size() - 1;
}

/// Gives every amount of a row its formula; a mark keeps none.
template <typename Make>
void YearTable::link(std::size_t row, Make make) {
    for (std::size_t column = first_year_; column < table_.columns.size(); ++column) {
        Cell& cell = table_.rows[row].cells[column];
        if (std::holds_alternative<Money>(cell.value)) cell.formula = make(column);
    }
}

void YearTable::sum(std::size_t row, const std::vector<std::size_t>& rows) {
    if (rows.empty()) return;
    link(row, [&rows](std::size_t column) { return sum_of(rows, column); });
}

void YearTable::subtract(std::size_t row, std::size_t left, std::size_t right) {
    link(row, [left, right](std::size_t column) {
        return Formula{CellRef{"", left, column}, std::string("-"), CellRef{"", right, column}};
    });
}

void YearTable::colour(std::size_t row, Tone tone) {
    for (std::size_t column = first_year_; column < table_.columns.size(); ++column)
        table_.rows[row].cells[column].tone = tone;
}

}  // namespace begroot::report::detail
