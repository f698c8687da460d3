#include "mapping/detail/posting_rules.hpp"

#include "mapping/traits.hpp"

#include <algorithm>
#include <utility>

namespace begroot::detail {

std::size_t PostingRules::number_of(RuleList rules) {
    const auto [found, added] = numbers_.try_emplace(std::move(rules), lists_.size());
    if (added) {
        const bool asks = std::ranges::any_of(found->first, [&](std::uint32_t rule) {
            const Condition& condition = (*rules_)[rule].condition;
            return !condition.descriptions.empty() || !condition.periods.empty();
        });
        lists_.push_back({&found->first, asks});
    }
    return found->second;
}

std::size_t PostingRules::find_candidates(const Coding& coding) {
    const Traits traits = traits_of(coding);
    RuleList fitting;
    for (std::size_t i = 0; i < rules_->size(); ++i) {
        const Rule& rule = (*rules_)[i];
        if (looks_at(rule, AppliesTo::postings) && fits_codes(rule.condition, traits))
            fitting.push_back(static_cast<std::uint32_t>(i));
    }
    return number_of(std::move(fitting));
}

/// Finds the slot of a coding, or the free one where it belongs.
PostingRules::Slot& PostingRules::slot_of(const Coding& coding) {
    const std::uint64_t mixed = reinterpret_cast<std::uintptr_t>(&coding) * 0x9E3779B97F4A7C15U;
    std::size_t at = (mixed >> 32U) & (slots_.size() - 1);
    while (slots_[at].coding != nullptr && slots_[at].coding != &coding) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
}

void PostingRules::grow() {
    constexpr std::size_t slots_min = 64;
    std::vector<Slot> before(std::max(slots_min, 2 * slots_.size()));
    slots_.swap(before);
    for (const Slot& slot : before) {
        if (slot.coding != nullptr) slot_of(*slot.coding) = slot;
    }
}

/// Gives the number of the list of rules whose codes fit. A ledger may have a coding for every third of its postings:
/// they are told apart by where they lie.
std::size_t PostingRules::candidates(const Coding& coding) {
    if (4 * codings_ >= 3 * slots_.size()) grow();
    Slot& slot = slot_of(coding);
    if (slot.coding == nullptr) {
        slot = {&coding, find_candidates(coding)};
        ++codings_;
    }
    return slot.number;
}

std::optional<std::uint32_t> PostingRules::first(const Posting& posting) {
    const std::size_t number = candidates(*posting.coding);
    const RuleList& fitting = *lists_[number].rules;
    if (!lists_[number].asks_more) return fitting.empty() ? std::nullopt : std::optional(fitting.front());
    const Traits traits = traits_of(posting);
    for (const std::uint32_t rule : fitting) {
        if (fits_beside_codes((*rules_)[rule].condition, traits)) return rule;
    }
    return std::nullopt;
}

std::size_t PostingRules::all(const Posting& posting) {
    const std::size_t number = candidates(*posting.coding);
    if (!lists_[number].asks_more) return number;
    const Traits traits = traits_of(posting);
    fitting_.clear();
    for (const std::uint32_t rule : list(number)) {
        if (fits_beside_codes((*rules_)[rule].condition, traits)) fitting_.push_back(rule);
    }
    return fitting_.size() == lists_[number].rules->size() ? number : number_of(fitting_);
}

}  // namespace begroot::detail
