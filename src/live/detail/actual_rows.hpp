#pragma once
// The lines of begroot against werkelijk as rows that three sheets share, and every posting with the line it is part
// of.

#include "live/export.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace begroot::live::detail {

inline constexpr const char* sheet_actuals = "Begroot-werkelijk";
inline constexpr const char* sheet_actual_months = "Werkelijk per maand";
inline constexpr const char* sheet_budget_months = "Begroot per maand";
inline constexpr const char* sheet_postings = "Mutaties";

inline constexpr const char* chosen_month_name = "gekozen_maand";
inline constexpr const char* month_number_name = "maand_nr";
inline constexpr const char* months_name = "maanden";
inline constexpr const char* posting_line_name = "mutatie_regel";
inline constexpr const char* posting_year_name = "mutatie_jaar";
inline constexpr const char* posting_period_name = "mutatie_periode";
inline constexpr const char* posting_amount_name = "mutatie_bedrag";

inline constexpr std::uint32_t actual_head_row = 4;
inline constexpr std::uint32_t first_actual_row = 5;
inline constexpr std::uint16_t first_month_column = 2;
inline constexpr std::uint16_t months_in_year = 12;

/// The key of postings that are in no line: balance sheet, outside the months of the plan, periods that are no month.
inline constexpr const char* outside_key = "buiten de tabel";

/// One row of the three sheets.
struct ActualRow {
    std::string key;  ///< what postings of this line have in column Regel; empty for a total of all
    std::string name;
    std::string printed;  ///< what the plan prints where it has no number
    GridRole role = GridRole::figure;
    std::vector<std::uint32_t> parts;  ///< the rows (of the sheet) that add up to it; none: postings and budget do
    report::Amounts amounts;           ///< to the month of the workbook
    MonthAmounts budget_months{};      ///< by place in the year of the plan, as the next
    MonthAmounts actual_months{};
};

/// Gives all rows, in the order of the table: speerpunten with their goals, total, what is outside, the whole.
[[nodiscard]] std::vector<ActualRow> actual_rows(const LiveActuals& actuals);

/// Finds the key of the line that a part of a posting is in.
class PostingKeys {
public:
    explicit PostingKeys(const LiveActuals& actuals);

    [[nodiscard]] std::string_view of(const Posting& posting, const PostingPart* part) const;

private:
    const report::Facts* facts_;
    std::unordered_map<const Target*, std::string> keys_;
};

/// Tells whether a column of the sheet of postings holds what the ledger says of a posting: not where it counts, nor
/// where it was found.
[[nodiscard]] bool tells_posting(std::uint32_t column);

/// Gives the sheet with every posting; its rows are made when they are written, from the facts, which must outlive it.
[[nodiscard]] Grid postings_sheet(const ExportInput& input);

}  // namespace begroot::live::detail
