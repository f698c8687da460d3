#include "report/budget_vs_actual.hpp"

#include "report/detail/lines.hpp"

#include <algorithm>

namespace begroot::report {

const char* level_name(Level level) {
    switch (level) {
        case Level::speerpunt:
            return "speerpunt";
        case Level::goal:
            return "doel";
        case Level::action_line:
            return "actielijn";
        case Level::booked_elsewhere:
            return "geboekt_elders";
        case Level::activity:
            return "activiteit";
        case Level::without_activity:
            return "zonder_activiteit";
        case Level::account:
            return "rekening";
        case Level::cost_centre:
            return "kostenplaats";
        case Level::cost_unit:
            return "kostendrager";
        case Level::rubric:
            return "rubriek";
    }
    return "";
}

Month last_month_with_postings(const Facts& facts) {
    const FiscalYear year{facts.plan->year};
    const Month december{year.year, 12};
    Month last{year.year, 0};
    if (facts.ledger != nullptr) {
        for (const Posting& posting : facts.ledger->postings) {
            const Coding& coding = *posting.coding;
            if (coding.side == Side::balance || !is_within(posting.period(), year, december)) continue;
            last.month = std::max(last.month, posting.period().number);
        }
    }
    return last.month > 0 ? last : december;
}

Result<BudgetVsActual> compare_budget_with_actual(const Facts& facts, const Options& options) {
    BudgetVsActual table;
    table.options = options;
    table.until = options.until.value_or(last_month_with_postings(facts));
    if (table.until.year != facts.plan->year) {
        return failure({ErrorKind::usage,
                        {},
                        to_text(table.until) + " ligt niet in boekjaar " + std::to_string(facts.plan->year),
                        "een maand van " + std::to_string(facts.plan->year) + "-01 tot en met " +
                            std::to_string(facts.plan->year) + "-12",
                        "kies een andere maand met --tot"});
    }
    const bool by_plan = options.per == Per::speerpunt || options.per == Per::goal || options.per == Per::activity;
    if (by_plan) {
        detail::make_plan_lines(facts, table);
    } else {
        detail::make_dimension_lines(facts, table);
    }
    if (facts.budget != nullptr) table.budget_tie = detail::tie_budget(facts, table.findings);
    if (facts.ledger != nullptr) detail::tie_ledger(facts, table);
    return table;
}

}  // namespace begroot::report
