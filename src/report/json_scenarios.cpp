#include "report/detail/figure_names.hpp"
#include "report/detail/json_years.hpp"
#include "report/detail/year_money.hpp"
#include "report/detail/year_table.hpp"
#include "report/json_multi_year.hpp"

#include <cmath>

namespace begroot::report {

namespace {

using detail::cents;
using detail::dump;
using detail::Json;
using detail::number;

/// Writes a figure under a key of its own: `naam_cent` for money, `naam` for all else.
void put_figure(Json& json, const std::string& key, const FigureNames& names, std::uint32_t series, double value) {
    if (detail::is_euros(model::unit_of(*names.definition, names.graph->series[series]))) {
        json[key + "_cent"] = std::isfinite(value) ? Json(std::llround(value * 100)) : Json(nullptr);
    } else {
        json[key] = number(value);
    }
}

Json bridge_json(const YearBridge& bridge) {
    Json list = Json::array();
    for (const BridgeLine& line : bridge.lines)
        list.push_back({{"aanname", line.assumption}, {"naam", line.name}, {"cent", cents(line.years)}});
    return list;
}

void put_differences(Json& lines, const std::vector<YearLine>& from, const std::vector<YearLine>& to) {
    for (std::size_t i = 0; i < to.size(); ++i)
        lines[i]["verschil_cent"] = cents(detail::minus(to[i].years, from[i].years));
}

Json plan_line_json(const BesidePlanLine& line, std::size_t which) {
    return {{"niveau", level_name(line.level)},
            {"code", line.code},
            {"naam", line.name},
            {"begroot_cent", cents(line.budget)},
            {"werkelijk_cent", cents(line.actual)},
            {"prognose_cent", cents(line.forecast)},
            {"cent", cents(line.scenarios[which])},
            {"verschil_cent", cents(detail::minus(line.scenarios[which], line.scenarios.front()))}};
}

Json plan_json(const BesidePlan& plan, std::size_t which) {
    Json json{{"tot", to_text(plan.until)}, {"jaar", plan.year}, {"regels", Json::array()}};
    for (const BesidePlanLine& line : plan.lines) json["regels"].push_back(plan_line_json(line, which));
    for (const auto& [key, line] : {std::pair{"totaal", &plan.total}, std::pair{"niet_toegewezen", &plan.unassigned},
                                    std::pair{"organisatie", &plan.whole}}) {
        json[key] = plan_line_json(*line, which);
        for (const char* const of_line : {"niveau", "code", "naam"}) json[key].erase(of_line);
    }
    return json;
}

Json compared_json(const Comparison& comparison, std::size_t which) {
    const MultiYear& from = comparison.views.front();
    const MultiYear& to = comparison.views[which];
    const YearBridge& bridge = comparison.bridges[which - 1];
    Json json = detail::years_json(to);
    json["ten_opzichte_van"] = from.scenario;
    put_differences(json["regels"], from.lines, to.lines);
    put_differences(json["balans"], from.balance, to.balance);
    json["resultaat_verschil_cent"] = cents(detail::minus(to.result, from.result));
    json["brug_van"] = bridge.figure;
    json["brug"] = bridge_json(bridge);
    json["brug_volgorde"] = bridge.in_order ? "model" : "gemiddelde";
    if (!bridge.refusal.empty()) json["brug_reden"] = bridge.refusal;
    if (comparison.plan) json["jaarplan"] = plan_json(*comparison.plan, which);
    return json;
}

Json cause_json(const CauseLine& line) {
    return {{"code", line.code},
            {"naam", line.name},
            {"soort", detail::side_name(line.side)},
            {"rj", detail::text_or_null(line.rubric)},
            {"begroot_cent", line.planned.cents()},
            {"werkelijk_cent", line.actual.cents()},
            {"verschil_cent", line.difference().cents()},
            {"prijs_cent", line.price.cents()},
            {"volume_cent", line.volume.cents()},
            {"overig_cent", line.rest.cents()}};
}

}  // namespace

std::string to_json(const Comparison& comparison) {
    if (comparison.views.size() == 2) return dump(compared_json(comparison, 1));
    Json json{{"vergelijkingen", Json::array()}};
    for (std::size_t i = 1; i < comparison.views.size(); ++i)
        json["vergelijkingen"].push_back(compared_json(comparison, i));
    return dump(json);
}

std::string to_json(const scenario::Tornado& tornado, const FigureNames& names) {
    const std::uint32_t series = tornado.target.series;
    Json json{{"scenario", names.scenario}, {"doel", names.graph->series[series].name}, {"jaar", tornado.target.year}};
    put_figure(json, "nu", names, series, tornado.base);
    json["balken"] = Json::array();
    for (const scenario::TornadoBar& bar : tornado.bars) {
        Json one{{"aanname", bar.driver}, {"laag", bar.low_text}, {"hoog", bar.high_text}};
        put_figure(one, "bij_laag", names, series, bar.at_low);
        put_figure(one, "bij_hoog", names, series, bar.at_high);
        put_figure(one, "breedte", names, series, bar.width());
        json["balken"].push_back(std::move(one));
    }
    json["zonder_invloed"] = tornado.no_effect;
    json["zonder_bereik"] = tornado.no_range;
    return dump(json);
}

std::string to_json(const scenario::Found& found, const scenario::Goal& goal, const scenario::Knob& knob,
                    const FigureNames& names) {
    Json json{{"gevonden", found.value.has_value()},
              {"waarde", number(found.value)},
              {"andere", found.others},
              {"reden", detail::text_or_null(found.reason)}};
    json["scenario"] = names.scenario;
    json["draai"] = knob.variable;
    for (const std::string& member : knob.members) json["draai"] = json["draai"].get<std::string>() + "." + member;
    json["nu"] = number(found.present);
    json["dichtstbij"] = number(found.nearest);
    json["vlak"] = found.flat ? Json{number(found.flat->first), number(found.flat->second)} : Json(nullptr);
    json["grenzen"] = {number(found.least), number(found.most)};
    json["doel"] = goal.target.text;
    put_figure(json, "doel_gevraagd", names, goal.target.series, goal.wanted);
    put_figure(json, "doel_nu", names, goal.target.series, found.before);
    put_figure(json, "doel_wordt", names, goal.target.series, found.reached);
    json["beweegt_mee"] = Json::array();
    for (const scenario::Moved& one : found.moved) {
        Json moved{{"code", names.graph->series[one.series].name}};
        put_figure(moved, "nu", names, one.series, one.before);
        put_figure(moved, "wordt", names, one.series, one.after);
        json["beweegt_mee"].push_back(std::move(moved));
    }
    return dump(json);
}

std::string to_json(const scenario::Risk& risk, const FigureNames& names) {
    Json json{{"scenario", names.scenario}, {"zaad", risk.options.seed},    {"trekkingen", risk.options.draws},
              {"regels", Json::array()},    {"kengetallen", Json::array()}, {"kansen", Json::array()}};
    for (const scenario::Band& band : risk.bands) {
        const bool money = detail::is_euros(model::unit_of(*names.definition, names.graph->series[band.series]));
        const bool line = names.graph->series[band.series].in_cents;
        Json one{{"code", names.graph->series[band.series].name}, {"jaar", band.year}};
        for (const auto& [key, value] :
             {std::pair{"p5", band.p5}, std::pair{"p25", band.p25}, std::pair{"p50", band.p50},
              std::pair{"p75", band.p75}, std::pair{"p95", band.p95}, std::pair{"gemiddelde", band.mean},
              std::pair{"standaardafwijking", band.standard_deviation}, std::pair{"hooguit_ernaast", band.error}}) {
            put_figure(one, key, names, band.series, value);
        }
        json[money && line ? "regels" : "kengetallen"].push_back(std::move(one));
    }
    for (const scenario::Crossing& one : risk.crossings) {
        json["kansen"].push_back({{"kengetal", one.ratio},
                                  {"jaar", one.year},
                                  {"kans", number(one.chance)},
                                  {"standaardfout", number(one.standard_error)}});
    }
    Json shares = Json::array();
    for (const scenario::Share& one : risk.shares)
        shares.push_back({{"aanname", one.driver}, {"aandeel", number(one.share)}});
    json["verklaring"] = {{"van", names.graph->series[risk.explained_series].name},
                          {"jaar", risk.explained_year},
                          {"aandelen", std::move(shares)}};
    json["zonder_onzekerheid"] = risk.certain_drivers;
    json["zonder_waarde"] = risk.without_value;
    return dump(json);
}

std::string to_json(const Causes& causes) {
    Json json{{"scenario", causes.scenario},
              {"prijs", causes.price_drivers},
              {"volume", causes.volume_drivers},
              {"jaren", Json::array()}};
    for (const CauseYear& year : causes.years) {
        Json one{{"jaar", year.year}, {"regels", Json::array()}};
        for (const CauseLine& line : year.lines) one["regels"].push_back(cause_json(line));
        one["resultaat"] = cause_json(year.result);
        for (const char* const key : {"code", "naam", "soort", "rj"}) one["resultaat"].erase(key);
        json["jaren"].push_back(std::move(one));
    }
    return dump(json);
}

}  // namespace begroot::report
