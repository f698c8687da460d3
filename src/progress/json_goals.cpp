#include "period/calendar_day.hpp"
#include "progress/detail/json_text.hpp"
#include "progress/goals.hpp"

namespace begroot::progress {

namespace {

using detail::Json;
using detail::text_or_null;

Json day_or_null(const std::optional<Day>& day) { return day ? Json(iso_text(*day)) : Json(nullptr); }

Json cents(const std::optional<Money>& amount) { return amount ? Json(amount->cents()) : Json(nullptr); }

template <typename T>
Json word_or_null(const std::optional<T>& value, const std::vector<std::string>& names) {
    return value ? Json(names[static_cast<std::size_t>(*value)]) : Json(nullptr);
}

Json hours_or_null(const std::optional<std::int64_t>& hundredths) {
    constexpr double hundred = 100;
    return hundredths ? Json(static_cast<double>(*hundredths) / hundred) : Json(nullptr);
}

Json value_or_null(const std::optional<IndicatorValue>& value) { return value ? Json(to_text(*value)) : Json(nullptr); }

Json activity_json(const Goal& goal, const Activity& activity) {
    Json json{{"code", goal.id.text() + "." + activity.letter}, {"wat", Json::array({activity.text})}};
    for (const std::string& text : activity.more) json["wat"].push_back(text);
    json["wie"] = activity.who;
    json["wanneer"] = activity.when.words;
    json["soort_termijn"] = kind_name(activity.when.kind);
    json["uiterlijk"] = day_or_null(last_day_of(activity.when));
    json["status"] = word_or_null(activity.status, activity_status_names());
    json["stand"] = text_or_null(activity.state);
    return json;
}

Json indicator_json(const IndicatorReport& report) {
    const Indicator& indicator = *report.indicator;
    const Progress& progress = report.progress;
    Json json{{"tekst", indicator.text},
              {"meting", text_or_null(indicator.method)},
              {"richting", word_or_null(indicator.direction, direction_names())},
              {"nulmeting", value_or_null(indicator.baseline)},
              {"streef", value_or_null(indicator.target)},
              {"streef_woorden", text_or_null(indicator.target_words)},
              {"streef_op", day_or_null(indicator.target_on)},
              {"laatst", value_or_null(progress.value)},
              {"laatst_op", day_or_null(progress.on)},
              {"uitkomst", verdict_name(progress.verdict)},
              {"reden", text_or_null(progress.reason)},
              {"berekend", word_or_null(indicator.computed, computation_names())}};
    if (progress.counted) {
        json["geteld"] = {
            {"ja", progress.counted->yes}, {"nee", progress.counted->no}, {"niet_gezegd", progress.counted->unknown}};
    }
    return json;
}

Json hours_json(const std::optional<Hours>& hours) {
    if (!hours) return nullptr;
    return {{"toegekend", hours_or_null(hours->granted_hundredths)},
            {"gebruikt", hours_or_null(hours->used_hundredths)},
            {"op", day_or_null(hours->on)},
            {"bron", text_or_null(hours->source)}};
}

/// Adds what an amount is made of, where it is booked, how it may have come about and what went before it.
void put_parts(Json& json, const Goal& goal) {
    for (const char* key : {"delen", "geboekt", "eerder"}) json[key] = Json::array();
    for (const AmountPart& part : goal.amount.parts)
        json["delen"].push_back({{"cent", part.amount.cents()}, {"omschrijving", part.description}});
    for (const BookedPart& part : goal.amount.booked)
        json["geboekt"].push_back({{"bij", part.at.text()}, {"cent", part.amount.cents()}});
    for (const EarlierCost& earlier : goal.earlier) {
        json["eerder"].push_back(
            {{"jaar", earlier.year}, {"cent", earlier.amount.cents()}, {"omschrijving", earlier.description}});
    }
    json["afleiding"] = nullptr;
    if (!goal.amount.derivation) return;
    const Derivation& derivation = *goal.amount.derivation;
    json["afleiding"] = {{"uit_cent", derivation.base.cents()},
                         {"deler", derivation.divisor},
                         {"zeker", derivation.certain},
                         {"lezingen", derivation.readings}};
}

Json money_json(const Goal& goal, const report::Line* line) {
    if (line == nullptr) return nullptr;
    Json json{
        {"begroot_soort", kind_name(kind(goal.amount))},  {"gedrukt", goal.amount.printed},
        {"begroot_cent", cents(line->amounts.budget)},    {"begroot_tot_cent", cents(line->amounts.budget_to_date)},
        {"werkelijk_cent", cents(line->amounts.actual)},  {"verschil_cent", cents(line->amounts.variance)},
        {"prognose_cent", cents(line->amounts.forecast)}, {"partners", Json::array()}};
    for (const Partner& partner : goal.partners) {
        json["partners"].push_back({{"naam", partner.name},
                                    {"rol", text_or_null(partner.role)},
                                    {"aandeel", partner.share ? Json(partner.share->printed) : Json(nullptr)}});
    }
    put_parts(json, goal);
    json["kassier"] = text_or_null(goal.cashier);
    json["geheel_cent"] = cents(goal.whole);
    return json;
}

Json goal_json(const GoalReport& report) {
    const Goal& goal = *report.goal;
    Json json{{"code", goal.id.text()},
              {"niveau", words_of(goal.level).code},
              {"speerpunt", goal.speerpunt.text()},
              {"naam", goal.name},
              {"plan", goal.plan},
              {"activiteiten", Json::array()},
              {"check", goal.check},
              {"indicatoren", Json::array()},
              {"behaald",
               goal.outcome ? Json(reached_names()[static_cast<std::size_t>(goal.outcome->reached)]) : Json(nullptr)},
              {"uren", hours_json(goal.hours)},
              {"geld", money_json(goal, report.money)}};
    json["achtergrond"] = goal.background;
    json["planning"] = goal.planning;
    json["fasen"] = Json::array();
    for (const PhaseMarks& phase : goal.phases) {
        json["fasen"].push_back(
            {{"naam", phase.name}, {"kruisjes", phase.marks}, {"jaren", phase.years}, {"jaar", phase.year}});
    }
    json["organisatie"] = goal.organisation;
    json["communicatie"] = goal.communication;
    json["kosten"] = goal.cost_text;
    json["voetnoten"] = goal.footnotes;
    for (const Activity& activity : goal.activities) json["activiteiten"].push_back(activity_json(goal, activity));
    for (const IndicatorReport& one : report.indicators) json["indicatoren"].push_back(indicator_json(one));
    return json;
}

void put_plan(Json& json, const Plan& plan) {
    json["kernwaarden"] = plan.core_values;
    json["legenda"] = text_or_null(plan.legend);
    json["organisaties"] = Json::array();
    for (const Organisation& organisation : plan.organisations) {
        json["organisaties"].push_back(
            {{"code", organisation.id.text()},
             {"naam", organisation.name},
             {"soort", organisation_kind_names()[static_cast<std::size_t>(organisation.kind)]},
             {"deel_van", text_or_null(organisation.part_of.text())}});
    }
}

Json whole_json(const Plan& plan, const GoalReport& report) {
    Json json{{"code", report.speerpunt != nullptr ? report.speerpunt->id.text() : "plan"},
              {"niveau", report.speerpunt != nullptr
                             ? speerpunt_kind_names()[static_cast<std::size_t>(report.speerpunt->kind)]
                             : "plan"},
              {"naam", report.speerpunt != nullptr ? Json(report.speerpunt->name) : Json(nullptr)},
              {"indicatoren", Json::array()}};
    if (report.speerpunt != nullptr) {
        json["belang"] = report.speerpunt->importance;
        json["bereiken"] = report.speerpunt->aims;
        json["leidt_toe"] = report.speerpunt->outcome;
        json["meten"] = report.speerpunt->measuring;
        json["incidenteel"] = report.speerpunt->incidental;
        json["code_inspectie"] = text_or_null(report.speerpunt->inspection_code);
        json["naam_inspectie"] = text_or_null(report.speerpunt->inspection_name);
        json["ontwikkelpunten"] = report.speerpunt->development_points;
        json["ontwikkelpunten_gedrukt"] = text_or_null(report.speerpunt->development_points_printed);
        json["toelichting"] = report.speerpunt->explanation;
        json["ontwikkelagenda"] = report.speerpunt->agenda;
        json["noten"] = report.speerpunt->notes;
    } else {
        put_plan(json, plan);
    }
    for (const IndicatorReport& one : report.indicators) json["indicatoren"].push_back(indicator_json(one));
    return json;
}

}  // namespace

std::string to_json(const report::Facts& facts, const report::BudgetVsActual& answer,
                    const std::vector<GoalReport>& goals) {
    Json json{{"organisatie", facts.plan->organisation},
              {"jaarplan", facts.plan->title},
              {"jaar", to_text(answer.year)},
              {"tot", to_text(answer.until)},
              {"doelen", Json::array()}};
    if (facts.versions != nullptr) json["begrotingsversie"] = report::budget_code(facts);
    for (const GoalReport& report : goals)
        json["doelen"].push_back(report.goal != nullptr ? goal_json(report) : whole_json(*facts.plan, report));
    return detail::dump(json);
}

}  // namespace begroot::progress
