#include "workbook/detail/kept_cells.hpp"

#include "text/xml_text.hpp"

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

void KeptCells::add(const Cell& cell) {
    filled_ = true;
    if (choice_) {
        if (cell.column() == choice_->key_column) key_filled_ = is_filled(cell);
        doubtful_ = doubtful_ || !keeps(cell.column());
    }
    sheet_->cells.push_back(cell);
}

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
    std::size_t dropped = 0;
    if (filled_) ++sheet_->rows_seen;
    if (doubtful_ && key_filled_) {
        dropped = sheet_->cells.keep_in_last_row(choice_->kept);
        sheet_->cells_dropped += dropped;
        drop_formulas();
    }
    formulas_before_ = sheet_->formulas.size();
    filled_ = key_filled_ = doubtful_ = false;
    return dropped;
}

/// Drops the formulas of cells that went with the row, except masters, which stand for other cells too.
void KeptCells::drop_formulas() {
    const std::vector<Formula> row(sheet_->formulas.begin() + static_cast<std::ptrdiff_t>(formulas_before_),
                                   sheet_->formulas.end());
    sheet_->formulas.resize(formulas_before_);
    for (const Formula& formula : row) add_formula(formula, keeps(formula.column));
}

}  // namespace begroot::workbook::detail
