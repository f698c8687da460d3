#include "progress/detail/goal_words.hpp"

#include "period/calendar_day.hpp"

namespace begroot::progress::detail {

namespace {

constexpr const char* not_said = "niet gezegd";

void add_part(std::string& text, const std::string& part) { text += (text.empty() ? "" : "; ") + part; }

std::string target_text(const Indicator& indicator) {
    const bool needs_unit = indicator.target && !indicator.target->is_percentage && !indicator.unit.empty();
    const std::string unit = needs_unit ? " " + indicator.unit : "";
    std::string text = indicator.target ? to_text(*indicator.target) + unit : indicator.target_words;
    if (text.empty()) return text;
    const bool fixed = indicator.direction && *indicator.direction != Direction::higher &&
                       *indicator.direction != Direction::lower && indicator.target;
    if (fixed) text = direction_names()[static_cast<std::size_t>(*indicator.direction)] + " " + text;
    return "streef " + text;
}

std::string counted_text(const Progress& progress) {
    const ShareCount& count = *progress.counted;
    std::string text = progress.value ? to_text(*progress.value) + " (" + std::to_string(count.yes) + " van " +
                                            std::to_string(count.said()) + ")"
                                      : std::string("nog niets gezegd");
    if (count.unknown > 0) text += ", van " + std::to_string(count.unknown) + " niet gezegd";
    return text;
}

}  // namespace

std::string outcome_text(const Goal& goal) {
    return goal.outcome ? reached_names()[static_cast<std::size_t>(goal.outcome->reached)] : not_said;
}

std::string status_text(const Activity& activity) {
    if (!activity.is_row) return "";
    if (!activity.status) return not_said;
    if (*activity.status == ActivityStatus::not_started) return "niet gestart";
    return activity_status_names()[static_cast<std::size_t>(*activity.status)];
}

std::string verdict_text(const Progress& progress) {
    std::string text = verdict_name(progress.verdict);
    return progress.reason.empty() ? text : text + ": " + progress.reason;
}

std::string figures_text(const Indicator& indicator, const Progress& progress) {
    std::string text;
    if (indicator.baseline) {
        add_part(text, "nulmeting " + to_text(*indicator.baseline) +
                           (indicator.baseline_on ? " (" + dutch_text(*indicator.baseline_on) + ")" : ""));
    }
    const std::string target = target_text(indicator);
    if (!target.empty()) add_part(text, target);
    if (progress.counted) {
        add_part(text, counted_text(progress));
    } else if (progress.value) {
        add_part(text,
                 "laatst " + to_text(*progress.value) + (progress.on ? " (" + dutch_text(*progress.on) + ")" : ""));
    }
    return text;
}

std::string hours_text(const std::optional<std::int64_t>& hundredths) {
    constexpr std::int64_t hundred = 100;
    if (!hundredths) return not_said;
    // an indicator's value is the same notation: a number with as many decimals as it needs
    return to_text(IndicatorValue{*hundredths * hundred, false}) + " uur";
}

std::string inspection_text(const Speerpunt& speerpunt) {
    return speerpunt.inspection_code + (speerpunt.inspection_name.empty() ? "" : ": " + speerpunt.inspection_name);
}

std::string phase_years(const PhaseMarks& phase) {
    if (!phase.year.empty() && phase.year != "onbekend") return phase.year;
    std::string years;
    for (const std::string& year : phase.years) years += (years.empty() ? "" : ", ") + year;
    return years + ": welk jaar is niet bekend";
}

}  // namespace begroot::progress::detail
