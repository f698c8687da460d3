// What a plan says beside its money: organisations, actions, indicators, hours, calendar, subsidies.

#include "store/model_file.hpp"
#include "store/model_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store {
namespace {

using test::plus;
using test::with;
using testing::ElementsAre;
using testing::SizeIs;

Plan read(const std::string& text) {
    auto model = parse_model(text, "model.toml");
    EXPECT_TRUE(model) << (model ? "" : to_text(model.error().front()));
    return model ? std::move(model->plan) : Plan();
}

TEST(PlanSections, TakeASchoolYearInPlaceOfABookYear) {
    const Plan plan = read(with("boekjaar = 2025", "schooljaar = \"2024-2025\"\nvastgesteld = 2024-09-16"));
    EXPECT_EQ(to_text(year_of(plan)), "2024-2025");
    EXPECT_EQ(plan.first_month, 8);
    EXPECT_EQ(plan.adopted, (Day{2024, 9, 16}));
}

TEST(PlanSections, TakeMomentsInBothCalendarYearsOfASchoolYear) {
    const std::string text = with("boekjaar = 2025", "schooljaar = \"2024-2025\"");
    EXPECT_THAT(read(text + "\n[[moment]]\ncode = \"M4\"\ntot = \"2025-04\"\n").moments, SizeIs(1));
    const auto outside = parse_model(text + "\n[[moment]]\ncode = \"M8\"\ntot = \"2025-08\"\n", "model.toml");
    ASSERT_FALSE(outside);
    EXPECT_EQ(outside.error()[0].found, "2025-08 ligt niet in schooljaar 2024-2025");
}

TEST(PlanSections, KeepThePartsOfASpeerpuntApart) {
    const Plan plan = read(with("naam = \"Een\"",
                                "naam = \"Een\"\nsoort = \"blok\"\nbelang = [\"b\"]\nleidt_toe = [\"l\"]\n"
                                "bereiken = [\"r\"]\nmeten = [\"m\"]\nincidenteel = [\"i\"]\n"
                                "ontwikkelpunten = [\"2\", \"3\"]\nontwikkelpunten_gedrukt = \"2 en 3\""));
    const Speerpunt& block = plan.speerpunten.at(0);
    EXPECT_EQ(block.kind, SpeerpuntKind::block);
    EXPECT_THAT(block.importance, ElementsAre("b"));
    EXPECT_THAT(block.outcome, ElementsAre("l"));
    EXPECT_THAT(block.aims, ElementsAre("r"));
    EXPECT_THAT(block.measuring, ElementsAre("m"));
    EXPECT_THAT(block.incidental, ElementsAre("i"));
    EXPECT_THAT(block.development_points, ElementsAre("2", "3"));
}

TEST(PlanSections, KnowEveryLevelAndTakeNoAmountForABlankOne) {
    const Plan plan = read(plus(R"(
[[speerpunt.project]]
nummer = 2
naam = "p"
tekst = ["Een project"]
[[speerpunt.resultaat]]
nummer = 3
naam = "r"
begroot = "p.m."
[[speerpunt.maatregel]]
nummer = 4
naam = "m"
[[speerpunt.schooldoel]]
nummer = 5
naam = "s"
)"));
    std::vector<GoalLevel> levels;
    for (const Goal& goal : plan.speerpunten.at(0).goals) levels.push_back(goal.level);
    EXPECT_THAT(levels, ElementsAre(GoalLevel::goal, GoalLevel::project, GoalLevel::result, GoalLevel::measure,
                                    GoalLevel::school_goal));
    EXPECT_STREQ(kind_name(kind(find_goal(plan, GoalId("1.2"))->amount)), "leeg");
    EXPECT_STREQ(kind_name(kind(find_goal(plan, GoalId("1.3"))->amount)), "pm");
    EXPECT_THAT(find_goal(plan, GoalId("1.2"))->plan, ElementsAre("Een project"));
}

TEST(PlanSections, LetActionsFollowTheParagraphsOfDo) {
    const Plan plan = read(plus(R"(
[[speerpunt.doel.actie]]
wat = ["Uitvoeren plan:", "- borgen"]
wie = ["werkgroep", "klankbordgroep"]
wanneer = "1 augustus 2025"
soort = "dag"
tot = 2025-08-01
status = "loopt"
stand = "half klaar"

[[speerpunt.doel.actie]]
wat = "Nog iets"
)"));
    const auto& activities = plan.speerpunten.at(0).goals.at(0).activities;
    ASSERT_THAT(activities, SizeIs(4));
    EXPECT_FALSE(activities[1].is_row);
    EXPECT_EQ(activities[2].letter, "c");
    EXPECT_EQ(full_text(activities[2]), "Uitvoeren plan: - borgen");
    EXPECT_THAT(activities[2].who, ElementsAre("werkgroep", "klankbordgroep"));
    EXPECT_EQ(last_day_of(activities[2].when), (Day{2025, 8, 1}));
    EXPECT_EQ(activities[2].status, ActivityStatus::running);
    EXPECT_FALSE(activities[3].status);
    EXPECT_EQ(activities[3].when.kind, WhenKind::blank);
}

TEST(PlanSections, ReadHoursOutcomeAndShares) {
    const Plan plan =
        read(plus("uren = { toegekend = 120, gebruikt = 37.5, op = 2025-06-30, bron = \"staat\" }\n"
                  "behaald = \"deels\"\nbehaald_op = 2025-12-01\n"
                  "partners = [{ naam = \"a\", aandeel = \"1/3\" }, { naam = \"b\", aandeel = \"1/3\" }, "
                  "{ naam = \"c\", aandeel = \"1/3\" }, { naam = \"d\" }]\n"));
    const Goal& goal = plan.speerpunten.at(0).goals.at(0);
    ASSERT_TRUE(goal.hours);
    EXPECT_EQ(goal.hours->granted_hundredths, 12'000);
    EXPECT_EQ(goal.hours->used_hundredths, 3'750);
    EXPECT_EQ(goal.outcome->reached, Reached::partly);
    ASSERT_THAT(goal.partners, SizeIs(4));
    EXPECT_EQ(goal.partners[0].share->whole, 3);
    EXPECT_FALSE(goal.partners[3].share);
}

TEST(PlanSections, PutMeasurementsInTheOrderOfTheirDays) {
    const Plan plan =
        read(plus("\n[[indicator]]\nbij = \"plan\"\ntekst = \"t\"\nrichting = \"lager\"\n"
                  "nulmeting = \"12\"\nmetingen = [{ op = 2025-06-30, waarde = \"8\" }, "
                  "{ op = 2025-03-31, waarde = \"9\" }]\n"));
    const Indicator& indicator = plan.indicators.at(0);
    EXPECT_EQ(indicator.direction, Direction::lower);
    EXPECT_EQ(indicator.measurements.back().value, parse_indicator_value("8"));
}

TEST(PlanSections, ReadTheCalendarTheMeetingsAndTheSubsidies) {
    const Plan plan = read(plus(R"(
[[kalender]]
groep = "Documenten"
wat = "Begroting"
wanneer = "Jaarlijks voor 1 januari"
elk_jaar_voor = "01-01"
[[kalender]]
wat = "Ondersteuningsplan"
elk_jaar_voor = "05-01"
om_de_jaren = 4
eerste = 2026-05-01
[[bijeenkomst]]
overleg = "Bestuur"
op = 2025-04-16
reserve = true
geld = true
[[subsidie]]
naam = "voltijd"
bij = "1.1"
model = "G2A"
tot = 2025-07-31
bedrag = "p.m."
)"));
    ASSERT_THAT(plan.calendar, SizeIs(2));
    EXPECT_EQ(plan.calendar[0].every_year_before, (YearDay{1, 1}));
    EXPECT_EQ(plan.calendar[1].every_years, 4);
    EXPECT_TRUE(plan.meetings.at(0).in_reserve && plan.meetings.at(0).carries_money);
    EXPECT_EQ(plan.subsidies.at(0).model, "G2A");
    EXPECT_STREQ(kind_name(kind(*plan.subsidies.at(0).amount)), "pm");
}

TEST(PlanSections, ReadOrganisationsFootnotesAndWhatCouldNotBeRead) {
    const Plan plan = read(plus(R"(
organisaties = ["po"]
voetnoten = [1]
[[organisatie]]
code = "po"
naam = "SWV PO"
soort = "swv"
[[voetnoot]]
nummer = 1
tekst = "Zie de agenda."
[[onleesbaar]]
tekst = ["en j"]
plaats = "bladzijde 3"
)"));
    EXPECT_EQ(find_organisation(plan, plan.speerpunten.at(0).goals.at(0).organisations.at(0))->name, "SWV PO");
    EXPECT_THAT(plan.footnotes, SizeIs(1));
    EXPECT_EQ(plan.unreadable.at(0).where, "bladzijde 3");
}

}  // namespace
}  // namespace begroot::store
