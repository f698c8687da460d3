#include "render/word.hpp"

#include "render/detail/stored_zip.hpp"
#include "render/detail/word_body.hpp"
#include "render/detail/word_parts.hpp"

namespace begroot::render {

std::string to_word(const Document& document, const WordProperties& properties) {
    detail::StoredZip zip;
    zip.add("[Content_Types].xml", detail::word_content_types());
    zip.add("_rels/.rels", detail::word_package_relations());
    zip.add("docProps/core.xml", detail::word_core_properties(document, properties));
    zip.add("word/document.xml", detail::word_body(document));
    zip.add("word/styles.xml", detail::word_styles());
    zip.add("word/settings.xml", detail::word_settings());
    zip.add("word/footer1.xml", detail::word_footer(document));
    zip.add("word/_rels/document.xml.rels", detail::word_document_relations());
    return zip.finish();
}

}  // namespace begroot::render
