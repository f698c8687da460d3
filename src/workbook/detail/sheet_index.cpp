#include "workbook/detail/sheet_index.hpp"

namespace begroot::workbook::writing {

namespace {

constexpr std::string_view recalculating = R"(<calcPr calcId="124519" fullCalcOnLoad="1"/>)";
// The calculation engine of Excel 2019 and later; an older number makes Excel recalculate and ask to save all the same.
constexpr std::string_view calculated = R"(<calcPr calcId="191029"/>)";
constexpr std::string_view name_open = "<definedName ";

void append_quoted_names(std::string& made, std::string_view xml) {
    while (true) {
        const std::size_t element = xml.find(name_open);
        if (element == std::string_view::npos) break;
        const std::size_t text = xml.find('>', element) + 1;
        made += xml.substr(0, text);
        xml.remove_prefix(text);
        const std::size_t bang = xml.find('!');
        if (bang == std::string_view::npos || xml.starts_with('\'')) continue;
        made.append("'").append(xml.substr(0, bang)).append("'");
        xml.remove_prefix(bang);
    }
    made += xml;
}

}  // namespace

std::string corrected_sheet_index(std::string_view xml) {
    std::string made;
    append_quoted_names(made, xml);
    if (const std::size_t at = made.find(recalculating); at != std::string::npos) {
        made.replace(at, recalculating.size(), calculated);
    }
    return made;
}

}  // namespace begroot::workbook::writing
