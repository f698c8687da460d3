#include "workbook/detail/format_book.hpp"

#include "base/check.hpp"
#include "workbook/detail/format_palette.hpp"

namespace begroot::workbook::writing {

namespace {

void set_font(lxw_format* format, double points, lxw_color_t colour, bool bold = false) {
    format_set_font_size(format, points);
    format_set_font_color(format, colour);
    if (bold) format_set_bold(format);
}

void set_fill(lxw_format* format, lxw_color_t colour) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, colour);
}

void set_top(lxw_format* format, lxw_color_t colour) {
    format_set_top(format, LXW_BORDER_THIN);
    format_set_top_color(format, colour);
}

void set_bottom(lxw_format* format, std::uint8_t border, lxw_color_t colour) {
    format_set_bottom(format, border);
    format_set_bottom_color(format, colour);
}

void apply_look(lxw_format* format, Look look) {
    switch (look) {
        case Look::title:
            return set_font(format, palette::title_points, palette::dark_blue, true);
        case Look::subtitle:
            return set_font(format, palette::text_points, palette::muted);
        case Look::note:
            return set_font(format, palette::note_points, palette::muted);
        case Look::head:
            set_font(format, palette::text_points, palette::white, true);
            return set_fill(format, palette::dark_blue);
        case Look::body:
            set_font(format, palette::text_points, palette::ink);
            return set_bottom(format, LXW_BORDER_THIN, palette::hairline);
        case Look::group:
            set_font(format, palette::text_points, palette::ink, true);
            set_bottom(format, LXW_BORDER_THIN, palette::hairline);
            return set_fill(format, palette::group_fill);
        case Look::section:
            set_font(format, palette::text_points, palette::dark_blue, true);
            return set_bottom(format, LXW_BORDER_THIN, palette::rule);
        case Look::subtotal:
            set_font(format, palette::text_points, palette::ink, true);
            set_top(format, palette::rule);
            return set_bottom(format, LXW_BORDER_THIN, palette::hairline);
        case Look::total:
            set_font(format, palette::text_points, palette::ink, true);
            set_top(format, palette::dark_blue);
            set_bottom(format, LXW_BORDER_MEDIUM, palette::dark_blue);
            return set_fill(format, palette::total_fill);
        case Look::remainder:
            set_font(format, palette::text_points, palette::ink);
            format_set_italic(format);
            return set_bottom(format, LXW_BORDER_THIN, palette::hairline);
    }
}

void apply_tone(lxw_format* format, Tone tone) {
    switch (tone) {
        case Tone::plain:
            return;
        case Tone::favourable:
            return format_set_font_color(format, palette::favourable);
        case Tone::caution:
            return format_set_font_color(format, palette::caution);
        case Tone::unfavourable:
            return format_set_font_color(format, palette::unfavourable);
        case Tone::muted:
            return format_set_font_color(format, palette::muted);
    }
}

}  // namespace

const char* number_format(NumberLook number) {
    switch (number) {
        case NumberLook::text:
            return "General";
        case NumberLook::whole_euros:
        case NumberLook::count:
            return "#,##0";
        case NumberLook::cents:
        case NumberLook::hundredths:
            return "#,##0.00";
        case NumberLook::tenths:
            return "#,##0.0";
        case NumberLook::thousandths:
            return "#,##0.000";
        case NumberLook::percent:
            return "0.0%";
        case NumberLook::day:
            return "d-m-yyyy";
    }
    return "General";
}

NumberLook look_of_decimals(std::uint8_t decimals) {
    switch (decimals) {
        case 0:
            return NumberLook::count;
        case 1:
            return NumberLook::tenths;
        case 2:
            return NumberLook::hundredths;
        default:
            return NumberLook::thousandths;
    }
}

Look look_of(RowRole role) {
    switch (role) {
        case RowRole::body:
        case RowRole::blank:
            return Look::body;
        case RowRole::group:
            return Look::group;
        case RowRole::section:
            return Look::section;
        case RowRole::subtotal:
            return Look::subtotal;
        case RowRole::total:
            return Look::total;
        case RowRole::remainder:
            return Look::remainder;
    }
    return Look::body;
}

lxw_format* FormatBook::get(const FormatKey& key) {
    const auto found = formats_.find(key);
    if (found != formats_.end()) return found->second;
    lxw_format* format = workbook_add_format(workbook_);
    BEGROOT_CHECK(format != nullptr, "geen geheugen voor een celopmaak");
    apply_look(format, key.look);
    apply_tone(format, key.tone);
    if (key.number != NumberLook::text) format_set_num_format(format, number_format(key.number));
    if (key.right) format_set_align(format, LXW_ALIGN_RIGHT);
    if (!key.right && key.indent > 0) {
        format_set_align(format, LXW_ALIGN_LEFT);
        format_set_indent(format, key.indent);
    }
    format_set_align(format, key.top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (key.wrap) format_set_text_wrap(format);
    if (key.input) {
        set_fill(format, palette::input_fill);
        format_set_unlocked(format);
    }
    return formats_.emplace(key, format).first->second;
}

}  // namespace begroot::workbook::writing
