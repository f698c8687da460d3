#pragma once
// Pieces that the JSON of a consolidation and of its trace share.

#include "base/place.hpp"
#include "money/money.hpp"

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace begroot::consolidation::detail {

using Json = nlohmann::ordered_json;

/// Writes cents, or null.
[[nodiscard]] inline Json cents(const std::optional<Money>& amount) {
    return amount ? Json(amount->cents()) : Json(nullptr);
}

/// Gives the cell of a place, or its line.
[[nodiscard]] inline std::string cell_text(const Place& place) {
    return place.cell.empty() ? "regel " + std::to_string(place.line) : place.cell;
}

/// Writes a whole document; text that is no UTF-8 is replaced.
[[nodiscard]] inline std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace begroot::consolidation::detail
