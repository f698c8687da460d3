#pragma once
// A formula of the multi-year model as a tree: read from the controller's own notation, printed back in it, and printed
// as an Excel formula from the same tree.

#include "period/phasing.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace begroot::model {

/// Limits on one formula. Excel itself stops at 64 levels.
inline constexpr std::size_t formula_bytes_max = 4000;
inline constexpr std::size_t formula_depth_max = 60;
inline constexpr std::size_t formula_nodes_max = 2000;
/// How many years back a formula may look.
inline constexpr std::int32_t years_back_max = 10;

/// What a call computes. Comparisons and `both`, `either`, `negation` give 1 or 0.
enum class Operation : std::uint8_t {
    add,
    subtract,
    multiply,
    divide,
    power,
    negate,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    not_equal,
    choose,       ///< als(voorwaarde; dan; anders)
    minimum,      ///< min(a; b; …)
    maximum,      ///< max(a; b; …)
    round,        ///< afronden(x; decimalen): half away from zero
    round_up,     ///< omhoog(x; decimalen): away from zero
    round_down,   ///< omlaag(x; decimalen): towards zero
    absolute,     ///< abs(x)
    both,         ///< en(a; b; …)
    either,       ///< of(a; b; …)
    negation,     ///< niet(a)
    sum,          ///< som(x; lijst …): over the members of the lists
    average,      ///< gemiddelde(x; lijst …)
    cumulative,   ///< cumulatief(x): the sum of the first year up to this one
    interpolate,  ///< interpoleer(tabel; x): a straight line between the points of a table
    look_up,      ///< opzoeken(tabel; x): the last point of a table that is not beyond x
    rubric,       ///< rubriek("4.5"): the lines of an RJ rubric
    speerpunt,    ///< speerpunt("1"): the lines of a speerpunt
    goal,         ///< doel("1.1"): the lines of a doel
    balance       ///< balans("2.1"): the items of the balance under a code
};

/// A number as written. `12,5%` holds 0.125.
struct Number {
    double value = 0;
    std::string written;

    friend bool operator==(const Number&, const Number&) = default;
};

/// A named figure of the model: `leerlingen`, `deelname.so.laag`, `leerlingen[-1]`, `loonindex@2024`.
struct Reference {
    std::string name;
    std::vector<std::string> members;  ///< chosen members of its lists, in the order written
    std::int32_t years_back = 0;       ///< 0 to `years_back_max`
    std::optional<std::int32_t> year;  ///< a fixed year; then `years_back` is 0

    friend bool operator==(const Reference&, const Reference&) = default;
};

struct Expression;

/// An operation on operands. `words` holds the lists of som and gemiddelde, the table of interpoleer and opzoeken, the
/// code of rubriek, speerpunt, doel and balans.
struct Call {
    Operation operation = Operation::add;
    std::vector<Expression> operands;
    std::vector<std::string> words;

    friend bool operator==(const Call&, const Call&);
};

/// One node of the tree, with where it begins in the text (bytes, 0-based), for messages.
struct Expression {
    std::variant<Number, Reference, Call> node;
    std::size_t position = 0;
};

/// Tells whether two trees say the same, wherever they were written.
[[nodiscard]] bool operator==(const Expression& a, const Expression& b);

/// Why a text is no formula, and where in it. The texts are Dutch phrases.
struct FormulaError {
    std::size_t position = 0;  ///< bytes from the start of the text
    std::string found;
    std::string expected;
};

/// Reads a formula. Arguments are separated by `;`, decimals have a comma, names are snake_case, multiplication is `*`.
/// `vorig(x)`, `indexeer(x; index; jaar)` and `schooljaar(x)` become what they stand for: x[-1], x * index / index@jaar
/// and 7/12 * x[-1] + 5/12 * x (the parts as `school_year` says). What two readers could read differently is refused:
/// a thousands point, a < b < c, -a^b and a^b^c.
[[nodiscard]] std::expected<Expression, FormulaError> parse_formula(std::string_view text,
                                                                    SchoolYearParts school_year = {});

/// Writes the line of the formula and below it a caret under the place of the error.
[[nodiscard]] std::string show_error(std::string_view text, const FormulaError& error);

/// Writes a formula in the notation that `parse_formula` reads, with no more parentheses than it needs. Reading it back
/// gives the same tree.
[[nodiscard]] std::string to_text(const Expression& expression);

/// Says how the parts that are cells are written in Excel.
struct ExcelCells {
    std::function<std::string(const Reference&)> reference;
    /// som, gemiddelde, cumulatief, interpoleer, opzoeken, rubriek, speerpunt, doel and balans: ranges of a sheet.
    std::function<std::string(const Call&)> range_call;
};

/// Writes a formula without `=` in Excel's file grammar (English names, comma between arguments, point in numbers).
[[nodiscard]] std::string to_excel(const Expression& expression, const ExcelCells& cells);

/// Gives every reference of a formula, in the order written.
[[nodiscard]] std::vector<Reference> references_of(const Expression& expression);

}  // namespace begroot::model
