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

const char* year_split_name(YearSplit split) { return split == YearSplit::months ? "maanden" : "7/12-5/12"; }

std::vector<PlanYear> years_beside(PlanYear plan) {
    if (plan.first_month == 1) {
        return {{plan.year - 1, school_year_first_month}, {plan.year, school_year_first_month}};
    }
    return {{plan.first().year, 1}, {plan.last().year, 1}};
}

namespace {

Month last_month_in(const Facts& facts, MonthRange range) {
    std::optional<Month> last;
    if (facts.ledger != nullptr) {
        for (const Posting& posting : facts.ledger->postings) {
            if (!detail::counts(posting, range)) continue;
            const BookPeriod period = posting.period();
            last = std::max(last.value_or(range.first), Month{period.year, period.number});
        }
    }
    return last.value_or(range.last);
}

/// Gives the months that a table counts.
Result<MonthRange> months_asked(PlanYear plan, const std::optional<PlanPart>& part) {
    if (!part) return MonthRange{plan.first(), plan.last()};
    if (const auto common = common_months(plan, part->year)) return *common;
    std::string years;
    for (const PlanYear year : years_beside(plan)) years += (years.empty() ? "" : " of ") + to_text(year);
    return failure({ErrorKind::usage,
                    {},
                    name_of(plan) + " ligt niet in " + to_text(part->year),
                    years + ", of " + to_text(plan) + " voor het hele plan",
                    "kies een ander jaar met --jaar"});
}

}  // namespace

Month last_month_with_postings(const Facts& facts) {
    const PlanYear year = year_of(*facts.plan);
    return last_month_in(facts, {year.first(), year.last()});
}

Result<Month> last_month_shown(const Facts& facts, const Options& options) {
    if (options.until) return *options.until;
    const auto counted = months_asked(year_of(*facts.plan), options.part);
    if (!counted) return failure(counted.error());
    return last_month_in(facts, *counted);
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
    if (options.part && options.part->year == table.year) table.options.part.reset();
    const auto counted = months_asked(table.year, table.options.part);
    if (!counted) return failure(counted.error());
    table.counted = *counted;
    table.until = options.until.value_or(last_month_in(facts, table.counted));
    if (!table.counted.contains(table.until)) {
        const std::string where =
            table.options.part ? "het deel van " + name_of(table.year) + " in " + to_text(table.options.part->year)
                               : name_of(table.year);
        return failure({ErrorKind::usage,
                        {},
                        to_text(table.until) + " ligt niet in " + where,
                        "een maand van " + to_text(table.counted.first) + " tot en met " + to_text(table.counted.last),
                        "kies een andere maand met --tot"});
    }
    if (auto error = refuse_dimension(facts, options.per)) return failure(std::move(*error));
    if (table.options.part) table.part_tie.emplace();
    const bool by_plan = options.per == Per::speerpunt || options.per == Per::goal || options.per == Per::activity;
    if (by_plan) {
        detail::make_plan_lines(facts, table);
        table.shared = detail::share_costs(facts, table);
    } else {
        detail::make_dimension_lines(facts, table);
    }
    if (facts.budget != nullptr) table.budget_tie = detail::tie_budget(facts, table.findings);
    if (facts.ledger != nullptr) detail::tie_ledger(facts, table);
    if (table.part_tie) detail::tie_part(table);
    return table;
}

}  // namespace begroot::report
