// Laws of the table under random rules: whatever a rule says, no cent is lost on the way from the ledger to the table.

#include "report/json.hpp"
#include "report/plein013.hpp"

#include <random>

#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;

class ReportLaws : public testing::TestWithParam<std::uint32_t> {
protected:
    std::mt19937 random_{GetParam()};

    std::size_t up_to(std::size_t most) { return random_() % (most + 1); }

    /// Makes rules on the accounts, cost centres and cost units that the ledger really has, to goals that the plan
    /// really has.
    std::vector<Rule> random_rules(const store::Dossier& dossier) {
        std::vector<Target> targets{target("buiten")};
        for (const Speerpunt& one : dossier.model.plan.speerpunten) {
            for (const Goal& goal : one.goals)
                targets.push_back({TargetKind::goal, goal.id, {}, SpeerpuntId(std::to_string(1 + up_to(5)))});
        }
        std::vector<Rule> rules(1 + up_to(11));
        for (Rule& made : rules) {
            made.name = "regel";
            const Posting& like = dossier.ledger->postings[up_to(dossier.ledger->postings.size() - 1)];
            if (up_to(1) == 0) made.condition.accounts = {{like.coding->account.text(), false}};
            if (up_to(1) == 0) made.condition.cost_centres = {{like.coding->cost_centre.text(), false}};
            if (up_to(1) == 0) made.condition.cost_units = {{like.coding->cost_unit.text(), false}};
            if (up_to(3) == 0) made.condition.periods = {{1, static_cast<std::int32_t>(1 + up_to(11))}};
            for (std::size_t share = 0; share <= up_to(3); ++share)
                made.shares.push_back({targets[up_to(targets.size() - 1)], static_cast<std::int64_t>(1 + up_to(99))});
        }
        return rules;
    }
};

TEST_P(ReportLaws, TablePlusUnassignedIsTheLedger) {
    store::Dossier dossier = plein013();
    dossier.model.rules = random_rules(dossier);
    store::join(dossier);
    const Money ledger = to_august(plein013()).ledger_tie->ledger;
    for (const View view : all_views) {
        for (const Per per : all_pers) {
            const BudgetVsActual answer = to_august(dossier, per, view);
            EXPECT_EQ(*answer.total.actual + *answer.unassigned.actual, ledger);
            EXPECT_TRUE(answer.ledger_tie->ties);
        }
    }
}

TEST_P(ReportLaws, BothViewsHoldTheSameMoney) {
    store::Dossier dossier = plein013();
    dossier.model.rules = random_rules(dossier);
    store::join(dossier);
    const BudgetVsActual planned = to_august(dossier, Per::goal, View::plan);
    const BudgetVsActual booked = to_august(dossier, Per::goal, View::booking);
    EXPECT_EQ(planned.total.actual, booked.total.actual);
    EXPECT_EQ(planned.total.budget, booked.total.budget);
    EXPECT_EQ(planned.unassigned.actual, booked.unassigned.actual);
    for (const Speerpunt& speerpunt : dossier.model.plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            Money everywhere;
            for (const Line& one : booked.lines) {
                if (one.code == goal.id.text() ||
                    (one.level == Level::booked_elsewhere && one.code.ends_with("." + goal.id.text())))
                    everywhere += *one.amounts.actual;
            }
            EXPECT_EQ(everywhere, *line(planned, goal.id.text()).amounts.actual) << goal.id.text();
        }
    }
}

TEST_P(ReportLaws, EveryFigureCanBeTracedToItsCells) {
    store::Dossier dossier = plein013();
    dossier.model.rules = random_rules(dossier);
    store::join(dossier);
    const Facts facts = facts_of(dossier);
    const BudgetVsActual answer = to_august(dossier, Per::goal, View::booking);
    for (const std::string& code : traceable_codes(answer)) {
        for (std::size_t column = 0; column < trace_column_names().size(); ++column) {
            const auto traced = trace(facts, answer, code, static_cast<TraceColumn>(column));
            ASSERT_TRUE(traced) << code;
            Money total;
            for (const TraceItem& item : traced->items) total += item.amount;
            EXPECT_EQ(total, traced->amount.value_or(Money())) << code;
        }
    }
}

TEST_P(ReportLaws, OrderOfRowsChangesNoFigure) {
    store::Dossier dossier = plein013();
    dossier.model.rules = random_rules(dossier);
    store::join(dossier);
    store::Dossier shuffled = dossier;
    std::ranges::shuffle(shuffled.ledger->postings, random_);
    std::ranges::shuffle(shuffled.budget->lines, random_);
    store::join(shuffled);
    for (const Per per : all_pers) {
        EXPECT_EQ(to_json(facts_of(dossier), to_august(dossier, per)),
                  to_json(facts_of(shuffled), to_august(shuffled, per)));
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ReportLaws, testing::Range(1U, 9U),
                         [](const auto& tested) { return "seed" + std::to_string(tested.param); });

}  // namespace
}  // namespace begroot::report
