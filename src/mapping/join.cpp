#include "mapping/join.hpp"

#include "mapping/detail/posting_rules.hpp"
#include "mapping/traits.hpp"
#include "money/allocate.hpp"

#include <limits>

namespace begroot {

namespace {

std::vector<std::int64_t> weights_of(const Rule& rule) {
    std::vector<std::int64_t> weights;
    weights.reserve(rule.shares.size());
    for (const Share& share : rule.shares) weights.push_back(share.weight);
    return weights;
}

std::optional<std::size_t> first_fit(const std::vector<Rule>& rules, const BudgetLine& line) {
    const Traits traits = traits_of(line);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (looks_at(rules[i], AppliesTo::budget) && fits(rules[i].condition, traits)) return i;
    }
    return std::nullopt;
}

/// Splits the months so that every month adds up over the targets and every target adds up over the year: the running
/// total is split, and a month is the difference between two running totals.
std::vector<MonthAmounts> split_months(const MonthAmounts& months, const std::vector<std::int64_t>& weights) {
    std::vector<MonthAmounts> parts(weights.size());
    std::vector<Money> before(weights.size());
    Money running;
    for (std::size_t month = 0; month < months.size(); ++month) {
        running += months[month];
        const auto after = allocate(running, weights);
        for (std::size_t part = 0; part < parts.size(); ++part) {
            parts[part][month] = after[part] - before[part];
        }
        before = after;
    }
    return parts;
}

void join_line(const BudgetLine& line, std::size_t index, const std::vector<Rule>& rules,
               std::vector<BudgetPart>& parts) {
    const auto rule = first_fit(rules, line);
    const Money year = debit_positive(line.side, line.year);
    std::optional<MonthAmounts> months;
    if (line.months) {
        months.emplace();
        for (std::size_t i = 0; i < months->size(); ++i) (*months)[i] = debit_positive(line.side, (*line.months)[i]);
    }
    if (!rule) {
        parts.push_back({index, std::nullopt, Target{}, year, months});
        return;
    }
    const auto& shares = rules[*rule].shares;
    const auto weights = weights_of(rules[*rule]);
    const auto years = allocate(year, weights);
    const auto split = months ? split_months(*months, weights) : std::vector<MonthAmounts>(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        parts.push_back({index, rule, shares[i].target, years[i], months ? std::optional(split[i]) : std::nullopt});
    }
}

}  // namespace

const Target& target_of(const PostingPart& part, const std::vector<Rule>& rules) {
    static const Target unassigned;
    return part.rule ? rules[*part.rule].shares[part.share].target : unassigned;
}

std::vector<PostingPart> join_postings(const Ledger& ledger, const std::vector<Rule>& rules) {
    BEGROOT_CHECK(ledger.postings.size() <= std::numeric_limits<std::uint32_t>::max(), "te veel boekingen");
    std::vector<PostingPart> parts;
    parts.reserve(ledger.postings.size());
    detail::PostingRules fitting(rules);
    Money total_in;
    Money total_out;
    for (std::uint32_t i = 0; i < ledger.postings.size(); ++i) {
        const Posting& posting = ledger.postings[i];
        if (posting.coding->side == Side::balance) continue;
        total_in += posting.amount;
        const auto rule = fitting.first(posting);
        if (!rule || rules[*rule].shares.size() == 1) {
            parts.push_back({i, 0, rule, posting.amount});
            continue;
        }
        const auto amounts = allocate(posting.amount, weights_of(rules[*rule]));
        for (std::uint32_t share = 0; share < amounts.size(); ++share)
            parts.push_back({i, share, rule, amounts[share]});
    }
    for (const PostingPart& part : parts) total_out += part.amount;
    BEGROOT_CHECK(total_in == total_out, "koppelen verliest geld");
    return parts;
}

std::vector<BudgetPart> join_budget(const Budget& budget, const std::vector<Rule>& rules) {
    std::vector<BudgetPart> parts;
    parts.reserve(budget.lines.size());
    Money total_in;
    Money total_out;
    for (std::size_t i = 0; i < budget.lines.size(); ++i) {
        total_in += debit_positive(budget.lines[i].side, budget.lines[i].year);
        join_line(budget.lines[i], i, rules, parts);
    }
    for (const BudgetPart& part : parts) total_out += part.year;
    BEGROOT_CHECK(total_in == total_out, "koppelen verliest begroting");
    return parts;
}

}  // namespace begroot
