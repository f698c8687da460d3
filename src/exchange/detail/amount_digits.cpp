// One number to cents: as a file writes it, or as a double, which is first written in its own fewest digits.

#include "exchange/detail/label.hpp"
#include "exchange/detail/notation.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace begroot::exchange::detail {

Amount read_digits(std::string_view digits) {
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+')) digits.remove_prefix(1);
    int exponent = 0;
    if (const std::size_t e = digits.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view power = digits.substr(e + 1);
        if (power.starts_with('+')) power.remove_prefix(1);
        const auto end = std::from_chars(power.data(), power.data() + power.size(), exponent);
        if (end.ec != std::errc() || end.ptr != power.data() + power.size()) return {.state = AmountState::no_amount};
        constexpr int exponent_max = 400;
        if (exponent > exponent_max) return {.state = AmountState::too_large};
        exponent = std::max(exponent, -exponent_max);
        digits = digits.substr(0, e);
    }
    const std::size_t point = std::min(digits.find('.'), digits.size());
    // Millionths of a euro: every digit up to the sixth decimal, the seventh rounds.
    std::uint64_t millionths = 0;
    std::uint64_t next = 0;
    bool any = false;
    int place = static_cast<int>(point) + exponent + 6;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == point) continue;
        if (!is_digit(digits[i])) return {.state = AmountState::no_amount};
        any = true;
        const auto digit = static_cast<std::uint64_t>(digits[i] - '0');
        if (--place >= 0) {
            if (millionths > 1'000'000'000'000'000'000ULL) return {.state = AmountState::too_large};
            millionths = millionths * 10 + digit;
        } else if (place == -1) {
            next = digit;
        }
    }
    if (!any) return {.state = AmountState::no_amount};
    for (; place > 0; --place) {
        if (millionths > 1'000'000'000'000'000'000ULL) return {.state = AmountState::too_large};
        millionths *= 10;
    }
    if (next >= 5) ++millionths;
    const std::uint64_t rest = millionths % 10'000;
    const std::uint64_t cents = millionths / 10'000 + (rest >= 5'000 ? 1 : 0);
    if (cents > static_cast<std::uint64_t>(money_cents_max)) return {.state = AmountState::too_large};
    const std::uint64_t distance = std::min(rest, 10'000 - rest);
    const auto whole = static_cast<std::int64_t>(cents);
    return {AmountState::value, Money::from_cents(negative ? -whole : whole),
            distance > millionths / 10'000'000'000'000ULL};
}

Amount read_number(double number) {
    // A double that is the nearest to a whole number of cents of at most fifteen digits has just those digits.
    constexpr double cents_max = static_cast<double>(money_cents_max);
    if (const double scaled = number * 100.0; std::abs(scaled) <= cents_max) {
        const double cents = std::round(scaled);
        if (cents / 100.0 == number)
            return {AmountState::value, Money::from_cents(static_cast<std::int64_t>(cents)), false};
    }
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return read_digits({digits.data(), static_cast<std::size_t>(end.ptr - digits.data())});
}

}  // namespace begroot::exchange::detail
