#include "scenario/detail/turned_model.hpp"

#include "scenario/detail/naming.hpp"
#include "scenario/detail/reach.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace begroot::scenario::detail {

namespace {

constexpr double cents_per_euro = 100;

/// Gives how far a figure may be off: less than half a cent of money, half of 0,0001% of a percentage.
double tolerance_of(const model::Unit& unit, double wanted) {
    constexpr double under_half_cent = 0.0049;
    constexpr double half_millionth = 0.5e-6;
    if (model::is_money(unit)) return under_half_cent;
    return unit.percent ? half_millionth : half_millionth * std::max(1.0, std::abs(wanted));
}

Error without_figures(const Knob& knob) {
    std::string name = knob.variable;
    for (const std::string& member : knob.members) name += "." + member;
    return usage_error(name + to_text({knob.from, knob.until}),
                       {name + " heeft in deze jaren geen cijfer", "jaren waarin het model dit cijfer gebruikt"});
}

/// Gives the result, the balance items and the ratios, in this order.
std::vector<std::uint32_t> watched_series(const model::Graph& graph, const model::Definition& definition) {
    std::vector<std::uint32_t> items;
    std::vector<std::uint32_t> ratios;
    for (std::uint32_t i = 0; i < graph.series.size(); ++i) {
        const model::Series& one = graph.series[i];
        if (one.is_signal || one.variable >= definition.variables.size()) continue;
        const model::VariableKind kind = definition.variables[one.variable].kind;
        if (kind == model::VariableKind::balance_item) items.push_back(i);
        if (kind == model::VariableKind::ratio) ratios.push_back(i);
    }
    std::vector<std::uint32_t> all = graph.series_of("resultaat");
    all.insert(all.end(), items.begin(), items.end());
    all.insert(all.end(), ratios.begin(), ratios.end());
    return all;
}

}  // namespace

Result<TurnedModel> TurnedModel::make(const model::Graph& graph, const model::Definition& definition,
                                      std::span<const Adjustment> base, const Goal& goal, const Knob& knob) {
    auto below = overlay_of(graph, base);
    if (!below) return failure(std::move(below.error()));
    const auto turned = overlay_of(graph, {{turn(knob, 0)}});
    if (!turned) return failure(turned.error());
    if (turned->changes.empty()) return failure(without_figures(knob));
    TurnedModel made(graph, definition, std::move(*below), goal);
    for (const auto& [node, changes] : turned->changes) made.nodes_.push_back(node);
    const model::Node& first = graph.nodes[made.nodes_.front()];
    made.variable_ = &definition.variables[graph.series[first.series].variable];
    made.unit_ = &made.variable_->unit;
    made.knob_step_ = first.rounding / cents_per_euro;
    made.target_unit_ = &unit_of(definition, graph.series[goal.target.series]);
    made.tolerance_ = tolerance_of(*made.target_unit_, goal.wanted);
    made.evaluator_.set_overlay(made.overlay_);
    made.find_present();
    const std::vector<bool> is_needed = needed_by(graph, goal.target.node);
    made.is_reached_ = std::ranges::any_of(made.nodes_, [&](model::NodeId node) { return is_needed[node]; });
    return made;
}

void TurnedModel::find_present() {
    const model::Graph& graph = evaluator_.graph();
    before_ = evaluator_.in_unit(goal_.target.node);
    present_least_ = evaluator_.in_unit(nodes_.front());
    present_most_ = present_least_;
    for (const model::NodeId node : nodes_) {
        const double value = evaluator_.in_unit(node);
        present_least_ = std::min(present_least_, value);
        present_most_ = std::max(present_most_, value);
        present_ += value / static_cast<double>(nodes_.size());
    }
    if (present_least_ == present_most_) present_ = present_least_;
    if (!std::isfinite(present_)) present_least_ = present_ = present_most_ = 0;
    for (const std::uint32_t series : watched_series(graph, *definition_)) {
        const model::NodeId node = graph.node_of(series, goal_.target.year);
        if (node != model::no_node) watched_.push_back({series, evaluator_.in_unit(node), 0});
    }
}

double TurnedModel::target(double value) {
    for (const model::NodeId node : nodes_)
        overlay_.changes[node] = {{model::NodeChange::Kind::set, value, model::no_node}};
    evaluator_.set_overlay(overlay_);
    return evaluator_.in_unit(goal_.target.node);
}

double TurnedModel::gap(double value) {
    const double gap = target(value) - goal_.wanted;
    return std::abs(gap) <= tolerance_ ? 0 : gap;
}

std::vector<Moved> TurnedModel::moved(double value) {
    target(value);
    std::vector<Moved> moved;
    for (Moved one : watched_) {
        one.after = evaluator_.in_unit(evaluator_.graph().node_of(one.series, goal_.target.year));
        if (std::bit_cast<std::uint64_t>(one.before) != std::bit_cast<std::uint64_t>(one.after)) moved.push_back(one);
    }
    return moved;
}

}  // namespace begroot::scenario::detail
