#include "report/json.hpp"

#include "report/detail/json_parts.hpp"

#include <algorithm>

namespace begroot::report {

namespace {

using detail::cents;
using detail::dump;
using detail::Json;
using detail::side_name;

Json skipped_json(const SkippedAmounts& skipped) {
    return {{"pm", skipped.pro_memorie},
            {"streep", skipped.dash},
            {"leeg", skipped.blank},
            {"geen_budget", skipped.no_budget}};
}

void put_amounts(Json& json, const Amounts& amounts) {
    json["begroot_cent"] = cents(amounts.budget);
    json["begroot_tot_cent"] = cents(amounts.budget_to_date);
    json["werkelijk_cent"] = cents(amounts.actual);
    json["verschil_cent"] = cents(amounts.variance);
    json["nog_te_besteden_cent"] = cents(amounts.remaining);
    json["prognose_cent"] = cents(amounts.forecast);
    json["overgeslagen"] = skipped_json(amounts.skipped);
}

Json line_json(const Line& line) {
    Json json;
    json["niveau"] = level_name(line.level);
    json["code"] = line.code;
    json["naam"] = line.name;
    json["soort"] = side_name(line.side);
    json["begroot_soort"] = kind_name(line.kind);
    json["gedrukt"] = line.printed;
    json["omschrijving"] = line.description;
    put_amounts(json, line.amounts);
    json["fasering"] = line.phasing.empty() ? Json(nullptr) : Json(line.phasing);
    return json;
}

Json item_json(const TraceItem& item) {
    const bool in_workbook = !item.place.cell.empty();
    const std::string line = item.place.line > 0 ? "regel " + std::to_string(item.place.line) : "";
    return {{"cent", item.amount.cents()},
            {"bestand", item.place.file},
            {"sha256", item.sha256},
            {"blad", item.place.sheet},
            {"cel", in_workbook ? item.place.cell : line},
            {"regel", item.rule},
            {"omschrijving", item.description},
            {"codes", item.dimensions},
            {"berekend", item.computed}};
}

Json part_json(const BudgetVsActual& answer) {
    const PartTie& tie = *answer.part_tie;
    return {{"jaar", to_text(answer.options.part->year)}, {"van", to_text(answer.counted.first)},
            {"tot", to_text(answer.counted.last)},        {"verdeling", year_split_name(answer.options.part->split)},
            {"begroot_cent", tie.here.cents()},           {"rest_cent", tie.rest.cents()},
            {"hele_plan_cent", tie.whole.cents()},        {"sluit", tie.ties}};
}

/// Adds a document of its own as a part of a larger one, two levels deeper; its texts hold no line breaks.
void append_indented(std::string& text, std::string_view document, std::string_view indent) {
    document.remove_suffix(document.ends_with('\n') ? 1 : 0);
    for (bool first = true; first || !document.empty(); first = false) {
        const std::size_t end = std::min(document.find('\n'), document.size());
        if (!first) text += '\n';
        text.append(indent).append(document.substr(0, end));
        document.remove_prefix(std::min(end + 1, document.size()));
    }
}

Json shared_json(const BudgetVsActual& answer, const SharedCost& shared) {
    Json json{{"code", answer.lines[shared.line].code},
              {"kassier", shared.cashier.empty() ? Json(nullptr) : Json(shared.cashier)},
              {"bedragen", shared.another_pays ? "eigen_deel" : "geheel"},
              {"begroot_cent", cents(shared.budget)},
              {"begroot_tot_cent", cents(shared.budget_to_date)},
              {"werkelijk_cent", cents(shared.actual)},
              {"delen", Json::array()}};
    for (const CostPart& part : shared.parts) {
        json["delen"].push_back({{"organisatie", part.bearer.name},
                                 {"eigen", part.bearer.is_own},
                                 {"rol", part.bearer.role.empty() ? Json(nullptr) : Json(part.bearer.role)},
                                 {"aandeel", part.bearer.share},
                                 {"begroot_cent", cents(part.budget)},
                                 {"begroot_tot_cent", cents(part.budget_to_date)},
                                 {"werkelijk_cent", cents(part.actual)},
                                 {"ontvangen_cent", cents(part.received)},
                                 {"te_vorderen_cent", cents(part.claim)}});
    }
    return json;
}

}  // namespace

std::string to_json(const Facts& facts, const BudgetVsActual& answer) {
    Json json;
    json["organisatie"] = facts.plan->organisation;
    json["jaarplan"] = facts.plan->title;
    json["boekjaar"] = facts.plan->year;
    if (answer.year.first_month != 1) json["schooljaar"] = to_text(answer.year);
    if (answer.options.part) json["deel"] = part_json(answer);
    json["tot"] = to_text(answer.until);
    json["weergave"] = answer.options.view == View::plan ? "plan" : "boeking";
    if (facts.versions != nullptr) json["begrotingsversie"] = budget_code(facts);
    json["regels"] = Json::array();
    for (const Line& line : answer.lines) json["regels"].push_back(line_json(line));
    json["totaal"] = Json::object();
    put_amounts(json["totaal"], answer.total);
    json["niet_toegewezen"] = Json::object();
    put_amounts(json["niet_toegewezen"], answer.unassigned);
    json["niet_toegewezen"]["waarvan"] = Json::array();
    for (const Line& line : answer.remainder) {
        Json part{{"code", line.code}, {"naam", line.name}};
        put_amounts(part, line.amounts);
        json["niet_toegewezen"]["waarvan"].push_back(std::move(part));
    }
    json["aansluiting"] = {
        {"grootboek_cent", nullptr}, {"tabel_cent", nullptr}, {"ingelezen_cent", nullptr}, {"sluit", nullptr}};
    if (answer.ledger_tie) {
        json["aansluiting"] = {{"grootboek_cent", answer.ledger_tie->ledger.cents()},
                               {"tabel_cent", answer.ledger_tie->table.cents()},
                               {"ingelezen_cent", answer.ledger_tie->read.cents()},
                               {"sluit", answer.ledger_tie->ties}};
    }
    json["buiten"] = Json::array();
    for (const Outside& group : answer.outside) {
        json["buiten"].push_back({{"reden", group.reason}, {"aantal", group.count}, {"cent", group.amount.cents()}});
    }
    json["aansluiting_begroting"] = {{"plan_cent", nullptr}, {"werkboek_cent", nullptr}, {"sluit", nullptr}};
    if (answer.budget_tie) {
        json["aansluiting_begroting"] = {{"plan_cent", answer.budget_tie->plan.cents()},
                                         {"werkboek_cent", answer.budget_tie->workbook.cents()},
                                         {"sluit", answer.budget_tie->ties}};
    }
    if (!answer.shared.empty()) json["gedeelde_kosten"] = Json::array();
    for (const SharedCost& shared : answer.shared) json["gedeelde_kosten"].push_back(shared_json(answer, shared));
    return dump(json);
}

std::string to_json(const Trace& trace) {
    Json json{{"code", trace.code},
              {"naam", trace.name},
              {"kolom", trace_column_names()[static_cast<std::size_t>(trace.column)]},
              {"cent", cents(trace.amount)},
              {"posten", Json::array()}};
    if (!trace.budget_code.empty()) json["begrotingsversie"] = trace.budget_code;
    for (const TraceItem& item : trace.items) json["posten"].push_back(item_json(item));
    if (trace.column == TraceColumn::budget) {
        json["werkboek"] = Json::array();
        for (const TraceItem& item : trace.workbook_items) json["werkboek"].push_back(item_json(item));
    }
    return dump(json);
}

std::string to_json(const Findings& findings) {
    Json json{{"bevindingen", Json::array()}};
    for (const Finding& finding : findings) {
        Json entry{{"ernst", severity_name(finding.severity)},
                   {"soort", finding.kind},
                   {"bestand", finding.place.file},
                   {"blad", finding.place.sheet},
                   {"cel", finding.place.cell},
                   {"gevonden", finding.found},
                   {"verwacht", finding.expected},
                   {"actie", finding.action}};
        if (finding.place.line > 0) entry["regel"] = finding.place.line;
        json["bevindingen"].push_back(std::move(entry));
    }
    return dump(json);
}

std::string join_json(std::span<const std::string> models, std::span<const RefusedModel> refused) {
    std::string text = "{\n  \"modellen\": [";
    for (const std::string& model : models) {
        text += text.back() == '[' ? "\n" : ",\n";
        append_indented(text, model, "    ");
    }
    text += models.empty() ? "]" : "\n  ]";
    if (!refused.empty()) {
        Json list = Json::array();
        for (const RefusedModel& one : refused) list.push_back({{"bestand", one.file}, {"meldingen", one.messages}});
        std::string shown;
        append_indented(shown, dump(list), "  ");
        text += ",\n  \"geweigerd\": " + shown.substr(shown.find('['));
    }
    return text + "\n}\n";
}

}  // namespace begroot::report
