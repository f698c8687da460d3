#pragma once
// The axis of a chart: round steps in whole units (cents, millionths, counts).

#include <algorithm>
#include <cstdint>
#include <vector>

namespace begroot::render::detail {

/// Says from where to where an axis runs and where its grid lines stand; 0 is always on it.
struct Scale {
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t step = 1;
};

/// Caps a value on an axis, so that rounding up a step never overflows; bars beyond it end at the edge.
inline constexpr std::int64_t scale_value_max = 1'000'000'000'000'000'000;

/// Gives an axis of at most about six steps of 1, 2 or 5 times a power of ten, never finer than `step_min`.
[[nodiscard]] inline Scale scale_for(const std::vector<std::int64_t>& values, std::int64_t step_min) {
    Scale scale;
    for (const std::int64_t value : values) {
        scale.low = std::min(scale.low, std::max(value, -scale_value_max));
        scale.high = std::max(scale.high, std::min(value, scale_value_max));
    }
    const std::int64_t wanted = std::max(step_min, (scale.high - scale.low) / 5);
    std::int64_t power = 1;
    while (power <= wanted / 10) power *= 10;
    scale.step = power;
    for (const std::int64_t factor : {1, 2, 5, 10}) {
        scale.step = factor * power;
        if (scale.step >= wanted) break;
    }
    const auto steps_to = [&scale](std::int64_t size) { return (size + scale.step - 1) / scale.step * scale.step; };
    scale.high = steps_to(scale.high);
    scale.low = -steps_to(-scale.low);
    if (scale.low == scale.high) scale.high = scale.step;
    return scale;
}

}  // namespace begroot::render::detail
