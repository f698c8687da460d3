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

std::size_t PostingRules::candidates(const Coding& coding) {
    if (&coding == last_coding_) return last_number_;
    last_coding_ = &coding;
    const auto [found, added] = by_coding_.try_emplace(&coding);
    if (added) {
        const Traits traits = traits_of(coding);
        RuleList fitting;
        for (std::size_t i = 0; i < rules_->size(); ++i) {
            const Rule& rule = (*rules_)[i];
            if (looks_at(rule, AppliesTo::postings) && fits_codes(rule.condition, traits))
                fitting.push_back(static_cast<std::uint32_t>(i));
        }
        found->second = number_of(std::move(fitting));
    }
    return last_number_ = found->second;
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
