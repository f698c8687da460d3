#include "scenario/compare.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace begroot::scenario {

namespace {

using model::Graph;
using model::NodeChange;
using model::NodeId;
using model::Overlay;

__extension__ using Wide = __int128;

std::span<const NodeChange> changes_at(const Overlay& overlay, NodeId node) {
    const auto found = overlay.changes.find(node);
    return found == overlay.changes.end() ? std::span<const NodeChange>() : std::span(found->second);
}

/// Gives the nodes that two overlays change differently, in their order.
std::vector<NodeId> differing_nodes(const Overlay& from, const Overlay& to) {
    std::set<NodeId> nodes;
    for (const Overlay* one : {&from, &to}) {
        for (const auto& [node, changes] : one->changes) {
            if (!std::ranges::equal(changes_at(from, node), changes_at(to, node))) nodes.insert(node);
        }
    }
    return {nodes.begin(), nodes.end()};
}

/// Walks between two overlays, one group of changes at a time.
class Walk {
public:
    Walk(const Graph& graph, const Overlay& from, const Overlay& to, std::span<const std::string> names,
         std::span<const std::vector<NodeId>> groups, std::span<const NodeId> asked)
        : to_(&to),
          from_(&from),
          names_(names),
          groups_(groups),
          asked_(asked),
          evaluator_(graph),
          at_(from),
          taken_(groups.size(), false) {}

    /// Takes the changes of a group from the other overlay.
    void flip(std::size_t group) {
        taken_[group] = !taken_[group];
        const Overlay& side = taken_[group] ? *to_ : *from_;
        for (const NodeId node : groups_[group]) {
            const auto changes = changes_at(side, node);
            if (changes.empty()) {
                at_.changes.erase(node);
            } else {
                at_.changes[node].assign(changes.begin(), changes.end());
            }
        }
    }

    /// Gives the asked nodes where the walk stands.
    Result<std::vector<std::int64_t>> cents() {
        evaluator_.set_overlay(at_);
        std::vector<std::int64_t> all;
        all.reserve(asked_.size());
        for (const NodeId node : asked_) {
            constexpr double cents_max = 1LL << 51;  // beyond it a double no longer holds every cent
            const double value = evaluator_.value(node);
            if (!(std::abs(value) < cents_max)) return failure(without_value(node));
            all.push_back(static_cast<std::int64_t>(value));
        }
        return all;
    }

    [[nodiscard]] bool has_taken(std::size_t group) const { return taken_[group]; }
    [[nodiscard]] std::size_t count_taken() const { return static_cast<std::size_t>(std::ranges::count(taken_, true)); }

private:
    [[nodiscard]] Error without_value(NodeId node) const {
        const Graph& graph = evaluator_.graph();
        std::string changed;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (taken_[i]) changed += (changed.empty() ? "" : ", ") + names_[i];
        }
        std::string found = graph.series[graph.nodes[node].series].name + " in " +
                            std::to_string(graph.nodes[node].year) + " is niet te berekenen";
        if (!changed.empty()) found += " met alleen gewijzigd: " + changed;
        return {ErrorKind::input,
                {},
                std::move(found),
                "een cijfer, ook op weg van het ene scenario naar het andere",
                "kijk of een formule door nul deelt"};
    }

    const Overlay* to_;
    const Overlay* from_;
    std::span<const std::string> names_;
    std::span<const std::vector<NodeId>> groups_;
    std::span<const NodeId> asked_;
    model::Evaluator evaluator_;
    Overlay at_;
    std::vector<bool> taken_;  ///< by group: its changes are those of the other overlay
};

Wide factorial(std::size_t n) {
    Wide product = 1;
    for (std::size_t i = 2; i <= n; ++i) product *= static_cast<Wide>(i);
    return product;
}

/// Rounds numerators over one denominator to whole numbers that add up to their sum, which is whole: each towards zero,
/// what is left to the largest remainders, ties to the earlier.
std::vector<std::int64_t> round_to_sum(std::span<const Wide> numerators, Wide denominator) {
    std::vector<std::int64_t> parts;
    std::vector<Wide> remainders;
    Wide left = 0;
    for (const Wide one : numerators) {
        parts.push_back(static_cast<std::int64_t>(one / denominator));
        remainders.push_back(one % denominator);
        left += remainders.back();
    }
    BEGROOT_CHECK(left % denominator == 0, "de delen van een verschil zijn samen geen hele cent");
    left /= denominator;
    const Wide step = left < 0 ? -1 : 1;
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return remainders[a] * step > remainders[b] * step; });
    for (std::size_t i = 0; left != 0; ++i, left -= step) parts[order[i]] += static_cast<std::int64_t>(step);
    return parts;
}

/// Adds every subset's values to the numerators of the Shapley values: by group, then by asked node.
Result<std::vector<std::vector<Wide>>> sum_subsets(Walk& walk, std::size_t groups, std::size_t asked) {
    std::vector<std::vector<Wide>> sums(groups, std::vector<Wide>(asked, 0));
    for (std::uint64_t step = 0; step < std::uint64_t{1} << groups; ++step) {
        if (step != 0) walk.flip(static_cast<std::size_t>(std::countr_zero(step)));  // a Gray code: one group a step
        const auto cents = walk.cents();
        if (!cents) return failure(cents.error());
        const std::size_t size = walk.count_taken();
        for (std::size_t group = 0; group < groups; ++group) {
            const Wide weight = walk.has_taken(group) ? factorial(size - 1) * factorial(groups - size)
                                                      : -(factorial(size) * factorial(groups - size - 1));
            for (std::size_t i = 0; i < asked; ++i) sums[group][i] += weight * (*cents)[i];
        }
    }
    return sums;
}

