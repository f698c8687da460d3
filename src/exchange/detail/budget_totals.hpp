#pragma once
// The totals that a budget prints inside itself, checked against the lines above them.

#include "base/codes.hpp"
#include "base/finding.hpp"
#include "base/result.hpp"
#include "budget/budget.hpp"
#include "exchange/detail/aliases.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "exchange/source.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace begroot::exchange::detail {

/// Counts the amount columns of a line: twelve months, the year, and the two school years that meet in it.
inline constexpr std::size_t amount_columns = 15;
inline constexpr std::size_t year_index = 12;
inline constexpr std::size_t january_july_index = 13;
inline constexpr std::size_t august_december_index = 14;

/// The amounts of one line as read; a cell without a number is nothing, not 0.
struct LineAmounts {
    std::array<std::optional<Money>, amount_columns> values{};
    std::array<bool, amount_columns> rounded{};  ///< the cell had decimals beyond the cent

    [[nodiscard]] bool any() const;
    [[nodiscard]] bool any_month() const;
};

/// A sum per column, and how many of its parts were rounded to the cent.
struct ColumnSums {
    std::array<Money, amount_columns> sums{};
    std::array<std::int64_t, amount_columns> rounded{};

    void add(const LineAmounts& line);
    void add(const ColumnSums& other);
    void subtract(const ColumnSums& other);
};

/// A row with an account number as the total that it may be.
struct AccountTotal {
    LineAmounts printed;
    ColumnSums parts;         ///< of the lines that it would add up
    bool has_lines = false;   ///< lines of the account stand above it
    bool fits = false;        ///< it is their sum, but for rounding
    bool fits_block = false;  ///< it is the sum of all lines since the last subtotal
    bool fits_one = false;    ///< it is what the only line there has: its total, or a line like it
};

/// Remembers the lines so far and checks a printed total against those that belong to it.
class BudgetTotals {
public:
    /// `sign` is that of the amounts as written: a result of signed amounts is their sum.
    explicit BudgetTotals(SignRule sign) : sign_(sign) {}

    void add_line(const BudgetLine& line, const LineAmounts& amounts);

    /// Checks the total in `row`; a difference is a finding (fout), one that rounding explains a waarschuwing.
    /// Fails when a cell that is needed cannot be read.
    [[nodiscard]] Result<void> check(OpenedSheet& opened, Budget& budget, std::uint32_t row, const std::string& text,
                                     const Label& label);

    /// Weighs the amounts of a row with an account number against the lines of that account, or else of the accounts
    /// that begin with it. Fails when a cell that is needed cannot be read.
    [[nodiscard]] Result<AccountTotal> weigh(const OpenedSheet& opened, std::uint32_t row,
                                             const std::string& account) const;

    /// Takes a weighed row as a total; a difference is a finding, as of check(). There must be lines it adds up.
    void take(OpenedSheet& opened, Budget& budget, std::uint32_t row, const std::string& text,
              const std::string& account, const AccountTotal& total);

private:
    struct LineSums {
        Side side;
        std::string rubric;
        std::string account;
        LineAmounts amounts;
        bool in_account_total = false;  ///< a total of its account stands below it
    };
    /// What a label adds up; nothing when that cannot be said.
    [[nodiscard]] std::optional<ColumnSums> parts_of(const Label& label, const LineAmounts& printed);
    [[nodiscard]] ColumnSums side_sums(Side side) const;
    [[nodiscard]] ColumnSums rubric_sums(const std::string& rubric) const;
    [[nodiscard]] ColumnSums block_sums(std::size_t from) const;
    static void compare(OpenedSheet& opened, Budget& budget, std::uint32_t row, const std::string& text,
                        const LineAmounts& printed, const ColumnSums& parts);

    [[nodiscard]] ColumnSums result_sums(const LineAmounts& printed) const;

    SignRule sign_;
    std::vector<LineSums> lines_;
    std::size_t block_start_ = 0;    ///< first line after the last subtotal
    std::size_t section_start_ = 0;  ///< first line after the last total
};

}  // namespace begroot::exchange::detail
