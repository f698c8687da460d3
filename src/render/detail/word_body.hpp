#pragma once
// The text of a Word file: titles, tables and notes in the order of the document.

#include "table/table.hpp"

#include <string>

namespace begroot::render::detail {

/// Writes word/document.xml.
[[nodiscard]] std::string word_body(const Document& document);

}  // namespace begroot::render::detail
