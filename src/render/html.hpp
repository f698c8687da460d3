#pragma once
// A document as one HTML file that needs nothing else and prints well on A4.

#include "table/table.hpp"

#include <string>

namespace begroot::render {

/// Prints all tables and charts (inline SVG bars) of a document; every text is escaped.
[[nodiscard]] std::string to_html(const Document& document);

}  // namespace begroot::render
