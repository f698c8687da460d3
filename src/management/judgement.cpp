#include "management/judgement.hpp"

#include <array>

namespace begroot::management {

namespace {

__extension__ using Wide = __int128;
constexpr std::int64_t ppm_of_one = 1'000'000;

Light light_of(const Judgement& judgement, const LightRule& rule) {
    if (!judgement.deviation) return Light::none;
    const Money deviation = *judgement.deviation;
    const auto red = reaches(rule.red_from, deviation, judgement.basis);
    const auto amber = reaches(rule.amber_from, deviation, judgement.basis);
    if (!amber && !red) return Light::none;
    if (deviation.is_zero() || (deviation > Money() && !rule.both_ways)) return Light::green;
    if (red.value_or(false)) return Light::red;
    return amber.value_or(false) ? Light::amber : Light::green;
}

bool is_above(const Judgement& judgement, const Threshold& threshold) {
    if (!judgement.deviation || judgement.deviation->is_zero()) return false;
    const Money deviation = *judgement.deviation;
    const bool amount = threshold.amount && deviation.abs() >= *threshold.amount;
    const auto share =
        threshold.share ? reaches({std::nullopt, threshold.share}, deviation, judgement.basis) : std::optional<bool>();
    if (threshold.either) return amount || share.value_or(false);
    return (amount || !threshold.amount) && share.value_or(true);
}

}  // namespace

const char* light_name(Light light) {
    constexpr std::array names = std::to_array<const char*>({"", "groen", "oranje", "rood"});
    return names.at(static_cast<std::size_t>(light));
}

std::optional<bool> reaches(const Limit& limit, Money deviation, const std::optional<Money>& basis) {
    if (limit.amount) return deviation.abs() >= *limit.amount;
    if (!limit.share || !basis) return std::nullopt;
    const Wide left = static_cast<Wide>(deviation.abs().cents()) * ppm_of_one;
    return left >= static_cast<Wide>(basis->abs().cents()) * limit.share->ppm();
}

Judgement judge(const Judged& judged, const ReportRules& rules) {
    Judgement made;
    const bool to_date = rules.compared == Compared::to_date;
    const std::optional<Money>& reached = to_date ? judged.amounts.actual : judged.forecast;
    const std::optional<Money>& planned = to_date ? judged.amounts.budget_to_date : judged.amounts.budget;
    if (!reached) return made;
    made.deviation = planned.value_or(Money()) - *reached;
    if (!judged.net) made.basis = planned;
    if (rules.lights) made.light = light_of(made, *rules.lights);
    if (rules.threshold) made.must_be_explained = is_above(made, *rules.threshold);
    return made;
}

}  // namespace begroot::management
