#include "workbook/detail/tag_edit.hpp"

#include "text/xml_attributes.hpp"
#include "text/xml_text.hpp"

#include <charconv>
#include <cstddef>
#include <system_error>

namespace begroot::workbook::patching {

std::string without_attribute(std::string_view attributes, std::string_view name) {
    const auto value = text::find_attribute(attributes, name);
    if (!value) return std::string(attributes);
    const auto value_at = static_cast<std::size_t>(value->data() - attributes.data());
    const std::size_t end = value_at + value->size() + 1;
    // Back over the quote, `=` and the name, with the white space in front of each.
    std::size_t begin = value_at - 1;
    while (attributes[begin] != '=') --begin;
    while (begin > 0 && text::is_xml_space(attributes[begin - 1])) --begin;
    begin -= name.size();
    while (begin > 0 && text::is_xml_space(attributes[begin - 1])) --begin;
    std::string kept(attributes.substr(0, begin));
    return kept.append(attributes.substr(end));
}

std::string with_attribute(std::string_view attributes, std::string_view name, std::string_view value) {
    if (const auto old = text::find_attribute(attributes, name)) {
        const auto at = static_cast<std::size_t>(old->data() - attributes.data());
        std::string changed(attributes.substr(0, at));
        return changed.append(value).append(attributes.substr(at + old->size()));
    }
    std::string_view kept = attributes;
    while (!kept.empty() && text::is_xml_space(kept.back())) kept.remove_suffix(1);
    std::string changed(kept);
    changed.append(" ").append(name).append("=\"").append(value).append("\"");
    return changed.append(attributes.substr(kept.size()));
}

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else {
            out += c;
        }
    }
    return out;
}

std::string xml_number(double number) {
    constexpr std::size_t digits_max = 40;
    char buffer[digits_max];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return error == std::errc{} ? std::string(buffer, end) : "0";
}

}  // namespace begroot::workbook::patching
