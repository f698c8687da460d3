#pragma once
// Heads and notes that the tables over years share.

#include "report/multi_year.hpp"

#include <string>
#include <vector>

namespace begroot::report::detail {

/// Gives the head of the column of codes.
[[nodiscard]] std::string number_head_of(MultiYearPer per);

/// Gives the head of the column of names.
[[nodiscard]] std::string name_head_of(MultiYearPer per);

/// Gives the lines under a title: organisation, which scenarios, which years.
[[nodiscard]] std::vector<std::string> subtitles_of(const MultiYear& view, const std::string& scenarios);

/// Gives what stands behind the name of a figure: ` (€)`, nothing for a percentage or a bare number.
[[nodiscard]] std::string unit_suffix(const model::Unit& unit);

/// Tells whether a table has a mark where a figure is missing.
[[nodiscard]] bool has_mark(const Table& table);

/// Says what that mark means.
inline constexpr const char* mark_note = "n.b.: niet bekend of niet te berekenen.";

/// Says how amounts are shown.
[[nodiscard]] std::string rounding_note(MoneyStyle money);

}  // namespace begroot::report::detail
