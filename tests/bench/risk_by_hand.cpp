#include "bench/risk_by_hand.hpp"

#include "bench/risk_model.hpp"
#include "model/detail/rounding.hpp"
#include "scenario/detail/draw_numbers.hpp"
#include "scenario/detail/normal_quantile.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include <Random123/philox.h>

namespace begroot::bench {

namespace {

using scenario::detail::Bins;
using scenario::detail::Quantiles;
using Shape = model::Uncertainty::Shape;

constexpr std::size_t years = risk_years;
constexpr std::size_t drivers = risk_drivers.size();
constexpr std::size_t lines = risk_lines;
constexpr std::size_t figures = years * figures_by_year;
constexpr std::size_t group = 4;  // draws that one call of Philox serves
constexpr std::size_t sample = 1024;
constexpr std::size_t bins_per_figure = 4095;

enum Driver : std::size_t {
    leerlingen,
    deelname_so,
    deelname_sbo,
    deelname_vso,
    tarief_so,
    tarief_sbo,
    bekostiging_licht,
    bekostiging_zwaar,
    loon,
    prijs,
    subsidie,
    verzuim
};

using Deviations = std::array<std::array<double, years>, drivers>;
using Row = std::array<double, figures>;

double cents(double euros) { return model::detail::whole_cents(euros * 100); }

/// A normal score for a deviation of the driver.
double deviation(const RiskDriver& driver, double score) {
    switch (driver.shape) {
        case Shape::lognormal:
            return std::exp(driver.spread * score) - 1;
        case Shape::triangular: {
            const double below = scenario::detail::normal_share(score);
            return below < 0.5 ? driver.spread * (std::sqrt(2 * below) - 1)
                               : driver.spread * (1 - std::sqrt(2 * (1 - below)));
        }
        case Shape::discrete:
            return score < -0.8416212335729142 ? -driver.spread : 0.0;  // the lowest 20%
        default:
            return driver.spread * score;
    }
}

/// The draws of one group, by driver and year.
void draw_group(std::uint64_t seed, std::uint64_t counter, const std::array<std::uint64_t, drivers>& streams,
                std::array<Deviations, group>& found) {
    std::array<std::array<double, group>, drivers> fresh{};
    std::array<std::array<double, group>, drivers> scores{};
    for (std::size_t year = 0; year < years; ++year) {
        for (std::size_t i = 0; i < drivers; ++i) {
            const double follows = risk_drivers[i].over_years;
            if (follows == 1 && year > 0) continue;
            const auto calendar = static_cast<std::uint64_t>(risk_base_year) + 1 + year;
            const auto bits = r123::Philox4x64{}({{counter, streams[i], follows == 1 ? 0 : calendar, 0}}, {{seed, 0}});
            for (std::size_t k = 0; k < group; ++k) {
                const double tail = std::ldexp(static_cast<double>(bits[k] << 1U | 1U), -65);
                const double score = scenario::detail::normal_quantile(tail);
                fresh[i][k] = bits[k] >> 63U == 1 ? -score : score;
            }
        }
        for (std::size_t k = 0; k < group; ++k)
            fresh[prijs][k] = risk_correlation * fresh[loon][k] + 0.8 * fresh[prijs][k];
        for (std::size_t i = 0; i < drivers; ++i) {
            const double follows = risk_drivers[i].over_years;
            const double own = year == 0 ? 1 : std::sqrt(1 - follows * follows);
            for (std::size_t k = 0; k < group; ++k) {
                scores[i][k] = year == 0 ? fresh[i][k] : follows * scores[i][k] + own * fresh[i][k];
                found[k][i][year] =
                    follows == 1 && year > 0 ? found[k][i][0] : deviation(risk_drivers[i], scores[i][k]);
            }
        }
    }
}

/// What the drivers are expected to be, from the base year on.
using Expected = std::array<std::array<double, years + 1>, drivers>;

Expected expected_drivers() {
    Expected made{};
    for (std::size_t i = 0; i < drivers; ++i) {
        made[i][0] = risk_drivers[i].start;
        for (std::size_t year = 1; year <= years; ++year)
            made[i][year] = made[i][year - 1] * (1 + risk_drivers[i].growth);
    }
    return made;
}

/// Computes line `i` in euros from the drivers now (`d`) and a year ago (`e`), and the lines in cents.
template <std::size_t i>
double line_euros(const std::array<double, drivers>& d, const std::array<double, drivers>& e, const double* now,
                  const double* before) {
    constexpr double n = static_cast<double>(i);
    if constexpr (i % 6 == 0) {
        return e[leerlingen] * (d[bekostiging_licht] + d[bekostiging_zwaar]) * (6 + n) / 800;
    } else if constexpr (i % 6 == 1) {
        return d[deelname_so] * e[leerlingen] * d[tarief_so] * (40 + n) / 1000;
    } else if constexpr (i % 6 == 2) {
        return d[deelname_sbo] * e[leerlingen] * d[tarief_sbo] / 20 + d[deelname_vso] * d[tarief_so] * n;
    } else if constexpr (i % 6 == 3) {
        return (3000 + n) * d[loon] * (1 + d[verzuim]) * 7 / 12 + 2500 * e[loon] * 5 / 12;
    } else if constexpr (i % 6 == 4) {
        return before[i] / 100 * 1.01 + std::max(0.0, d[prijs] - 1) * (1000 + n);
    } else {
        return (d[subsidie] > 100000 ? d[subsidie] : now[i - 1] / 100) / (10 + n);
    }
}

template <std::size_t... i>
void compute_lines(std::index_sequence<i...>, const std::array<double, drivers>& d,
                   const std::array<double, drivers>& e, double* now, const double* before) {
    ((now[i] = cents(line_euros<i>(d, e, now, before))), ...);
}

void compute_row(const Expected& expected, const Deviations& deviations, Row& row) {
    std::array<double, drivers> d{};
    std::array<double, drivers> e{};
    for (std::size_t i = 0; i < drivers; ++i) d[i] = expected[i][0];
    std::array<double, lines> base{};
    for (std::size_t i = 4; i < lines; i += 6) base[i] = (20000 + 100 * static_cast<double>(i)) * 100;
    const double* before = base.data();
    double equity = 200'000'000;
    double cash = 200'000'000;
    for (std::size_t year = 0; year < years; ++year) {
        e = d;
        for (std::size_t i = 0; i < drivers; ++i) d[i] = expected[i][year + 1] * (1 + deviations[i][year]);
        double* now = row.data() + year * figures_by_year;
        compute_lines(std::make_index_sequence<lines>(), d, e, now, before);
        double income = 0;
        double expense = 0;
        for (std::size_t i = 0; i < lines; i += 6) {
            income += now[i] + now[i + 5];
            expense += now[i + 1] + now[i + 2] + now[i + 3] + now[i + 4];
        }
        const double result = income - expense;
        equity += result;
        cash += result;
        double* totals = now + lines;
        totals[0] = income;
        totals[1] = expense;
        totals[2] = result;
        totals[3] = income;
        totals[4] = income;
        totals[5] = cash;
        totals[6] = equity;
        totals[7] = cash - equity;
        totals[8] = result;
        totals[9] = equity;
        totals[10] = cash;
        totals[11] = std::max(0.0, equity / 100 - std::max(250000.0, 0.035 * income / 100));
        totals[12] = equity / income;
        before = now;
    }
}

/// All sums of the loop.
struct Sums {
    std::array<double, figures> sum{};
    std::array<double, figures> squares{};
    std::array<double, figures> least{};
    std::array<double, figures> most{};
    std::array<std::int64_t, 2 * years> beyond{};
    std::array<double, drivers> x{};
    std::array<double, drivers> xx{};
    std::array<double, drivers> xy{};
};

void add_row(const Row& row, const Row& centre, const Deviations& deviations, Sums& sums) {
    for (std::size_t k = 0; k < figures; ++k) {
        const double distance = row[k] - centre[k];
        sums.sum[k] += distance;
        sums.squares[k] += distance * distance;
        sums.least[k] = std::min(sums.least[k], row[k]);
        sums.most[k] = std::max(sums.most[k], row[k]);
    }
    for (std::size_t year = 0; year < years; ++year) {
        const double* ratios = row.data() + year * figures_by_year + figures_by_year - 2;
        sums.beyond[2 * year] += ratios[0] > 0 ? 1 : 0;
        sums.beyond[2 * year + 1] += ratios[1] < 0.05 ? 1 : 0;
    }
    constexpr std::size_t last_equity = figures - figures_by_year + equity_by_hand;
    const double y = row[last_equity] - centre[last_equity];
    for (std::size_t i = 0; i < drivers; ++i) {
        double x = 0;
        for (const double one : deviations[i]) x += one;
        x /= static_cast<double>(years);
        sums.x[i] += x;
        sums.xx[i] += x * x;
        sums.xy[i] += x * y;
    }
}

/// The bins of all figures, side by side.
struct Counts {
    std::array<Bins, figures> bins;
    Row origin{};
    Row per_unit{};
    std::vector<std::uint32_t> counts = std::vector<std::uint32_t>(figures * bins_per_figure);

