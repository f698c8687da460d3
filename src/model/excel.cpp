#include "model/excel.hpp"

#include "base/check.hpp"
#include "model/detail/built_in.hpp"
#include "model/detail/catalogue.hpp"

#include <algorithm>
#include <charconv>

namespace begroot::model {

namespace {

using detail::Catalogue;
using detail::Context;

constexpr std::string_view adjusted_mark = "w";
constexpr std::string_view unadjusted_mark = "z";

/// Where a formula stands.
struct Here {
    std::uint32_t series = 0;
    std::int32_t year = 0;
};

Expression number_of(double value) { return {Number{value, std::to_string(static_cast<std::int64_t>(value))}, 0}; }

Expression call_of(Operation operation, Expression left, Expression right) {
    Call call{operation, {}, {}};
    call.operands.push_back(std::move(left));
    call.operands.push_back(std::move(right));
    return {std::move(call), 0};
}

Expression added(std::vector<Expression> parts) {
    Expression sum = std::move(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) sum = call_of(Operation::add, std::move(sum), std::move(parts[i]));
    return sum;
}

/// Reads a node of a sum back from the words of a call.
GroupTerm term_of(const std::string& word) {
    GroupTerm term;
    std::from_chars(word.data() + 1, word.data() + word.size(), term.node);
    term.sign = word.front() == '-' ? -1 : 1;
    return term;
}

/// Replaces every name by a node: lists are written out, `x[-1]` becomes last year's cell.
class Resolving {
public:
    Resolving(const Catalogue& catalogue, const Graph& graph) : catalogue_(&catalogue), graph_(&graph) {}

    [[nodiscard]] Expression resolve(const Expression& expression, const Here& here, const Context& context) const;

private:
    [[nodiscard]] Expression resolve_reference(const Reference& reference, const Here& here,
                                               const Context& context) const;
    [[nodiscard]] Expression resolve_reduction(const Call& call, const Here& here, const Context& context) const;
    [[nodiscard]] Expression resolve_cumulative(const Call& call, const Here& here, const Context& context) const;
    [[nodiscard]] std::vector<Context> contexts_of(const Call& call, const Context& context) const;
    [[nodiscard]] static Expression sum_of(std::vector<Expression> parts);

    const Catalogue* catalogue_;
    const Graph* graph_;
};

Expression Resolving::resolve_reference(const Reference& reference, const Here& here, const Context& context) const {
    const auto series = catalogue_->resolve(reference, 0, context);
    BEGROOT_CHECK(series.has_value(), "een naam die bij het laden klopte");
    const NodeId node = graph_->node_of(*series, reference.year.value_or(here.year - reference.years_back));
    const std::size_t variable = graph_->series[*series].variable;
    const bool is_item = !catalogue_->is_built_in(variable) &&
                         catalogue_->definition().variables[variable].kind == VariableKind::balance_item;
    Reference made;
    made.name = *series == here.series && !is_item ? unadjusted_mark : adjusted_mark;
    made.members = {std::to_string(node)};
    return {std::move(made), 0};
}

/// Adds up: plain cells as one sum, anything else with plus signs.
Expression Resolving::sum_of(std::vector<Expression> parts) {
    Call sum{Operation::sum, {}, {}};
    for (const Expression& part : parts) {
        const auto* reference = std::get_if<Reference>(&part.node);
        if (reference == nullptr || reference->name != adjusted_mark) return added(std::move(parts));
        sum.words.push_back("+" + reference->members.front());
    }
    return {std::move(sum), 0};
}

std::vector<Context> Resolving::contexts_of(const Call& call, const Context& context) const {
    std::vector<std::string> lists = call.words;
    if (lists.empty()) {
        const auto& reference = std::get<Reference>(call.operands[0].node);
        for (const std::string& list : catalogue_->lists_of(*catalogue_->find_variable(reference.name))) {
            if (!context.contains(list)) lists.push_back(list);
        }
    }
    std::vector<Context> contexts{context};
    for (const std::string& name : lists) {
        std::vector<Context> longer;
        for (const Context& one : contexts) {
            for (const std::string& member : catalogue_->find_list(name)->members) {
                Context with_member = one;
                with_member[name] = member;
                longer.push_back(std::move(with_member));
            }
        }
        contexts = std::move(longer);
    }
    return contexts;
}

Expression Resolving::resolve_reduction(const Call& call, const Here& here, const Context& context) const {
    std::vector<Expression> parts;
    for (const Context& one : contexts_of(call, context)) parts.push_back(resolve(call.operands[0], here, one));
    const auto count = static_cast<double>(parts.size());
    Expression sum = sum_of(std::move(parts));
    return call.operation == Operation::average ? call_of(Operation::divide, std::move(sum), number_of(count))
                                                : std::move(sum);
}

Expression Resolving::resolve_cumulative(const Call& call, const Here& here, const Context& context) const {
    std::vector<Expression> parts;
    Here then = here;
    for (then.year = std::min(graph_->first_year, here.year); then.year <= here.year; ++then.year)
        parts.push_back(resolve(call.operands[0], then, context));
    return sum_of(std::move(parts));
}

Expression Resolving::resolve(const Expression& expression, const Here& here, const Context& context) const {
    if (const auto* reference = std::get_if<Reference>(&expression.node))
        return resolve_reference(*reference, here, context);
    const auto* call = std::get_if<Call>(&expression.node);
    if (call == nullptr) return expression;
    switch (call->operation) {
        case Operation::sum:
        case Operation::average:
            return resolve_reduction(*call, here, context);
        case Operation::cumulative:
            return resolve_cumulative(*call, here, context);
        default:
            break;
    }
    Call made{call->operation, {}, call->words};
    for (const Expression& operand : call->operands) made.operands.push_back(resolve(operand, here, context));
    return {std::move(made), 0};
}

/// Gives the terms of a sum of lines or items that a formula names by code, as the compiled program has them.
std::vector<GroupTerm> terms_of(const Definition& definition, const Catalogue& catalogue, const Graph& graph,
                                const Call& call, std::int32_t year) {
    std::vector<GroupTerm> terms;
    const std::string& code = call.words.front();
    for (std::size_t v = 0; v < definition.variables.size(); ++v) {
        const Variable& one = definition.variables[v];
        const bool income = one.line.side == Side::income;
        double sign = 0;
        if (call.operation == Operation::balance) {
            if (one.kind == VariableKind::balance_item && is_under(one.rubric, code)) sign = 1;
        } else if (one.kind == VariableKind::line) {
            if (call.operation == Operation::rubric && is_under(one.line.rubric, code))
                sign = is_under(code, "5") && !income ? -1 : 1;
            if (call.operation == Operation::speerpunt && one.line.speerpunt.text() == code) sign = income ? -1 : 1;
            if (call.operation == Operation::goal && one.line.goal.text() == code) sign = income ? -1 : 1;
        }
        for (std::uint32_t k = 0; sign != 0 && k < catalogue.series_count_of(v); ++k)
            terms.push_back({graph.node_of(catalogue.first_series_of(v) + k, year), sign});
    }
    return terms;
}

std::string rounded(const std::string& formula, double rounding) {
    constexpr double euro = 100;
    if (rounding == 0) return formula;
    return "ROUND(" + formula + "," + (rounding == 1 ? "2" : rounding == euro ? "0" : "-3") + ")";
}

std::string table_formula(const std::string& x, const std::pair<std::string, std::string>& ranges, bool interpolated) {
    const auto& [xs, ys] = ranges;
    if (!interpolated) return "LOOKUP(" + x + "," + xs + "," + ys + ")";
    const auto pair_of = [&](const std::string& range) {
        return "INDEX(" + range + ",MATCH(" + x + "," + xs + ")):INDEX(" + range + ",MATCH(" + x + "," + xs + ")+1)";
    };
    return "IF(" + x + "<=MIN(" + xs + "),INDEX(" + ys + ",1),IF(" + x + ">=MAX(" + xs + "),INDEX(" + ys + ",ROWS(" +
           ys + ")),FORECAST(" + x + "," + pair_of(ys) + "," + pair_of(xs) + ")))";
}

}  // namespace

struct ExcelFormulas::Names {
    Names(const Definition& of, const Graph& compiled) : definition(&of), graph(&compiled), catalogue(of) {}

