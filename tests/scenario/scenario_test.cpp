#include "scenario/scenario.hpp"

#include "scenario/small_scenarios.hpp"

#include <algorithm>
#include <random>

namespace begroot::scenario {

namespace {

using model::testing::SmallModel;
using testing::adjust;
using testing::all_values;
using testing::partnership;
using testing::random_adjustment;
using testing::value;

std::string refusal(const model::Graph& graph, const model::Definition& definition, const std::string& text) {
    const auto adjustment = parse_adjustment(text, definition, graph);
    return adjustment ? "gelezen: " + to_text(*adjustment, definition) : to_text(adjustment.error());
}

Scenario made(const std::string& code, const std::string& parent, std::vector<Adjustment> adjustments = {}) {
    Scenario scenario;
    scenario.code = code;
    scenario.title = code;
    scenario.parent = parent;
    scenario.adjustments = std::move(adjustments);
    scenario.place = {"proef.toml", "", "", 100, 1};
    return scenario;
}

TEST(Adjustment, IsReadFromItsNotation) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    struct Case {
        const char* text;
        Action action;
        double amount;
        std::optional<std::int32_t> from;
        std::optional<std::int32_t> until;
    };
    for (const auto& [text, action, amount, from, until] : {
             Case{"deelname.laag=+0,1pp@2026-", Action::add, 0.001, 2026, std::nullopt},
             Case{"deelname=-5%", Action::multiply, -0.05, std::nullopt, std::nullopt},
             Case{"deelname.hoog=2,4%@2026", Action::set, 0.024, 2026, 2026},
             Case{"leerlingen=9.500@2026-2028", Action::set, 9500, 2026, 2028},
             Case{"leerlingen=-100@-2028", Action::add, -100, std::nullopt, 2028},
             Case{"staf=zet -500", Action::set, -500, std::nullopt, std::nullopt},
             Case{"staf=uit@2030-", Action::off, 0, 2030, std::nullopt},
             Case{"staf=groei +2%", Action::grow, 0.02, std::nullopt, std::nullopt},
             Case{"staf=hoogstens 350.000,5", Action::cap, 350000.5, std::nullopt, std::nullopt},
             Case{"deelname.midden=minstens 0,5%", Action::floor, 0.005, std::nullopt, std::nullopt},
             Case{"tarief.hoog=schuif 1@2027", Action::shift, 1, 2027, 2027},
             Case{"tarief.hoog=schuif -2@2027", Action::shift, -2, 2027, 2027},
             Case{"eigen_vermogen=+1.000@2026", Action::add, 1000, 2026, 2026},
         }) {
        const auto adjustment = parse_adjustment(text, small.definition, graph);
        ASSERT_TRUE(adjustment.has_value()) << text << ": " << to_text(adjustment.error());
        EXPECT_EQ(adjustment->action, action) << text;
        EXPECT_EQ(adjustment->amount, amount) << text;
        EXPECT_EQ(adjustment->from, from) << text;
        EXPECT_EQ(adjustment->until, until) << text;
        EXPECT_EQ(to_text(*adjustment, small.definition), text);
    }
}

TEST(Adjustment, TellsWhatIsWrongWithItsText) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    struct Case {
        const char* text;
        const char* refusal;
    };
    for (const auto& [text, expected] : {
             Case{"deelname", "\"deelname\" is geen wijziging (verwacht: bijvoorbeeld deelname.so.laag=+0,1pp@2026-)."},
             Case{"deelnam=+1%", "\"deelnam=+1%\": \"deelnam\" bestaat niet (verwacht: \"deelname\")."},
             Case{"xyz=+1%", "\"xyz=+1%\": \"xyz\" bestaat niet (verwacht: een code uit het model)."},
             Case{"deelname.lag=+1%", "\"deelname.lag=+1%\": \"lag\" is geen lid van deelname (verwacht: \"laag\")."},
             Case{"deelname.so=+1%",
                  "\"deelname.so=+1%\": \"so\" is geen lid van deelname (verwacht: een lid van zijn lijsten, "
                  "bijvoorbeeld "
                  "deelname.laag)."},
             Case{"staf.laag=+1%", "\"staf.laag=+1%\": \"laag\" is geen lid van staf (verwacht: staf zonder lid)."},
             Case{"bovenmatig=0",
                  "\"bovenmatig=0\": \"bovenmatig\" is een kengetal (verwacht: een aanname, berekening, regel of "
                  "balanspost)."},
             Case{"resultaat=0",
                  "\"resultaat=0\": \"resultaat\" is een totaal (verwacht: een aanname, berekening, regel of "
                  "balanspost)."},
             Case{"staf=+1%@2040",
                  "\"staf=+1%@2040\": het jaar 2040 valt buiten het model (verwacht: een jaar van 2024 tot en met "
                  "2034)."},
             Case{"staf=+1%@26",
                  "\"staf=+1%@26\": \"26\" is geen jaar (verwacht: een jaar van vier cijfers, bijvoorbeeld "
                  "@2026)."},
             Case{"staf=+1%@-",
                  "\"staf=+1%@-\": \"@-\" noemt geen jaar (verwacht: @2026 (dat jaar), @2026- (vanaf dat jaar) "
                  "of @2026-2028)."},
             Case{"staf=+1%@2028-2026",
                  "\"staf=+1%@2028-2026\": de jaren lopen van 2028 terug naar 2026 (verwacht: een "
                  "eerste jaar dat niet na het laatste ligt)."},
             Case{"staf=",
                  "\"staf=\": achter = staat niets (verwacht: +100 (erbij), +2% (maal 1,02) of 9.500 (wordt))."},
             Case{"deelname=+100",
                  "\"deelname=+100\": \"+100\" past niet bij de eenheid % (verwacht: +0,1pp (erbij), +2% "
                  "(maal 1,02) of 2,4% (wordt))."},
             Case{"staf=groei 100",
                  "\"staf=groei 100\": \"100\" is geen groei (verwacht: een percentage per jaar, "
                  "bijvoorbeeld +2%)."},
             Case{"staf=hoogstens 2%",
                  "\"staf=hoogstens 2%\": \"2%\" past niet (verwacht: een bedrag, bijvoorbeeld 12.938,34)."},
             Case{"staf=schuif 0",
                  "\"staf=schuif 0\": \"0\" is geen aantal jaren om te schuiven (verwacht: een geheel getal, "
                  "bijvoorbeeld 1 (een jaar later) of -1 (een jaar eerder))."},
         }) {
        EXPECT_EQ(refusal(graph, small.definition, text), expected);
    }
}