    void add(const Row& row) {
        std::array<std::int32_t, figures> found;
        for (std::size_t k = 0; k < figures; ++k) {
            double place = (row[k] - origin[k]) * per_unit[k] + 1;
            place = place > 0 ? place : 0;
            place = place < bins_per_figure - 1 ? place : bins_per_figure - 1;
            found[k] = static_cast<std::int32_t>(place);
        }
        for (std::size_t k = 0; k < figures; ++k) ++counts[k * bins_per_figure + static_cast<std::size_t>(found[k])];
    }
};

RiskByHand finish(const Sums& sums, const Row& centre, std::int64_t draws) {
    RiskByHand made;
    const auto count = static_cast<double>(draws);
    for (std::size_t k = 0; k < figures; ++k) {
        made.means.push_back(centre[k] + sums.sum[k] / count);
        made.deviations.push_back(std::sqrt((sums.squares[k] - sums.sum[k] * sums.sum[k] / count) / (count - 1)));
    }
    constexpr std::size_t last_equity = figures - figures_by_year + equity_by_hand;
    const double yy = sums.squares[last_equity] - sums.sum[last_equity] * sums.sum[last_equity] / count;
    for (std::size_t i = 0; i < drivers; ++i) {
        const double xx = sums.xx[i] - sums.x[i] * sums.x[i] / count;
        const double xy = sums.xy[i] - sums.x[i] * sums.sum[last_equity] / count;
        made.shares[i] = xy * xy / (xx * yy);
    }
    for (std::size_t i = 0; i < 2 * years; ++i) made.chances[i] = static_cast<double>(sums.beyond[i]) / count;
    return made;
}

}  // namespace

RiskByHand draw_by_hand(std::int64_t draws, std::uint64_t seed, bool keep_all) {
    std::array<std::uint64_t, drivers> streams{};
    for (std::size_t i = 0; i < drivers; ++i) streams[i] = scenario::detail::stream_name(risk_drivers[i].code);
    const Expected expected = expected_drivers();
    const auto count = static_cast<std::size_t>(draws);
    const std::size_t kept = keep_all ? count : std::min(count, sample);
    const auto values = std::make_unique_for_overwrite<double[]>(kept * figures);
    const auto sums = std::make_unique<Sums>();
    const auto counts = std::make_unique<Counts>();
    const auto row = std::make_unique<Row>();
    const auto centre = std::make_unique<Row>();
    compute_row(expected, Deviations{}, *centre);
    sums->least = *centre;
    sums->most = *centre;
    std::array<Deviations, group> deviations{};
    for (std::size_t draw = 0; draw < count; ++draw) {
        if (draw % group == 0) draw_group(seed, draw / group, streams, deviations);
        compute_row(expected, deviations[draw % group], *row);
        add_row(*row, *centre, deviations[draw % group], *sums);
        if (draw < kept) {
            for (std::size_t k = 0; k < figures; ++k) values[k * kept + draw] = (*row)[k];
        } else {
            counts->add(*row);
        }
        if (keep_all || draw + 1 != kept) continue;
        for (std::size_t k = 0; k < figures; ++k) {
            const auto extent = scenario::detail::extent_of(std::span(values.get() + k * kept, kept));
            counts->origin[k] = extent.low;
            counts->per_unit[k] = (bins_per_figure - 2) / std::max(extent.high - extent.low, 1e-300);
            counts->bins[k] = Bins(extent, false, bins_per_figure);
        }
        for (std::size_t early = 0; early < kept; ++early) {
            for (std::size_t k = 0; k < figures; ++k) (*row)[k] = values[k * kept + early];
            counts->add(*row);
        }
    }
    RiskByHand made = finish(*sums, *centre, draws);
    for (std::size_t k = 0; k < figures; ++k) {
        if (!keep_all) {
            made.quantiles.push_back(
                counts->bins[k].quantiles(std::span(counts->counts).subspan(k * bins_per_figure, bins_per_figure),
                                          {sums->least[k], sums->most[k]}));
            continue;
        }
        Quantiles found;
        double* const first = values.get() + k * count;
        double* from = first;
        for (std::size_t i = 0; i < found.values.size(); ++i) {
            double* const place = first + scenario::detail::rank_of(scenario::detail::quantile_percents[i], draws) - 1;
            std::nth_element(from, place, first + count);
            found.values[i] = *place;
            from = place;
        }
        made.quantiles.push_back(found);
    }
    return made;
}

}  // namespace begroot::bench