    const Definition* definition;
    const Graph* graph;
    Catalogue catalogue;
};

ExcelFormulas::ExcelFormulas(const Definition& definition, const Graph& graph)
    : names_(std::make_unique<Names>(definition, graph)) {}
ExcelFormulas::~ExcelFormulas() = default;

std::string ExcelFormulas::of(NodeId id, const NodeCells& cells) const {
    const Graph& graph = *names_->graph;
    const Node& node = graph.nodes[id];
    if (node.given) return "";
    const Series& series = graph.series[node.series];
    const Instruction& first = graph.instructions[node.first_instruction];
    if (names_->catalogue.is_built_in(series.variable)) {
        const std::span terms = std::span(graph.group_terms).subspan(first.a.index, first.b.index);
        return terms.empty() ? "0" : cells.sum({terms.begin(), terms.end()});
    }
    const Variable& variable = names_->definition->variables[series.variable];
    Context context;
    for (std::size_t i = 0; i < variable.lists.size(); ++i) context.emplace(variable.lists[i], series.members[i]);
    const Expression& formula = series.is_signal ? *variable.ratio.signal : *variable.formula;
    const Expression tree = Resolving(names_->catalogue, graph).resolve(formula, {node.series, node.year}, context);
    ExcelCells printed;
    printed.reference = [&cells](const Reference& reference) {
        NodeId meant = 0;
        const std::string& digits = reference.members.front();
        std::from_chars(digits.data(), digits.data() + digits.size(), meant);
        return cells.cell(meant, reference.name == unadjusted_mark);
    };
    printed.range_call = [&](const Call& call) -> std::string {
        if (call.operation == Operation::interpolate || call.operation == Operation::look_up) {
            const std::string x = to_excel(call.operands[0], printed);
            return table_formula(x, cells.table(*names_->catalogue.find_table(call.words.front())),
                                 call.operation == Operation::interpolate);
        }
        std::vector<GroupTerm> terms;
        if (call.operation == Operation::sum) {
            for (const std::string& word : call.words) terms.push_back(term_of(word));
        } else {
            terms = terms_of(*names_->definition, names_->catalogue, graph, call, node.year);
        }
        return terms.empty() ? "0" : cells.sum(terms);
    };
    return rounded(to_excel(tree, printed), node.rounding);
}

}  // namespace begroot::model
