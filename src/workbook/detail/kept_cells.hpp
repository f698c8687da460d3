#pragma once
// Which cells of a sheet are kept: all, or those that a column choice asks for.

#include "workbook/reader.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

namespace begroot::workbook::detail {

/// Keeps the cells of one sheet, given in row order, and counts what it leaves out.
class KeptCells {
public:
    explicit KeptCells(Sheet& sheet) : sheet_(&sheet) {}

    /// Follows a choice from the next row on.
    void choose(ColumnChoice choice) { choice_ = std::move(choice); }

    /// Tells whether a cell of this column would be left out of the row as far as it is known: its text need not be
    /// copied.
    [[nodiscard]] bool drops(std::uint32_t column) const {
        if (!choice_) return false;
        return choice_->kept.empty() || (key_filled_ && !keeps(column));
    }

    /// Counts a cell that drops() leaves out.
    void drop() {
        filled_ = true;
        ++sheet_->cells_dropped;
    }

    /// Keeps a cell.
    void add(const Cell& cell);

    /// Adds the formula of the cell that comes next; `kept` tells whether that cell is.
    void add_formula(Formula formula, bool kept);

    /// Ends a row: what came before its key cell is judged now. Gives how many cells were kept until now and go.
    std::size_t end_row();

private:
    [[nodiscard]] bool keeps(std::uint32_t column) const {
        return column < choice_->kept.size() && choice_->kept[column];
    }
    void drop_formulas();

    Sheet* sheet_;
    std::optional<ColumnChoice> choice_;
    std::unordered_map<std::uint32_t, std::uint32_t> masters_;  // by group: index in Sheet::formulas
    std::size_t formulas_before_ = 0;                           // the row
    bool filled_ = false;                                       // the row has a cell
    bool key_filled_ = false;                                   // in a row that follows a choice
    bool doubtful_ = false;                                     // the row has cells that go if its key is filled
};

}  // namespace begroot::workbook::detail
