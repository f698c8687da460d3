#pragma once
// Which cells of a sheet are kept: all, or those that a column choice asks for.

#include "workbook/detail/shared_texts.hpp"
#include "workbook/reader.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace begroot::workbook::detail {

/// Collects the cells of one row, then keeps those that stay and counts the others. Shared texts are looked up at the
/// end of a row, all at once: one after the other each lookup would wait for memory.
class KeptCells {
public:
    KeptCells(Sheet& sheet, const SharedTexts& texts) : sheet_(&sheet), texts_(&texts) {}

    /// Follows a choice from the next row on.
    void choose(ColumnChoice choice) { choice_ = std::move(choice); }

    /// Tells whether a cell of this column would be left out of the row as far as it is known: its text need not be
    /// copied.
    [[nodiscard]] bool drops(std::uint32_t column) const {
        if (!choice_) return false;
        return choice_->kept.empty() || (key_filled_ && !keeps(column));
    }

    /// Counts a cell that drops() leaves out.
    void drop() { ++dropped_; }

    /// Keeps a cell.
    void add(const Cell& cell) {
        row_.push_back({cell, no_text});
        if (choice_ && cell.column() == choice_->key_column) look_at_key(cell);
    }

    /// Keeps a cell that shows a shared text, which may turn out to be empty.
    void add_shared(std::uint32_t row, std::uint32_t column, std::uint32_t index, bool formula) {
        texts_->prefetch(index);
        row_.push_back({Cell::of_empty(row, column, formula), index});
        if (choice_ && column == choice_->key_column) look_at_key(Cell::of_text(row, column, (*texts_)[index]));
    }

    /// Adds the formula of the cell that comes next; `kept` tells whether that cell is.
    void add_formula(Formula formula, bool kept);

    /// Ends a row. Gives how many cells were added and are not kept.
    std::size_t end_row();

private:
    static constexpr std::uint32_t no_text = 0xFFFFFFFF;

    struct RowCell {
        Cell cell;
        std::uint32_t text;  // the number of a shared text
    };

    [[nodiscard]] bool keeps(std::uint32_t column) const {
        return column < choice_->kept.size() && choice_->kept[column];
    }
    void look_at_key(const Cell& cell);
    void drop_formulas();

    Sheet* sheet_;
    const SharedTexts* texts_;
    std::optional<ColumnChoice> choice_;
    std::vector<RowCell> row_;
    std::vector<Cell> kept_;                                    // of the row
    std::unordered_map<std::uint32_t, std::uint32_t> masters_;  // by group: index in Sheet::formulas
    std::size_t formulas_before_ = 0;                           // the row
    std::size_t dropped_ = 0;                                   // of the row
    bool key_filled_ = false;                                   // in a row that follows a choice
};

}  // namespace begroot::workbook::detail
