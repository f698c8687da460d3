#pragma once
// An annual plan (jaarplan): speerpunten with their doelen, what was promised in words and in euros.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "period/month.hpp"
#include "plan/amount.hpp"
#include "table/cell.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot {

/// Texts of the document, one entry a paragraph, literal.
using Paragraphs = std::vector<std::string>;

/// One activity of a goal: a paragraph of its Do column. Code `3.2.a`.
struct Activity {
    std::string letter;
    std::string text;
};

/// A partner that shares a goal's cost or work. No share is assumed when the document prints none.
struct Partner {
    std::string name;
    std::string role;
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

/// Says what the document calls its second level.
enum class GoalLevel : std::uint8_t { goal, action_line };

/// A doel (or actielijn): what is promised, how it is measured, what it may cost.
struct Goal {
    GoalId id;
    SpeerpuntId speerpunt;
    GoalLevel level = GoalLevel::goal;
    std::string name;
    std::string listed_name;  ///< as printed in the document's own list, when it differs
    Paragraphs plan;          ///< Wat willen we bereiken (actielijn: Doelen)
    std::vector<Activity> activities;
    Paragraphs check;  ///< indicators (actielijn: Resultaten)
    Paragraphs background, planning, organisation, communication, cost_text, notes;
    PlanAmount amount;
    std::vector<EarlierCost> earlier;
    std::vector<Partner> partners;
    std::vector<PhaseMarks> phases;
    std::string phasing;  ///< name of a phasing key; empty: the plan's default
    Place place;          ///< of the amount, in the model
};

/// A speerpunt with its goals in document order.
struct Speerpunt {
    SpeerpuntId id;
    std::string name;
    std::string listed_name;
    std::string agenda_name;
    std::string inspection_code;  ///< exactly as printed: `RPO1`, `RPO 1`; empty when none is printed
    std::string inspection_name;
    Paragraphs explanation, notes, agenda;
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
    std::string words;
    std::string
        kind;  ///< dag, week, maand, kwartaal, halfjaar, jaar, seizoen, periode, doorlopend, frequentie, onbekend
    std::optional<Day> from, until;
    std::string what;
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
    std::int32_t year = 0;
    Paragraphs introduction, notes, sources;
    std::string legend;
    std::vector<Moment> moments;
    std::vector<Speerpunt> speerpunten;
    std::vector<Deadline> deadlines;
    std::vector<Contradiction> contradictions;
    std::optional<Summary> summary;
    std::string default_phasing = "werkboek";
};

/// Finds a goal by its code; nothing when there is none.
[[nodiscard]] const Goal* find_goal(const Plan& plan, const GoalId& id);

/// Finds a speerpunt by its number; nothing when there is none.
[[nodiscard]] const Speerpunt* find_speerpunt(const Plan& plan, const SpeerpuntId& id);

}  // namespace begroot
