#pragma once
// Periods of an auditfile are texts: `1`, `01`, `0`, `13`, `55`, `501`. Here each becomes a period of the book year,
// once.

#include "exchange/audit_file.hpp"
#include "exchange/detail/audit_findings.hpp"
#include "period/fiscal_year.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// A calendar day, all parts 1-based.
struct AuditDay {
    std::int32_t year = 0;
    std::int32_t month = 1;
    std::int32_t day = 1;

    friend auto operator<=>(const AuditDay&, const AuditDay&) = default;
};

/// Reads `2025-01-31` (a time behind it does not count), `31-01-2025`, `31/1/2025` or `20250131`; nothing for other
/// text.
[[nodiscard]] std::optional<AuditDay> read_audit_day(std::string_view text);

/// How one period key is taken.
struct TakenPeriod {
    AuditPeriod period;       ///< `read_as` is nothing when the key cannot be told
    bool opening = false;     ///< period 0: the balance sheet at the start
    std::string remark = {};  ///< how it was taken, where that is not plain
    std::uint32_t first_line = 0;
};

/// The periods of one file.
class AuditPeriods {
public:
    /// Sets the first month of the book year; false when neither date nor year can be read. Must come before any key.
    [[nodiscard]] bool start_year(std::string_view fiscal_year, std::string_view first_day);

    /// Lists a period of the file's own block.
    void list(AuditPeriod period);

    /// Gives how a key is taken and counts one line. The key is matched as text, then as a number; 1 to 12 are the
    /// months of the book year unless the block's dates say otherwise, 0 is the opening; others are what their dates
    /// say, or stay what they are (13, 55) and count in no month.
    [[nodiscard]] const TakenPeriod& take(std::string_view key, std::uint32_t line);

    /// Reports keys that are no plain months.
    void report(AuditFindings& findings) const;

    /// Gives all periods, as listed and then as booked.
    [[nodiscard]] std::vector<AuditPeriod> all() const;

    [[nodiscard]] std::int32_t first_year() const { return first_year_; }
    [[nodiscard]] std::int32_t first_month() const { return first_month_; }

private:
    [[nodiscard]] TakenPeriod decide(std::string_view key) const;
    [[nodiscard]] const AuditPeriod* listed(std::string_view key) const;

    std::int32_t first_year_ = 0;
    std::int32_t first_month_ = 1;
    std::vector<AuditPeriod> listed_;
    std::map<std::string, TakenPeriod, std::less<>> taken_;
    TakenPeriod too_many_;  // for keys beyond the most that are kept apart: they cannot be told
    TakenPeriod* last_ = nullptr;
};

}  // namespace begroot::exchange::detail
