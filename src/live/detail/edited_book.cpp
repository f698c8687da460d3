#include "live/detail/edited_book.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace begroot::live::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

/// Writes what a cell shows as the key of a line.
std::string key_of(const Cell* cell) {
    if (cell == nullptr || cell->is_formula()) return "";
    if (cell->kind() == CellKind::number) return fmt::format("{}", cell->number());
    return std::string(cell->text());
}

std::string key_of(const std::string& label, const std::string& code) { return label + "\n" + code; }

/// Finds the row that shows most of the heads.
std::uint32_t find_heads(const workbook::Sheet& sheet, const WrittenSheet& written) {
    const std::set<std::string> heads(written.heads.begin(), written.heads.end());
    std::map<std::uint32_t, std::size_t> found;
    for (const Cell& cell : sheet.cells) {
        const std::string key = key_of(&cell);
        if (!key.empty() && heads.contains(key)) ++found[cell.row()];
    }
    const auto most = std::ranges::max_element(found, {}, [](const auto& one) { return one.second; });
    return most == found.end() ? written.head_row : most->first;
}

std::vector<KeyedLine> columns_in(const workbook::Sheet& sheet, std::uint32_t row) {
    std::vector<KeyedLine> lines;
    for (const Cell& cell : sheet.cells) {
        if (cell.row() == row && cell.kind() != CellKind::empty) lines.push_back({cell.column(), key_of(&cell)});
    }
    return lines;
}

/// Finds the sheet that a written one became: by the name that follows it, or by its own.
std::optional<std::uint32_t> find_sheet(const workbook::Workbook& workbook, const std::string& name,
                                        std::size_t number) {
    const std::string follows = fmt::format("begroot_blad_{}", number);
    for (const workbook::DefinedName& one : workbook.names) {
        if (one.name != follows) continue;
        if (const auto range = range_of(workbook, one)) return range->sheet;
    }
    for (std::uint32_t i = 0; i < workbook.sheets.size(); ++i) {
        if (workbook.sheets[i].source && workbook.sheets[i].source->sheet == name) return i;
    }
    return std::nullopt;
}

}  // namespace

EditedSheet::EditedSheet(const workbook::Workbook& workbook, std::uint32_t index, const WrittenSheet& written, InPlace)
    : sheet_(&workbook.sheets[index]), index_(index), written_(&written) {
    for (std::size_t i = 0; i < sheet_->formulas.size(); ++i)
        formulas_[{sheet_->formulas[i].row, sheet_->formulas[i].column}] = i;
}

EditedSheet::EditedSheet(const workbook::Workbook& workbook, std::uint32_t index, const WrittenSheet& written)
    : EditedSheet(workbook, index, written, InPlace()) {
    match();
}

EditedSheet EditedSheet::in_place(const workbook::Workbook& workbook, std::uint32_t index,
                                  const WrittenSheet& written) {
    return {workbook, index, written, InPlace()};
}

void EditedSheet::match() {
    std::vector<KeyedLine> heads;
    for (std::uint32_t i = 0; i < written_->heads.size(); ++i) {
        if (!written_->heads[i].empty()) heads.push_back({i, written_->heads[i]});
    }
    if (!heads.empty()) columns_ = match_lines(heads, columns_in(*sheet_, find_heads(*sheet_, *written_)));
    const std::uint32_t labels = columns_.now(0).value_or(0);
    const std::uint32_t codes = columns_.now(1).value_or(1);
    std::vector<KeyedLine> written;
    written.reserve(written_->rows.size());
    for (const WrittenRow& row : written_->rows) written.push_back({row.row, key_of(row.label, row.code)});
    std::vector<KeyedLine> now;
    std::set<CellPlace> inputs;
    for (const WrittenInput& input : written_->inputs) inputs.insert(input.place);
    for (const Cell& cell : sheet_->cells) {
        if (cell.kind() == CellKind::empty && !cell.is_formula()) continue;
        if (!now.empty() && now.back().at == cell.row()) continue;
        const std::uint32_t row = cell.row();
        const Cell* code = sheet_->cells.find(row, codes);
        const bool is_input = inputs.contains({row, 1});
        now.push_back({row, key_of(key_of(sheet_->cells.find(row, labels)), is_input ? "" : key_of(code))});
    }
    rows_ = match_lines(written, now);
}

std::optional<CellPlace> EditedSheet::now(CellPlace written) const {
    const auto row = rows_.now(written.row);
    const auto column = columns_.now(written.column);
    if (!row || !column) return std::nullopt;
    return CellPlace{*row, *column};
}

