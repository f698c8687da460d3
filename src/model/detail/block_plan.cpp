#include "model/detail/block_plan.hpp"

#include "model/detail/changes.hpp"
#include "model/detail/compute.hpp"

#include <algorithm>

namespace begroot::model::detail {

namespace {

constexpr double cents_per_block_euro = 100;

bool is_number(const Input& input) { return input.column == no_column; }

/// Computes an operation on numbers alone.
double compute_numbers(const Instruction& one, const Graph& graph, double a, double b, double c) {
    if (one.code == Instruction::Code::copy) return a;
    if (one.operation == Operation::choose) return choose(a, b, c);
    if (one.operation == Operation::interpolate) return interpolate(graph.tables[one.table], a);
    if (one.operation == Operation::look_up) return look_up(graph.tables[one.table], a);
    return compute(one.operation, a, b);
}

}  // namespace

BlockPlan::BlockPlan(const Graph& graph, const Overlay& overlay, std::span<const Deviation> deviations)
    : graph_(&graph) {
    Evaluator certain(graph);
    certain.set_overlay(overlay);
    const std::size_t count = graph.nodes.size();
    value_column_.assign(count, no_column);
    raw_column_.assign(count, no_column);
    numbers_.reserve(count);
    raw_numbers_.reserve(count);
    for (NodeId node = 0; node < count; ++node) {
        numbers_.push_back(certain.value(node));
        raw_numbers_.push_back(certain.unadjusted(node));
    }
    std::vector<const Deviation*> deviation_of(count, nullptr);
    for (const Deviation& one : deviations) deviation_of[one.node] = &one;
    scratch_.resize(std::max<std::size_t>(graph.temporaries, 1));
    for (std::uint32_t& column : scratch_) column = columns_++;
    const auto shifts = shift_needs(overlay);
    const auto own = shifts.empty() ? std::nullopt : order_with(graph, shifts);
    for (const NodeId id : own ? *own : graph.order) {
        const auto changes = overlay.changes.find(id);
        add_node(id, changes == overlay.changes.end() ? std::span<const NodeChange>() : std::span(changes->second),
                 deviation_of[id]);
    }
}

void BlockPlan::add_node(NodeId id, std::span<const NodeChange> changes, const Deviation* deviation) {
    const Node& node = graph_->nodes[id];
    const bool raw_certain = program_is_certain(node);
    const bool takes_uncertain = std::ranges::any_of(changes, [this](const NodeChange& one) {
        return one.kind == NodeChange::Kind::shift && raw_column_[one.source] != no_column;
    });
    if (raw_certain && deviation == nullptr && !takes_uncertain) return;
    if (!raw_certain) {
        const std::uint32_t column = columns_++;
        add_program(node, column);
        add_rounding(column, node);
        raw_column_[id] = column;
    }
    if (changes.empty() && deviation == nullptr) {
        value_column_[id] = raw_column_[id];
        return;
    }
    const std::uint32_t column = columns_++;
    add_copy(column, unadjusted_of(id));
    add_changes(changes, node, column);
    if (deviation != nullptr) {
        Step step;
        step.kind = Step::Kind::deviate;
        step.target = column;
        step.relative = deviation->relative;
        step.first = deviation->column;
        steps_.push_back(step);
    }
    add_rounding(column, node);
    value_column_[id] = column;
}

void BlockPlan::add_program(const Node& node, std::uint32_t target) {
    temporaries_.assign(scratch_.size(), {});
    for (std::uint32_t i = 0; i < node.instruction_count; ++i) {
        const Instruction& one = graph_->instructions[node.first_instruction + i];
        const std::uint32_t column = one.target == 0 ? target : scratch_[one.target];
        if (one.code == Instruction::Code::group_sum) {
            add_group(one, column);
        } else {
            add_operation(one, column);
        }
    }
    const Input& outcome = temporaries_[0];
    if (is_number(outcome) || outcome.column != target) add_copy(target, outcome);
}

void BlockPlan::add_group(const Instruction& one, std::uint32_t column) {
    Step step;
    step.kind = Step::Kind::group;
    step.target = column;
    step.first = static_cast<std::uint32_t>(terms_.size());
    for (std::uint32_t i = one.a.index; i < one.a.index + one.b.index; ++i) {
        const GroupTerm& term = graph_->group_terms[i];
        if (value_column_[term.node] == no_column) {
            step.a.number += term.sign * numbers_[term.node];
        } else {
            terms_.push_back({value_column_[term.node], term.sign});
        }
    }
    step.count = static_cast<std::uint32_t>(terms_.size()) - step.first;
    if (step.count == 0) {
        temporaries_[one.target] = {no_column, false, step.a.number / cents_per_block_euro};
        return;
    }
    steps_.push_back(step);
    temporaries_[one.target] = {column, false, 0};
}

void BlockPlan::add_operation(const Instruction& one, std::uint32_t column) {
    Step step;
    step.kind = one.code == Instruction::Code::copy ? Step::Kind::copy : Step::Kind::operation;
    step.operation = one.operation;
    step.target = column;
    step.first = one.table;
    step.a = input_of(one.a);
    step.b = input_of(one.b);
    step.c = input_of(one.c);
    if (is_number(step.a) && is_number(step.b) && is_number(step.c)) {
        const double number = compute_numbers(one, *graph_, step.a.number, step.b.number, step.c.number);
        temporaries_[one.target] = {no_column, false, number};
        return;
    }
    steps_.push_back(step);
    temporaries_[one.target] = {column, false, 0};
}

void BlockPlan::add_changes(std::span<const NodeChange> changes, const Node& node, std::uint32_t column) {
    for (const NodeChange& change : changes) {
        if (change.kind == NodeChange::Kind::shift) {
            add_copy(column, unadjusted_of(change.source));
            continue;
        }
        Step step;
        step.kind = Step::Kind::change;
        step.change = change.kind;
        step.target = column;
        step.b.number = change.amount;
        steps_.push_back(step);
    }
    // A change is rounded as the line is, before any deviation.
    if (!changes.empty() && node.rounding != 0) {
        add_rounding(column, node);
        add_copy(column, {column, true, 0});
    }
}

void BlockPlan::add_copy(std::uint32_t target, const Input& from) {
    Step step;
    step.kind = Step::Kind::copy;
    step.target = target;
    step.a = from;
    steps_.push_back(step);
}

void BlockPlan::add_rounding(std::uint32_t target, const Node& node) {
    if (node.rounding == 0) return;
    Step step;
    step.kind = Step::Kind::round;
    step.target = target;
    step.a = {target, false, 0};
    step.b.number = node.rounding;
    steps_.push_back(step);
}

Input BlockPlan::input_of(const Operand& operand) const {
    if (operand.kind == Operand::Kind::constant) return {no_column, false, graph_->constants[operand.index]};
    if (operand.kind == Operand::Kind::temporary) return temporaries_[operand.index];
    const std::uint32_t column = (operand.unadjusted ? raw_column_ : value_column_)[operand.index];
    if (column != no_column) return {column, operand.cents, 0};
    const double number = (operand.unadjusted ? raw_numbers_ : numbers_)[operand.index];
    return {no_column, false, operand.cents ? number / cents_per_block_euro : number};
}

/// Gives a node before its own changes, in its unit.
Input BlockPlan::unadjusted_of(NodeId node) const {
    const bool cents = graph_->nodes[node].rounding != 0;
    if (raw_column_[node] != no_column) return {raw_column_[node], cents, 0};
    return {no_column, false, cents ? raw_numbers_[node] / cents_per_block_euro : raw_numbers_[node]};
}

bool BlockPlan::is_certain(const Operand& operand) const {
    if (operand.kind != Operand::Kind::node) return true;
    return (operand.unadjusted ? raw_column_ : value_column_)[operand.index] == no_column;
}

bool BlockPlan::program_is_certain(const Node& node) const {
    if (node.given) return true;
    for (std::uint32_t i = 0; i < node.instruction_count; ++i) {
        const Instruction& one = graph_->instructions[node.first_instruction + i];
        if (one.code != Instruction::Code::group_sum) {
            if (!is_certain(one.a) || !is_certain(one.b) || !is_certain(one.c)) return false;
            continue;
        }
        for (std::uint32_t k = 0; k < one.b.index; ++k) {
            if (value_column_[graph_->group_terms[one.a.index + k].node] != no_column) return false;
        }
    }
    return true;
}

}  // namespace begroot::model::detail
