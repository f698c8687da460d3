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

/// Says how amounts are shown.
[[nodiscard]] std::string rounding_note(MoneyStyle money);

}  // namespace begroot::report::detail
