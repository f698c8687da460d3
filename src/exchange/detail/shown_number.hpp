#pragma once
// What a number format shows beside a number and is no part of it: V and N, D and C.

#include "exchange/detail/amount_marks.hpp"
#include "exchange/detail/sheet_grid.hpp"

#include <optional>
#include <string>

namespace begroot::exchange::detail {

/// Gives the mark of a variance that the number format of a cell shows: `500 N` where 500 or -500 is stored.
[[nodiscard]] VarianceMark shown_mark(const SheetGrid& grid, const workbook::Cell& cell);

/// Tells whether the number format of a cell shows it as credit (`C`, `Cr`, `credit`); false for debit, nothing where
/// it shows neither.
[[nodiscard]] std::optional<bool> shown_credit(const SheetGrid& grid, const workbook::Cell& cell);

/// Tells whether an amount is marked as credit, in its text or by its number format; false for debit, nothing for
/// neither.
[[nodiscard]] std::optional<bool> marked_credit(const SheetGrid& grid, const workbook::Cell& cell);

/// Tells whether a number is shown with a minus or between parentheses.
[[nodiscard]] bool shown_negative(const SheetGrid& grid, const workbook::Cell& cell);

/// Gives a cell as shown_text() does, a number with the minus and the words that its format shows: `500 N`.
[[nodiscard]] std::string shown_with_words(const SheetGrid& grid, const workbook::Cell& cell);

}  // namespace begroot::exchange::detail
