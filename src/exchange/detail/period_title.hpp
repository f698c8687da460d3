#pragma once
// The period that a title above a balance list names: `Periode 1 - 3 2025`, `t/m maart 2025`, `per 31-03-2025`.

#include "period/fiscal_year.hpp"

#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// The months of a title; a year is 0 where the title names none.
struct TitledPeriod {
    std::optional<BookPeriod> first = {};  ///< nothing where the title names one month only
    BookPeriod last;

    friend bool operator==(const TitledPeriod&, const TitledPeriod&) = default;
};

/// Reads a title that says of which months the amounts below it are: period numbers behind the word `periode`, dates or
/// names of months from one to the other (`-`, `t/m`, `tot en met`) or behind `periode`, or the last day of a month
/// behind `per`. What stands between brackets (a unit) is no period. Nothing for any other text.
[[nodiscard]] std::optional<TitledPeriod> read_period_title(std::string_view text);

}  // namespace begroot::exchange::detail