Result<std::vector<std::vector<std::int64_t>>> shapley_parts(Walk& walk, std::size_t groups, std::size_t asked) {
    const auto sums = sum_subsets(walk, groups, asked);
    if (!sums) return failure(sums.error());
    std::vector<std::vector<std::int64_t>> parts(groups, std::vector<std::int64_t>(asked, 0));
    for (std::size_t i = 0; i < asked; ++i) {
        std::vector<Wide> numerators;
        numerators.reserve(groups);
        for (const auto& one : *sums) numerators.push_back(one[i]);
        const auto rounded = round_to_sum(numerators, factorial(groups));
        for (std::size_t group = 0; group < groups; ++group) parts[group][i] = rounded[group];
    }
    return parts;
}

Result<std::vector<std::vector<std::int64_t>>> parts_in_order(Walk& walk, std::size_t groups,
                                                              std::vector<std::int64_t> before) {
    std::vector<std::vector<std::int64_t>> parts;
    for (std::size_t group = 0; group < groups; ++group) {
        walk.flip(group);
        auto after = walk.cents();
        if (!after) return failure(after.error());
        std::vector<std::int64_t> part;
        part.reserve(after->size());
        for (std::size_t i = 0; i < after->size(); ++i) part.push_back((*after)[i] - before[i]);
        parts.push_back(std::move(part));
        before = std::move(*after);
    }
    return parts;
}

void check_groups(const Overlay& from, const Overlay& to, std::span<const std::vector<NodeId>> groups) {
    std::set<NodeId> grouped;
    for (const auto& group : groups) {
        for (const NodeId node : group) BEGROOT_CHECK(grouped.insert(node).second, "een cijfer in twee groepen");
    }
    for (const NodeId node : differing_nodes(from, to))
        BEGROOT_CHECK(grouped.contains(node), "een verschil dat in geen groep staat");
}

/// Tells whether the shifts of both overlays can hold at once, as they may on the way.
bool shifts_fit(const Graph& graph, const Overlay& from, const Overlay& to) {
    std::vector<std::pair<NodeId, NodeId>> needs;
    for (const Overlay* one : {&from, &to}) {
        for (const auto& [node, changes] : one->changes) {
            for (const NodeChange& change : changes) {
                if (change.kind == NodeChange::Kind::shift) needs.emplace_back(node, change.source);
            }
        }
    }
    return needs.empty() || model::order_with(graph, needs).has_value();
}

}  // namespace

Result<Bridge> explain_groups(const Graph& graph, const Overlay& from, const Overlay& to,
                              std::span<const std::string> names, std::span<const std::vector<NodeId>> groups,
                              std::span<const NodeId> asked) {
    BEGROOT_CHECK(names.size() == groups.size(), "een groep zonder naam");
    for (const NodeId node : asked)
        BEGROOT_CHECK(graph.series[graph.nodes[node].series].in_cents, "alleen bedragen worden verklaard");
    check_groups(from, to, groups);
    if (!shifts_fit(graph, from, to)) {
        return failure({ErrorKind::input,
                        {},
                        "de verschuivingen van beide scenario's maken samen een kring",
                        "scenario's waarvan de wijzigingen samen kunnen gelden",
                        ""});
    }
    Bridge bridge;
    Walk walk(graph, from, to, names, groups, asked);
    auto start = walk.cents();
    if (!start) return failure(std::move(start.error()));
    bridge.from_cents = std::move(*start);
    bridge.in_order = groups.size() > shapley_max;
    auto parts = bridge.in_order ? parts_in_order(walk, groups.size(), bridge.from_cents)
                                 : shapley_parts(walk, groups.size(), asked.size());
    if (!parts) return failure(std::move(parts.error()));
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (!walk.has_taken(group)) walk.flip(group);
        bridge.parts.push_back({names[group], std::move((*parts)[group])});
    }
    auto end = walk.cents();
    if (!end) return failure(std::move(end.error()));
    bridge.to_cents = std::move(*end);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        std::int64_t sum = bridge.from_cents[i];
        for (const BridgePart& part : bridge.parts) sum += part.cents[i];
        BEGROOT_CHECK(sum == bridge.to_cents[i], "de delen van een verschil tellen niet op");
    }
    return bridge;
}

Result<Bridge> explain(const Graph& graph, const model::Definition& definition, const Overlay& from, const Overlay& to,
                       std::span<const NodeId> asked) {
    std::map<std::size_t, std::vector<NodeId>> by_variable;
    for (const NodeId node : differing_nodes(from, to))
        by_variable[graph.series[graph.nodes[node].series].variable].push_back(node);
    std::vector<std::string> names;
    std::vector<std::vector<NodeId>> groups;
    for (auto& [variable, nodes] : by_variable) {
        BEGROOT_CHECK(variable < definition.variables.size(), "een scenario wijzigt een totaal");
        names.push_back(definition.variables[variable].code);
        groups.push_back(std::move(nodes));
    }
    return explain_groups(graph, from, to, names, groups, asked);
}

}  // namespace begroot::scenario
