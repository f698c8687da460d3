#pragma once
// A chart as inline SVG: bars that lie, so that long names stay readable and every bar carries its figure.

#include "table/table.hpp"

#include <string>

namespace begroot::render::detail {

/// Draws one cluster of bars per row and one bar per series, with legend, grid, figures and a title for screen readers.
/// A cell without a number has no bar and shows its text. The table is the one the chart names.
[[nodiscard]] std::string chart_svg(const Chart& chart, const Table& table);

}  // namespace begroot::render::detail
