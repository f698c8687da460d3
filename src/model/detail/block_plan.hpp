#pragma once
// The steps that compute a block of draws: what no deviation reaches is a number, the rest a column.

#include "model/evaluate.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace begroot::model::detail {

/// Says that a figure is certain: it has no column.
inline constexpr std::uint32_t no_column = 0xFFFFFFFF;

/// What a step reads: a number, or a column of the scratch memory.
struct Input {
    std::uint32_t column = no_column;
    bool cents = false;  ///< the column is in cents, euros are wanted
    double number = 0;
};

/// A step on columns.
struct Step {
    enum class Kind : std::uint8_t {
        operation,
        copy,
        group,   ///< adds columns in cents to a number, gives euros
        round,   ///< euros to cents, to multiples of b.number
        change,  ///< a scenario's change with b.number
        deviate  ///< with column `first` of the deviations
    };
    Kind kind = Kind::operation;
    Operation operation = Operation::add;
    NodeChange::Kind change = NodeChange::Kind::set;
    bool relative = false;
    std::uint32_t target = 0;
    Input a;
    Input b;
    Input c;
    std::uint32_t first = 0;  ///< group: slice of terms; interpolate, look_up: the table; deviate: the column
    std::uint32_t count = 0;
};

/// A column in a sum of cents.
struct Term {
    std::uint32_t column = 0;
    double sign = 1;
};

/// All steps of a block, made once.
class BlockPlan {
public:
    BlockPlan(const Graph& graph, const Overlay& overlay, std::span<const Deviation> deviations);

    [[nodiscard]] const Graph& graph() const { return *graph_; }
    [[nodiscard]] std::span<const Step> steps() const { return steps_; }
    [[nodiscard]] std::span<const Term> terms() const { return terms_; }
    [[nodiscard]] std::uint32_t columns() const { return columns_; }
    /// Gives the column of a node's value; `no_column` when it is certain.
    [[nodiscard]] std::uint32_t column_of(NodeId node) const { return value_column_[node]; }
    /// Gives the value of a certain node, in cents where its series is.
    [[nodiscard]] double number_of(NodeId node) const { return numbers_[node]; }

private:
    void add_node(NodeId id, std::span<const NodeChange> changes, const Deviation* deviation);
    void add_program(const Node& node, std::uint32_t target);
    void add_group(const Instruction& one, std::uint32_t column);
    void add_operation(const Instruction& one, std::uint32_t column);
    void add_changes(std::span<const NodeChange> changes, const Node& node, std::uint32_t column);
    void add_copy(std::uint32_t target, const Input& from);
    void add_rounding(std::uint32_t target, const Node& node);
    [[nodiscard]] Input input_of(const Operand& operand) const;
    [[nodiscard]] Input unadjusted_of(NodeId node) const;
    [[nodiscard]] bool is_certain(const Operand& operand) const;
    [[nodiscard]] bool program_is_certain(const Node& node) const;

    const Graph* graph_;
    std::vector<Step> steps_;
    std::vector<Term> terms_;
    std::uint32_t columns_ = 0;
    std::vector<double> numbers_;              ///< by node: the value when certain
    std::vector<double> raw_numbers_;          ///< by node: before its own changes
    std::vector<std::uint32_t> value_column_;  ///< by node
    std::vector<std::uint32_t> raw_column_;
    std::vector<std::uint32_t> scratch_;  ///< columns of the temporaries but the first
    std::vector<Input> temporaries_;      ///< of the program that is being added
};

}  // namespace begroot::model::detail
