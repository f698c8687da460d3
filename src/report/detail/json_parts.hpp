#pragma once
// Pieces that the JSON of all answers shares.

#include "report/multi_year.hpp"

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace begroot::report::detail {

using Json = nlohmann::ordered_json;

/// Writes cents, or null.
[[nodiscard]] Json cents(const std::optional<Money>& amount);

/// Writes cents by year.
[[nodiscard]] Json cents(const YearMoney& years);

/// Writes a number, or null for one that there is not.
[[nodiscard]] Json number(const std::optional<double>& value);

/// Writes a text, or null for an empty one.
[[nodiscard]] Json text_or_null(const std::string& text);

/// Gives `baten` or `lasten`.
[[nodiscard]] const char* side_name(Side side);

/// Writes a whole document. nlohmann throws on text that is no UTF-8; workbooks of strangers may hold it, so it is
/// replaced.
[[nodiscard]] std::string dump(const Json& json);

}  // namespace begroot::report::detail
