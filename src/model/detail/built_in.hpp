#pragma once
// The totals that every model has: which lines, balance items and other totals they add, with which sign.

#include "model/definition.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace begroot::model::detail {

/// What one term of a total adds.
struct BuiltInTerm {
    enum class Kind : std::uint8_t {
        income_lines,    ///< under a rubric
        expense_lines,   ///< under a rubric
        duo_lines,       ///< expense lines through DUO
        balance_items,   ///< under a rubric
        balance_growth,  ///< balance items under a rubric, this year less last year
        total            ///< another built-in name
    };
    Kind kind = Kind::income_lines;
    std::string_view code;  ///< rubric, or name of a total
    double sign = 1;
    std::string_view without = {};  ///< balance items under this rubric are left out
};

/// One total.
struct BuiltIn {
    std::string_view name;
    std::span<const BuiltInTerm> terms;
};

/// Gives all totals; a total stands after those it adds.
[[nodiscard]] std::span<const BuiltIn> built_ins();

/// Tells whether a code is a main line of the statements (1.1 … 1.7, 2.1 … 2.4, 3.1 … 3.5, 4.1 … 4.5, 5 and what they
/// stand under): a model without such a line has 0 there.
[[nodiscard]] bool is_main_line(std::string_view code);

}  // namespace begroot::model::detail
