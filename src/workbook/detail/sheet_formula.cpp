#include "workbook/detail/sheet_formula.hpp"

#include "base/check.hpp"
#include "base/place.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace begroot::workbook::writing {

namespace {

constexpr double rate_rounding = 6e-7;  // half a millionth and the noise of a division

std::size_t table_index(const SheetPlan& plan, const Table& home, const std::string& name) {
    const std::string& wanted = name.empty() ? home.name : name;
    const auto found = std::ranges::find(plan.document.tables, wanted, &Table::name);
    BEGROOT_CHECK(found != plan.document.tables.end(), "onbekende tabel in een formule");
    return static_cast<std::size_t>(found - plan.document.tables.begin());
}

std::string prefix(const Table& home, const std::string& name) {
    return name.empty() || name == home.name ? std::string() : quoted_sheet(name) + "!";
}

std::string corner(const SheetLayout& layout, std::size_t row, std::size_t column) {
    return cell_name(layout.first_row + static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column));
}

/// Days since 30 December 1899; nothing for a day that does not exist or that Excel counts differently (before March
/// 1900).
std::optional<double> serial_day(const Day& day) {
    using namespace std::chrono;
    if (day.year < 1900 || day.year > 9999 || day.month < 1 || day.day < 1) return std::nullopt;
    const year_month_day date{year{day.year}, month{static_cast<unsigned>(day.month)},
                              std::chrono::day{static_cast<unsigned>(day.day)}};
    if (!date.ok() || date < year_month_day{year{1900}, March, std::chrono::day{1}}) return std::nullopt;
    const sys_days epoch{year_month_day{year{1899}, December, std::chrono::day{30}}};
    return static_cast<double>((sys_days{date} - epoch).count());
}

}  // namespace

std::string quoted_sheet(std::string_view name) {
    std::string quoted = "'";
    for (const char c : name) {
        if (c == '\'') quoted += c;
        quoted += c;
    }
    return quoted + "'";
}

const Cell& cell_at(const SheetPlan& plan, const Table& home, const CellRef& cell) {
    static const Cell nothing;
    const Row& row = plan.document.tables[table_index(plan, home, cell.table)].rows[cell.row];
    return cell.column < row.cells.size() ? row.cells[cell.column] : nothing;  // a blank row may have no cells
}

std::string reference(const SheetPlan& plan, const Table& home, const CellRef& cell) {
    const SheetLayout& layout = plan.layouts[table_index(plan, home, cell.table)];
    return prefix(home, cell.table) + corner(layout, cell.row, cell.column);
}

std::string formula_text(const SheetPlan& plan, const Table& home, const Formula& formula) {
    std::string text;
    for (const FormulaPart& part : formula) {
        if (const auto* literal = std::get_if<std::string>(&part)) text += *literal;
        if (const auto* cell = std::get_if<CellRef>(&part)) text += reference(plan, home, *cell);
        if (const auto* range = std::get_if<RangeRef>(&part)) {
            const SheetLayout& layout = plan.layouts[table_index(plan, home, range->table)];
            text += prefix(home, range->table) + corner(layout, range->first_row, range->first_column) + ":" +
                    corner(layout, range->last_row, range->last_column);
        }
    }
    return text;
}

std::optional<double> sheet_number(const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return static_cast<double>(money->cents()) / 100.0;
    if (const auto* rate = std::get_if<Rate>(&value)) return static_cast<double>(rate->ppm()) / 1e6;
    if (const auto* count = std::get_if<std::int64_t>(&value)) return static_cast<double>(*count);
    if (const auto* day = std::get_if<Day>(&value)) return serial_day(*day);
    if (const auto* quantity = std::get_if<Quantity>(&value)) return quantity->value;
    return std::nullopt;
}

std::optional<double> cached_number(const SheetPlan& plan, const Table& home, const Cell& cell) {
    const std::optional<double> rounded = sheet_number(cell.value);
    if (!rounded || !std::holds_alternative<Rate>(cell.value)) return rounded;
    for (std::size_t i = 1; i + 1 < cell.formula.size(); ++i) {
        const auto* sign = std::get_if<std::string>(&cell.formula[i]);
        const auto* part = std::get_if<CellRef>(&cell.formula[i - 1]);
        const auto* whole = std::get_if<CellRef>(&cell.formula[i + 1]);
        if (!sign || *sign != "/" || !part || !whole) continue;
        const auto above = sheet_number(cell_at(plan, home, *part).value);
        const auto below = sheet_number(cell_at(plan, home, *whole).value);
        if (!above || !below || *below == 0.0) continue;
        const double quotient = *above / *below;
        if (std::abs(quotient - *rounded) <= rate_rounding) return quotient;
    }
    return rounded;
}

}  // namespace begroot::workbook::writing
