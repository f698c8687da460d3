#pragma once
// The rows of the staat van baten en lasten, by rubric, by speerpunt and doel, or by nature.

#include "report/multi_year.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace begroot::report::detail {

/// One row of the statement, for any way of showing it: figures by year, and which rows it adds up.
struct StatementRow {
    RowRole role = RowRole::body;
    std::uint8_t indent = 0;
    std::string number;  ///< rubric, speerpunt or doel
    std::string name;
    std::string code;  ///< of the line or total, as commands name it; empty of a group
    YearMoney years;
    std::vector<std::size_t> parts;     ///< rows that add up to this one; empty when it is an input
    std::vector<std::size_t> subtract;  ///< two rows: this one is the first less the second
    bool is_label = false;              ///< without figures
    bool is_cost = false;               ///< less is voordelig
};

/// Gives the rows of the statement. By rubric: baten, lasten, result, gross and net. By speerpunt or doel: lasten min
/// baten by speerpunt and doel, the rest, and the result. By nature: structureel and incidenteel of either side and of
/// the result. Every line is in one row of either.
[[nodiscard]] std::vector<StatementRow> statement_rows(const MultiYear& view, MultiYearPer per);

}  // namespace begroot::report::detail
