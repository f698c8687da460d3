#include "scenario/risk.hpp"

#include "scenario/detail/asked_figures.hpp"
#include "scenario/detail/deviation_columns.hpp"
#include "scenario/detail/draw_run.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace begroot::scenario {

namespace {

constexpr double cents_per_euro_drawn = 100;

std::optional<Error> impossible(const RiskOptions& options) {
    if (options.draws < 1 || options.draws > draws_max)
        return Error{ErrorKind::usage,
                     {},
                     std::to_string(options.draws) + " trekkingen",
                     "1 tot en met " + std::to_string(draws_max),
                     "kies een ander aantal trekkingen"};
    if (options.threads < 0 || options.threads > threads_max)
        return Error{ErrorKind::usage,
                     {},
                     std::to_string(options.threads) + " draden",
                     "0 (alle kernen) tot en met " + std::to_string(threads_max),
                     "kies een ander aantal draden"};
    return std::nullopt;
}

/// Turns a figure of a series into its unit: cents into euros, rounded to the cent.
double in_unit_drawn(double value, bool in_cents) {
    return in_cents ? std::round(value) / cents_per_euro_drawn : value;
}

Band band_of(const detail::AskedFigure& figure, const detail::Quantiles& quantiles, double mean,
             double standard_deviation) {
    const auto& [p5, p25, p50, p75, p95] = quantiles.values;
    Band band;
    band.series = figure.series;
    band.year = figure.year;
    band.p5 = in_unit_drawn(p5, figure.in_cents);
    band.p25 = in_unit_drawn(p25, figure.in_cents);
    band.p50 = in_unit_drawn(p50, figure.in_cents);
    band.p75 = in_unit_drawn(p75, figure.in_cents);
    band.p95 = in_unit_drawn(p95, figure.in_cents);
    band.mean = in_unit_drawn(mean, figure.in_cents);
    band.standard_deviation = in_unit_drawn(standard_deviation, figure.in_cents);
    band.error = in_unit_drawn(quantiles.error, figure.in_cents);
    return band;
}

std::vector<Band> bands_of(const model::BlockEvaluator& evaluator, const detail::AskedFigures& asked,
                           const detail::DrawRun& run) {
    std::vector<Band> bands;
    bands.reserve(asked.banded);
    for (std::size_t i = 0; i < asked.banded; ++i) {
        const detail::AskedFigure& figure = asked.figures[i];
        if (const auto uncertain = run.uncertain(i)) {
            bands.push_back(band_of(figure, run.quantiles(*uncertain), run.mean(*uncertain),
                                    run.sums().figures[*uncertain].standard_deviation()));
        } else {
            detail::Quantiles certain;
            certain.values.fill(evaluator.base_value(i));
            bands.push_back(band_of(figure, certain, evaluator.base_value(i), 0));
        }
    }
    return bands;
}

std::vector<Crossing> crossings_of(const detail::AskedFigures& asked, const detail::DrawSums& sums) {
    std::vector<Crossing> crossings;
    for (std::size_t i = 0; i < asked.crossings.size(); ++i) {
        Crossing made{asked.crossings[i].ratio, asked.crossings[i].year, 0, 0};
        if (sums.crossings[i].count > 0) {
            const auto count = static_cast<double>(sums.crossings[i].count);
            made.chance = static_cast<double>(sums.crossings[i].beyond) / count;
            made.standard_error = std::sqrt(made.chance * (1 - made.chance) / count);
        }
        crossings.push_back(std::move(made));
    }
    return crossings;
}

std::vector<Share> shares_of(std::span<const detail::DriverColumns> drivers, const detail::DrawSums& sums) {
    std::vector<Share> shares;
    shares.reserve(drivers.size());
    for (std::size_t i = 0; i < drivers.size(); ++i)
        shares.push_back({drivers[i].code, detail::squared_correlation(sums.drivers[i], sums.explained)});
    std::ranges::stable_sort(shares, std::greater<>(), &Share::share);
    return shares;
}

}  // namespace

Result<Risk> draw_risk(const model::Graph& graph, const model::Definition& definition, const model::Overlay& overlay,
                       const RiskOptions& options) {
    if (auto error = impossible(options)) return failure(std::move(*error));
    const auto columns = detail::DeviationColumns::make(graph, definition);
    if (!columns) return failure(columns.error());
    const detail::AskedFigures asked = detail::asked_figures(graph, definition);
    std::vector<model::NodeId> outputs;
    outputs.reserve(asked.figures.size());
    for (const detail::AskedFigure& one : asked.figures) outputs.push_back(one.node);
    const model::BlockEvaluator evaluator(graph, overlay, columns->nodes(), outputs);
    detail::DrawRun run(evaluator, *columns, asked, options);
    run.run();
    Risk risk;
    risk.options = options;
    risk.bands = bands_of(evaluator, asked, run);
    risk.crossings = crossings_of(asked, run.sums());
    if (asked.explained) {
        risk.explained_series = asked.figures[*asked.explained].series;
        risk.explained_year = asked.figures[*asked.explained].year;
        risk.shares = shares_of(columns->drivers(), run.sums());
    }
    for (const model::Variable& one : definition.variables) {
        if (one.kind == model::VariableKind::driver && !one.uncertainty) risk.certain_drivers.push_back(one.code);
    }
    risk.without_value = run.sums().without_value;
    return risk;
}

}  // namespace begroot::scenario
