#include "money/format.hpp"
#include "report/multi_year.hpp"

#include <algorithm>

namespace begroot::report {

namespace {

using model::Variable;
using model::VariableKind;

/// Tells whether one rubric stands under the other: an office's budget may be finer or coarser than the model.
bool rubrics_meet(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || model::is_under(a, b) || model::is_under(b, a);
}

bool takes(const Variable& line, const ForecastPart& part) {
    const model::LineTraits& traits = line.line;
    if (traits.side != part.side || !rubrics_meet(part.rubric, traits.rubric)) return false;
    if (traits.goal.text().empty() && traits.speerpunt.text().empty()) return part.goal == no_goal;
    if (part.goal == no_goal) return false;
    const bool same_goal =
        traits.goal.text().empty() ? part.speerpunt == traits.speerpunt.text() : part.goal == traits.goal.text();
    const std::string& booked_at = traits.booked_at.text().empty() ? part.speerpunt : traits.booked_at.text();
    return same_goal && part.booked_at == booked_at;
}

std::string address_text(const ForecastPart& part) {
    std::string text = part.goal == no_goal ? "wat bij geen doel hoort" : "doel " + part.goal;
    if (part.booked_at != part.speerpunt) text += ", geboekt bij speerpunt " + part.booked_at;
    text += part.side == Side::income ? ", baten" : ", lasten";
    return text + (part.rubric.empty() ? " zonder rubriek" : " van rubriek " + part.rubric);
}

/// Writes the keys of a line that would take a part.
std::string line_keys(const ForecastPart& part) {
    std::string keys = part.side == Side::income ? "soort = \"baten\"" : "soort = \"lasten\"";
    if (!part.rubric.empty()) keys += ", rj = \"" + part.rubric + "\"";
    if (part.goal != no_goal) keys += ", doel = \"" + part.goal + "\"";
    if (part.booked_at != part.speerpunt) keys += ", geboekt_bij = \"" + part.booked_at + "\"";
    return keys + " en jaar0 = \"prognose\"";
}

Error no_taker(const ForecastPart& part, const Place& place) {
    return {ErrorKind::input, place,
            "de prognose van " + address_text(part) + ", " + format_euro(part.forecast) +
                ", komt in geen regel van de meerjarenbegroting",
            "een [[regel]] met " + line_keys(part), ""};
}

Error two_takers(const ForecastPart& part, const Variable& first, const Variable& second) {
    return {ErrorKind::input, second.place,
            "de prognose van " + address_text(part) + " past bij " + first.code + " en bij " + second.code,
            "een regel die haar neemt",
            part.rubric.empty() ? "zet de rekening in de begroting, zodat zij een rubriek heeft"
                                : "maak onderscheid met rj, doel of geboekt_bij"};
}

/// Finds what keeps a line from taking a forecast whatever the parts are.
std::optional<Error> refuse_line(const Variable& line, std::int32_t base_year) {
    if (!line.lists.empty()) {
        return Error{ErrorKind::input, line.place,
                     line.code + " neemt de prognose en loopt over een lijst: over welk lid zij gaat, is niet te zien",
                     "een regel zonder over", "maak een regel voor elk lid, of laat jaar0 weg"};
    }
    const bool given = std::ranges::any_of(
        line.given, [base_year](const model::GivenSeries& series) { return series.values.contains(base_year); });
    if (!given) return std::nullopt;
    return Error{ErrorKind::input, line.place,
                 line.code + " neemt de prognose en heeft ook een waarde voor " + std::to_string(base_year),
                 "een van beide", "laat jaar0 of die waarde weg"};
}

void give(Variable& line, std::int32_t year, Money amount) {
    if (line.given.empty()) line.given.emplace_back();
    model::GivenValue value;
    value.value = static_cast<double>(amount.cents()) / 100;
    value.place = line.place;
    line.given.front().values[year] = std::move(value);
}

}  // namespace

std::vector<Error> take_forecast(model::Definition& definition, const std::vector<ForecastPart>& parts) {
    std::vector<Error> errors;
    std::map<const Variable*, Money> taken;
    std::vector<Variable*> lines;
    for (Variable& variable : definition.variables) {
        if (variable.kind != VariableKind::line || !variable.line.from_forecast) continue;
        if (auto refused = refuse_line(variable, definition.base_year)) errors.push_back(std::move(*refused));
        lines.push_back(&variable);
    }
    if (lines.empty()) return errors;
    for (const ForecastPart& part : parts) {
        const auto fits = [&part](const Variable* line) { return takes(*line, part); };
        const auto first = std::ranges::find_if(lines, fits);
        if (first == lines.end()) {
            if (!part.forecast.is_zero()) errors.push_back(no_taker(part, lines.front()->place));
            continue;
        }
        const auto second = std::find_if(first + 1, lines.end(), fits);
        if (second != lines.end() && !part.forecast.is_zero()) errors.push_back(two_takers(part, **first, **second));
        for (auto line = first; line != lines.end(); ++line) {
            if (fits(*line)) taken[*line] += line == first ? part.forecast : Money();
        }
    }
    for (Variable* line : lines) {
        const auto found = taken.find(line);
        if (found != taken.end()) {
            give(*line, definition.base_year, found->second);
            continue;
        }
        errors.push_back({ErrorKind::input, line->place,
                          line->code + " neemt de prognose, maar in de tabel hoort er niets bij deze regel",
                          "een doel, rubriek en plaats van boeken die in de tabel voorkomen",
                          "verbeter doel, rj, soort of geboekt_bij, of laat jaar0 weg"});
    }
    return errors;
}

}  // namespace begroot::report
