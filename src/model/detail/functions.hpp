#pragma once
// The functions of the formula language: their names, how many arguments they take and what Excel calls them.

#include "model/formula.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace begroot::model::detail {

/// Says what the arguments of a function are.
enum class Arguments : std::uint8_t {
    values,     ///< formulas
    reduction,  ///< a formula and the names of lists
    table,      ///< the name of a table and a formula
    code,       ///< one text between quotation marks
    rewritten   ///< vorig, indexeer, schooljaar: become other nodes
};

/// One function.
struct Function {
    std::string_view name;
    Operation operation;
    Arguments arguments;
    std::size_t least;
    std::size_t most;
    std::string_view excel;  ///< empty where Excel needs a range
};

/// Gives all functions.
[[nodiscard]] std::span<const Function> functions();

/// Finds a function by its Dutch name; null when there is none.
[[nodiscard]] const Function* function_named(std::string_view name);

/// Finds the function that is written for an operation; null for an operator such as +.
[[nodiscard]] const Function* function_of(Operation operation);

/// Gives the sign of an operator in our notation, and its rank: a higher rank binds tighter. Rank 0: not an operator.
struct Operator {
    std::string_view sign;
    int rank = 0;
};
[[nodiscard]] Operator operator_of(Operation operation);

inline constexpr int rank_comparison = 1;
inline constexpr int rank_sum = 2;
inline constexpr int rank_product = 3;
inline constexpr int rank_sign = 4;
inline constexpr int rank_power = 5;

}  // namespace begroot::model::detail
