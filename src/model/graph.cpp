#include "model/graph.hpp"

#include "model/detail/arrange.hpp"
#include "model/detail/program_builder.hpp"
#include "model/detail/unit_check.hpp"

#include <algorithm>

namespace begroot::model {

namespace {

using detail::Catalogue;
using detail::ProgramBuilder;

constexpr std::size_t errors_max = 50;

void check_formula(const Variable& variable, const Expression& formula, const std::string& text, const Place& place,
                   const Catalogue& catalogue, std::vector<Error>& errors) {
    const auto checked = detail::check_units(formula, variable.unit, catalogue);
    if (checked) return;
    errors.push_back({ErrorKind::input, place, variable.code + ": " + checked.error().found, checked.error().expected,
                      "", show_error(text, checked.error())});
}

std::vector<Error> check_all_units(const Definition& definition, const Catalogue& catalogue) {
    std::vector<Error> errors;
    for (const Variable& one : definition.variables) {
        if (one.formula) check_formula(one, *one.formula, one.formula_text, one.formula_place, catalogue, errors);
        if (one.ratio.signal)
            check_formula(one, *one.ratio.signal, one.ratio.signal_text, one.ratio.signal_place, catalogue, errors);
    }
    return errors;
}

/// Names the years of a gap: every asked series that misses its own or another's value.
Error gap_error(const Catalogue& catalogue, const ProgramBuilder::Gap& gap, std::uint32_t asked, std::int32_t year) {
    const Series& missing = catalogue.series()[gap.series];
    const std::string in_year = std::to_string(gap.year);
    std::string found = missing.name + " heeft geen waarde in " + in_year;
    if (gap.series != asked)
        found += " en is nodig voor " + catalogue.series()[asked].name + " in " + std::to_string(year);
    const Place place =
        catalogue.is_built_in(missing.variable) ? Place{} : catalogue.definition().variables[missing.variable].place;
    return {ErrorKind::input, place, std::move(found),
            "een waarde voor " + in_year + ", of een regel die doorloopt, bijvoorbeeld groei = \"+2%\"", ""};
}

/// Tells whether a series must be there in every shown year.
bool is_required(const Catalogue& catalogue, const Series& series) {
    if (series.is_signal || catalogue.is_built_in(series.variable)) return false;
    const VariableKind kind = catalogue.definition().variables[series.variable].kind;
    return kind == VariableKind::driver || kind == VariableKind::line || kind == VariableKind::balance_item;
}

std::vector<Error> check_gaps(const Catalogue& catalogue, const ProgramBuilder& builder) {
    std::vector<Error> errors;
    const Definition& definition = catalogue.definition();
    std::set<std::pair<std::uint32_t, std::int32_t>> told;
    for (std::uint32_t series = 0; series < catalogue.series().size(); ++series) {
        const bool required = is_required(catalogue, catalogue.series()[series]);
        std::optional<Error> last;
        bool any = false;
        for (std::int32_t year = definition.first_year; year <= definition.last_year; ++year) {
            const auto gap = builder.gap_of(builder.find(series, year));
            any = any || !gap;
            if (!gap) continue;
            last = gap_error(catalogue, *gap, series, year);
            const bool own = gap->series == series && gap->year == year;
            if (own && builder.is_before_given(series, year)) continue;  // a driver may begin later
            if (required && told.emplace(gap->series, gap->year).second && errors.size() < errors_max)
                errors.push_back(*last);
        }
        if (!any && !required && !catalogue.is_built_in(catalogue.series()[series].variable) && errors.empty())
            errors.push_back(*last);
    }
    return errors;
}

void fill_index(Graph& graph, const ProgramBuilder& builder) {
    const auto years = static_cast<std::size_t>(graph.last_year - graph.earliest_year) + 1;
    graph.index.node_by_series_year.assign(graph.series.size() * years, no_node);
    for (NodeId node = 0; node < graph.nodes.size(); ++node) {
        if (builder.gap_of(node)) continue;
        const auto year = static_cast<std::size_t>(graph.nodes[node].year - graph.earliest_year);
        graph.index.node_by_series_year[graph.nodes[node].series * years + year] = node;
    }
    for (std::uint32_t i = 0; i < graph.series.size(); ++i) graph.index.names.emplace_back(graph.series[i].name, i);
    std::ranges::sort(graph.index.names);
}

}  // namespace

std::expected<Graph, std::vector<Error>> compile(const Definition& definition) {
    if (auto errors = detail::check_names(definition); !errors.empty()) return std::unexpected(std::move(errors));
    const Catalogue catalogue(definition);
    if (auto errors = check_all_units(definition, catalogue); !errors.empty())
        return std::unexpected(std::move(errors));
    Graph graph;
    graph.first_year = definition.first_year;
    graph.last_year = definition.last_year;
    graph.base_year = definition.base_year;
    graph.series = catalogue.series();
    ProgramBuilder builder(catalogue, graph);
    for (std::int32_t year = definition.first_year; year <= definition.last_year; ++year) {
        for (std::uint32_t series = 0; series < graph.series.size(); ++series) builder.ask(series, year);
    }
    if (auto errors = builder.take_errors(); !errors.empty()) return std::unexpected(std::move(errors));
    if (builder.too_many()) {
        return std::unexpected(std::vector{Error{ErrorKind::input,
                                                 {},
                                                 "het model heeft te veel cijfers",
                                                 "hoogstens " + std::to_string(nodes_max),
                                                 "maak de lijsten korter"}});
    }
    builder.spread_gaps();
    if (auto errors = check_gaps(catalogue, builder); !errors.empty()) return std::unexpected(std::move(errors));
    graph.earliest_year = definition.first_year;
    for (const Node& node : graph.nodes) graph.earliest_year = std::min(graph.earliest_year, node.year);
    for (const PointTable& table : definition.tables) graph.tables.push_back(table.points);
    detail::fill_readers(graph);
    auto order = detail::arrange(graph, {});
    if (!order) return std::unexpected(std::vector{detail::circle_error(graph, definition)});
    graph.order = std::move(*order);
    fill_index(graph, builder);
    return graph;
}

std::optional<std::vector<NodeId>> order_with(const Graph& graph, std::span<const std::pair<NodeId, NodeId>> extra) {
    return detail::arrange(graph, extra);
}

std::optional<std::uint32_t> Graph::find_series(std::string_view name) const {
    const auto found =
        std::ranges::lower_bound(index.names, name, {}, [](const auto& one) -> std::string_view { return one.first; });
    if (found == index.names.end() || found->first != name) return std::nullopt;
    return found->second;
}

NodeId Graph::node_of(std::uint32_t wanted, std::int32_t year) const {
    if (year < earliest_year || year > last_year) return no_node;
    const auto years = static_cast<std::size_t>(last_year - earliest_year) + 1;
    return index.node_by_series_year[wanted * years + static_cast<std::size_t>(year - earliest_year)];
}

std::span<const NodeId> Graph::readers_of(NodeId node) const {
    const std::uint32_t first = index.reader_starts[node];
    return std::span(index.readers).subspan(first, index.reader_starts[node + 1] - first);
}

std::vector<NodeId> Graph::needs_of(NodeId node) const {
    std::vector<NodeId> needs;
    const auto add = [&needs](const Operand& operand) {
        if (operand.kind == Operand::Kind::node) needs.push_back(operand.index);
    };
    const std::size_t first = nodes[node].first_instruction;
    for (std::size_t i = first; i < first + nodes[node].instruction_count; ++i) {
        const Instruction& one = instructions[i];
        if (one.code == Instruction::Code::group_sum) {
            for (std::uint32_t k = 0; k < one.b.index; ++k) needs.push_back(group_terms[one.a.index + k].node);
            continue;
        }
        add(one.a);
        add(one.b);
        add(one.c);
    }
    std::ranges::sort(needs);
    needs.erase(std::ranges::unique(needs).begin(), needs.end());
    return needs;
}

std::vector<std::uint32_t> Graph::series_of(std::string_view code) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < series.size(); ++i) {
        const std::string_view name = series[i].name;
        const bool fits =
            name == code || (name.starts_with(code) && name.size() > code.size() && name[code.size()] == '.');
        if (fits && !series[i].is_signal) found.push_back(i);
    }
    return found;
}

const Unit& unit_of(const Definition& definition, const Series& series) {
    static const Unit euros{{{"€", 1}}, false};
    return series.variable < definition.variables.size() ? definition.variables[series.variable].unit : euros;
}

std::optional<std::uint32_t> Graph::signal_of(std::string_view ratio) const {
    return find_series(std::string(ratio) + " (signaal)");
}

}  // namespace begroot::model
