#pragma once
// What a plan prints where a budget belongs: an amount, p.m., --, nothing, zero or "no separate budget". Six different
// things.

#include "base/codes.hpp"
#include "money/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace begroot {

struct ProMemorie {};  ///< p.m.: there will be cost, the amount is not known
struct Dash {};        ///< --
struct Blank {};       ///< an empty cell
struct NoBudget {};    ///< "no separate budget": paid from elsewhere

/// Names the kinds of a plan amount as outputs show them.
enum class AmountKind : std::uint8_t { amount, split, pro_memorie, dash, blank, zero, no_budget };

/// Says that a part of a goal's amount is booked at a speerpunt.
struct BookedPart {
    SpeerpuntId at;
    Money amount;
};

/// One part of an amount that the document makes of parts (25.000 + 5.000).
struct AmountPart {
    Money amount;
    std::string printed;
    std::string description;
};

/// How a printed amount may have come about, when the document does not say. An inference, never used to compute.
struct Derivation {
    bool certain = false;
    std::string from;  ///< the printed base: `€ 145.000`
    Money base;
    std::int64_t divisor = 1;
    std::vector<std::string> readings;
};

/// One budget cell of a plan, with its printed words.
struct PlanAmount {
    std::variant<Money, ProMemorie, Dash, Blank, NoBudget> value = Blank{};
    std::string printed;      ///< the cell as printed
    std::string description;  ///< words after the amount: `Expertisedeling gespecialiseerd onderwijs`
    std::vector<BookedPart> booked;
    std::vector<AmountPart> parts;
    std::optional<Derivation> derivation;
};

/// Gives the amount when it is a number.
[[nodiscard]] std::optional<Money> number(const PlanAmount& amount);

/// Tells what kind of amount it is; `split` when it is booked in more than one place.
[[nodiscard]] AmountKind kind(const PlanAmount& amount);

/// Tells whether a kind is that of a number: an amount, split or not, or zero.
[[nodiscard]] constexpr bool is_number(AmountKind kind) {
    return kind == AmountKind::amount || kind == AmountKind::split || kind == AmountKind::zero;
}

/// Gives the kind's stable name: bedrag, bedrag_gesplitst, pm, streep, leeg, nul, geen_budget.
[[nodiscard]] const char* kind_name(AmountKind kind);

/// Gives what a table shows in place of a number: `p.m.`, `--` or `geen budget`; nothing for a number and for a blank.
[[nodiscard]] const char* mark_text(AmountKind kind);

/// Reads a printed cell: `€50.000 Expertisedeling`, `p.m.`, `--`, ``, `€ 0`. Nothing when it is none of these.
[[nodiscard]] std::optional<PlanAmount> parse_plan_amount(std::string_view printed);

/// Counts what a total could not add.
struct SkippedAmounts {
    std::int64_t pro_memorie = 0;
    std::int64_t dash = 0;
    std::int64_t blank = 0;
    std::int64_t no_budget = 0;

    [[nodiscard]] bool any() const { return pro_memorie + dash + blank + no_budget > 0; }
    friend bool operator==(const SkippedAmounts&, const SkippedAmounts&) = default;
};

/// Counts one amount that is no number; a number changes nothing.
void count_skipped(SkippedAmounts& skipped, const PlanAmount& amount);

/// Adds two counts.
[[nodiscard]] SkippedAmounts operator+(const SkippedAmounts& a, const SkippedAmounts& b);

/// Writes a total with what it skipped: `€ 50.000 + 2x p.m.`; dashes, blanks and no_budget follow in the same way.
[[nodiscard]] std::string total_with_skipped(std::optional<Money> total, const SkippedAmounts& skipped);

}  // namespace begroot
