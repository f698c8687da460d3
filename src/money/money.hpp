#pragma once
// An amount in euro cents. Exact: no double ever holds money in this program.

#include "base/check.hpp"

#include <compare>
#include <cstdint>
#include <numeric>
#include <span>

namespace begroot {

/// Holds int64 cents; overflow is a bug and aborts (input is capped far below it, see `money_cents_max`).
class Money {
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money from_cents(std::int64_t cents) { return Money(cents); }
    [[nodiscard]] static constexpr Money from_euros(std::int64_t euros) {
        std::int64_t cents = 0;
        BEGROOT_CHECK(!__builtin_mul_overflow(euros, std::int64_t{100}, &cents), "bedrag te groot");
        return Money(cents);
    }

    [[nodiscard]] constexpr std::int64_t cents() const { return cents_; }
    [[nodiscard]] constexpr bool is_zero() const { return cents_ == 0; }
    [[nodiscard]] constexpr Money abs() const { return cents_ < 0 ? -*this : *this; }

    friend constexpr Money operator+(Money a, Money b) {
        std::int64_t sum = 0;
        BEGROOT_CHECK(!__builtin_add_overflow(a.cents_, b.cents_, &sum), "bedrag te groot");
        return Money(sum);
    }
    friend constexpr Money operator-(Money a, Money b) {
        std::int64_t difference = 0;
        BEGROOT_CHECK(!__builtin_sub_overflow(a.cents_, b.cents_, &difference), "bedrag te groot");
        return Money(difference);
    }
    friend constexpr Money operator-(Money a) { return Money() - a; }
    constexpr Money& operator+=(Money other) { return *this = *this + other; }
    constexpr Money& operator-=(Money other) { return *this = *this - other; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(std::int64_t cents) : cents_(cents) {}
    std::int64_t cents_ = 0;
};

/// Caps what any file may say for one amount: 10 billion euro. A larger cell is refused, so sums of 10^6 rows stay
/// exact.
inline constexpr std::int64_t money_cents_max = 1'000'000'000'000;

/// Adds amounts.
[[nodiscard]] constexpr Money sum(std::span<const Money> amounts) {
    Money total;
    for (const Money amount : amounts) total += amount;
    return total;
}

}  // namespace begroot
