#pragma once
// A cell as the sheet's XML has it, before anything is looked up or converted.

#include "workbook/workbook.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace begroot::workbook::detail {

/// What a cell's `t` says about its value.
enum class CellType : std::uint8_t { number, shared_text, formula_text, inline_text, boolean, error, date };

/// One `<c>` element. Views live until the scanner moves on.
struct RawCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t style = 0;
    CellType type = CellType::number;
    bool has_value = false;       ///< there is a `<v>` or an `<is>`
    bool has_formula = false;     ///< there is an `<f>`
    bool value_is_plain = false;  ///< the value is known to be ASCII without `_`
    std::string_view value;
    std::string_view formula;
    FormulaKind formula_kind = FormulaKind::plain;
    std::uint32_t formula_group = 0;
    CellRange formula_range;
};

/// Reads `t`; nothing for a word that no edition of the standard knows.
[[nodiscard]] constexpr std::optional<CellType> parse_cell_type(std::string_view text) {
    if (text == "n" || text.empty()) return CellType::number;
    if (text == "s") return CellType::shared_text;
    if (text == "str") return CellType::formula_text;
    if (text == "inlineStr") return CellType::inline_text;
    if (text == "b") return CellType::boolean;
    if (text == "e") return CellType::error;
    if (text == "d") return CellType::date;
    return std::nullopt;
}

}  // namespace begroot::workbook::detail
