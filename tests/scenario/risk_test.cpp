// Whole Monte Carlo runs, against what is known in closed form.

#include "scenario/risk.hpp"

#include "model/small_model.hpp"

#include <cmath>
#include <functional>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <gmock/gmock.h>

namespace begroot::scenario {

namespace {

using model::Uncertainty;
using model::VariableKind;
using model::testing::SmallModel;
using Shape = model::Uncertainty::Shape;

/// Standard errors that an outcome may be off: 5 of them happen once in two million.
constexpr double errors_allowed = 5;
/// So few bytes that values are counted in bins.
constexpr std::size_t few_bytes = 400'000;

void spread(model::Variable& driver, double share, double over_years = 1) {
    driver.uncertainty.emplace();
    driver.uncertainty->spread = share;
    driver.uncertainty->over_years = over_years;
}

Risk drawn(const SmallModel& small, RiskOptions options = {}, const model::Overlay& overlay = {}) {
    const model::Graph graph = small.graph();
    auto risk = draw_risk(graph, small.definition, overlay, options);
    if (!risk) {
        ADD_FAILURE() << to_text(risk.error());
        return {};
    }
    return std::move(*risk);
}

std::string refused(const SmallModel& small, RiskOptions options = {}) {
    const model::Graph graph = small.graph();
    const auto risk = draw_risk(graph, small.definition, {}, options);
    return risk ? "" : to_text(risk.error());
}

/// Finds the band of a series in a year.
Band band(const Risk& risk, const SmallModel& small, const std::string& name, std::int32_t year) {
    const auto series = small.graph().find_series(name);
    for (const Band& one : risk.bands) {
        if (series && one.series == *series && one.year == year) return one;
    }
    ADD_FAILURE() << name << "@" << year;
    return {};
}

/// Expects a band to be that of a distribution: `quantile` gives its values, `density` how dense it is there.
void expect_band(const Band& found, double mean, double deviation, std::int64_t draws,
                 const std::function<double(double)>& quantile, const std::function<double(double)>& density) {
    const double root = std::sqrt(static_cast<double>(draws));
    EXPECT_NEAR(found.mean, mean, errors_allowed * deviation / root + 0.01);
    EXPECT_NEAR(found.standard_deviation, deviation, errors_allowed * deviation / root + 0.01);
    const auto near = [&](double value, double share) {
        const double expected = quantile(share);
        const double error = std::sqrt(share * (1 - share)) / density(expected) / root;
        EXPECT_NEAR(value, expected, errors_allowed * error + found.error + 0.01) << share;
    };
    near(found.p5, 0.05);
    near(found.p25, 0.25);
    near(found.p50, 0.50);
    near(found.p75, 0.75);
    near(found.p95, 0.95);
}

void expect_normal(const Band& found, double mean, double deviation, std::int64_t draws) {
    const boost::math::normal normal(mean, deviation);
    expect_band(
        found, mean, deviation, draws, [&](double p) { return quantile(normal, p); },
        [&](double x) { return pdf(normal, x); });
}

/// Income from a and b, expense from c, over three years.
SmallModel three_drivers() {
    SmallModel model(2025, 2028, 2025);
    model.driver("a", "€", {{2025, 400000}}, "a[-1]");
    model.driver("b", "€", {{2025, 300000}}, "b[-1]");
    model.driver("c", "€", {{2025, 500000}}, "c[-1]");
    model.line("baten_a", Side::income, "3.1", "a");
    model.line("baten_b", Side::income, "3.5", "b");
    model.line("lasten_c", Side::expense, "4.1", "c");
    return model;
}

model::Variable& variable(SmallModel& small, const std::string& code) {
    return *std::ranges::find(small.definition.variables, code, &model::Variable::code);
}

SmallModel three_uncertain(double over_years = 1) {
    SmallModel model = three_drivers();
    spread(variable(model, "a"), 0.05, over_years);
    spread(variable(model, "b"), 0.10, over_years);
    spread(variable(model, "c"), 0.04, over_years);
    return model;
}

TEST(Risk, ASumOfNormalsIsNormal) {
    const Risk risk = drawn(three_uncertain(), {50'000, 11, 2});
    const SmallModel small = three_uncertain();
    const double deviation = std::sqrt(20000.0 * 20000 + 30000.0 * 30000 + 20000.0 * 20000);
    for (std::int32_t year = 2026; year <= 2028; ++year)
        expect_normal(band(risk, small, "resultaat", year), 200000, deviation, 50'000);
    expect_normal(band(risk, small, "baten_a", 2027), 400000, 20000, 50'000);
    EXPECT_EQ(risk.without_value, 0);
}

TEST(Risk, OneDeviationForAllYearsIsTheSameInEveryYear) {
    SmallModel small = three_uncertain();
    small.variable(VariableKind::ratio, "verschil", "€", "baten_a - baten_a[-1]");
    const Risk risk = drawn(small, {5000, 1, 1});
    const Band later = band(risk, small, "verschil", 2028);
    EXPECT_EQ(later.p5, 0);
    EXPECT_EQ(later.p95, 0);
    const Band first = band(risk, small, "verschil", 2026);  // the base year is certain
    EXPECT_GT(first.p95, 20000);
}

TEST(Risk, YearsFollowTheYearBeforeAsAsked) {
    // The difference between two years has variance 2 s² (1 - r) and a sum 2 s² (1 + r).
    SmallModel small = three_uncertain(0.6);
    small.variable(VariableKind::ratio, "verschil", "€", "baten_a - baten_a[-1]");
    small.variable(VariableKind::ratio, "twee_jaar_terug", "€", "baten_a - baten_a[-2]");
    const Risk risk = drawn(small, {50'000, 3, 2});
    expect_normal(band(risk, small, "verschil", 2027), 0, 20000 * std::sqrt(2 * (1 - 0.6)), 50'000);
    expect_normal(band(risk, small, "verschil", 2028), 0, 20000 * std::sqrt(2 * (1 - 0.6)), 50'000);
    expect_normal(band(risk, small, "twee_jaar_terug", 2028), 0, 20000 * std::sqrt(2 * (1 - 0.36)), 50'000);
    expect_normal(band(risk, small, "baten_a", 2028), 400000, 20000, 50'000);
}

TEST(Risk, CorrelationsAreRecoveredInEveryYear) {
    SmallModel small = three_uncertain(0.5);
    variable(small, "b").uncertainty->over_years = 0.8;
    small.definition.correlations = {{"a", "b", 0.7, {}}, {"c", "b", -0.4, {}}};
    const Risk risk = drawn(small, {50'000, 5, 2});
    const double both = std::sqrt(20000.0 * 20000 + 30000.0 * 30000 + 2 * 0.7 * 20000 * 30000);
    // a and c are not tied: c moves against b alone, and is taken off.
    const double all = std::sqrt(both * both + 20000.0 * 20000 + 2 * 0.4 * 30000 * 20000);
    for (std::int32_t year = 2026; year <= 2028; ++year) {
        expect_normal(band(risk, small, "totaal_baten", year), 700000, both, 50'000);
        expect_normal(band(risk, small, "resultaat", year), 200000, all, 50'000);
    }
}

TEST(Risk, WhollyTiedDriversMoveAsOne) {
    SmallModel small = three_uncertain();
    small.definition.correlations = {{"a", "b", 1, {}}, {"b", "c", -1, {}}, {"a", "c", -1, {}}};
    const Risk risk = drawn(small, {50'000, 5, 2});
    expect_normal(band(risk, small, "resultaat", 2028), 200000, 70000, 50'000);
}

TEST(Risk, LognormalKeepsItsMedian) {
    SmallModel small = three_drivers();
    Uncertainty& shape = variable(small, "a").uncertainty.emplace();
    shape.shape = Shape::lognormal;
    shape.spread = 0.3;
    const Risk risk = drawn(small, {50'000, 2, 2});
    const double middle = 400000;
    const double mean = middle * std::exp(0.045);
    const double deviation = mean * std::sqrt(std::exp(0.09) - 1);
    const boost::math::normal normal;
    const Band found = band(risk, small, "baten_a", 2026);
    EXPECT_NEAR(found.mean, mean, errors_allowed * deviation / std::sqrt(50'000.0));
    EXPECT_NEAR(found.standard_deviation, deviation, 0.02 * deviation);
    const auto near = [&](double value, double share) {
        const double score = quantile(normal, share);
        const double error = std::sqrt(share * (1 - share) / 50'000) / pdf(normal, score);
        EXPECT_NEAR(std::log(value / middle), 0.3 * score, errors_allowed * 0.3 * error);
    };
    near(found.p5, 0.05);
    near(found.p50, 0.5);
    near(found.p95, 0.95);
}

TEST(Risk, BoundedShapesHaveTheirMoments) {
    const auto moments = [](Shape kind) {
        SmallModel small = three_drivers();
        Uncertainty& shape = variable(small, "a").uncertainty.emplace();
        shape.shape = kind;
        shape.low = -0.1;
        shape.top = 0.05;
        shape.high = 0.2;
        const Band found = band(drawn(small, {50'000, 7, 2}), small, "baten_a", 2028);
        return std::pair(found.mean / 400000 - 1, found.standard_deviation / 400000);
    };
    const double root = std::sqrt(50'000.0);
    const auto [uniform_mean, uniform_deviation] = moments(Shape::uniform);
    EXPECT_NEAR(uniform_mean, 0.05, errors_allowed * 0.3 / std::sqrt(12) / root);
    EXPECT_NEAR(uniform_deviation, 0.3 / std::sqrt(12), errors_allowed * 0.087 / root);
    const auto [triangular_mean, triangular_deviation] = moments(Shape::triangular);
    EXPECT_NEAR(triangular_mean, 0.05, errors_allowed * 0.07 / root);
    EXPECT_NEAR(triangular_deviation, 0.3 / std::sqrt(24), errors_allowed * 0.062 / root);
    const auto [pert_mean, pert_deviation] = moments(Shape::pert);
    // Mean (low + 4 top + high) / 6; variance (mean - low)(high - mean) / 7.
    EXPECT_NEAR(pert_mean, 0.05, errors_allowed * 0.06 / root);
    EXPECT_NEAR(pert_deviation, std::sqrt(0.15 * 0.15 / 7), errors_allowed * 0.057 / root);
}

TEST(Risk, PertHasTheQuantilesOfItsBeta) {
    SmallModel small = three_drivers();
    Uncertainty& shape = variable(small, "a").uncertainty.emplace();
    shape.shape = Shape::pert;
    shape.low = -0.1;
    shape.top = 0;
    shape.high = 0.3;
    const boost::math::beta_distribution beta(1 + 4 * 0.1 / 0.4, 1 + 4 * 0.3 / 0.4);
    const double scale = 0.4 * 400000;
    const double start = 0.9 * 400000;
    expect_band(
        band(drawn(small, {50'000, 8, 2}), small, "baten_a", 2028), start + scale * mean(beta),
        scale * standard_deviation(beta), 50'000, [&](double p) { return start + scale * quantile(beta, p); },
        [&](double x) { return pdf(beta, (x - start) / scale) / scale; });
}

TEST(Risk, AnAbsoluteDeviationIsInTheUnitOfTheDriver) {
    SmallModel small = three_drivers();
    Uncertainty& shape = variable(small, "a").uncertainty.emplace();
    shape.shape = Shape::discrete;
    shape.relative = false;
    shape.outcomes = {-1000, 2500};
    shape.chances = {0.5, 0.5};
    const Band found = band(drawn(small, {10'000, 8, 2}), small, "baten_a", 2028);
    EXPECT_EQ(found.p5, 399000);
    EXPECT_EQ(found.p95, 402500);
}

TEST(Risk, MembersDeviateTogetherOrEachOnItsOwn) {
    const auto deviation = [](bool per_member) {
        SmallModel small(2025, 2026, 2025);
        small.definition.lists.push_back({"soort", {"w", "x", "y", "z"}, {}});
        model::Variable& rate = small.variable(VariableKind::driver, "tarief", "€", "tarief[-1]");
        rate.lists = {"soort"};
        for (const char* member : {"w", "x", "y", "z"}) SmallModel::give(rate, {member}, {{2025, 1000}});
        spread(rate, 0.1);
        rate.uncertainty->per_member = per_member;
        small.line("som", Side::income, "3.1", "som(tarief; soort)");
        return band(drawn(small, {50'000, 8, 2}), small, "som", 2026).standard_deviation;
    };
    EXPECT_NEAR(deviation(false), 400, 400 * errors_allowed / std::sqrt(50'000.0));
    EXPECT_NEAR(deviation(true), 200, 200 * errors_allowed / std::sqrt(50'000.0));
}

TEST(Risk, StartsInItsFirstUncertainYear) {
    SmallModel small = three_uncertain();
    variable(small, "a").uncertainty->from = 2028;
    const Risk risk = drawn(small, {2000, 1, 1});
    EXPECT_EQ(band(risk, small, "baten_a", 2027).p5, 400000);
    EXPECT_EQ(band(risk, small, "baten_a", 2027).standard_deviation, 0);
    EXPECT_LT(band(risk, small, "baten_a", 2028).p5, 390000);
}

TEST(Risk, LiesOverAScenario) {
    const SmallModel small = three_uncertain();
    model::Overlay overlay;
    const model::Graph graph = small.graph();
    overlay.changes[model::testing::node(graph, "a", 2028)] = {{model::NodeChange::Kind::set, 800000, model::no_node}};
    const Risk risk = drawn(small, {50'000, 4, 2}, overlay);
    expect_normal(band(risk, small, "baten_a", 2028), 800000, 40000, 50'000);
    expect_normal(band(risk, small, "baten_a", 2027), 400000, 20000, 50'000);
}

/// The partnership with uncertain pupils, participation and rates.
SmallModel uncertain_partnership() {
    SmallModel small = model::testing::partnership();
    spread(variable(small, "leerlingen"), 0.01, 0.9);
    Uncertainty& share = variable(small, "deelname").uncertainty.emplace();
    share.shape = Shape::pert;
    share.relative = false;
    share.low = -0.001;
    share.top = 0;
    share.high = 0.003;
    share.over_years = 0.7;
    share.per_member = true;
    spread(variable(small, "tarief"), 0.02, 0.9);
    small.definition.correlations = {{"leerlingen", "tarief", 0.3, {}}};
    return small;
}

/// Expects two runs to have the same bits, whatever the threads.
void expect_same(const Risk& a, const Risk& b) {
    ASSERT_EQ(a.bands.size(), b.bands.size());
    for (std::size_t i = 0; i < a.bands.size(); ++i) {
        EXPECT_EQ(a.bands[i].series, b.bands[i].series);
        EXPECT_EQ(a.bands[i].p5, b.bands[i].p5);
        EXPECT_EQ(a.bands[i].p25, b.bands[i].p25);
        EXPECT_EQ(a.bands[i].p50, b.bands[i].p50);
        EXPECT_EQ(a.bands[i].p75, b.bands[i].p75);
        EXPECT_EQ(a.bands[i].p95, b.bands[i].p95);
        EXPECT_EQ(a.bands[i].mean, b.bands[i].mean);
        EXPECT_EQ(a.bands[i].standard_deviation, b.bands[i].standard_deviation);
        EXPECT_EQ(a.bands[i].error, b.bands[i].error);
    }
    ASSERT_EQ(a.crossings.size(), b.crossings.size());
    for (std::size_t i = 0; i < a.crossings.size(); ++i) EXPECT_EQ(a.crossings[i].chance, b.crossings[i].chance);
    ASSERT_EQ(a.shares.size(), b.shares.size());
    for (std::size_t i = 0; i < a.shares.size(); ++i) {
        EXPECT_EQ(a.shares[i].driver, b.shares[i].driver);
        EXPECT_EQ(a.shares[i].share, b.shares[i].share);
    }
    EXPECT_EQ(a.without_value, b.without_value);
}

TEST(Risk, HasTheSameBitsForAnyNumberOfThreads) {
    const SmallModel whole = uncertain_partnership();
    SmallModel small = three_uncertain(0.5);
    small.variable(VariableKind::ratio, "deel", "1", "baten_a / totaal_baten");
    for (const std::int64_t draws : {1, 127, 2001}) {
        const Risk one = drawn(whole, {draws, 42, 1});
        for (const int threads : {2, 3, 7}) expect_same(one, drawn(whole, {draws, 42, threads}));
    }
    for (const std::size_t exact_bytes : {exact_bytes_max, few_bytes}) {
        const Risk one = drawn(small, {30'001, 42, 1, exact_bytes});
        EXPECT_EQ(band(one, small, "deel", 2028).error > 0, exact_bytes == few_bytes);
        for (const int threads : {2, 3, 7}) expect_same(one, drawn(small, {30'001, 42, threads, exact_bytes}));
    }
}

TEST(Risk, AnotherSeedGivesAnotherOutcome) {
    const SmallModel small = uncertain_partnership();
    const Band one = band(drawn(small, {5000, 1, 1}), small, "resultaat", 2034);
    const Band other = band(drawn(small, {5000, 2, 1}), small, "resultaat", 2034);
    EXPECT_NE(one.p50, other.p50);
    EXPECT_NE(one.mean, other.mean);
    EXPECT_NEAR(one.mean, other.mean, one.standard_deviation * 8 / std::sqrt(5000));
}

TEST(Risk, ADriverKeepsItsNumbersWhenAnotherIsAdded) {
    SmallModel small = three_drivers();
    spread(variable(small, "b"), 0.1, 0.5);
    const Band alone = band(drawn(small, {3000, 1, 1}), small, "baten_b", 2028);
    spread(variable(small, "a"), 0.1, 0.5);
    const Band together = band(drawn(small, {3000, 1, 1}), small, "baten_b", 2028);
    EXPECT_EQ(alone.p5, together.p5);
    EXPECT_EQ(alone.mean, together.mean);
}

TEST(Risk, BinsAreWithinTheirErrorOfTheExactQuantiles) {
    SmallModel small = three_uncertain(0.5);
    small.variable(VariableKind::ratio, "deel", "1", "baten_a / totaal_baten");
    const Risk exact = drawn(small, {40'000, 9, 2});
    const Risk binned = drawn(small, {40'000, 9, 2, few_bytes});
    ASSERT_EQ(exact.bands.size(), binned.bands.size());
    for (std::size_t i = 0; i < exact.bands.size(); ++i) {
        const Band& a = exact.bands[i];
        const Band& b = binned.bands[i];
        EXPECT_EQ(a.error, 0);
        EXPECT_LE(b.error, 0.003 * b.standard_deviation) << i;
        EXPECT_EQ(b.error > 0, b.standard_deviation > 0) << i;
        const double allowed = b.error * (1 + 1e-9);
        EXPECT_LE(std::abs(a.p5 - b.p5), allowed) << i;
        EXPECT_LE(std::abs(a.p25 - b.p25), allowed) << i;
        EXPECT_LE(std::abs(a.p50 - b.p50), allowed) << i;
        EXPECT_LE(std::abs(a.p75 - b.p75), allowed) << i;
        EXPECT_LE(std::abs(a.p95 - b.p95), allowed) << i;
        EXPECT_NEAR(a.mean, b.mean, 0.011);
        EXPECT_NEAR(a.standard_deviation, b.standard_deviation, 0.011);
    }
    for (std::size_t i = 0; i < exact.shares.size(); ++i)
        EXPECT_NEAR(exact.shares[i].share, binned.shares[i].share, 1e-9);
}

TEST(Risk, ListsLinesTotalsItemsAndRatiosAfterTheBaseYear) {
    const SmallModel small = uncertain_partnership();
    const model::Graph graph = small.graph();
    const Risk risk = drawn(small, {300, 1, 1});
    std::vector<std::string> names;
    for (const Band& one : risk.bands) {
        EXPECT_GT(one.year, 2025);
        if (names.empty() || names.back() != graph.series[one.series].name)
            names.push_back(graph.series[one.series].name);
    }
    std::vector<std::string> expected = {"bekostiging",   "afdracht.laag", "afdracht.midden",
                                         "afdracht.hoog", "staf",          "rente"};
    for (const std::string& name : model::built_in_names()) expected.push_back(name);
    for (const char* name : {"eigen_vermogen", "schulden", "vorderingen", "liquide_middelen", "bovenmatig"})
        expected.emplace_back(name);
    EXPECT_EQ(names, expected);
    EXPECT_EQ(risk.certain_drivers, (std::vector<std::string>{"index", "bedrag"}));
    const Band rent = band(risk, small, "rente", 2030);
    EXPECT_EQ(rent.p5, 1000.01);
    EXPECT_EQ(rent.p95, 1000.01);
    EXPECT_EQ(band(risk, small, "balansverschil", 2030).standard_deviation, 0);
}

TEST(Risk, ChancesCountCrossingsInTheirDirection) {
    SmallModel small = three_uncertain();
    for (const auto direction : {model::SignalDirection::below, model::SignalDirection::above}) {
        const bool below = direction == model::SignalDirection::below;
        model::Variable& ratio = small.variable(VariableKind::ratio, below ? "laag" : "hoog", "€", "baten_a");
        ratio.ratio.signal = *model::parse_formula("420000");
        ratio.ratio.signal_text = "420000";
        ratio.ratio.direction = direction;
    }
    const Risk risk = drawn(small, {50'000, 3, 2});
    ASSERT_EQ(risk.crossings.size(), 6U);
    const double expected = 0.15865525393145707;  // above one standard deviation
    for (const Crossing& one : risk.crossings) {
        const double chance = one.ratio == "hoog" ? expected : 1 - expected;
        EXPECT_NEAR(one.chance, chance, errors_allowed * one.standard_error) << one.ratio;
        EXPECT_NEAR(one.standard_error, std::sqrt(expected * (1 - expected) / 50'000), 1e-5);
    }
}

TEST(Risk, SharesAreTheVarianceThatGoesWithADriver) {
    SmallModel small = three_uncertain(1);
    const Risk risk = drawn(small, {50'000, 3, 2});
    EXPECT_EQ(small.graph().series[risk.explained_series].name, "resultaat");
    EXPECT_EQ(risk.explained_year, 2028);
    ASSERT_EQ(risk.shares.size(), 3U);
    EXPECT_EQ(risk.shares[0].driver, "b");
    EXPECT_NEAR(risk.shares[0].share, 9.0 / 17, 0.01);
    EXPECT_NEAR(risk.shares[1].share, 4.0 / 17, 0.01);
    EXPECT_NEAR(risk.shares[2].share, 4.0 / 17, 0.01);
    const SmallModel whole = uncertain_partnership();
    EXPECT_EQ(whole.graph().series[drawn(whole, {500, 1, 1}).explained_series].name, "eigen_vermogen");
}

TEST(Risk, CountsDrawsWithoutAValue) {
    SmallModel small = three_drivers();
    Uncertainty& shape = variable(small, "a").uncertainty.emplace();
    shape.shape = Shape::discrete;
    shape.relative = false;
    shape.outcomes = {-400000, 100000};
    shape.chances = {0.25, 0.75};
    small.variable(VariableKind::ratio, "deel", "1", "b / a");
    for (const std::size_t exact_bytes : {exact_bytes_max, few_bytes}) {
        const Risk risk = drawn(small, {10'000, 5, 2, exact_bytes});
        EXPECT_NEAR(static_cast<double>(risk.without_value) / 10'000, 0.25, 0.02);
        const Band found = band(risk, small, "deel", 2028);
        EXPECT_NEAR(found.p5, 0.6, found.error + 1e-12);
        EXPECT_NEAR(found.mean, 0.6, 1e-9);
    }
}

TEST(Risk, RefusesWhatCannotBeDrawn) {
    EXPECT_EQ(refused(three_drivers()),
              "proef.toml: geen enkele aanname heeft een onzekerheid (verwacht: minstens een [[aanname]] met "
              "onzekerheid). Geef een aanname een onzekerheid.");
    EXPECT_THAT(refused(three_uncertain(), {0, 1, 1}), ::testing::HasSubstr("0 trekkingen"));
    EXPECT_THAT(refused(three_uncertain(), {draws_max + 1, 1, 1}), ::testing::HasSubstr("100000001 trekkingen"));
    EXPECT_THAT(refused(three_uncertain(), {10, 1, -1}), ::testing::HasSubstr("-1 draden"));
    EXPECT_THAT(refused(three_uncertain(), {10, 1, 257}), ::testing::HasSubstr("257 draden"));
}

TEST(Risk, RefusesCorrelationsThatCannotHoldTogether) {
    SmallModel small = three_uncertain();
    model::Variable& other = small.driver("d", "€", {{2025, 1}}, "d[-1]");
    spread(other, 0.1);
    const Place place{"proef.toml", "", "", 9, 1};
    small.definition.correlations = {{"d", "a", 0.2, place}, {"a", "b", 0.9, place}, {"b", "c", 0.9, place}};
    EXPECT_EQ(
        refused(small),
        "proef.toml, regel 9, kolom 1: de samenhangen van a, b en c kunnen niet samen bestaan: a en b 0,9; a en c "
        "0 (niet opgegeven); b en c 0,9 (verwacht: samenhangen die uit elkaar kunnen volgen). Geef de ontbrekende "
        "samenhang op of verklein er een.");
    small.definition.correlations.push_back({"a", "c", 0.8, place});
    EXPECT_EQ(refused(small), "");
    small.definition.correlations.push_back({"c", "a", 0.7, place});
    EXPECT_THAT(refused(small), ::testing::HasSubstr("de samenhang van c en a staat er twee keer"));
}

TEST(Risk, RefusesCorrelationsThatCannotHoldInEveryYear) {
    SmallModel small = three_uncertain();
    variable(small, "b").uncertainty->over_years = 0.5;
    small.definition.correlations = {{"a", "b", 0.3, {}}};
    EXPECT_EQ(refused(small),
              "de samenhangen van a (over_jaren 1) en b (over_jaren 0,5) kunnen niet in elk jaar gelden: a en b 0,3 "
              "(verwacht: dezelfde over_jaren, of een kleinere samenhang). Geef de aannames dezelfde over_jaren.");
}

TEST(Risk, RefusesToTieTooManyMembers) {
    SmallModel small = three_uncertain();
    model::MemberList list{"school", {}, {}};
    for (int i = 0; i < 300; ++i) list.members.push_back("s" + std::to_string(i));
    small.definition.lists.push_back(list);
    model::Variable& rate = small.variable(VariableKind::driver, "tarief", "€");
    rate.lists = {"school"};
    for (const std::string& member : list.members)
        SmallModel::give(rate, {member}, {{2025, 1}, {2026, 1}, {2027, 1}, {2028, 1}});
    spread(rate, 0.1);
    rate.uncertainty->per_member = true;
    small.definition.correlations = {{"a", "tarief", 0.01, {}}};
    EXPECT_THAT(refused(small), ::testing::HasSubstr("de samenhang van a verbindt 301 aannames en leden"));
}

}  // namespace

}  // namespace begroot::scenario