std::optional<std::vector<FormulaPiece>> EditedSheet::formula(CellPlace now) const {
    const auto found = formulas_.find(now);
    if (found == formulas_.end()) return std::nullopt;
    const workbook::Formula& own = sheet_->formulas[found->second];
    if (own.master == workbook::Formula::no_master) return std::vector<FormulaPiece>();
    const workbook::Formula& master = sheet_->formulas[own.master];
    return filled(pieces_of(master.text), {master.row, master.column}, now);
}

EditedBook::EditedBook(const workbook::Workbook& workbook, const Memory& memory) {
    std::set<std::uint32_t> known;
    for (std::size_t i = 0; i < memory.sheets.size(); ++i) {
        const auto index = find_sheet(workbook, memory.sheets[i].name, i + 1);
        if (!index || !known.insert(*index).second) {
            gone_.push_back(memory.sheets[i].name);
            continue;
        }
        sheets_.emplace_back(workbook, *index, memory.sheets[i]);
        by_now_.emplace(sheets_.back().name(), sheets_.size() - 1);
    }
    for (std::size_t i = 0; i < memory.beside.size(); ++i) {
        const auto index = find_sheet(workbook, memory.beside[i].name, memory.sheets.size() + i + 1);
        if (!index || !known.insert(*index).second) continue;
        beside_.push_back(EditedSheet::in_place(workbook, *index, memory.beside[i]));
        beside_by_now_.emplace(beside_.back().name(), beside_.size() - 1);
    }
    if (const auto own = find_memory(workbook)) known.insert(*own);
    for (std::uint32_t i = 0; i < workbook.sheets.size(); ++i) {
        if (!known.contains(i) && workbook.sheets[i].source) added_.push_back(workbook.sheets[i].source->sheet);
    }
}

const EditedSheet* EditedBook::sheet(const std::string& written_name) const {
    for (const auto* sheets : {&sheets_, &beside_}) {
        const auto found =
            std::ranges::find(*sheets, written_name, [](const EditedSheet& one) { return one.written().name; });
        if (found != sheets->end()) return &*found;
    }
    return nullptr;
}

const EditedSheet* EditedBook::sheet_now(const std::string& name) const {
    if (const auto found = by_now_.find(name); found != by_now_.end()) return &sheets_[found->second];
    const auto found = beside_by_now_.find(name);
    return found == beside_by_now_.end() ? nullptr : &beside_[found->second];
}

Move EditedBook::to_written() const {
    const auto known = [this](const std::string& sheet) { return sheet_now(sheet); };
    return {[known](const std::string& sheet) {
                const EditedSheet* one = known(sheet);
                return one == nullptr ? sheet : one->written().name;
            },
            [known](const std::string& sheet, std::uint32_t row) {
                const EditedSheet* one = known(sheet);
                return one == nullptr ? std::optional(row) : one->rows().written(row);
            },
            [known](const std::string& sheet, std::uint32_t column) {
                const EditedSheet* one = known(sheet);
                return one == nullptr ? std::optional(column) : one->columns().written(column);
            }};
}

Move EditedBook::to_now() const {
    return {[this](const std::string& name) {
                const EditedSheet* one = sheet(name);
                return one == nullptr ? name : one->name();
            },
            [this](const std::string& name, std::uint32_t row) {
                const EditedSheet* one = sheet(name);
                return one == nullptr ? std::optional(row) : one->rows().now(row);
            },
            [this](const std::string& name, std::uint32_t column) {
                const EditedSheet* one = sheet(name);
                return one == nullptr ? std::optional(column) : one->columns().now(column);
            }};
}

std::optional<Fingerprint> EditedBook::fingerprint(const EditedSheet& sheet, CellPlace written) const {
    const auto place = sheet.now(written);
    if (!place) return std::nullopt;
    if (auto formula = sheet.formula(*place))
        return fingerprint_of(moved(std::move(*formula), sheet.name(), to_written()), sheet.written().name, written);
    const Cell* cell = sheet.cell(*place);
    if (cell == nullptr) return std::nullopt;
    if (cell->kind() == CellKind::number || cell->kind() == CellKind::date) return fingerprint_of(cell->number());
    if (cell->kind() == CellKind::boolean) return fingerprint_of(cell->number());
    if (cell->kind() == CellKind::empty) return std::nullopt;
    return fingerprint_of(cell->text());
}

}  // namespace begroot::live::detail
