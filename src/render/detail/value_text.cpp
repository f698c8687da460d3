#include "render/detail/value_text.hpp"

#include "money/format.hpp"
#include "render/detail/unicode.hpp"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

namespace begroot::render::detail {

std::string count_text(std::int64_t count) {
    std::string text = std::to_string(count);
    const std::size_t digits_begin = count < 0 ? 1 : 0;
    for (std::size_t i = text.size(); i > digits_begin + 3;) {
        i -= 3;
        text.insert(i, 1, '.');
    }
    return text;
}

std::string quantity_text(const Quantity& quantity) {
    std::string text = fmt::format("{:.{}f}", quantity.value, quantity.decimals);
    const std::size_t digits_begin = text.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(text.find('.'), text.size());
    if (point < text.size()) text[point] = ',';
    for (std::size_t i = point; i > digits_begin + 3;) {
        i -= 3;
        text.insert(i, 1, '.');
    }
    const bool is_zero = text.find_first_not_of("-0,.") == std::string::npos;
    return is_zero && digits_begin == 1 ? text.substr(1) : text;
}

std::string value_text(const Value& value, MoneyStyle style) {
    return std::visit(
        [style](const auto& held) -> std::string {
            using Held = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::string>) {
                return clean(held);
            } else if constexpr (std::is_same_v<Held, Money>) {
                return format_amount(held, style == MoneyStyle::cents ? Decimals::cents : Decimals::whole);
            } else if constexpr (std::is_same_v<Held, Rate>) {
                return format_percent(held);
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                return count_text(held);
            } else if constexpr (std::is_same_v<Held, Day>) {
                return fmt::format("{:02}-{:02}-{:04}", held.day, held.month, held.year);
            } else if constexpr (std::is_same_v<Held, Mark>) {
                return clean(held.text);
            } else if constexpr (std::is_same_v<Held, Quantity>) {
                return quantity_text(held);
            } else {
                static_assert(std::is_same_v<Held, std::monostate>);
                return {};
            }
        },
        value);
}

std::string joined_text(const Row& row, MoneyStyle style) {
    std::string joined;
    for (const Cell& cell : row.cells) {
        const std::string text = clean_line(value_text(cell.value, style));
        if (text.empty()) continue;
        if (!joined.empty()) joined += ' ';
        joined += text;
    }
    return joined;
}

bool is_right_aligned(const Column& column) { return column.kind != ColumnKind::text; }

bool is_negative(const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return *money < Money();
    if (const auto* rate = std::get_if<Rate>(&value)) return rate->ppm() < 0;
    if (const auto* count = std::get_if<std::int64_t>(&value)) return *count < 0;
    if (const auto* quantity = std::get_if<Quantity>(&value)) return quantity->value < 0;
    return false;
}

std::size_t indent_column(const Table& table) {
    const auto first = std::ranges::find(table.columns, ColumnKind::text, &Column::kind);
    return static_cast<std::size_t>(first - table.columns.begin());
}

bool is_strong(RowRole role) {
    return role == RowRole::group || role == RowRole::section || role == RowRole::subtotal || role == RowRole::total;
}

}  // namespace begroot::render::detail
