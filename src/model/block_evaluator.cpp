// Blocks of draws: what no deviation reaches is a number, the rest columns of one block each.

#include "model/detail/changes.hpp"
#include "model/detail/compute.hpp"
#include "model/evaluate.hpp"

#include <algorithm>
#include <array>

#include <Eigen/Core>

namespace begroot::model {

namespace {

constexpr double cents_per_euro = 100;
constexpr std::uint32_t no_column = 0xFFFFFFFF;

using Column = Eigen::Array<double, static_cast<int>(BlockEvaluator::block_draws), 1>;
using ColumnMap = Eigen::Map<Column, Eigen::Aligned16>;
using ConstColumnMap = Eigen::Map<const Column, Eigen::Aligned16>;

/// What a step reads: a number, or a column of the scratch memory.
struct Input {
    std::uint32_t column = no_column;
    bool cents = false;  ///< the column is in cents, euros are wanted
    double number = 0;
};

/// A step on columns.
struct Step {
    enum class Kind : std::uint8_t { operation, copy, group, round, change, shift, deviate };
    Kind kind = Kind::operation;
    Operation operation = Operation::add;
    NodeChange::Kind change = NodeChange::Kind::set;
    bool flag = false;  ///< group: in euros; deviate: relative
    std::uint32_t target = 0;
    Input a;
    Input b;
    Input c;
    std::uint32_t first = 0;  ///< group: slice of terms; interpolate, look_up: the table
    std::uint32_t count = 0;
};

struct Term {
    std::uint32_t column = 0;
    double sign = 1;
};

}  // namespace

struct BlockEvaluator::Plan {
    const Graph* graph = nullptr;
    std::vector<Step> steps;
    std::vector<Term> terms;
    std::uint32_t columns = 0;
    std::uint32_t deviation_columns = 0;
    std::vector<double> numbers;              ///< by node: the value when certain
    std::vector<double> raw_numbers;          ///< by node: unadjusted
    std::vector<std::uint32_t> value_column;  ///< by node; no_column: certain
    std::vector<std::uint32_t> raw_column;
    std::vector<NodeId> outputs;

