#include "workbook/detail/stale_cells.hpp"

#include "workbook/detail/errors.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace begroot::workbook::patching {

namespace {

constexpr std::size_t visits_max = 100'000'000;

/// Adds the cells that the sheet has in a range; false when there were too many visits to cells already.
bool add_range(const Sheet& sheet, const CellRange& range, bool may_refresh, std::size_t& visits,
               std::vector<StaleCell>& stale) {
    for (const std::span<const Cell> row : sheet.cells.rows(range.first_row)) {
        if (row.front().row() > range.last_row) break;
        visits += row.size();
        if (visits > visits_max) return false;
        for (const Cell& cell : row) {
            if (cell.column() >= range.first_column && cell.column() <= range.last_column)
                stale.push_back({{cell.row(), cell.column()}, may_refresh});
        }
    }
    return true;
}

/// Puts cells in order, each once; one that may not be refreshed once, may not at all.
void settle(std::vector<StaleCell>& stale) {
    std::ranges::sort(stale, {}, [](const StaleCell& cell) { return std::pair(cell.place, cell.may_refresh); });
    const auto repeated = std::ranges::unique(stale, {}, &StaleCell::place);
    stale.erase(repeated.begin(), repeated.end());
}

const Sheet* sheet_named(const Workbook& workbook, const Sheet& sheet) {
    const auto found = std::ranges::find_if(workbook.sheets, [&sheet](const Sheet& other) {
        return other.source && sheet.source && other.source->sheet == sheet.source->sheet;
    });
    return found == workbook.sheets.end() ? nullptr : &*found;
}

/// Tells whether two programs gave a formula the same value; a value that nobody stored agrees with any.
bool agree(const Cell& original, const Cell* other) {
    if (original.kind() == CellKind::not_computed) return true;
    if (other == nullptr) return original.kind() == CellKind::empty;
    const auto is_number = [](const Cell& cell) {
        return cell.kind() == CellKind::number || cell.kind() == CellKind::date;
    };
    if (is_number(original) && is_number(*other)) {
        constexpr double relative = 1e-9;
        const double largest = std::max({1.0, std::abs(original.number()), std::abs(other->number())});
        return std::abs(original.number() - other->number()) <= relative * largest;
    }
    if (original.kind() != other->kind()) return false;
    if (original.kind() == CellKind::boolean) return original.number() == other->number();
    return original.text() == other->text();
}

Box box_of(std::uint32_t sheet, CellPlace place) {
    return {sheet, sheet, {place.row, place.column, place.row, place.column}};
}

/// Adds the formulas of a sheet on which the programs disagree.
void add_doubtful(const Sheet& sheet, const Sheet* other, std::uint32_t index, std::span<const StaleCell> stale,
                  std::vector<Box>& doubtful) {
    const auto fresh = [&](CellPlace place) {
        return other == nullptr ? nullptr : other->cells.find(place.row, place.column);
    };
    for (const StaleCell& cell : stale) {
        const Cell* const before = sheet.cells.find(cell.place.row, cell.place.column);
        const Cell* const after = fresh(cell.place);
        const bool wrong =
            after == nullptr || after->kind() == CellKind::error || after->kind() == CellKind::not_computed;
        const bool was_so = before != nullptr && before->kind() == CellKind::error && agree(*before, after);
        if (wrong && !was_so) doubtful.push_back(box_of(index, cell.place));
    }
    for (const Formula& formula : sheet.formulas) {
        const CellPlace place{formula.row, formula.column};
        if (std::ranges::binary_search(stale, place, {}, &StaleCell::place)) continue;
        const Cell* const before = sheet.cells.find(place.row, place.column);
        if (before != nullptr && !agree(*before, fresh(place))) doubtful.push_back(box_of(index, place));
    }
}

}  // namespace

Result<std::vector<std::vector<StaleCell>>> stale_cells(const Workbook& workbook, std::span<const Watcher> watchers,
                                                        const std::vector<bool>& changes,
                                                        const std::vector<bool>& unsure,
                                                        std::span<const CellWrite> writes) {
    std::vector<std::vector<StaleCell>> stale(workbook.sheets.size());
    std::size_t visits = 0;
    for (std::size_t i = 0; i < watchers.size(); ++i) {
        if (!changes[i] || watchers[i].is_pivot) continue;
        const std::uint32_t index = watchers[i].fills.first_sheet;
        const CellRange& range = watchers[i].fills.range;
        const bool is_cell = range.first_row == range.last_row && range.first_column == range.last_column;
        if (is_cell) {
            stale[index].push_back({{range.first_row, range.first_column}, !unsure[i]});
        } else if (!add_range(workbook.sheets[index], range, !unsure[i], visits, stale[index])) {
            return failure(
                detail::over_limit("matrixformules liggen te vaak over elkaar heen", "elke cel in een formule"));
        }
    }
    for (std::uint32_t index = 0; index < stale.size(); ++index) {
        settle(stale[index]);
        std::erase_if(stale[index], [&](const StaleCell& cell) {
            return std::ranges::binary_search(writes, std::pair(index, cell.place), {}, [](const CellWrite& write) {
                return std::pair(write.sheet, write.place);
            });
        });
    }
    return stale;
}

}  // namespace begroot::workbook::patching

namespace begroot::workbook {

void judge_recalculation(PatchPlan& plan, const Workbook& original, const Workbook& recalculated) {
    std::vector<patching::Box> doubtful;
    for (std::uint32_t i = 0; i < original.sheets.size(); ++i) {
        const Sheet& sheet = original.sheets[i];
        patching::add_doubtful(sheet, patching::sheet_named(recalculated, sheet), i, plan.stale[i], doubtful);
    }
    // What was written has another value on purpose.
    std::erase_if(doubtful, [&plan](const patching::Box& box) {
        const CellPlace place{box.range.first_row, box.range.first_column};
        return std::ranges::any_of(plan.writes, [&](const CellWrite& write) {
            return write.sheet == box.first_sheet && write.place == place;
        });
    });
    patching::Dependants dependants(original);
    const std::vector<bool> unsure = dependants.of(doubtful);
    const auto forbid = [&plan](std::uint32_t sheet, const CellRange& range) {
        auto found = std::ranges::lower_bound(plan.stale[sheet], CellPlace{range.first_row, 0}, {}, &StaleCell::place);
        for (; found != plan.stale[sheet].end() && found->place.row <= range.last_row; ++found) {
            if (found->place.column >= range.first_column && found->place.column <= range.last_column)
                found->may_refresh = false;
        }
    };
    for (const patching::Box& box : doubtful) forbid(box.first_sheet, box.range);
    for (std::size_t i = 0; i < unsure.size(); ++i) {
        const patching::Box& fills = dependants.watchers()[i].fills;
        if (unsure[i]) forbid(fills.first_sheet, fills.range);
    }
}

}  // namespace begroot::workbook
