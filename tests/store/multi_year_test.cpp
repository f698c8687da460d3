// The multi-year part of a model: what every section gives, and what it refuses.

#include "model/evaluate.hpp"
#include "model/graph.hpp"
#include "store/model_file.hpp"
#include "store/scratch_folder.hpp"
#include "store/wrong_model.hpp"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store {
namespace {

using test::Wrong;
using testing::ElementsAre;

/// A model without a plan: two lists, every kind of section once.
constexpr std::string_view years_model = R"toml([jaarplan]
organisatie = "Voorbeeld"
titel = "Jaarplan 2025"
boekjaar = 2025

[meerjaren]
basisjaar = 2025
jaren = "2025-2028"
eenheden = ["arrangement"]

[[lijst]]
naam = "categorie"
leden = ["laag", "hoog"]

[[aanname]]
code = "leerlingen"
naam = "Leerlingen"
eenheid = "leerling"
groei = "-1%"
bereik = ["-5%", "+100"]
onzekerheid = { verdeling = "normaal", spreiding = "2%", over_jaren = 0.5, per_lid = true, vanaf = 2027 }
waarden = { 2024-02-01 = "10.000", 2025-02-01 = { waarde = 9900, status = "voorlopig" } }
werkelijk = { 2025-02-01 = 9890 }

[[aanname]]
code = "loonindex"
groei = "+3%"
onzekerheid = { verdeling = "driehoek", laag = "-1%", hoog = "+2%" }
waarden = { 2025 = 1 }

[[aanname]]
code = "tarief"
eenheid = "€/leerling"
over = ["categorie"]
groei = "index loonindex"
status = "definitief"
[aanname.waarden]
laag.2025 = "12.938,34"
hoog.2025 = 31419.53

[[aanname]]
code = "deelname"
eenheid = "%"
over = ["categorie"]
formule = "deelname[-1]"
[aanname.waarden]
laag.2025 = "2,3%"
hoog.2025 = "0,5%"

[[puntentabel]]
code = "staffel"
eenheid_x = "leerling"
eenheid = "€"
punten = [[0, 1000], [20000, 3000]]

[[berekening]]
code = "vast"
eenheid = "€"
formule = "interpoleer(staffel; leerlingen)"

[[regel]]
code = "afdracht"
naam = "Afdracht"
soort = "lasten"
rj = "4.5.1"
over = ["categorie"]
duo = true
afronding = "euro"
formule = "deelname * leerlingen[-1] * tarief"

[[regel]]
code = "subsidie_hb"
soort = "baten"
rj = "3.1"
speerpunt = "2"
aard = "incidenteel"
subsidie = "HB"
subsidie_tot_en_met = 2025
formule = "vast"

[[balanspost]]
code = "eigen_vermogen"
rj = "2.1"
formule = "eigen_vermogen[-1] + resultaat"
waarden = { 2024 = 800000 }

[[kengetal]]
code = "deel"
eenheid = "%"
formule = "subsidie_hb / totaal_baten"
signaal = "30%"
richting = "onder"

[[samenhang]]
aannames = ["leerlingen", "loonindex"]
waarde = -0.25

[[tarievenset]]
code = "nieuw"
status = "definitief"
[[tarievenset.tarief]]
aanname = "tarief.laag"
waarden = { 2026 = 13500 }

[[scenario]]
code = "minder"
naam = "Minder leerlingen"
tarieven = ["nieuw"]
[[scenario.wijziging]]
wat = "deelname.laag"
tel_op = "+0,1pp"
vanaf = 2026
[[scenario.wijziging]]
wat = "leerlingen"
vermenigvuldig = "-5%"
jaar = 2027
)toml";

std::string changed(std::string_view old_text, std::string_view new_text) {
    std::string text(years_model);
    const auto at = text.find(old_text);
    BEGROOT_CHECK(at != std::string::npos, "het model heeft die tekst niet");
    return text.replace(at, old_text.size(), new_text);
}

Model read(std::string_view text) {
    auto model = parse_model(text, "model.toml");
    if (!model) {
        for (const Error& error : model.error()) ADD_FAILURE() << to_text(error);
        return {};
    }
    return std::move(*model);
}

const model::Variable& variable(const Model& model, std::string_view code) {
    return *std::ranges::find(model.multi_year->variables, code, &model::Variable::code);
}

