#include "scenario/sensitivity.hpp"

#include "base/check.hpp"
#include "model/quantity.hpp"
#include "scenario/detail/adjust.hpp"
#include "scenario/detail/naming.hpp"
#include "scenario/detail/reach.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace begroot::scenario {

namespace {

using detail::in_quotes;
using detail::Mistake;
using model::Graph;
using model::NodeId;
using model::Overlay;

std::expected<Target, Mistake> find_target(std::string_view text, const Graph& graph) {
    const auto dated = detail::split_years(text);
    if (!dated) return std::unexpected(dated.error());
    const std::string_view written = detail::without_blanks(dated->rest);
    const detail::Name name = detail::split_name(written);
    const auto selected = detail::select(graph, name.variable, name.members);
    if (!selected) return std::unexpected(selected.error());
    if (selected->size() > 1) {
        return std::unexpected(Mistake{in_quotes(written) + " loopt over lijsten",
                                       "één lid van elke lijst, bijvoorbeeld " + graph.series[selected->front()].name});
    }
    const std::uint32_t series = selected->front();
    const auto& years = dated->years;
    if (!years.from || years.from != years.until)
        return std::unexpected(Mistake{in_quotes(text) + " noemt niet één jaar",
                                       graph.series[series].name + "@" + std::to_string(graph.last_year)});
    if (auto mistake = detail::check_years(graph, years)) return std::unexpected(std::move(*mistake));
    const NodeId node = graph.node_of(series, *years.from);
    if (node == model::no_node) {
        return std::unexpected(
            Mistake{graph.series[series].name + " heeft in " + std::to_string(*years.from) + " geen cijfer",
                    "een jaar waarin het model dit cijfer berekent"});
    }
    return Target{series, node, *years.from, graph.series[series].name + "@" + std::to_string(*years.from)};
}

/// Gives the changes of one end of a range, for every year after the base year.
Overlay end_of_range(const Graph& graph, const model::Variable& driver, const model::Change& change) {
    auto overlay = overlay_of(graph, {{detail::adjustment_of(driver.code, change)}});
    BEGROOT_CHECK(overlay.has_value(), "een aanname met een bereik is niet in het model");
    return std::move(*overlay);
}

/// Lays an overlay on top of another.
Overlay on_top(Overlay below, const Overlay& above) {
    for (const auto& [node, changes] : above.changes) {
        auto& all = below.changes[node];
        all.insert(all.end(), changes.begin(), changes.end());
    }
    return below;
}

/// Tells whether a bar comes before another: what cannot be computed first, then the widest.
bool is_wider(const TornadoBar& a, const TornadoBar& b) {
    if (std::isnan(a.width()) || std::isnan(b.width())) return std::isnan(a.width()) && !std::isnan(b.width());
    return a.width() > b.width();
}

}  // namespace

Result<Target> parse_target(std::string_view text, const Graph& graph) {
    auto target = find_target(detail::without_blanks(text), graph);
    if (!target) return failure(detail::usage_error(text, std::move(target.error())));
    return std::move(*target);
}

double TornadoBar::width() const { return std::abs(at_high - at_low); }

Tornado tornado(const Graph& graph, const model::Definition& definition, const Overlay& overlay, const Target& target) {
    Tornado result;
    result.target = target;
    model::Evaluator evaluator(graph);
    const auto target_under = [&evaluator, &target](const Overlay& laid) {
        evaluator.set_overlay(laid);
        return evaluator.in_unit(target.node);
    };
    result.base = target_under(overlay);
    const std::vector<bool> is_needed = detail::needed_by(graph, target.node);
    for (const model::Variable& driver : definition.variables) {
        if (driver.kind != model::VariableKind::driver) continue;
        const Overlay low = end_of_range(graph, driver, driver.range ? driver.range->low : model::Change{});
        const bool reaches = std::ranges::any_of(low.changes, [&](const auto& one) { return is_needed[one.first]; });
        if (!driver.range) {
            if (reaches) result.no_range.push_back(driver.code);
        } else if (!reaches) {
            result.no_effect.push_back(driver.code);
        } else {
            const Overlay high = end_of_range(graph, driver, driver.range->high);
            result.bars.push_back({driver.code, to_text(driver.range->low, driver.unit),
                                   to_text(driver.range->high, driver.unit), target_under(on_top(overlay, low)),
                                   target_under(on_top(overlay, high))});
        }
    }
    std::ranges::stable_sort(result.bars, is_wider);
    return result;
}

}  // namespace begroot::scenario
