#pragma once
// The rows of a budget sheet, one at a time: lines, section labels, rubric labels, totals.

#include "base/result.hpp"
#include "budget/budget.hpp"
#include "exchange/detail/account.hpp"
#include "exchange/detail/budget_signs.hpp"
#include "exchange/detail/budget_totals.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "exchange/detail/second_table.hpp"
#include "exchange/detail/section_label.hpp"
#include "exchange/source.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace begroot::exchange::detail {

/// Takes the rows of an opened sheet in order and builds the budget.
class BudgetRows {
public:
    /// `opened`, `budget` and `settings` must outlive this.
    BudgetRows(OpenedSheet& opened, Budget& budget, const SourceSettings& settings);

    /// Reads one row, which has cells; an error refuses the file.
    [[nodiscard]] Result<void> take(std::span<const workbook::Cell> cells);
    /// Judges the sign and the months of all lines; fails when they cannot be right.
    [[nodiscard]] Result<void> finish();
    /// Says of which year lines were looked for, where rows of other years were left out: ` van 2025`.
    [[nodiscard]] std::string of_year() const;
    [[nodiscard]] std::uint32_t last_data_row() const { return last_data_row_; }

private:
    using Cells = RowCells<budget_columns>;
    struct RowLabel {
        std::string text;
        Label label;
    };
    /// A text beside an account number that says total.
    struct TotalCell {
        const workbook::Cell* cell;
        TotalText kind;
    };

    [[nodiscard]] Result<bool> take_other_year(std::uint32_t row, const CodeAndName& account);
    [[nodiscard]] Result<void> take_line(std::uint32_t row, CodeAndName account);
    [[nodiscard]] Result<void> take_label(std::uint32_t row);
    [[nodiscard]] Result<bool> take_numbered(std::uint32_t row, const CodeAndName& account);
    [[nodiscard]] std::optional<std::string_view> numbered_text(const CodeAndName& account) const;
    [[nodiscard]] std::pair<const workbook::Cell*, SectionLabel> row_section(std::uint32_t row) const;
    [[nodiscard]] std::optional<TotalCell> total_cell(const CodeAndName& account) const;
    [[nodiscard]] Result<bool> take_account_total(std::uint32_t row, const CodeAndName& account);
    void enter_rubric(const Label& label);
    void enter_section(const SectionLabel& said, const workbook::Cell& cell);
    void doubt_section(const CodeAndName& account);
    [[nodiscard]] Result<bool> read_amounts(std::uint32_t row, LineAmounts& line);
    [[nodiscard]] Result<Side> decide_side(std::uint32_t row, const std::string& rubric);
    void decide_year(std::uint32_t row, LineAmounts& amounts);
    [[nodiscard]] LineAmounts as_written(LineAmounts written, const std::optional<Money>& year, Side side) const;
    void fill(BudgetLine& line, const LineAmounts& amounts, std::uint32_t row) const;
    void fill_from_school_years(BudgetLine& line, const LineAmounts& amounts, std::uint32_t row) const;
    void take_rubric(BudgetLine& line);
    [[nodiscard]] bool has_amounts() const;
    [[nodiscard]] bool any_amount_cell() const;
    [[nodiscard]] RowLabel row_label(std::uint32_t row) const;
    void add(Severity severity, const char* kind, const Origin& origin, std::string found, std::string expected,
             std::string action);

    OpenedSheet* opened_;
    Budget* budget_;
    Cells cells_;
    BudgetTotals totals_;
    BudgetSigns signs_;
    SecondTable second_table_;
    std::optional<Side> section_;
    std::int32_t year_;                                ///< the book year
    std::map<std::int32_t, std::size_t> other_years_;  ///< rows that are left out
    std::string section_rubric_;
    std::string unclear_heading_;  ///< the last heading, where it does not say which side follows, and its cell
    std::map<std::string, std::string> rubric_names_;
    std::uint32_t last_data_row_ = 0;
};

}  // namespace begroot::exchange::detail
