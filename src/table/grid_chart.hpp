#pragma once
// A chart on a sheet of a grid workbook, over figures of that same sheet: a fan of bands, or steps from one total to
// another.

#include <cstdint>
#include <string>
#include <vector>

namespace begroot {

/// How a series is painted.
enum class GridPaint : std::uint8_t {
    none,  ///< not seen and not in the legend: what the others stand on
    outer_band,
    lower_band,
    upper_band,
    total,
    favourable,
    unfavourable
};

/// One series: a column of figures with its name in the head.
struct GridSeries {
    std::uint16_t column = 0;
    GridPaint paint = GridPaint::total;
    bool in_legend = true;
};

/// Stacked areas over a block (the kind `fan`), or stacked columns (`steps`).
struct GridChart {
    enum class Kind : std::uint8_t { fan, steps };
    Kind kind = Kind::fan;
    std::string title;
    std::uint32_t head_row = 0;  ///< names of the series
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;
    std::uint16_t label_column = 0;
    std::vector<GridSeries> series;
    std::uint32_t row = 0;  ///< where its upper left corner stands
    std::uint16_t column = 0;
    double width_pixels = 480;
    double height_pixels = 288;
};

}  // namespace begroot
