#pragma once
// Which amounts of which lines an elimination takes out.

#include "consolidation/consolidate.hpp"

#include <vector>

namespace begroot::consolidation::detail {

/// Adds an amount to one that may not be there yet.
inline void add_to(std::optional<Money>& total, const std::optional<Money>& amount) {
    if (amount) total = total.value_or(Money()) + *amount;
}

/// The rows in which the lines of one member stand; a line that only heads others has none.
struct LineRows {
    std::vector<std::optional<std::size_t>> of_line;
    std::vector<std::optional<std::size_t>> of_remainder;
};

/// Takes the amounts of all eliminations out of the rows; fills in results and findings.
void eliminate(const Consolidation& definition, std::span<const Member> members, const std::vector<LineRows>& rows,
               Consolidated& answer);

}  // namespace begroot::consolidation::detail
