// The annual plan of 2025 against its workbooks, to August: figures that were computed outside this program.

#include "report/plein013.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;

struct Expected {
    const char* code;
    std::int64_t actual_cents;
};

TEST(Plein013Report, HasTheActualsOfEveryGoal) {
    const BudgetVsActual answer = to_august(plein013());
    for (const auto& [code, actual] : std::initializer_list<Expected>{{"1.1", 28'999'25},
                                                                      {"1.2", 3'182'35},
                                                                      {"1.3", 0},
                                                                      {"2.2", 11'236'54},
                                                                      {"3.2", 34'424'49},
                                                                      {"4.2", 12'947'00},
                                                                      {"5.2", 17'113'65}}) {
        EXPECT_EQ(line(answer, code).amounts.actual, cents(actual)) << code;
    }
    EXPECT_EQ(*line(answer, "6.1").amounts.actual + *line(answer, "6.3").amounts.actual, Money::from_cents(22'300'70));
    EXPECT_EQ(line(answer, "6").amounts.actual, cents(22'300'70));
}

TEST(Plein013Report, SkipsWhatThePlanLeavesOpen) {
    for (const View view : all_views) {
        for (const Per per : {Per::speerpunt, Per::goal, Per::activity}) {
            EXPECT_EQ(to_august(plein013(), per, view).total.skipped, (SkippedAmounts{2, 4, 3, 0}));
        }
    }
}

