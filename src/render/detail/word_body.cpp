#include "render/detail/word_body.hpp"

#include "render/detail/unicode.hpp"
#include "render/detail/value_text.hpp"
#include "render/detail/word_layout.hpp"
#include "render/detail/word_parts.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace begroot::render::detail {

namespace {

constexpr std::int64_t indent_twips = 200;
constexpr std::size_t whole_row_max = 600;  // characters; a longer row may run on over the page

std::string_view colour_of(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return "";
        case Tone::favourable:
            return "17693A";
        case Tone::caution:
            return "9A5B00";
        case Tone::unfavourable:
            return "B3261E";
        case Tone::muted:
            return "5A6675";
    }
    return "";
}

/// How one paragraph looks beside its style.
struct Look {
    std::string_view style;
    bool right = false;
    bool bold = false;
    bool italic = false;
    bool with_next = false;
    std::int64_t indent = 0;
    std::string_view colour = {};
};

std::string paragraph(std::string_view text, const Look& look) {
    std::string run;
    if (look.bold) run += "<w:b/>";
    if (look.italic) run += "<w:i/>";
    if (!look.colour.empty()) run += fmt::format("<w:color w:val=\"{}\"/>", look.colour);
    std::string xml = fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", look.style);
    if (look.with_next) xml += "<w:keepNext/>";
    if (look.indent > 0) xml += fmt::format("<w:ind w:left=\"{}\"/>", look.indent);
    if (look.right) xml += "<w:jc w:val=\"right\"/>";
    xml += "</w:pPr>";
    if (!text.empty()) {
        xml += fmt::format("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
                           run.empty() ? "" : "<w:rPr>" + run + "</w:rPr>", escaped_word(text));
    }
    return xml + "</w:p>";
}

/// Writes a text as one paragraph a line; an empty text as one empty paragraph, for a cell must hold one.
std::string paragraphs(std::string_view text, const Look& look) {
    const std::string shown = clean(text);
    std::string xml;
    std::string_view rest = shown;
    do {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        xml += paragraph(rest.substr(0, end), look);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    } while (!rest.empty());
    return xml;
}

/// The box around a cell's text.
struct Box {
    std::int64_t width = 0;
    std::size_t columns = 1;
    std::string borders = {};
    std::string_view fill = {};
    bool bottom = false;
};

std::string cell_xml(const Box& box, const std::string& inside) {
    std::string xml = fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", box.width);
    if (box.columns > 1) xml += fmt::format("<w:gridSpan w:val=\"{}\"/>", box.columns);
    if (!box.borders.empty()) xml += "<w:tcBorders>" + box.borders + "</w:tcBorders>";
    if (!box.fill.empty()) xml += fmt::format("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", box.fill);
    if (box.bottom) xml += "<w:vAlign w:val=\"bottom\"/>";
    return xml + "</w:tcPr>" + inside + "</w:tc>";
}

std::string border(std::string_view side, std::string_view kind, int eighths, std::string_view colour) {
    return fmt::format("<w:{} w:val=\"{}\" w:sz=\"{}\" w:space=\"0\" w:color=\"{}\"/>", side, kind, eighths, colour);
}

std::string borders_of(RowRole role) {
    constexpr int thick = 12;
    constexpr int thin = 4;
    switch (role) {
        case RowRole::total:
            return border("top", "single", thick, "1F4E79") + border("bottom", "single", thick, "1F4E79");
        case RowRole::subtotal:
            return border("top", "single", thin, "5A6675");
        case RowRole::blank:
            return border("top", "nil", 0, "auto") + border("bottom", "nil", 0, "auto");
        default:
            return "";
    }
}

/// Writes the rows of one table.
class TableWriter {
public:
    TableWriter(const Table& table, const WordPage& page) : table_(table), widths_(word_widths(table, page)) {
        for (const std::int64_t width : widths_) total_ += width;
    }

