#include "management/indicators.hpp"

#include "management/detail/cells.hpp"

#include <algorithm>

namespace begroot::management {

std::vector<MeasuredIndicator> measure_indicators(const Plan& plan, Day until) {
    std::vector<MeasuredIndicator> measured;
    measured.reserve(plan.indicators.size());
    for (const Indicator& indicator : plan.indicators) {
        Indicator known = indicator;
        std::erase_if(known.measurements, [&until](const Measurement& one) { return one.on > until; });
        measured.push_back(
            {&indicator, progress_of(plan, known), !indicator.target_on || *indicator.target_on <= until});
    }
    return measured;
}

std::string_view measured_words(const MeasuredIndicator& measured) {
    if (measured.progress.verdict == Verdict::not_reached && !measured.is_due) return "nog niet gehaald";
    return verdict_name(measured.progress.verdict);
}

std::string measured_value(const MeasuredIndicator& measured) {
    if (!measured.progress.value) return {};
    std::string text = to_text(*measured.progress.value);
    if (measured.progress.on) text += " (" + detail::day_words(*measured.progress.on) + ")";
    return text;
}

std::string target_text(const Indicator& indicator) {
    return indicator.target ? to_text(*indicator.target) : indicator.target_words;
}

}  // namespace begroot::management
