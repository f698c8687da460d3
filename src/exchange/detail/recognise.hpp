#pragma once
// Which known export a workbook is: every visible sheet's heads are weighed against every profile.

#include "exchange/detail/header.hpp"
#include "exchange/profile.hpp"
#include "exchange/source.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace begroot::exchange::detail {

/// One way to read one sheet. `score` is 0 to 1; for a general profile it is the share of heads with a meaning.
struct Candidate {
    const Profile* profile = nullptr;
    const workbook::Sheet* sheet = nullptr;
    std::uint32_t header_row = 0;  ///< 0-based
    double score = 0.0;
    std::size_t matched = 0;   ///< heads of the profile that the sheet has
    std::size_t expected = 0;  ///< heads that the profile knows; 0 for a general profile
    bool headless = false;     ///< there is no header row: columns by place
};

/// What was recognised: the best candidate first. `rivals` fit as well as it and mean something else: ask.
struct Recognition {
    std::vector<Candidate> candidates;
    std::vector<Candidate> rivals;
};

/// Weighs all visible sheets, or the one with this name only. A profile counts from a score of 0.6; without any the
/// general profiles are tried: a ledger needs an account, an amount and a period or a closing balance, a budget an
/// account and twelve months or a year. No candidate at all: nothing in the file looks like an export.
[[nodiscard]] Recognition recognise(const workbook::Workbook& workbook, std::int32_t year, const std::string& sheet);

/// Tells whether the settings name an export without heads, leave the header row open, and the sheet is one: rows of an
/// account, its name, perhaps a cost centre, debit and credit.
[[nodiscard]] bool reads_without_heads(const SourceSettings& settings, const SheetGrid& grid);

/// Gives the letters by which such a sheet is read.
[[nodiscard]] std::map<std::string, std::string> headless_columns(const SheetGrid& grid);

/// Tells whether a sheet that looks like a budget says of its amounts, in its name, its titles or its heads, that they
/// were spent (realisatie, werkelijk) and nowhere that they are a budget.
[[nodiscard]] bool says_actuals(const Candidate& candidate);

}  // namespace begroot::exchange::detail
