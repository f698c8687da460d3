// One value a node, with only what changed computed again.

#include "model/detail/changes.hpp"
#include "model/detail/compute.hpp"
#include "model/evaluate.hpp"

#include <algorithm>
#include <bit>

namespace begroot::model {

namespace {

constexpr double cents_per_euro = 100;

/// Tells whether two doubles are the same bits, so that not-a-number equals itself.
bool same_bits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

}  // namespace

struct Evaluator::State {
    const Graph* graph = nullptr;
    std::vector<double> values;      ///< by node
    std::vector<double> unadjusted;  ///< by node
    std::vector<double> temporaries;
    std::vector<NodeId> order;
    std::vector<std::uint32_t> rank;  ///< of a node in the order
    bool own_order = false;           ///< the order differs from the graph's because of shifts
    Overlay overlay;
    std::vector<std::uint8_t> is_due;

    explicit State(const Graph& of)
        : graph(&of),
          values(of.nodes.size(), detail::not_a_number),
          unadjusted(of.nodes.size(), detail::not_a_number),
          temporaries(std::max<std::size_t>(of.temporaries, 1), 0.0),
          order(of.order),
          rank(of.nodes.size()),
          is_due(of.nodes.size(), 0) {
        rank_nodes();
    }

    void rank_nodes() {
        for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    }

    [[nodiscard]] double read(const Operand& operand) const {
        if (operand.kind == Operand::Kind::constant) return graph->constants[operand.index];
        if (operand.kind == Operand::Kind::temporary) return temporaries[operand.index];
        const double value = operand.unadjusted ? unadjusted[operand.index] : values[operand.index];
        return operand.cents ? value / cents_per_euro : value;
    }

    void step(const Instruction& one) {
        double& target = temporaries[one.target];
        if (one.code == Instruction::Code::group_sum) {
            double cents = 0;
            for (std::uint32_t i = one.a.index; i < one.a.index + one.b.index; ++i)
                cents += graph->group_terms[i].sign * values[graph->group_terms[i].node];
            target = cents / cents_per_euro;
        } else if (one.code == Instruction::Code::copy) {
            target = read(one.a);
        } else if (one.operation == Operation::choose) {
            target = detail::choose(read(one.a), read(one.b), read(one.c));
        } else if (one.operation == Operation::interpolate) {
            target = detail::interpolate(graph->tables[one.table], read(one.a));
        } else if (one.operation == Operation::look_up) {
            target = detail::look_up(graph->tables[one.table], read(one.a));
        } else {
            target = detail::compute(one.operation, read(one.a), read(one.b));
        }
    }

    /// Computes one node; tells whether its value or unadjusted value changed.
    bool compute(NodeId id) {
        const Node& node = graph->nodes[id];
        double raw = node.value;
        if (!node.given) {
            for (std::uint32_t i = 0; i < node.instruction_count; ++i)
                step(graph->instructions[node.first_instruction + i]);
            raw = node.instruction_count == 0 ? detail::not_a_number : temporaries[0];
            if (node.rounding != 0) raw = detail::to_cents(raw, node.rounding);
        }
        double value = raw;
        if (const auto changes = overlay.changes.find(id); changes != overlay.changes.end())
            value = detail::apply(changes->second, node, raw, unadjusted);
        const bool changed = !same_bits(value, values[id]) || !same_bits(raw, unadjusted[id]);
        values[id] = value;
        unadjusted[id] = raw;
        return changed;
    }

    void compute_all() {
        for (const NodeId node : order) compute(node);
    }

    /// Orders the nodes for the shifts of an overlay; a circle leaves the graph's own order.
    void reorder(const Overlay& next) {
        const auto extra = detail::shift_needs(next);
        if (extra.empty() && !own_order) return;
        auto arranged = extra.empty() ? std::optional(graph->order) : order_with(*graph, extra);
        if (!arranged) return;
        own_order = !extra.empty();
        order = std::move(*arranged);
        rank_nodes();
    }

    std::size_t compute_due(std::vector<NodeId> due) {
        const auto later = [this](NodeId a, NodeId b) { return rank[a] > rank[b]; };
        std::ranges::make_heap(due, later);
        std::size_t count = 0;
        while (!due.empty()) {
            std::ranges::pop_heap(due, later);
            const NodeId node = due.back();
            due.pop_back();
            is_due[node] = 0;
            ++count;
            if (!compute(node)) continue;
            for (const NodeId reader : graph->readers_of(node)) {
                if (is_due[reader] != 0) continue;
                is_due[reader] = 1;
                due.push_back(reader);
                std::ranges::push_heap(due, later);
            }
        }
        return count;
    }
};

Evaluator::Evaluator(const Graph& graph) : state_(std::make_unique<State>(graph)) { state_->compute_all(); }
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;

std::size_t Evaluator::set_overlay(const Overlay& overlay) {
    State& state = *state_;
    std::vector<NodeId> due;
    const auto add = [&state, &due](NodeId node) {
        if (state.is_due[node] != 0) return;
        state.is_due[node] = 1;
        due.push_back(node);
    };
    const bool shifts = !detail::shift_needs(overlay).empty() || state.own_order;
    for (const auto& [node, changes] : overlay.changes) {
        const auto before = state.overlay.changes.find(node);
        if (before == state.overlay.changes.end() || before->second != changes) add(node);
    }
    for (const auto& [node, changes] : state.overlay.changes) {
        if (!overlay.changes.contains(node)) add(node);
    }
    state.reorder(overlay);
    state.overlay = overlay;
    if (shifts) {  // a shifted node follows another that is not among its needs: compute everything
        for (const NodeId node : due) state.is_due[node] = 0;
        state.compute_all();
        return state.order.size();
    }
    return state.compute_due(std::move(due));
}

double Evaluator::value(NodeId node) const { return state_->values[node]; }
double Evaluator::unadjusted(NodeId node) const { return state_->unadjusted[node]; }

double Evaluator::in_unit(NodeId node) const {
    const bool in_cents = state_->graph->series[state_->graph->nodes[node].series].in_cents;
    return in_cents ? state_->values[node] / cents_per_euro : state_->values[node];
}

const Graph& Evaluator::graph() const { return *state_->graph; }

}  // namespace begroot::model
