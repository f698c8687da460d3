#include "scenario/scenario.hpp"

#include "scenario/detail/family.hpp"
#include "scenario/detail/naming.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace begroot::scenario {

namespace {

using detail::Mistake;
using model::NodeChange;
using model::NodeId;

Error error_at(const Adjustment& adjustment, Mistake mistake) {
    const bool is_ad_hoc = adjustment.place.file.empty();
    return {is_ad_hoc ? ErrorKind::usage : ErrorKind::input, adjustment.place, std::move(mistake.found),
            std::move(mistake.expected), ""};
}

/// Gives the change of one node; a shift finds its source.
std::expected<NodeChange, Mistake> change_of(const model::Graph& graph, const Adjustment& adjustment,
                                             std::uint32_t series, std::int32_t year, std::int32_t first_year) {
    using Kind = NodeChange::Kind;
    const double amount = adjustment.amount;
    switch (adjustment.action) {
        case Action::set:
            return NodeChange{Kind::set, amount, model::no_node};
        case Action::add:
            return NodeChange{Kind::add, amount, model::no_node};
        case Action::multiply:
            return NodeChange{Kind::multiply, 1 + amount, model::no_node};
        case Action::grow:
            return NodeChange{Kind::multiply, std::pow(1 + amount, year - first_year + 1), model::no_node};
        case Action::cap:
            return NodeChange{Kind::cap, amount, model::no_node};
        case Action::floor:
            return NodeChange{Kind::floor, amount, model::no_node};
        case Action::off:
            return NodeChange{Kind::set, 0, model::no_node};
        case Action::shift:
            break;
    }
    const bool is_near = std::abs(amount) <= model::years_max;
    const std::int32_t back = is_near ? static_cast<std::int32_t>(std::lround(amount)) : model::years_max;
    const NodeId source = is_near ? graph.node_of(series, year - back) : model::no_node;
    if (source != model::no_node) return NodeChange{Kind::shift, 0, source};
    return std::unexpected(Mistake{graph.series[series].name + " heeft in " + std::to_string(year - back) +
                                       " geen cijfer, dus " + std::to_string(year) + " kan daar niet heen schuiven",
                                   "jaren waarvan het cijfer van " + std::to_string(std::abs(back)) + " jaar " +
                                       (back > 0 ? "eerder" : "later") + " in het model staat"});
}

}  // namespace

Result<std::vector<Adjustment>> flatten(const ScenarioBook& book, std::string_view name,
                                        std::span<const Adjustment> ad_hoc) {
    auto family = detail::family_of(book, name);
    if (!family) return failure(std::move(family.error()));
    std::vector<Adjustment> adjustments;
    for (const Scenario* one : *family) {
        for (const std::string& code : one->tariff_sets) {
            const auto set = std::ranges::find(book.tariff_sets, code, &TariffSet::code);
            if (set == book.tariff_sets.end()) return failure(detail::unknown_tariff_set(book, *one, code));
            for (const TariffSet::Entry& entry : set->entries)
                adjustments.push_back(
                    {entry.variable, entry.members, Action::set, entry.value, entry.year, entry.year, entry.place});
        }
        adjustments.insert(adjustments.end(), one->adjustments.begin(), one->adjustments.end());
    }
    adjustments.insert(adjustments.end(), ad_hoc.begin(), ad_hoc.end());
    return adjustments;
}

Result<model::Overlay> overlay_of(const model::Graph& graph, std::span<const Adjustment> adjustments) {
    model::Overlay overlay;
    std::vector<std::pair<NodeId, NodeId>> shifts;
    for (const Adjustment& one : adjustments) {
        auto selected = detail::select(graph, one.variable, one.members);
        if (!selected) return failure(error_at(one, std::move(selected.error())));
        const std::int32_t from = one.from.value_or(graph.base_year + 1);
        const std::int32_t until = std::min(one.until.value_or(graph.last_year), graph.last_year);
        const std::size_t shifts_before = shifts.size();
        for (const std::uint32_t series : *selected) {
            for (std::int32_t year = std::max(from, graph.earliest_year); year <= until; ++year) {
                const NodeId node = graph.node_of(series, year);
                if (node == model::no_node) continue;
                auto change = change_of(graph, one, series, year, from);
                if (!change) return failure(error_at(one, std::move(change.error())));
                if (change->kind == NodeChange::Kind::shift) shifts.emplace_back(node, change->source);
                overlay.changes[node].push_back(*change);
            }
        }
        if (shifts.size() > shifts_before && !model::order_with(graph, shifts)) {
            return failure(error_at(
                one,
                {one.variable + " kan niet schuiven: het cijfer van het latere jaar rust zelf op dat van het eerdere",
                 "een cijfer dat niet op zijn eigen vorige jaar rust, of een wijziging met zet, tel_op of groei"}));
        }
    }
    return overlay;
}

}  // namespace begroot::scenario
