#include "render/detail/chart_svg.hpp"

#include "render/detail/chart_scale.hpp"
#include "render/sample.hpp"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::render::detail {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ScaleFor, TakesRoundStepsAroundZero) {
    struct Case {
        std::vector<std::int64_t> values;
        std::int64_t low;
        std::int64_t high;
        std::int64_t step;
    };
    const std::vector<Case> cases = {{{}, 0, 1, 1},    {{0}, 0, 1, 1},           {{10}, 0, 10, 2},
                                     {{7}, 0, 7, 1},   {{100, 240}, 0, 250, 50}, {{-30, 40}, -40, 40, 20},
                                     {{-9}, -9, 0, 1}, {{2'415}, 0, 2'500, 500}, {{101}, 0, 120, 20}};
    for (const Case& example : cases) {
        const Scale scale = scale_for(example.values, 1);
        EXPECT_EQ(scale.low, example.low) << testing::PrintToString(example.values);
        EXPECT_EQ(scale.high, example.high) << testing::PrintToString(example.values);
        EXPECT_EQ(scale.step, example.step) << testing::PrintToString(example.values);
    }
}

TEST(ScaleFor, NeverGoesFinerThanItsUnit) { EXPECT_EQ(scale_for({150}, 100).step, 100); }

TEST(ScaleFor, StaysWithinBoundsWhenValuesAreTheLargest) {
    const Scale scale =
        scale_for({std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}, 1);
    EXPECT_GT(scale.step, 0);
    EXPECT_LE(scale.low, -scale_value_max);
    EXPECT_GE(scale.high, scale_value_max);
}

std::string drawn(Cell first, Cell second) {
    Table table = sample::small();
    table.columns.push_back({"werkelijk", "Werkelijk", ColumnKind::money, 0, 48});
    table.rows = {{RowRole::body, 0, {sample::text("Coördinatie"), std::move(first), std::move(second)}}};
    return chart_svg({"Grafiek", "klein", 0, {1, 2}, {0}}, table);
}

TEST(ChartSvg, HasATitleALegendAndAFigureAtEveryBar) {
    const std::string svg = drawn(sample::euros(12'500), sample::euros(8'000));
    EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-label=\"Grafiek\""));
    EXPECT_THAT(svg, HasSubstr("<title>Grafiek</title>"));
    EXPECT_THAT(svg, HasSubstr(">Bedrag</text>"));
    EXPECT_THAT(svg, HasSubstr("<title>Coördinatie, Bedrag: 12.500</title>"));
    EXPECT_THAT(svg, HasSubstr("<title>Coördinatie, Werkelijk: 8.000</title>"));
    EXPECT_THAT(svg, HasSubstr(">15.000</text>")) << "laatste lijn van de as";
}

TEST(ChartSvg, MakesBarsAsLongAsTheirFigures) {
    // the axis runs to 10.000 over 594 units, from x = 270
    const std::string svg = drawn(sample::euros(10'000), sample::euros(5'000));
    EXPECT_THAT(svg, HasSubstr("x=\"270.0\" y=\"42.0\" width=\"594.0\""));
    EXPECT_THAT(svg, HasSubstr("x=\"270.0\" y=\"62.0\" width=\"297.0\""));
}

TEST(ChartSvg, DrawsABarBelowZeroToTheLeft) {
    // the axis runs from -10.000 to 10.000 over 498 units, zero at x = 615
    const std::string svg = drawn(sample::euros(-10'000), sample::euros(10'000));
    EXPECT_THAT(svg, HasSubstr("x=\"366.0\" y=\"42.0\" width=\"249.0\""));
    EXPECT_THAT(svg, HasSubstr("text-anchor=\"end\" font-size=\"12.5\">-10.000</text>"));
}

TEST(ChartSvg, ShowsTheTextOfACellWithoutANumber) {
    const std::string svg = drawn(sample::mark("p.m."), sample::euros(1));
    EXPECT_THAT(svg, HasSubstr("<title>Coördinatie, Bedrag: p.m.</title><text"));
}

TEST(ChartSvg, StandsWithoutRowsOrSeries) {
    const std::string svg = chart_svg({"Leeg", "klein", 0, {}, {}}, sample::small());
    EXPECT_THAT(svg, HasSubstr("<figcaption>Leeg</figcaption>"));
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

}  // namespace
}  // namespace begroot::render::detail
