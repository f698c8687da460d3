#include "scenario/detail/goal_search.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace begroot::scenario::detail {

namespace {

constexpr std::size_t scan_points = 200;

/// Says the bounds within which an unwritten bound is sought, whatever the model says.
Bounds widest(const model::Unit& unit) {
    constexpr double most_euros = 1e10;
    constexpr double most_percent = 10;
    constexpr double most_others = 1e9;
    if (model::is_money(unit)) return {-most_euros, most_euros};
    if (unit.percent) return {-1, most_percent};
    return {unit.exponents.empty() ? -most_others : 0, most_others};  // there are no fewer than 0 pupils
}

/// Gives a first step away from the present value.
double first_width(const TurnedModel& turned) {
    constexpr double euros = 1000;
    constexpr double percent = 0.01;
    const double size = std::max({std::abs(turned.present_least()), std::abs(turned.present_most())});
    if (size > 0) return size;
    if (model::is_money(turned.unit())) return euros;
    return turned.unit().percent ? percent : 1;
}

std::vector<double> even_points(const Bounds& bounds, double present) {
    std::vector<double> points;
    points.reserve(scan_points + 2);
    for (std::size_t i = 0; i <= scan_points; ++i)
        points.push_back(std::lerp(bounds.least, bounds.most, static_cast<double>(i) / scan_points));
    if (present > bounds.least && present < bounds.most) points.push_back(present);
    std::ranges::sort(points);
    points.erase(std::ranges::unique(points).begin(), points.end());
    return points;
}

double changed(double value, const model::Change& change) {
    switch (change.kind) {
        case model::Change::Kind::set:
            return change.amount;
        case model::Change::Kind::add:
            return value + change.amount;
        case model::Change::Kind::multiply:
            return value * (1 + change.amount);
    }
    return value;
}

void note_sign(double gap, std::set<int>& signs) {
    if (std::isfinite(gap)) signs.insert(gap == 0 ? 0 : (gap < 0 ? -1 : 1));
}

}  // namespace

std::optional<Bounds> plausible(const TurnedModel& turned) {
    const auto& range = turned.variable().range;
    if (!range) return std::nullopt;
    Bounds bounds{turned.present(), turned.present()};
    for (const model::Change& change : {range->low, range->high}) {
        for (const double present : {turned.present_least(), turned.present_most()}) {
            bounds.least = std::min(bounds.least, changed(present, change));
            bounds.most = std::max(bounds.most, changed(present, change));
        }
    }
    return bounds;
}

void Search::run() {
    Bounds limits = widest(turned_->unit());
    // a written bound beyond the widest leaves a step on its other side
    if (knob_->most) limits.least = std::min(limits.least, *knob_->most - first_width(*turned_));
    if (knob_->least) limits.most = std::max(limits.most, *knob_->least + first_width(*turned_));
    bounds_ = {knob_->least.value_or(limits.least), knob_->most.value_or(limits.most)};
    if (knob_->least && knob_->most) return scan(even_points(bounds_, turned_->present()));
    const bool is_free = !knob_->least && !knob_->most;
    if (const auto near = plausible(*turned_); near && is_free) {
        bounds_ = *near;
        scan(even_points(bounds_, turned_->present()));
        if (!scan_.reached.empty()) return;
    }
    const bool stays_positive = !knob_->least && turned_->present_least() >= 0 && knob_->most.value_or(1) > 0;
    if (stays_positive) {
        scan_outwards({0, knob_->most.value_or(limits.most)});
        if (!scan_.reached.empty() || limits.least == 0) return;
    }
    scan_outwards({knob_->least.value_or(limits.least), knob_->most.value_or(limits.most)});
}

void Search::scan(const std::vector<double>& points) {
    const auto nearest = scan_.nearest;
    scan_ = scan_gap([this](double value) { return turned_->gap(value); }, points);
    // what an earlier, smaller scan met may be nearer
    if (nearest && (!scan_.nearest || std::abs(turned_->gap(*nearest)) < std::abs(turned_->gap(*scan_.nearest))))
        scan_.nearest = nearest;
}

/// Doubles the distance from the present value until the gap changes sign, then scans up to twice as far.
void Search::scan_outwards(const Bounds& limits) {
    const double start = std::clamp(turned_->present(), limits.least, limits.most);
    const auto ring = [&](double width) {
        return Bounds{std::max(start - width, limits.least), std::min(start + width, limits.most)};
    };
    std::vector<double> met{start};
    std::set<int> signs;
    note_sign(turned_->gap(start), signs);
    for (double width = first_width(*turned_); met.front() > limits.least || met.back() < limits.most; width *= 2) {
        met.insert(met.begin(), ring(width).least);
        met.push_back(ring(width).most);
        for (const double end : {met.front(), met.back()}) note_sign(turned_->gap(end), signs);
        if (signs.size() < 2) continue;
        bounds_ = ring(2 * width);
        return scan(even_points(bounds_, turned_->present()));
    }
    bounds_ = limits;
    constexpr double near = 8;
    const auto even = even_points(ring(near * first_width(*turned_)), start);
    met.insert(met.end(), even.begin(), even.end());
    std::ranges::sort(met);
    met.erase(std::ranges::unique(met).begin(), met.end());
    scan(met);
}

}  // namespace begroot::scenario::detail
