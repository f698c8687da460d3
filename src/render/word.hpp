#pragma once
// A document for Word: heading styles, tables whose heads repeat on every page, A4 with page numbers.

#include "period/day.hpp"
#include "table/table.hpp"

#include <string>

namespace begroot::render {

/// Says what the file says about itself; fixed by the caller so that the same input gives the same bytes.
struct WordProperties {
    std::string author = "begroot";
    Day created{2000, 1, 1};  ///< no clock: the date the content is about
};

/// Makes the bytes of a .docx with all tables of a document, each under its title; the page lies when a table needs the
/// room. Charts are left out. Every text is escaped; formulas are not written, their values are.
[[nodiscard]] std::string to_word(const Document& document, const WordProperties& properties = {});

}  // namespace begroot::render
