#include "store/model_file.hpp"

#include "plan/check_plan.hpp"
#include "store/model_text.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store {
namespace {

using test::plus;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Model parsed(const std::string& text) {
    auto model = parse_model(text, "model.toml");
    EXPECT_TRUE(model.has_value()) << to_text(model.error().front());
    return model ? std::move(*model) : Model{};
}

Model real(const std::string& name) {
    auto model = read_model(std::string(BEGROOT_SOURCE_DIR) + "/models/" + name);
    EXPECT_TRUE(model.has_value()) << to_text(model.error().front());
    return model ? std::move(*model) : Model{};
}

std::vector<std::string> printed_amounts(const Plan& plan) {
    std::vector<std::string> cells;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) cells.push_back(goal.amount.printed);
    }
    return cells;
}

TEST(ModelFile, ReadsTheSmallestModel) {
    const Model model = parsed(std::string(test::smallest_model));
    EXPECT_EQ(model.plan.organisation, "Voorbeeld");
    EXPECT_EQ(model.plan.year, 2025);
    EXPECT_EQ(model.plan.default_phasing, "werkboek");
    ASSERT_THAT(model.plan.speerpunten, SizeIs(1));
    const Speerpunt& speerpunt = model.plan.speerpunten[0];
    EXPECT_EQ(speerpunt.budget_head, "Begroot");
    EXPECT_EQ(speerpunt.actual_head, "Werkelijke uitgave");
    EXPECT_EQ(speerpunt.printed_total, "€ 5");
    ASSERT_THAT(speerpunt.goals, SizeIs(1));
    const Goal& goal = speerpunt.goals[0];
    EXPECT_EQ(goal.id, GoalId("1.1"));
    EXPECT_EQ(number(goal.amount), Money::from_euros(5));
    EXPECT_EQ(goal.place.line, 15U);
    ASSERT_THAT(goal.activities, SizeIs(2));
    EXPECT_EQ(goal.activities[1].letter, "b");
    EXPECT_EQ(goal.activities[1].text, "daarna");
    ASSERT_THAT(model.phasing_keys, SizeIs(2));
    EXPECT_EQ(model.phasing_keys[0].name, "twaalf_gelijke_maanden");
    EXPECT_EQ(model.phasing_keys[1].name, "schooljaar");
}

