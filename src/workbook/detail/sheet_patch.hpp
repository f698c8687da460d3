#pragma once
// The XML of one sheet written anew with some cells changed; all else passes as it is.

#include "base/result.hpp"
#include "workbook/detail/cell_markup.hpp"
#include "workbook/detail/part_deflater.hpp"
#include "workbook/detail/raw_xml.hpp"
#include "workbook/patcher.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::workbook::patching {

/// What becomes of one sheet.
struct SheetChange {
    std::vector<CellWrite> writes;        ///< by row and column, no cell twice
    std::vector<StaleCell> stale;         ///< by row and column; none is also written
    const Sheet* recalculated = nullptr;  ///< where stale cells take their values from; without it they lose theirs
    bool date_1904 = false;
    const GrownList* list = nullptr;  ///< of this sheet, where there is one
};

/// The sheet as it became.
struct ChangedSheet {
    PackedPart part;
    std::vector<std::string> bookkeeping;  ///< what changed beside cells, in words
    std::size_t refreshed = 0;             ///< formulas that got a fresh value
    std::size_t emptied = 0;               ///< formulas that lost theirs
};

/// Writes one sheet anew, a piece at a time.
class SheetPatch {
public:
    SheetPatch(RawXml xml, const SheetChange& change);

    /// Fails on damage; what the reader found sound passes, but for UTF-16.
    [[nodiscard]] Result<ChangedSheet> run();

private:
    /// The style that a range of columns has.
    struct ColumnStyle {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::string style;
    };
    [[nodiscard]] bool walk();
    void widen_dimension();
    [[nodiscard]] std::string widened_filter();
    void note_list_style(std::uint32_t column);
    void note_new_row(std::uint32_t row);
    void tell_new_rows();
    void note_column_style();
    [[nodiscard]] bool rows(RawKind kind);
    [[nodiscard]] bool row(RawKind kind, std::string_view prefix);
    [[nodiscard]] bool cells(std::string_view prefix);
    [[nodiscard]] bool cell(RawKind kind);
    [[nodiscard]] bool change_cell(RawKind kind, const CellWrite* write, const StaleCell* stale);
    void insert_rows(std::uint32_t before, std::string_view prefix);
    void insert_cells(std::uint32_t before, std::string_view prefix);
    void insert_cell(const CellWrite& write, std::string_view prefix);
    [[nodiscard]] ValueMarkup value_of(const CellWrite& write, std::string_view prefix);
    [[nodiscard]] ValueMarkup fresh_value(CellPlace place, bool may_refresh, std::string_view prefix);
    [[nodiscard]] std::string row_attributes();
    [[nodiscard]] const CellWrite* write_at(CellPlace place);
    [[nodiscard]] const StaleCell* stale_at(CellPlace place);
    [[nodiscard]] std::string_view style_of_column(std::uint32_t column) const;
    [[nodiscard]] std::string_view style_of(CellPlace place) const;
    [[nodiscard]] bool writes_left_in_row() const;
    void note(std::string text) { out_.bookkeeping.push_back(std::move(text)); }

    RawXml xml_;
    const SheetChange* change_;
    PartDeflater deflater_;
    ChangedSheet out_;
    std::vector<ColumnStyle> column_styles_;
    std::vector<std::string> list_styles_;  ///< of the first row of the list, by column
    std::size_t next_write_ = 0;
    std::size_t next_stale_ = 0;
    std::uint32_t row_ = 0;
    std::uint32_t next_row_ = 0;
    std::uint32_t next_column_ = 0;
    std::string row_style_;
    std::size_t spans_widened_ = 0;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> new_rows_;  ///< that follow each other
    bool rows_seen_ = false;
};

}  // namespace begroot::workbook::patching
