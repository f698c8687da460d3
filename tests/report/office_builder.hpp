#pragma once
// A whole office in memory: plan, rules, budget and ledger, joined, ready for a report.

#include "mapping/mapping_builder.hpp"
#include "report/budget_vs_actual.hpp"
#include "report/facts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace begroot::report::test {

using begroot::test::Booked;
using begroot::test::budget;
using begroot::test::goal;
using begroot::test::ledger;
using begroot::test::on_account;
using begroot::test::on_cost_unit;
using begroot::test::plan;
using begroot::test::Planned;
using begroot::test::rule;
using begroot::test::speerpunt;
using begroot::test::target;

/// Keeps all that Facts point to. Change what you like, call `join`, ask `facts`.
struct Office {
    Plan plan;
    std::vector<Rule> rules;
    std::vector<PhasingKey> keys{equal_months(), school_year_months()};
    std::optional<Budget> budget;
    std::optional<Ledger> ledger;
    std::vector<BudgetPart> budget_parts;
    std::vector<PostingPart> posting_parts;

    void join() {
        budget_parts = budget ? join_budget(*budget, rules) : std::vector<BudgetPart>();
        posting_parts = ledger ? join_postings(*ledger, rules) : std::vector<PostingPart>();
    }

    [[nodiscard]] Facts facts() const {
        return {&plan,
                &rules,
                &keys,
                budget ? &*budget : nullptr,
                &budget_parts,
                ledger ? &*ledger : nullptr,
                &posting_parts,
                "plan.toml",
                std::string(64, 'b')};
    }

    [[nodiscard]] BudgetVsActual table(const Options& options = {}) const {
        return compare_budget_with_actual(facts(), options).value();
    }
};

/// Finds a line by its code; the test stops when there is none.
[[nodiscard]] inline const Line& line(const BudgetVsActual& answer, const std::string& code) {
    const auto found = std::ranges::find(answer.lines, code, &Line::code);
    BEGROOT_CHECK(found != answer.lines.end(), "de tabel heeft die regel niet");
    return *found;
}

[[nodiscard]] inline std::optional<Money> euros(std::int64_t whole) { return Money::from_euros(whole); }
[[nodiscard]] inline std::optional<Money> cents(std::int64_t amount) { return Money::from_cents(amount); }

/// Two speerpunten. 1.1 is planned 12.000, 1.2 p.m., 1.3 --; 2.1 is planned 2.000 of which 500 is booked at 1, 2.2 is
/// blank. The workbook has the same, in equal months, and 9.000 income and 6.000 expense outside the plan. Booked to
/// March: 1.000 a month on 1.1, 40 on 1.2, 300 and 200 on 2.1 (at 2 and at 1), -4.000 and 2.500 outside, 7 without a
/// rule.
[[nodiscard]] inline Office sample_office() {
    Office office;
    Goal split = goal("2.1", "€ 2.000");
    split.amount.booked = {{SpeerpuntId("2"), Money::from_euros(1'500)}, {SpeerpuntId("1"), Money::from_euros(500)}};
    office.plan = plan({speerpunt("1", {goal("1.1", "€ 12.000 eerste"), goal("1.2", "p.m."), goal("1.3", "--")}),
                        speerpunt("2", {split, goal("2.2", "")})});
    office.plan.speerpunten[0].printed_total = "€ 12.000";
    Rule elsewhere = rule("2.1 bij 1", on_account("4021"), {{target("2.1", "1")}});
    office.rules = {rule("1.1", on_account("4011"), {{target("1.1")}}),
                    rule("1.2", on_account("4012"), {{target("1.2")}}), elsewhere,
                    rule("2.1", on_account("4022"), {{target("2.1")}}),
                    rule("regulier", on_cost_unit("REG"), {{target("buiten")}})};
    const auto every_month = [](std::int64_t cents_a_month) { return std::vector<std::int64_t>(12, cents_a_month); };
    office.budget = budget({{.cents = 1'200'000, .account = "4011", .months = every_month(100'000)},
                            {.cents = 50'000, .account = "4021", .months = {50'000}},
                            {.cents = 150'000, .account = "4022", .months = every_month(12'500)},
                            {.cents = 900'000,
                             .account = "8010",
                             .cost_centre = "100",
                             .cost_unit = "REG",
                             .months = every_month(75'000),
                             .side = Side::income,
                             .rubric = "3.1"},
                            {.cents = 600'000,
                             .account = "4100",
                             .cost_centre = "100",
                             .cost_unit = "REG",
                             .months = every_month(50'000),
                             .rubric = "4.1"}});
    office.ledger =
        ledger({{.cents = 100'000, .account = "4011", .period = 1},
                {.cents = 100'000, .account = "4011", .period = 2},
                {.cents = 100'000, .account = "4011", .period = 3},
                {.cents = 4'000, .account = "4012", .period = 2},
                {.cents = 30'000, .account = "4022", .period = 1},
                {.cents = 20'000, .account = "4021", .period = 3},
                {.cents = -400'000,
                 .account = "8010",
                 .cost_centre = "100",
                 .cost_unit = "REG",
                 .period = 2,
                 .side = Side::income},
                {.cents = 250'000, .account = "4100", .cost_centre = "100", .cost_unit = "REG", .period = 3},
                {.cents = 700, .account = "4999", .period = 1},
                {.cents = -204'700, .account = "1100", .period = 3, .side = Side::balance}});
    office.join();
    return office;
}

}  // namespace begroot::report::test
