#pragma once
// Turns the raw cells of one sheet into cells: looks up shared texts, tells dates from numbers, keeps the texts.

#include "base/error.hpp"
#include "workbook/detail/deadline.hpp"
#include "workbook/detail/kept_cells.hpp"
#include "workbook/detail/raw_cell.hpp"
#include "workbook/detail/shared_texts.hpp"
#include "workbook/detail/styles.hpp"
#include "workbook/detail/text_arena.hpp"
#include "workbook/reader.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::workbook::detail {

/// What all sheets of a workbook share while it is read.
struct SheetContext {
    const ReadLimits* limits = nullptr;
    std::vector<CellStyle> styles;
    std::shared_ptr<const std::vector<WordedFormat>> worded_formats;  ///< null where no style shows words
    SharedTexts shared_texts;
    bool date_1904 = false;
    TextArena* arena = nullptr;
    const ChooseColumns* choose_columns = nullptr;
    const Deadline* deadline = nullptr;
    std::uint64_t cells_left = 0;  ///< of ReadLimits::cells_max
};

/// Adds cells to a sheet. Cells must come in row order with columns ascending; the store checks that.
class CellStore {
public:
    CellStore(SheetContext& context, Sheet& sheet) : context_(&context), kept_(sheet, context.shared_texts) {}

    /// Keeps only what a choice asks for, from the next row on.
    void choose(ColumnChoice choice) { kept_.choose(std::move(choice)); }

    /// Ends a row.
    void end_row() { context_->cells_left += kept_.end_row(); }

    /// Adds a cell, unless it is empty; gives the error, placed at the cell, when the cell cannot be what it says.
    [[nodiscard]] bool add(const RawCell& raw);

    /// Passes over a cell that holds nothing.
    [[nodiscard]] bool add_nothing(const RawCell& raw) { return in_order(raw) || refuse_order(raw); }

    /// Adds a cell with a number that is already read.
    [[nodiscard]] bool add_number(const RawCell& raw, double number) {
        return in_order(raw) ? keep_number(raw, number) : refuse_order(raw);
    }

    /// Adds a cell with the number of a shared text that is already read.
    [[nodiscard]] bool add_shared(const RawCell& raw, std::uint32_t index) {
        return in_order(raw) ? keep_shared(raw, index) : refuse_order(raw);
    }

    /// Tells why add() gave false.
    [[nodiscard]] const Error& error() const { return error_; }

private:
    [[nodiscard]] bool convert(const RawCell& raw);
    [[nodiscard]] bool convert_number(const RawCell& raw);
    [[nodiscard]] bool convert_shared_text(const RawCell& raw);
    [[nodiscard]] bool convert_text(const RawCell& raw);
    [[nodiscard]] bool convert_boolean(const RawCell& raw);
    [[nodiscard]] bool convert_error(const RawCell& raw);
    [[nodiscard]] bool convert_date(const RawCell& raw);
    [[nodiscard]] bool in_order(const RawCell& raw) {
        const std::uint64_t place = (std::uint64_t{raw.row} << 32) | raw.column;
        const bool in_order = place >= next_place_;
        next_place_ = place + 1;
        return in_order;
    }
    [[nodiscard]] bool has_room() const {
        return context_->cells_left > 0 && context_->arena->bytes() <= context_->limits->texts_bytes_max;
    }
    [[nodiscard]] CellStyle style_of(const RawCell& raw) const {
        return raw.style < context_->styles.size() ? context_->styles[raw.style] : CellStyle{};
    }
    [[nodiscard]] bool keep(const RawCell& raw, const Cell& cell);
    [[nodiscard]] bool keep_number(const RawCell& raw, double number);
    [[nodiscard]] bool keep_shared(const RawCell& raw, std::uint32_t index);
    [[nodiscard]] bool refuse_index(const RawCell& raw, std::string_view index);
    [[nodiscard]] bool keep_nothing(const RawCell& raw);
    [[nodiscard]] bool keep_formula(const RawCell& raw, bool kept);
    [[nodiscard]] bool drop(const RawCell& raw);
    [[nodiscard]] bool refuse(const RawCell& raw, std::string found, std::string expected);
    [[nodiscard]] bool refuse_order(const RawCell& raw);
    [[nodiscard]] bool refuse_memory(const RawCell& raw);

    SheetContext* context_;
    KeptCells kept_;
    std::uint64_t next_place_ = 0;  // row and column in one number: what comes next lies there or later
    Error error_;
};

}  // namespace begroot::workbook::detail
