// Laws that hold whatever the rules: nothing is lost, nothing is made, and the order of rows says nothing.

#include "mapping/mapping_builder.hpp"

#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace begroot {
namespace {

using test::Booked;
using test::Planned;

class MappingLaws : public testing::TestWithParam<std::uint32_t> {
protected:
    std::mt19937 random_{GetParam()};

    std::int64_t up_to(std::int64_t most) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(most + 1));
    }
    std::string account() { return std::to_string(4000 + up_to(5)); }
    std::string code() { return std::string(1, static_cast<char>('A' + up_to(3))); }

    std::vector<Booked> bookings() {
        std::vector<Booked> all(60);
        for (Booked& one : all) {
            one.cents = up_to(2'000'000) - 1'000'000;
            one.account = account();
            one.cost_unit = code();
            one.period = static_cast<std::int32_t>(up_to(13));
            one.side = up_to(9) == 0 ? Side::balance : (up_to(3) == 0 ? Side::income : Side::expense);
        }
        return all;
    }

    std::vector<Planned> lines() {
        std::vector<Planned> all(30);
        for (Planned& one : all) {
            one.account = account();
            one.cost_unit = code();
            one.side = up_to(3) == 0 ? Side::income : Side::expense;
            one.cents = up_to(5'000'000);
            if (up_to(4) == 0) continue;
            one.cents = 0;
            for (int month = 0; month < 12; ++month) {
                one.months.push_back(up_to(400'000) - 100'000);
                one.cents += one.months.back();
            }
        }
        return all;
    }

    std::vector<Rule> rules() {
        std::vector<Rule> made(1 + static_cast<std::size_t>(up_to(6)));
        for (Rule& rule : made) {
            rule.name = "regel";
            if (up_to(1) == 0) rule.condition = test::on_account(account());
            if (up_to(1) == 0 || rule.condition.accounts.empty()) rule.condition.cost_units = {{code(), false}};
            const std::int64_t shares = 1 + up_to(4);
            for (std::int64_t i = 0; i < shares; ++i) {
                rule.shares.push_back({test::target(up_to(4) == 0 ? "buiten" : std::to_string(1 + up_to(2)) + ".1"),
                                       1 + up_to(1'000'000)});
            }
        }
        return made;
    }
};

using Totals = std::map<Target, Money>;

Totals totals_of(const std::vector<PostingPart>& parts, const std::vector<Rule>& rules) {
    Totals totals;
    for (const PostingPart& part : parts) totals[target_of(part, rules)] += part.amount;
    return totals;
}

TEST_P(MappingLaws, PostingPartsAddUpToEveryPosting) {
    const Ledger ledger = test::ledger(bookings());
    std::vector<Money> back(ledger.postings.size());
    for (const PostingPart& part : join_postings(ledger, rules())) back[part.posting] += part.amount;
    for (std::size_t i = 0; i < back.size(); ++i) {
        EXPECT_EQ(back[i], ledger.postings[i].coding->side == Side::balance ? Money() : ledger.postings[i].amount)
            << "boeking " << i;
    }
}

TEST_P(MappingLaws, BudgetPartsAddUpToEveryLineInTheYearAndInEveryMonth) {
    const Budget budget = test::budget(lines());
    std::vector<Money> years(budget.lines.size());
    std::vector<MonthAmounts> months(budget.lines.size());
    for (const BudgetPart& part : join_budget(budget, rules())) {
        years[part.line] += part.year;
        ASSERT_EQ(part.months.has_value(), budget.lines[part.line].months.has_value());
        if (!part.months) continue;
        EXPECT_EQ(sum(*part.months), part.year) << "de maanden van een deel zijn zijn jaar";
        for (std::size_t m = 0; m < 12; ++m) months[part.line][m] += (*part.months)[m];
    }
    for (std::size_t i = 0; i < years.size(); ++i) {
        const BudgetLine& line = budget.lines[i];
        EXPECT_EQ(years[i], debit_positive(line.side, line.year)) << "begrotingsregel " << i;
        for (std::size_t m = 0; line.months && m < 12; ++m)
            EXPECT_EQ(months[i][m], debit_positive(line.side, (*line.months)[m]));
    }
}

TEST_P(MappingLaws, OrderOfRowsChangesNoFigure) {
    std::vector<Booked> all = bookings();
    const std::vector<Rule> some = rules();
    const Totals before = totals_of(join_postings(test::ledger(all), some), some);
    std::ranges::shuffle(all, random_);
    EXPECT_EQ(totals_of(join_postings(test::ledger(all), some), some), before);
}

INSTANTIATE_TEST_SUITE_P(Seeds, MappingLaws, testing::Range(1U, 21U),
                         [](const auto& tested) { return "seed" + std::to_string(tested.param); });

}  // namespace
}  // namespace begroot
