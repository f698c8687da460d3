#include "cli/detail/look_json.hpp"

#include "report/json.hpp"

#include <nlohmann/json.hpp>

namespace begroot::cli {

namespace {

using Json = nlohmann::ordered_json;

Json column_json(const exchange::InspectedColumn& column) {
    return {{"kolom", column_name(column.column)},
            {"kop", column.head},
            {"betekenis", column.meaning.empty() ? Json(nullptr) : Json(column.meaning)},
            {"inhoud", column.content},
            {"notatie", column.notation},
            {"teken", column.sign},
            {"voorbeeld", column.sample},
            {"gevuld", column.filled}};
}

Json refusal_json(const Error& error) {
    return {{"plaats", to_text(error.place)},
            {"gevonden", error.found},
            {"verwacht", error.expected},
            {"actie", error.action}};
}

}  // namespace

std::string look_json(const exchange::Inspection& inspection, const std::string& profile) {
    Json json;
    json["bestand"] = inspection.file;
    json["sha256"] = inspection.sha256;
    json["soort_bestand"] = inspection.format;
    json["soort"] = inspection.kind.empty() ? Json(nullptr) : Json(inspection.kind);
    json["pakket"] = inspection.package.empty() ? Json(nullptr) : Json(inspection.package);
    json["weergave"] = inspection.view;
    json["profiel"] = inspection.profile.empty() ? Json(nullptr) : Json(inspection.profile);
    json["zekerheid"] = inspection.certainty;
    json["blad"] = inspection.sheet;
    json["andere_bladen"] = inspection.other_sheets;
    json["kopregel"] = inspection.header_row;
    json["regels"] = inspection.lines;
    json["kolommen"] = Json::array();
    for (const auto& column : inspection.columns) json["kolommen"].push_back(column_json(column));
    json["periodes"] = Json::array();
    for (const exchange::PeriodCount& count : inspection.periods) {
        json["periodes"].push_back({{"jaar", count.period.year},
                                    {"periode", count.period.number},
                                    {"boekingen", count.postings},
                                    {"debet_cent", count.debit.cents()},
                                    {"credit_cent", count.credit.cents()}});
    }
    json["totalen"] = Json::array();
    for (const LedgerControl& control : inspection.totals) {
        json["totalen"].push_back({{"totaal", control.label},
                                   {"cel", to_place(control.origin).cell},
                                   {"gedrukt_cent", control.printed.cents()},
                                   {"gelezen_cent", control.imported.cents()},
                                   {"sluit", control.printed == control.imported}});
    }
    json["overgeslagen"] = Json::array();
    for (const exchange::Skipped& skipped : inspection.skipped) {
        json["overgeslagen"].push_back(
            {{"cel", to_place(skipped.origin).cell}, {"reden", skipped.reason}, {"tekst", skipped.text}});
    }
    json["kenmerken"] = inspection.facts;
    json["geweigerd"] = inspection.refusal ? refusal_json(*inspection.refusal) : Json(nullptr);
    json["bevindingen"] = Json::parse(report::to_json(inspection.findings))["bevindingen"];
    json["profiel_toml"] = profile.empty() ? Json(nullptr) : Json(profile);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace begroot::cli
