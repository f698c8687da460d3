#pragma once
// A workbook laid out cell by cell, for what no table can say: live sheets whose formulas look at each other.

#include "table/cell.hpp"
#include "table/grid_chart.hpp"
#include "table/grid_list.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace begroot {

/// What a grid cell holds or, beside a formula, its stored outcome. Empty is not zero.
using GridValue = std::variant<std::monostate, double, std::string>;

/// What a grid cell is on the page.
enum class GridRole : std::uint8_t {
    title,
    subtitle,
    note,
    head,
    label,
    muted,  ///< a row that supports another
    section,
    figure,
    input,   ///< may be changed: styled and unlocked
    remark,  ///< a text of the reader's own: unlocked, not styled
    subtotal,
    total
};

/// How a grid cell's number is shown.
enum class GridNumber : std::uint8_t { none, whole, cents, percent, factor };

/// One cell. A formula is in Excel's file grammar without `=`; then `value` is its outcome.
struct GridCell {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    GridValue value;
    std::string formula;
    GridRole role = GridRole::figure;
    GridNumber number = GridNumber::none;
    std::uint8_t indent = 0;
};

/// A note on a cell.
struct GridNote {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    std::string text;
};

/// A cell that takes only a member of a list (`list` is a range or name), or only numbers from `least` to `most`.
struct GridChoice {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    std::string list;
    double least = 0;
    double most = 0;
};

/// Colours a range where a formula (relative to its first cell) holds.
struct GridSignal {
    std::uint32_t first_row = 0;
    std::uint16_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint16_t last_column = 0;
    std::string formula;
    Tone tone = Tone::unfavourable;
};

/// One sheet. Cells stand in any order; each position at most once.
struct Grid {
    std::string name;  ///< a legal sheet name, unique in the workbook
    std::vector<GridCell> cells;
    std::vector<double> widths;                 ///< of the columns, in characters
    std::vector<std::uint16_t> hidden_columns;  ///< that have a width and are not shown
    std::uint32_t frozen_rows = 0;
    std::uint16_t frozen_columns = 0;
    std::uint32_t head_row = 0;          ///< repeated on every printed page
    std::vector<std::uint32_t> outline;  ///< rows of a group that can be folded
    std::vector<GridNote> notes;
    std::vector<GridChoice> choices;
    std::vector<GridSignal> signals;
    bool is_protected = false;  ///< only inputs and remarks can be changed; without a password
    bool is_hidden = false;     ///< not shown until somebody asks for it
    GridList list;              ///< below the cells, with a filter on the row above it
    std::vector<GridChart> charts;
    std::uint16_t print_columns = 0;  ///< of the paper; 0: as many as there are
};

/// A whole workbook.
struct GridBook {
    std::string title;
    std::string subject;
    std::vector<Grid> grids;
    std::vector<std::pair<std::string, std::string>> names;  ///< defined names and what they stand for
};

}  // namespace begroot
