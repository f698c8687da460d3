#pragma once
// The words, numbers and signs of a formula, in order, each with its place.

#include "model/formula.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::model::detail {

/// Says what a token is.
enum class TokenKind : std::uint8_t { number, name, text, sign, end };

/// One token. `text` is as written; of a text between quotation marks, what is between them.
struct Token {
    TokenKind kind = TokenKind::end;
    std::string text;
    std::size_t position = 0;
    double value = 0;  ///< of a number
};

/// Splits a formula into tokens; the last is `end`. Refuses what can be no part of a formula, a thousands point and a
/// decimal point.
[[nodiscard]] std::expected<std::vector<Token>, FormulaError> tokens_of(std::string_view text);

/// Reads the digits of a number, comma and all, divided by 100 when it is a percentage: the double nearest to what is
/// written.
[[nodiscard]] double value_of(std::string_view written, bool percentage);

}  // namespace begroot::model::detail