    [[nodiscard]] std::string write() const {
        constexpr int hairline = 4;
        std::string xml = fmt::format(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{}{}</w:tblBorders>"
            "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"80\" "
            "w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/><w:tblCaption "
            "w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            total_, border("bottom", "single", hairline, "D5DBE2"), border("insideH", "single", hairline, "D5DBE2"),
            escaped_word(table_.title));
        for (const std::int64_t width : widths_) xml += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
        xml += "</w:tblGrid>" + head();
        for (const Row& row : table_.rows) xml += body(row);
        if (table_.rows.empty()) xml += spanning("Geen regels.", {"Tabeltekst"});
        return xml + "</w:tbl>";
    }

private:
    [[nodiscard]] std::string head() const {
        constexpr int thick = 12;
        std::string xml = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const Look look{.style = "Tabelkop", .right = is_right_aligned(table_.columns[i])};
            xml +=
                cell_xml({.width = widths_[i], .borders = border("bottom", "single", thick, "1F4E79"), .bottom = true},
                         paragraphs(table_.columns[i].head, look));
        }
        return xml + "</w:tr>";
    }

    [[nodiscard]] std::string spanning(std::string_view text, const Look& look) const {
        return "<w:tr>" + cell_xml({.width = total_, .columns = widths_.size()}, paragraphs(text, look)) + "</w:tr>";
    }

    [[nodiscard]] std::string body(const Row& row) const {
        if (row.role == RowRole::section)
            return spanning(joined_text(row, table_.money_style),
                            {.style = "Tabeltekst", .bold = true, .with_next = true, .colour = "1F4E79"});
        if (row.cells.empty()) return spanning("", {.style = "Tabeltekst"});
        std::string cells;
        std::size_t characters = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string text = value_text(row.cells[i].value, table_.money_style);
            characters = std::max(characters, text.size());
            const Look look{.style = "Tabeltekst",
                            .right = is_right_aligned(table_.columns[i]),
                            .bold = is_strong(row.role),
                            .italic = row.role == RowRole::remainder,
                            .with_next = row.role == RowRole::group,
                            .indent = i == indent_column(table_) ? indent_twips * row.indent : 0,
                            .colour = colour_of(row.cells[i].tone)};
            cells += cell_xml({.width = widths_[i],
                               .borders = borders_of(row.role),
                               .fill = row.role == RowRole::group ? "F3F6F9" : ""},
                              paragraphs(text, look));
        }
        return std::string("<w:tr>") + (characters <= whole_row_max ? "<w:trPr><w:cantSplit/></w:trPr>" : "") + cells +
               "</w:tr>";
    }

    const Table& table_;
    std::vector<std::int64_t> widths_;
    std::int64_t total_ = 0;
};

std::string section_xml(const WordPage& page) {
    constexpr std::int64_t footer_twips = 567;
    return fmt::format(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{}\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{}/>"
        "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" "
        "w:gutter=\"0\"/></w:sectPr>",
        footer_relation, page.width, page.height, page.lies ? " w:orient=\"landscape\"" : "", page.margin, page.margin,
        page.margin, page.margin, footer_twips, footer_twips);
}

}  // namespace

std::string word_body(const Document& document) {
    const WordPage page = word_page(document);
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";
    if (!document.title.empty()) xml += paragraph(clean_line(document.title), {.style = "Title"});
    if (!document.subject.empty()) xml += paragraph(clean_line(document.subject), {.style = "Subtitle"});
    for (const Table& table : document.tables) {
        if (!table.title.empty() && table.title != document.title)
            xml += paragraph(clean_line(table.title), {.style = "Heading1"});
        for (const std::string& subtitle : table.subtitles) {
            if (subtitle != document.subject) xml += paragraphs(subtitle, {.style = "Normal", .with_next = true});
        }
        if (!table.columns.empty()) xml += TableWriter(table, page).write();
        for (const std::string& note : table.notes) xml += paragraphs(note, {.style = "Noot"});
        if (table.notes.empty()) xml += paragraph("", {.style = "Noot"});  // two tables must not touch
    }
    return xml + section_xml(page) + "</w:body></w:document>";
}

}  // namespace begroot::render::detail
