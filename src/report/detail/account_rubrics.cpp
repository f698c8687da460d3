#include "report/detail/account_rubrics.hpp"

#include <algorithm>

namespace begroot::report::detail {

std::map<std::string, std::string> rubrics_of_accounts(const Facts& facts) {
    std::map<std::string, std::string> rubrics;
    if (facts.budget == nullptr) return rubrics;
    for (const BudgetLine& line : facts.budget->lines) {
        std::string& rubric = rubrics.emplace(line.account.text(), line.rubric.text()).first->second;
        rubric = std::min(rubric, line.rubric.text());
    }
    return rubrics;
}

}  // namespace begroot::report::detail
