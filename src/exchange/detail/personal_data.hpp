#pragma once
// Personal data do not belong in a budget: a column of them refuses the file before a row is read, stored or shown.

#include "base/error.hpp"
#include "exchange/detail/header.hpp"

#include <optional>

namespace begroot::exchange::detail {

/// Gives the error that refuses a sheet for a column of personal data: one whose head says so (bsn, names and birth
/// dates of pupils), or one without exception filled with numbers that pass the check of burgerservicenummers. No value
/// is repeated in the message.
[[nodiscard]] std::optional<Error> refuse_personal_data(const SheetGrid& grid, const Header& header);

}  // namespace begroot::exchange::detail
