#pragma once
// Every node of a compiled model as an Excel formula over cells, from the same tree that the engine computes.

#include "model/graph.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace begroot::model {

/// Says where things stand in the workbook. Cells of series in cents hold euros.
struct NodeCells {
    /// The cell of a node; `unadjusted`: the cell that holds it before a scenario changed it.
    std::function<std::string(NodeId node, bool unadjusted)> cell;
    /// A sum of nodes with signs, closed: `SUM(D5:D9)`, `(SUM(D5:D9)-D12)`. Never asked for an empty list.
    std::function<std::string(const std::vector<GroupTerm>& terms)> sum;
    /// The ranges of x and y of a table of points.
    std::function<std::pair<std::string, std::string>(std::uint32_t table)> table;
};

/// Writes formulas; the definition and the graph must outlive it.
class ExcelFormulas {
public:
    ExcelFormulas(const Definition& definition, const Graph& graph);
    ~ExcelFormulas();
    ExcelFormulas(const ExcelFormulas&) = delete;
    ExcelFormulas& operator=(const ExcelFormulas&) = delete;
    ExcelFormulas(ExcelFormulas&&) = delete;
    ExcelFormulas& operator=(ExcelFormulas&&) = delete;

    /// Gives the formula of a node without `=`, in the file's grammar, before any scenario and rounded as its line is;
    /// empty for a given value.
    [[nodiscard]] std::string of(NodeId node, const NodeCells& cells) const;

private:
    struct Names;
    std::unique_ptr<Names> names_;
};

}  // namespace begroot::model
