#pragma once
// What single cells of a posting say: period, side, debit or credit.

#include "base/codes.hpp"
#include "period/fiscal_year.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <optional>

namespace begroot::exchange::detail {

/// Reads year (1900 to 2199) and period (0 to 99); nothing when either is anything else.
[[nodiscard]] std::optional<BookPeriod> read_period(const workbook::Cell* year, const workbook::Cell* number);

/// Reads the period of a year that is known otherwise.
[[nodiscard]] std::optional<BookPeriod> read_period(std::int32_t year, const workbook::Cell* number);

/// Reads Kosten, Opbrengsten, Activa, Passiva; nothing when the cell says anything else.
[[nodiscard]] std::optional<Side> read_side(const workbook::Cell* cell);

/// Tells D from C; nothing when the cell says neither.
[[nodiscard]] std::optional<bool> is_credit(const workbook::Cell* cell);

}  // namespace begroot::exchange::detail