TEST(MultiYearModel, ReadsDriversWithTheirRules) {
    const Model model = read(years_model);
    const model::Variable& pupils = variable(model, "leerlingen");
    EXPECT_EQ(pupils.given[0].values.at(2024).value, 10000);
    EXPECT_EQ(pupils.given[0].values.at(2025).status, model::ValueStatus::provisional);
    EXPECT_EQ(pupils.given[0].actuals.at(2025).value, 9890);
    EXPECT_EQ(pupils.formula_text, "leerlingen[-1] * (1 - 1%)");
    EXPECT_EQ(pupils.range->low.kind, model::Change::Kind::multiply);
    EXPECT_EQ(pupils.range->high.kind, model::Change::Kind::add);
    EXPECT_EQ(pupils.uncertainty->spread, 0.02);
    EXPECT_EQ(pupils.uncertainty->over_years, 0.5);
    EXPECT_TRUE(pupils.uncertainty->per_member);
    EXPECT_EQ(pupils.uncertainty->from, 2027);
    const model::Variable& rate = variable(model, "tarief");
    EXPECT_EQ(rate.formula_text, "tarief[-1] * loonindex / loonindex[-1]");
    ASSERT_EQ(rate.given.size(), 2U);
    const auto low = std::ranges::find(rate.given, std::vector<std::string>{"laag"}, &model::GivenSeries::members);
    EXPECT_EQ(low->values.at(2025).value, 12938.34);
    EXPECT_EQ(low->values.at(2025).status, model::ValueStatus::definitive);
    EXPECT_EQ(low->values.at(2025).place.line, 38U);
}

TEST(MultiYearModel, ReadsLinesItemsRatiosAndScenarios) {
    const Model model = read(years_model);
    const model::Variable& deduction = variable(model, "afdracht");
    EXPECT_EQ(deduction.line.side, Side::expense);
    EXPECT_TRUE(deduction.line.through_duo);
    EXPECT_EQ(deduction.line.rounding, model::LineRounding::euros);
    EXPECT_EQ(to_text(deduction.unit), "€");
    const model::Variable& subsidy = variable(model, "subsidie_hb");
    EXPECT_EQ(subsidy.line.nature, model::Nature::incidental);
    EXPECT_EQ(subsidy.line.subsidy_last, 2025);
    EXPECT_EQ(subsidy.line.speerpunt, SpeerpuntId("2"));
    EXPECT_EQ(variable(model, "eigen_vermogen").rubric, "2.1");
    EXPECT_EQ(variable(model, "deel").ratio.direction, model::SignalDirection::below);
    ASSERT_EQ(model.multi_year->correlations.size(), 1U);
    EXPECT_EQ(model.multi_year->correlations[0].value, -0.25);
    ASSERT_EQ(model.scenarios.scenarios.size(), 1U);
    const scenario::Scenario& fewer = model.scenarios.scenarios[0];
    EXPECT_THAT(fewer.tariff_sets, ElementsAre("nieuw"));
    ASSERT_EQ(fewer.adjustments.size(), 2U);
    EXPECT_EQ(fewer.adjustments[0].amount, 0.001);
    EXPECT_THAT(fewer.adjustments[0].members, ElementsAre("laag"));
    EXPECT_EQ(fewer.adjustments[1].action, scenario::Action::multiply);
    EXPECT_EQ(fewer.adjustments[1].until, 2027);
    EXPECT_EQ(model.scenarios.tariff_sets[0].entries[0].value, 13500);
}

TEST(MultiYearModel, CompilesToFigures) {
    const Model model = read(years_model);
    const auto graph = model::compile(*model.multi_year);
    ASSERT_TRUE(graph.has_value()) << to_text(graph.error().front());
    const model::Evaluator evaluator(*graph);
    const auto series = graph->find_series("afdracht.laag");
    // 2,3% x 10.000 leerlingen x 12.938,34 = 2.975.818,20, in hele euro's
    EXPECT_EQ(evaluator.value(graph->node_of(*series, 2025)), 297581800);
}

TEST(MultiYearModel, MonthsMakeAYear) {
    std::string months;
    for (int month = 1; month <= 12; ++month)
        months +=
            "2025-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + " = " + std::to_string(month) + "\n";
    const std::string start = "\n[[aanname]]\ncode = \"m\"\neenheid = \"€\"\nformule = \"m[-1]\"\n";
    const Model sum = read(std::string(years_model) + start + "maanden = \"som\"\n[aanname.waarden]\n" + months);
    EXPECT_EQ(variable(sum, "m").given[0].values.at(2025).value, 78);
    const Model mean =
        read(std::string(years_model) + start + "maanden = \"gemiddelde\"\n[aanname.waarden]\n" + months);
    EXPECT_DOUBLE_EQ(variable(mean, "m").given[0].values.at(2025).value, 6.5);
}

