#include "workbook/detail/formula_references.hpp"

#include "workbook/detail/formula_scan.hpp"
#include "workbook/detail/zip.hpp"

#include <algorithm>

namespace begroot::workbook::patching {

namespace {

constexpr std::size_t names_open_max = 64;

std::uint32_t shift(std::uint32_t bound, bool moves, std::uint32_t from, std::uint32_t to, std::uint32_t last) {
    return moves ? (bound + to + (last + 1) - from) % (last + 1) : bound;
}

/// Makes a reference of a name good for whatever cell uses it: a bound that moves may be anywhere.
void widen(Reference& reference) {
    CellRange& range = reference.box.range;
    if (reference.first_row_moves || reference.last_row_moves) {
        range.first_row = 0;
        range.last_row = last_sheet_row;
    }
    if (reference.first_column_moves || reference.last_column_moves) {
        range.first_column = 0;
        range.last_column = last_sheet_column;
    }
    reference = {reference.box, false, false, false, false};
}

}  // namespace

Box moved(const Reference& reference, CellPlace from, CellPlace to) {
    Box box = reference.box;
    CellRange& range = box.range;
    range.first_row = shift(range.first_row, reference.first_row_moves, from.row, to.row, last_sheet_row);
    range.last_row = shift(range.last_row, reference.last_row_moves, from.row, to.row, last_sheet_row);
    range.first_column =
        shift(range.first_column, reference.first_column_moves, from.column, to.column, last_sheet_column);
    range.last_column =
        shift(range.last_column, reference.last_column_moves, from.column, to.column, last_sheet_column);
    if (range.first_row > range.last_row) std::swap(range.first_row, range.last_row);
    if (range.first_column > range.last_column) std::swap(range.first_column, range.last_column);
    return box;
}

FormulaReader::FormulaReader(const Workbook& workbook) : workbook_(&workbook) {
    for (std::uint32_t i = 0; i < workbook.sheets.size(); ++i) {
        const Sheet& sheet = workbook.sheets[i];
        if (sheet.source) sheets_.emplace(detail::lower_case(sheet.source->sheet), i);
        for (const SheetTable& table : sheet.tables) tables_.emplace(detail::lower_case(table.name), Table{i, &table});
    }
    for (const DefinedName& name : workbook.names) names_[detail::lower_case(name.name)].push_back(&name);
}

std::uint32_t FormulaReader::find_sheet(std::string_view name) const {
    const auto found = sheets_.find(detail::lower_case(name));
    return found == sheets_.end() ? static_cast<std::uint32_t>(workbook_->sheets.size()) : found->second;
}

const DefinedName* FormulaReader::find_name(std::string_view lower, std::uint32_t sheet) const {
    const auto found = names_.find(lower);
    if (found == names_.end()) return nullptr;
    const DefinedName* of_workbook = nullptr;
    for (const DefinedName* name : found->second) {
        if (name->sheet.empty()) {
            of_workbook = name;
        } else if (find_sheet(name->sheet) == sheet) {
            return name;
        }
    }
    return of_workbook;
}

const References& FormulaReader::name_references(const DefinedName& name) {
    const auto [place, is_new] = read_names_.try_emplace(&name);
    if (!is_new) return place->second;
    const std::uint32_t home = name.sheet.empty() ? 0 : find_sheet(name.sheet);
    References found;
    ++names_open_;
    if (names_open_ > names_open_max) {
        found.everything = true;
    } else {
        found = read(name.text, home, {0, 0});
    }
    --names_open_;
    for (Reference& reference : found.list) widen(reference);
    References& kept = read_names_[&name];
    kept = std::move(found);
    return kept;
}

References FormulaReader::read_name(std::string_view name, std::uint32_t sheet) {
    const std::string lower = detail::lower_case(name);
    if (const DefinedName* const defined = find_name(lower, sheet)) return name_references(*defined);
    References references;
    if (const auto table = tables_.find(lower); table != tables_.end()) {
        references.list.push_back({{table->second.sheet, table->second.sheet, table->second.table->range}});
    }
    return references;
}

References FormulaReader::read(std::string_view formula, std::uint32_t sheet, CellPlace place) {
    return FormulaScan(*this, formula, sheet, place).run();
}

}  // namespace begroot::workbook::patching