TEST(ModelFile, ReadsARuleWithEveryCondition) {
    const Model model = parsed(plus(R"(
[[koppelregel]]
naam = "alles gevraagd"
als = { rekening = ["4425", "4100 - 4199"], kostenplaats = "300", kostendrager = "", dagboek = "50", omschrijving = "*Loket*", periode = ["8", "1 - 3"] }
naar = "1.1.b"
voor = "mutaties"
)"));
    ASSERT_THAT(model.rules, SizeIs(1));
    const Rule& rule = model.rules[0];
    EXPECT_EQ(rule.applies_to, AppliesTo::postings);
    EXPECT_EQ(rule.place.line, 17U);
    ASSERT_THAT(rule.condition.accounts, SizeIs(1));
    EXPECT_EQ(rule.condition.accounts[0].text, "4425");
    ASSERT_THAT(rule.condition.account_ranges, SizeIs(1));
    EXPECT_EQ(rule.condition.account_ranges[0].first, "4100");
    EXPECT_EQ(rule.condition.account_ranges[0].last, "4199");
    EXPECT_EQ(rule.condition.cost_units.at(0).text, "");
    EXPECT_TRUE(rule.condition.descriptions.at(0).ignore_case);
    EXPECT_FALSE(rule.condition.cost_centres.at(0).ignore_case);
    ASSERT_THAT(rule.condition.periods, SizeIs(2));
    EXPECT_EQ(rule.condition.periods[0].last, 8);
    EXPECT_EQ(rule.condition.periods[1].first, 1);
    EXPECT_EQ(rule.condition.periods[1].last, 3);
    ASSERT_THAT(rule.shares, SizeIs(1));
    EXPECT_EQ(rule.shares[0].target.goal, GoalId("1.1"));
    EXPECT_EQ(rule.shares[0].target.activity, "b");
    EXPECT_EQ(rule.shares[0].target.booked_at, SpeerpuntId("1"));
}

TEST(ModelFile, ReadsSplitsByPercentAndByAmount) {
    const Model model = parsed(plus(R"(
[[koppelregel]]
naam = "percentages"
als = { rekening = "1" }
verdeling = [{ naar = "1.1", aandeel = "12,5%" }, { naar = "buiten_jaarplan", aandeel = "87,5%" }]

[[koppelregel]]
naam = "bedragen"
als = { rekening = "2" }
verdeling = [{ naar = "1.1", bedrag = "38.000" }, { naar = "buiten_jaarplan", bedrag = "10k" }]
)"));
    ASSERT_THAT(model.rules, SizeIs(2));
    EXPECT_EQ(model.rules[0].shares[0].weight, 125'000);
    EXPECT_EQ(model.rules[0].shares[1].target.kind, TargetKind::outside_plan);
    EXPECT_EQ(model.rules[1].shares[0].weight, 3'800'000);
    EXPECT_EQ(model.rules[1].shares[1].weight, 1'000'000);
    EXPECT_EQ(model.rules[1].applies_to, AppliesTo::both);
}

TEST(ModelFile, ReadsItsOwnPhasingKeys) {
    const Model model = parsed(plus(R"(
[[fasering]]
naam = "eind"
gewichten = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]

[[fasering]]
naam = "half"
schooljaar = { januari_juli = 1, augustus_december = 1 }
)"));
    ASSERT_THAT(model.phasing_keys, SizeIs(4));
    EXPECT_EQ(phase(Money::from_euros(9), model.phasing_keys[2])[11], Money::from_euros(9));
    EXPECT_EQ(sum_to(phase(Money::from_euros(10), model.phasing_keys[3]), 7), Money::from_euros(5));
}

TEST(ModelFile, IsMissingWithAnErrorThatNamesIt) {
    const auto model = read_model("er/is/niets.toml");
    ASSERT_FALSE(model.has_value());
    EXPECT_EQ(model.error().front().kind, ErrorKind::input);
    EXPECT_EQ(model.error().front().place.file, "er/is/niets.toml");
}

TEST(ModelFile, SurvivesEveryCutOfItself) {
    const std::string whole(test::smallest_model);
    std::size_t accepted = 0;
    for (std::size_t length = 0; length < whole.size(); ++length) {
        if (parse_model(std::string_view(whole).substr(0, length), "model.toml")) ++accepted;
    }
    // complete without its last line break; and as a speerpunt without goals, cut after naam or totaal, their line
    // breaks or the blank line: every other cut misses something
    EXPECT_EQ(accepted, 6U);
}

TEST(Plein013Of2025, StandsInTheModelAsPrinted) {
    const Model model = real("plein013-2025.toml");
    std::vector<std::string> codes;
    std::vector<std::string> totals;
    for (const Speerpunt& speerpunt : model.plan.speerpunten) {
        codes.push_back(speerpunt.inspection_code);
        totals.push_back(speerpunt.printed_total.value_or("(geen)"));
    }
    EXPECT_THAT(codes, ElementsAre("RPO1", "RPO 1", "RPO 2", "RPO 3", "", "BKA 3"));
    EXPECT_THAT(
        totals,
        ElementsAre("€50.000", "€50.000", "€30.000",
                    "€20.000, waarvan 10k bij dit speerpunt en 10k geboekt bij speerpunt 6 in de meerjarenbegroting",
                    "€25.000", "€48.000"));
    EXPECT_THAT(
        printed_amounts(model.plan),
        ElementsAre("€50.000 Expertisedeling gespecialiseerd onderwijs", "p.m.", "p.m.", "--",
                    "€50.000 onderwijs in zorg", "--", "--", "€30.000 Koersbekeners", "--",
                    "€20.000 Onderwijs Transparant - > 1Loket", "", "", "€25.000 Ouderlicht",
                    "€38.000 Perspectief Op School", "", "€10.000 Evaluatie ondersteuningsplan extern begeleid."));
    EXPECT_EQ(model.plan.speerpunten[4].actual_head, "Werkelijke uitgaven");
    std::vector<std::string> moments;
    for (const Moment& moment : model.plan.moments) moments.push_back(moment.code + " " + to_text(moment.until));
    EXPECT_THAT(moments, ElementsAre("M4 2025-04", "M8 2025-08", "M12 2025-12"));
    EXPECT_THAT(model.sources, SizeIs(2));
    const Goal* loket = find_goal(model.plan, GoalId("4.2"));
    ASSERT_NE(loket, nullptr);
    EXPECT_EQ(kind(loket->amount), AmountKind::split);
    EXPECT_FALSE(has_error(check_plan(model.plan)));
}

TEST(Plein013Of2023, StandsInTheModelAsPrinted) {
    const Model model = real("plein013-2023.toml");
    EXPECT_THAT(model.plan.speerpunten, SizeIs(6));
    EXPECT_THAT(printed_amounts(model.plan),
                ElementsAre("Er wordt geen apart budget hiervoor opgenomen in de begroting", "€200.000", "€ 20.000",
                            "€ 5.000", "€ 10.000", "€48.333,-", "€ 30.000"));
    EXPECT_EQ(kind(model.plan.speerpunten[0].goals[0].amount), AmountKind::no_budget);
    ASSERT_TRUE(model.plan.summary);
    EXPECT_EQ(parse_plan_amount(model.plan.summary->total)->value.index(), 0U);
    EXPECT_EQ(number(*parse_plan_amount(model.plan.summary->total)), Money::from_euros(313'333));
    const Goal* audits = find_goal(model.plan, GoalId("6.1"));
    ASSERT_NE(audits, nullptr);
    ASSERT_THAT(audits->amount.parts, SizeIs(2));
    EXPECT_EQ(audits->amount.parts[0].amount, Money::from_euros(25'000));
    EXPECT_EQ(audits->amount.parts[1].amount, Money::from_euros(5'000));
    const Goal* parents = find_goal(model.plan, GoalId("5.1"));
    ASSERT_NE(parents, nullptr);
    EXPECT_EQ(parents->partners.at(0).name, "Portvolio");
    EXPECT_EQ(parents->earlier.at(0).year, 2022);
    EXPECT_EQ(parents->earlier.at(0).amount, Money::from_euros(19'000));
}

TEST(Plein013Of2023, LeavesTheOriginOf48333OpenWithBothReadings) {
    const Findings findings = check_plan(real("plein013-2023.toml").plan);
    const auto found = std::ranges::find(findings, std::string("herkomst_bedrag_onzeker"), &Finding::kind);
    ASSERT_NE(found, findings.end());
    EXPECT_EQ(found->found, "\"€48.333,-\" van 5.1 lijkt € 145.000 / 3; het document zegt dat niet");
    EXPECT_THAT(found->expected,
                testing::AllOf(testing::HasSubstr("drie jaren"), testing::HasSubstr("; of een aandeel van een derde")));
    EXPECT_FALSE(has_error(findings));
    EXPECT_EQ(std::ranges::count(findings, std::string("overzicht_telt_niet_op"), &Finding::kind), 0);
    EXPECT_EQ(std::ranges::count(findings, std::string("overzicht_wijkt_af"), &Finding::kind), 0);
}

TEST(Plein013Of2023, GuessesNoYearBehindAMark) {
    const Plan plan = real("plein013-2023.toml").plan;
    std::size_t unknown = 0;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            unknown +=
                static_cast<std::size_t>(std::ranges::count(goal.phases, std::string("onbekend"), &PhaseMarks::year));
        }
    }
    EXPECT_GT(unknown, 0U);
    const Findings findings = check_plan(plan);
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(findings, std::string("jaar_onbekend"), &Finding::kind)),
              unknown);
}

}  // namespace
}  // namespace begroot::store