TEST(Adjustment, DoesWhatItsActionSays) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    const auto staff = [&](const std::string& text, std::int32_t year) {
        return value(graph, {adjust(small, graph, text)}, "staf", year);
    };
    const double present = value(graph, {}, "staf", 2027);
    EXPECT_EQ(staff("staf=1000", 2027), 1000);
    EXPECT_EQ(staff("staf=1000", 2025), 300000);
    EXPECT_EQ(staff("staf=1000@2026", 2027), present);
    EXPECT_EQ(staff("staf=+10000@2026-", 2027), present + 10000);
    EXPECT_EQ(staff("staf=+10%@2026-2027", 2027), std::round(present * 110) / 100);
    EXPECT_EQ(staff("staf=groei +10%@2026-", 2027), std::round(present * 121) / 100);
    EXPECT_EQ(staff("staf=groei +10%", 2026), std::round(309000 * 110.0) / 100);
    EXPECT_EQ(staff("staf=hoogstens 310.000", 2027), 310000);
    EXPECT_EQ(staff("staf=minstens 310.000", 2026), 310000);
    EXPECT_EQ(staff("staf=schuif 2@2027-", 2027), 300000);
    EXPECT_EQ(staff("staf=schuif -1@2026", 2026), present);
    EXPECT_EQ(staff("staf=uit", 2027), 0);
}

