#pragma once
// Which rules fit which postings, found once for every coding and not once for every posting.

#include "ledger/posting.hpp"
#include "mapping/rule.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
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

    /// A coding that was looked at, and the number of the list of rules whose codes fit.
    struct Slot {
        const Coding* coding = nullptr;
        std::size_t number = 0;
    };

    [[nodiscard]] std::size_t candidates(const Coding& coding);
    [[nodiscard]] std::size_t find_candidates(const Coding& coding);
    [[nodiscard]] std::size_t number_of(RuleList rules);
    [[nodiscard]] Slot& slot_of(const Coding& coding);
    void grow();

    const std::vector<Rule>* rules_;
    std::map<RuleList, std::size_t> numbers_;
    std::vector<List> lists_;
    std::vector<Slot> slots_;  ///< by coding: a power of two, at least a quarter of them free
    std::size_t codings_ = 0;
    RuleList fitting_;  ///< kept between calls for its memory
};

}  // namespace begroot::detail
