#include "model/detail/program_builder.hpp"

#include "model/detail/built_in.hpp"
#include "model/detail/rounding.hpp"

#include <algorithm>
#include <bit>

namespace begroot::model::detail {

namespace {

constexpr double cents_per_euro = 100;

double rounding_of(const Catalogue& catalogue, const Series& series) {
    if (!series.in_cents) return 0;
    if (catalogue.is_built_in(series.variable)) return 1;
    const Variable& variable = catalogue.definition().variables[series.variable];
    if (variable.kind != VariableKind::line) return 1;
    switch (variable.line.rounding) {
        case LineRounding::euros:
            return cents_per_euro;
        case LineRounding::thousands:
            return cents_per_euro * 1000;
        default:
            return 1;
    }
}

bool looks_back_at_itself(const Variable& variable) {
    if (!variable.formula) return false;
    return std::ranges::any_of(references_of(*variable.formula),
                               [&variable](const Reference& one) { return one.name == variable.code; });
}

Context context_of(const Catalogue& catalogue, const Series& series) {
    Context context;
    const auto& lists = catalogue.lists_of(series.variable);
    for (std::size_t i = 0; i < lists.size(); ++i) context.emplace(lists[i], series.members[i]);
    return context;
}

}  // namespace

ProgramBuilder::ProgramBuilder(const Catalogue& catalogue, Graph& graph) : catalogue_(&catalogue), graph_(&graph) {
    const Definition& definition = catalogue.definition();
    constant(0);  // what an operand that is not used points at
    given_.resize(catalogue.series().size());
    floor_year_ = definition.first_year;
    for (std::size_t v = 0; v < definition.variables.size(); ++v) {
        const Variable& variable = definition.variables[v];
        looks_back_at_itself_.push_back(looks_back_at_itself(variable));
        for (const GivenSeries& one : variable.given) {
            for (std::uint32_t k = 0; k < catalogue.series_count_of(v); ++k) {
                const std::uint32_t series = catalogue.first_series_of(v) + k;
                if (catalogue.series()[series].members != one.members) continue;
                for (const auto& [year, value] : one.values) {
                    const bool in_cents = catalogue.series()[series].in_cents;
                    given_[series][year] = in_cents ? whole_cents(value.value * cents_per_euro) : value.value;
                    floor_year_ = std::min(floor_year_, year);
                }
            }
        }
    }
}

NodeId ProgramBuilder::find(std::uint32_t series, std::int32_t year) const {
    const auto found = nodes_.find({series, year});
    return found == nodes_.end() ? no_node : found->second;
}

NodeId ProgramBuilder::demand(std::uint32_t series, std::int32_t year) {
    const auto node = static_cast<NodeId>(graph_->nodes.size());
    const auto [found, is_new] = nodes_.try_emplace({series, year}, node);
    if (!is_new) return found->second;
    Node made;
    made.series = series;
    made.year = year;
    made.rounding = rounding_of(*catalogue_, catalogue_->series()[series]);
    graph_->nodes.push_back(made);
    is_gap_.push_back(false);
    waiting_.push_back(node);
    return node;
}

void ProgramBuilder::ask(std::uint32_t series, std::int32_t year) {
    demand(series, year);
    while (!waiting_.empty() && !too_many()) {
        const NodeId node = waiting_.back();
        waiting_.pop_back();
        build(node);
    }
}

const Expression* ProgramBuilder::formula_for(std::uint32_t series, std::int32_t year) const {
    const Series& one = catalogue_->series()[series];
    const Variable& variable = catalogue_->definition().variables[one.variable];
    const auto& formula = one.is_signal ? variable.ratio.signal : variable.formula;
    if (!formula || year < floor_year_) return nullptr;
    // A rule that carries a value on begins behind the first value.
    const bool carries_on = looks_back_at_itself_[one.variable] && !one.is_signal;
    if (carries_on && (given_[series].empty() || is_before_given(series, year))) return nullptr;
    return &*formula;
}

void ProgramBuilder::build(NodeId node) {
    const std::uint32_t series = graph_->nodes[node].series;
    const std::int32_t year = graph_->nodes[node].year;
    const Series& one = catalogue_->series()[series];
    const auto given = given_[series].find(year);
    if (given != given_[series].end()) {
        graph_->nodes[node].given = true;
        graph_->nodes[node].value = given->second;
    } else if (catalogue_->is_built_in(one.variable)) {
        build_built_in(node);
    } else if (const Expression* formula = formula_for(series, year)) {
        const Variable& variable = catalogue_->definition().variables[one.variable];
        build_formula(node, *formula, one.is_signal ? variable.ratio.signal_text : variable.formula_text,
                      one.is_signal ? variable.ratio.signal_place : variable.formula_place);
    } else {
        is_gap_[node] = true;
    }
}

void ProgramBuilder::build_formula(NodeId node, const Expression& formula, const std::string& text,
                                   const Place& place) {
    const auto first = static_cast<std::uint32_t>(graph_->instructions.size());
    const std::uint32_t series = graph_->nodes[node].series;
    const Series& one = catalogue_->series()[series];
    const At at{series, graph_->nodes[node].year, one.variable, &text, &place};
    const Operand result = emit(formula, at, context_of(*catalogue_, one), 0);
    const bool done = result.kind == Operand::Kind::temporary && result.index == 0;
    if (!done) {
        graph_->temporaries = std::max(graph_->temporaries, 1U);
        graph_->instructions.push_back({Instruction::Code::copy, Operation::add, 0, result, {}, {}, 0});
    }
    graph_->nodes[node].first_instruction = first;
    graph_->nodes[node].instruction_count = static_cast<std::uint32_t>(graph_->instructions.size()) - first;
}

void ProgramBuilder::build_built_in(NodeId node) {
    const std::int32_t year = graph_->nodes[node].year;
    const std::string& name = catalogue_->series()[graph_->nodes[node].series].name;
    const auto first_term = static_cast<std::uint32_t>(graph_->group_terms.size());
    const auto first = static_cast<std::uint32_t>(graph_->instructions.size());
    const auto one = std::ranges::find(built_ins(), name, &BuiltIn::name);
    for (const BuiltInTerm& term : one->terms) {
        switch (term.kind) {
            case BuiltInTerm::Kind::income_lines:
                add_lines(Side::income, term.code, term.sign, false, year);
                break;
            case BuiltInTerm::Kind::expense_lines:
                add_lines(Side::expense, term.code, term.sign, false, year);
                break;
            case BuiltInTerm::Kind::duo_lines:
                add_lines(Side::expense, term.code, term.sign, true, year);
                break;
            case BuiltInTerm::Kind::balance_items:
                add_items(term.code, term.sign, year);
                break;
            case BuiltInTerm::Kind::balance_growth:
                add_items(term.code, term.sign, year, term.without);
                add_items(term.code, -term.sign, year - 1, term.without);
                break;
            case BuiltInTerm::Kind::total:
                add_term(catalogue_->first_series_of(*catalogue_->find_variable(term.code)), year, term.sign);
                break;
        }
    }
    group_sum(first_term, 0);
    graph_->nodes[node].first_instruction = first;
    graph_->nodes[node].instruction_count = 1;
}

void ProgramBuilder::add_term(std::uint32_t series, std::int32_t year, double sign) {
    const NodeId node = demand(series, year);
    graph_->group_terms.push_back({node, sign});
}

void ProgramBuilder::add_lines(Side side, std::string_view code, double sign, bool duo_only, std::int32_t year) {
    const auto& variables = catalogue_->definition().variables;
    for (std::size_t v = 0; v < variables.size(); ++v) {
        const Variable& one = variables[v];
        const bool wanted = one.kind == VariableKind::line && one.line.side == side &&
                            (code.empty() || is_under(one.line.rubric, code)) && (!duo_only || one.line.through_duo);
        for (std::uint32_t k = 0; wanted && k < catalogue_->series_count_of(v); ++k)
            add_term(catalogue_->first_series_of(v) + k, year, sign);
    }
}

void ProgramBuilder::add_items(std::string_view code, double sign, std::int32_t year, std::string_view without) {
    const auto& variables = catalogue_->definition().variables;
    for (std::size_t v = 0; v < variables.size(); ++v) {
        const bool wanted = variables[v].kind == VariableKind::balance_item && is_under(variables[v].rubric, code) &&
                            (without.empty() || !is_under(variables[v].rubric, without));
        for (std::uint32_t k = 0; wanted && k < catalogue_->series_count_of(v); ++k)
            add_term(catalogue_->first_series_of(v) + k, year, sign);
    }
}

void ProgramBuilder::group_sum(std::uint32_t first_term, std::uint32_t target) {
    const auto count = static_cast<std::uint32_t>(graph_->group_terms.size()) - first_term;
    Instruction made{Instruction::Code::group_sum, Operation::add, target, {}, {}, {}, 0};
    made.a.index = first_term;
    made.b.index = count;
    graph_->temporaries = std::max(graph_->temporaries, target + 1);
    graph_->instructions.push_back(made);
}

std::optional<ProgramBuilder::Gap> ProgramBuilder::gap_of(NodeId node) const { return gaps_[node]; }

void ProgramBuilder::spread_gaps() {
    gaps_.assign(graph_->nodes.size(), std::nullopt);
    std::vector<NodeId> reached;
    for (NodeId node = 0; node < graph_->nodes.size(); ++node) {
        if (!is_gap_[node]) continue;
        gaps_[node] = Gap{graph_->nodes[node].series, graph_->nodes[node].year};
        reached.push_back(node);
    }
    if (reached.empty()) return;
    std::vector<std::vector<NodeId>> readers(graph_->nodes.size());
    for (NodeId node = 0; node < graph_->nodes.size(); ++node) {
        for (const NodeId needed : graph_->needs_of(node)) readers[needed].push_back(node);
    }
    while (!reached.empty()) {
        const NodeId node = reached.back();
        reached.pop_back();
        for (const NodeId reader : readers[node]) {
            if (gaps_[reader]) continue;
            gaps_[reader] = gaps_[node];
            reached.push_back(reader);
        }
    }
}

void ProgramBuilder::fail(const At& at, const FormulaError& error) {
    if (!failed_.emplace(at.variable, error.position).second) return;
    errors_.push_back({ErrorKind::input, *at.place, catalogue_->code_of(at.variable) + ": " + error.found,
                       error.expected, "", show_error(*at.text, error)});
}

}  // namespace begroot::model::detail
