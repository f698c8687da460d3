// What is found once for every coding is the same as what every posting would find for itself.

#include "mapping/detail/posting_rules.hpp"

#include "mapping/join.hpp"
#include "mapping/mapping_builder.hpp"
#include "mapping/traits.hpp"
#include "money/allocate.hpp"

#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using test::Booked;
using testing::ElementsAre;
using testing::IsEmpty;

class PostingRulesLaws : public testing::TestWithParam<std::uint32_t> {
protected:
    std::mt19937 random_{GetParam()};

    std::int64_t up_to(std::int64_t most) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(most + 1));
    }
    bool often() { return up_to(2) > 0; }
    std::string account() { return std::to_string(4000 + up_to(7)); }
    std::string code() { return up_to(4) == 0 ? "" : std::string(1, static_cast<char>('A' + up_to(2))); }
    std::string words() {
        constexpr const char* all[] = {"Inhuur", "KOERS", "koers", "één", "ÉÉN", "factuur", "", "a*b"};
        return std::string(all[up_to(7)]) + " " + all[up_to(7)];
    }
    std::string pattern_of(const std::string& text) {
        if (up_to(2) == 0) return text;
        return "*" + text.substr(0, text.find(' ')) + "*";
    }

    Ledger ledger() {
        std::vector<Booked> all(200);
        for (Booked& one : all) {
            one = {.cents = up_to(2'000'000) - 1'000'000,
                   .account = account(),
                   .cost_centre = code(),
                   .cost_unit = code(),
                   .journal = code(),
                   .description = words(),
                   .period = static_cast<std::int32_t>(up_to(13)),
                   .side = up_to(9) == 0 ? Side::balance : Side::expense};
        }
        return test::ledger(all);
    }

    Condition condition() {
        Condition made;
        if (often()) made.accounts = {{account(), false}, {account().substr(0, 3) + "?", false}};
        if (up_to(3) == 0) made.account_ranges = {{"4001", account()}};
        if (up_to(3) == 0) made.cost_centres = {{code(), false}, {code(), true}};
        if (up_to(3) == 0) made.cost_units = {{code() + "*", false}};
        if (up_to(3) == 0) made.journals = {{code(), false}};
        if (up_to(2) == 0) made.descriptions = {{pattern_of(words()), up_to(1) == 0}};
        if (up_to(3) == 0) made.periods = {{1, static_cast<std::int32_t>(up_to(13))}};
        return made;
    }

    std::vector<Rule> rules() {
        std::vector<Rule> made;
        for (std::int64_t i = up_to(9); i >= 0; --i) {
            std::vector<Share> shares;
            for (std::int64_t share = up_to(2); share >= 0; --share)
                shares.push_back({test::target(std::to_string(1 + up_to(2)) + ".1"), 1 + up_to(99)});
            made.push_back(test::rule("regel " + std::to_string(made.size()), condition(), shares));
            made.back().applies_to = std::array{AppliesTo::both, AppliesTo::both, AppliesTo::postings,
                                                AppliesTo::budget}[static_cast<std::size_t>(up_to(3))];
        }
        return made;
    }
};

/// Asks every rule of one posting.
detail::RuleList plain(const std::vector<Rule>& rules, const Posting& posting) {
    detail::RuleList fitting;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        if (looks_at(rules[i], AppliesTo::postings) && fits(rules[i].condition, traits_of(posting)))
            fitting.push_back(i);
    }
    return fitting;
}

TEST_P(PostingRulesLaws, FindWhatEveryPostingFindsForItself) {
    const Ledger booked = ledger();
    const std::vector<Rule> some = rules();
    detail::PostingRules fitting(some);
    for (const Posting& posting : booked.postings) {
        const detail::RuleList expected = plain(some, posting);
        const auto found = fitting.list(fitting.all(posting));
        EXPECT_EQ(detail::RuleList(found.begin(), found.end()), expected) << "boeking " << posting.row;
        EXPECT_EQ(fitting.first(posting),
                  expected.empty() ? std::nullopt : std::optional<std::uint32_t>(expected.front()))
            << "boeking " << posting.row;
    }
}

