#pragma once
// The moment after which reading gives up: a stranger's file may not keep an office waiting.

#include "base/error.hpp"

#include <chrono>
#include <functional>
#include <utility>

namespace begroot::workbook::detail {

/// Counts from its making; it looks at the clock it was given only when asked.
class Deadline {
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    Deadline(Clock clock, std::chrono::milliseconds time_max)
        : clock_(std::move(clock)), time_max_(time_max), end_(clock_() + time_max) {}

    [[nodiscard]] bool passed() const { return clock_() > end_; }

    /// Makes the error for a deadline that passed.
    [[nodiscard]] Error error() const;

private:
    Clock clock_;
    std::chrono::milliseconds time_max_;
    std::chrono::steady_clock::time_point end_;
};

}  // namespace begroot::workbook::detail
