#include "exchange/detail/sheet_grid.hpp"

#include "exchange/detail/label.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace begroot::exchange::detail {

using workbook::Cell;
using workbook::CellKind;

std::string number_code(const Cell& cell) {
    // Whole numbers up to here are exact; beyond, fifteen significant digits are what Excel itself shows of a number.
    constexpr double exact_max = 9'007'199'254'740'992.0;
    std::array<char, 40> buffer{};
    char* const last = buffer.data() + buffer.size();
    const double number = cell.number();
    const bool whole = number == std::trunc(number) && std::abs(number) <= exact_max;
    const auto end = whole ? std::to_chars(buffer.data(), last, static_cast<std::int64_t>(number))
                           : std::to_chars(buffer.data(), last, number, std::chars_format::general, 15);
    return {buffer.data(), end.ptr};
}

std::string shown_text(const Cell& cell) {
    switch (cell.kind()) {
        case CellKind::text:
            return std::string(trim(cell.text()));
        case CellKind::number:
        case CellKind::date:
            return number_code(cell);
        case CellKind::boolean:
            return cell.number() != 0.0 ? "WAAR" : "ONWAAR";
        case CellKind::error:
            return std::string(dutch_excel_error(cell.text()).value_or(cell.text()));
        case CellKind::empty:
        case CellKind::not_computed:
            break;
    }
    return {};
}

std::string_view shown_text(const Cell& cell, std::string& room) {
    if (cell.kind() == CellKind::text) return trim(cell.text());
    room = shown_text(cell);
    return room;
}

bool is_blank(const Cell& cell) {
    return cell.kind() == CellKind::empty || (cell.kind() == CellKind::text && trim(cell.text()).empty());
}

}  // namespace begroot::exchange::detail
