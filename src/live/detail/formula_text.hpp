#pragma once
// The text of a formula taken apart at its references, so that it can be told apart from another and moved.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::live::detail {

/// A cell, a whole column or a whole row that a formula names.
struct FormulaReference {
    std::string sheet;                 ///< without quotes; empty: the sheet of the formula
    std::optional<std::uint32_t> row;  ///< 0-based
    std::optional<std::uint32_t> column;
    bool row_fixed = false;     ///< `$` before the row
    bool column_fixed = false;  ///< `$` before the column
    bool inherits = false;      ///< the second corner of a range: its sheet stands with the first
};

/// A piece of a formula: a reference, or anything else as it stands.
struct FormulaPiece {
    std::string text;  ///< of anything else
    std::optional<FormulaReference> reference;
    bool is_quoted = false;  ///< a text between quotes: case and blanks count
};

/// Takes a formula (without `=`) apart.
[[nodiscard]] std::vector<FormulaPiece> pieces_of(std::string_view formula);

/// Writes pieces as a formula again.
[[nodiscard]] std::string to_formula(const std::vector<FormulaPiece>& pieces);

}  // namespace begroot::live::detail
