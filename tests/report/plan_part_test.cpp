// The part of a plan that lies in another year: what the two years hold adds up to the plan, to the cent.

#include "report/budget_table.hpp"
#include "report/json.hpp"
#include "report/plein013.hpp"
#include "report/trace.hpp"

#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

PlanPart part_of(PlanYear year, YearSplit split = YearSplit::months) { return {year, split}; }

constexpr PlanYear school_2024{2024, school_year_first_month};
constexpr PlanYear school_2025{2025, school_year_first_month};

TEST(PlanPart, KnowsTheYearsBesideAPlan) {
    EXPECT_THAT(years_beside({2025, 1}), ElementsAre(school_2024, school_2025));
    EXPECT_THAT(years_beside(school_2024), ElementsAre(PlanYear{2024, 1}, PlanYear{2025, 1}));
}

TEST(PlanPart, OfACalendarYearCountsTheMonthsOfTheSchoolYear) {
    Office office = sample_office();
    office.plan.default_phasing = "twaalf_gelijke_maanden";
    const BudgetVsActual until_july = office.table({.part = part_of(school_2024)});
    EXPECT_EQ(until_july.counted, (MonthRange{{2025, 1}, {2025, 7}}));
    EXPECT_EQ(line(until_july, "1.1").amounts.budget, euros(7'000)) << "zeven van twaalf maanden van 12.000";
    EXPECT_EQ(line(until_july, "1.1").amounts.actual, euros(3'000));
    const BudgetVsActual from_august = office.table({.part = part_of(school_2025)});
    EXPECT_EQ(line(from_august, "1.1").amounts.budget, euros(5'000));
    EXPECT_EQ(line(from_august, "1.1").amounts.actual, euros(0)) << "na maart is er niets geboekt";
    EXPECT_EQ(from_august.until, (Month{2025, 12})) << "zonder boekingen tot het einde van het deel";
}

TEST(PlanPart, ByTheRuleTakesFiveTwelfthsFromAugust) {
    Office office = sample_office();
    office.keys.push_back({"alles in januari", {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}});
    office.plan.speerpunten[0].goals[0].phasing = "alles in januari";
    const Options by_months{.part = part_of(school_2025)};
    EXPECT_EQ(line(office.table(by_months), "1.1").amounts.budget, euros(0));
    const Options by_rule{.part = part_of(school_2025, YearSplit::school_year)};
    const BudgetVsActual answer = office.table(by_rule);
    EXPECT_EQ(line(answer, "1.1").amounts.budget, euros(5'000));
    EXPECT_EQ(line(answer, "1.1").phasing, "7/12-5/12");
    EXPECT_EQ(line(answer, "1.2").amounts.budget, std::nullopt) << "p.m. blijft p.m.";
}

TEST(PlanPart, SplitsWhatIsBookedAtTwoPlacesAsTheGoalIsSplit) {
    const Office office = sample_office();
    Money at_the_goal;
    Money at_the_books;
    for (const PlanYear year : {school_2024, school_2025}) {
        const Options options{.part = part_of(year, YearSplit::school_year)};
        Options booked = options;
        booked.view = View::booking;
        at_the_goal = *line(office.table(options), "2.1").amounts.budget;
        const BudgetVsActual answer = office.table(booked);
        at_the_books = *line(answer, "2.1").amounts.budget + *line(answer, "1.2.1").amounts.budget;
        EXPECT_EQ(at_the_goal, at_the_books) << to_text(year);
    }
    EXPECT_EQ(at_the_goal, Money::from_cents(83'333)) << "5/12 van 2.000, naar beneden: de grootste rest is van 7/12";
}

TEST(PlanPart, RefusesAYearInWhichThePlanDoesNotLie) {
    const auto answer = compare_budget_with_actual(sample_office().facts(), {.part = part_of({2026, 8})});
    ASSERT_FALSE(answer);
    EXPECT_THAT(to_text(answer.error()), HasSubstr("2024-2025 of 2025-2026, of 2025 voor het hele plan"));
}

TEST(PlanPart, RefusesAMonthOutsideThePart) {
    const auto answer =
        compare_budget_with_actual(sample_office().facts(), {.until = Month{2025, 8}, .part = part_of(school_2024)});
    ASSERT_FALSE(answer);
    EXPECT_THAT(to_text(answer.error()), HasSubstr("een maand van 2025-01 tot en met 2025-07"));
}

TEST(PlanPart, OfThePlansOwnYearIsTheWholePlan) {
    const Office office = sample_office();
    const BudgetVsActual answer = office.table({.part = part_of({2025, 1})});
    EXPECT_FALSE(answer.part_tie);
    EXPECT_EQ(to_json(office.facts(), answer), to_json(office.facts(), office.table()));
}

TEST(PlanPart, SaysInItsHeadWhichViewItIs) {
    const Office office = sample_office();
    const BudgetVsActual answer = office.table({.part = part_of(school_2024, YearSplit::school_year)});
    const Table table = to_document(office.facts(), answer, {}).tables.at(0);
    EXPECT_THAT(table.subtitles,
                Contains("deel 2024-2025 van boekjaar 2025: januari tot en met juli 2025, begroot naar "
                         "de verdeling 7/12-5/12 (7/12 in dit deel)"));
    EXPECT_THAT(table.notes, Contains(HasSubstr("samen")));
    EXPECT_EQ(table.columns[2].head, "Begroot\ndeel 2024-2025");
}

/// Lasten min baten by line; speerpunten and goals both, for each must add up on its own.
using Figures3 = std::map<std::string, std::array<Money, 2>>;

Figures3 figures_of(const BudgetVsActual& answer) {
    Figures3 figures;
    const auto add = [&figures](const Line& one) {
        auto& [budget, actual] =
            figures[std::string(level_name(one.level)) + " " + one.code + (one.side == Side::income ? " baten" : "")];
        budget += one.amounts.budget.value_or(Money());
        actual += one.amounts.actual.value_or(Money());
    };
    for (const Line& one : answer.lines) add(one);
    for (const Line& one : answer.remainder) add(one);
    figures["totaal"] = {answer.total.budget.value_or(Money()), answer.total.actual.value_or(Money())};
    figures["niet toegewezen"] = {answer.unassigned.budget.value_or(Money()),
                                  answer.unassigned.actual.value_or(Money())};
    return figures;
}

class PlanPartLaws : public testing::TestWithParam<std::uint32_t> {
protected:
    std::mt19937 random_{GetParam()};

    std::size_t up_to(std::size_t most) { return random_() % (most + 1); }

    /// Makes the real plan one of another year, with goals of odd amounts, phased as they please.
    store::Dossier any_dossier() {
        store::Dossier dossier = plein013();
        constexpr PlanYear years[] = {{2025, 1}, school_2024, school_2025};
        const PlanYear year = years[GetParam() % 3];
        dossier.model.plan.year = year.year;
        dossier.model.plan.first_month = year.first_month;
        PhasingKey odd{"eigen", {}};
        for (std::int64_t& weight : odd.weights) weight = static_cast<std::int64_t>(up_to(7));
        odd.weights[up_to(11)] += 1;
        dossier.model.phasing_keys.push_back(odd);
        const std::vector<std::string> names{"werkboek", "twaalf_gelijke_maanden", "schooljaar", "eigen"};
        for (Speerpunt& speerpunt : dossier.model.plan.speerpunten) {
            for (Goal& goal : speerpunt.goals) {
                goal.phasing = names[up_to(3)];
                if (up_to(2) > 0) continue;
                goal.amount.value = Money::from_cents(static_cast<std::int64_t>(up_to(9'999'999)));
                const Money booked = *number(goal.amount);
                if (goal.amount.booked.empty() || booked.is_zero()) continue;
                const Money here = Money::from_cents(booked.cents() / 3);
                goal.amount.booked = {{goal.speerpunt, here}, {SpeerpuntId("6"), booked - here}};
            }
        }
        return dossier;
    }
};

TEST_P(PlanPartLaws, TheTwoYearsAddUpToThePlanInEveryViewAndByEitherDivision) {
    const store::Dossier dossier = any_dossier();
    const Facts facts = facts_of(dossier);
    const PlanYear year = year_of(dossier.model.plan);
    for (const YearSplit split : {YearSplit::months, YearSplit::school_year}) {
        for (const View view : all_views) {
            for (const Per per : all_pers) {
                Figures3 whole = figures_of(compare_budget_with_actual(facts, {per, view, year.last(), {}}).value());
                for (const PlanYear beside : years_beside(year)) {
                    const MonthRange months = *common_months(year, beside);
                    const auto answer =
                        compare_budget_with_actual(facts, {per, view, months.last, part_of(beside, split)}).value();
                    EXPECT_TRUE(answer.part_tie->ties);
                    EXPECT_TRUE(answer.ledger_tie->ties);
                    for (const auto& [code, figures] : figures_of(answer)) {
                        whole[code][0] -= figures[0];
                        whole[code][1] -= figures[1];
                    }
                }
                for (const auto& [code, left] : whole) {
                    EXPECT_TRUE(left[0].is_zero()) << code << ": begroot, " << year_split_name(split);
                    EXPECT_TRUE(left[1].is_zero()) << code << ": werkelijk, " << year_split_name(split);
                }
            }
        }
    }
}

TEST_P(PlanPartLaws, EveryFigureOfAPartHasItsOrigin) {
    const store::Dossier dossier = any_dossier();
    const Facts facts = facts_of(dossier);
    for (const PlanYear beside : years_beside(year_of(dossier.model.plan))) {
        for (const YearSplit split : {YearSplit::months, YearSplit::school_year}) {
            for (const Per per : {Per::goal, Per::rubric}) {
                const auto answer =
                    compare_budget_with_actual(facts, {per, View::booking, {}, part_of(beside, split)}).value();
                for (const std::string& code : traceable_codes(answer)) {
                    for (std::size_t i = 0; i < trace_column_names().size(); ++i)
                        EXPECT_TRUE(trace(facts, answer, code, static_cast<TraceColumn>(i))) << code;
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PlanPartLaws, testing::Range(1U, 10U),
                         [](const auto& tested) { return "seed" + std::to_string(tested.param); });

}  // namespace
}  // namespace begroot::report
