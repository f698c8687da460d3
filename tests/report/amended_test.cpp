// The tables of a budget that was changed: each shows one state, and everything in it adds up.

#include "amendment/version_builder.hpp"
#include "report/budget_table.hpp"
#include "report/json.hpp"
#include "report/multi_year.hpp"
#include "report/plein013.hpp"
#include "report/trace.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;
using begroot::test::adds;
using begroot::test::becomes;
using begroot::test::version;
using testing::HasSubstr;

/// The sample office with w1 of 15 February: 1.1 gets 3.000 more, 1.2 (p.m.) 500, 2.1 loses 300 of what is booked at
/// 1, and outside the plan come 1.200 baten on 8010; and w2 of 10 March: 1.3 (--) becomes 240 and 1.1 9.000.
struct AmendedOffice {
    Office office = sample_office();
    VersionedBudget versions;

    AmendedOffice() {
        Mutation elsewhere = adds("2.1", -300);
        elsewhere.booked_at = SpeerpuntId("1");
        Mutation outside = adds("", 1'200);
        outside.side = Side::income;
        outside.account = AccountId("8010");
        Mutation named = adds("1.1", 3'000);
        named.account = AccountId("4011");
        versions = stack_versions(office.plan,
                                  {version("w1", {2025, 2, 15}, {named, adds("1.2", 500), elsewhere, outside}),
                                   version("w2", {2025, 3, 10}, {becomes("1.3", "€ 240"), becomes("1.1", "€ 9.000")})})
                       .value();
    }

    [[nodiscard]] Facts facts(std::size_t state) const {
        Facts all = office.facts();
        all.versions = &versions;
        return with_state(all, state);
    }
};

TEST(AmendedTable, ShowsTheAmountsOfItsState) {
    const AmendedOffice office;
    const auto first = compare_budget_with_actual(office.facts(0), {}).value();
    const auto after = compare_budget_with_actual(office.facts(1), {}).value();
    EXPECT_EQ(line(first, "1.1").amounts.budget, euros(12'000));
    EXPECT_EQ(line(after, "1.1").amounts.budget, euros(15'000));
    EXPECT_EQ(line(after, "1.1").amounts.budget_to_date, cents(375'000));
    EXPECT_EQ(line(after, "1.2").amounts.budget, euros(500));
    EXPECT_EQ(line(after, "1.2").amounts.skipped.pro_memorie, 0);
    EXPECT_EQ(after.total.budget, euros(14'000 + 3'000 + 500 - 300));
}

TEST(AmendedTable, CountsBatenOutsideThePlan) {
    const AmendedOffice office;
    const auto first = compare_budget_with_actual(office.facts(0), {}).value();
    const auto after = compare_budget_with_actual(office.facts(1), {}).value();
    EXPECT_EQ(*after.unassigned.budget - *first.unassigned.budget, Money::from_euros(-1'200));
    EXPECT_EQ(*after.unassigned.budget_to_date - *first.unassigned.budget_to_date, Money::from_euros(-300));
}

TEST(AmendedTable, TiesToTheWorkbookAsItWasAdopted) {
    const AmendedOffice office;
    for (std::size_t state = 0; state < 3; ++state) {
        const auto answer = compare_budget_with_actual(office.facts(state), {}).value();
        EXPECT_TRUE(answer.budget_tie->ties);
        EXPECT_TRUE(answer.budget_tie->primitive);
        EXPECT_EQ(answer.budget_tie->plan, Money::from_euros(14'000));
    }
}

TEST(AmendedTable, MovesWhatIsBookedElsewhere) {
    const AmendedOffice office;
    const auto answer = compare_budget_with_actual(office.facts(1), {Per::goal, View::booking, {}}).value();
    EXPECT_EQ(line(answer, "1.2.1").amounts.budget, euros(200));
    EXPECT_EQ(line(answer, "2.1").amounts.budget, euros(1'500));
}

TEST(AmendedTable, AddsUpToTheSameWholeByEveryDimension) {
    const AmendedOffice office;
    for (std::size_t state = 0; state < 3; ++state) {
        const auto by_goal = compare_budget_with_actual(office.facts(state), {}).value();
        const Money whole = *by_goal.total.budget + *by_goal.unassigned.budget;
        const Money to_date = *by_goal.total.budget_to_date + *by_goal.unassigned.budget_to_date;
        for (const Per per : {Per::account, Per::cost_centre, Per::cost_unit, Per::rubric}) {
            const auto answer = compare_budget_with_actual(office.facts(state), {per, View::plan, {}}).value();
            EXPECT_EQ(answer.total.budget, whole) << state;
            EXPECT_EQ(answer.total.budget_to_date, to_date) << state;
        }
    }
}

TEST(AmendedTrace, AddsUpForEveryLineColumnAndState) {
    const AmendedOffice office;
    for (std::size_t state = 0; state < 3; ++state) {
        const Facts facts = office.facts(state);
        for (const View view : all_views) {
            for (const Per per : all_pers) {
                const auto answer = compare_budget_with_actual(facts, {per, view, {}}).value();
                for (const std::string& code : traceable_codes(answer)) {
                    for (std::size_t i = 0; i < trace_column_names().size(); ++i)
                        EXPECT_TRUE(trace(facts, answer, code, static_cast<TraceColumn>(i)).has_value()) << code;
                }
            }
        }
    }
}

TEST(AmendedTrace, NamesTheMutatieAndItsPlace) {
    const AmendedOffice office;
    const Facts facts = office.facts(1);
    const auto answer = compare_budget_with_actual(facts, {}).value();
    const Trace traced = trace(facts, answer, "1.1", TraceColumn::budget).value();
    ASSERT_EQ(traced.items.size(), 2U);
    EXPECT_EQ(traced.items[0].amount, Money::from_euros(12'000));
    EXPECT_EQ(traced.items[0].rule, "jaarplan");
    EXPECT_EQ(traced.items[1].amount, Money::from_euros(3'000));
    EXPECT_EQ(traced.items[1].rule, "w1");
    EXPECT_EQ(traced.items[1].place.line, 30U);
}

TEST(AmendedTrace, LeavesProMemorieOutOfWhatCameBefore) {
    const AmendedOffice office;
    const Facts facts = office.facts(1);
    const auto answer = compare_budget_with_actual(facts, {}).value();
    const Trace traced = trace(facts, answer, "1.2", TraceColumn::budget).value();
    ASSERT_EQ(traced.items.size(), 1U);
    EXPECT_EQ(traced.items[0].rule, "w1");
}

TEST(AmendedForecast, GivesPartsThatAddUp) {
    const AmendedOffice office;
    for (std::size_t state = 0; state < 3; ++state) {
        const Facts facts = office.facts(state);
        const auto answer = compare_budget_with_actual(facts, {}).value();
        Money total;
        for (const ForecastPart& part : forecast_parts(facts, answer))
            total += part.side == Side::income ? -part.forecast : part.forecast;
        EXPECT_EQ(total, *answer.total.forecast + *answer.unassigned.forecast);
    }
}

TEST(AmendedTable, SaysInItsHeadWhichBudgetItShows) {
    const AmendedOffice office;
    const Facts facts = office.facts(1);
    const auto answer = compare_budget_with_actual(facts, {}).value();
    EXPECT_EQ(to_document(facts, answer, {}).tables.front().subtitles.back(),
              "Begroting: w1 van 15-02-2025 (begrotingsw1; ALV); niet hierin: w2 van 10-03-2025");
    EXPECT_EQ(budget_words(office.facts(0)), "primitief; niet hierin: w1 van 15-02-2025, w2 van 10-03-2025");
    EXPECT_THAT(to_json(facts, answer), HasSubstr("\"begrotingsversie\": \"w1\""));
}

TEST(AmendedTable, SaysNothingOfVersionsWhenThereAreNone) {
    const Office office = sample_office();
    EXPECT_EQ(budget_words(office.facts()), "");
    EXPECT_EQ(to_json(office.facts(), office.table()).find("begrotingsversie"), std::string::npos);
}

TEST(AmendedFacts, TakeTheBudgetInForceOnTheLastDayOfAMonth) {
    const AmendedOffice office;
    EXPECT_EQ(budget_code(with_budget_of(office.facts(2), {2025, 1})), "primitief");
    EXPECT_EQ(budget_code(with_budget_of(office.facts(0), {2025, 2})), "w1");
    EXPECT_EQ(budget_code(with_budget_of(office.facts(0), {2025, 12})), "w2");
}

}  // namespace
}  // namespace begroot::report
