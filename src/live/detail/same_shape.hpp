#pragma once
// Tells whether two exports have the same sheets, rows and columns.

#include "base/error.hpp"
#include "live/detail/memory.hpp"

#include <optional>

namespace begroot::live::detail {

/// Says which sheets, rows, years and scenarios only one of the two has; nothing when every cell has its counterpart.
[[nodiscard]] std::optional<Error> other_shape(const Memory& before, const Memory& fresh);

}  // namespace begroot::live::detail
