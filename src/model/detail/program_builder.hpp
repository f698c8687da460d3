#pragma once
// Turns formulas into the programs of nodes, year by year, from what is asked back to what is given.

#include "model/detail/catalogue.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace begroot::model::detail {

/// Builds the nodes that are asked for and all that they need. Errors are collected, each once per formula.
class ProgramBuilder {
public:
    ProgramBuilder(const Catalogue& catalogue, Graph& graph);

    /// Asks for a series in a year; its node is made with all that it needs.
    void ask(std::uint32_t series, std::int32_t year);

    /// A year that has neither a value nor a rule.
    struct Gap {
        std::uint32_t series = 0;
        std::int32_t year = 0;
    };
    /// Gives the gap that keeps a node from being computed; nothing when it can be.
    [[nodiscard]] std::optional<Gap> gap_of(NodeId node) const;

    /// Tells whether a year lies before the first given value of a series.
    [[nodiscard]] bool is_before_given(std::uint32_t series, std::int32_t year) const {
        return !given_[series].empty() && year < given_[series].begin()->first;
    }

    /// Marks every node that needs a gap, so that `gap_of` knows; call it after the last `ask`.
    void spread_gaps();
    /// Gives what is wrong with formulas.
    [[nodiscard]] std::vector<Error> take_errors() { return std::move(errors_); }
    [[nodiscard]] bool too_many() const { return graph_->nodes.size() >= nodes_max; }
    /// Finds a node that was made; `no_node` when not.
    [[nodiscard]] NodeId find(std::uint32_t series, std::int32_t year) const;

private:
    struct At {
        std::uint32_t series = 0;
        std::int32_t year = 0;
        std::size_t variable = 0;
        const std::string* text = nullptr;  ///< of the formula, for messages
        const Place* place = nullptr;
    };

    NodeId demand(std::uint32_t series, std::int32_t year);
    void build(NodeId node);
    void build_built_in(NodeId node);
    void build_formula(NodeId node, const Expression& formula, const std::string& text, const Place& place);
    [[nodiscard]] const Expression* formula_for(std::uint32_t series, std::int32_t year) const;

    Operand emit(const Expression& expression, const At& at, const Context& context, std::uint32_t free);
    Operand emit_reference(const Reference& reference, std::size_t position, const At& at, const Context& context);
    Operand emit_call(const Call& call, std::size_t position, const At& at, const Context& context, std::uint32_t free);
    Operand emit_fold(const Call& call, const At& at, const Context& context, std::uint32_t free);
    Operand emit_reduction(const Call& call, std::size_t position, const At& at, const Context& context,
                           std::uint32_t free);
    Operand emit_cumulative(const Call& call, const At& at, const Context& context, std::uint32_t free);
    Operand emit_group(const Call& call, std::size_t position, const At& at, std::uint32_t free);
    void add_group_terms(const Call& call, std::int32_t year);
    Operand operation(Operation code, std::uint32_t target, Operand a, Operand b = {}, Operand c = {},
                      std::uint32_t table = 0);
    Operand constant(double value);
    void group_sum(std::uint32_t first_term, std::uint32_t target);
    void add_lines(Side side, std::string_view code, double sign, bool duo_only, std::int32_t year);
    void add_items(std::string_view code, double sign, std::int32_t year, std::string_view without = {});
    void add_term(std::uint32_t series, std::int32_t year, double sign);
    void fail(const At& at, const FormulaError& error);

    const Catalogue* catalogue_;
    Graph* graph_;
    std::map<std::pair<std::uint32_t, std::int32_t>, NodeId> nodes_;
    std::vector<NodeId> waiting_;
    std::map<std::uint64_t, std::uint32_t> constants_;
    std::vector<bool> is_gap_;
    std::vector<std::optional<Gap>> gaps_;
    std::set<std::pair<std::size_t, std::size_t>> failed_;  ///< variable and position of a message
    std::vector<Error> errors_;
    std::int32_t floor_year_ = 0;
    std::vector<std::map<std::int32_t, double>> given_;  ///< by series, in cents where the series is
    std::vector<bool> looks_back_at_itself_;             ///< by variable
};

}  // namespace begroot::model::detail
