// Laws: nothing is lost between file and lines, and the order of rows and columns changes no figure.

#include "exchange/budget_sample.hpp"
#include "exchange/finding_match.hpp"
#include "exchange/ledger_sample.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using namespace test;

class Seeds : public testing::TestWithParam<unsigned> {};

TestCell random_amount(std::mt19937& random, std::int64_t& cents) {
    cents = std::uniform_int_distribution<std::int64_t>(-500'000, 5'000'000)(random);
    const std::string whole = std::to_string(cents < 0 ? -cents / 100 : cents / 100);
    const std::string rest = std::to_string(100 + (cents < 0 ? -cents % 100 : cents % 100)).substr(1);
    const std::string sign = cents < 0 ? "-" : "";
    // As a number, or as text in Dutch notation.
    if (random() % 2 == 0) return digits(sign + whole + "." + rest);
    return TestCell(sign + whole + "," + rest);
}

struct RandomLedger {
    TestRows rows;
    std::int64_t read_cents = 0;
    std::int64_t skipped_cents = 0;
};

RandomLedger random_ledger(unsigned seed) {
    std::mt19937 random(seed);
    RandomLedger ledger{{ledger_head()}, 0, 0};
    for (int i = 0; i < 60; ++i) {
        std::int64_t cents = 0;
        const TestCell amount = random_amount(random, cents);
        PostingRow row{.entry = i, .account = random() % 8 == 0 ? "" : "4425"};
        const bool debit = random() % 2 == 0;
        (debit ? row.debit : row.credit) = amount;
        (*row.account == '\0' ? ledger.skipped_cents : ledger.read_cents) += debit ? cents : -cents;
        ledger.rows.push_back(posting_row(row));
        if (random() % 10 == 0) ledger.rows.push_back({});
        if (random() % 10 == 0) ledger.rows.push_back({"Pagina 2"});
    }
    return ledger;
}

TEST_P(Seeds, LedgerRowsAreReadOrSkippedToTheCent) {
    const RandomLedger given = random_ledger(GetParam());
    const auto reading = read_postings(given.rows);
    ASSERT_TRUE(reading) << to_text(reading.error());
    Money sum;
    for (const Posting& posting : reading->ledger.postings) sum += posting.amount;
    EXPECT_EQ(sum.cents(), given.read_cents);
    EXPECT_EQ(reading->ledger.source_total, sum);
    const auto skipped = std::ranges::count(reading->report.skipped, "geen rekening", &Skipped::reason);
    EXPECT_EQ(static_cast<std::size_t>(skipped), of_kind(reading->report.findings, "regel_zonder_rekening").size());
    std::size_t filled = 0;
    for (std::size_t i = 1; i < given.rows.size(); ++i) filled += given.rows[i].size() == 15 ? 1U : 0U;
    EXPECT_EQ(reading->ledger.postings.size() + static_cast<std::size_t>(skipped), filled);
}

TEST_P(Seeds, LedgerRowsMayStandInAnyOrder) {
    RandomLedger given = random_ledger(GetParam());
    std::mt19937 random(GetParam());
    std::ranges::shuffle(given.rows.begin() + 1, given.rows.end(), random);
    const auto reading = read_postings(given.rows);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.source_total.cents(), given.read_cents);
}

TEST_P(Seeds, LedgerColumnsMayStandInAnyOrder) {
    const RandomLedger given = random_ledger(GetParam());
    std::mt19937 random(GetParam());
    std::vector<std::size_t> order(15);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::shuffle(order, random);
    TestRows rows;
    for (const TestRow& row : given.rows) {
        TestRow moved(15);
        for (std::size_t c = 0; c < row.size(); ++c) moved[order[c]] = row[c];
        rows.push_back(moved);
    }
    const auto reading = read_postings(rows);
    ASSERT_TRUE(reading) << to_text(reading.error());
    EXPECT_EQ(reading->ledger.source_total.cents(), given.read_cents);
}

TEST_P(Seeds, BudgetLinesAddUpToTheTotalsOfTheFile) {
    std::mt19937 random(GetParam());
    TestRows rows{budget_head()};
    double sum = 0;
    for (int i = 0; i < 40; ++i) {
        const double month = std::uniform_int_distribution<int>(-100, 5000)(random);
        rows.push_back(months_row("4.1", "4110", "Lonen", month));
        sum += month;
        if (random() % 5 == 0) rows.push_back({"4.1 Personeelslasten"});
        if (random() % 5 == 0) rows.push_back({});
    }
    rows.push_back(total_row("Totaal lasten", sum));
    const auto reading = read(rows);
    ASSERT_TRUE(reading) << to_text(reading.error());
    Money lines;
    for (const BudgetLine& line : reading->budget.lines) lines += line.year;
    ASSERT_EQ(reading->budget.controls.size(), 1U);
    EXPECT_EQ(reading->budget.controls[0].printed, lines);
    EXPECT_FALSE(has_error(reading->report.findings)) << listed(reading->report.findings);
}

INSTANTIATE_TEST_SUITE_P(Laws, Seeds, testing::Range(1U, 26U),
                         [](const auto& seed) { return "seed_" + std::to_string(seed.param); });

}  // namespace
}  // namespace begroot::exchange
