#pragma once
// A cell of a sheet's XML with another value: its place, style and formula as they were.

#include "workbook/cell.hpp"
#include "workbook/patcher.hpp"

#include <string>
#include <string_view>

namespace begroot::workbook::patching {

/// A value as a cell writes it.
struct ValueMarkup {
    std::string type;    ///< of attribute `t`; empty for a number and for nothing
    std::string inside;  ///< `<v>…</v>` or `<is>…</is>`
};

/// Writes the value of a cell that somebody fills; text goes in the cell itself, never in the shared strings. `prefix`
/// stands before every element's name. In a workbook of 1904 a day counts from there.
[[nodiscard]] ValueMarkup markup_of(const WrittenValue& value, std::string_view prefix, bool date_1904);

/// Writes the result of a formula as a recalculation gave it; nothing for a cell without one.
[[nodiscard]] ValueMarkup markup_of(const Cell& result, std::string_view prefix);

/// Writes a whole cell. `attributes` are those it had, without its type.
[[nodiscard]] std::string cell_markup(std::string_view prefix, std::string_view attributes, const ValueMarkup& value,
                                      std::string_view formula = {}, std::string_view others = {});

}  // namespace begroot::workbook::patching
