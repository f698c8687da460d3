#pragma once
// Builds the tree of a formula from its tokens, by recursive descent.

#include "model/detail/functions.hpp"
#include "model/detail/tokens.hpp"

namespace begroot::model::detail {

/// Parses one formula. Every member gives a tree or the first error.
class FormulaParser {
public:
    using Parsed = std::expected<Expression, FormulaError>;

    FormulaParser(std::vector<Token> tokens, SchoolYearParts school_year)
        : tokens_(std::move(tokens)), school_year_(school_year) {}

    [[nodiscard]] Parsed parse();

private:
    [[nodiscard]] const Token& token() const { return tokens_[at_]; }
    [[nodiscard]] bool is_sign(std::string_view sign) const;
    bool take(std::string_view sign);
    [[nodiscard]] std::unexpected<FormulaError> refuse(std::string expected) const;
    [[nodiscard]] std::unexpected<FormulaError> too_deep() const;
    [[nodiscard]] Parsed make(Operation operation, std::vector<Expression> operands, std::size_t position);

    [[nodiscard]] Parsed comparison();
    [[nodiscard]] Parsed left_to_right(int rank);  ///< sums and products
    [[nodiscard]] Parsed sign();
    [[nodiscard]] Parsed power();
    [[nodiscard]] Parsed primary();
    [[nodiscard]] Parsed parenthesis();
    [[nodiscard]] Parsed number();
    [[nodiscard]] Parsed reference();
    [[nodiscard]] Parsed call(const Function& function);
    [[nodiscard]] Parsed arguments_of(const Function& function, std::size_t position);
    [[nodiscard]] std::expected<std::string, FormulaError> word_argument(const Function& function);
    [[nodiscard]] std::expected<std::int32_t, FormulaError> years_back();
    [[nodiscard]] std::expected<std::int32_t, FormulaError> fixed_year();
    [[nodiscard]] Parsed rewritten(const Function& function, std::vector<Expression> arguments, std::size_t position);

    std::vector<Token> tokens_;
    SchoolYearParts school_year_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t nodes_ = 0;
    bool raised_ = false;  ///< the operand read last is a power without parentheses around it
};

}  // namespace begroot::model::detail
