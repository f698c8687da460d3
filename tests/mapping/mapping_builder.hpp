#pragma once
// Postings, budget lines and rules in a few words.

#include "mapping/join.hpp"
#include "plan/plan_builder.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace begroot::test {

/// The words of one posting; what is not named is an ordinary cost in January.
struct Booked {
    std::int64_t cents = 100;
    std::string account = "4000";
    std::string cost_centre = {};
    std::string cost_unit = {};
    std::string journal = "70";
    std::string description = {};
    std::int32_t period = 1;
    std::int32_t year = 2025;
    Side side = Side::expense;
};

/// Names the sheet all made-up figures come from.
[[nodiscard]] inline std::shared_ptr<const SourceSheet> sheet(const std::string& file) {
    return std::make_shared<SourceSheet>(SourceSheet{file, std::string(64, 'a'), "Blad1"});
}

[[nodiscard]] inline Ledger ledger(const std::vector<Booked>& all) {
    Ledger made;
    const auto source = sheet("mutaties.xlsx");
    for (const Booked& one : all) {
        const auto row = static_cast<std::uint32_t>(made.postings.size() + 1);
        const std::string account_name = "rekening " + one.account;
        made.add({{one.year},
                  AccountId(one.account),
                  one.side,
                  CostCentreId(one.cost_centre),
                  CostUnitId(one.cost_unit),
                  JournalId(one.journal),
                  source},
                 {account_name, "", one.description, Money::from_cents(one.cents), one.period, row, 9});
        made.source_total += made.postings.back().amount;
    }
    return made;
}

/// The words of one budget line; `months` in cents, all in one month when there is one.
struct Planned {
    std::int64_t cents = 100;
    std::string account = "4000";
    std::string cost_centre = {};
    std::string cost_unit = {};
    std::string name = {};
    std::vector<std::int64_t> months = {};
    Side side = Side::expense;
    std::string rubric = "4.4";
};

[[nodiscard]] inline BudgetLine budget_line(const Planned& planned, std::uint32_t row = 0) {
    BudgetLine made;
    made.side = planned.side;
    made.rubric = RubricId(planned.rubric);
    made.rubric_name = "rubriek " + planned.rubric;
    made.account = AccountId(planned.account);
    made.name = planned.name;
    made.cost_centre = CostCentreId(planned.cost_centre);
    made.cost_unit = CostUnitId(planned.cost_unit);
    made.year = Money::from_cents(planned.cents);
    if (!planned.months.empty()) {
        made.months.emplace();
        for (std::size_t i = 0; i < planned.months.size(); ++i)
            (*made.months)[i] = Money::from_cents(planned.months[i]);
    }
    made.year_origin = {sheet("begroting.xlsx"), row, 17};
    for (std::uint32_t i = 0; i < 12; ++i) made.month_columns[i] = 5 + i;
    return made;
}

[[nodiscard]] inline Budget budget(const std::vector<Planned>& all) {
    Budget made;
    made.year = {2025};
    for (const Planned& one : all)
        made.lines.push_back(budget_line(one, static_cast<std::uint32_t>(made.lines.size() + 1)));
    return made;
}

/// Points to a goal, or outside the plan for the word `buiten`; booked at the goal's own speerpunt unless said.
[[nodiscard]] inline Target target(const std::string& code, const std::string& booked_at = {}) {
    if (code == "buiten") return {TargetKind::outside_plan, {}, {}, {}};
    return {TargetKind::goal,
            GoalId(code),
            {},
            SpeerpuntId(booked_at.empty() ? code.substr(0, code.find('.')) : booked_at)};
}

[[nodiscard]] inline Rule rule(const std::string& name, Condition condition, std::vector<Share> shares) {
    return {name, std::move(condition), std::move(shares), AppliesTo::both, {"plan.toml", "", "", 20, 1}};
}

[[nodiscard]] inline Condition on_account(const std::string& pattern) {
    Condition condition;
    condition.accounts = {{pattern, false}};
    return condition;
}

[[nodiscard]] inline Condition on_cost_unit(const std::string& pattern) {
    Condition condition;
    condition.cost_units = {{pattern, false}};
    return condition;
}

}  // namespace begroot::test
