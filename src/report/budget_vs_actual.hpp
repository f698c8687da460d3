#pragma once
// The begroot-versus-werkelijk table: per speerpunt and doel (or account, cost centre, …) what was promised, what was
// spent, and proof that it ties to the ledger and to the budget to the cent.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "period/month_range.hpp"
#include "report/facts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot::report {

/// Says where a goal's money is shown: where it was planned, or where it was booked.
enum class View : std::uint8_t { plan, booking };

/// Says what a line of the table stands for.
enum class Per : std::uint8_t {
    speerpunt,
    goal,
    activity,
    account,
    cost_centre,
    cost_unit,
    rubric,
    board,
    neighbourhood
};

/// Says what one line is.
enum class Level : std::uint8_t {
    speerpunt,
    goal,
    action_line,
    project,
    result,
    measure,
    school_goal,
    booked_elsewhere,  ///< the part of another speerpunt's goal that is booked here (booking view)
    activity,
    without_activity,  ///< what is booked on a goal and on none of its activities
    account,
    cost_centre,
    cost_unit,
    rubric,
    board,
    neighbourhood
};

/// Gives the stable Dutch name of a level: speerpunt, doel, actielijn, project, geboekt_elders, activiteit, …
[[nodiscard]] const char* level_name(Level level);

/// Says how the budget of a plan that lies in two years is divided over them.
enum class YearSplit : std::uint8_t {
    months,      ///< by the months of each line
    school_year  ///< 7/12 for January to July and 5/12 for August to December, whatever the months say
};

/// Gives the stable Dutch name of a division: `maanden`, `7/12-5/12`.
[[nodiscard]] const char* year_split_name(YearSplit split);

/// Asks for the part of a plan that lies in another year than its own: of the plan of a school year the part in one
/// calendar year, of the plan of a calendar year the part in one school year.
struct PlanPart {
    PlanYear year;
    YearSplit split = YearSplit::months;
};

/// Chooses a table.
struct Options {
    Per per = Per::goal;
    View view = View::plan;
    std::optional<Month> until = std::nullopt;    ///< nothing: the last month with postings
    std::optional<PlanPart> part = std::nullopt;  ///< nothing: the whole plan
};

/// The amounts of one line. Nothing means nothing: no number in the plan, or no ledger at all. Expense lines and income
/// lines are both positive; what stands outside the plan is expense minus income.
struct Amounts {
    std::optional<Money> budget;          ///< begroot, the year
    std::optional<Money> budget_to_date;  ///< begroot t/m
    std::optional<Money> actual;          ///< werkelijk t/m
    std::optional<Money> variance;        ///< verschil: positive is voordelig
    std::optional<Money> remaining;       ///< nog te besteden: budget - actual
    std::optional<Money> forecast;        ///< prognose: actual + (budget - budget_to_date)
    SkippedAmounts skipped;
};

/// One line, with the parts behind its figures (indices into the facts' parts).
struct Line {
    Level level = Level::goal;
    std::string code;
    std::string name;
    std::optional<std::size_t> parent;  ///< index of the line it is part of
    Side side = Side::expense;
    AmountKind kind = AmountKind::blank;
    std::string printed;
    std::string description;
    std::string phasing;    ///< name of the key behind `budget_to_date`
    MonthAmounts months{};  ///< of the budget, when there is one
    Amounts amounts;
    Place place;  ///< of the plan amount, in the model
    std::vector<std::size_t> budget_parts;
    std::vector<std::size_t> posting_parts;
    std::optional<Money> rest_of_plan = {};  ///< when a part of the plan is shown: what of the budget lies outside it
    std::vector<std::size_t> changes = {};   ///< by versions of the budget (see `changes_shown`), in order
};

/// Postings that belong in no line, by reason.
struct Outside {
    std::string reason;
    std::int64_t count = 0;
    Money amount;  ///< debit positive
};

/// Ties the table to the ledger. `ledger` is summed over the postings, `table` over the lines.
struct LedgerTie {
    Money ledger;
    Money table;
    Money read;  ///< all rows of the file, before anything else
    bool ties = false;
};

/// Ties the plan amounts to the office's budget, line by line of the booking view.
struct BudgetTie {
    Money plan;
    Money workbook;
    bool ties = false;
    bool primitive = false;  ///< the budget was changed since: these are the amounts before any version
};

/// Ties a part of a plan to the whole: the budget of the shown lines here, in the rest of the plan, and of the plan.
struct PartTie {
    Money here;
    Money rest;
    Money whole;
    bool ties = false;
};

/// What one organisation carries of a shared goal. Nothing means not known to this plan or its books.
struct CostPart {
    CostBearer bearer;
    std::optional<Money> budget, budget_to_date, actual;
    std::optional<Money> received;  ///< of this partner, by rules with `bijdrage`; only when we pay the whole
    std::optional<Money> claim;     ///< te vorderen: actual - received
};

/// A goal whose cost organisations share. When we pay the whole, or the model does not say who does, the line of the
/// goal is the whole; when another pays it is our own part. The parts add up to the whole where that is known.
struct SharedCost {
    std::size_t line = 0;  ///< of the answer
    bool another_pays = false;
    std::string cashier;  ///< empty: not said
    std::optional<Money> budget, budget_to_date, actual;
    std::vector<CostPart> parts;  ///< the plan's own organisation first
};

/// The whole answer. Of a part of a plan every budget is that of its months, and only their postings count.
struct BudgetVsActual {
    Options options;
    PlanYear year;       ///< of the plan
    MonthRange counted;  ///< the months the table is about: all of the plan, or those of the part
    Month until;
    std::vector<Line> lines;
    Amounts total;
    std::vector<Line> remainder;  ///< outside the plan by a rule; without a rule
    Amounts unassigned;           ///< the sum of `remainder`
    std::vector<Outside> outside;
    std::optional<LedgerTie> ledger_tie;
    std::optional<BudgetTie> budget_tie;  ///< of the whole plan, also when a part is shown
    std::optional<PartTie> part_tie;      ///< when a part is shown: lasten min baten of all lines
    std::vector<SharedCost> shared;       ///< of the goals with shares, in a plan view that shows goals
    Findings findings;                    ///< of the ties and of what was not assigned
};

/// Gives the last month of the plan's year with a posting on an income or expense account; its last month when there is
/// none.
[[nodiscard]] Month last_month_with_postings(const Facts& facts);

/// Gives the last month that a table with these options counts: the asked one, or the last with postings in the plan or
/// in the part of it. Error (usage): the plan has no months in the part.
[[nodiscard]] Result<Month> last_month_shown(const Facts& facts, const Options& options);

/// Gives the years of the other kind in which a plan lies, in order: of school year 2024-2025 the calendar years 2024
/// and 2025, of calendar year 2025 the school years 2024-2025 and 2025-2026.
[[nodiscard]] std::vector<PlanYear> years_beside(PlanYear plan);

/// Makes the table. Errors (usage): a part in a year in which the plan does not lie, `options.until` outside the months
/// of the table.
[[nodiscard]] Result<BudgetVsActual> compare_budget_with_actual(const Facts& facts, const Options& options);

}  // namespace begroot::report
