// Figures that can be checked with pencil and paper: the rules of the bekostiging and the questions of a controller.

#include "model/evaluate.hpp"
#include "model/small_model.hpp"

namespace begroot::model {

namespace {

using testing::node;
using testing::SmallModel;

double cents_of(const Evaluator& evaluator, std::string_view name, std::int32_t year) {
    return evaluator.value(node(evaluator.graph(), name, year));
}

double value_of(const Evaluator& evaluator, std::string_view name, std::int32_t year) {
    return evaluator.in_unit(node(evaluator.graph(), name, year));
}

/// 10.000 pupils on 1 February 2023, the published amounts of 2024, and what DUO pays of them.
SmallModel funding(double sbo_share, double so_share) {
    SmallModel model(2024, 2024, 2024);
    model.driver("leerlingen", "leerling", {{2023, 10000}});
    model.driver("deelname_sbo", "%", {{2023, sbo_share}});
    model.driver("deelname_so", "%", {{2023, so_share}});
    model.driver("bedrag_licht", "€/leerling", {{2024, 206.00}});
    model.driver("bedrag_zwaar", "€/leerling", {{2024, 490.77}});
    model.driver("tarief_sbo", "€/leerling", {{2024, 6634.52}});
    model.driver("tarief_so", "€/leerling", {{2024, 12938.34}});
    // drivers of the count date have no value in 2024: only the year before it counts
    for (Variable& one : model.definition.variables) one.formula = parse_formula(one.code + "[-1]").value();
    model.line("licht", Side::income, "3.1.1", "leerlingen[-1] * (1 - deelname_sbo[-1]) * bedrag_licht");
    model.line("zwaar", Side::income, "3.1.1", "leerlingen[-1] * bedrag_zwaar");
    model.line("sbo", Side::expense, "4.5.1", "leerlingen[-1] * deelname_sbo[-1] * tarief_sbo").line.through_duo = true;
    model.line("so", Side::expense, "4.5.1", "leerlingen[-1] * deelname_so[-1] * tarief_so").line.through_duo = true;
    model.variable(VariableKind::calculation, "netto_licht", "€", "max(0; licht - sbo)");
    model.variable(VariableKind::calculation, "tekort_licht", "€", "max(0; sbo - licht)");
    model.variable(VariableKind::calculation, "netto_zwaar", "€", "max(0; zwaar - so - tekort_licht)");
    return model;
}

TEST(WorkedFigures, ATenthOfAPointOfTenThousandPupilsInSoCosts129383Euros40) {
    const Graph graph = funding(0.024, 0.016).graph();
    Evaluator evaluator(graph);
    const double before = cents_of(evaluator, "so", 2024);
    EXPECT_EQ(before, 207'013'440);  // 160 pupils
    Overlay more;
    more.changes[node(graph, "deelname_so", 2023)].push_back({NodeChange::Kind::add, 0.001, no_node});
    evaluator.set_overlay(more);
    EXPECT_EQ(cents_of(evaluator, "so", 2024) - before, 12'938'340);
    EXPECT_EQ(cents_of(evaluator, "netto_baten", 2024),
              201'056'000 + 490'770'000 - 159'228'480 - 207'013'440 - 12'938'340);
}

TEST(WorkedFigures, LichtStopsAtZeroAndTheShortfallComesOutOfZwaar) {
    const Graph paid = funding(0.024, 0.016).graph();
    const Evaluator enough(paid);
    EXPECT_NEAR(value_of(enough, "netto_licht", 2024), 418'275.20, 1e-6);  // 9.760 x 206,00 - 240 x 6.634,52
    EXPECT_NEAR(value_of(enough, "netto_zwaar", 2024), 4'907'700.00 - 2'070'134.40, 1e-6);
    const Graph much_sbo = funding(0.032, 0.016).graph();
    const Evaluator short_of(much_sbo);
    EXPECT_NEAR(value_of(short_of, "netto_licht", 2024), 0, 1e-6);  // 9.680 x 206,00 = 1.994.080 < 320 x 6.634,52
    EXPECT_NEAR(value_of(short_of, "tekort_licht", 2024), 128'966.40, 1e-6);
    EXPECT_NEAR(value_of(short_of, "netto_zwaar", 2024), 4'907'700.00 - 2'070'134.40 - 128'966.40, 1e-6);
}

TEST(WorkedFigures, TheFloorOfTheSignalBindsUpTo7142857EurosOfIncome) {
    SmallModel model(2024, 2026, 2024);
    model.driver("baten", "€", {{2024, 7'142'857}, {2025, 7'142'858}, {2026, 1'587'000'000}});
    model.line("rijksbijdragen", Side::income, "3.1", "baten");
    model.variable(VariableKind::ratio, "signaalwaarde", "€", "max(3,5% * bruto_baten; 250000)");
    const Graph graph = model.graph();
    const Evaluator evaluator(graph);
    EXPECT_EQ(value_of(evaluator, "signaalwaarde", 2024), 250'000);  // 3,5% is 249.999,995
    EXPECT_NEAR(value_of(evaluator, "signaalwaarde", 2025), 250'000.03, 1e-9);
    EXPECT_NEAR(value_of(evaluator, "signaalwaarde", 2026), 55'545'000, 1e-6);
}

TEST(WorkedFigures, FourYearsOfFivePercentIsTwentyOfTheStartAnd18Point5OfTheRest) {
    SmallModel model(2025, 2028, 2024);
    model.driver("verschuiving", "%", {{2025, 0.05}}, "verschuiving[-1]");
    model.driver("opgeteld", "%", {{2024, 0}}, "opgeteld[-1] + verschuiving");
    model.driver("over", "%", {{2024, 1}}, "over[-1] * (1 - verschuiving)");
    model.variable(VariableKind::calculation, "stapelend", "%", "1 - over");
    model.variable(VariableKind::calculation, "leerlingen", "1", "omhoog(opgeteld * 225)");
    const Graph graph = model.graph();
    const Evaluator evaluator(graph);
    EXPECT_DOUBLE_EQ(value_of(evaluator, "opgeteld", 2028), 0.20);
    EXPECT_DOUBLE_EQ(value_of(evaluator, "stapelend", 2028), 0.18549375);  // 1 - 0,95^4
    EXPECT_EQ(value_of(evaluator, "leerlingen", 2025), 12);                // 11,25 rounds up
    EXPECT_EQ(value_of(evaluator, "leerlingen", 2028), 45);
}

TEST(WorkedFigures, AShiftSavesNothingInItsOwnYearBecauseDuoCountsOn1February) {
    SmallModel model(2025, 2026, 2025);
    model.driver("verschoven", "leerling", {{2024, 0}, {2025, 12}}, "verschoven[-1]");
    model.driver("tarief", "€/leerling", {{2025, 12938.34}}, "tarief[-1]");
    model.driver("groepsplek", "€/leerling", {{2025, 7500}}, "groepsplek[-1]");
    model.variable(VariableKind::calculation, "besparing", "€", "verschoven[-1] * (tarief - groepsplek)");
    const Graph graph = model.graph();
    const Evaluator evaluator(graph);
    EXPECT_EQ(value_of(evaluator, "besparing", 2025), 0);
    EXPECT_NEAR(value_of(evaluator, "besparing", 2026), 65'260.08, 1e-6);  // 12 x 5.438,34
}

TEST(WorkedFigures, PlacesOfASchoolYearCountSevenTwelfthsAndFiveTwelfths) {
    SmallModel model(2024, 2025, 2024);
    model.driver("plaatsen", "plaats", {{2023, 10}, {2024, 14}, {2025, 14}});  // 2023: schooljaar 2023-2024
    model.driver("tarief", "€/plaats", {{2023, 9600}, {2024, 9600}, {2025, 9800}});
    model.line("een_tarief", Side::expense, "4.5.3", "schooljaar(plaatsen) * tarief");
    model.line("twee_tarieven", Side::expense, "4.5.3", "schooljaar(plaatsen * tarief)");
    const Graph graph = model.graph();
    Evaluator evaluator(graph);
    EXPECT_EQ(cents_of(evaluator, "een_tarief", 2024), 11'200'000);     // (70 + 70) / 12 x 9.600
    EXPECT_EQ(cents_of(evaluator, "een_tarief", 2025), 13'720'000);     // 14 x 9.800
    EXPECT_EQ(cents_of(evaluator, "twee_tarieven", 2025), 13'556'667);  // 7/12 x 14 x 9.600 + 5/12 x 14 x 9.800
    // budgeted at the first tariff, indexed to the second: 7/12 x 10 x 200 more for January to July
    Overlay indexed;
    indexed.changes[node(graph, "tarief", 2023)].push_back({NodeChange::Kind::set, 9800, no_node});
    evaluator.set_overlay(indexed);
    EXPECT_EQ(cents_of(evaluator, "twee_tarieven", 2024), 11'316'667);  // 11.200.000 + 116.667
    EXPECT_EQ(cents_of(evaluator, "een_tarief", 2024), 11'200'000);
}

TEST(WorkedFigures, IndexationWeighsWagesAndPrices) {
    SmallModel model(2025, 2025, 2025);
    model.driver("loon", "%", {{2025, 0.03}});
    model.driver("prijs", "%", {{2025, 0.024}});
    model.driver("tarief", "€/leerling", {{2024, 12938.34}},
                 "afronden(tarief[-1] * (1 + 89,15% * loon + 10,85% * prijs); 2)");
    const Graph graph = model.graph();
    EXPECT_DOUBLE_EQ(value_of(Evaluator(graph), "tarief", 2025), 13318.07);  // x 1,029349
}

}  // namespace

}  // namespace begroot::model
