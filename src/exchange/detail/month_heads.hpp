#pragma once
// Heads of months: which month, of which calendar year. Under a school year August comes before July.

#include "exchange/detail/header.hpp"
#include "exchange/detail/sheet_grid.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// A month that a head names, and its year where it names that too.
struct MonthHead {
    std::int32_t month = 0;
    std::optional<std::int32_t> year = {};
};

/// Reads a head that is a month and nothing else: `aug`, `Augustus 2024`, `aug-24`, `2024-08`, `08-2024`. A year of two
/// digits is one of this century.
[[nodiscard]] std::optional<MonthHead> read_month_head(std::string_view text);

/// Gives the heads that are months the calendar year they lie in, where they or what stands above them says so: their
/// own (`aug-24`), that of the school year above them (`2024-2025` over `aug`), or that of the one school year in a
/// title when they run from August to July. Such a head is no school year any more. Where school years are unasked they
/// say nothing: then only a head's own year counts.
void date_months(std::vector<Head>& heads, const SheetGrid& grid, std::uint32_t row, SchoolYears school_years);

}  // namespace begroot::exchange::detail
