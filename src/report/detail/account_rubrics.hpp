#pragma once
// Under which rubric of the annual accounts an account stands: only the budget says so.

#include "report/facts.hpp"

#include <map>
#include <string>

namespace begroot::report::detail {

/// Gives the rubric by account. An account that stands under two goes to the first by code, whatever the order of the
/// rows. Empty without a budget.
[[nodiscard]] std::map<std::string, std::string> rubrics_of_accounts(const Facts& facts);

}  // namespace begroot::report::detail
