#include "model/detail/rewrite.hpp"

#include <cmath>
#include <utility>

namespace begroot::model::detail {

namespace {

Expression call_of(Operation operation, Expression left, Expression right) {
    const std::size_t position = left.position;
    Call call{operation, {}, {}};
    call.operands.push_back(std::move(left));
    call.operands.push_back(std::move(right));
    return {std::move(call), position};
}

Expression whole_number(std::int64_t number, std::size_t position) {
    return {Number{static_cast<double>(number), std::to_string(number)}, position};
}

/// Reads an argument that must be a whole number as written; nothing when it is anything else.
std::optional<std::int32_t> whole_of(const Expression& argument, double least, double most) {
    const auto* number = std::get_if<Number>(&argument.node);
    if (number == nullptr || number->value < least || number->value > most) return std::nullopt;
    if (number->value != std::floor(number->value)) return std::nullopt;
    return static_cast<std::int32_t>(number->value);
}

bool has_no_earlier_cell(Operation operation) {
    return operation == Operation::cumulative || operation == Operation::rubric || operation == Operation::speerpunt ||
           operation == Operation::goal || operation == Operation::balance;
}

std::expected<void, FormulaError> move_back(Expression& expression, std::int32_t years) {
    if (auto* reference = std::get_if<Reference>(&expression.node)) {
        if (reference->year) return {};
        if (reference->years_back + years > years_back_max)
            return std::unexpected(FormulaError{expression.position, "een verwijzing van meer dan 10 jaar terug",
                                                "hoogstens 10 jaar terug, of een vast jaar, bijvoorbeeld index@2020"});
        reference->years_back += years;
        return {};
    }
    auto* call = std::get_if<Call>(&expression.node);
    if (call == nullptr) return {};
    if (has_no_earlier_cell(call->operation))
        return std::unexpected(FormulaError{expression.position, "het vorige jaar van een totaal",
                                            "een berekening met dat totaal, en daarvan vorig(…)"});
    for (Expression& operand : call->operands) {
        if (auto moved = move_back(operand, years); !moved) return moved;
    }
    return {};
}

}  // namespace

std::expected<Expression, FormulaError> years_earlier(Expression expression, std::int32_t years) {
    if (auto moved = move_back(expression, years); !moved) return std::unexpected(std::move(moved.error()));
    return expression;
}

std::expected<Expression, FormulaError> rewrite_previous(std::vector<Expression> arguments) {
    std::int32_t years = 1;
    if (arguments.size() > 1) {
        const auto given = whole_of(arguments[1], 1, years_back_max);
        if (!given)
            return std::unexpected(
                FormulaError{arguments[1].position, "geen aantal jaren terug", "een heel getal van 1 tot en met 10"});
        years = *given;
    }
    return years_earlier(std::move(arguments[0]), years);
}

std::expected<Expression, FormulaError> rewrite_index(std::vector<Expression> arguments) {
    const auto* index = std::get_if<Reference>(&arguments[1].node);
    if (index == nullptr || index->year)
        return std::unexpected(
            FormulaError{arguments[1].position, "geen index", "de naam van een aanname, bijvoorbeeld loonindex"});
    const auto year = whole_of(arguments[2], year_least, year_most);
    if (!year) return std::unexpected(FormulaError{arguments[2].position, "geen jaar", "een jaar, bijvoorbeeld 2024"});
    Reference base = *index;
    base.years_back = 0;
    base.year = year;
    const std::size_t position = arguments[1].position;
    Expression indexed = call_of(Operation::multiply, std::move(arguments[0]), std::move(arguments[1]));
    return call_of(Operation::divide, std::move(indexed), Expression{std::move(base), position});
}

std::expected<Expression, FormulaError> rewrite_school_year(Expression argument, SchoolYearParts parts) {
    auto earlier = years_earlier(argument, 1);
    if (!earlier) return earlier;
    const std::size_t position = argument.position;
    const std::int64_t whole = parts.january_july + parts.august_december;
    const auto share = [&](std::int64_t part) {
        return call_of(Operation::divide, whole_number(part, position), whole_number(whole, position));
    };
    return call_of(Operation::add, call_of(Operation::multiply, share(parts.january_july), std::move(*earlier)),
                   call_of(Operation::multiply, share(parts.august_december), std::move(argument)));
}

}  // namespace begroot::model::detail
