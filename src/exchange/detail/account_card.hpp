#pragma once
// The card of one account (grootboekkaart): its rows have no account, a title above them or the settings name it.

#include "exchange/detail/header.hpp"
#include "exchange/source.hpp"

#include <expected>
#include <optional>
#include <string>

namespace begroot::exchange::detail {

/// Finds the header as find_header does; in a ledger without a column for the account also that of a card, whose
/// account (Header::account) the settings name, or a title above the heads: `Grootboekrekening: 4010 Salariskosten`.
/// Fails when both the settings and a column give the account.
[[nodiscard]] std::expected<Header, HeaderFailure> find_header_or_card(const SheetGrid& grid,
                                                                       const SourceSettings& settings,
                                                                       const HeadSearch& search);

/// Finds the one account that the rows above the heads name; its code and name as one text.
[[nodiscard]] std::optional<std::string> titled_account(const SheetGrid& grid, std::uint32_t header_row);

}  // namespace begroot::exchange::detail
