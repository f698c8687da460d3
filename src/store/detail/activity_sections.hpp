#pragma once
// The parts of a goal that say who does what by when, and how far it came.

#include "plan/goal.hpp"
#include "store/detail/section.hpp"

namespace begroot::store::detail {

/// Reads `do` or `activiteiten` at `key` and then every `actie`; letters run on over both.
void read_activities(const Section& section, std::string_view key, Goal& goal);

/// Reads `organisaties`, `voetnoten`, `uren` and `behaald` of a goal of any level.
void read_progress(const Section& section, Goal& goal);

/// Reads one partner with its share.
[[nodiscard]] Partner read_partner(const Section& section);

/// Reads who pays, and the whole when that is another organisation.
void read_cashier(const Section& section, Goal& goal);

/// Reports shares of partners that are more than the whole.
void check_shares(const Section& section, const Goal& goal);

}  // namespace begroot::store::detail
