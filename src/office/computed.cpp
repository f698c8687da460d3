#include "office/computed.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace begroot::office {

namespace {

using workbook::Cell;
using workbook::CellKind;
using workbook::Sheet;
using workbook::Workbook;

/// Keeps the texts of two sheets alive.
struct TwoStorages {
    std::shared_ptr<const void> original;
    std::shared_ptr<const void> recalculated;
};

const Sheet* sheet_named(const Workbook& workbook, const std::string& name) {
    for (const Sheet& sheet : workbook.sheets) {
        if (sheet.source && sheet.source->sheet == name) return &sheet;
    }
    return nullptr;
}

/// Tells whether a recalculated cell has a value to take.
bool has_value(const Cell* cell) {
    if (cell == nullptr) return false;
    switch (cell->kind()) {
        case CellKind::number:
        case CellKind::date:
        case CellKind::boolean:
        case CellKind::text:
            return true;
        case CellKind::empty:
            return cell->is_formula();
        case CellKind::error:
        case CellKind::not_computed:
            break;
    }
    return false;
}

/// Gives the cell of a formula with the value of another cell. A text stays where it is.
Cell with_value(const Cell& formula, const Cell& value) {
    switch (value.kind()) {
        case CellKind::number:
            return Cell::of_number(formula.row(), formula.column(), value.number(), true, formula.worded_format());
        case CellKind::date:
            return Cell::of_date(formula.row(), formula.column(), value.number(), true);
        case CellKind::boolean:
            return Cell::of_boolean(formula.row(), formula.column(), value.number() != 0.0, true);
        case CellKind::text:
            return Cell::of_text(formula.row(), formula.column(), value.text(), true);
        case CellKind::empty:
        case CellKind::error:
        case CellKind::not_computed:
            break;
    }
    return Cell::of_empty(formula.row(), formula.column());
}

}  // namespace

ComputedWorkbook take_computed(const Workbook& original, const Workbook& recalculated) {
    ComputedWorkbook result{original, 0, 0};
    for (Sheet& sheet : result.workbook.sheets) {
        const Sheet* const other = sheet.source ? sheet_named(recalculated, sheet.source->sheet) : nullptr;
        workbook::CellList cells;
        std::vector<CellPlace> computed;
        for (const Cell& cell : sheet.cells) {
            const bool wanted = cell.kind() == CellKind::not_computed;
            const Cell* const value =
                wanted && other != nullptr ? other->cells.find(cell.row(), cell.column()) : nullptr;
            if (!has_value(value)) {
                cells.push_back(cell);
                result.left += wanted ? 1U : 0U;
                continue;
            }
            cells.push_back(with_value(cell, *value));
            computed.push_back({cell.row(), cell.column()});
        }
        if (computed.empty() || other == nullptr) continue;
        result.computed += computed.size();
        SourceSheet source = *sheet.source;
        source.computed = std::move(computed);
        sheet.source = std::make_shared<const SourceSheet>(std::move(source));
        sheet.cells = std::move(cells);
        sheet.storage = std::make_shared<const TwoStorages>(TwoStorages{sheet.storage, other->storage});
    }
    return result;
}

}  // namespace begroot::office
