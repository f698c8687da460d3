#pragma once
// An annual plan (jaarplan): speerpunten with their doelen, what was promised in words and in euros.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "period/plan_year.hpp"
#include "plan/calendar.hpp"
#include "plan/goal.hpp"
#include "plan/indicator.hpp"
#include "plan/organisation.hpp"
#include "plan/when.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot {

/// Says what the document calls its first level.
enum class SpeerpuntKind : std::uint8_t { speerpunt, theme, block };

/// Gives all Dutch names, in order: speerpunt, thema, blok.
[[nodiscard]] const std::vector<std::string>& speerpunt_kind_names();

/// A speerpunt with its goals in document order.
struct Speerpunt {
    SpeerpuntId id;
    SpeerpuntKind kind = SpeerpuntKind::speerpunt;
    std::string name;
    std::string listed_name;
    std::string agenda_name;
    std::string inspection_code;  ///< exactly as printed: `RPO1`, `RPO 1`; empty when none is printed
    std::string inspection_name;
    Paragraphs explanation, notes, agenda;
    Paragraphs importance;                        ///< what is thought important
    Paragraphs outcome;                           ///< where it leads to
    Paragraphs aims;                              ///< what is to be reached by the end of the period
    Paragraphs measuring;                         ///< how that is measured
    Paragraphs incidental;                        ///< activities beside the projects
    std::vector<std::string> development_points;  ///< of the support plan; one may stand at several speerpunten
    std::string development_points_printed;
    std::string budget_head = "Begroot";
    std::string actual_head = "Werkelijke uitgave";
    std::optional<std::string> printed_total;  ///< the total cell, clause included
    std::vector<Goal> goals;
    Place place;
};

/// A reporting moment: M8 runs to August.
struct Moment {
    std::string code;
    Month until;
    std::string printed;
};

/// A date, deadline or frequency in the document's own words.
struct Deadline {
    std::string at;  ///< goal code, speerpunt number or `plan`
    When when;
    std::string what;
    Place place;
};

/// A subsidy that the plan leans on, in the document's own words. An amount that is not printed is not known, never 0.
struct Subsidy {
    std::string name;
    std::string at;     ///< goal code, speerpunt number or `plan`
    std::string model;  ///< G1, G2A or G2B, how the yearly accounts show it; empty: the document does not say
    std::optional<Day> from, until;
    std::string words;
    std::optional<PlanAmount> amount;
    Place place;
};

/// A footnote of the document.
struct Footnote {
    std::int64_t number = 0;
    std::string text;
};

/// Text that was broken when the document was made into text: kept as it is, outside the plan.
struct Unreadable {
    Paragraphs text;
    std::string where;  ///< in the document
    std::string reason;
    Place place;
};

/// A contradiction inside the document: reported, never repaired.
struct Contradiction {
    std::string subject, first, second, explanation;
    Place place;
};

/// A line of the document's own summary table.
struct SummaryLine {
    SpeerpuntId speerpunt;
    std::string name, explanation, cost;
    Place place;
};

/// The document's own summary table, when it prints one.
struct Summary {
    std::vector<std::string> heads;
    Paragraphs introduction;
    std::string total;
    std::vector<SummaryLine> lines;
    Place place;
};

/// A whole annual plan.
struct Plan {
    std::string organisation, title, version, period, document;
    std::optional<Day> date;
    std::optional<Day> adopted;  ///< the day of adoption, when the document names one
    std::int32_t year = 0;       ///< in which the plan begins
    std::int32_t first_month = 1;
    Paragraphs introduction, notes, sources, core_values;
    std::string legend;
    std::vector<Moment> moments;
    std::vector<Speerpunt> speerpunten;
    std::vector<Deadline> deadlines;
    std::vector<Contradiction> contradictions;
    std::optional<Summary> summary;
    std::vector<Organisation> organisations;
    std::vector<Indicator> indicators;
    std::vector<CalendarRow> calendar;
    std::vector<Meeting> meetings;
    std::vector<Subsidy> subsidies;
    std::vector<Footnote> footnotes;
    std::vector<Unreadable> unreadable;
    std::string default_phasing = "werkboek";
};

/// Gives the twelve months of the plan.
[[nodiscard]] inline PlanYear year_of(const Plan& plan) { return {plan.year, plan.first_month}; }

/// Gives the day from which the plan holds: of its adoption, else of the document; nothing when neither is known.
[[nodiscard]] std::optional<Day> adoption_day(const Plan& plan);

/// Tells whether a code names a goal, a speerpunt or `plan`.
[[nodiscard]] bool is_known(const Plan& plan, const std::string& at);

/// Finds an organisation by its code; nothing when there is none.
[[nodiscard]] const Organisation* find_organisation(const Plan& plan, const OrganisationId& id);

/// Finds a footnote by its number; nothing when there is none.
[[nodiscard]] const Footnote* find_footnote(const Plan& plan, std::int64_t number);

/// The words that a plan has for its two levels: `Speerpunt` and `doel`, `Blok` and `beoogd resultaat`.
struct LevelWords {
    std::string speerpunt;
    std::string goal;
};

/// Gives the document's own words as far as they are the same everywhere, those of the schools aside.
[[nodiscard]] LevelWords level_words(const Plan& plan);

/// Writes a level as a heading begins: `Beoogd resultaat`, `Thema`.
[[nodiscard]] std::string heading(GoalLevel level);
[[nodiscard]] std::string heading(SpeerpuntKind kind);

/// Finds a goal by its code; nothing when there is none.
[[nodiscard]] const Goal* find_goal(const Plan& plan, const GoalId& id);

/// Finds a speerpunt by its number; nothing when there is none.
[[nodiscard]] const Speerpunt* find_speerpunt(const Plan& plan, const SpeerpuntId& id);

}  // namespace begroot
