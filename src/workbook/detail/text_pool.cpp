#include "workbook/detail/text_pool.hpp"

#include "base/check.hpp"
#include "workbook/detail/sheet_text.hpp"
#include "workbook/detail/tag_edit.hpp"

#include <array>
#include <charconv>

namespace begroot::workbook::writing {

namespace {

constexpr std::size_t pool_texts_max = 20'000;
constexpr std::size_t pool_bytes_max = std::size_t{2} << 20U;
constexpr std::string_view unique_attribute = "uniqueCount=\"";
constexpr std::string_view count_attribute = " count=\"";
constexpr std::string_view table_end = "</sst>";

/// Tells of every byte whether it may stand in character data as it is, whatever follows it.
constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = true;
    for (const char c : std::string_view("&<>_")) plain[static_cast<unsigned char>(c)] = false;
    return plain;
}();

std::optional<std::uint32_t> number_behind(std::string_view xml, std::string_view attribute) {
    const std::size_t at = xml.find(attribute);
    if (at == std::string_view::npos) return std::nullopt;
    std::uint32_t number = 0;
    const char* const first = xml.data() + at + attribute.size();
    const auto [end, error] = std::from_chars(first, xml.data() + xml.size(), number);
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

/// Puts another number in an attribute that is there (checked).
void set_number(std::string& xml, std::string_view attribute, std::uint64_t number) {
    const std::size_t first = xml.find(attribute) + attribute.size();
    xml.replace(first, xml.find('"', first) - first, std::to_string(number));
}

}  // namespace

std::optional<std::uint32_t> count_shared(std::string_view shared_strings_xml) {
    if (!shared_strings_xml.contains(table_end) || !number_behind(shared_strings_xml, count_attribute))
        return std::nullopt;
    return number_behind(shared_strings_xml, unique_attribute);
}

bool is_plain_text(std::string_view text) {
    if (text.empty() || text.size() > text_units_max || text.front() <= ' ' || text.back() <= ' ') return false;
    bool plain = true;  // no early end: most texts are plain, and short
    for (const char c : text) plain = plain && plain_bytes[static_cast<unsigned char>(c)];
    return plain;
}

void append_text_element(std::string_view text, std::string& out) {
    if (is_plain_text(text)) {
        out.append("<t>").append(text).append("</t>");
        return;
    }
    const bool keep = !text.empty() && (text.front() <= ' ' || text.back() <= ' ' || text.contains('\n'));
    out += keep ? R"(<t xml:space="preserve">)" : "<t>";
    out += patching::xml_text(sheet_text(text));
    out += "</t>";
}

std::optional<std::uint32_t> TextPool::number_of(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) {
        ++uses_;
        return found->second;
    }
    if (numbers_.size() >= pool_texts_max || markup_.size() + text.size() > pool_bytes_max) return std::nullopt;
    ++uses_;
    const auto number = static_cast<std::uint32_t>(first_ + numbers_.size());
    numbers_.emplace(text, number);
    markup_ += "<si>";
    append_text_element(text, markup_);
    markup_ += "</si>";
    return number;
}

std::string TextPool::with_texts(std::string_view shared_strings_xml) const {
    const auto unique = count_shared(shared_strings_xml);
    BEGROOT_CHECK(unique == first_, "gedeelde teksten die niet doortellen");
    std::string xml(shared_strings_xml);
    set_number(xml, unique_attribute, *unique + numbers_.size());
    set_number(xml, count_attribute, *number_behind(shared_strings_xml, count_attribute) + uses_);
    return xml.insert(xml.rfind(table_end), markup_);
}

}  // namespace begroot::workbook::writing
