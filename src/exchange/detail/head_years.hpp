#pragma once
// The years that heads name: calendar years, and school years (`2024-2025`, `schooljaar 24/25`), which run from August
// to July and are no calendar year.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// A school year that a head names.
struct SchoolYear {
    std::int32_t begins = 0;  ///< the year of its August; 0 where the head says `schooljaar` and not which one
    std::string beside = {};  ///< what the head says beside it, normalised: `begroting`
};

/// Finds the school year that a text names: two years that follow each other, both in four digits, in four and two, or
/// in two. Two years of two digits count alone or behind a word for a year or a budget, for `11-12` may be anything.
/// The word schooljaar without two years gives a school year that is not known.
[[nodiscard]] std::optional<SchoolYear> find_school_year(std::string_view text);

/// Tells whether a normalised text says that its year is a school year.
[[nodiscard]] bool is_school_word(std::string_view key);

/// Gives the calendar years of this century that a normalised text names in four digits, in its order.
[[nodiscard]] std::vector<std::int32_t> years_in(std::string_view key);

/// Reads a text that is a calendar year and nothing else: `2025`.
[[nodiscard]] std::optional<std::int32_t> read_year(std::string_view text);

/// Writes a school year: `2024-2025`.
[[nodiscard]] std::string school_year_name(std::int32_t begins);

}  // namespace begroot::exchange::detail
