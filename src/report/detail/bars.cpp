#include "report/detail/bars.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace begroot::report::detail {

namespace {

/// One line of characters, each of one column wide.
class Strip {
public:
    explicit Strip(const BarScale& scale) : scale_(scale), cells_(std::max<std::size_t>(scale.width, 1), " ") {}

    [[nodiscard]] std::size_t at(double value) const {
        if (scale_.high <= scale_.low) return 0;
        const double share = std::clamp((value - scale_.low) / (scale_.high - scale_.low), 0.0, 1.0);
        return static_cast<std::size_t>(std::lround(share * static_cast<double>(cells_.size() - 1)));
    }
    void fill(double from, double to, std::string_view with) {
        if (!std::isfinite(from) || !std::isfinite(to)) return;
        for (std::size_t i = at(std::min(from, to)); i <= at(std::max(from, to)); ++i) cells_[i] = with;
    }
    void put(double value, std::string_view with) {
        if (std::isfinite(value)) cells_[at(value)] = with;
    }
    [[nodiscard]] std::string text() const {
        std::string made;
        std::size_t end = cells_.size();
        while (end > 0 && cells_[end - 1] == " ") --end;
        for (std::size_t i = 0; i < end; ++i) made += cells_[i];
        return made;
    }

private:
    const BarScale& scale_;
    std::vector<std::string_view> cells_;
};

}  // namespace

std::string tornado_bar(const BarScale& scale, double base, double at_low, double at_high) {
    Strip strip(scale);
    const bool high_first = std::abs(at_high - base) > std::abs(at_low - base);  // the shorter one stays visible
    const auto low = [&] { strip.fill(base, at_low, "░"); };
    const auto high = [&] { strip.fill(base, at_high, "█"); };
    if (high_first) {
        high();
        low();
    } else {
        low();
        high();
    }
    strip.put(base, "│");
    return strip.text();
}

std::string band_bar(const BarScale& scale, const BandValues& band) {
    Strip strip(scale);
    strip.fill(band.p5, band.p95, "─");
    strip.put(band.p5, "├");
    strip.put(band.p95, "┤");
    strip.fill(band.p25, band.p75, "▒");
    strip.put(band.p50, "█");
    return strip.text();
}

}  // namespace begroot::report::detail
