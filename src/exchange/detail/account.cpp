#include "exchange/detail/account.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/detail/sheet_grid.hpp"

#include <algorithm>

namespace begroot::exchange::detail {

using workbook::CellKind;

namespace {

/// Drops the `.0` that a detour over floating point leaves behind: `4010.0`.
std::string_view without_zero_decimals(std::string_view code) {
    const std::size_t point = code.find('.');
    if (point == std::string_view::npos || point == 0 || point + 1 == code.size()) return code;
    const bool zeros = std::ranges::all_of(code.substr(point + 1), [](char c) { return c == '0'; });
    return zeros && std::ranges::all_of(code.substr(0, point), is_digit) ? code.substr(0, point) : code;
}

}  // namespace

std::string read_code(const workbook::Cell* cell) {
    if (cell == nullptr) return {};
    if (cell->kind() == CellKind::text) return std::string(without_zero_decimals(trim(cell->text())));
    return cell->kind() == CellKind::number ? number_code(*cell) : std::string();
}

bool is_unreadable(const workbook::Cell* cell) {
    return cell != nullptr && (cell->kind() == CellKind::not_computed || cell->kind() == CellKind::error);
}

Error unreadable(const workbook::Cell& cell, const SheetGrid& grid) {
    const bool computed = cell.kind() != CellKind::not_computed;
    return *refusal({.state = computed ? AmountState::excel_error : AmountState::not_computed}, cell,
                    grid.origin(cell));
}

std::optional<CodeAndName> read_account(const workbook::Cell* cell) {
    if (cell == nullptr) return std::nullopt;
    if (cell->kind() == CellKind::number) {
        std::string code = number_code(*cell);
        if (is_rubric(code)) return std::nullopt;
        return CodeAndName{std::move(code), {}};
    }
    if (cell->kind() != CellKind::text) return std::nullopt;
    const std::string_view text = trim(cell->text());
    std::size_t end = 0;
    while (end < text.size() && leading_space(text.substr(end)) == 0) ++end;
    std::string_view code = text.substr(0, end);
    std::string_view name = trim(text.substr(end));
    while (!code.empty() && (code.back() == ':' || code.back() == '-' || code.back() == '.')) code.remove_suffix(1);
    code = without_zero_decimals(code);
    if (std::ranges::none_of(code, is_digit) || is_rubric(code)) return std::nullopt;
    if (name.starts_with("\xE2\x80\x93")) name = trim(name.substr(3));
    while (!name.empty() && (name[0] == '-' || name[0] == ':')) name = trim(name.substr(1));
    return CodeAndName{std::string(code), std::string(name)};
}

}  // namespace begroot::exchange::detail
