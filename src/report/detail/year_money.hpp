#pragma once
// Amounts by year, of which some may be missing: what is added to nothing stays nothing.

#include "report/multi_year.hpp"

#include <string_view>
#include <vector>

namespace begroot::report::detail {

/// Adds two amounts; nothing when either is.
[[nodiscard]] std::optional<Money> plus(const std::optional<Money>& a, const std::optional<Money>& b);

/// Subtracts; nothing when either is.
[[nodiscard]] std::optional<Money> minus(const std::optional<Money>& a, const std::optional<Money>& b);

/// Adds year by year; both have as many years.
[[nodiscard]] YearMoney plus(const YearMoney& a, const YearMoney& b);

/// Subtracts year by year.
[[nodiscard]] YearMoney minus(const YearMoney& a, const YearMoney& b);

/// Gives zero in every year.
[[nodiscard]] YearMoney zeros(std::size_t years);

/// Tells whether any year has an amount other than 0, or none.
[[nodiscard]] bool any(const YearMoney& years);

/// Reads a model's money: whole cents by node.
class MoneyReader {
public:
    MoneyReader(const model::Evaluator& evaluator, const std::vector<std::int32_t>& years)
        : evaluator_(evaluator), years_(years) {}

    /// Gives a code's sum over its members in a year: nothing without a node, or when it cannot be computed.
    [[nodiscard]] std::optional<Money> in_year(std::string_view code, std::int32_t year) const;
    [[nodiscard]] YearMoney of(std::string_view code) const;
    /// Gives every choice of members of its lists; nothing when it runs over none.
    [[nodiscard]] std::vector<YearMember> members_of(std::string_view code) const;
    /// The same as `of`, one year earlier.
    [[nodiscard]] YearMoney a_year_before(std::string_view code) const;

private:
    [[nodiscard]] std::optional<Money> at(std::uint32_t series, std::int32_t year) const;

    const model::Evaluator& evaluator_;
    const std::vector<std::int32_t>& years_;
};

}  // namespace begroot::report::detail
