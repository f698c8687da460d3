#pragma once
// Attributes looked up in the raw text between an element's name and its `>`; nothing is copied.

#include <optional>
#include <string_view>

namespace begroot::text {

/// Finds the raw value of the attribute with this whole name.
[[nodiscard]] std::optional<std::string_view> find_attribute(std::string_view attributes, std::string_view name);

/// Finds the raw value of the attribute without a prefix, or else the first with any prefix; declarations do not count.
[[nodiscard]] std::optional<std::string_view> find_attribute_by_local_name(std::string_view attributes,
                                                                           std::string_view name);

/// Gives what stands after the prefix: `row` for `x:row`.
[[nodiscard]] constexpr std::string_view local_name(std::string_view whole_name) {
    const auto colon = whole_name.find(':');
    return colon == std::string_view::npos ? whole_name : whole_name.substr(colon + 1);
}

}  // namespace begroot::text
