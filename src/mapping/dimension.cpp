#include "mapping/dimension.hpp"

#include "base/nearest.hpp"
#include "mapping/detail/posting_rules.hpp"
#include "mapping/traits.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace begroot {

namespace {

std::optional<std::uint32_t> find_member(const Dimension& dimension, const std::string& said) {
    for (const auto& key : {&DimensionMember::code, &DimensionMember::name}) {
        const auto found = std::ranges::find(dimension.members, said, key);
        if (found != dimension.members.end()) return static_cast<std::uint32_t>(found - dimension.members.begin());
    }
    return std::nullopt;
}

/// The conditions of all members as rules, so that they are asked in the same way.
struct MemberRules {
    std::vector<Rule> rules;
    std::vector<std::uint32_t> member_of_rule;
};

MemberRules rules_of(const Dimension& dimension) {
    MemberRules all;
    for (std::uint32_t i = 0; i < dimension.members.size(); ++i) {
        for (const Condition& condition : dimension.members[i].conditions) {
            Rule rule;
            rule.condition = condition;
            all.rules.push_back(std::move(rule));
            all.member_of_rule.push_back(i);
        }
    }
    return all;
}

/// Counts what a column says that is no member, with the first place of each.
class UnknownMembers {
public:
    void add(const std::string& said, const Origin& origin) {
        auto& [count, place] = seen_[said];
        if (count++ == 0) place = to_place(origin);
    }

    void report(const Dimension& dimension, Findings& findings) const {
        const std::string word = dimension_name(dimension.kind);
        std::vector<std::string> codes;
        codes.reserve(dimension.members.size());
        for (const DimensionMember& member : dimension.members) codes.push_back(member.code);
        for (const auto& [said, seen] : seen_) {
            const auto meant = nearest(said, codes);
            std::string found = std::to_string(seen.first);
            found.append(" regel(s) met ").append(word).append(" \"").append(said);
            found += "\", dat niet in het model staat; zij staan bij niet toegewezen";
            findings.push_back({Severity::warning, "dimensie_lid_onbekend", seen.second, std::move(found),
                                meant ? "\"" + *meant + "\"" : "de code of naam van een [[" + word + "]]",
                                "voeg het lid toe, of verbeter de export"});
        }
    }

private:
    std::map<std::string, std::pair<std::int64_t, Place>> seen_;
};

void note_used(const MemberOfEach& members, std::vector<bool>& used) {
    for (const auto& member : members) {
        if (member) used[*member] = true;
    }
}

}  // namespace

const char* dimension_name(DimensionKind kind) { return kind == DimensionKind::board ? "bestuur" : "buurt"; }

const Dimension* find_dimension(const std::vector<Dimension>& dimensions, DimensionKind kind) {
    const auto found = std::ranges::find(dimensions, kind, &Dimension::kind);
    return found != dimensions.end() ? &*found : nullptr;
}

const std::string& said_member(const Coding& coding, DimensionKind kind) {
    return kind == DimensionKind::board ? coding.board.text() : coding.neighbourhood.text();
}

const std::string& said_member(const BudgetLine& line, DimensionKind kind) {
    return kind == DimensionKind::board ? line.board.text() : line.neighbourhood.text();
}

MemberOfEach members_of(const Ledger& ledger, const Dimension& dimension) {
    const MemberRules member_rules = rules_of(dimension);
    detail::PostingRules fitting(member_rules.rules);
    MemberOfEach members;
    members.reserve(ledger.postings.size());
    for (const Posting& posting : ledger.postings) {
        const std::string& said = said_member(*posting.coding, dimension.kind);
        if (!said.empty()) {
            members.push_back(find_member(dimension, said));
            continue;
        }
        const auto rule = fitting.first(posting);
        members.push_back(rule ? std::optional(member_rules.member_of_rule[*rule]) : std::nullopt);
    }
    return members;
}

std::optional<std::uint32_t> member_of(const BudgetLine& line, const Dimension& dimension) {
    const std::string& said = said_member(line, dimension.kind);
    if (!said.empty()) return find_member(dimension, said);
    const Traits traits = traits_of(line);
    const auto fitting = [&traits](const Condition& one) { return fits(one, traits); };
    const auto found = std::ranges::find_if(
        dimension.members, [&](const DimensionMember& one) { return std::ranges::any_of(one.conditions, fitting); });
    if (found == dimension.members.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - dimension.members.begin());
}

MemberOfEach members_of(const Budget& budget, const Dimension& dimension) {
    MemberOfEach members;
    members.reserve(budget.lines.size());
    for (const BudgetLine& line : budget.lines) members.push_back(member_of(line, dimension));
    return members;
}

Findings check_dimensions(const std::vector<Dimension>& dimensions, const Ledger* ledger, const Budget* budget) {
    Findings findings;
    if (ledger == nullptr && budget == nullptr) return findings;
    for (const Dimension& dimension : dimensions) {
        UnknownMembers unknown;
        std::vector<bool> used(dimension.members.size());
        if (budget != nullptr) {
            for (const BudgetLine& line : budget->lines) {
                const std::string& said = said_member(line, dimension.kind);
                if (!said.empty() && !find_member(dimension, said)) unknown.add(said, line.year_origin);
            }
            note_used(members_of(*budget, dimension), used);
        }
        if (ledger != nullptr) {
            for (const Posting& posting : ledger->postings) {
                if (posting.coding->side == Side::balance) continue;
                const std::string& said = said_member(*posting.coding, dimension.kind);
                if (!said.empty() && !find_member(dimension, said)) unknown.add(said, posting.origin());
            }
            note_used(members_of(*ledger, dimension), used);
        }
        unknown.report(dimension, findings);
        for (std::size_t i = 0; i < used.size(); ++i) {
            if (used[i]) continue;
            const DimensionMember& member = dimension.members[i];
            findings.push_back({Severity::notice, "dimensie_lid_zonder_regels", member.place,
                                std::string(dimension_name(dimension.kind)) + " \"" + member.code +
                                    "\" heeft geen enkele boeking of begrotingsregel",
                                "", "controleer de code of de voorwaarden van het lid"});
        }
    }
    return findings;
}

}  // namespace begroot
