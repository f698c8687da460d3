#include "scenario/detail/root_scan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>

namespace begroot::scenario::detail {

namespace {

constexpr std::uintmax_t steps_max = 300;
constexpr int minimum_bits = 26;  // half the digits of a double: more cannot be told around a minimum
constexpr double relative_width = 4 * std::numeric_limits<double>::epsilon();

class Scanner {
public:
    Scanner(const std::function<double(double)>& gap, std::span<const double> points) : gap_(&gap), points_(points) {
        const double reach = points.empty() ? 0 : std::max(std::abs(points.front()), std::abs(points.back()));
        absolute_width_ = reach * std::numeric_limits<double>::epsilon() / 1024;
    }

    Scan run() {
        for (const double point : points_) gaps_.push_back(measure(point));
        note_whether_it_moves();
        for (std::size_t i = 0; i < points_.size(); ++i) {
            if (gaps_[i] == 0) {
                i = take_stretch(i);
            } else if (i + 1 < points_.size() && changes_sign(gaps_[i], gaps_[i + 1])) {
                solve(i);
            }
        }
        if (scan_.reached.empty()) seek_touch();
        return std::move(scan_);
    }

private:
    double measure(double x) {
        const double gap = (*gap_)(x);
        if (std::isfinite(gap) && (!scan_.nearest || std::abs(gap) < smallest_)) {
            scan_.nearest = x;
            smallest_ = std::abs(gap);
        }
        return gap;
    }

    static bool changes_sign(double left, double right) {
        return std::isfinite(left) && std::isfinite(right) && ((left < 0 && right > 0) || (left > 0 && right < 0));
    }

    void note_whether_it_moves() {
        std::optional<double> first;
        for (const double gap : gaps_) {
            if (!std::isfinite(gap)) continue;
            if (first && gap != *first) scan_.moves = true;
            first = gap;
        }
    }

    [[nodiscard]] bool is_narrow(double left, double right) const {
        return std::abs(right - left) <=
               std::max(absolute_width_, relative_width * std::min(std::abs(left), std::abs(right)));
    }

    /// Gives the last value from `inside` (gap 0) towards `outside` (gap not 0) that still has gap 0.
    double edge(double inside, double outside) {
        while (!is_narrow(inside, outside)) {
            const double middle = inside + (outside - inside) / 2;
            (measure(middle) == 0 ? inside : outside) = middle;
        }
        return inside;
    }

    /// Takes the points from `first` on that have gap 0; gives the last.
    std::size_t take_stretch(std::size_t first) {
        std::size_t last = first;
        while (last + 1 < points_.size() && gaps_[last + 1] == 0) ++last;
        Stretch stretch;
        stretch.at_start = first == 0;
        stretch.at_end = last + 1 == points_.size();
        stretch.first = stretch.at_start ? points_[first] : edge(points_[first], points_[first - 1]);
        stretch.last = stretch.at_end ? points_[last] : edge(points_[last], points_[last + 1]);
        scan_.reached.push_back(stretch);
        return last;
    }

    /// Solves a change of sign between two points.
    void solve(std::size_t i) {
        const double sign = gaps_[i] < 0 ? -1 : 1;
        // What cannot be computed counts with the lower side: the bracket closes on where that ends.
        const auto gap = [this, sign](double x) {
            const double measured = measure(x);
            return std::isfinite(measured) ? measured : sign;
        };
        std::uintmax_t steps = steps_max;
        const auto [below, above] = boost::math::tools::toms748_solve(
            gap, points_[i], points_[i + 1], gaps_[i], gaps_[i + 1],
            [this](double left, double right) { return is_narrow(left, right); }, steps);
        for (const double x : {below, above}) {
            if (measure(x) != 0) continue;
            scan_.reached.push_back({edge(x, points_[i]), edge(x, points_[i + 1]), false, false});
            return;
        }
        scan_.jumps.push_back({below, above, measure(below), measure(above)});
    }

    /// Seeks the smallest gap around the best point.
    void seek_touch() {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < gaps_.size(); ++i) {
            if (std::isfinite(gaps_[i]) && (!best || std::abs(gaps_[i]) < std::abs(gaps_[*best]))) best = i;
        }
        if (!best) return;
        const double low = points_[*best == 0 ? 0 : *best - 1];
        const double high = points_[std::min(*best + 1, points_.size() - 1)];
        const auto size = [this](double x) {
            const double gap = measure(x);
            return std::isfinite(gap) ? std::abs(gap) : std::numeric_limits<double>::max();
        };
        std::uintmax_t steps = steps_max;
        boost::math::tools::brent_find_minima(size, low, high, minimum_bits, steps);
        if (smallest_ == 0)
            scan_.reached.push_back({edge(*scan_.nearest, low), edge(*scan_.nearest, high), false, false});
    }

    const std::function<double(double)>* gap_;
    std::span<const double> points_;
    double absolute_width_ = 0;
    std::vector<double> gaps_;
    double smallest_ = 0;
    Scan scan_;
};

}  // namespace

Scan scan_gap(const std::function<double(double)>& gap, std::span<const double> points) {
    return Scanner(gap, points).run();
}

}  // namespace begroot::scenario::detail
