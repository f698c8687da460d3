#include "plan/plan.hpp"

namespace begroot {

namespace {

constexpr std::int64_t whole_percentage = 1'000'000;  // 100% in ten-thousandths of a percent

Verdict verdict_if(bool reached) { return reached ? Verdict::reached : Verdict::not_reached; }

/// Compares a measurement with what it should be: the target, or the start when only a direction is given.
Verdict compare(const Indicator& indicator, std::int64_t value, std::string& reason) {
    if (!indicator.direction) {
        reason = "de richting is niet gezegd";
        return Verdict::unknown;
    }
    const Direction direction = *indicator.direction;
    if (indicator.target) {
        const std::int64_t target = indicator.target->ten_thousandths;
        if (direction == Direction::exactly) return verdict_if(value == target);
        const bool up = direction == Direction::higher || direction == Direction::at_least;
        return verdict_if(up ? value >= target : value <= target);
    }
    const bool against_start = direction == Direction::higher || direction == Direction::lower;
    if (!against_start || !indicator.baseline) {
        reason = against_start ? "er is geen nulmeting" : "er is geen streefwaarde";
        return Verdict::unknown;
    }
    const std::int64_t start = indicator.baseline->ten_thousandths;
    return verdict_if(direction == Direction::higher ? value > start : value < start);
}

/// Tells whether a part of a whole is at least a percentage; exact, for neither is large.
bool at_least(std::int64_t part, std::int64_t whole, std::int64_t percentage) {
    return part * whole_percentage >= percentage * whole;
}

/// Compares a count with its target as far as what is not said cannot change the answer.
Verdict compare_count(const Indicator& indicator, const ShareCount& count, std::string& reason) {
    const std::int64_t all = count.said() + count.unknown;
    if (all == 0) {
        reason = "er is niets om te tellen";
        return Verdict::unknown;
    }
    if (!indicator.target || !indicator.target->is_percentage) {
        reason = "er is geen streefwaarde in procenten";
        return Verdict::unknown;
    }
    const Direction direction = indicator.direction.value_or(Direction::at_least);
    if (direction != Direction::at_least && direction != Direction::higher) {
        reason = "een deel wordt alleen met minstens of hoger vergeleken";
        return Verdict::unknown;
    }
    const std::int64_t target = indicator.target->ten_thousandths;
    if (at_least(count.yes, all, target)) return Verdict::reached;
    if (!at_least(count.yes + count.unknown, all, target)) return Verdict::not_reached;
    reason = "van " + std::to_string(count.unknown) + " is het niet gezegd";
    return Verdict::unknown;
}

}  // namespace

const char* verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::reached:
            return "gehaald";
        case Verdict::not_reached:
            return "niet gehaald";
        case Verdict::unknown:
            break;
    }
    return "niet bekend";
}

ShareCount count_goals_reached(const Plan& plan) {
    ShareCount count;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            if (goal.level == GoalLevel::school_goal) continue;
            if (!goal.outcome)
                ++count.unknown;
            else
                ++(goal.outcome->reached == Reached::yes ? count.yes : count.no);
        }
    }
    return count;
}

ShareCount count_within_hours(const Plan& plan) {
    ShareCount count;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            if (goal.level != GoalLevel::project && !goal.hours) continue;
            if (!goal.hours || !goal.hours->granted_hundredths || !goal.hours->used_hundredths)
                ++count.unknown;
            else
                ++(*goal.hours->used_hundredths <= *goal.hours->granted_hundredths ? count.yes : count.no);
        }
    }
    return count;
}

std::optional<IndicatorValue> share_of(const ShareCount& count) {
    constexpr std::int64_t hundredth_of_percent = 100;
    if (count.said() == 0) return std::nullopt;
    const std::int64_t scaled = count.yes * (whole_percentage / hundredth_of_percent);
    const std::int64_t rounded = (2 * scaled + count.said()) / (2 * count.said());
    return IndicatorValue{rounded * hundredth_of_percent, true};
}

Progress progress_of(const Plan& plan, const Indicator& indicator) {
    Progress progress;
    if (indicator.computed) {
        const ShareCount count =
            *indicator.computed == Computation::goals_reached ? count_goals_reached(plan) : count_within_hours(plan);
        progress.value = share_of(count);
        progress.counted = count;
        progress.verdict = compare_count(indicator, count, progress.reason);
        return progress;
    }
    if (indicator.measurements.empty()) {
        progress.reason = "niet gemeten";
        return progress;
    }
    const Measurement& last = indicator.measurements.back();
    progress.value = last.value;
    progress.on = last.on;
    progress.verdict = compare(indicator, last.value.ten_thousandths, progress.reason);
    return progress;
}

}  // namespace begroot
