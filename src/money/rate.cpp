#include "money/rate.hpp"

#include <limits>

namespace begroot {

namespace {
__extension__ using Wide = __int128;
}

std::optional<Rate> ratio(Money part, Money whole) {
    if (whole.is_zero()) return std::nullopt;
    const Wide scaled = static_cast<Wide>(part.cents()) * 1'000'000;
    const Wide divisor = whole.cents();
    Wide quotient = scaled / divisor;
    const Wide rest = scaled % divisor;
    const Wide twice = (rest < 0 ? -rest : rest) * 2;
    if (twice >= (divisor < 0 ? -divisor : divisor)) quotient += ((scaled < 0) == (divisor < 0)) ? 1 : -1;
    if (quotient > std::numeric_limits<std::int64_t>::max() || quotient < std::numeric_limits<std::int64_t>::min()) {
        return std::nullopt;
    }
    return Rate::from_ppm(static_cast<std::int64_t>(quotient));
}

}  // namespace begroot
