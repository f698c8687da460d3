#pragma once
// What a code of the referentie grootboekschema (RGS) says for certain about the side of an account.

#include "base/codes.hpp"

#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// Gives the side of an RGS code: `BLimBan` is balance, `WOmzNod` income, `WPerLes` expense. Nothing for a text that is
/// no RGS code (`RGS-1`, `0000`) and for groups that hold both, such as financial income and expense as a whole.
[[nodiscard]] std::optional<Side> side_of_rgs(std::string_view code);

}  // namespace begroot::exchange::detail