TEST(Adjustment, WithoutMembersReachesEveryMemberAndWithOneOnlyThatOne) {
    SmallModel small = partnership();
    small.definition.lists.push_back({"soort", {"so", "vso"}, {}});
    model::Variable& variable = small.variable(model::VariableKind::driver, "plekken", "1", "plekken[-1]");
    variable.lists = {"soort", "categorie"};
    for (const char* kind : {"so", "vso"})
        for (const char* category : {"laag", "midden", "hoog"})
            SmallModel::give(variable, {kind, category}, {{2025, 10}});
    const model::Graph graph = small.graph();
    const auto changed = [&](const std::string& text) {
        std::vector<std::string> names;
        const auto overlay = overlay_of(graph, {{adjust(small, graph, text)}});
        for (const auto& [id, changes] : overlay.value().changes)
            names.push_back(graph.series[graph.nodes[id].series].name);
        std::ranges::sort(names);
        return names;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(changed("plekken.vso.hoog=5@2026"), (Names{"plekken.vso.hoog"}));
    EXPECT_EQ(changed("plekken.hoog.vso=5@2026"), (Names{"plekken.vso.hoog"}));
    EXPECT_EQ(changed("plekken.hoog=5@2026"), (Names{"plekken.so.hoog", "plekken.vso.hoog"}));
    EXPECT_EQ(changed("plekken=5@2026").size(), 6U);
    EXPECT_NE(refusal(graph, small.definition, "plekken.hoog.hoog=5").find("\"hoog\" is geen lid"), std::string::npos);
}

TEST(Adjustment, ThatShiftsToAYearWithoutAFigureIsRefused) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    const auto late = overlay_of(graph, {{adjust(small, graph, "staf=schuif -1@2034")}});
    ASSERT_FALSE(late.has_value());
    EXPECT_EQ(
        to_text(late.error()),
        "staf heeft in 2035 geen cijfer, dus 2034 kan daar niet heen schuiven (verwacht: jaren waarvan het cijfer van "
        "1 jaar later in het model staat).");
    EXPECT_EQ(late.error().kind, ErrorKind::usage);
}

TEST(Adjustment, ThatShiftsAFigureOntoWhatRestsOnItIsRefused) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    Adjustment early = adjust(small, graph, "leerlingen=schuif -1@2026");
    early.place = {"proef.toml", "", "", 9, 1};
    const auto overlay = overlay_of(graph, {{early}});
    ASSERT_FALSE(overlay.has_value());
    EXPECT_EQ(
        to_text(overlay.error()),
        "proef.toml, regel 9, kolom 1: leerlingen kan niet schuiven: het cijfer van het latere jaar rust zelf op dat "
        "van het eerdere (verwacht: een cijfer dat niet op zijn eigen vorige jaar rust, of een wijziging met zet, "
        "tel_op of groei).");
    EXPECT_EQ(overlay.error().kind, ErrorKind::input);
}

