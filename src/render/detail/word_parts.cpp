#include "render/detail/word_parts.hpp"

#include "render/detail/html_text.hpp"
#include "render/detail/word_layout.hpp"

#include <array>

#include <fmt/format.h>

namespace begroot::render::detail {

namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view schemas = "http://schemas.openxmlformats.org";
constexpr std::string_view office_type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
constexpr std::string_view package_type = "application/vnd.openxmlformats-package";

std::string override_type(std::string_view part, std::string_view type) {
    return fmt::format("<Override PartName=\"/{}\" ContentType=\"{}+xml\"/>", part, type);
}

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"{}\"/>", id, schemas, type, target);
}

std::string relations(std::string_view inside) {
    return fmt::format("{}<Relationships xmlns=\"{}/package/2006/relationships\">{}</Relationships>", xml_head, schemas,
                       inside);
}

/// One paragraph style.
struct Style {
    std::string_view id, name, paragraph, run;
};

/// Sizes are half points, spaces twentieths of a point.
constexpr std::array styles = std::to_array<Style>({
    {"Title", "Title", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"40\"/>",
     "<w:b/><w:color w:val=\"1F4E79\"/><w:sz w:val=\"40\"/>"},
    {"Subtitle", "Subtitle", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"160\"/>",
     "<w:color w:val=\"5A6675\"/><w:sz w:val=\"24\"/>"},
    {"Heading1", "heading 1", "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"100\"/><w:outlineLvl w:val=\"0\"/>",
     "<w:b/><w:color w:val=\"1F4E79\"/><w:sz w:val=\"28\"/>"},
    {"Heading2", "heading 2", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
     "<w:b/><w:color w:val=\"1F4E79\"/><w:sz w:val=\"24\"/>"},
    {"Tabeltekst", "Tabeltekst", "<w:spacing w:before=\"30\" w:after=\"30\"/>", "<w:sz w:val=\"18\"/>"},
    {"Tabelkop", "Tabelkop", "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/>",
     "<w:b/><w:color w:val=\"5A6675\"/><w:sz w:val=\"17\"/>"},
    {"Noot", "Noot", "<w:spacing w:before=\"60\" w:after=\"0\"/>", "<w:color w:val=\"5A6675\"/><w:sz w:val=\"17\"/>"},
    {"Footer", "footer", "<w:spacing w:before=\"0\" w:after=\"0\"/>",
     "<w:color w:val=\"5A6675\"/><w:sz w:val=\"16\"/>"},
});

/// A field that Word computes, here a page number.
std::string field(std::string_view code) {
    return fmt::format(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {} "
        "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        code);
}

}  // namespace

std::string escaped_word(std::string_view text) {
    std::string result = escaped_html(text);
    for (const std::string_view unknown : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (std::size_t at = result.find(unknown); at != std::string::npos; at = result.find(unknown, at))
            result.replace(at, unknown.size(), "\uFFFD");
    }
    return result;
}

std::string word_content_types() {
    return fmt::format(
        "{}<Types xmlns=\"{}/package/2006/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"{}.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}{}"
        "</Types>",
        xml_head, schemas, package_type,
        override_type("word/document.xml", fmt::format("{}.document.main", office_type)),
        override_type("word/styles.xml", fmt::format("{}.styles", office_type)),
        override_type("word/settings.xml", fmt::format("{}.settings", office_type)),
        override_type("word/footer1.xml", fmt::format("{}.footer", office_type)),
        override_type("docProps/core.xml", fmt::format("{}.core-properties", package_type)));
}

std::string word_package_relations() {
    return relations(relation("rId1", "officeDocument/2006/relationships/officeDocument", "word/document.xml") +
                     relation("rId2", "package/2006/relationships/metadata/core-properties", "docProps/core.xml"));
}

std::string word_document_relations() {
    return relations(relation("rId1", "officeDocument/2006/relationships/styles", "styles.xml") +
                     relation("rId2", "officeDocument/2006/relationships/settings", "settings.xml") +
                     relation(footer_relation, "officeDocument/2006/relationships/footer", "footer1.xml"));
}

std::string word_core_properties(const Document& document, const WordProperties& properties) {
    const Day& day = properties.created;
    const std::string moment = fmt::format("{:04}-{:02}-{:02}T12:00:00Z", day.year, day.month, day.day);
    return fmt::format(
        "{0}<cp:coreProperties xmlns:cp=\"{1}/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{2}</dc:title><dc:subject>{3}</dc:subject>"
        "<dc:creator>{4}</dc:creator><dc:language>nl-NL</dc:language>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{5}</dcterms:created>"
        "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">{5}</dcterms:modified></cp:coreProperties>",
        xml_head, schemas, escaped_word(document.title), escaped_word(document.subject),
        escaped_word(properties.author), moment);
}

std::string word_footer(const Document& document) {
    return fmt::format(
        "{}<w:ftr xmlns:w=\"{}/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs>"
        "<w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>"
        "<w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">Pagina </w:t></w:r>{}"
        "<w:r><w:t xml:space=\"preserve\"> van </w:t></w:r>{}</w:p></w:ftr>",
        xml_head, schemas, word_page(document).room(),
        escaped_word(document.title + (document.subject.empty() ? "" : " · " + document.subject)), field("PAGE"),
        field("NUMPAGES"));
}

std::string word_styles() {
    std::string xml = fmt::format(
        "{}<w:styles xmlns:w=\"{}/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>"
        "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>"
        "<w:color w:val=\"1C2530\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"nl-NL\"/></w:rPr>"
        "</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr>"
        "</w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
        "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
        xml_head, schemas);
    for (const Style& style : styles) {
        xml += fmt::format(
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>"
            "<w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>",
            style.id, style.name, style.paragraph, style.run);
    }
    return xml + "</w:styles>";
}

std::string word_settings() {
    return fmt::format(
        "{}<w:settings xmlns:w=\"{}/wordprocessingml/2006/main\"><w:compat><w:compatSetting "
        "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        "</w:settings>",
        xml_head, schemas);
}

}  // namespace begroot::render::detail
