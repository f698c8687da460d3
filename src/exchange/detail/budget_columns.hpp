#pragma once
// Which year the amount columns of a budget belong to: the book year, another one, or a school year.

#include "base/error.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "exchange/source.hpp"

#include <array>
#include <optional>

namespace begroot::exchange::detail {

/// Refuses a budget whose amount columns do not tell the book year: some of the months only, no amounts at all, columns
/// of other years only, a total over years, or school years where the model does not say what to do with them. January
/// to July or August to December are enough where their heads name the book year: a school year's sheet has no more of
/// it.
[[nodiscard]] std::optional<Error> refuse_amount_columns(const OpenedSheet& opened, const SourceSettings& settings);

/// Tells which columns of other years and school years stand in the sheet and are not read, and how the school years
/// that are read were split; warns of a title that names a school year where the columns name none.
void report_years(OpenedSheet& opened, const SourceSettings& settings);

/// Where the months run over two calendar years, tells which are read and leaves a total of all of them unread.
void leave_total_of_school_year(OpenedSheet& opened, const SourceSettings& settings);

/// Tells for which months a sheet has amounts: all where it has amounts of a year.
[[nodiscard]] std::array<bool, 12> months_read(const Header& header);

}  // namespace begroot::exchange::detail