TEST_P(PostingRulesLaws, JoinAsEveryPostingForItself) {
    const Ledger booked = ledger();
    const std::vector<Rule> some = rules();
    const auto parts = join_postings(booked, some);
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < booked.postings.size(); ++i) {
        const Posting& posting = booked.postings[i];
        if (posting.coding->side == Side::balance) continue;
        const detail::RuleList expected = plain(some, posting);
        std::vector<std::int64_t> weights;
        if (!expected.empty()) {
            for (const Share& share : some[expected.front()].shares) weights.push_back(share.weight);
        }
        const auto amounts = expected.empty() ? std::vector{posting.amount} : allocate(posting.amount, weights);
        for (std::uint32_t share = 0; share < amounts.size(); ++share, ++next) {
            ASSERT_LT(next, parts.size());
            EXPECT_EQ(parts[next].posting, i);
            EXPECT_EQ(parts[next].share, share);
            EXPECT_EQ(parts[next].rule.has_value(), !expected.empty());
            if (!expected.empty()) {
                EXPECT_EQ(parts[next].rule, expected.front());
            }
            EXPECT_EQ(parts[next].amount, amounts[share]);
        }
    }
    EXPECT_EQ(next, parts.size());
}

TEST_P(PostingRulesLaws, CountOverlapsAsEveryPostingForItself) {
    const Ledger booked = ledger();
    const std::vector<Rule> some = rules();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<int, std::string>> expected;
    for (const Posting& posting : booked.postings) {
        if (posting.coding->side == Side::balance) continue;
        const detail::RuleList fitting = plain(some, posting);
        for (std::size_t i = 1; i < fitting.size(); ++i) {
            const auto same = [&](const Share& a, const Share& b) {
                return a.target == b.target && a.weight == b.weight;
            };
            if (std::ranges::equal(some[fitting[0]].shares, some[fitting[i]].shares, same)) continue;
            auto& [count, cell] = expected[{fitting[0], fitting[i]}];
            if (count++ == 0) cell = to_place(posting.origin()).cell;
        }
    }
    std::vector<std::string> wanted;
    for (const auto& [pair, seen] : expected) {
        wanted.push_back(seen.second + ": " + std::to_string(seen.first) + " regel(s) passen op \"regel " +
                         std::to_string(pair.first) + "\" en ook op \"regel " + std::to_string(pair.second) +
                         "\"; de eerste koppelregel geldt");
    }
    std::vector<std::string> found;
    for (const Finding& finding : check_rules(test::plan({}), some, &booked, nullptr)) {
        if (finding.kind == "koppelregels_overlappen") found.push_back(finding.place.cell + ": " + finding.found);
    }
    EXPECT_EQ(found, wanted);
}

INSTANTIATE_TEST_SUITE_P(Seeds, PostingRulesLaws, testing::Range(1U, 31U),
                         [](const auto& tested) { return "seed" + std::to_string(tested.param); });

TEST(PostingRules, AskTheDescriptionOfEveryPosting) {
    Condition koers = test::on_account("4425");
    koers.descriptions = {{"*koers*", true}};
    const std::vector<Rule> rules{test::rule("koers", koers, {{test::target("1.1")}}),
                                  test::rule("rekening", test::on_account("4425"), {{test::target("1.2")}})};
    const Ledger ledger = test::ledger({{.account = "4425", .description = "Koers mei"},
                                        {.account = "4425", .description = "Inhuur"},
                                        {.account = "4999", .description = "Koers mei"}});
    detail::PostingRules fitting(rules);
    EXPECT_THAT(fitting.list(fitting.all(ledger.postings[0])), ElementsAre(0U, 1U));
    EXPECT_THAT(fitting.list(fitting.all(ledger.postings[1])), ElementsAre(1U));
    EXPECT_THAT(fitting.list(fitting.all(ledger.postings[2])), IsEmpty());
    EXPECT_EQ(fitting.first(ledger.postings[0]), 0U);
    EXPECT_EQ(fitting.first(ledger.postings[1]), 1U);
    EXPECT_EQ(fitting.first(ledger.postings[2]), std::nullopt);
}

TEST(PostingRules, CountTheListsThatOccur) {
    const std::vector<Rule> rules{test::rule("een", test::on_account("4425"), {{test::target("1.1")}})};
    const Ledger ledger = test::ledger({{.account = "4425"}, {.account = "4430"}, {.account = "4440"}});
    detail::PostingRules fitting(rules);
    for (const Posting& posting : ledger.postings) {
        const std::size_t number = fitting.all(posting);
        EXPECT_LT(number, fitting.list_count());
    }
    EXPECT_EQ(fitting.list_count(), 2U) << "een regel, en geen regel";
}

TEST(PostingPart, StaysSmall) { EXPECT_LE(sizeof(PostingPart), 24U); }

}  // namespace
}  // namespace begroot
