#pragma once
// The colours and sizes of a workbook: one dark blue, greys, and green, orange and red only where a value is judged.

#include <array>

#include <xlsxwriter.h>

namespace begroot::workbook::writing::palette {

inline constexpr lxw_color_t ink = 0x1F2933;
inline constexpr lxw_color_t dark_blue = 0x1F3A5F;
inline constexpr lxw_color_t group_fill = 0xE3EAF2;
inline constexpr lxw_color_t total_fill = 0xF1F4F8;
inline constexpr lxw_color_t input_fill = 0xFFF7DB;
inline constexpr lxw_color_t hairline = 0xDDE2E8;
inline constexpr lxw_color_t rule = 0x8A99AB;
inline constexpr lxw_color_t favourable = 0x1E6B3A;
inline constexpr lxw_color_t caution = 0x9A5B00;
inline constexpr lxw_color_t unfavourable = 0xA61C1C;
inline constexpr lxw_color_t muted = 0x7A828C;
inline constexpr lxw_color_t white = 0xFFFFFF;

/// The series of a chart, in order; more series than colours start over.
inline constexpr std::array<lxw_color_t, 6> series{0x2F5D8C, 0xE08A3C, 0x9FB3C8, 0x5B8C6E, 0xC9A227, 0x7D6B91};

inline constexpr double title_points = 15.0;
inline constexpr double text_points = 11.0;
inline constexpr double note_points = 9.0;

}  // namespace begroot::workbook::writing::palette
