#pragma once
// A goal of a plan: what is promised, who does what by when, how it is measured, what it may cost.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "period/day.hpp"
#include "plan/amount.hpp"
#include "plan/organisation.hpp"
#include "plan/when.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot {

/// Texts of the document, one entry a paragraph, literal.
using Paragraphs = std::vector<std::string>;

/// How far an activity is.
enum class ActivityStatus : std::uint8_t { not_started, running, done, dropped };

/// Gives all Dutch names, in order: niet_gestart, loopt, klaar, vervallen.
[[nodiscard]] const std::vector<std::string>& activity_status_names();

/// One activity of a goal: a paragraph of its Do column, or a row of a table of actions. Code `3.2.a`.
struct Activity {
    std::string letter;
    std::string text;
    Paragraphs more = {};  ///< the other paragraphs of the same cell
    Paragraphs who = {};
    When when = {};
    std::optional<ActivityStatus> status = {};  ///< nothing: not said
    std::string state = {};                     ///< how it stands, in the document's words
    std::vector<std::int64_t> footnotes = {};
    std::vector<OrganisationId> organisations = {};
    bool is_row = false;  ///< of a table of actions, which has a place for who and when
    Place place = {};
};

/// Gives all paragraphs of an activity in one line.
[[nodiscard]] std::string full_text(const Activity& activity);

/// The part of a cost that a partner carries, as a fraction.
struct PartnerShare {
    std::int64_t part = 0;
    std::int64_t whole = 1;
    std::string printed;
};

/// A partner that shares a goal's cost or work. No share is assumed when the document prints none.
struct Partner {
    std::string name;
    std::string role;
    std::optional<PartnerShare> share = {};
    Place place = {};
};

/// Who carries a part of a goal's cost. `weight` is compared with those of the others.
struct CostBearer {
    std::string name;
    std::string role;
    std::string share;  ///< as printed; of what the partners leave, made: `1/3`
    std::int64_t weight = 0;
    bool is_own = false;  ///< the organisation of the plan itself
};

/// Cost of an earlier year that the document names; it is no part of this year's budget.
struct EarlierCost {
    std::int32_t year = 0;
    Money amount;
    std::string printed;
    std::string description;
};

/// A row of an x-grid whose year was lost in the text: how many marks, which years it could be, never which it is.
struct PhaseMarks {
    std::string name;
    std::int64_t marks = 0;
    std::vector<std::string> years;
    std::string year;  ///< `onbekend`, or the year a person entered
};

/// Hours given to a goal and hours used, in hundredths.
struct Hours {
    std::optional<std::int64_t> granted_hundredths;
    std::optional<std::int64_t> used_hundredths;
    std::optional<Day> on;  ///< to which day the used hours were counted
    std::string source;
};

/// Whether a goal was reached.
enum class Reached : std::uint8_t { yes, no, partly };

/// Gives all Dutch names, in order: ja, nee, deels.
[[nodiscard]] const std::vector<std::string>& reached_names();

/// Who says whether a goal was reached, and when.
struct Outcome {
    Reached reached = Reached::no;
    std::optional<Day> on;
    std::string source;
};

/// Says what the document calls its second level.
enum class GoalLevel : std::uint8_t {
    goal,         ///< doel
    action_line,  ///< actielijn
    project,      ///< project
    result,       ///< beoogd resultaat
    measure,      ///< maatregel: an answer to "wat gaan we doen?"
    school_goal   ///< schooldoel: what the schools chose to do; no budget, no date
};

/// The Dutch words for a level.
struct GoalLevelWords {
    const char* code;      ///< stable: `doel`, `actielijn`, `project`, …
    const char* singular;  ///< `beoogd resultaat`
};

/// Gives the words for a level.
[[nodiscard]] GoalLevelWords words_of(GoalLevel level);

/// A doel (or actielijn, project, …): what is promised, how it is measured, what it may cost.
struct Goal {
    GoalId id;
    SpeerpuntId speerpunt;
    GoalLevel level = GoalLevel::goal;
    std::string name;
    std::string listed_name;  ///< as printed in the document's own list, when it differs
    Paragraphs plan;          ///< Wat willen we bereiken (actielijn: Doelen; elsewhere the literal text)
    std::vector<Activity> activities;
    Paragraphs check;  ///< indicators (actielijn: Resultaten)
    Paragraphs background, planning, organisation, communication, cost_text, notes;
    PlanAmount amount;
    std::vector<EarlierCost> earlier;
    std::vector<Partner> partners;
    std::string cashier;         ///< kassier: the organisation that pays the whole; empty: the model does not say
    std::optional<Money> whole;  ///< of all organisations, when another pays and the budget is our own part
    Place cashier_place;         ///< of `kassier` or `geheel`, in the model
    std::vector<PhaseMarks> phases;
    std::string phasing;  ///< name of a phasing key; empty: the plan's default
    std::vector<OrganisationId> organisations;
    std::vector<std::int64_t> footnotes;
    std::optional<Hours> hours;
    std::optional<Outcome> outcome;  ///< nothing: not said
    Place place;                     ///< of the amount, in the model
};

/// The shares of all partners over one denominator.
struct SharesTotal {
    std::int64_t part = 0;
    std::int64_t whole = 1;
};

/// Adds the shares that are known, exactly; nothing when their denominators have no common one up to 10^12.
[[nodiscard]] std::optional<SharesTotal> total_of_shares(const Goal& goal);

/// Tells whether organisations share a goal's cost and every share is known.
[[nodiscard]] bool is_shared(const Goal& goal);

/// Gives who carry the cost of a shared goal: the plan's own organisation first, with its share or with what the
/// partners leave, then the partners in order. The weights add up to the whole.
[[nodiscard]] std::vector<CostBearer> cost_bearers(const Goal& goal, const std::string& own_name);

/// Tells whether another organisation pays the whole, so that budget and bookings are our own part.
[[nodiscard]] bool another_pays(const Goal& goal, const std::string& own_name);

}  // namespace begroot
