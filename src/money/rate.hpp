#pragma once
// A share or a percentage, held in millionths so that text and value agree exactly.

#include "money/money.hpp"

#include <compare>
#include <cstdint>
#include <optional>

namespace begroot {

/// Holds a ratio in parts per million: 12,5% is 125 000.
class Rate {
public:
    constexpr Rate() = default;
    [[nodiscard]] static constexpr Rate from_ppm(std::int64_t ppm) { return Rate(ppm); }
    [[nodiscard]] constexpr std::int64_t ppm() const { return ppm_; }
    friend constexpr auto operator<=>(Rate, Rate) = default;

private:
    explicit constexpr Rate(std::int64_t ppm) : ppm_(ppm) {}
    std::int64_t ppm_ = 0;
};

/// Gives part / whole rounded half away from zero to a millionth; nothing when whole is 0 or the ratio overflows.
[[nodiscard]] std::optional<Rate> ratio(Money part, Money whole);

}  // namespace begroot
