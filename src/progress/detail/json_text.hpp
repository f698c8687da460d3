#pragma once
// Pieces that the JSON of this room shares.

#include <string>

#include <nlohmann/json.hpp>

namespace begroot::progress::detail {

using Json = nlohmann::ordered_json;

/// Writes a text, or null for an empty one.
[[nodiscard]] inline Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// Writes a whole document, as every command does.
[[nodiscard]] inline std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace begroot::progress::detail
