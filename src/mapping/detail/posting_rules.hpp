#pragma once
// Which rules fit which postings, found once for every coding and not once for every posting.

#include "ledger/posting.hpp"
#include "mapping/rule.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace begroot::detail {

/// Rules by index, ascending.
using RuleList = std::vector<std::uint32_t>;

/// Finds the rules that fit a posting. A coding is looked at once; only a rule that asks for description or period is
/// asked again for every posting. The rules must outlive this, and the codings it has seen too.
class PostingRules {
public:
    explicit PostingRules(const std::vector<Rule>& rules) : rules_(&rules) {}

    /// Gives the first rule that fits, the one that decides.
    [[nodiscard]] std::optional<std::uint32_t> first(const Posting& posting);

    /// Gives the number of the list of all rules that fit; see `list`.
    [[nodiscard]] std::size_t all(const Posting& posting);

    /// Gives a list by its number, 0 to `list_count` - 1.
    [[nodiscard]] std::span<const std::uint32_t> list(std::size_t number) const { return *lists_[number].rules; }
    [[nodiscard]] std::size_t list_count() const { return lists_.size(); }

private:
    struct List {
        const RuleList* rules;   ///< key of `numbers_`
        bool asks_more = false;  ///< some of them ask for more than codes
    };

    [[nodiscard]] std::size_t candidates(const Coding& coding);
    [[nodiscard]] std::size_t number_of(RuleList rules);

    const std::vector<Rule>* rules_;
    std::map<RuleList, std::size_t> numbers_;
    std::vector<List> lists_;
    std::unordered_map<const Coding*, std::size_t> by_coding_;  ///< rules whose codes fit
    const Coding* last_coding_ = nullptr;
    std::size_t last_number_ = 0;
    RuleList fitting_;  ///< kept between calls for its memory
};

}  // namespace begroot::detail
