#include "workbook/detail/styles.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/worded_format.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

/// The number formats of a workbook by their numbers.
class NumberFormats {
public:
    /// Adds one; false when more show words than a cell can tell apart.
    [[nodiscard]] bool add(const XmlScanner& scanner, std::vector<WordedFormat>& worded) {
        const auto id = parse_count(scanner.attribute("numFmtId").value_or(""));
        const auto code = scanner.decoded_attribute("formatCode");
        if (!id || !code) return true;
        CellStyle style{format_kind(*code), 0};
        if (style.kind == FormatKind::number) {
            if (auto format = read_worded_format(*code)) {
                if (worded.size() == Cell::worded_formats_max) return false;
                worded.push_back(std::move(*format));
                style.worded_format = static_cast<std::uint16_t>(worded.size());
            }
        }
        styles_.insert_or_assign(*id, style);
        return true;
    }

    [[nodiscard]] CellStyle style_of(const XmlScanner& scanner) const {
        const auto id = parse_count(scanner.attribute("numFmtId").value_or(""));
        if (!id) return {};
        const auto found = styles_.find(*id);
        return found == styles_.end() ? CellStyle{builtin_format_kind(*id), 0} : found->second;
    }

    [[nodiscard]] std::size_t size() const { return styles_.size(); }

private:
    std::unordered_map<std::uint32_t, CellStyle> styles_;
};

}  // namespace

Result<Styles> read_styles(XmlScanner scanner, const ReadLimits& limits) {
    NumberFormats formats;
    Styles styles;
    bool in_formats = false;
    bool in_cell_styles = false;
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return failure(scanner.error());
        if (event == XmlEvent::finished) return styles;
        if (event != XmlEvent::start) continue;
        if (styles.cells.size() == limits.styles_max || formats.size() == limits.styles_max) {
            return failure(over_limit("de werkmap heeft te veel celstijlen",
                                      fmt::format("hoogstens {} celstijlen", limits.styles_max)));
        }
        if (scanner.depth() == 2) {
            in_formats = scanner.name() == "numFmts";
            in_cell_styles = scanner.name() == "cellXfs";
        } else if (scanner.depth() == 3 && in_formats && scanner.name() == "numFmt") {
            if (!formats.add(scanner, styles.worded))
                return failure(over_limit("de werkmap heeft te veel getalnotaties met woorden",
                                          fmt::format("hoogstens {}", Cell::worded_formats_max)));
        } else if (scanner.depth() == 3 && in_cell_styles && scanner.name() == "xf") {
            styles.cells.push_back(formats.style_of(scanner));
        }
    }
}

}  // namespace begroot::workbook::detail