TEST(MultiYearModel, ASchoolYearCountsAsTheYearItBeginsIn) {
    const Model model = read(changed("waarden = { 2025 = 1 }", "waarden = { 2024-2025 = 1.5, 2025-2026 = \"1,75\" }"));
    EXPECT_EQ(variable(model, "loonindex").given[0].values.at(2024).value, 1.5);
    EXPECT_EQ(variable(model, "loonindex").given[0].values.at(2025).value, 1.75);
}

class IncludedFiles : public test::ScratchFolder {};

TEST_F(IncludedFiles, WhatTheModelSaysItselfGoesBeforeWhatItIncludes) {
    std::ofstream(path("gedeeld.toml"))
        << "[[aanname]]\ncode = \"loonindex\"\ngroei = \"+9%\"\nwaarden = { 2020 = 1 }\n"
        << "[[aanname]]\ncode = \"norm\"\nformule = \"norm[-1]\"\nwaarden = { 2020 = \"3,5\" }\n";
    std::ofstream(path("model.toml")) << changed("eenheden = ", "inclusief = [\"gedeeld.toml\"]\neenheden = ");
    const auto model = read_model(path("model.toml"));
    ASSERT_TRUE(model.has_value()) << to_text(model.error().front());
    EXPECT_EQ(variable(*model, "loonindex").formula_text, "loonindex[-1] * (1 + 3%)");
    EXPECT_EQ(variable(*model, "norm").given[0].values.at(2020).value, 3.5);
    ASSERT_EQ(model->included.size(), 1U);
    EXPECT_EQ(model->included[0].sha256.size(), 64U);
}

TEST_F(IncludedFiles, AMissingIncludedFileIsNamedWithThePlaceThatNamesIt) {
    std::ofstream(path("model.toml")) << changed("eenheden = ", "inclusief = [\"weg.toml\"]\neenheden = ");
    const auto model = read_model(path("model.toml"));
    ASSERT_FALSE(model.has_value());
    EXPECT_THAT(
        to_text(model.error().front()),
        testing::AllOf(testing::HasSubstr("weg.toml"), testing::HasSubstr("inclusief"), testing::HasSubstr("regel 9")));
}

class WrongYears : public testing::TestWithParam<Wrong> {};

