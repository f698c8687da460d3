#pragma once
// A value or the error that kept us from it.

#include "base/error.hpp"

#include <expected>
#include <utility>

namespace begroot {

template <typename T>
using Result = std::expected<T, Error>;

/// Makes the failing side of a Result.
[[nodiscard]] inline std::unexpected<Error> failure(Error error) { return std::unexpected<Error>(std::move(error)); }

}  // namespace begroot
