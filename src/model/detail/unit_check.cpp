#include "model/detail/unit_check.hpp"

#include <cmath>
#include <optional>

namespace begroot::model::detail {

namespace {

/// The unit of a part; nothing for a literal, which fits every unit.
using Inferred = std::expected<std::optional<Unit>, FormulaError>;

constexpr int exponent_max = 9;

class UnitCheck {
public:
    explicit UnitCheck(const Catalogue& catalogue) : catalogue_(&catalogue) {}

    [[nodiscard]] Inferred infer(const Expression& expression) const;

private:
    [[nodiscard]] Inferred of_call(const Call& call, std::size_t position) const;
    [[nodiscard]] Inferred same(std::span<const Expression> operands) const;
    [[nodiscard]] Inferred product(const Call& call) const;
    [[nodiscard]] Inferred power(const Call& call) const;
    [[nodiscard]] Inferred from_table(const Call& call, std::size_t position) const;

    const Catalogue* catalogue_;
};

Inferred UnitCheck::infer(const Expression& expression) const {
    if (std::holds_alternative<Number>(expression.node)) return std::nullopt;
    if (const auto* reference = std::get_if<Reference>(&expression.node)) {
        const auto variable = catalogue_->find_variable(reference->name);
        if (!variable) return std::unexpected(catalogue_->unknown_name(*reference, expression.position));
        return catalogue_->unit_of(*variable);
    }
    return of_call(std::get<Call>(expression.node), expression.position);
}

Inferred UnitCheck::same(std::span<const Expression> operands) const {
    std::optional<Unit> unit;
    const Expression* first = nullptr;
    for (const Expression& operand : operands) {
        auto inferred = infer(operand);
        if (!inferred) return inferred;
        if (!*inferred) continue;
        if (unit && !may_add(*unit, **inferred)) {
            return std::unexpected(FormulaError{
                operand.position,
                to_text(*first) + " is in " + to_text(*unit) + ", " + to_text(operand) + " in " + to_text(**inferred),
                "twee keer dezelfde eenheid"});
        }
        if (!unit) first = &operand;
        // a percentage beside a bare number is a bare number
        if (!unit || (unit->percent && !(*inferred)->percent)) unit = **inferred;
    }
    return unit;
}

Inferred UnitCheck::product(const Call& call) const {
    auto left = infer(call.operands[0]);
    if (!left) return left;
    auto right = infer(call.operands[1]);
    if (!right) return right;
    // An amount written out may be in any unit, also after indexing: 300000 * index.
    const auto is_bare = [](const std::optional<Unit>& unit) { return !unit || unit->exponents.empty(); };
    if ((!*left && is_bare(*right)) || (!*right && is_bare(*left))) return std::nullopt;
    const Unit a = left->value_or(Unit{});
    const Unit b = right->value_or(Unit{});
    return call.operation == Operation::multiply ? multiply(a, b) : divide(a, b);
}

Inferred UnitCheck::power(const Call& call) const {
    auto base = infer(call.operands[0]);
    if (!base) return base;
    auto exponent = infer(call.operands[1]);
    if (!exponent) return exponent;
    if (*exponent && !(*exponent)->exponents.empty()) {
        return std::unexpected(FormulaError{call.operands[1].position,
                                            "een macht met een exponent in " + to_text(**exponent),
                                            "een getal zonder eenheid"});
    }
    if (!*base || (*base)->exponents.empty()) return base;
    const auto* number = std::get_if<Number>(&call.operands[1].node);
    const bool whole = number != nullptr && number->value == std::floor(number->value) && number->value >= 1 &&
                       number->value <= exponent_max;
    if (!whole) {
        return std::unexpected(FormulaError{call.operands[1].position, "een macht van " + to_text(**base),
                                            "een heel getal van 1 tot en met 9 als exponent"});
    }
    Unit unit = **base;
    for (int i = 1; i < static_cast<int>(number->value); ++i) unit = multiply(unit, **base);
    return unit;
}

Inferred UnitCheck::from_table(const Call& call, std::size_t position) const {
    const auto table = catalogue_->find_table(call.words[0]);
    if (!table) {
        return std::unexpected(FormulaError{position, "de tabel \"" + call.words[0] + "\" bestaat niet",
                                            "een [[puntentabel]] met die code"});
    }
    auto x = infer(call.operands[0]);
    if (!x) return x;
    const PointTable& points = catalogue_->definition().tables[*table];
    if (*x && !may_add(**x, points.x_unit)) {
        return std::unexpected(FormulaError{call.operands[0].position,
                                            to_text(call.operands[0]) + " is in " + to_text(**x) + ", de tabel " +
                                                points.code + " gaat over " + to_text(points.x_unit),
                                            "dezelfde eenheid"});
    }
    return points.y_unit;
}

Inferred UnitCheck::of_call(const Call& call, std::size_t position) const {
    switch (call.operation) {
        case Operation::multiply:
        case Operation::divide:
            return product(call);
        case Operation::power:
            return power(call);
        case Operation::less:
        case Operation::less_equal:
        case Operation::greater:
        case Operation::greater_equal:
        case Operation::equal:
        case Operation::not_equal: {
            auto both = same(call.operands);
            if (!both) return both;
            return Unit{};
        }
        case Operation::both:
        case Operation::either:
        case Operation::negation: {
            for (const Expression& operand : call.operands) {
                if (auto inferred = infer(operand); !inferred) return inferred;
            }
            return Unit{};
        }
        case Operation::choose: {
            if (auto condition = infer(call.operands[0]); !condition) return condition;
            return same(std::span(call.operands).subspan(1));
        }
        case Operation::round:
        case Operation::round_up:
        case Operation::round_down:
            return infer(call.operands[0]);
        case Operation::interpolate:
        case Operation::look_up:
            return from_table(call, position);
        case Operation::rubric:
        case Operation::speerpunt:
        case Operation::goal:
        case Operation::balance:
            return Unit{{{"€", 1}}, false};
        default:
            return same(call.operands);  // sums, min, max, sign, abs, som, gemiddelde, cumulatief
    }
}

}  // namespace

std::expected<void, FormulaError> check_units(const Expression& formula, const Unit& wanted,
                                              const Catalogue& catalogue) {
    const auto unit = UnitCheck(catalogue).infer(formula);
    if (!unit) return std::unexpected(unit.error());
    if (*unit && !may_add(**unit, wanted)) {
        return std::unexpected(FormulaError{formula.position, "de formule geeft " + to_text(**unit), to_text(wanted)});
    }
    return {};
}

}  // namespace begroot::model::detail
