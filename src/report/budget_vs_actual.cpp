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
        case Level::project:
            return "project";
        case Level::result:
            return "resultaat";
        case Level::measure:
            return "maatregel";
        case Level::school_goal:
            return "schooldoel";
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
    const PlanYear year = year_of(*facts.plan);
    std::int32_t last = 0;
    if (facts.ledger != nullptr) {
        for (const Posting& posting : facts.ledger->postings) {
            if (!detail::counts(facts, posting, year.last())) continue;
            const BookPeriod period = posting.period();
            last = std::max(last, year.position(Month{period.year, period.number}));
        }
    }
    return last > 0 ? year.month_at(last) : year.last();
}

Result<BudgetVsActual> compare_budget_with_actual(const Facts& facts, const Options& options) {
    BudgetVsActual table;
    table.options = options;
    table.year = year_of(*facts.plan);
    table.until = options.until.value_or(last_month_with_postings(facts));
    if (!table.year.contains(table.until)) {
        return failure({ErrorKind::usage,
                        {},
                        to_text(table.until) + " ligt niet in " + name_of(table.year),
                        "een maand van " + to_text(table.year.first()) + " tot en met " + to_text(table.year.last()),
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
