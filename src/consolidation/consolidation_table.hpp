#pragma once
// A consolidation as neutral tables and as JSON.

#include "consolidation/consolidate.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace begroot::consolidation {

/// What the tables show beside the figures.
struct TableStyle {
    MoneyStyle money = MoneyStyle::whole_euros;
    std::vector<std::string> left_out;  ///< names of members that the user left out
    bool live = false;                  ///< sums as formulas, for a workbook
};

/// Makes the document: for begroot and werkelijk (and, `live`, begroot t/m) a column for each organisation, the
/// eliminations and the consolidated amount; then the consolidated begroot versus werkelijk, and every elimination with
/// its two sides.
[[nodiscard]] Document to_document(const Consolidation& definition, std::span<const Member> members,
                                   const Consolidated& answer, const TableStyle& style);

/// Writes the whole answer as JSON, the amounts in cents.
[[nodiscard]] std::string to_json(const Consolidation& definition, std::span<const Member> members,
                                  const Consolidated& answer, const std::vector<std::string>& left_out);

}  // namespace begroot::consolidation
