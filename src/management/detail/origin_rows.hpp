#pragma once
// Rows that say where figures come from and that they tie.

#include "management/management_report.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace begroot::management::detail {

inline constexpr const char* no_ledger_words = "het model noemt geen mutaties; werkelijk is leeg en niet 0";

/// Makes the table Herkomst without rows.
[[nodiscard]] Table origin_table();

/// Adds a row; nothing for an empty value.
void put_origin(Table& table, const std::string& what, const std::string& value);

/// Says whether the table ties to the ledger and to the budget.
void put_ties(Table& table, const report::BudgetVsActual& answer);

/// Makes the table of what stood out while a report was made.
[[nodiscard]] Table remarks_table(const Findings& findings);

/// Names every source with its SHA-256.
void put_sources(Table& table, const std::vector<SourceLine>& sources);

}  // namespace begroot::management::detail
