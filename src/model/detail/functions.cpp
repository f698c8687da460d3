#include "model/detail/functions.hpp"

#include <algorithm>
#include <array>

namespace begroot::model::detail {

namespace {

constexpr std::size_t many = 30;
constexpr std::array function_table = std::to_array<Function>({
    {"als", Operation::choose, Arguments::values, 3, 3, "IF"},
    {"min", Operation::minimum, Arguments::values, 2, many, "MIN"},
    {"max", Operation::maximum, Arguments::values, 2, many, "MAX"},
    {"afronden", Operation::round, Arguments::values, 1, 2, "ROUND"},
    {"omhoog", Operation::round_up, Arguments::values, 1, 2, "ROUNDUP"},
    {"omlaag", Operation::round_down, Arguments::values, 1, 2, "ROUNDDOWN"},
    {"abs", Operation::absolute, Arguments::values, 1, 1, "ABS"},
    {"en", Operation::both, Arguments::values, 2, many, "AND"},
    {"of", Operation::either, Arguments::values, 2, many, "OR"},
    {"niet", Operation::negation, Arguments::values, 1, 1, "NOT"},
    {"som", Operation::sum, Arguments::reduction, 1, many, ""},
    {"gemiddelde", Operation::average, Arguments::reduction, 1, many, ""},
    {"cumulatief", Operation::cumulative, Arguments::values, 1, 1, ""},
    {"interpoleer", Operation::interpolate, Arguments::table, 2, 2, ""},
    {"opzoeken", Operation::look_up, Arguments::table, 2, 2, ""},
    {"rubriek", Operation::rubric, Arguments::code, 1, 1, ""},
    {"speerpunt", Operation::speerpunt, Arguments::code, 1, 1, ""},
    {"doel", Operation::goal, Arguments::code, 1, 1, ""},
    {"balans", Operation::balance, Arguments::code, 1, 1, ""},
    {"vorig", Operation::add, Arguments::rewritten, 1, 2, ""},
    {"indexeer", Operation::multiply, Arguments::rewritten, 3, 3, ""},
    {"schooljaar", Operation::add, Arguments::rewritten, 1, 1, ""},
});

}  // namespace

std::span<const Function> functions() { return function_table; }

const Function* function_named(std::string_view name) {
    const auto* const found = std::ranges::find(function_table, name, &Function::name);
    return found == function_table.end() ? nullptr : found;
}

const Function* function_of(Operation operation) {
    const auto* const found = std::ranges::find_if(function_table, [operation](const Function& function) {
        return function.operation == operation && function.arguments != Arguments::rewritten;
    });
    return found == function_table.end() ? nullptr : found;
}

Operator operator_of(Operation operation) {
    switch (operation) {
        case Operation::add:
            return {"+", rank_sum};
        case Operation::subtract:
            return {"-", rank_sum};
        case Operation::multiply:
            return {"*", rank_product};
        case Operation::divide:
            return {"/", rank_product};
        case Operation::power:
            return {"^", rank_power};
        case Operation::negate:
            return {"-", rank_sign};
        case Operation::less:
            return {"<", rank_comparison};
        case Operation::less_equal:
            return {"<=", rank_comparison};
        case Operation::greater:
            return {">", rank_comparison};
        case Operation::greater_equal:
            return {">=", rank_comparison};
        case Operation::equal:
            return {"=", rank_comparison};
        case Operation::not_equal:
            return {"<>", rank_comparison};
        default:
            return {};
    }
}

}  // namespace begroot::model::detail
