#pragma once
// The parts of a Word file beside its text: what it holds, how its styles look, what stands at the foot of a page.

#include "render/word.hpp"

#include <string>
#include <string_view>

namespace begroot::render::detail {

/// Escapes clean text for XML; code points that XML does not know become U+FFFD.
[[nodiscard]] std::string escaped_word(std::string_view text);

/// Title, subject, author and day.
[[nodiscard]] std::string word_core_properties(const Document& document, const WordProperties& properties);

/// The title and `Pagina 1 van 3`, at the width of the page.
[[nodiscard]] std::string word_footer(const Document& document);

/// Names the parts of the package and what each is.
[[nodiscard]] std::string word_content_types();

/// Points from the package to its document and properties.
[[nodiscard]] std::string word_package_relations();

/// Points from the document to its styles, settings and footer; the footer is `footer_relation`.
[[nodiscard]] std::string word_document_relations();
inline constexpr std::string_view footer_relation = "rId3";

/// Title, headings, table texts and notes.
[[nodiscard]] std::string word_styles();

/// Says that the document is of the present Word, so that it does not open in a mode for older ones.
[[nodiscard]] std::string word_settings();

}  // namespace begroot::render::detail
