#pragma once
// How an aanname may turn out: its plausible range and its uncertainty.

#include "model/definition.hpp"
#include "store/detail/section.hpp"

namespace begroot::store::detail {

/// Reads `bereik`: two changes, low and high. Nothing when absent or wrong (reported).
[[nodiscard]] std::optional<model::PlausibleRange> read_range(const Section& section, const model::Unit& unit);

/// Reads `onzekerheid`. Nothing when absent or wrong (reported).
[[nodiscard]] std::optional<model::Uncertainty> read_uncertainty(const Section& section, const model::Unit& unit);

}  // namespace begroot::store::detail
