#pragma once
// What else changes when cells change: every formula that looks at one of them, and whatever looks at that formula.

#include "workbook/detail/box_index.hpp"
#include "workbook/detail/formula_references.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace begroot::workbook::patching {

/// Something that looks at cells and fills cells: a formula, an array formula, a pivot table.
struct Watcher {
    Box fills;
    bool is_pivot = false;
};

/// Knows who looks at what in one workbook.
class Dependants {
public:
    /// Reads all formulas. `workbook` must outlive this object, not what it gives.
    explicit Dependants(const Workbook& workbook);

    /// Adds a pivot table that is made of `sources` and stands in `fills`; gives its number.
    std::uint32_t add_pivot(const Box& fills, std::span<const Reference> sources);

    /// Gives who changes when the cells of these boxes change, by number; a watcher whose text does not tell what it
    /// looks at always does.
    [[nodiscard]] std::vector<bool> of(std::span<const Box> changed);

    [[nodiscard]] const std::vector<Watcher>& watchers() const { return watchers_; }

    /// Gives the reader of formulas of this workbook.
    [[nodiscard]] FormulaReader& reader() { return reader_; }

private:
    void add_sheet(const Sheet& sheet, std::uint32_t index);
    void add(const Watcher& watcher, const References& references, CellPlace from, CellPlace to);

    FormulaReader reader_;
    std::vector<Watcher> watchers_;
    std::vector<std::uint32_t> look_everywhere_;
    BoxIndex index_;
};

}  // namespace begroot::workbook::patching
