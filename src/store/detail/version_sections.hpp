#pragma once
// The sections of a model file that hold versions of the budget: `[[versie]]` with its mutaties.

#include "amendment/stack.hpp"
#include "plan/plan.hpp"
#include "store/detail/section.hpp"

#include <optional>

namespace begroot::store::detail {

/// Reads every `[[versie]]` and lays them over the plan; nothing when there are none, or when something is wrong, which
/// is reported: a code or day that stands twice or out of order, a goal that does not exist, an amount that is none.
[[nodiscard]] std::optional<VersionedBudget> read_versions(const Section& root, const Plan& plan);

}  // namespace begroot::store::detail
