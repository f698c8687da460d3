#include "store/detail/choice_values.hpp"
#include "store/detail/plan_sections.hpp"

#include <algorithm>

namespace begroot::store::detail {

namespace {

std::optional<IndicatorValue> read_value(const Section& section, std::string_view key) {
    const auto text = section.text(key);
    if (!text) return std::nullopt;
    const auto value = parse_indicator_value(*text);
    if (!value) {
        section.fail(key, "\"" + *text + "\" is geen getal",
                     "een getal tussen aanhalingstekens, bijvoorbeeld \"75%\" of \"100\"",
                     "woorden horen in streef_woorden of tekst");
    }
    return value;
}

/// Reports values of which some are percentages and some are not: those cannot be compared.
void check_same_measure(const Section& section, const Indicator& indicator) {
    std::vector<bool> percentages;
    for (const auto& value : {indicator.baseline, indicator.target}) {
        if (value) percentages.push_back(value->is_percentage);
    }
    for (const Measurement& one : indicator.measurements) percentages.push_back(one.value.is_percentage);
    if (percentages.empty() || std::ranges::count(percentages, percentages.front()) == std::ssize(percentages)) return;
    section.fail("streef", "nulmeting, streef en metingen zijn niet alle een percentage",
                 "overal of nergens een procentteken");
}

Indicator read_indicator(const Section& section) {
    Indicator indicator;
    indicator.place = section.place();
    indicator.at = section.required_text("bij");
    indicator.text = section.required_text("tekst");
    indicator.method = section.text_or("meting", "");
    indicator.source = section.text_or("bron", "");
    indicator.unit = section.text_or("eenheid", "");
    indicator.direction = read_choice_as<Direction>(section, "richting", "richting", direction_names());
    indicator.baseline = read_value(section, "nulmeting");
    indicator.baseline_on = section.day("nulmeting_op");
    indicator.target = read_value(section, "streef");
    indicator.target_words = section.text_or("streef_woorden", "");
    indicator.target_on = section.day("streef_op");
    indicator.target_when = section.text_or("streef_wanneer", "");
    indicator.organisations = read_organisations(section);
    indicator.computed = read_choice_as<Computation>(section, "berekend", "berekening", computation_names());
    for (const Section& row : section.children("metingen", "[[indicator]].metingen")) {
        const auto on = row.day("op");
        if (!row.has("op")) row.fail("op", "\"op\" ontbreekt in een meting", "een datum zonder aanhalingstekens");
        (void)row.required_text("waarde");
        const auto value = read_value(row, "waarde");
        if (on && value) indicator.measurements.push_back({*on, *value, row.text_or("bron", "")});
    }
    std::ranges::stable_sort(indicator.measurements, {}, &Measurement::on);
    if (indicator.computed && !indicator.measurements.empty())
        section.fail("metingen", "de indicator wordt berekend en heeft ook metingen", "een van beide");
    check_same_measure(section, indicator);
    return indicator;
}

}  // namespace

void read_indicators(const Section& root, Plan& plan) {
    for (const Section& section : root.children("indicator", "[[indicator]]"))
        plan.indicators.push_back(read_indicator(section));
}

}  // namespace begroot::store::detail
