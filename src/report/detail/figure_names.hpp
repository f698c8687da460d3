#pragma once
// Figures of a model by the name and in the unit that a person reads.

#include "report/scenarios.hpp"
#include "table/cell.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace begroot::report::detail {

/// Gives the title of a variable or total, or the code itself of what has none.
[[nodiscard]] std::string title_of(const model::Definition& definition, const std::string& code);

/// Gives the name of a series: its title, members and unit: `Deelname, so, laag`, `Bovenmatig vermogen (€)`.
[[nodiscard]] std::string series_title(const FigureNames& names, std::uint32_t series);

/// Makes a cell with a value in the unit of a series; one that is no number as a mark.
[[nodiscard]] Cell figure_cell(const FigureNames& names, std::uint32_t series, double value);

/// Gives `organisation · scenario basis`.
[[nodiscard]] std::string subject_of(const FigureNames& names);

/// Lists codes for a note: `a, b en c`.
[[nodiscard]] std::string list_of(const std::vector<std::string>& codes);

}  // namespace begroot::report::detail
