#include "plan/plan.hpp"

#include "plan/organisation.hpp"
#include "plan/plan_builder.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Plan, FindsGoalsAndSpeerpuntenByTheirCode) {
    const Plan made = test::plan({test::speerpunt("1", {test::goal("1.1", "--"), test::goal("1.2", "--")}),
                                  test::speerpunt("12", {test::goal("12.1", "€ 5")})});
    ASSERT_NE(find_goal(made, GoalId("12.1")), nullptr);
    EXPECT_EQ(find_goal(made, GoalId("12.1"))->speerpunt, SpeerpuntId("12"));
    EXPECT_EQ(find_goal(made, GoalId("2.1")), nullptr);
    EXPECT_EQ(find_goal(made, GoalId("1")), nullptr);
    ASSERT_NE(find_speerpunt(made, SpeerpuntId("12")), nullptr);
    EXPECT_EQ(find_speerpunt(made, SpeerpuntId("12"))->name, "speerpunt 12");
    EXPECT_EQ(find_speerpunt(made, SpeerpuntId("2")), nullptr);
}

TEST(Plan, KnowsWhatACodeNames) {
    const Plan made = test::plan({test::speerpunt("1", {test::goal("1.1", "--")})});
    for (const char* at : {"plan", "1", "1.1"}) EXPECT_TRUE(is_known(made, at)) << at;
    for (const char* at : {"", "2", "1.2", "1.1.a"}) EXPECT_FALSE(is_known(made, at)) << at;
}

TEST(Plan, FindsOrganisationsAndFootnotes) {
    Plan made = test::plan({});
    made.organisations = {{OrganisationId("po"), "SWV PO", OrganisationKind::swv, {}, {}}};
    made.footnotes = {{2, "Zie de agenda."}};
    EXPECT_EQ(find_organisation(made, OrganisationId("po"))->name, "SWV PO");
    EXPECT_EQ(find_organisation(made, OrganisationId("vo")), nullptr);
    EXPECT_EQ(find_footnote(made, 2)->text, "Zie de agenda.");
    EXPECT_EQ(find_footnote(made, 1), nullptr);
    EXPECT_EQ(organisation_kind_names()[static_cast<std::size_t>(OrganisationKind::partner)], "partner");
    EXPECT_EQ(speerpunt_kind_names()[static_cast<std::size_t>(SpeerpuntKind::block)], "blok");
}

TEST(Plan, HoldsFromItsAdoptionAndElseFromItsDate) {
    Plan made = test::plan({});
    EXPECT_FALSE(adoption_day(made));
    made.date = Day{2024, 12, 5};
    EXPECT_EQ(adoption_day(made), (Day{2024, 12, 5}));
    made.adopted = Day{2024, 12, 20};
    EXPECT_EQ(adoption_day(made), (Day{2024, 12, 20}));
}

TEST(Plan, RunsOverTheMonthsOfItsYear) {
    Plan made = test::plan({});
    EXPECT_EQ(to_text(year_of(made)), "2025");
    made.first_month = school_year_first_month;
    EXPECT_EQ(to_text(year_of(made)), "2025-2026");
}

}  // namespace
}  // namespace begroot
