#include "money/format.hpp"
#include "store/detail/activity_sections.hpp"
#include "store/detail/choice_values.hpp"
#include "store/detail/plan_sections.hpp"

namespace begroot::store::detail {

namespace {

constexpr std::int64_t number_most = 99;

struct PrintedAmount {
    Money amount;
    std::string printed;
};

/// Reads a required amount; reports what is no amount and gives nothing.
std::optional<PrintedAmount> read_amount(const Section& section, std::string_view key) {
    const std::string text = section.required_text(key);
    if (text.empty()) return std::nullopt;
    if (const auto money = parse_amount(text)) return PrintedAmount{*money, text};
    section.fail(key, "\"" + text + "\" is geen bedrag", "een bedrag, bijvoorbeeld 12.500,00");
    return std::nullopt;
}

/// Reads the budget cell. A level below the doel may have none: then it is blank, for the document names no amount.
void read_budget_cell(const Section& section, GoalLevel level, PlanAmount& amount) {
    const auto printed = section.text("begroot");
    if (!printed) {
        const bool required = level == GoalLevel::goal || level == GoalLevel::action_line;
        if (!section.has("begroot") && required) {
            section.fail("begroot", "\"begroot\" ontbreekt",
                         "de cel zoals gedrukt: een bedrag, \"p.m.\", \"--\" of \"\" voor een lege cel");
        }
        return;
    }
    const auto forced = section.text("begroot_soort");
    if (forced) {
        if (*forced != "geen_budget") {
            section.fail("begroot_soort", "\"" + *forced + "\" is geen soort", "geen_budget, of de sleutel weglaten");
        }
        amount.value = NoBudget{};
        amount.printed = *printed;
        return;
    }
    if (auto parsed = parse_plan_amount(*printed)) {
        amount = std::move(*parsed);
    } else {
        section.fail("begroot", "\"" + *printed + "\" is geen begrotingscel",
                     "een bedrag met of zonder woorden erachter, \"p.m.\", \"--\" of \"\"",
                     "is er geen apart budget, schrijf dan begroot_soort = \"geen_budget\"");
    }
}

void read_amount_details(const Section& section, PlanAmount& amount) {
    for (const Section& part : section.children("geboekt", "[[speerpunt.doel]].geboekt")) {
        const auto at = part.required_whole("bij", 1, number_most);
        if (const auto read = read_amount(part, "bedrag"))
            amount.booked.push_back({SpeerpuntId(std::to_string(at)), read->amount});
    }
    for (const Section& part : section.children("delen", "[[speerpunt.doel]].delen")) {
        const std::string description = part.text_or("omschrijving", "");
        if (const auto read = read_amount(part, "bedrag"))
            amount.parts.push_back({read->amount, read->printed, description});
    }
    if (const auto section_of = section.child("afleiding", "[[speerpunt.doel]].afleiding")) {
        Derivation derivation;
        derivation.certain = section_of->flag("zeker").value_or(false);
        const auto base = read_amount(*section_of, "uit").value_or(PrintedAmount{});
        derivation.from = base.printed;
        derivation.base = base.amount;
        derivation.divisor = section_of->required_whole("deler", 1, 1000);
        derivation.readings = section_of->texts("lezingen");
        amount.derivation = std::move(derivation);
    }
}

void read_common(const Section& section, Goal& goal) {
    read_budget_cell(section, goal.level, goal.amount);
    read_amount_details(section, goal.amount);
    for (const Section& earlier : section.children("eerder", "[[speerpunt.doel]].eerder")) {
        const auto year = static_cast<std::int32_t>(earlier.required_whole("jaar", 2000, 2199));
        const std::string description = earlier.text_or("omschrijving", "");
        if (const auto read = read_amount(earlier, "bedrag")) {
            goal.earlier.push_back({year, read->amount, read->printed, description});
        }
    }
    for (const Section& partner : section.children("partners", "[[speerpunt.doel]].partners")) {
        goal.partners.push_back(read_partner(partner));
    }
    check_shares(section, goal);
    read_cashier(section, goal);
    goal.phasing = section.text_or("fasering", "");
}

Goal read_goal(const Section& section, const SpeerpuntId& speerpunt, GoalLevel level) {
    Goal goal;
    goal.speerpunt = speerpunt;
    goal.level = level;
    const auto number = section.required_whole("nummer", 1, number_most);
    goal.id = GoalId(speerpunt.text() + "." + std::to_string(number));
    goal.name = section.required_text("naam");
    goal.place = section.has("begroot") ? section.place("begroot") : section.place();
    read_progress(section, goal);
    if (level != GoalLevel::school_goal) read_common(section, goal);
    if (level != GoalLevel::action_line) {
        const bool is_goal = level == GoalLevel::goal;
        goal.plan = section.texts(is_goal ? "plan" : "tekst");
        goal.notes = section.texts("noten");
        if (level != GoalLevel::school_goal) read_activities(section, "do", goal);
        goal.check = section.texts("check");
        return goal;
    }
    goal.listed_name = section.text_or("naam_lijst", "");
    goal.plan = section.texts("doelen");
    read_activities(section, "activiteiten", goal);
    goal.check = section.texts("resultaten");
    goal.background = section.texts("achtergrond");
    goal.planning = section.texts("planning");
    goal.organisation = section.texts("organisatie");
    goal.communication = section.texts("communicatie");
    goal.cost_text = section.texts("kosten");
    goal.notes = section.texts("noten");
    for (const Section& phase : section.children("fasen", "[[speerpunt.actielijn]].fasen")) {
        goal.phases.push_back({phase.required_text("naam"), phase.required_whole("kruisjes", 0, number_most),
                               phase.texts("jaren"), phase.text_or("jaar", "onbekend")});
    }
    return goal;
}

}  // namespace

Speerpunt read_speerpunt(const Section& section) {
    Speerpunt speerpunt;
    speerpunt.id = SpeerpuntId(std::to_string(section.required_whole("nummer", 1, number_most)));
    if (const auto kind = read_choice_as<SpeerpuntKind>(section, "soort", "soort speerpunt", speerpunt_kind_names()))
        speerpunt.kind = *kind;
    speerpunt.name = section.required_text("naam");
    speerpunt.listed_name = section.text_or("naam_lijst", "");
    speerpunt.agenda_name = section.text_or("ontwikkelagenda_naam", "");
    speerpunt.inspection_code = section.text_or("code", "");
    speerpunt.inspection_name = section.text_or("code_naam", "");
    speerpunt.explanation = section.texts("toelichting");
    speerpunt.notes = section.texts("noot");
    speerpunt.agenda = section.texts("ontwikkelagenda");
    speerpunt.importance = section.texts("belang");
    speerpunt.outcome = section.texts("leidt_toe");
    speerpunt.aims = section.texts("bereiken");
    speerpunt.measuring = section.texts("meten");
    speerpunt.incidental = section.texts("incidenteel");
    speerpunt.development_points = section.texts("ontwikkelpunten");
    speerpunt.development_points_printed = section.text_or("ontwikkelpunten_gedrukt", "");
    speerpunt.budget_head = section.text_or("kop_begroot", speerpunt.budget_head);
    speerpunt.actual_head = section.text_or("kop_werkelijk", speerpunt.actual_head);
    speerpunt.printed_total = section.text("totaal");
    speerpunt.place = section.has("totaal") ? section.place("totaal") : section.place();
    const auto add = [&](const Section& goal_section, GoalLevel level) {
        Goal goal = read_goal(goal_section, speerpunt.id, level);
        for (const Goal& other : speerpunt.goals) {
            if (other.id == goal.id)
                goal_section.fail("nummer", goal.id.text() + " staat er twee keer", "elk nummer een keer");
        }
        speerpunt.goals.push_back(std::move(goal));
    };
    for (const Section& goal : section.children("doel", "[[speerpunt.doel]]")) add(goal, GoalLevel::goal);
    for (const Section& line : section.children("actielijn", "[[speerpunt.actielijn]]"))
        add(line, GoalLevel::action_line);
    for (const Section& project : section.children("project", "[[speerpunt.project]]"))
        add(project, GoalLevel::project);
    for (const Section& result : section.children("resultaat", "[[speerpunt.resultaat]]"))
        add(result, GoalLevel::result);
    for (const Section& measure : section.children("maatregel", "[[speerpunt.maatregel]]"))
        add(measure, GoalLevel::measure);
    for (const Section& goal : section.children("schooldoel", "[[speerpunt.schooldoel]]"))
        add(goal, GoalLevel::school_goal);
    return speerpunt;
}

}  // namespace begroot::store::detail
