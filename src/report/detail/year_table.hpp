#pragma once
// A table with years as columns, made row by row.

#include "report/multi_year.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace begroot::report::detail {

/// What stands in front of a row's figures.
struct RowLabel {
    std::string number;  ///< rubric, speerpunt or doel
    std::string name;
    std::string code;  ///< of the variable, as commands name it
};

/// Tells whether a unit is that of amounts: euros and nothing else.
[[nodiscard]] bool is_euros(const model::Unit& unit);

/// Writes a model's value in its unit: a percentage as such, euros as money, a ratio with two decimals, what is counted
/// without. Nothing when it does not fit.
[[nodiscard]] Value value_in(const model::Unit& unit, double value);

/// Makes an amount; a missing one as a mark that says so.
[[nodiscard]] Cell amount_cell(const std::optional<Money>& amount);

/// Makes the rows one by one and knows where each stands, for the formulas of a workbook.
class YearTable {
public:
    /// Columns: number (unless `number_head` is empty), name, code and the years of `view`.
    YearTable(const MultiYear& view, std::string name, const std::string& number_head, const std::string& name_head,
              ColumnKind kind = ColumnKind::money);

    /// Adds a row without figures.
    void add_section(const std::string& label);
    void add_blank();
    /// Adds a row of amounts; gives its place.
    std::size_t add(RowRole role, std::uint8_t indent, const RowLabel& label, const YearMoney& amounts);
    /// Adds a row of any values, one a year.
    std::size_t add_values(RowRole role, std::uint8_t indent, const RowLabel& label, const std::vector<Cell>& cells);
    /// Makes a row the sum of others, in a workbook; the amounts must be that (not checked here).
    void sum(std::size_t row, const std::vector<std::size_t>& rows);
    /// Makes a row `left - right`.
    void subtract(std::size_t row, std::size_t left, std::size_t right);
    /// Colours the figures of a row.
    void colour(std::size_t row, Tone tone);

    [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
    [[nodiscard]] Table take() { return std::move(table_); }

private:
    template <typename Make>
    void link(std::size_t row, Make make);

    Table table_;
    std::size_t name_column_ = 0;
    std::size_t first_year_ = 0;
    std::size_t years_ = 0;
};

}  // namespace begroot::report::detail
