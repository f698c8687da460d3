#include "workbook/detail/kept_cells.hpp"

#include "text/xml_text.hpp"

#include <string_view>

namespace begroot::workbook::detail {

namespace {

/// Tells whether a key cell makes its row a line of data. What cannot be read as a key keeps its row whole.
bool is_filled(const Cell& cell) {
    switch (cell.kind()) {
        case CellKind::number:
        case CellKind::date:
        case CellKind::boolean:
            return true;
        case CellKind::text:
            return !text::trim(cell.text()).empty();
        case CellKind::empty:
        case CellKind::error:
        case CellKind::not_computed:
            break;
    }
    return false;
}

}  // namespace

void KeptCells::look_at_key(const Cell& cell) { key_filled_ = is_filled(cell); }

void KeptCells::add_formula(Formula formula, bool kept) {
    const auto index = static_cast<std::uint32_t>(sheet_->formulas.size());
    if (formula.kind == FormulaKind::shared && formula.text.empty()) {
        if (!kept) return;
        const auto found = masters_.find(formula.group);
        formula.master = found == masters_.end() ? Formula::no_master : found->second;
    } else {
        if (!kept && formula.kind != FormulaKind::shared) return;
        if (formula.kind == FormulaKind::shared) masters_.insert_or_assign(formula.group, index);
        formula.master = index;
    }
    sheet_->formulas.push_back(formula);
}

std::size_t KeptCells::end_row() {
    const bool filter = choice_ && key_filled_;
    kept_.clear();
    std::size_t unkept = 0;
    std::size_t blank = 0;
    for (const auto& [cell, text] : row_) {
        if (filter && !keeps(cell.column())) {
            ++unkept;
        } else if (text == no_text) {  // NOLINT(bugprone-branch-clone): two reasons to keep a cell as it is
            kept_.push_back(cell);
        } else if (const std::string_view characters = (*texts_)[text]; !characters.empty()) {
            kept_.push_back(Cell::of_text(cell.row(), cell.column(), characters, cell.is_formula()));
        } else if (cell.is_formula()) {
            kept_.push_back(cell);
        } else {
            ++blank;
        }
    }
    sheet_->cells.append_row(kept_);
    sheet_->cells_dropped += dropped_ + unkept;
    if (dropped_ + row_.size() > blank) ++sheet_->rows_seen;
    if (unkept > 0) drop_formulas();
    formulas_before_ = sheet_->formulas.size();
    key_filled_ = false;
    dropped_ = 0;
    row_.clear();
    return unkept + blank;
}

/// Drops the formulas of cells that went with the row, except masters, which stand for other cells too.
void KeptCells::drop_formulas() {
    const std::vector<Formula> row(sheet_->formulas.begin() + static_cast<std::ptrdiff_t>(formulas_before_),
                                   sheet_->formulas.end());
    sheet_->formulas.resize(formulas_before_);
    for (const Formula& formula : row) add_formula(formula, keeps(formula.column));
}

}  // namespace begroot::workbook::detail
