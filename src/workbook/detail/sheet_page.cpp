#include "workbook/detail/sheet_page.hpp"

#include "workbook/detail/sheet_table.hpp"
#include "workbook/detail/sheet_text.hpp"

namespace begroot::workbook::writing {

namespace {

constexpr std::uint8_t paper_a4 = 9;
constexpr double margin_side_inches = 0.5;
constexpr double margin_top_inches = 0.6;
constexpr double margin_bottom_inches = 0.75;
constexpr std::size_t footer_title_units_max = 90;  // doubled ampersands and the codes stay below 255 in all

}  // namespace

std::string footer_text(const std::string& title) {
    std::string shown;
    for (const char c : sheet_text(title, footer_title_units_max)) {
        if (c == '&') shown += '&';
        shown += c == '\n' ? ' ' : c;
    }
    const std::string small_grey = "&8&K7A828C";  // the colour ends the size, so that a title may start with a digit
    return "&L" + small_grey + shown + "&C" + small_grey + "&A&R" + small_grey + "&P / &N";
}

void set_page(lxw_worksheet* sheet, const Page& page) {
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, paper_a4);
    worksheet_set_margins(sheet, margin_side_inches, margin_side_inches, margin_top_inches, margin_bottom_inches);
    worksheet_fit_to_pages(sheet, 1, page.single_page ? 1 : 0);
    expect_written(worksheet_print_area(sheet, 0, 0, page.last_row, page.last_column));
    if (page.repeats_head) expect_written(worksheet_repeat_rows(sheet, page.head_row, page.head_row));
    expect_written(worksheet_set_footer(sheet, footer_text(page.footer_title).c_str()));
}

}  // namespace begroot::workbook::writing
