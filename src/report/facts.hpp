#pragma once
// What a report looks at: plan, budget and ledger as they were read and joined.

#include "budget/budget.hpp"
#include "ledger/ledger.hpp"
#include "mapping/dimension.hpp"
#include "mapping/join.hpp"
#include "period/phasing.hpp"
#include "plan/plan.hpp"

#include <string>
#include <vector>

namespace begroot::report {

/// Points to all facts; they must outlive the report. `budget` and `ledger` are null when the model names none.
struct Facts {
    const Plan* plan = nullptr;
    const std::vector<Rule>* rules = nullptr;
    const std::vector<PhasingKey>* phasing_keys = nullptr;
    const Budget* budget = nullptr;
    const std::vector<BudgetPart>* budget_parts = nullptr;
    const Ledger* ledger = nullptr;
    const std::vector<PostingPart>* posting_parts = nullptr;
    std::string model_file;
    std::string model_sha256;
    const std::vector<Dimension>* dimensions = nullptr;  ///< bestuur and buurt; null when there are none
};

}  // namespace begroot::report
