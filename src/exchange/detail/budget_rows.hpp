#pragma once
// The rows of a budget sheet, one at a time: lines, section labels, rubric labels, totals.

#include "base/result.hpp"
#include "budget/budget.hpp"
#include "exchange/detail/account.hpp"
#include "exchange/detail/budget_totals.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/opened_sheet.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace begroot::exchange::detail {

/// Takes the rows of an opened sheet in order and builds the budget.
class BudgetRows {
public:
    /// `budget` and `opened` must outlive this.
    BudgetRows(OpenedSheet& opened, Budget& budget);

    /// Reads one row, which has cells; an error refuses the file.
    [[nodiscard]] Result<void> take(std::span<const workbook::Cell> cells);
    [[nodiscard]] std::uint32_t last_data_row() const { return last_data_row_; }

private:
    using Cells = RowCells<budget_columns>;
    struct RowLabel {
        std::string text;
        Label label;
    };

    [[nodiscard]] Result<void> take_line(std::uint32_t row, CodeAndName account);
    [[nodiscard]] Result<void> take_label(std::uint32_t row);
    [[nodiscard]] Result<bool> read_amounts(std::uint32_t row, LineAmounts& line);
    [[nodiscard]] Result<Side> decide_side(std::uint32_t row, const std::string& rubric);
    void decide_year(std::uint32_t row, LineAmounts& amounts);
    void fill(BudgetLine& line, const LineAmounts& amounts, std::uint32_t row) const;
    void fill_from_school_years(BudgetLine& line, const LineAmounts& amounts, std::uint32_t row) const;
    void take_rubric(BudgetLine& line);
    [[nodiscard]] bool has_amounts() const;
    [[nodiscard]] RowLabel row_label(std::uint32_t row) const;
    void add(Severity severity, const char* kind, const Origin& origin, std::string found, std::string expected,
             std::string action);

    OpenedSheet* opened_;
    Budget* budget_;
    Cells cells_;
    BudgetTotals totals_;
    std::optional<Side> section_;
    std::string section_rubric_;
    std::map<std::string, std::string> rubric_names_;
    std::uint32_t last_data_row_ = 0;
};

}  // namespace begroot::exchange::detail