TEST(Scenario, FlattensFromTheOldestParentDown) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    ScenarioBook book;
    TariffSet set;
    set.code = "definitief";
    set.entries = {{"tarief", {"laag"}, 2026, 13200, {}}};
    book.tariff_sets = {set};
    book.scenarios = {made("kind", "ouder", {adjust(small, graph, "staf=+10%")}),
                      made("ouder", "basis", {adjust(small, graph, "staf=1000")})};
    book.scenarios[0].tariff_sets = {"definitief"};
    const Adjustment ad_hoc = adjust(small, graph, "staf=+7");
    const auto flat = flatten(book, "kind", {{ad_hoc}});
    ASSERT_TRUE(flat.has_value());
    std::vector<std::string> texts;
    for (const Adjustment& one : *flat) texts.push_back(to_text(one, small.definition));
    EXPECT_EQ(texts, (std::vector<std::string>{"staf=1.000", "tarief.laag=13.200@2026", "staf=+10%", "staf=+7"}));
    EXPECT_EQ(value(graph, *flat, "staf", 2030), 1107);
    EXPECT_EQ(value(graph, *flat, "tarief.laag", 2026), 13200);
    EXPECT_TRUE(flatten(book, "basis")->empty());
    EXPECT_TRUE(flatten(book, "")->empty());
    EXPECT_EQ(to_text(flatten(book, "oudr").error()), "\"oudr\" is geen scenario van dit model (verwacht: \"ouder\").");
    EXPECT_EQ(to_text(flatten(book, "x1y2").error()),
              "\"x1y2\" is geen scenario van dit model (verwacht: een scenario van het model: basis, kind, ouder).");
}

TEST(Scenario, CheckTellsAllThatIsWrongAtItsLine) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    ScenarioBook book;
    TariffSet set;
    set.code = "definitief";
    set.entries = {{"tarief", {"lag"}, 2026, 1, {"proef.toml", "", "", 41, 1}},
                   {"staf", {}, 2026, 1, {"proef.toml", "", "", 42, 1}},
                   {"tarief", {"laag"}, 2052, 1, {"proef.toml", "", "", 43, 1}}};
    book.tariff_sets = {set, set};
    book.tariff_sets[1].place = {"proef.toml", "", "", 40, 1};
    book.tariff_sets[1].entries.clear();
    const auto at = [](Adjustment adjustment, std::uint32_t line) {
        adjustment.place = {"proef.toml", "", "", line, 1};
        return adjustment;
    };
    book.scenarios = {
        made("a", "b"), made("b", "a"), made("basis", ""),
        made("c", "d", {at({"resultaat", {}, Action::set, 0, {}, {}, {}}, 51)}),
        made("c", "",
             {at({"staf", {}, Action::set, 0, 2040, {}, {}}, 52), at({"stf", {}, Action::off, 0, {}, {}, {}}, 53)})};
    book.scenarios[2].tariff_sets = {"definitef"};
    std::string text;
    for (const Error& error : check_scenarios(book, small.definition, graph)) text += to_text(error) + "\n";
    EXPECT_EQ(
        text,
        "proef.toml, regel 40, kolom 1: de tarievenset \"definitief\" staat er twee keer (verwacht: een eigen code).\n"
        "proef.toml, regel 100, kolom 1: \"basis\" is het model zelf en kan geen scenario zijn (verwacht: een eigen "
        "code).\n"
        "proef.toml, regel 100, kolom 1: het scenario \"c\" staat er twee keer (verwacht: een eigen code).\n"
        "proef.toml, regel 41, kolom 1: tarievenset definitief: \"lag\" is geen lid van tarief (verwacht: \"laag\").\n"
        "proef.toml, regel 42, kolom 1: tarievenset definitief: \"staf\" is geen aanname (verwacht: de code van een "
        "[[aanname]]).\n"
        "proef.toml, regel 43, kolom 1: tarievenset definitief: het jaar 2052 valt buiten het model (verwacht: een "
        "jaar van 2024 tot en met 2034).\n"
        "proef.toml, regel 100, kolom 1: een kring van ouders: a ← b ← a (verwacht: een ouder die niet op dit "
        "scenario rust).\n"
        "proef.toml, regel 100, kolom 1: de tarievenset \"definitef\" van basis bestaat niet (verwacht: "
        "\"definitief\").\n"
        "proef.toml, regel 100, kolom 1: de ouder \"d\" van c bestaat niet (verwacht: \"a\").\n"
        "proef.toml, regel 51, kolom 1: scenario c: \"resultaat\" is een totaal (verwacht: een aanname, berekening, "
        "regel of balanspost).\n"
        "proef.toml, regel 52, kolom 1: scenario c: het jaar 2040 valt buiten het model (verwacht: een jaar van 2024 "
        "tot en met 2034).\n"
        "proef.toml, regel 53, kolom 1: scenario c: \"stf\" bestaat niet (verwacht: \"staf\").\n");
}

