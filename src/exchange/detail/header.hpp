#pragma once
// Where the heads of a sheet stand and which column means what.

#include "base/result.hpp"
#include "exchange/detail/aliases.hpp"
#include "exchange/detail/head_years.hpp"
#include "exchange/detail/sheet_grid.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// Counts the rows in which the header row may stand.
inline constexpr std::uint32_t header_rows_max = 25;

/// One head in a row that may be the header row.
struct Head {
    std::uint32_t column = 0;
    bool own = false;       ///< stands in the row itself, or in a merged cell that reaches into it
    std::string shown;      ///< as in the file, white space made single
    std::string key;        ///< normalised
    std::string upper_key;  ///< normalised head of the row above, where one stands over this one (`Maanden` over `jan`)
    std::optional<SchoolYear> school_year = {};  ///< that the head itself or the one above it names
    bool row_years = false;                      ///< says Jaar, and a year stands in each row below it
};

/// A head that means something.
struct HeadColumn {
    std::uint32_t column = 0;
    std::string head;
};

/// The header row and its columns, by the profile's order of meanings.
struct Header {
    std::uint32_t row = 0;  ///< the lower one when there are two
    std::vector<std::optional<HeadColumn>> columns;
    std::vector<Head> heads;
    std::uint32_t first_row = 0;        ///< of the data
    std::vector<Error> undecided = {};  ///< meanings left open because two columns fit them equally well
    /// The account of all rows, with its name, where no column has it; kept where cells may point at it.
    std::shared_ptr<const std::string> account = {};

    [[nodiscard]] bool has(unsigned meaning) const { return columns[meaning].has_value(); }
};

/// Says what a search does with amount columns whose heads name a school year.
enum class SchoolYears : std::uint8_t {
    unasked,  ///< a school year in a head says nothing
    apart,    ///< such a column is no amount of a calendar year, whatever else its head says
    split     ///< only these columns are amounts: of each the months that lie in the calendar year
};

/// What a profile looks for in a sheet.
struct HeadSearch {
    std::span<const HeadRule> rules;
    std::map<std::string, std::string> overrides;  ///< meaning -> head in the file; wins over the aliases
    std::int32_t year = 0;
    std::optional<std::uint32_t> row = {};  ///< 1-based row of the heads when the user says so; 0: the sheet has none
    SchoolYears school_years = SchoolYears::unasked;
    bool needs_account = true;  ///< false: a sheet without a column for the account will do
};

/// An error, and how many heads were recognised before it: the sheet that came closest tells the story.
struct HeaderFailure {
    std::size_t recognised = 0;
    Error error;
};

/// Reads the heads of a row: merged cells fill theirs, the row above lends its head where this row has none.
[[nodiscard]] std::vector<Head> heads_of_row(const SheetGrid& grid, std::uint32_t row);

/// Finds the header row among the first 25 rows by counting known heads, or takes the row that the search names. A
/// sheet without heads gets its columns from the overrides, which then name letters (`rekening` -> `A`). Fails when
/// there is none, when two different rows fit equally well, when two columns carry the same head, and when a needed
/// head is missing (the nearest one is named).
[[nodiscard]] std::expected<Header, HeaderFailure> find_header(const SheetGrid& grid, const HeadSearch& search);

}  // namespace begroot::exchange::detail
