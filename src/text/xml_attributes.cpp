#include "text/xml_attributes.hpp"

#include "text/xml_text.hpp"

#include <algorithm>
#include <cstddef>

namespace begroot::text {

namespace {

struct Attribute {
    std::string_view name;
    std::string_view value;
};

void drop_space(std::string_view& text) {
    while (!text.empty() && is_xml_space(text.front())) text.remove_prefix(1);
}

/// Takes the first attribute off `rest`; nothing where there is none, or no well-formed one.
std::optional<Attribute> take_attribute(std::string_view& rest) {
    drop_space(rest);
    const std::size_t name_end = std::min(rest.find_first_of("= \t\r\n"), rest.size());
    Attribute attribute;
    attribute.name = rest.substr(0, name_end);
    rest.remove_prefix(name_end);
    drop_space(rest);
    if (attribute.name.empty() || !rest.starts_with('=')) return std::nullopt;
    rest.remove_prefix(1);
    drop_space(rest);
    if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return std::nullopt;
    const std::size_t end = rest.find(rest.front(), 1);
    if (end == std::string_view::npos) return std::nullopt;
    attribute.value = rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);
    return attribute;
}

}  // namespace

std::optional<std::string_view> find_attribute(std::string_view attributes, std::string_view name) {
    while (const auto attribute = take_attribute(attributes)) {
        if (attribute->name == name) return attribute->value;
    }
    return std::nullopt;
}

std::optional<std::string_view> find_attribute_by_local_name(std::string_view attributes, std::string_view name) {
    std::optional<std::string_view> prefixed;
    while (const auto attribute = take_attribute(attributes)) {
        if (attribute->name == name) return attribute->value;
        const bool declaration = attribute->name.starts_with("xmlns:");
        if (!prefixed && !declaration && local_name(attribute->name) == name) prefixed = attribute->value;
    }
    return prefixed;
}

}  // namespace begroot::text
