// Runs the steps of a block of draws on Eigen columns.

#include "model/detail/block_plan.hpp"
#include "model/detail/compute.hpp"
#include "model/evaluate.hpp"

#include <Eigen/Core>

namespace begroot::model {

namespace {

using detail::Input;
using detail::no_column;
using detail::Step;
using detail::Term;

constexpr double cents_per_column_euro = 100;

using Column = Eigen::Array<double, static_cast<int>(BlockEvaluator::block_draws), 1>;
using ColumnMap = Eigen::Map<Column, Eigen::Aligned16>;
using ConstColumnMap = Eigen::Map<const Column, Eigen::Aligned16>;

/// Takes apart an input that is a number or a column, dividing cents.
template <typename Use>
void with(const Input& input, const double* memory, Use use) {
    if (input.column == no_column) {
        use(Column::Constant(input.number));
    } else if (input.cents) {
        use(ConstColumnMap(memory + input.column * BlockEvaluator::block_draws) / cents_per_column_euro);
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
    return input.cents ? value / cents_per_column_euro : value;
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
    target = sum / cents_per_column_euro;
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
            return with(step.a, memory, [&target](const auto& a) { target = a; });
        case Step::Kind::group:
            return run_group(step, terms, memory);
        case Step::Kind::round:
            return run_round(step, memory);
        case Step::Kind::change:
            return run_change(step, memory);
        case Step::Kind::deviate: {
            const Eigen::Map<const Column> deviation(deviations.data() + step.first * BlockEvaluator::block_draws);
            if (step.relative) {
                target *= 1 + deviation;
            } else {
                target += deviation;
            }
        }
    }
}

}  // namespace

struct BlockEvaluator::Plan {
    Plan(const Graph& graph, const Overlay& overlay, std::span<const Deviation> deviations,
         std::span<const NodeId> asked)
        : block(graph, overlay, deviations), outputs(asked.begin(), asked.end()) {}

    detail::BlockPlan block;
    std::vector<NodeId> outputs;
};

BlockEvaluator::BlockEvaluator(const Graph& graph, const Overlay& overlay, std::span<const Deviation> deviations,
                               std::span<const NodeId> outputs)
    : plan_(std::make_unique<Plan>(graph, overlay, deviations, outputs)) {}

BlockEvaluator::~BlockEvaluator() = default;
BlockEvaluator::BlockEvaluator(BlockEvaluator&&) noexcept = default;
BlockEvaluator& BlockEvaluator::operator=(BlockEvaluator&&) noexcept = default;

struct BlockEvaluator::Scratch::State {
    std::vector<double, Eigen::aligned_allocator<double>> memory;
};

BlockEvaluator::Scratch::Scratch(const BlockEvaluator& evaluator) : state_(std::make_unique<State>()) {
    state_->memory.resize(evaluator.plan_->block.columns() * block_draws);
}

BlockEvaluator::Scratch::~Scratch() = default;
BlockEvaluator::Scratch::Scratch(Scratch&&) noexcept = default;
BlockEvaluator::Scratch& BlockEvaluator::Scratch::operator=(Scratch&&) noexcept = default;

bool BlockEvaluator::is_uncertain(std::size_t which) const {
    return plan_->block.column_of(plan_->outputs[which]) != detail::no_column;
}

double BlockEvaluator::base_value(std::size_t which) const { return plan_->block.number_of(plan_->outputs[which]); }

void BlockEvaluator::run(std::span<const double> deviations, Scratch& scratch) const {
    double* memory = scratch.state_->memory.data();
    for (const Step& step : plan_->block.steps())
        run_step(step, plan_->block.graph(), plan_->block.terms(), deviations, memory);
}

std::span<const double> BlockEvaluator::output(std::size_t which, const Scratch& scratch) const {
    const std::uint32_t column = plan_->block.column_of(plan_->outputs[which]);
    return std::span(scratch.state_->memory).subspan(column * block_draws, block_draws);
}

}  // namespace begroot::model