TEST(Plein013Report, ShowsTheSplitOfSpeerpunt4InBothViews) {
    const BudgetVsActual planned = to_august(plein013(), Per::goal, View::plan);
    const BudgetVsActual booked = to_august(plein013(), Per::goal, View::booking);
    EXPECT_EQ(line(planned, "4").amounts.budget, euros(20'000));
    EXPECT_EQ(line(planned, "6").amounts.budget, euros(48'000));
    EXPECT_EQ(line(booked, "4").amounts.budget, euros(10'000));
    EXPECT_EQ(line(booked, "6").amounts.budget, euros(58'000));
    EXPECT_EQ(planned.total.budget, euros(223'000));
    EXPECT_EQ(booked.total.budget, euros(223'000));
    EXPECT_EQ(line(booked, "4.2").amounts.actual, cents(5'626'50));
    EXPECT_EQ(line(booked, "6.4.2").amounts.actual, cents(7'320'50));
    EXPECT_EQ(line(booked, "6.4.2").amounts.budget, euros(10'000));
    EXPECT_EQ(line(booked, "6.4.2").level, Level::booked_elsewhere);
    EXPECT_EQ(planned.total.actual, booked.total.actual);
}

TEST(Plein013Report, TiesToTheLedgerAndToTheBudget) {
    for (const View view : all_views) {
        for (const Per per : all_pers) {
            const BudgetVsActual answer = to_august(plein013(), per, view);
            ASSERT_TRUE(answer.ledger_tie && answer.budget_tie);
            EXPECT_EQ(answer.ledger_tie->ledger, Money::from_cents(-5'087'86));
            EXPECT_EQ(answer.ledger_tie->table, Money::from_cents(-5'087'86)) << static_cast<int>(per);
            EXPECT_TRUE(answer.ledger_tie->ties);
            EXPECT_EQ(answer.budget_tie->plan, Money::from_euros(223'000));
            EXPECT_EQ(answer.budget_tie->workbook, Money::from_euros(223'000));
            EXPECT_TRUE(answer.budget_tie->ties);
            EXPECT_FALSE(has_error(answer.findings));
        }
    }
}

TEST(Plein013Report, SetsTheOddPostingsApart) {
    const BudgetVsActual answer = to_august(plein013());
    ASSERT_EQ(answer.remainder.size(), 2U);
    EXPECT_EQ(answer.remainder[1].code, "zonder_regel");
    EXPECT_EQ(answer.remainder[1].amounts.actual, cents(736'55));
    const auto outside = std::ranges::find(answer.outside, std::string("buiten boekjaar 2025"), &Outside::reason);
    ASSERT_NE(outside, answer.outside.end());
    EXPECT_EQ(outside->count, 1);
    EXPECT_EQ(outside->amount, Money::from_cents(1'845'25));
}

Money sum_below(const BudgetVsActual& answer, std::size_t parent, std::optional<Money> Amounts::* column) {
    Money total;
    for (const Line& one : answer.lines) {
        if (one.parent == parent) total += (one.amounts.*column).value_or(Money());
    }
    return total;
}

TEST(Plein013Report, LinesAddUpToTheirSpeerpuntAndSpeerpuntenToTheTotal) {
    for (const View view : all_views) {
        for (const Per per : {Per::speerpunt, Per::goal, Per::activity}) {
            const BudgetVsActual answer = to_august(plein013(), per, view);
            for (const auto column :
                 {&Amounts::budget, &Amounts::budget_to_date, &Amounts::actual, &Amounts::forecast}) {
                Money heads;
                for (std::size_t i = 0; i < answer.lines.size(); ++i) {
                    const Line& head = answer.lines[i];
                    if (head.level != Level::speerpunt) continue;
                    heads += (head.amounts.*column).value_or(Money());
                    if (per == Per::speerpunt) continue;
                    EXPECT_EQ(sum_below(answer, i, column), head.amounts.*column) << head.code;
                }
                EXPECT_EQ(heads, answer.total.*column);
            }
        }
    }
}

TEST(Plein013Report, ActivitiesAddUpToTheirGoal) {
    for (const View view : all_views) {
        const BudgetVsActual answer = to_august(plein013(), Per::activity, view);
        for (std::size_t i = 0; i < answer.lines.size(); ++i) {
            if (answer.lines[i].level != Level::goal) continue;
            EXPECT_EQ(sum_below(answer, i, &Amounts::actual), answer.lines[i].amounts.actual) << answer.lines[i].code;
        }
    }
}

TEST(Plein013Report, MonthsOfEveryPhasedLineAddUpToItsYear) {
    store::Dossier dossier = plein013();
    for (const char* key : {"werkboek", "twaalf_gelijke_maanden", "schooljaar"}) {
        dossier.model.plan.default_phasing = key;
        for (const View view : all_views) {
            for (const Line& one : to_august(dossier, Per::goal, view).lines) {
                if (!one.amounts.budget || one.level == Level::speerpunt) continue;
                EXPECT_EQ(sum(one.months), *one.amounts.budget) << one.code << " " << key;
                EXPECT_EQ(one.phasing, key) << one.code;
            }
        }
    }
}

TEST(Plein013Report, ChangesWhenARuleIsTakenAway) {
    store::Dossier dossier = plein013();
    const auto before = to_august(dossier);
    std::erase_if(dossier.model.rules, [](const Rule& one) { return one.name.starts_with("Koersbekeners"); });
    ASSERT_EQ(dossier.model.rules.size() + 1, plein013().model.rules.size());
    store::join(dossier);
    const auto after = to_august(dossier);
    EXPECT_EQ(line(after, "3.2").amounts.actual, euros(0));
    EXPECT_NE(line(before, "3.2").amounts.actual, line(after, "3.2").amounts.actual);
    EXPECT_TRUE(after.ledger_tie->ties) << "het geld is er nog, in een andere rij";
    EXPECT_EQ(*after.unassigned.actual - *before.unassigned.actual, Money::from_cents(34'424'49));
    EXPECT_FALSE(after.budget_tie->ties) << "de 30.000 van het jaarplan vindt geen begrotingsregel meer";
}

TEST(Plein013Report, NoticesOnePostingDroppedAfterMapping) {
    store::Dossier dossier = plein013();
    const auto found = std::ranges::find_if(dossier.posting_parts, [&](const PostingPart& part) {
        return target_of(part, dossier.model.rules).goal == GoalId("5.2");
    });
    ASSERT_NE(found, dossier.posting_parts.end());
    dossier.posting_parts.erase(found);
    EXPECT_FALSE(to_august(dossier).ledger_tie->ties);
}

TEST(Plein013Report, NoticesOneCentInOneCellOfTheBudget) {
    store::Dossier dossier = plein013();
    for (std::size_t i = 0; i < dossier.budget->lines.size(); ++i) {
        dossier.budget->lines[i].year += Money::from_cents(1);
        store::join(dossier);
        EXPECT_FALSE(to_august(dossier).budget_tie->ties) << to_text(to_place(dossier.budget->lines[i].year_origin));
        dossier.budget->lines[i].year -= Money::from_cents(1);
    }
}

TEST(Plein013Report, DoesNotDependOnTheOrderOfTheRows) {
    store::Dossier dossier = plein013();
    std::ranges::reverse(dossier.ledger->postings);
    std::ranges::reverse(dossier.budget->lines);
    store::join(dossier);
    for (const Per per : all_pers) {
        const BudgetVsActual one = to_august(plein013(), per);
        const BudgetVsActual other = to_august(dossier, per);
        ASSERT_EQ(one.lines.size(), other.lines.size());
        for (std::size_t i = 0; i < one.lines.size(); ++i) {
            EXPECT_EQ(one.lines[i].code, other.lines[i].code);
            EXPECT_EQ(one.lines[i].amounts.budget_to_date, other.lines[i].amounts.budget_to_date) << one.lines[i].code;
            EXPECT_EQ(one.lines[i].amounts.actual, other.lines[i].amounts.actual) << one.lines[i].code;
            EXPECT_EQ(one.lines[i].months, other.lines[i].months) << one.lines[i].code;
        }
    }
}

}  // namespace
}  // namespace begroot::report