    void build(const Overlay& overlay, std::span<const Deviation> deviations);
    void add_program(const Node& node, std::uint32_t target, std::span<const std::uint32_t> scratch,
                     std::vector<Input>& temporaries);
    void add_group(const Instruction& one, Input& target, std::uint32_t column);
    [[nodiscard]] Input input_of(const Operand& operand, const std::vector<Input>& temporaries) const;
    [[nodiscard]] bool program_is_certain(const Node& node) const;
    [[nodiscard]] bool is_certain(const Operand& operand) const;
    void add_changes(std::span<const NodeChange> changes, const Node& node, std::uint32_t column);
};

namespace {

/// Takes apart an input that is a number or a column, dividing cents.
template <typename Use>
void with(const Input& input, const double* memory, Use use) {
    if (input.column == no_column) {
        use(Column::Constant(input.number));
    } else if (input.cents) {
        use(ConstColumnMap(memory + input.column * BlockEvaluator::block_draws) / cents_per_euro);
    } else {
        use(ConstColumnMap(memory + input.column * BlockEvaluator::block_draws));
    }
}

void run_binary(const Step& step, double* memory) {
    ColumnMap target(memory + step.target * BlockEvaluator::block_draws);
    with(step.a, memory, [&](const auto& a) {
        with(step.b, memory, [&](const auto& b) {
            switch (step.operation) {
                case Operation::add:
                    target = a + b;
                    break;
                case Operation::subtract:
                    target = a - b;
                    break;
                case Operation::multiply:
                    target = a * b;
                    break;
                case Operation::divide:
                    target = a / b;
                    break;
                case Operation::negate:
                    target = -a;
                    break;
                case Operation::absolute:
                    target = a.abs();
                    break;
                case Operation::minimum:
                    target = a.binaryExpr(b, detail::Minimum{});
                    break;
                case Operation::maximum:
                    target = a.binaryExpr(b, detail::Maximum{});
                    break;
                default: {
                    const Operation operation = step.operation;
                    target =
                        a.binaryExpr(b, [operation](double x, double y) { return detail::compute(operation, x, y); });
                }
            }
        });
    });
}

double read(const Input& input, const double* memory, std::size_t draw) {
    if (input.column == no_column) return input.number;
    const double value = memory[input.column * BlockEvaluator::block_draws + draw];
    return input.cents ? value / cents_per_euro : value;
}

void run_choose(const Step& step, double* memory) {
    double* target = memory + step.target * BlockEvaluator::block_draws;
    for (std::size_t i = 0; i < BlockEvaluator::block_draws; ++i)
        target[i] = detail::choose(read(step.a, memory, i), read(step.b, memory, i), read(step.c, memory, i));
}

void run_table(const Step& step, const Graph& graph, double* memory) {
    double* target = memory + step.target * BlockEvaluator::block_draws;
    const auto& table = graph.tables[step.first];
    for (std::size_t i = 0; i < BlockEvaluator::block_draws; ++i) {
        const double x = read(step.a, memory, i);
        target[i] =
            step.operation == Operation::interpolate ? detail::interpolate(table, x) : detail::look_up(table, x);
    }
}

void run_group(const Step& step, std::span<const Term> terms, double* memory) {
    Column sum = Column::Constant(step.a.number);
    for (const Term& term : terms.subspan(step.first, step.count)) {
        const ConstColumnMap column(memory + term.column * BlockEvaluator::block_draws);
        if (term.sign > 0) {
            sum += column;
        } else {
            sum -= column;
        }
    }
    ColumnMap target(memory + step.target * BlockEvaluator::block_draws);
    if (step.flag) {
        target = sum / cents_per_euro;
    } else {
        target = sum;
    }
}

void run_round(const Step& step, double* memory) {
    ColumnMap target(memory + step.target * BlockEvaluator::block_draws);
    const double rounding = step.b.number;
    with(step.a, memory, [&](const auto& a) {
        target = a.unaryExpr([rounding](double euros) { return detail::to_cents(euros, rounding); });
    });
}

void run_change(const Step& step, double* memory) {
    ColumnMap target(memory + step.target * BlockEvaluator::block_draws);
    const double amount = step.b.number;
    switch (step.change) {
        case NodeChange::Kind::set:
            target = amount;
            break;
        case NodeChange::Kind::add:
            target += amount;
            break;
        case NodeChange::Kind::multiply:
            target *= amount;
            break;
        case NodeChange::Kind::cap:
            target = target.unaryExpr([amount](double x) { return detail::Minimum{}(x, amount); }).eval();
            break;
        case NodeChange::Kind::floor:
            target = target.unaryExpr([amount](double x) { return detail::Maximum{}(x, amount); }).eval();
            break;
        case NodeChange::Kind::shift:
            break;
    }
}

void run_step(const Step& step, const Graph& graph, std::span<const Term> terms, std::span<const double> deviations,
              double* memory) {
    ColumnMap target(memory + step.target * BlockEvaluator::block_draws);
    switch (step.kind) {
        case Step::Kind::operation:
            if (step.operation == Operation::choose) return run_choose(step, memory);
            if (step.operation == Operation::interpolate || step.operation == Operation::look_up)
                return run_table(step, graph, memory);
            return run_binary(step, memory);
        case Step::Kind::copy:
        case Step::Kind::shift:
            return with(step.a, memory, [&target](const auto& a) { target = a; });
        case Step::Kind::group:
            return run_group(step, terms, memory);
        case Step::Kind::round:
            return run_round(step, memory);
        case Step::Kind::change:
            return run_change(step, memory);
        case Step::Kind::deviate: {
            const Eigen::Map<const Column> deviation(deviations.data() + step.first * BlockEvaluator::block_draws);
            if (step.flag) {
                target *= 1 + deviation;
            } else {
                target += deviation;
            }
        }
    }
}

}  // namespace

bool BlockEvaluator::Plan::is_certain(const Operand& operand) const {
    if (operand.kind != Operand::Kind::node) return true;
    return (operand.unadjusted ? raw_column : value_column)[operand.index] == no_column;
}

bool BlockEvaluator::Plan::program_is_certain(const Node& node) const {
    if (node.given) return true;
    for (std::uint32_t i = 0; i < node.instruction_count; ++i) {
        const Instruction& one = graph->instructions[node.first_instruction + i];
        if (one.code != Instruction::Code::group_sum) {
            if (!is_certain(one.a) || !is_certain(one.b) || !is_certain(one.c)) return false;
            continue;
        }
        for (std::uint32_t k = 0; k < one.b.index; ++k) {
            if (value_column[graph->group_terms[one.a.index + k].node] != no_column) return false;
        }
    }
    return true;
}

Input BlockEvaluator::Plan::input_of(const Operand& operand, const std::vector<Input>& temporaries) const {
    if (operand.kind == Operand::Kind::constant) return {no_column, false, graph->constants[operand.index]};
    if (operand.kind == Operand::Kind::temporary) return temporaries[operand.index];
    const auto& columns_of = operand.unadjusted ? raw_column : value_column;
    const double number = (operand.unadjusted ? raw_numbers : numbers)[operand.index];
    if (columns_of[operand.index] != no_column) return {columns_of[operand.index], operand.cents, 0};
    return {no_column, false, operand.cents ? number / cents_per_euro : number};
}

void BlockEvaluator::Plan::add_group(const Instruction& one, Input& target, std::uint32_t column) {
    Step step;
    step.kind = Step::Kind::group;
    step.flag = true;
    step.target = column;
    step.first = static_cast<std::uint32_t>(terms.size());
    for (std::uint32_t i = one.a.index; i < one.a.index + one.b.index; ++i) {
        const GroupTerm& term = graph->group_terms[i];
        if (value_column[term.node] == no_column) {
            step.a.number += term.sign * numbers[term.node];
        } else {
            terms.push_back({value_column[term.node], term.sign});
        }
    }
    step.count = static_cast<std::uint32_t>(terms.size()) - step.first;
    if (step.count == 0) {
        target = {no_column, false, step.a.number / cents_per_euro};
        return;
    }
    steps.push_back(step);
    target = {column, false, 0};
}

void BlockEvaluator::Plan::add_program(const Node& node, std::uint32_t target, std::span<const std::uint32_t> scratch,
                                       std::vector<Input>& temporaries) {
    for (std::uint32_t i = 0; i < node.instruction_count; ++i) {
        const Instruction& one = graph->instructions[node.first_instruction + i];
        const std::uint32_t column = one.target == 0 ? target : scratch[one.target];
        if (one.code == Instruction::Code::group_sum) {
            add_group(one, temporaries[one.target], column);
            continue;
        }
        Step step;
        step.kind = one.code == Instruction::Code::copy ? Step::Kind::copy : Step::Kind::operation;
        step.operation = one.operation;
        step.target = column;
        step.first = one.table;
        step.a = input_of(one.a, temporaries);
        step.b = input_of(one.b, temporaries);
        step.c = input_of(one.c, temporaries);
        const bool certain = step.a.column == no_column && step.b.column == no_column && step.c.column == no_column;
        if (!certain) {
            steps.push_back(step);
            temporaries[one.target] = {column, false, 0};
            continue;
        }
        double number = step.a.number;
        if (step.kind == Step::Kind::operation) {
            if (one.operation == Operation::choose) {
                number = detail::choose(step.a.number, step.b.number, step.c.number);
            } else if (one.operation == Operation::interpolate) {
                number = detail::interpolate(graph->tables[one.table], step.a.number);
            } else if (one.operation == Operation::look_up) {
                number = detail::look_up(graph->tables[one.table], step.a.number);
            } else {
                number = detail::compute(one.operation, step.a.number, step.b.number);
            }
        }
        temporaries[one.target] = {no_column, false, number};
    }
}

void BlockEvaluator::Plan::add_changes(std::span<const NodeChange> changes, const Node& node, std::uint32_t column) {
    for (const NodeChange& change : changes) {
        Step step;
        step.kind = change.kind == NodeChange::Kind::shift ? Step::Kind::shift : Step::Kind::change;
        step.change = change.kind;
        step.target = column;
        step.b.number = change.amount;
        if (change.kind == NodeChange::Kind::shift) {
            const bool cents = node.rounding != 0;
            const std::uint32_t source = raw_column[change.source];
            const double number = raw_numbers[change.source];
            step.a = source != no_column ? Input{source, cents, 0}
                                         : Input{no_column, false, cents ? number / cents_per_euro : number};
        }
        steps.push_back(step);
    }
}

void BlockEvaluator::Plan::build(const Overlay& overlay, std::span<const Deviation> deviations) {
    Evaluator certain(*graph);
    certain.set_overlay(overlay);
    const std::size_t count = graph->nodes.size();
    numbers.resize(count);
    raw_numbers.resize(count);
    value_column.assign(count, no_column);
    raw_column.assign(count, no_column);
    for (NodeId node = 0; node < count; ++node) {
        numbers[node] = certain.value(node);
        raw_numbers[node] = certain.unadjusted(node);
    }
    std::vector<const Deviation*> deviation_of(count, nullptr);
    for (const Deviation& one : deviations) {
        deviation_of[one.node] = &one;
        deviation_columns = std::max(deviation_columns, one.column + 1);
    }
    std::vector<std::uint32_t> scratch(std::max<std::size_t>(graph->temporaries, 1));
    for (std::uint32_t& column : scratch) column = columns++;
    const auto shifts = detail::shift_needs(overlay);
    const auto own = shifts.empty() ? std::nullopt : order_with(*graph, shifts);
    for (const NodeId id : own ? *own : graph->order) {
        const Node& node = graph->nodes[id];
        const auto changes = overlay.changes.find(id);
        const bool is_changed = changes != overlay.changes.end();
        const bool raw_certain = program_is_certain(node);
        const bool shifted_uncertain =
            is_changed && std::ranges::any_of(changes->second, [this](const NodeChange& one) {
                return one.kind == NodeChange::Kind::shift && raw_column[one.source] != no_column;
            });
        if (raw_certain && deviation_of[id] == nullptr && !shifted_uncertain) continue;
        if (!raw_certain) {
            std::vector<Input> temporaries(scratch.size());
            const std::uint32_t column = columns++;
            raw_column[id] = column;
            add_program(node, column, scratch, temporaries);
            if (temporaries[0].column == no_column) {  // an unchosen part only: the outcome is a number
                Step step;
                step.kind = Step::Kind::copy;
                step.target = column;
                step.a = temporaries[0];
                steps.push_back(step);
            } else if (temporaries[0].column != column) {
                Step step;
                step.kind = Step::Kind::copy;
                step.target = column;
                step.a = temporaries[0];
                steps.push_back(step);
            }
            if (node.rounding != 0) {
                Step step;
                step.kind = Step::Kind::round;
                step.target = column;
                step.a = {column, false, 0};
                step.b.number = node.rounding;
                steps.push_back(step);
            }
        }
        if (!is_changed && deviation_of[id] == nullptr) {
            value_column[id] = raw_column[id];
            continue;
        }
        const std::uint32_t column = columns++;
        value_column[id] = column;
        const bool cents = node.rounding != 0;
        Step start;
        start.kind = Step::Kind::copy;
        start.target = column;
        start.a = raw_certain ? Input{no_column, false, cents ? raw_numbers[id] / cents_per_euro : raw_numbers[id]}
                              : Input{raw_column[id], cents, 0};
        steps.push_back(start);
        if (is_changed) add_changes(changes->second, node, column);
        if (deviation_of[id] != nullptr) {
            Step step;
            step.kind = Step::Kind::deviate;
            step.target = column;
            step.flag = deviation_of[id]->relative;
            step.first = deviation_of[id]->column;
            steps.push_back(step);
        }
        if (cents) {
            Step step;
            step.kind = Step::Kind::round;
            step.target = column;
            step.a = {column, false, 0};
            step.b.number = node.rounding;
            steps.push_back(step);
        }
    }
}

BlockEvaluator::BlockEvaluator(const Graph& graph, const Overlay& overlay, std::span<const Deviation> deviations,
                               std::span<const NodeId> outputs)
    : plan_(std::make_unique<Plan>()) {
    plan_->graph = &graph;
    plan_->outputs.assign(outputs.begin(), outputs.end());
    plan_->build(overlay, deviations);
}

BlockEvaluator::~BlockEvaluator() = default;
BlockEvaluator::BlockEvaluator(BlockEvaluator&&) noexcept = default;
BlockEvaluator& BlockEvaluator::operator=(BlockEvaluator&&) noexcept = default;

struct BlockEvaluator::Scratch::State {
    std::vector<double, Eigen::aligned_allocator<double>> memory;
};

BlockEvaluator::Scratch::Scratch(const BlockEvaluator& evaluator) : state_(std::make_unique<State>()) {
    state_->memory.resize(evaluator.plan_->columns * block_draws);
}

BlockEvaluator::Scratch::~Scratch() = default;
BlockEvaluator::Scratch::Scratch(Scratch&&) noexcept = default;
BlockEvaluator::Scratch& BlockEvaluator::Scratch::operator=(Scratch&&) noexcept = default;

bool BlockEvaluator::is_uncertain(std::size_t which) const {
    return plan_->value_column[plan_->outputs[which]] != no_column;
}

double BlockEvaluator::certain_value(std::size_t which) const { return plan_->numbers[plan_->outputs[which]]; }

void BlockEvaluator::run(std::span<const double> deviations, Scratch& scratch) const {
    double* memory = scratch.state_->memory.data();
    for (const Step& step : plan_->steps) run_step(step, *plan_->graph, plan_->terms, deviations, memory);
}

std::span<const double> BlockEvaluator::output(std::size_t which, const Scratch& scratch) const {
    const std::uint32_t column = plan_->value_column[plan_->outputs[which]];
    return std::span(scratch.state_->memory).subspan(column * block_draws, block_draws);
}

}  // namespace begroot::model
