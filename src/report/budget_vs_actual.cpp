#include "report/budget_vs_actual.hpp"

#include "report/detail/lines.hpp"
#include "report/detail/shared_costs.hpp"

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
        case Level::board:
            return "bestuur";
        case Level::neighbourhood:
            return "buurt";
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

namespace {

/// Tells whether a dimension can be shown: the model names members of it, or a column of the office does.
bool knows_dimension(const Facts& facts, DimensionKind kind) {
    if (facts.dimensions != nullptr && find_dimension(*facts.dimensions, kind) != nullptr) return true;
    const auto says = [kind](const auto& coded) { return !said_member(coded, kind).empty(); };
    if (facts.budget != nullptr && std::ranges::any_of(facts.budget->lines, says)) return true;
    return facts.ledger != nullptr &&
           std::ranges::any_of(facts.ledger->postings, [&](const Posting& one) { return says(*one.coding); });
}

std::optional<Error> refuse_dimension(const Facts& facts, Per per) {
    if (per != Per::board && per != Per::neighbourhood) return std::nullopt;
    const auto kind = per == Per::board ? DimensionKind::board : DimensionKind::neighbourhood;
    if (knows_dimension(facts, kind)) return std::nullopt;
    const std::string word = dimension_name(kind);
    return Error{ErrorKind::usage,
                 {},
                 "geen regel van dit model heeft een " + word,
                 "een [[" + word + "]] in het model, of een kolom " + word + " in begroting of mutaties",
                 "noem in het model de leden, of bij [[bron]] onder kolommen " + word + " = \"de kop\""};
}

}  // namespace

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
    if (auto error = refuse_dimension(facts, options.per)) return failure(std::move(*error));
    const bool by_plan = options.per == Per::speerpunt || options.per == Per::goal || options.per == Per::activity;
    if (by_plan) {
        detail::make_plan_lines(facts, table);
        table.shared = detail::share_costs(facts, table);
    } else {
        detail::make_dimension_lines(facts, table);
    }
    if (facts.budget != nullptr) table.budget_tie = detail::tie_budget(facts, table.findings);
    if (facts.ledger != nullptr) detail::tie_ledger(facts, table);
    return table;
}

}  // namespace begroot::report
