#pragma once
// What the amounts of a budget are once they are read: their sign, and whether months run on. What the model does not
// say and the amounts make doubtful is asked.

#include "base/codes.hpp"
#include "base/error.hpp"
#include "exchange/detail/budget_totals.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "exchange/source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace begroot::exchange::detail {

/// Refuses `cumulatief = true` for a sheet without the months of one year, January first.
[[nodiscard]] std::optional<Error> refuse_cumulative(const OpenedSheet& opened, const SourceSettings& settings);

/// Turns amounts as a file writes them into those of a budget, both sides positive and each month its own, and judges
/// at the end whether that can be right.
class BudgetSigns {
public:
    /// `settings` must outlive this.
    explicit BudgetSigns(const SourceSettings& settings) : settings_(&settings) {}

    /// Tells whether amounts of a side change sign.
    [[nodiscard]] bool flips(Side side) const;
    /// Gives the amounts of a line that stands on a side.
    [[nodiscard]] LineAmounts read(const LineAmounts& written, Side side);
    /// Adds a line's amount of the year, as read.
    void add_year(Side side, Money year);
    /// Gives what must be asked, or tells in the report what the model said; all lines are added.
    [[nodiscard]] std::optional<Error> finish(OpenedSheet& opened) const;

private:
    /// How the amounts of months go from one to the next.
    struct Steps {
        std::size_t up = 0;
        std::size_t level = 0;
        std::size_t down = 0;
        std::size_t sums = 0;   ///< lines of which the year is the sum of the months and not the last of them
        std::size_t lasts = 0;  ///< lines of which the year is the last month and not the sum
        Money first;            ///< of all lines, without sign
        Money last;
    };

    void count(const LineAmounts& written);
    [[nodiscard]] bool runs_on() const;
    [[nodiscard]] std::optional<Error> doubt_months(OpenedSheet& opened) const;
    [[nodiscard]] std::optional<Error> doubt_sign(const OpenedSheet& opened) const;

    const SourceSettings* settings_;
    Steps steps_;
    Money income_;
    Money expense_;
    std::size_t expenses_below_ = 0;  ///< lines of lasten below zero
    std::size_t expenses_above_ = 0;
};

}  // namespace begroot::exchange::detail
