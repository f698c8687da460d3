#pragma once
// One cell of a neutral table: a typed value, and how it follows from other cells when it does.

#include "money/money.hpp"
#include "money/rate.hpp"
#include "period/day.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace begroot {

/// Stands in a column of amounts where the source prints something that is no number: `p.m.`, `--`, `geen apart
/// budget`. Text outputs print it in place; a workbook leaves the number cell empty, for no text belongs where a number
/// belongs.
struct Mark {
    std::string text;

    friend bool operator==(const Mark&, const Mark&) = default;
};

/// A figure that is neither money, a percentage nor a count: pupils, fte, a ratio. Finite (checked).
struct Quantity {
    double value = 0;
    std::uint8_t decimals = 2;  ///< shown, 0 to 3; the value keeps all

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A cell's value. Empty (monostate) is not zero.
using Value = std::variant<std::monostate, std::string, Money, Rate, std::int64_t, Day, Mark, Quantity>;

/// Points to a cell by row and column of a table's own rows (0-based, heads not counted). An empty table name means
/// this table.
struct CellRef {
    std::string table;
    std::size_t row = 0;
    std::size_t column = 0;
};

/// Points to a rectangle of one table, both corners inside it.
struct RangeRef {
    std::string table;
    std::size_t first_row = 0;
    std::size_t first_column = 0;
    std::size_t last_row = 0;
    std::size_t last_column = 0;
};

/// One piece of a formula: literal text in Excel's file grammar (English names, comma), a cell or a range.
using FormulaPart = std::variant<std::string, CellRef, RangeRef>;

/// How a value follows from other cells, as pieces of an Excel formula without `=`; empty when the value is an input.
/// A reference to a cell with a Mark or no value counts as 0 in sums, as Excel does with empty cells.
using Formula = std::vector<FormulaPart>;

/// Colours a value by its meaning, never by its sign alone; caution is what lies between the two, as an orange light.
enum class Tone : std::uint8_t { plain, favourable, caution, unfavourable, muted };

/// One cell.
struct Cell {
    Value value;
    Formula formula;
    Tone tone = Tone::plain;
};

/// Tells whether a cell holds nothing at all (a Mark is something).
[[nodiscard]] inline bool is_empty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell.value); }

}  // namespace begroot
