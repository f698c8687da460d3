#pragma once
// How tables stand on a page of Word: which way the page lies and how wide each column is.

#include "table/table.hpp"

#include <cstdint>
#include <vector>

namespace begroot::render::detail {

/// A page in twips (1/1440 inch), margins included.
struct WordPage {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::int64_t margin = 0;
    bool lies = false;

    [[nodiscard]] std::int64_t room() const { return width - 2 * margin; }
};

/// Chooses A4 that stands, or lies when a table is wider than that at the width of its words.
[[nodiscard]] WordPage word_page(const Document& document);

/// Gives the width of every column in twips: figures as wide as they are, names and texts share the rest.
[[nodiscard]] std::vector<std::int64_t> word_widths(const Table& table, const WordPage& page);

}  // namespace begroot::render::detail