TEST_P(WrongYears, AreRefusedWithTheirPlace) { test::expect_refused(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Header, WrongYears,
    testing::Values(
        Wrong{"Years", changed("jaren = \"2025-2028\"", "jaren = @\"2028-2025\""), "geen reeks jaren", "2025-2034"},
        Wrong{"BaseYear", changed("basisjaar = 2025", "basisjaar = @2030"), "ligt buiten de jaren", "2025 tot en met"},
        Wrong{"ListTwice", changed("leden = [\"laag\", \"hoog\"]", "leden = @[\"laag\", \"hoog\", \"laag\"]"),
              "staat er twee keer", "elk lid een keer"},
        Wrong{"Member", changed("leden = [\"laag\", \"hoog\"]", "leden = @[\"laag\", \"hoog\", \"Zeer Hoog\"]"),
              "kan geen lid zijn", "kleine letters"},
        Wrong{"Points",
              changed("[20000, 3000]]", "[0, 3000]]")
                  .replace(changed("[20000, 3000]]", "[0, 3000]]").find("punten = [[") + 9, 0, "@"),
              "lopen niet op", "op volgorde"},
        Wrong{"Correlation", changed("waarde = -0.25", "waarde = @-1.5"), "geen samenhang", "-1 tot en met 1"}));

INSTANTIATE_TEST_SUITE_P(
    Figures, WrongYears,
    testing::Values(
        Wrong{"Code", changed("code = \"vast\"", "code = @\"Vast bedrag\""), "is geen code", "kleine letters"},
        Wrong{"Unit", changed("eenheid = \"leerling\"", "eenheid = @\"leerlnig\""), "geen eenheid", "leerling"},
        Wrong{"Percentage", changed("laag.2025 = \"2,3%\"", "laag.2025 = @2.3"), "zonder procentteken", "\"2,3%\""},
        Wrong{"PercentageText", changed("laag.2025 = \"2,3%\"", "laag.2025 = @\"2,3\""), "zonder procentteken",
              "\"2,3%\""},
        Wrong{"AmountPercentage", changed("hoog.2025 = 31419.53", "hoog.2025 = @\"3%\""), "is een percentage",
              "€/leerling"},
        Wrong{"Number", changed("\"12.938,34\"", "@\"12.93,34\""), "is geen getal", "1.234,50"},
        Wrong{"UnknownMember", changed("hoog.2025 = 31419.53", "@hog.2025 = 31419.53"),
              "geen lid van de lijst categorie", "\"hoog\""},
        Wrong{"YearKey", changed("waarden = { 2025 = 1 }", "waarden = { 25 = @1 }"), "is geen jaar", "2025"},
        Wrong{"MixedKeys", changed("waarden = { 2025 = 1 }", "waarden = { 2025 = 1, 2025-2026 = @1 }"), "andere vorm",
              "alleen jaren"},
        Wrong{"MonthsUnsaid", changed("waarden = { 2025 = 1 }", "waarden = { 2025-01 = @1 }"), "zonder \"maanden\"",
              "som"},
        Wrong{"Status", changed("status = \"voorlopig\"", "status = @\"vaag\""), "is geen status", "voorlopig"},
        Wrong{"Growth", changed("groei = \"-1%\"", "groei = @\"veel\""), "is geen groei", "+2%"},
        Wrong{"GrowthAndFormula", changed("groei = \"-1%\"", "formule = \"1\"\ngroei = @\"-1%\""), "een formule",
              "een van beide"},
        Wrong{"Formula", changed("formule = \"interpoleer(", "formule = @\"interpolleer("), "is geen functie",
              "interpoleer"},
        Wrong{"List", changed("over = [\"categorie\"]", "over = @[\"categorieen\"]"), "bestaat niet", "\"categorie\""},
        Wrong{"Range", changed("bereik = [\"-5%\", \"+100\"]", "bereik = @[\"-5%\"]"), "geen twee veranderingen",
              "laag en hoog"},
        Wrong{"Shape", changed("verdeling = \"normaal\"", "verdeling = @\"gauss\""), "geen verdeling", "normaal"},
        Wrong{"OverYears", changed("over_jaren = 0.5", "over_jaren = @5"), "geen samenhang", "-1 tot en met 1"}));

INSTANTIATE_TEST_SUITE_P(
    Lines, WrongYears,
    testing::Values(
        Wrong{"Side", changed("soort = \"lasten\"", "soort = @\"kosten\""), "kan niet bij soort", "lasten, baten"},
        Wrong{"Rubric", changed("rj = \"4.5.1\"", "rj = @\"3.1\""), "hier geen rubriek", "4.1"},
        Wrong{"Duo", changed("soort = \"baten\"\nrj = \"3.1\"", "soort = \"baten\"\nduo = @true\nrj = \"3.1\""),
              "baten die DUO inhoudt", "lasten"},
        Wrong{"ItemRubric", changed("rj = \"2.1\"", "rj = @\"3.1\""), "hier geen rubriek", "1.1"},
        Wrong{"Direction", changed("signaal = \"30%\"\nrichting = \"onder\"", "richting = @\"onder\""),
              "zonder signaal", "signaal"},
        Wrong{"NoAction",
              changed("tel_op = \"+0,1pp\"\n", "")
                  .replace(changed("tel_op = \"+0,1pp\"\n", "").find("wat = \"deelname") + 6, 0, "@"),
              "0 van de acht soorten", "zet"},
        Wrong{"Addition", changed("tel_op = \"+0,1pp\"", "tel_op = @\"+0,1%\""), "past niet bij %", "procentpunten"},
        Wrong{"Target", changed("wat = \"leerlingen\"", "wat = @\"leerlinge\""), "bestaat niet", "\"leerlingen\""},
        Wrong{"YearTwice", changed("jaar = 2027", "jaar = @2027\nvanaf = 2026"), "en ook vanaf", "een van beide"}));

TEST(MultiYearModel, ItsSectionsNeedMeerjaren) {
    const auto model = parse_model(
        "[jaarplan]\norganisatie = \"x\"\ntitel = \"y\"\nboekjaar = 2025\n"
        "[[speerpunt]]\nnummer = 1\nnaam = \"a\"\n[[lijst]]\nnaam = \"b\"\nleden = [\"c\"]\n",
        "model.toml");
    ASSERT_FALSE(model.has_value());
    EXPECT_THAT(to_text(model.error().front()), testing::HasSubstr("[[lijst]] in een model zonder [meerjaren]"));
}

}  // namespace
}  // namespace begroot::store
