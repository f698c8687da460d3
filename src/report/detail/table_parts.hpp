#pragma once
// Pieces that the tables of a begroot-versus-werkelijk document share.

#include "report/budget_table.hpp"
#include "table/cells.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace begroot::report::detail {

inline constexpr const char* main_table_name = "Begroot-werkelijk";
inline constexpr const char* postings_table_name = "Boekingen";
inline constexpr const char* phasing_table_name = "Fasering";
inline constexpr const char* controls_table_name = "Controle";
inline constexpr const char* findings_table_name = "Bevindingen";

/// Gives what stands before the code in a line's key: its level, and its side where a code may stand on both sides. The
/// word keeps a spreadsheet from taking a code for a number.
[[nodiscard]] std::string key_prefix_of(const Line& line);

/// Gives the key by which postings point to a line: prefix and code.
[[nodiscard]] std::string key_of(const Line& line);

/// Tells of every line whether its actual comes from postings themselves and not from the lines below it.
[[nodiscard]] std::vector<bool> find_leaves(const BudgetVsActual& answer);

using begroot::money_cell;
using begroot::text_cell;

/// Adds the cells of `rows` in one column: `SUM(F5:F7)` when they follow each other, else `SUM(F5,F9)`.
[[nodiscard]] Formula sum_of(const std::vector<std::size_t>& rows, std::size_t column);

/// Gives what stands behind the name of a cell whose value a recalculation gave: ` (berekend)`; nothing for another.
[[nodiscard]] std::string computed_mark(bool computed);

/// Lists every posting behind the table, line by line.
[[nodiscard]] Table make_postings_table(const Facts& facts, const BudgetVsActual& answer);

/// Counts the rows of `make_postings_table` without making them.
[[nodiscard]] std::size_t count_posting_rows(const Facts& facts, const BudgetVsActual& answer);

/// Lists the months behind every line's budget, in the order of `phasing_rows`.
[[nodiscard]] Table make_phasing_table(const BudgetVsActual& answer);

/// Gives the row in the phasing table of each line of the answer: lines, then remainder, those with a budget of their
/// own. Only to look a line up, never to walk through.
[[nodiscard]] std::unordered_map<const Line*, std::size_t> phasing_rows(const BudgetVsActual& answer);

/// Lists everything that must tie, with the difference as a formula.
[[nodiscard]] Table make_controls_table(const Facts& facts, const BudgetVsActual& answer);

/// Lists findings.
[[nodiscard]] Table make_findings_table(const Findings& findings);

}  // namespace begroot::report::detail
