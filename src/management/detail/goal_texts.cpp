#include "management/detail/goal_texts.hpp"

#include "management/detail/cells.hpp"
#include "money/format.hpp"

namespace begroot::management::detail {

namespace {

/// Hundredths of an hour are written as amounts are: 90, 90,50.
std::string hours_words(const std::optional<std::int64_t>& hundredths) {
    return hundredths ? format_amount(Money::from_cents(*hundredths), Decimals::if_needed) + " uur" : "niet bekend";
}

}  // namespace

std::string activity_text(const Activity& activity) {
    std::string text = full_text(activity);
    std::string stands;
    if (activity.status) stands = activity_status_names().at(static_cast<std::size_t>(*activity.status));
    if (!activity.state.empty()) stands += (stands.empty() ? "" : ": ") + activity.state;
    if (!stands.empty()) text += " (" + stands + ")";
    return text;
}

std::string indicator_text(const MeasuredIndicator& measured) {
    std::string stands(measured_words(measured));
    const std::string target = target_text(*measured.indicator);
    const std::string value = measured_value(measured);
    if (!target.empty()) stands += "; streven " + target;
    if (!value.empty()) stands += "; gemeten " + value;
    return measured.indicator->text + " (" + stands + ")";
}

std::string outcome_text(const Goal& goal) {
    if (!goal.outcome) return {};
    std::string text = reached_names().at(static_cast<std::size_t>(goal.outcome->reached));
    if (goal.outcome->on) text += ", " + day_words(*goal.outcome->on);
    if (!goal.outcome->source.empty()) text += " (" + goal.outcome->source + ")";
    return text;
}

std::string hours_text(const Goal& goal) {
    if (!goal.hours) return {};
    std::string text = "toegekend " + hours_words(goal.hours->granted_hundredths) + ", gebruikt " +
                       hours_words(goal.hours->used_hundredths);
    if (goal.hours->on) text += " tot en met " + day_words(*goal.hours->on);
    return text;
}

}  // namespace begroot::management::detail
