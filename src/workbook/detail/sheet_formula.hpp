#pragma once
// References of the neutral table, turned into Excel's A1 notation once every table has its place.

#include "table/table.hpp"
#include "workbook/detail/sheet_layout.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace begroot::workbook::writing {

/// Caps a formula, as Excel does, in characters.
inline constexpr std::size_t formula_length_max = 8'192;

/// The tables of a document with the place of each: what a reference needs to be resolved.
struct SheetPlan {
    const Document& document;
    std::span<const SheetLayout> layouts;  ///< one per table, in the document's order
};

/// Writes a sheet name as a formula does: `'Begroting 2025'`, always quoted, inner apostrophes doubled.
[[nodiscard]] std::string quoted_sheet(std::string_view name);

/// Writes a cell of `home`, or of another table, as an A1 reference: `D14`, `'Lasten'!D14`.
[[nodiscard]] std::string reference(const SheetPlan& plan, const Table& home, const CellRef& cell);

/// Writes a formula without its `=`, in the file's grammar (English names, comma).
[[nodiscard]] std::string formula_text(const SheetPlan& plan, const Table& home, const Formula& formula);

/// Finds the cell that a reference in `home` points to.
[[nodiscard]] const Cell& cell_at(const SheetPlan& plan, const Table& home, const CellRef& cell);

/// Gives a value as the number a sheet holds (euros, fraction, count, serial day); nothing for text, marks and no
/// value.
[[nodiscard]] std::optional<double> sheet_number(const Value& value);

/// Gives the number stored beside a formula. A Rate is held to a millionth; where the formula divides one cell by
/// another and that agrees with the Rate, the full quotient is stored, as Excel would.
[[nodiscard]] std::optional<double> cached_number(const SheetPlan& plan, const Table& home, const Cell& cell);

}  // namespace begroot::workbook::writing