TEST(Scenario, CheckTellsOfAShiftThatCannotBe) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    ScenarioBook book;
    book.scenarios = {made("vroeg", "", {adjust(small, graph, "leerlingen=schuif -1@2026")}),
                      made("laat", "", {adjust(small, graph, "leerlingen=schuif 1")})};
    const auto errors = check_scenarios(book, small.definition, graph);
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_NE(errors[0].found.find("leerlingen kan niet schuiven"), std::string::npos);
}

TEST(Scenario, MayHaveFiftyParentsAndNoMore) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    ScenarioBook book;
    book.scenarios.push_back(made("s0", ""));
    for (std::size_t i = 1; i <= depth_max; ++i)
        book.scenarios.push_back(
            made("s" + std::to_string(i), "s" + std::to_string(i - 1), {adjust(small, graph, "staf=+1")}));
    EXPECT_TRUE(check_scenarios(book, small.definition, graph).empty());
    EXPECT_EQ(value(graph, *flatten(book, "s50"), "staf", 2026), 309050);
    book.scenarios.push_back(made("te_diep", "s50"));
    const auto errors = check_scenarios(book, small.definition, graph);
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].found, "te_diep heeft meer dan 50 ouders");
}

class ScenarioLaw : public ::testing::TestWithParam<unsigned> {};

TEST_P(ScenarioLaw, WithoutADeltaEqualsItsParent) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    std::mt19937 random(GetParam());
    ScenarioBook book;
    book.scenarios = {made("ouder", ""), made("kind", "ouder")};
    for (int i = 0; i < 5; ++i) book.scenarios[0].adjustments.push_back(random_adjustment(random));
    EXPECT_EQ(all_values(graph, *flatten(book, "kind")), all_values(graph, *flatten(book, "ouder")));
    EXPECT_NE(all_values(graph, *flatten(book, "kind")), all_values(graph, {}));
}

TEST_P(ScenarioLaw, TheOrderOfAdjustmentsOfDifferentVariablesIsIrrelevant) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    std::mt19937 random(GetParam());
    std::vector<Adjustment> adjustments;
    for (int i = 0; i < 12; ++i) adjustments.push_back(random_adjustment(random));
    std::vector<Adjustment> shuffled = adjustments;
    std::ranges::shuffle(shuffled, random);
    std::ranges::stable_sort(adjustments, {}, &Adjustment::variable);
    // bring every variable's own adjustments back in their order, but leave the variables mixed
    std::vector<Adjustment> mixed = shuffled;
    for (Adjustment& one : mixed) {
        const auto next = std::ranges::find(adjustments, one.variable, &Adjustment::variable);
        one = *next;
        adjustments.erase(next);
    }
    std::vector<Adjustment> sorted = mixed;
    std::ranges::stable_sort(sorted, {}, &Adjustment::variable);
    EXPECT_EQ(all_values(graph, mixed), all_values(graph, sorted));
}

TEST_P(ScenarioLaw, WhatIsWrittenReadsBack) {
    const SmallModel small = partnership();
    const model::Graph graph = small.graph();
    std::mt19937 random(GetParam());
    for (int i = 0; i < 50; ++i) {
        const Adjustment adjustment = random_adjustment(random);
        const auto back = parse_adjustment(to_text(adjustment, small.definition), small.definition, graph);
        ASSERT_TRUE(back.has_value()) << to_text(back.error());
        EXPECT_EQ(*back, adjustment) << to_text(adjustment, small.definition);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ScenarioLaw, ::testing::Range(1U, 21U));

}  // namespace

}  // namespace begroot::scenario
