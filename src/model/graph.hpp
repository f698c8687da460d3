#pragma once
// A model compiled: every variable, member and year a node with a short program, in an order in which all that a node
// needs comes before it.

#include "base/error.hpp"
#include "model/definition.hpp"

#include <cstdint>
#include <expected>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::model {

/// Counts nodes from 0.
using NodeId = std::uint32_t;

/// Says that there is no node.
inline constexpr NodeId no_node = std::numeric_limits<NodeId>::max();

/// One variable for one choice of members: all its years.
struct Series {
    std::size_t variable = 0;  ///< index in the definition; variables.size() and up: the built-in names, in order
    std::vector<std::string> members;  ///< one per list of the variable
    std::string name;                  ///< `deelname.so.laag`
    bool in_cents = false;             ///< nodes hold whole cents (lines, balance items, totals), else the unit itself
    bool is_signal = false;            ///< the signal of a ratio; `variable` is the ratio
};

/// Gives the unit of a series; the totals that every model has are in euros.
[[nodiscard]] const Unit& unit_of(const Definition& definition, const Series& series);

/// What an instruction reads.
struct Operand {
    enum class Kind : std::uint8_t { node, constant, temporary };
    Kind kind = Kind::constant;
    bool cents = false;       ///< a node in cents: read as euros
    bool unadjusted = false;  ///< the node before a scenario changed it: a cell's own earlier years
    std::uint32_t index = 0;  ///< node, constant or temporary

    friend bool operator==(const Operand&, const Operand&) = default;
};

/// One step of a node's program. Unary steps use `a`, `choose` all three. `group_sum` adds the nodes of a slice of
/// `group_terms` (first `a.index`, count `b.index`) in cents and gives euros, or cents where the node itself is in
/// cents.
struct Instruction {
    enum class Code : std::uint8_t { operation, copy, group_sum };
    Code code = Code::operation;
    Operation operation = Operation::add;
    std::uint32_t target = 0;  ///< temporary
    Operand a;
    Operand b;
    Operand c;
    std::uint32_t table = 0;  ///< of interpolate and look_up
};

/// A node in a sum of cents, with its sign.
struct GroupTerm {
    NodeId node = 0;
    double sign = 1;
};

/// One figure: a series in a year. A given value has no program.
struct Node {
    std::uint32_t series = 0;
    std::int32_t year = 0;
    bool given = false;
    double value = 0;  ///< of a given one; whole cents where the series is in cents
    std::uint32_t first_instruction = 0;
    std::uint32_t instruction_count = 0;  ///< the last one leaves the result in temporary 0
    double rounding = 0;  ///< cents to which the result is rounded (1, 100, 100000) when the series is in cents, else 0
};

/// A compiled model. Immutable; shared by all scenarios and threads.
class Graph {
public:
    std::int32_t first_year = 0;  ///< first shown year
    std::int32_t last_year = 0;
    std::int32_t base_year = 0;
    std::int32_t earliest_year = 0;  ///< first year of any node
    std::vector<Series> series;
    std::vector<Node> nodes;
    std::vector<NodeId> order;  ///< every node after all that it needs
    std::vector<Instruction> instructions;
    std::vector<double> constants;
    std::vector<GroupTerm> group_terms;
    std::vector<std::vector<std::pair<double, double>>> tables;
    std::uint32_t temporaries = 0;  ///< most that one program uses

    /// Finds a series by name (`deelname.so.laag`, `resultaat`); nothing when there is none.
    [[nodiscard]] std::optional<std::uint32_t> find_series(std::string_view name) const;
    /// Gives the node of a series in a year; `no_node` when nothing needs that year.
    [[nodiscard]] NodeId node_of(std::uint32_t series, std::int32_t year) const;
    /// Gives the nodes that read this one, in the evaluation order.
    [[nodiscard]] std::span<const NodeId> readers_of(NodeId node) const;
    /// Gives the nodes that this one reads, each once.
    [[nodiscard]] std::vector<NodeId> needs_of(NodeId node) const;
    /// Gives all series of a variable, members in the order of the lists; `code` may be a built-in name.
    [[nodiscard]] std::vector<std::uint32_t> series_of(std::string_view code) const;
    /// Gives the series of a ratio's signal; nothing when it has none.
    [[nodiscard]] std::optional<std::uint32_t> signal_of(std::string_view ratio) const;

    /// Set by `compile`: node of (series, year), readers, names.
    struct Index {
        std::vector<NodeId> node_by_series_year;
        std::vector<std::uint32_t> reader_starts;
        std::vector<NodeId> readers;
        std::vector<std::pair<std::string, std::uint32_t>> names;  ///< sorted
    } index;
};

/// Compiles a model: resolves names over lists, checks units and that every needed year is there, orders the nodes.
/// Errors, each at its line of the model: an unknown name (with the nearest), a list left over, a unit that does not
/// fit (both sides named), a year without a value, a circle through the same year (printed as a circle), a limit.
[[nodiscard]] std::expected<Graph, std::vector<Error>> compile(const Definition& definition);

/// Orders the nodes again with more needs than the programs have (`extra`: reader, needed); nothing when that makes a
/// circle.
[[nodiscard]] std::optional<std::vector<NodeId>> order_with(const Graph& graph,
                                                            std::span<const std::pair<NodeId, NodeId>> extra);

}  // namespace begroot::model
