#pragma once
// A document as Markdown with pipe tables.

#include "table/table.hpp"

#include <string>

namespace begroot::render {

/// Prints all tables of a document, each with its title and notes; pipes and markup in texts are escaped.
[[nodiscard]] std::string to_markdown(const Document& document);

}  // namespace begroot::render
