#include "period/calendar_day.hpp"
#include "versions/documents.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

namespace begroot::versions {

namespace {

using Json = nlohmann::ordered_json;

Json cents_or_null(const std::optional<Money>& amount) { return amount ? Json(amount->cents()) : Json(nullptr); }

Json words_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json mutation_json(const BudgetChange& change) {
    const Mutation& mutation = change.mutation;
    return {
        {"doel", words_or_null(mutation.goal.text())},
        {"soort", mutation.side == Side::income ? "baten" : "lasten"},
        {"cent", change.amount.cents()},
        {"ervoor", mutation.goal.empty() ? Json(nullptr) : Json(kind_name(change.before))},
        {"erna", mutation.goal.empty() ? Json(nullptr) : Json(kind_name(change.after))},
        {"aard", mutation.nature ? Json(nature_names().at(static_cast<std::size_t>(*mutation.nature))) : Json(nullptr)},
        {"omschrijving", words_or_null(mutation.description)},
        {"rekening", words_or_null(mutation.account.text())},
        {"kostenplaats", words_or_null(mutation.cost_centre.text())},
        {"kostendrager", words_or_null(mutation.cost_unit.text())},
        {"geboekt_bij", words_or_null(mutation.booked_at.text())},
        {"bestand", mutation.place.file},
        {"regel", mutation.place.line}};
}

Json versions_json(const VersionedBudget& budget) {
    Json list = Json::array();
    for (std::size_t i = 0; i < budget.versions.size(); ++i) {
        const BudgetVersion& version = budget.versions[i];
        Json json{{"code", version.code},
                  {"naam", version.name},
                  {"datum", iso_text(version.date)},
                  {"reden", words_or_null(version.reason)},
                  {"besluit", words_or_null(version.decision)},
                  {"mutaties", Json::array()}};
        for (const BudgetChange& change : budget.changes) {
            if (change.version == i) json["mutaties"].push_back(mutation_json(change));
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json column_json(const Figures& figures) {
    return {{"code", figures.code},
            {"soort", figure_kind_name(figures.kind)},
            {"begroting", figures.kind == FigureKind::actual ? Json(nullptr) : Json(figures.budget)},
            {"tot", figures.until ? Json(to_text(*figures.until)) : Json(nullptr)}};
}

Json figure_json(const Figure& figure) {
    return {{"cent", cents_or_null(figure.amount)}, {"soort", kind_name(figure.kind)}};
}

Json row_json(const VersionRow& row) {
    return {{"niveau", row.kind == RowKind::line ? report::level_name(row.level) : row.code.c_str()},
            {"code", row.code},
            {"naam", row.name}};
}

Json head_json(const management::Input& input) {
    const Plan& plan = *input.facts.plan;
    Json json{{"organisatie", plan.organisation}, {"jaarplan", plan.title}, {"boekjaar", plan.year}};
    if (plan.first_month != 1) json["schooljaar"] = to_text(year_of(plan));
    return json;
}

std::string written(const Json& json) {
    constexpr int indent = 2;
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const management::Input& input, const Versions& versions) {
    Json json = head_json(input);
    json["actueel"] = versions.budgets.back().code;
    json["versies"] = input.facts.versions != nullptr ? versions_json(*input.facts.versions) : Json::array();
    std::vector<const Figures*> columns;
    for (const auto* list : {&versions.budgets, &versions.forecasts}) {
        for (const Figures& figures : *list) columns.push_back(&figures);
    }
    if (versions.actual) columns.push_back(&*versions.actual);
    json["kolommen"] = Json::array();
    for (const Figures* figures : columns) json["kolommen"].push_back(column_json(*figures));
    json["regels"] = Json::array();
    for (std::size_t row = 0; row < versions.rows.size(); ++row) {
        Json line = row_json(versions.rows[row]);
        for (const Figures* figures : columns) line["bedragen"][figures->code] = figure_json(figures->of_rows[row]);
        json["regels"].push_back(std::move(line));
    }
    return written(json);
}

std::string to_json(const management::Input& input, const Versions& versions, const Pair& pair) {
    Json json = head_json(input);
    json["van"] = column_json(*pair.from);
    json["naar"] = column_json(*pair.to);
    json["regels"] = Json::array();
    for (std::size_t row = 0; row < versions.rows.size(); ++row) {
        Json line = row_json(versions.rows[row]);
        line["van"] = figure_json(pair.from->of_rows[row]);
        line["naar"] = figure_json(pair.to->of_rows[row]);
        const std::optional<Money> amount = difference(*pair.from, *pair.to, row);
        line["verschil_cent"] = cents_or_null(amount);
        line["oordeel"] =
            !amount || amount->is_zero() ? Json(nullptr) : Json(*amount > Money() ? "voordelig" : "nadelig");
        json["regels"].push_back(std::move(line));
    }
    return written(json);
}

}  // namespace begroot::versions
