#include "management/json.hpp"

#include "money/format.hpp"

#include <nlohmann/json.hpp>

namespace begroot::management {

namespace {

using Json = nlohmann::ordered_json;

Json cents_of(const std::optional<Money>& amount) { return amount ? Json(amount->cents()) : Json(nullptr); }

Json text_of(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json limit_json(const Limit& limit) {
    return limit.amount ? Json{{"cent", limit.amount->cents()}}
                        : Json{{"ppm", limit.share ? Json(limit.share->ppm()) : Json(nullptr)}};
}

Json rules_json(const ReportRules& rules) {
    Json json{{"voorbeeld", rules.example},
              {"prognose", method_name(rules.method)},
              {"vergelijk_met", rules.compared == Compared::to_date ? "periode" : "prognose"},
              {"drempel", nullptr},
              {"lichten", nullptr}};
    if (rules.threshold) {
        json["drempel"] = {
            {"bedrag_cent", cents_of(rules.threshold->amount)},
            {"procent_ppm", rules.threshold->share ? Json(rules.threshold->share->ppm()) : Json(nullptr)},
            {"samen", rules.threshold->either ? "of" : "en"}};
    }
    if (rules.lights) {
        json["lichten"] = {{"oranje_vanaf", limit_json(rules.lights->amber_from)},
                           {"rood_vanaf", limit_json(rules.lights->red_from)},
                           {"licht_bij", rules.lights->both_ways ? "beide" : "nadelig"}};
    }
    return json;
}

void put_amounts(Json& json, const report::Amounts& amounts, const std::optional<Money>& forecast_variance) {
    json["begroot_cent"] = cents_of(amounts.budget);
    json["begroot_tot_cent"] = cents_of(amounts.budget_to_date);
    json["werkelijk_cent"] = cents_of(amounts.actual);
    json["verschil_cent"] = cents_of(amounts.variance);
    json["prognose_cent"] = cents_of(amounts.forecast);
    json["verschil_prognose_cent"] = cents_of(forecast_variance);
    json["overgeslagen"] = {{"pm", amounts.skipped.pro_memorie},
                            {"streep", amounts.skipped.dash},
                            {"leeg", amounts.skipped.blank},
                            {"geen_budget", amounts.skipped.no_budget}};
}

void put_judgement(Json& json, const Judgement& judgement) {
    json["afwijking_cent"] = cents_of(judgement.deviation);
    json["licht"] = text_of(light_name(judgement.light));
    json["toelichting_nodig"] = judgement.must_be_explained;
}

Json line_json(const ReportLine& line, bool remainder) {
    Json json{{"niveau", remainder ? "niet_toegewezen" : report::level_name(line.line.level)},
              {"code", line.line.code},
              {"naam", line.line.name},
              {"begroot_soort", kind_name(line.line.kind)},
              {"gedrukt", line.line.printed}};
    put_amounts(json, line.line.amounts, line.forecast_variance);
    const bool head = line.line.level == report::Level::speerpunt;
    json["methode"] = head || !line.forecast.amount ? Json(nullptr) : Json(method_name(line.forecast.method));
    json["methode_zonder_patroon"] = line.forecast.without_pattern;
    json["prognose_toelichting"] = text_of(line.forecast.explanation);
    put_judgement(json, line.judgement);
    json["toelichting"] = line.explanation;
    return json;
}

Json sources_json(const std::vector<SourceLine>& sources) {
    Json list = Json::array();
    for (const SourceLine& source : sources)
        list.push_back({{"soort", source.kind}, {"bestand", source.file}, {"sha256", source.sha256}});
    return list;
}

Json findings_json(const Findings& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings) {
        list.push_back({{"ernst", severity_name(finding.severity)},
                        {"soort", finding.kind},
                        {"gevonden", finding.found},
                        {"actie", finding.action}});
    }
    return list;
}

Json indicators_json(const std::vector<MeasuredIndicator>& indicators) {
    Json list = Json::array();
    for (const MeasuredIndicator& one : indicators) {
        const Indicator& indicator = *one.indicator;
        list.push_back({{"bij", indicator.at},
                        {"tekst", indicator.text},
                        {"nulmeting", indicator.baseline ? Json(to_text(*indicator.baseline)) : Json(nullptr)},
                        {"streef", text_of(target_text(indicator))},
                        {"gemeten", one.progress.value ? Json(to_text(*one.progress.value)) : Json(nullptr)},
                        {"stand", measured_words(one)}});
    }
    return list;
}

Json evaluated_json(const EvaluatedLine& line) {
    Json json{{"niveau", report::level_name(line.line.level)},
              {"code", line.line.code},
              {"naam", line.line.name},
              {"begroot_soort", kind_name(line.line.kind)},
              {"gedrukt", line.line.printed},
              {"begroot_cent", cents_of(line.line.amounts.budget)},
              {"werkelijk_cent", cents_of(line.line.amounts.actual)},
              {"over_cent", cents_of(line.left)},
              {"toelichting", line.explanation}};
    if (line.goal == nullptr) return json;
    json["beloofd"] = line.goal->plan;
    json["activiteiten"] = Json::array();
    for (const Activity& activity : line.goal->activities)
        json["activiteiten"].push_back(
            {{"letter", activity.letter},
             {"tekst", full_text(activity)},
             {"status", activity.status ? Json(activity_status_names().at(static_cast<std::size_t>(*activity.status)))
                                        : Json(nullptr)},
             {"stand", text_of(activity.state)}});
    json["gemeten_aan"] = line.goal->check;
    json["indicatoren"] = indicators_json(line.indicators);
    json["behaald"] = line.goal->outcome
                          ? Json(reached_names().at(static_cast<std::size_t>(line.goal->outcome->reached)))
                          : Json(nullptr);
    return json;
}

std::string dumped(const Json& json) {
    constexpr int indent = 2;
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const Input& input, const ManagementReport& report) {
    const Plan& plan = *input.facts.plan;
    Json json{{"organisatie", plan.organisation},
              {"jaarplan", plan.title},
              {"versie", text_of(plan.version)},
              {"boekjaar", plan.year},
              {"moment", report.moment.code},
              {"tot", to_text(report.table.until)},
              {"boekingen_tot", report.known_until ? Json(to_text(*report.known_until)) : Json(nullptr)},
              {"afspraken", rules_json(*input.rules)},
              {"inleiding", report.introduction},
              {"regels", Json::array()},
              {"totaal", Json::object()},
              {"niet_toegewezen", Json::array()},
              {"besluiten", Json::array()},
              {"indicatoren", Json::array()},
              {"bevindingen", Json::array()},
              {"bronnen", Json::array()}};
    if (input.facts.versions != nullptr) json["begrotingsversie"] = report::budget_code(input.facts);
    for (const ReportLine& line : report.lines) json["regels"].push_back(line_json(line, false));
    std::optional<Money> variance;
    if (report.total.budget && report.total.forecast) variance = *report.total.budget - *report.total.forecast;
    put_amounts(json["totaal"], report.total, variance);
    put_judgement(json["totaal"], report.total_judgement);
    for (const ReportLine& line : report.remainder) json["niet_toegewezen"].push_back(line_json(line, true));
    for (const Decision& decision : report.decisions)
        json["besluiten"].push_back({{"tekst", decision.text}, {"toelichting", text_of(decision.explanation)}});
    json["indicatoren"] = indicators_json(report.indicators);
    json["bevindingen"] = findings_json(report.findings);
    json["bronnen"] = sources_json(report.sources);
    return dumped(json);
}

std::string to_json(const Input& input, const Evaluation& evaluation) {
    const Plan& plan = *input.facts.plan;
    Json json{{"organisatie", plan.organisation},
              {"jaarplan", plan.title},
              {"versie", text_of(plan.version)},
              {"boekjaar", plan.year},
              {"boekingen_tot", input.facts.ledger != nullptr ? Json(to_text(evaluation.table.until)) : Json(nullptr)},
              {"jaar_voorbij", evaluation.year_is_over},
              {"inleiding", evaluation.introduction},
              {"regels", Json::array()},
              {"totaal",
               {{"begroot_cent", cents_of(evaluation.table.total.budget)},
                {"werkelijk_cent", cents_of(evaluation.table.total.actual)},
                {"over_cent", cents_of(evaluation.left)}}},
              {"indicatoren", indicators_json(evaluation.indicators)},
              {"bevindingen", findings_json(evaluation.findings)},
              {"bronnen", sources_json(evaluation.sources)}};
    if (input.facts.versions != nullptr) json["begrotingsversie"] = report::budget_code(input.facts);
    for (const EvaluatedLine& line : evaluation.lines) json["regels"].push_back(evaluated_json(line));
    return dumped(json);
}

}  // namespace begroot::management
