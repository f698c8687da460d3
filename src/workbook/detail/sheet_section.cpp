#include "workbook/detail/sheet_section.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/errors.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

bool refuse_section(XmlScanner& scanner, std::string found, std::string expected) {
    scanner.fail(input_error(std::move(found), std::move(expected), save_again_action));
    return false;
}

bool is_no_size(std::optional<std::string_view> size) {
    if (!size || size->empty()) return false;
    return std::ranges::all_of(*size, [](char byte) { return byte == '0' || byte == '.'; });
}

bool read_hidden_columns(XmlScanner& scanner, const ReadLimits& limits, Sheet& sheet) {
    const std::size_t depth_before = scanner.depth();
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return false;
        if (event == XmlEvent::end && scanner.depth() == depth_before) return true;
        if (event != XmlEvent::start || scanner.name() != "col") continue;
        if (!is_true(scanner.attribute("hidden")) && !is_no_size(scanner.attribute("width"))) continue;
        const auto first = parse_count(scanner.attribute("min").value_or(""));
        const auto last = parse_count(scanner.attribute("max").value_or(""));
        if (!first || !last || *first == 0 || *first > *last)
            return refuse_section(scanner, "een kolom zegt niet welke zij is", "min en max");
        const std::uint32_t end = std::min(*last, limits.columns_max);
        if (sheet.hidden_columns.size() > 2 * std::size_t{limits.columns_max}) {
            return refuse_section(scanner, "kolommen staan dubbel", "elke kolom een keer");
        }
        for (std::uint32_t column = *first; column <= end; ++column) sheet.hidden_columns.push_back(column - 1);
    }
}

bool read_merged(XmlScanner& scanner, const ReadLimits& limits, Sheet& sheet) {
    const std::size_t depth_before = scanner.depth();
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return false;
        if (event == XmlEvent::end && scanner.depth() == depth_before) return true;
        if (event != XmlEvent::start || scanner.name() != "mergeCell") continue;
        const auto range = parse_range(scanner.attribute("ref").value_or(""), limits);
        if (!range)
            return refuse_section(scanner, "een samengevoegd gebied heeft een onmogelijke plaats",
                                  "een gebied als A1:C3");
        if (sheet.merged.size() == limits.merged_max) {
            scanner.fail(
                over_limit("er zijn te veel samengevoegde gebieden", fmt::format("hoogstens {}", limits.merged_max)));
            return false;
        }
        sheet.merged.push_back(*range);
    }
}

bool read_filter(XmlScanner& scanner, const ReadLimits& limits, Sheet& sheet) {
    const std::size_t depth_before = scanner.depth();
    const auto range = parse_range(scanner.attribute("ref").value_or(""), limits);
    bool active = false;
    bool in_column = false;
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return false;
        if (event == XmlEvent::end && scanner.depth() == depth_before) break;
        if (event != XmlEvent::start) continue;
        if (scanner.depth() == depth_before + 1) in_column = scanner.name() == "filterColumn";
        // A column without a criterion inside only hides its button.
        active = active || (in_column && scanner.depth() == depth_before + 2);
    }
    if (range) sheet.filters.push_back({*range, active});
    return true;
}

}  // namespace begroot::workbook::detail
