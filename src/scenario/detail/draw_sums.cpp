#include "scenario/detail/draw_sums.hpp"

#include <algorithm>

namespace begroot::scenario::detail {

DrawSums::DrawSums(std::size_t figure_count, std::size_t crossing_count, std::size_t driver_count)
    : figures(figure_count), crossings(crossing_count), drivers(driver_count) {}

void DrawSums::add(const DrawSums& more) {
    for (std::size_t i = 0; i < figures.size(); ++i) figures[i].add(more.figures[i]);
    for (std::size_t i = 0; i < crossings.size(); ++i) {
        crossings[i].count += more.crossings[i].count;
        crossings[i].beyond += more.crossings[i].beyond;
    }
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        drivers[i].x += more.drivers[i].x;
        drivers[i].xx += more.drivers[i].xx;
        drivers[i].xy += more.drivers[i].xy;
    }
    explained.add(more.explained);
    without_value += more.without_value;
}

void DrawSums::clear() {
    std::ranges::fill(figures, Moments{});
    std::ranges::fill(crossings, CrossingSums{});
    std::ranges::fill(drivers, DriverSums{});
    explained = {};
    without_value = 0;
}

double squared_correlation(const DriverSums& driver, const Moments& explained) {
    if (explained.count < 2) return 0;
    const auto count = static_cast<double>(explained.count);
    const double xx = driver.xx - driver.x * driver.x / count;
    const double yy = explained.squares - explained.sum * explained.sum / count;
    const double xy = driver.xy - driver.x * explained.sum / count;
    return xx > 0 && yy > 0 ? std::min(1.0, xy * xy / (xx * yy)) : 0;
}

}  // namespace begroot::scenario::detail
