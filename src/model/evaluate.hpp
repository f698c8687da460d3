#pragma once
// Computes a compiled model: one value a node, or a block of draws a node; scenarios lie over it as changes to nodes.

#include "model/graph.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace begroot::model {

/// One change to a node's value, after its formula and before its rounding. Amounts are in the unit (euros for lines).
struct NodeChange {
    enum class Kind : std::uint8_t {
        set,
        add,
        multiply,  ///< by the amount
        cap,       ///< at most the amount
        floor,     ///< at least the amount
        shift      ///< takes the unadjusted value of `source` (another year of the same series)
    };
    Kind kind = Kind::set;
    double amount = 0;
    NodeId source = no_node;

    friend bool operator==(const NodeChange&, const NodeChange&) = default;
};

/// What lies over a model: changes by node, in the order in which they apply; later ones see what earlier ones left.
struct Overlay {
    std::map<NodeId, std::vector<NodeChange>> changes;

    friend bool operator==(const Overlay&, const Overlay&) = default;
};

/// Computes one value a node and keeps what did not change: after `set_overlay` only what depends on a changed node is
/// computed again. Not for use by more threads at once.
class Evaluator {
public:
    /// Computes everything without changes. `graph` must outlive it.
    explicit Evaluator(const Graph& graph);
    ~Evaluator();
    Evaluator(Evaluator&&) noexcept;
    Evaluator& operator=(Evaluator&&) noexcept;
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    /// Lays other changes over the model and computes again what they reach; gives how many nodes were computed.
    /// A shift whose source would need the node itself keeps the node unshifted and is reported by `order_with` before.
    std::size_t set_overlay(const Overlay& overlay);

    /// Gives a node's value: whole cents where the series is in cents. Not a number where it cannot be computed (x /
    /// 0).
    [[nodiscard]] double value(NodeId node) const;
    /// Gives a node's value before the changes on itself, in the same unit as `value`.
    [[nodiscard]] double unadjusted(NodeId node) const;
    /// Gives a node in its unit: euros for a series in cents.
    [[nodiscard]] double in_unit(NodeId node) const;
    [[nodiscard]] const Graph& graph() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A node that deviates in a draw: after its changes it is multiplied by 1 + the deviation, or the deviation is added.
struct Deviation {
    NodeId node = no_node;
    bool relative = true;
    std::uint32_t column = 0;  ///< of the block's deviations
};

/// Computes blocks of draws under one overlay. What no deviation reaches is computed once. Thread-safe: every thread
/// brings its own `Scratch`.
class BlockEvaluator {
public:
    /// Draws in one block.
    static constexpr std::size_t block_draws = 128;

    /// `graph` must outlive it; `outputs` are the nodes that will be asked.
    BlockEvaluator(const Graph& graph, const Overlay& overlay, std::span<const Deviation> deviations,
                   std::span<const NodeId> outputs);
    ~BlockEvaluator();
    BlockEvaluator(BlockEvaluator&&) noexcept;
    BlockEvaluator& operator=(BlockEvaluator&&) noexcept;
    BlockEvaluator(const BlockEvaluator&) = delete;
    BlockEvaluator& operator=(const BlockEvaluator&) = delete;

    /// The memory of one thread.
    class Scratch {
    public:
        explicit Scratch(const BlockEvaluator& evaluator);
        ~Scratch();
        Scratch(Scratch&&) noexcept;
        Scratch& operator=(Scratch&&) noexcept;
        Scratch(const Scratch&) = delete;
        Scratch& operator=(const Scratch&) = delete;

    private:
        friend class BlockEvaluator;
        struct State;
        std::unique_ptr<State> state_;
    };

    /// Tells whether any deviation reaches an output (`which` counts in `outputs`).
    [[nodiscard]] bool is_uncertain(std::size_t which) const;
    /// Gives the value of an output without any deviation, as `Evaluator::value`.
    [[nodiscard]] double base_value(std::size_t which) const;

    /// Computes one block of `block_draws` draws. `deviations` holds the columns one after another (block_draws values
    /// each). Afterwards `output` gives the values of an uncertain output.
    void run(std::span<const double> deviations, Scratch& scratch) const;
    /// Gives `block_draws` values (cents where the series is in cents); valid until the next `run`.
    [[nodiscard]] std::span<const double> output(std::size_t which, const Scratch& scratch) const;

private:
    struct Plan;
    std::unique_ptr<Plan> plan_;
};

}  // namespace begroot::model
