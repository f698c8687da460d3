// Every wrong value of a model, with the place where the reader finds it.

#include "store/model_file.hpp"
#include "store/model_text.hpp"
#include "store/wrong_model.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store {
namespace {

using test::plus;
using test::smallest_model;
using test::with;
using test::Wrong;

class WrongModels : public testing::TestWithParam<Wrong> {};

TEST_P(WrongModels, AreRefusedWithTheirPlace) { test::expect_refused(GetParam()); }

std::string rule(const std::string& body) { return plus("\n@[[koppelregel]]\n" + body); }
std::string rule_at(const std::string& body) { return plus("\n[[koppelregel]]\nnaam = \"r\"\n" + body); }
std::string source(const std::string& body) { return plus("\n[[bron]]\n" + body); }
std::string goal(const std::string& body) { return plus(body); }

INSTANTIATE_TEST_SUITE_P(
    Head, WrongModels,
    testing::Values(Wrong{"NoToml", with("boekjaar = 2025", "boekjaar = @= 2025"), "geen geldige TOML", ""},
                    Wrong{"UnknownSection", plus("\n[@tabell]\n"), "onbekende sleutel \"tabell\" in model",
                          "\"tabel\""},
                    Wrong{"UnknownKey", with("titel = ", "@titl = \"x\"\ntitel = "),
                          "onbekende sleutel \"titl\" in [jaarplan]", "\"titel\""},
                    Wrong{"UnknownKeyFarFromAll", with("titel = ", "@zzzzzzzz = 1\ntitel = "),
                          "onbekende sleutel \"zzzzzzzz\"", "models/README.md"},
                    Wrong{"MissingKey", with("[jaarplan]\norganisatie = \"Voorbeeld\"\n", "@[jaarplan]\n"),
                          "\"organisatie\" ontbreekt in [jaarplan]", "een tekst"},
                    Wrong{"EmptyText", with("\"Voorbeeld\"", "@\"\""), "\"organisatie\" ontbreekt", "een tekst"},
                    Wrong{"TextForNumber", with("boekjaar = 2025", "boekjaar = @\"2025\""),
                          "\"boekjaar\" in [jaarplan] heeft een andere soort waarde", "een geheel getal"},
                    Wrong{"NumberForText", with("\"Voorbeeld\"", "@7"), "heeft een andere soort waarde",
                          "tekst tussen aanhalingstekens"},
                    Wrong{"YearTooEarly", with("boekjaar = 2025", "boekjaar = @1999"), "\"boekjaar\" is 1999",
                          "van 2000 tot en met 2199"},
                    Wrong{"TextForDay", with("boekjaar = 2025", "boekjaar = 2025\ndatum = @\"5-12-2024\""),
                          "andere soort waarde", "2025-07-01"},
                    Wrong{"NumberInTexts", with("boekjaar = 2025", "boekjaar = 2025\nnoten = @[\"a\", 1]"),
                          "andere soort waarde", "een lijst van teksten"}),
    [](const auto& tested) { return tested.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Plan, WrongModels,
    testing::Values(
        Wrong{"SpeerpuntZero", with("nummer = 1\nnaam = \"Een\"", "nummer = @0\nnaam = \"Een\""), "\"nummer\" is 0",
              "van 1 tot en met 99"},
        Wrong{"SpeerpuntTwice", plus("\n[[speerpunt]]\nnummer = @1\nnaam = \"Twee\"\n"),
              "speerpunt 1 staat er twee keer", "elk nummer een keer"},
        Wrong{"GoalTwice", goal("\n[[speerpunt.doel]]\nnummer = @1\nnaam = \"b\"\nbegroot = \"--\"\n"),
              "1.1 staat er twee keer", "elk nummer een keer"},
        Wrong{"NoBudgetCell", goal("\n@[[speerpunt.doel]]\nnummer = 2\nnaam = \"b\"\n"), "\"begroot\" ontbreekt",
              "\"p.m.\""},
        Wrong{"BudgetCellOfWords", with("begroot = \"€ 5\"", "begroot = @\"geen apart budget\""),
              "\"geen apart budget\" is geen begrotingscel", "een bedrag"},
        Wrong{"BudgetCellAsNumber", with("begroot = \"€ 5\"", "begroot = @5"), "andere soort waarde",
              "tekst tussen aanhalingstekens"},
        Wrong{"UnknownBudgetKind", with("begroot = \"€ 5\"", "begroot = \"\"\nbegroot_soort = @\"pm\""),
              "\"pm\" is geen soort", "geen_budget"},
        Wrong{"BookedAtNothing",
              with("begroot = \"€ 5\"", "begroot = @\"€ 5\"\ngeboekt = [{ bij = 9, bedrag = \"5\" }]"),
              "geboekt bij speerpunt 9, dat niet bestaat", "nummer"},
        Wrong{"BookedAmount",
              with("begroot = \"€ 5\"", "begroot = \"€ 5\"\ngeboekt = [{ bij = 1, bedrag = @\"vijf\" }]"),
              "\"vijf\" is geen bedrag", "12.500,00"},
        Wrong{"PartWithoutAmount", with("begroot = \"€ 5\"", "begroot = \"€ 5\"\ndelen = [@{ omschrijving = \"x\" }]"),
              "\"bedrag\" ontbreekt", "een tekst"},
        Wrong{"DerivationByZero",
              with("begroot = \"€ 5\"", "begroot = \"€ 5\"\nafleiding = { uit = \"€ 15\", deler = @0 }"),
              "\"deler\" is 0", "van 1"},
        Wrong{"DerivationWithoutBase", with("begroot = \"€ 5\"", "begroot = \"€ 5\"\nafleiding = @{ deler = 3 }"),
              "\"uit\" ontbreekt", "een tekst"},
        Wrong{
            "CertainInWords",
            with("begroot = \"€ 5\"", "begroot = \"€ 5\"\nafleiding = { zeker = @\"nee\", uit = \"€ 15\", deler = 3 }"),
            "andere soort waarde", "true of false"},
        Wrong{"EarlierYear", with("begroot = \"€ 5\"", "begroot = \"€ 5\"\neerder = [{ jaar = @22, bedrag = \"5\" }]"),
              "\"jaar\" is 22", "2000"},
        Wrong{"GoalPhasing", with("begroot = \"€ 5\"", "begroot = @\"€ 5\"\nfasering = \"schooljar\""),
              "fasering \"schooljar\" bestaat niet", "\"schooljaar\""},
        Wrong{"DefaultPhasing", plus("\n@[tabel]\nfasering = \"nooit\"\n"), "fasering \"nooit\" bestaat niet",
              "[[fasering]]"},
        Wrong{"MomentYear", plus("\n[[moment]]\ncode = \"M8\"\ntot = @\"2024-08\"\n"),
              "2024-08 ligt niet in boekjaar 2025", "maand"},
        Wrong{"MomentMonth", plus("\n[[moment]]\ncode = \"M8\"\ntot = @\"augustus\"\n"), "\"augustus\" is geen maand",
              "2025-08"},
        Wrong{"DeadlineKind",
              plus("\n[[termijn]]\nbij = \"plan\"\nwanneer = \"ooit\"\nsoort = @\"eeuw\"\nwat = \"x\"\n"),
              "\"eeuw\" is geen soort termijn", "kwartaal"},
        Wrong{"DeadlinePlace",
              plus("\n@[[termijn]]\nbij = \"7.7\"\nwanneer = \"ooit\"\nsoort = \"dag\"\nwat = \"x\"\n"),
              "termijn bij \"7.7\", dat niet bestaat", "plan"},
        Wrong{"SummaryWithoutTotal", plus("\n@[overzicht]\nkop = [\"a\"]\n"), "\"totaal\" ontbreekt in [overzicht]",
              "een tekst"}),
    [](const auto& tested) { return tested.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Rules, WrongModels,
    testing::Values(
        Wrong{"UnknownGoal", rule_at("als = { rekening = \"4\" }\nnaar = @\"1.11\"\n"),
              "\"1.11\" is geen doel van dit jaarplan", "\"1.1\""},
        Wrong{"UnknownActivity", rule_at("als = { rekening = \"4\" }\nnaar = @\"1.1.c\"\n"), "\"1.1.c\" is geen doel",
              ""},
        Wrong{"OutsideMisspelt", rule_at("als = { rekening = \"4\" }\nnaar = @\"buiten_jaarpln\"\n"), "is geen doel",
              "\"buiten_jaarplan\""},
        Wrong{"NoCondition", rule("naam = \"r\"\nnaar = \"1.1\"\n"), "\"als\" ontbreekt in koppelregel \"r\"",
              "als = {"},
        Wrong{"NoTarget", rule("naam = \"r\"\nals = { rekening = \"4\" }\n"), "\"naar\" ontbreekt", "een tekst"},
        Wrong{"UnknownCondition", rule_at("als = { @rekning = \"4\" }\nnaar = \"1.1\"\n"),
              "onbekende sleutel \"rekning\" in [[koppelregel]].als", "\"rekening\""},
        Wrong{"EmptyList", rule_at("als = { kostenplaats = @[] }\nnaar = \"1.1\"\n"),
              "\"kostenplaats\" is een lege lijst", "ten minste een waarde"},
        Wrong{"HalfRange", rule_at("als = { rekening = @\"4100-\" }\nnaar = \"1.1\"\n"),
              "\"4100-\" is geen reeks rekeningen", "4100-4199"},
        Wrong{"RangeTurned", rule_at("als = { rekening = @\"4199-4100\" }\nnaar = \"1.1\"\n"),
              "is geen reeks rekeningen", "van laag naar hoog"},
        Wrong{"PeriodInWords", rule_at("als = { periode = @\"mei\" }\nnaar = \"1.1\"\n"), "\"mei\" is geen periode",
              "1-8"},
        Wrong{"PeriodTurned", rule_at("als = { periode = @\"8-1\" }\nnaar = \"1.1\"\n"), "\"8-1\" is geen periode",
              "1-8"},
        Wrong{"BookedAtUnknown", rule_at("als = { rekening = \"4\" }\nnaar = \"1.1\"\ngeboekt_bij = @3\n"),
              "speerpunt 3 bestaat niet", "nummer"},
        Wrong{"BookedAtOutside", rule_at("als = { rekening = \"4\" }\nnaar = \"buiten_jaarplan\"\ngeboekt_bij = @1\n"),
              "buiten het jaarplan", "weglaten"},
        Wrong{
            "BookedAtBesideSplit",
            rule_at(
                "als = { rekening = \"4\" }\ngeboekt_bij = @1\nverdeling = [{ naar = \"1.1\", aandeel = \"100%\" }]\n"),
            "geboekt_bij staat naast verdeling", "deel"},
        Wrong{"UnknownKind", rule_at("als = { rekening = \"4\" }\nnaar = \"1.1\"\nvoor = @\"alles\"\n"),
              "\"alles\" is geen soort", "mutaties of begroting"},
        Wrong{
            "BothTargetAndSplit",
            rule_at(
                "als = { rekening = \"4\" }\nnaar = @\"1.1\"\nverdeling = [{ naar = \"1.1\", aandeel = \"100%\" }]\n"),
            "naar en verdeling staan er allebei", "een van beide"},
        Wrong{"EmptySplit", rule_at("als = { rekening = \"4\" }\nverdeling = @[]\n"), "de verdeling is leeg",
              "ten minste een deel"},
        Wrong{"SharesBelowWhole",
              rule_at("als = { rekening = \"4\" }\nverdeling = @[{ naar = \"1.1\", aandeel = \"60%\" }, { naar = "
                      "\"buiten_jaarplan\", "
                      "aandeel = \"39,9%\" }]\n"),
              "de aandelen zijn samen 99,9%", "100%"},
        Wrong{"ShareZero", rule_at("als = { rekening = \"4\" }\nverdeling = [{ naar = \"1.1\", bedrag = @\"0\" }]\n"),
              "\"0\" kan niet verdelen", "een bedrag boven nul"},
        Wrong{"ShareAsAmount",
              rule_at("als = { rekening = \"4\" }\nverdeling = [{ naar = \"1.1\", bedrag = \"5\" }, @{ naar = \"1.1\", "
                      "aandeel = \"5%\" }]\n"),
              "\"bedrag\" ontbreekt", ""}),
    [](const auto& tested) { return tested.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Sources, WrongModels,
    testing::Values(
        Wrong{"UnknownProfile", source("soort = \"mutaties\"\nbestand = \"a.xlsx\"\nprofiel = @\"exact\"\n"),
              "\"exact\" is geen profiel voor mutaties", "afas_financiele_mutaties"},
        Wrong{"ProfileOfTheOther",
              source("soort = \"mutaties\"\nbestand = \"a.xlsx\"\nprofiel = @\"begroting_per_maand\"\n"),
              "is geen profiel voor mutaties", "of een profielbestand (.toml)"},
        Wrong{"UnknownColumn",
              source("soort = \"mutaties\"\nbestand = \"a.xlsx\"\nprofiel = \"afas_financiele_mutaties\"\nkolommen = { "
                     "@kostenplats = \"x\" }\n"),
              "onbekende sleutel \"kostenplats\" in [[bron]].kolommen", "\"kostenplaats\""},
        Wrong{"ElevenWeights", plus("\n[[fasering]]\nnaam = \"eigen\"\ngewichten = @[1,1,1,1,1,1,1,1,1,1,1]\n"),
              "geen gewichten voor een jaar", "twaalf gehele getallen"},
        Wrong{"AllZeroWeights", plus("\n[[fasering]]\nnaam = \"eigen\"\ngewichten = @[0,0,0,0,0,0,0,0,0,0,0,0]\n"),
              "geen gewichten voor een jaar", "niet allemaal nul"},
        Wrong{"NegativeWeight", plus("\n[[fasering]]\nnaam = \"eigen\"\ngewichten = @[-1,1,1,1,1,1,1,1,1,1,1,1]\n"),
              "geen gewichten voor een jaar", "niet negatief"},
        Wrong{
            "KeyTwice",
            plus("\n[[fasering]]\nnaam = @\"schooljaar\"\nschooljaar = { januari_juli = 6, augustus_december = 6 }\n"),
            "fasering \"schooljaar\" bestaat al", "een andere naam"},
        Wrong{"SchoolYearNegative",
              plus("\n[[fasering]]\nnaam = \"s\"\nschooljaar = { januari_juli = @-1, augustus_december = 6 }\n"),
              "\"januari_juli\" is -1", "van 0"}),
    [](const auto& tested) { return tested.param.name; });

TEST(ModelErrors, AreAllShownInTheOrderOfTheFile) {
    const auto model = parse_model("[jaarplan]\ntitel = 1\nboekjaar = 25\nversi = \"x\"\n", "model.toml");
    ASSERT_FALSE(model.has_value());
    std::vector<std::uint32_t> lines;
    for (const Error& error : model.error()) lines.push_back(error.place.line);
    EXPECT_TRUE(std::ranges::is_sorted(lines));
    // organisatie ontbreekt, titel, boekjaar, versi, en er is geen speerpunt
    EXPECT_EQ(lines.size(), 5U);
}

TEST(ModelErrors, AreNoneForTheSmallestModel) {
    const auto model = parse_model(smallest_model, "model.toml");
    ASSERT_TRUE(model.has_value()) << to_text(model.error().front());
}

}  // namespace
}  // namespace begroot::store
