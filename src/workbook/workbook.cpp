#include "workbook/workbook.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/zip.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace begroot::workbook {

std::optional<CellRange> parse_cell_range(std::string_view text) {
    std::string plain(text);
    std::erase(plain, '$');
    return detail::parse_range(plain, {});
}

bool hidden_by_filter(const Sheet& sheet, std::uint32_t row) {
    if (!std::ranges::binary_search(sheet.hidden_rows, row)) return false;
    return std::ranges::any_of(sheet.filters, [row](const AutoFilter& filter) {
        return filter.active && row > filter.range.first_row && row <= filter.range.last_row;
    });
}

namespace {

bool fits(const FormatSection& section, double number) {
    switch (section.bound) {
        case FormatSection::Bound::none:
            return true;
        case FormatSection::Bound::below:
            return number < section.limit;
        case FormatSection::Bound::at_most:
            return number <= section.limit;
        case FormatSection::Bound::equal:
            return number == section.limit;
        case FormatSection::Bound::unequal:
            return number != section.limit;
        case FormatSection::Bound::at_least:
            return number >= section.limit;
        case FormatSection::Bound::above:
            return number > section.limit;
    }
    return true;
}

}  // namespace

std::optional<NumberWords> words_beside(const Sheet& sheet, const Cell& cell) {
    const std::uint32_t index = cell.worded_format();
    if (index == 0 || cell.kind() != CellKind::number || !sheet.worded_formats) return std::nullopt;
    BEGROOT_CHECK(index <= sheet.worded_formats->size(), "cel met een getalnotatie die de werkmap niet heeft");
    const WordedFormat& format = (*sheet.worded_formats)[index - 1];
    const double number = cell.number();
    const auto found = std::ranges::find_if(format, [number](const auto& section) { return fits(section, number); });
    const FormatSection& section = found == format.end() ? format.back() : *found;
    if (section.words.empty() && section.thousands == 0) return std::nullopt;
    return NumberWords{section.words, section.has_minus || (section.adds_minus && number < 0), section.thousands};
}

std::optional<SheetRange> range_of(const Workbook& workbook, const DefinedName& name) {
    const std::size_t mark = name.text.rfind('!');
    if (mark == std::string::npos) return std::nullopt;
    std::string sheet = name.text.substr(0, mark);
    if (sheet.size() > 1 && sheet.front() == '\'' && sheet.back() == '\'') {
        std::string plain;
        for (std::size_t i = 1; i + 1 < sheet.size(); ++i) {
            plain += sheet[i];
            if (sheet[i] == '\'' && sheet[i + 1] == '\'') ++i;
        }
        sheet = std::move(plain);
    }
    std::string cells = name.text.substr(mark + 1);
    std::erase(cells, '$');
    const auto range = detail::parse_range(cells, {});
    const auto found = std::ranges::find_if(workbook.sheets, [&sheet](const Sheet& one) {
        return one.source && detail::lower_case(one.source->sheet) == detail::lower_case(sheet);
    });
    if (!range || found == workbook.sheets.end()) return std::nullopt;
    return SheetRange{static_cast<std::uint32_t>(found - workbook.sheets.begin()), *range};
}

}  // namespace begroot::workbook
