#include "mapping/detail/posting_rules.hpp"
#include "mapping/join.hpp"
#include "mapping/traits.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace begroot {

namespace {

/// Counts, over everything that was read, which rules fit, which decide, and which fit after another one had already
/// decided.
struct Use {
    std::vector<std::int64_t> fits_count;
    std::vector<std::int64_t> decides_count;
    std::map<std::pair<std::size_t, std::size_t>, std::pair<std::int64_t, Place>> overlaps;
};

bool same_destination(const Rule& a, const Rule& b) {
    if (a.shares.size() != b.shares.size()) return false;
    for (std::size_t i = 0; i < a.shares.size(); ++i) {
        if (a.shares[i].target != b.shares[i].target || a.shares[i].weight != b.shares[i].weight) return false;
    }
    return true;
}

/// Adds `count` postings or lines that all of `fitting` fit, of which the first stands at `origin`.
void add_use(const std::vector<Rule>& rules, std::span<const std::uint32_t> fitting, std::int64_t count,
             const Origin& origin, Use& use) {
    if (fitting.empty()) return;
    const std::uint32_t first = fitting.front();
    use.decides_count[first] += count;
    for (const std::uint32_t rule : fitting) {
        use.fits_count[rule] += count;
        if (rule == first || same_destination(rules[first], rules[rule])) continue;
        auto& [seen, place] = use.overlaps[{first, rule}];
        if (seen == 0) place = to_place(origin);
        seen += count;
    }
}

void look_at_postings(const std::vector<Rule>& rules, const Ledger& ledger, Use& use) {
    struct Seen {
        std::size_t list = 0;
        std::int64_t count = 0;
        const Posting* first = nullptr;
    };
    detail::PostingRules fitting(rules);
    std::vector<Seen> seen;  // by list; afterwards in the order of the first posting
    for (const Posting& posting : ledger.postings) {
        if (posting.coding->side == Side::balance) continue;
        const std::size_t list = fitting.all(posting);
        if (list >= seen.size()) seen.resize(list + 1);
        if (seen[list].count++ == 0) seen[list] = {list, 1, &posting};
    }
    std::erase_if(seen, [](const Seen& one) { return one.count == 0; });
    std::ranges::sort(seen, {}, &Seen::first);
    for (const Seen& one : seen) add_use(rules, fitting.list(one.list), one.count, one.first->origin(), use);
}

void look_at_budget(const std::vector<Rule>& rules, const Budget& budget, Use& use) {
    detail::RuleList fitting;
    for (const BudgetLine& line : budget.lines) {
        const Traits traits = traits_of(line);
        fitting.clear();
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (looks_at(rules[i], AppliesTo::budget) && fits(rules[i].condition, traits))
                fitting.push_back(static_cast<std::uint32_t>(i));
        }
        add_use(rules, fitting, 1, line.year_origin, use);
    }
}

void report_rules(const std::vector<Rule>& rules, const Use& use, Findings& findings) {
    for (const auto& [pair, seen] : use.overlaps) {
        const auto& [count, place] = seen;
        findings.push_back({Severity::warning, "koppelregels_overlappen", place,
                            std::to_string(count) + " regel(s) passen op \"" + rules[pair.first].name +
                                "\" en ook op \"" + rules[pair.second].name + "\"; de eerste koppelregel geldt",
                            "een regel past op een koppelregel", "maak een van beide koppelregels nauwer"});
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (use.decides_count[i] > 0) continue;
        if (use.fits_count[i] > 0) {
            findings.push_back(
                {Severity::warning, "koppelregel_nooit_aan_de_beurt", rules[i].place,
                 "koppelregel \"" + rules[i].name + "\" past, maar steeds past een eerdere koppelregel ook",
                 "ten minste een regel waarvoor deze koppelregel als eerste past",
                 "zet de nauwste koppelregel bovenaan"});
            continue;
        }
        findings.push_back({Severity::warning, "koppelregel_past_nergens", rules[i].place,
                            "koppelregel \"" + rules[i].name + "\" past op geen enkele boeking of begrotingsregel",
                            "ten minste een treffer", "controleer de codes in de koppelregel"});
    }
}

}  // namespace

Findings check_rules(const Plan& plan, const std::vector<Rule>& rules, const Ledger* ledger, const Budget* budget) {
    Findings findings;
    if (ledger == nullptr && budget == nullptr) return findings;
    Use use{std::vector<std::int64_t>(rules.size()), std::vector<std::int64_t>(rules.size()), {}};
    if (ledger != nullptr) look_at_postings(rules, *ledger, use);
    if (budget != nullptr) look_at_budget(rules, *budget, use);
    report_rules(rules, use, findings);

    std::set<GoalId> named;
    std::set<GoalId>
        reached;  // a rule that fits nothing yet may fit the next posting; one that never decides never will
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const bool decides = use.decides_count[i] > 0 || use.fits_count[i] == 0;
        for (const Share& share : rules[i].shares) {
            named.insert(share.target.goal);
            if (decides) reached.insert(share.target.goal);
        }
    }
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            if (reached.contains(goal.id)) continue;
            const bool has_amount = number(goal.amount).has_value();
            findings.push_back({has_amount ? Severity::warning : Severity::notice, "doel_onbereikbaar", goal.place,
                                (named.contains(goal.id) ? "geen koppelregel komt aan de beurt voor "
                                                         : "geen koppelregel wijst naar ") +
                                    goal.id.text() + " (" + goal.name + ")",
                                "",
                                has_amount ? "maak een koppelregel, anders blijft werkelijk hier 0"
                                           : "maak een koppelregel zodra er op dit doel geboekt wordt"});
        }
    }
    return findings;
}

}  // namespace begroot
