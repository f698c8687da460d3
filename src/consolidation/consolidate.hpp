#pragma once
// Several organisations as one: every line by organisation, what they owe each other taken out, and proof that the
// columns and the eliminations are together the consolidated amount, to the cent.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "mapping/consolidation.hpp"
#include "report/budget_vs_actual.hpp"
#include "report/trace.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace begroot::consolidation {

/// Says what a line stands for: a rubric of the annual accounts, or a speerpunt of the whole.
enum class Per : std::uint8_t { rubric, speerpunt };

/// The amounts of a line that are added over organisations.
enum class Measure : std::uint8_t { budget, budget_to_date, actual };

inline constexpr std::array measures{Measure::budget, Measure::budget_to_date, Measure::actual};

/// Gives the stable name: begroot, begroot_tot, werkelijk.
[[nodiscard]] const char* measure_name(Measure measure);

/// One amount for each measure; nothing is no figures at all, never zero.
using Amounts = std::array<std::optional<Money>, measures.size()>;

/// Gives the amount of a measure.
[[nodiscard]] inline const std::optional<Money>& amount_of(const Amounts& amounts, Measure measure) {
    return amounts[static_cast<std::size_t>(measure)];
}

/// A member with its facts, which must outlive the answer.
struct Member {
    std::string code;
    std::string name;
    report::Facts facts;
};

/// Chooses a consolidation. Without `until` it runs to the last month of which every member with a ledger has postings.
struct Options {
    Per per = Per::rubric;
    std::optional<Month> until;
};

/// An amount that an elimination takes out of a line of a member, as it counts in that line.
struct EliminatedItem {
    std::size_t elimination = 0;
    std::size_t member = 0;
    Measure measure = Measure::budget;
    report::TraceItem item;  ///< its amount is what is taken out
};

/// Says what a row is. Baten and lasten are both positive; all other kinds of `Per::speerpunt` are lasten min baten.
enum class RowKind : std::uint8_t {
    income,
    expense,
    speerpunt,
    unmapped,      ///< goals of a member that the consolidation gives to no speerpunt
    outside_plan,  ///< by a rule of the member
    without_rule,
    difference,  ///< what the two sides of eliminations differ
    total_income,
    total_expense,
    total_speerpunten,
    total_rest,
    result,  ///< baten min lasten
    whole    ///< lasten min baten
};

/// Gives the stable Dutch name: baten, lasten, speerpunt, zonder_speerpunt, …
[[nodiscard]] const char* row_kind_name(RowKind kind);

/// One row: an amount for each member, what is taken out, and what is left. `total` = sum of members + `eliminated`.
struct Row {
    RowKind kind = RowKind::expense;
    std::string code;
    std::string name;
    std::vector<Amounts> members;
    Amounts eliminated;
    Amounts total;
    std::vector<EliminatedItem> items;
    /// Of each member the codes behind its amount, in its own table (see `member_answer`).
    std::vector<std::vector<std::string>> member_codes;
    std::vector<std::size_t> added;       ///< of a total: the rows that it adds
    std::vector<std::size_t> subtracted;  ///< of a total: the rows that it subtracts
};

/// What the two sides of an elimination have, debit positive; they add up to nothing when members agree.
struct EliminationResult {
    std::size_t elimination = 0;
    bool skipped = false;  ///< a member is left out, so nothing is taken out
    Amounts from, to;
    std::array<std::size_t, measures.size()> from_count{}, to_count{};
};

/// The whole answer.
struct Consolidated {
    Options options;
    PlanYear year;
    Month until;
    std::vector<report::BudgetVsActual> answers;  ///< of each member: the table behind its column
    std::vector<Row> rows;
    std::vector<EliminationResult> eliminations;
    Findings findings;
};

/// Gives the last month of which every member with a ledger has postings; the last of the year when none has one. There
/// must be members.
[[nodiscard]] Month common_month(std::span<const Member> members);

/// Consolidates. Errors: members of different years, a month outside it, a code or member that does not exist, no
/// speerpunten to consolidate by. Members that the definition names and that are not given count as left out.
[[nodiscard]] Result<Consolidated> consolidate(const Consolidation& definition, std::span<const Member> members,
                                               const Options& options);

}  // namespace begroot::consolidation
