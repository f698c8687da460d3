#pragma once
// A workbook that people edited beside what was written: which sheet, row and column is which, and what stands there.

#include "live/detail/fingerprint.hpp"
#include "live/detail/line_match.hpp"
#include "live/detail/memory.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace begroot::live::detail {

/// One written sheet as it is now.
class EditedSheet {
public:
    /// `index` is that of the sheet in the workbook. All must outlive it.
    EditedSheet(const workbook::Workbook& workbook, std::uint32_t index, const WrittenSheet& written);
    /// Makes one of which every cell counts as standing where it was written.
    [[nodiscard]] static EditedSheet in_place(const workbook::Workbook& workbook, std::uint32_t index,
                                              const WrittenSheet& written);

    [[nodiscard]] std::uint32_t index() const { return index_; }
    [[nodiscard]] const WrittenSheet& written() const { return *written_; }
    [[nodiscard]] const workbook::Sheet& sheet() const { return *sheet_; }
    [[nodiscard]] const std::string& name() const { return sheet_->source->sheet; }
    [[nodiscard]] const LineMatch& rows() const { return rows_; }
    [[nodiscard]] const LineMatch& columns() const { return columns_; }
    /// Gives where a written cell is now; nothing when its row or column is gone.
    [[nodiscard]] std::optional<CellPlace> now(CellPlace written) const;
    /// Gives the cell at a place as it is now; null when it is empty.
    [[nodiscard]] const workbook::Cell* cell(CellPlace now) const { return sheet_->cells.find(now.row, now.column); }
    /// Gives the formula at a place as it is now, a shared one filled along to its cell; nothing where there is none.
    [[nodiscard]] std::optional<std::vector<FormulaPiece>> formula(CellPlace now) const;

private:
    struct InPlace {};
    EditedSheet(const workbook::Workbook& workbook, std::uint32_t index, const WrittenSheet& written, InPlace);
    void match();

    const workbook::Sheet* sheet_;
    std::uint32_t index_;
    const WrittenSheet* written_;
    LineMatch rows_;
    LineMatch columns_;
    std::map<CellPlace, std::size_t> formulas_;
};

/// All written sheets as they are now.
class EditedBook {
public:
    /// Both must outlive it.
    EditedBook(const workbook::Workbook& workbook, const Memory& memory);

    /// Gives the sheets that are still there, in the order in which they were written.
    [[nodiscard]] const std::vector<EditedSheet>& sheets() const { return sheets_; }
    /// Gives the sheets beside the model that are still there; their cells count as standing where they were written.
    [[nodiscard]] const std::vector<EditedSheet>& beside() const { return beside_; }
    /// Gives the names of the sheets that are gone.
    [[nodiscard]] const std::vector<std::string>& gone() const { return gone_; }
    /// Gives the names of the sheets that somebody added.
    [[nodiscard]] const std::vector<std::string>& added() const { return added_; }
    /// Gives the sheet that was written under a name, of the model or beside it; null when it is gone.
    [[nodiscard]] const EditedSheet* sheet(const std::string& written_name) const;
    /// Traces what stands in a written cell, its references moved back to where they were written; nothing when it is
    /// empty or gone.
    [[nodiscard]] std::optional<Fingerprint> fingerprint(const EditedSheet& sheet, CellPlace written) const;
    /// Moves references from where things are now to where they were written, and the other way.
    [[nodiscard]] Move to_written() const;
    [[nodiscard]] Move to_now() const;

private:
    [[nodiscard]] const EditedSheet* sheet_now(const std::string& name) const;

    std::vector<EditedSheet> sheets_;
    std::vector<EditedSheet> beside_;
    std::vector<std::string> gone_;
    std::vector<std::string> added_;
    std::map<std::string, std::size_t> by_now_;         ///< name now: place in sheets_
    std::map<std::string, std::size_t> beside_by_now_;  ///< name now: place in beside_
};

}  // namespace begroot::live::detail
