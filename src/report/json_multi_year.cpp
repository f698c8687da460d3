#include "report/json_multi_year.hpp"

#include "report/detail/json_years.hpp"

namespace begroot::report {

namespace detail {

namespace {

void put_members(Json& json, const YearLine& line) {
    if (line.members.empty()) return;
    json["leden"] = Json::array();
    for (const YearMember& member : line.members)
        json["leden"].push_back({{"code", member.code}, {"cent", cents(member.years)}});
}

Json line_json(const YearLine& line) {
    Json json{{"code", line.code},
              {"naam", line.name},
              {"soort", side_name(line.side)},
              {"speerpunt", text_or_null(line.speerpunt)},
              {"doel", text_or_null(line.goal)},
              {"geboekt_bij", text_or_null(line.booked_at)},
              {"rj", line.rubric},
              {"aard", line.nature == model::Nature::structural ? "structureel" : "incidenteel"},
              {"subsidie", text_or_null(line.subsidy)},
              {"subsidie_tot_en_met", line.subsidy_last ? Json(*line.subsidy_last) : Json(nullptr)},
              {"cent", cents(line.years)}};
    put_members(json, line);
    return json;
}

Json item_json(const YearLine& item) {
    Json json{{"code", item.code}, {"naam", item.name}, {"cent", cents(item.years)}};
    if (!item.rubric.empty()) json["rj"] = item.rubric;
    put_members(json, item);
    return json;
}

Json items_json(const std::vector<YearLine>& items) {
    Json list = Json::array();
    for (const YearLine& item : items) list.push_back(item_json(item));
    return list;
}

const char* direction_name(model::SignalDirection direction) {
    switch (direction) {
        case model::SignalDirection::none:
            return "";
        case model::SignalDirection::below:
            return "onder";
        case model::SignalDirection::above:
            return "boven";
    }
    return "";
}

const char* continuity_name(model::ContinuityPart part) {
    switch (part) {
        case model::ContinuityPart::none:
            return "";
        case model::ContinuityPart::pupils:
            return "leerlingen";
        case model::ContinuityPart::staff:
            return "personeel";
    }
    return "";
}

Json ratio_json(const YearRatio& ratio) {
    Json json{{"code", ratio.code},
              {"naam", ratio.name},
              {"eenheid", model::to_text(ratio.unit)},
              {"richting", text_or_null(direction_name(ratio.direction))},
              {"continuiteit", text_or_null(continuity_name(ratio.continuity))},
              {"waarde", Json::array()},
              {"signaal", Json::array()},
              {"over_signaal", Json::array()}};
    for (std::size_t i = 0; i < ratio.values.size(); ++i) {
        json["waarde"].push_back(number(ratio.values[i]));
        json["signaal"].push_back(number(ratio.signals[i]));
        json["over_signaal"].push_back(ratio.is_beyond(i));
    }
    return json;
}

}  // namespace

Json years_json(const MultiYear& view) {
    Json json{{"scenario", view.scenario}, {"jaren", view.years}, {"regels", Json::array()}};
    if (!view.budget_code.empty()) json["begrotingsversie"] = view.budget_code;
    for (const YearLine& line : view.lines) json["regels"].push_back(line_json(line));
    json["totaal_baten_cent"] = cents(view.income);
    json["totaal_lasten_cent"] = cents(view.expense);
    json["financieel_cent"] = cents(view.financial);
    json["resultaat_cent"] = cents(view.result);
    json["afdrachten_duo_cent"] = cents(view.duo_deductions);
    json["netto_baten_cent"] = cents(view.net_income);
    json["balans"] = items_json(view.balance);
    json["totaal_activa_cent"] = cents(view.assets);
    json["totaal_passiva_cent"] = cents(view.liabilities);
    json["vermogen"] = items_json(view.equity);
    json["kasstroom"] = items_json(view.cash_flow);
    json["kengetallen"] = Json::array();
    for (const YearRatio& ratio : view.ratios) json["kengetallen"].push_back(ratio_json(ratio));
    return json;
}

}  // namespace detail

std::string to_json(const MultiYear& view) { return detail::dump(detail::years_json(view)); }

}  // namespace begroot::report
