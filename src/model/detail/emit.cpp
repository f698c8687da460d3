// The formulas of a ProgramBuilder: every part of a tree becomes steps or an operand.

#include "model/detail/built_in.hpp"
#include "model/detail/program_builder.hpp"

#include <algorithm>
#include <bit>

namespace begroot::model::detail {

Operand ProgramBuilder::constant(double value) {
    const auto [found, is_new] =
        constants_.try_emplace(std::bit_cast<std::uint64_t>(value), static_cast<std::uint32_t>(constants_.size()));
    if (is_new) graph_->constants.push_back(value);
    return {Operand::Kind::constant, false, false, found->second};
}

Operand ProgramBuilder::operation(Operation code, std::uint32_t target, Operand a, Operand b, Operand c,
                                  std::uint32_t table) {
    graph_->temporaries = std::max(graph_->temporaries, target + 1);
    graph_->instructions.push_back({Instruction::Code::operation, code, target, a, b, c, table});
    return {Operand::Kind::temporary, false, false, target};
}

Operand ProgramBuilder::emit(const Expression& expression, const At& at, const Context& context, std::uint32_t free) {
    if (too_many()) return constant(0);
    if (const auto* number = std::get_if<Number>(&expression.node)) return constant(number->value);
    if (const auto* reference = std::get_if<Reference>(&expression.node))
        return emit_reference(*reference, expression.position, at, context);
    return emit_call(std::get<Call>(expression.node), expression.position, at, context, free);
}

Operand ProgramBuilder::emit_reference(const Reference& reference, std::size_t position, const At& at,
                                       const Context& context) {
    const auto series = catalogue_->resolve(reference, position, context);
    if (!series) {
        fail(at, series.error());
        return constant(0);
    }
    const Series& meant = catalogue_->series()[*series];
    const std::int32_t year = reference.year.value_or(at.year - reference.years_back);
    const NodeId node = demand(*series, year);
    const bool is_item = !catalogue_->is_built_in(meant.variable) &&
                         catalogue_->definition().variables[meant.variable].kind == VariableKind::balance_item;
    const bool is_own = *series == at.series && !is_item;
    return {Operand::Kind::node, meant.in_cents, is_own, node};
}

Operand ProgramBuilder::emit_call(const Call& call, std::size_t position, const At& at, const Context& context,
                                  std::uint32_t free) {
    switch (call.operation) {
        case Operation::sum:
        case Operation::average:
            return emit_reduction(call, position, at, context, free);
        case Operation::cumulative:
            return emit_cumulative(call, at, context, free);
        case Operation::rubric:
        case Operation::speerpunt:
        case Operation::goal:
        case Operation::balance:
            return emit_group(call, position, at, free);
        case Operation::choose: {
            const Operand condition = emit(call.operands[0], at, context, free);
            const Operand yes = emit(call.operands[1], at, context, free + 1);
            const Operand no = emit(call.operands[2], at, context, free + 2);
            return operation(Operation::choose, free, condition, yes, no);
        }
        case Operation::interpolate:
        case Operation::look_up: {
            const Operand x = emit(call.operands[0], at, context, free);
            return operation(call.operation, free, x, {}, {}, catalogue_->find_table(call.words[0]).value_or(0));
        }
        case Operation::round:
        case Operation::round_up:
        case Operation::round_down: {
            const Operand x = emit(call.operands[0], at, context, free);
            const Operand decimals =
                call.operands.size() > 1 ? emit(call.operands[1], at, context, free + 1) : constant(0);
            return operation(call.operation, free, x, decimals);
        }
        default:
            return emit_fold(call, at, context, free);
    }
}

Operand ProgramBuilder::emit_fold(const Call& call, const At& at, const Context& context, std::uint32_t free) {
    Operand result = emit(call.operands[0], at, context, free);
    if (call.operands.size() == 1) return operation(call.operation, free, result);
    for (std::size_t i = 1; i < call.operands.size(); ++i) {
        const Operand next = emit(call.operands[i], at, context, free + 1);
        result = operation(call.operation, free, result, next);
    }
    return result;
}

Operand ProgramBuilder::emit_reduction(const Call& call, std::size_t position, const At& at, const Context& context,
                                       std::uint32_t free) {
    std::vector<Context> contexts{context};
    std::vector<std::string> lists = call.words;
    if (lists.empty()) {  // som(x): over all lists of x that are still free
        const auto* reference = std::get_if<Reference>(&call.operands[0].node);
        const auto variable = reference == nullptr ? std::nullopt : catalogue_->find_variable(reference->name);
        if (variable) {
            for (const std::string& list : catalogue_->lists_of(*variable)) {
                if (!context.contains(list)) lists.push_back(list);
            }
        }
    }
    if (lists.empty()) {
        fail(at, {position, "een som zonder lijst", "som(x; lijst)"});
        return constant(0);
    }
    for (const std::string& name : lists) {
        const MemberList* list = catalogue_->find_list(name);
        if (list == nullptr) {
            fail(at, {position, "de lijst \"" + name + "\" bestaat niet", "een [[lijst]] met die naam"});
            return constant(0);
        }
        std::vector<Context> longer;
        for (const Context& one : contexts) {
            for (const std::string& member : list->members) {
                longer.push_back(one);
                longer.back()[name] = member;
            }
        }
        contexts = std::move(longer);
        if (contexts.size() > list_members_max) {
            fail(at, {position, "een som over meer dan " + std::to_string(list_members_max) + " leden",
                      "een tussenstap als [[berekening]]"});
            return constant(0);
        }
    }
    Operand result = emit(call.operands[0], at, contexts.front(), free);
    for (std::size_t i = 1; i < contexts.size(); ++i) {
        const Operand next = emit(call.operands[0], at, contexts[i], free + 1);
        result = operation(Operation::add, free, result, next);
    }
    if (call.operation == Operation::average)
        result = operation(Operation::divide, free, result, constant(static_cast<double>(contexts.size())));
    return result;
}

Operand ProgramBuilder::emit_cumulative(const Call& call, const At& at, const Context& context, std::uint32_t free) {
    At then = at;
    then.year = std::min(catalogue_->definition().first_year, at.year);
    Operand result = emit(call.operands[0], then, context, free);
    for (++then.year; then.year <= at.year; ++then.year) {
        const Operand next = emit(call.operands[0], then, context, free + 1);
        result = operation(Operation::add, free, result, next);
    }
    return result;
}

void ProgramBuilder::add_group_terms(const Call& call, std::int32_t year) {
    const std::string& code = call.words[0];
    if (call.operation == Operation::balance) return add_items(code, 1, year);
    if (call.operation == Operation::rubric) {
        const bool financial = is_under(code, "5");
        add_lines(Side::income, code, 1, false, year);
        add_lines(Side::expense, code, financial ? -1 : 1, false, year);
        return;
    }
    const auto& variables = catalogue_->definition().variables;
    for (std::size_t v = 0; v < variables.size(); ++v) {
        const LineTraits& line = variables[v].line;
        if (variables[v].kind != VariableKind::line) continue;
        if ((call.operation == Operation::goal ? line.goal.text() : line.speerpunt.text()) != code) continue;
        for (std::uint32_t k = 0; k < catalogue_->series_count_of(v); ++k)
            add_term(catalogue_->first_series_of(v) + k, year, line.side == Side::income ? -1 : 1);
    }
}

Operand ProgramBuilder::emit_group(const Call& call, std::size_t position, const At& at, std::uint32_t free) {
    const auto first_term = static_cast<std::uint32_t>(graph_->group_terms.size());
    add_group_terms(call, at.year);
    const bool is_statement = call.operation == Operation::balance || call.operation == Operation::rubric;
    if (graph_->group_terms.size() == first_term && !(is_statement && is_main_line(call.words[0]))) {
        const char* what = call.operation == Operation::balance ? "geen balanspost" : "geen regel";
        fail(at, {position, std::string(what) + " heeft \"" + call.words[0] + "\"", "een code die in het model staat"});
        return constant(0);
    }
    group_sum(first_term, free);
    return {Operand::Kind::temporary, false, false, free};
}

}  // namespace begroot::model::detail
