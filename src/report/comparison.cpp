#include "base/check.hpp"
#include "report/detail/figure_names.hpp"
#include "report/detail/year_money.hpp"
#include "report/scenarios.hpp"

#include <algorithm>

namespace begroot::report {

namespace {

using detail::minus;
using detail::plus;

/// The nodes that a figure is the sum of, year by year.
struct AskedNodes {
    std::vector<model::NodeId> nodes;
    std::vector<std::size_t> year_of;  ///< index in the years
};

AskedNodes nodes_of(const model::Graph& graph, const std::string& figure, const std::vector<std::int32_t>& years) {
    AskedNodes asked;
    for (std::size_t i = 0; i < years.size(); ++i) {
        for (const std::uint32_t series : graph.series_of(figure)) {
            const model::NodeId node = graph.node_of(series, years[i]);
            if (node == model::no_node) continue;
            asked.nodes.push_back(node);
            asked.year_of.push_back(i);
        }
    }
    return asked;
}

YearMoney by_year(const AskedNodes& asked, const std::vector<std::int64_t>& cents, std::size_t years) {
    YearMoney made = detail::zeros(years);
    for (std::size_t i = 0; i < cents.size(); ++i) {
        std::optional<Money>& year = made[asked.year_of[i]];
        year = plus(year, Money::from_cents(cents[i]));
    }
    return made;
}

/// Adds the lines of a view for which something holds, lasten min baten, in one year.
template <typename Holds>
std::optional<Money> sum_where(const MultiYear& view, std::size_t year, Holds holds) {
    std::optional<Money> total = Money();
    for (const YearLine& line : view.lines) {
        if (!holds(line)) continue;
        total = line.side == Side::income ? minus(total, line.years[year]) : plus(total, line.years[year]);
    }
    return total;
}

template <typename Holds>
BesidePlanLine beside(const Line& line, const std::vector<MultiYear>& views, std::size_t year, Holds holds) {
    BesidePlanLine made{
        line.level, line.code, line.name, line.amounts.budget, line.amounts.actual, line.amounts.forecast, {}};
    for (const MultiYear& view : views) made.scenarios.push_back(sum_where(view, year, holds));
    return made;
}

Line total_line(const char* name, const Amounts& amounts) {
    Line line;
    line.level = Level::speerpunt;
    line.name = name;
    line.amounts = amounts;
    return line;
}

std::optional<Money> sum_if_any(const std::optional<Money>& a, const std::optional<Money>& b) {
    if (!a && !b) return std::nullopt;
    return a.value_or(Money()) + b.value_or(Money());
}

}  // namespace

YearBridge bridge_years(const model::Graph& graph, const model::Definition& definition, const model::Overlay& from,
                        const model::Overlay& to, const std::string& figure, const std::vector<std::int32_t>& years) {
    YearBridge made;
    made.figure = figure;
    made.name = detail::title_of(definition, figure);
    const AskedNodes asked = nodes_of(graph, figure, years);
    const auto bridge = scenario::explain(graph, definition, from, to, asked.nodes);
    if (!bridge) {
        made.refusal = to_text(bridge.error());
        return made;
    }
    made.from = by_year(asked, bridge->from_cents, years.size());
    made.to = by_year(asked, bridge->to_cents, years.size());
    made.in_order = bridge->in_order;
    YearMoney total = detail::zeros(years.size());
    for (const scenario::BridgePart& part : bridge->parts) {
        made.lines.push_back(
            {part.assumption, detail::title_of(definition, part.assumption), by_year(asked, part.cents, years.size())});
        total = plus(total, made.lines.back().years);
    }
    BEGROOT_CHECK(total == minus(made.to, made.from), "een brug telt niet op tot het verschil");
    return made;
}

BesidePlan beside_plan(const BudgetVsActual& table, const std::vector<MultiYear>& views) {
    const std::vector<std::int32_t>& years = views.front().years;
    const auto later = std::ranges::upper_bound(years, views.front().base_year);
    const auto chosen = later != years.end() ? later : years.begin();
    const auto at = static_cast<std::size_t>(chosen - years.begin());
    BesidePlan plan;
    plan.until = table.until;
    plan.year = *chosen;
    for (const Line& line : table.lines) {
        plan.lines.push_back(beside(line, views, at, [&line](const YearLine& one) {
            return line.level == Level::speerpunt ? one.speerpunt == line.code : one.goal == line.code;
        }));
    }
    plan.total = beside(total_line("Totaal jaarplan", table.total), views, at,
                        [](const YearLine& one) { return !one.speerpunt.empty(); });
    plan.unassigned = beside(total_line("Niet toegewezen (lasten min baten)", table.unassigned), views, at,
                             [](const YearLine& one) { return one.speerpunt.empty(); });
    Amounts whole;
    whole.budget = sum_if_any(table.total.budget, table.unassigned.budget);
    whole.actual = sum_if_any(table.total.actual, table.unassigned.actual);
    whole.forecast = sum_if_any(table.total.forecast, table.unassigned.forecast);
    plan.whole = beside(total_line("Hele organisatie (lasten min baten)", whole), views, at,
                        [](const YearLine&) { return true; });
    return plan;
}

}  // namespace begroot::report
