#include "mapping/join.hpp"
#include "mapping/traits.hpp"

#include <map>
#include <set>

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

void look(const std::vector<Rule>& rules, const Traits& traits, AppliesTo what, const Origin& origin, Use& use) {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!looks_at(rules[i], what) || !fits(rules[i].condition, traits)) continue;
        ++use.fits_count[i];
        if (!first) {
            first = i;
            ++use.decides_count[i];
        } else if (!same_destination(rules[*first], rules[i])) {
            auto& [count, place] = use.overlaps[{*first, i}];
            if (count++ == 0) place = to_place(origin);
        }
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
    if (ledger != nullptr) {
        for (const Posting& posting : ledger->postings) {
            if (posting.coding->side == Side::balance) continue;
            look(rules, traits_of(posting), AppliesTo::postings, posting.origin(), use);
        }
    }
    if (budget != nullptr) {
        for (const BudgetLine& line : budget->lines)
            look(rules, traits_of(line), AppliesTo::budget, line.year_origin, use);
    }
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
