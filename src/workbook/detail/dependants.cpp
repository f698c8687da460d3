#include "workbook/detail/dependants.hpp"

#include <unordered_map>

namespace begroot::workbook::patching {

namespace {

/// Formulas of one workbook whose boxes are kept apart; beyond it a formula counts as one that looks everywhere.
constexpr std::size_t boxes_max = 20'000'000;

/// A what-if table computes its cells from the model as a whole.
References references_of(FormulaReader& reader, const Formula& formula, std::uint32_t sheet) {
    if (formula.kind == FormulaKind::data_table) return {{}, true};
    return reader.read(formula.text, sheet, {formula.row, formula.column});
}

}  // namespace

Dependants::Dependants(const Workbook& workbook) : reader_(workbook) {
    for (std::uint32_t i = 0; i < workbook.sheets.size(); ++i) add_sheet(workbook.sheets[i], i);
}

void Dependants::add_sheet(const Sheet& sheet, std::uint32_t index) {
    std::unordered_map<std::uint32_t, References> of_masters;
    for (std::size_t i = 0; i < sheet.formulas.size(); ++i) {
        const Formula& formula = sheet.formulas[i];
        const CellPlace place{formula.row, formula.column};
        const bool is_area = formula.kind == FormulaKind::array || formula.kind == FormulaKind::data_table;
        Watcher watcher{{index, index, {place.row, place.column, place.row, place.column}}, false};
        if (is_area) watcher.fills.range = formula.range;
        if (formula.kind != FormulaKind::shared) {
            add(watcher, references_of(reader_, formula, index), place, place);
        } else if (formula.master == Formula::no_master) {
            add(watcher, {{}, true}, place, place);  // a member without its master: nobody knows what it looks at
        } else {
            const Formula& master = sheet.formulas[formula.master];
            const auto [found, is_new] = of_masters.try_emplace(formula.master);
            if (is_new) found->second = references_of(reader_, master, index);
            add(watcher, found->second, {master.row, master.column}, place);
        }
    }
}

void Dependants::add(const Watcher& watcher, const References& references, CellPlace from, CellPlace to) {
    const auto number = static_cast<std::uint32_t>(watchers_.size());
    watchers_.push_back(watcher);
    if (references.everything || index_.size() + references.list.size() > boxes_max) {
        look_everywhere_.push_back(number);
        return;
    }
    for (const Reference& reference : references.list) index_.add(moved(reference, from, to), number);
}

std::uint32_t Dependants::add_pivot(const Box& fills, std::span<const Reference> sources) {
    add({fills, true}, {{sources.begin(), sources.end()}, sources.empty()}, {}, {});
    return static_cast<std::uint32_t>(watchers_.size() - 1);
}

std::vector<bool> Dependants::of(std::span<const Box> changed) {
    std::vector<bool> changes(watchers_.size(), false);
    if (changed.empty()) return changes;
    index_.restore();
    std::vector<Box> waiting(changed.begin(), changed.end());
    const auto mark = [&](std::uint32_t number) {
        if (changes[number]) return;
        changes[number] = true;
        waiting.push_back(watchers_[number].fills);
    };
    for (const std::uint32_t number : look_everywhere_) mark(number);
    std::vector<std::uint32_t> hit;
    while (!waiting.empty()) {
        const Box box = waiting.back();
        waiting.pop_back();
        hit.clear();
        index_.take(box, hit);
        for (const std::uint32_t number : hit) mark(number);
    }
    return changes;
}

}  // namespace begroot::workbook::patching
