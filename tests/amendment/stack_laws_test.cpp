// Laws of versions, over random budgets.

#include "amendment/stack.hpp"
#include "amendment/version_builder.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace begroot::test {
namespace {

class VersionLaws : public testing::TestWithParam<unsigned> {
protected:
    std::mt19937 random_{GetParam()};  // NOLINT(cert-msc51-cpp): the seed is the name of the test

    std::int64_t up_to(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random_); }

    Plan some_plan() {
        static const std::vector<std::string> cells{"p.m.", "--", "", "€ 0"};
        std::vector<Speerpunt> speerpunten;
        for (int i = 1; i <= 3; ++i) {
            std::vector<Goal> goals;
            for (int j = 1; j <= 4; ++j) {
                const std::string code = std::to_string(i) + "." + std::to_string(j);
                const auto which = static_cast<std::size_t>(up_to(7));
                goals.push_back(goal(code, which < cells.size() ? cells[which] : "€ 100.000"));
            }
            speerpunten.push_back(speerpunt(std::to_string(i), goals));
        }
        return plan(speerpunten);
    }

    /// Gives a version that changes some goals, each once, by amounts that no goal goes below zero by.
    BudgetVersion some_version(int number) {
        std::vector<Mutation> mutations;
        for (int i = 1; i <= 3; ++i) {
            for (int j = 1; j <= 4; ++j) {
                if (up_to(2) == 0) continue;
                Mutation one = adds(std::to_string(i) + "." + std::to_string(j), 0);
                one.amount = Money::from_cents(up_to(2'000'000));
                mutations.push_back(one);
            }
        }
        return version("w" + std::to_string(number), {2025, number, 1}, mutations);
    }

    std::vector<BudgetVersion> some_versions() {
        std::vector<BudgetVersion> versions;
        const int count = 1 + static_cast<int>(up_to(5));
        for (int i = 1; i <= count; ++i) versions.push_back(some_version(i));
        return versions;
    }
};

std::vector<Money> amounts(const BudgetState& state) {
    std::vector<Money> all;
    for (const Speerpunt& speerpunt : state.plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) all.push_back(number(goal.amount).value_or(Money()));
    }
    return all;
}

TEST_P(VersionLaws, TwoStatesDifferByTheMutationsBetween) {
    const auto budget = stack_versions(some_plan(), some_versions());
    ASSERT_TRUE(budget.has_value());
    for (std::size_t a = 0; a < budget->states.size(); ++a) {
        for (std::size_t b = a; b < budget->states.size(); ++b) {
            Money between;
            for (std::size_t i = budget->states[a].changes; i < budget->states[b].changes; ++i)
                between += budget->changes[i].amount;
            EXPECT_EQ(sum(amounts(budget->states[b])) - sum(amounts(budget->states[a])), between);
        }
    }
}

TEST_P(VersionLaws, TheOrderOfMutatiesWithinAVersionChangesNothing) {
    const Plan plan = some_plan();
    std::vector<BudgetVersion> versions = some_versions();
    const auto budget = stack_versions(plan, versions);
    for (BudgetVersion& one : versions) std::ranges::shuffle(one.mutations, random_);
    const auto shuffled = stack_versions(plan, versions);
    ASSERT_TRUE(budget.has_value() && shuffled.has_value());
    for (std::size_t i = 0; i < budget->states.size(); ++i)
        EXPECT_EQ(amounts(budget->states[i]), amounts(shuffled->states[i]));
}

TEST_P(VersionLaws, ALaterVersionOverwritesNoEarlierOne) {
    const Plan plan = some_plan();
    const std::vector<BudgetVersion> versions = some_versions();
    const auto all = stack_versions(plan, versions);
    ASSERT_TRUE(all.has_value());
    for (std::size_t count = 0; count <= versions.size(); ++count) {
        const auto first =
            stack_versions(plan, std::vector(versions.begin(), versions.begin() + static_cast<std::ptrdiff_t>(count)));
        ASSERT_TRUE(first.has_value());
        EXPECT_EQ(amounts(first->states.back()), amounts(all->states[count]));
        EXPECT_EQ(first->states.back().code, all->states[count].code);
    }
}

TEST_P(VersionLaws, WhatAnAmountBecomesIsTheChangeToIt) {
    const Plan plan = some_plan();
    std::vector<BudgetVersion> versions = some_versions();
    const auto budget = stack_versions(plan, versions);
    ASSERT_TRUE(budget.has_value());
    for (std::size_t i = 0; i < versions.size(); ++i) {
        for (Mutation& one : versions[i].mutations)
            one.amount = find_goal(budget->states[i + 1].plan, one.goal)->amount;
    }
    const auto same = stack_versions(plan, versions);
    ASSERT_TRUE(same.has_value());
    ASSERT_EQ(same->changes.size(), budget->changes.size());
    for (std::size_t i = 0; i < same->changes.size(); ++i)
        EXPECT_EQ(same->changes[i].amount, budget->changes[i].amount);
}

INSTANTIATE_TEST_SUITE_P(Seeds, VersionLaws, testing::Range(0U, 40U));

}  // namespace
}  // namespace begroot::test
