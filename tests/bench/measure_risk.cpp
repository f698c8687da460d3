// Draws the model of risk_model.hpp: measure_risk ours|plain|plain-exact DRAWS [THREADS], or computes scenarios of it
// one after the other: measure_risk scenarios COUNT. Prints the CPU time, the peak of the memory and some outcomes, by
// which the ways are held against each other.

#include "bench/risk_by_hand.hpp"
#include "bench/risk_model.hpp"
#include "scenario/risk.hpp"
#include "scenario/scenario.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include <sys/resource.h>

namespace begroot::bench {

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

double cpu_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void show(std::string_view name, double p5, double p50, double p95, double mean, double deviation) {
    std::cout << name << ' ' << p5 << ' ' << p50 << ' ' << p95 << ' ' << mean << ' ' << deviation << '\n';
}

int draw_ours(std::int64_t draws, int threads) {
    const model::Definition definition = risk_definition();
    const auto graph = model::compile(definition);
    if (!graph) {
        for (const Error& error : graph.error()) std::cerr << to_text(error) << '\n';
        return EXIT_FAILURE;
    }
    const auto risk = scenario::draw_risk(*graph, definition, {}, {draws, 1, threads});
    if (!risk) {
        std::cerr << to_text(risk.error()) << '\n';
        return EXIT_FAILURE;
    }
    for (const scenario::Band& band : risk->bands) {
        if (band.year == definition.last_year)
            show(graph->series[band.series].name, band.p5, band.p50, band.p95, band.mean, band.standard_deviation);
    }
    for (const RiskDriver& driver : risk_drivers) {
        const auto share = std::ranges::find(risk->shares, driver.code, &scenario::Share::driver);
        std::cout << "deel " << driver.code << ' ' << share->share << '\n';
    }
    const auto& crossings = risk->crossings;
    std::cout << "kans " << crossings[risk_years - 1].chance << ' ' << crossings.back().chance << '\n';
    return EXIT_SUCCESS;
}

/// Lays `count` scenarios over the model, each with three drivers changed from another year, and adds up their results.
int run_scenarios(std::int64_t count) {
    const model::Definition definition = risk_definition();
    const auto graph = model::compile(definition);
    if (!graph) return EXIT_FAILURE;
    model::Evaluator evaluator(*graph);
    double sum = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        std::vector<scenario::Adjustment> changes;
        for (std::int64_t k = 0; k < 3; ++k) {
            const char* code = risk_drivers[static_cast<std::size_t>(i + 4 * k) % risk_drivers.size()].code;
            const std::int64_t year = risk_base_year + 1 + i % risk_years;
            const auto change = scenario::parse_adjustment(
                std::string(code) + "=+" + std::to_string(1 + (i + k) % 9) + "%@" + std::to_string(year) + "-",
                definition, *graph);
            if (!change) {
                std::cerr << to_text(change.error()) << '\n';
                return EXIT_FAILURE;
            }
            changes.push_back(*change);
        }
        const auto overlay = scenario::overlay_of(*graph, changes);
        if (!overlay) return EXIT_FAILURE;
        evaluator.set_overlay(*overlay);
        for (model::NodeId node = 0; node < graph->nodes.size(); ++node) sum += evaluator.value(node);
    }
    std::cout << "som " << sum << '\n';
    return EXIT_SUCCESS;
}

int show_by_hand(std::int64_t draws, bool keep_all) {
    constexpr double cents_per_euro = 100;
    const RiskByHand found = draw_by_hand(draws, 1, keep_all);
    const auto show_figure = [&](std::string_view name, std::size_t figure) {
        const std::size_t i = figures_by_year * (risk_years - 1) + figure;
        const auto& values = found.quantiles[i].values;
        show(name, values[0] / cents_per_euro, values[2] / cents_per_euro, values[4] / cents_per_euro,
             found.means[i] / cents_per_euro, found.deviations[i] / cents_per_euro);
    };
    for (std::size_t i = 0; i < risk_lines; ++i) show_figure("regel_" + std::to_string(i), i);
    show_figure("resultaat", resultaat_by_hand);
    show_figure("eigen_vermogen", equity_by_hand);
    for (std::size_t i = 0; i < found.shares.size(); ++i)
        std::cout << "deel " << risk_drivers[i].code << ' ' << found.shares[i] << '\n';
    std::cout << "kans " << found.chances[18] << ' ' << found.chances[19] << '\n';
    return EXIT_SUCCESS;
}

}  // namespace

}  // namespace begroot::bench

int main(int count, char** words) {
    using namespace begroot::bench;
    if (count < 3) return EXIT_FAILURE;
    const std::string_view way = words[1];
    const std::int64_t draws = std::atoll(words[2]);
    std::cout.precision(12);
    const double start = cpu_seconds();
    int outcome = EXIT_FAILURE;
    if (way == "ours") outcome = draw_ours(draws, count > 3 ? std::atoi(words[3]) : 1);
    if (way == "scenarios") outcome = run_scenarios(draws);
    if (way == "plain" || way == "plain-exact") outcome = show_by_hand(draws, way == "plain-exact");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cerr << way << ' ' << draws << ": " << cpu_seconds() - start << " s, " << usage.ru_maxrss / 1024 << " MiB\n";
    return outcome;
}
