#pragma once
// How a sheet comes out of the printer: A4 lying, one page wide, heads on every page, a quiet footer.

#include <cstdint>
#include <string>

#include <xlsxwriter.h>

namespace begroot::workbook::writing {

/// What a page needs to know of its sheet. Rows and columns are 0-based.
struct Page {
    std::string footer_title;    ///< the document's title
    std::uint32_t last_row = 0;  ///< of the print area, which starts at A1
    std::uint16_t last_column = 0;
    bool repeats_head = false;  ///< whether `head_row` stands on every page
    std::uint32_t head_row = 0;
    bool single_page = false;  ///< fits the height too (a chart)
};

/// Sets page size, margins, print area, print titles and footer.
void set_page(lxw_worksheet* sheet, const Page& page);

/// Writes the footer: title left, sheet in the middle, page of pages right; a title beyond Excel's 255 characters is
/// cut.
[[nodiscard]] std::string footer_text(const std::string& title);

}  // namespace begroot::workbook::writing
