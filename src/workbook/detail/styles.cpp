#include "workbook/detail/styles.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/errors.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

using CustomFormats = std::unordered_map<std::uint32_t, FormatKind>;

void add_format(const XmlScanner& scanner, CustomFormats& custom) {
    const auto id = parse_count(scanner.attribute("numFmtId").value_or(""));
    const auto code = scanner.decoded_attribute("formatCode");
    if (id && code) custom.insert_or_assign(*id, format_kind(*code));
}

FormatKind style_kind(const XmlScanner& scanner, const CustomFormats& custom) {
    const auto id = parse_count(scanner.attribute("numFmtId").value_or(""));
    if (!id) return FormatKind::number;
    const auto found = custom.find(*id);
    return found == custom.end() ? builtin_format_kind(*id) : found->second;
}

}  // namespace

Result<std::vector<FormatKind>> read_styles(XmlScanner scanner, const ReadLimits& limits) {
    CustomFormats custom;
    std::vector<FormatKind> kinds;
    bool in_formats = false;
    bool in_cell_styles = false;
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return failure(scanner.error());
        if (event == XmlEvent::finished) return kinds;
        if (event != XmlEvent::start) continue;
        if (kinds.size() == limits.styles_max || custom.size() == limits.styles_max) {
            return failure(over_limit("de werkmap heeft te veel celstijlen",
                                      fmt::format("hoogstens {} celstijlen", limits.styles_max)));
        }
        if (scanner.depth() == 2) {
            in_formats = scanner.name() == "numFmts";
            in_cell_styles = scanner.name() == "cellXfs";
        } else if (scanner.depth() == 3 && in_formats && scanner.name() == "numFmt") {
            add_format(scanner, custom);
        } else if (scanner.depth() == 3 && in_cell_styles && scanner.name() == "xf") {
            kinds.push_back(style_kind(scanner, custom));
        }
    }
}

}  // namespace begroot::workbook::detail
