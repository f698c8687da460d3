#pragma once
// A dimension beside the plan (bestuur, buurt): who a posting or budget line belongs to, by a column of the office or
// by what its other codes say.

#include "base/finding.hpp"
#include "budget/budget.hpp"
#include "ledger/ledger.hpp"
#include "mapping/rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot {

/// Says which dimension it is.
enum class DimensionKind : std::uint8_t { board, neighbourhood };

/// Gives the stable Dutch name: bestuur, buurt.
[[nodiscard]] const char* dimension_name(DimensionKind kind);

/// One member. A column of the office names it by code or name; where that column is empty, one of its conditions must
/// fit.
struct DimensionMember {
    std::string code;
    std::string name;
    std::vector<Condition> conditions;
    Place place;
};

/// The members of one dimension in the order of the model. The first that fits decides.
struct Dimension {
    DimensionKind kind = DimensionKind::board;
    std::vector<DimensionMember> members;
};

/// Finds a dimension; null when the model names no members of it.
[[nodiscard]] const Dimension* find_dimension(const std::vector<Dimension>& dimensions, DimensionKind kind);

/// Gives what the office's column says of a posting's coding or of a budget line; empty when there is no such column.
[[nodiscard]] const std::string& said_member(const Coding& coding, DimensionKind kind);
[[nodiscard]] const std::string& said_member(const BudgetLine& line, DimensionKind kind);

/// The member of every posting or line: an index, or nothing for what no member fits.
using MemberOfEach = std::vector<std::optional<std::uint32_t>>;

/// Gives the member of every posting, in the order of the ledger. A column that names no member leaves it at nothing.
[[nodiscard]] MemberOfEach members_of(const Ledger& ledger, const Dimension& dimension);

/// Gives the member of one budget line.
[[nodiscard]] std::optional<std::uint32_t> member_of(const BudgetLine& line, const Dimension& dimension);

/// Gives the member of every budget line, in the order of the budget.
[[nodiscard]] MemberOfEach members_of(const Budget& budget, const Dimension& dimension);

/// Reports members that a column names and the model does not (waarschuwing), and members that nothing belongs to
/// (melding). `ledger` and `budget` may be null when the model has none.
[[nodiscard]] Findings check_dimensions(const std::vector<Dimension>& dimensions, const Ledger* ledger,
                                        const Budget* budget);

}  // namespace begroot
