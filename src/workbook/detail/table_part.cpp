#include "workbook/detail/table_part.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/escaped_text.hpp"
#include "workbook/detail/sheet_section.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

std::string decoded_name(const XmlScanner& scanner, std::string_view attribute) {
    return unescape(scanner.decoded_attribute(attribute).value_or(""));
}

bool read_head(XmlScanner& scanner, const ReadLimits& limits, SheetTable& table) {
    const auto range = parse_range(scanner.attribute("ref").value_or(""), limits);
    if (scanner.name() != "table" || !range) {
        scanner.fail(damaged_part(scanner.source().name(), "het beschrijft geen tabel"));
        return false;
    }
    table.range = *range;
    table.name = decoded_name(scanner, "displayName");
    if (table.name.empty()) table.name = decoded_name(scanner, "name");
    table.header_row = scanner.attribute("headerRowCount").value_or("1") != "0";
    table.totals_row = scanner.attribute("totalsRowCount").value_or("0") != "0";
    return true;
}

bool read_column(XmlScanner& scanner, const ReadLimits& limits, SheetTable& table) {
    if (table.columns.size() == limits.columns_max) {
        scanner.fail(
            damaged_part(scanner.source().name(), fmt::format("het heeft meer dan {} kolommen", limits.columns_max)));
        return false;
    }
    table.columns.push_back(decoded_name(scanner, "name"));
    return true;
}

}  // namespace

Result<void> read_table(XmlScanner scanner, const ReadLimits& limits, Sheet& sheet) {
    SheetTable table;
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::finished) break;
        bool read = event != XmlEvent::failed;
        if (event == XmlEvent::start) {
            if (scanner.depth() == 1) {
                read = read_head(scanner, limits, table);
            } else if (scanner.depth() == 2 && scanner.name() == "autoFilter") {
                read = read_filter(scanner, limits, sheet);
            } else if (scanner.depth() == 3 && scanner.name() == "tableColumn") {
                read = read_column(scanner, limits, table);
            }
        }
        if (!read) return failure(scanner.error());
    }
    sheet.tables.push_back(std::move(table));
    return {};
}

}  // namespace begroot::workbook::detail
