#pragma once
// A long list at the foot of a sheet: its rows are asked one by one, so that a million of them need no memory.

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace begroot {

/// What a column of a list holds.
enum class ListKind : std::uint8_t {
    text,      ///< words that hardly come back: a description
    repeated,  ///< words of which there are few: a code, a name
    whole,     ///< a number without grouping: a year, a period
    cents      ///< an amount in cents, shown in euros
};

/// One value of a row. An empty text and a number that `is_empty` are empty cells.
struct ListValue {
    std::string_view text;
    std::int64_t number = 0;
    bool is_empty = false;
};

/// Fills the values of a row, one per column; texts live until the next call. The values are not cleared in between.
using ListFill = std::function<void(std::uint32_t row, std::span<ListValue> values)>;

/// The rows of a list. There is no list where there are no columns.
struct GridList {
    std::uint32_t first_row = 0;  ///< 0-based, below all cells of the sheet
    std::vector<ListKind> columns;
    std::uint32_t rows = 0;
    ListFill fill;
};

}  // namespace begroot
