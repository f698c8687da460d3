#pragma once
// Periods of an auditfile are texts: `1`, `01`, `0`, `13`, `55`, `501`. Here each becomes a period of the book year,
// once.

#include "exchange/audit_file.hpp"
#include "exchange/detail/audit_findings.hpp"
#include "exchange/detail/audit_year.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// How one period key is taken.
struct TakenPeriod {
    AuditPeriod period;       ///< `read_as` is nothing when the key cannot be told
    bool opening = false;     ///< period 0: the balance sheet at the start
    std::string remark = {};  ///< how it was taken, where that is not plain
    std::uint32_t first_line = 0;
    std::optional<DayRange> days = {};  ///< that the file's own block gives it
};

/// The periods of one file.
class AuditPeriods {
public:
    /// Sets the book year. Must come before any key.
    void start(const AuditYear& year) { year_ = year; }

    /// Lists a period of the file's own block.
    void list(AuditPeriod period);

    /// Gives how a key is taken and counts one line. The key is matched as text, then as a number; 1 to 12 are the
    /// months of the book year unless the block's dates say otherwise, 0 is the opening; others are what their dates
    /// say, or stay what they are (13, 55) and count in no month.
    [[nodiscard]] const TakenPeriod& take(std::string_view key, std::uint32_t line);

    /// Compares how a key is taken with the date of a transaction that has it.
    void compare(const TakenPeriod& taken, const AuditDay& day, std::uint32_t line);

    /// Gives the error for a period that the file's own block gives other days twice, or too late.
    [[nodiscard]] std::optional<Error> contradiction() const;

    /// Gives the other first month that the header allows, where the bookings say that it is the right one: most of
    /// their dates do, or, where they have none, only so they lie between startDate and endDate.
    [[nodiscard]] std::optional<BookPeriod> better_start() const;

    /// Reports keys that are no plain months, and dates that most often are of another month than the period.
    void report(AuditFindings& findings) const;

    /// Gives all periods, as listed and then as booked.
    [[nodiscard]] std::vector<AuditPeriod> all() const;

private:
    /// Transactions of which the date is as many months away from the period.
    struct Away {
        std::uint64_t transactions = 0;
        std::string key;  ///< of the first
        BookPeriod read_as;
        AuditDay day;
        std::uint32_t line = 0;
    };

    [[nodiscard]] TakenPeriod decide(std::string_view key, const AuditPeriod* block) const;
    [[nodiscard]] const AuditPeriod* listed(std::string_view key) const;
    [[nodiscard]] bool lie_within(BookPeriod first) const;
    void report_away(AuditFindings& findings) const;

    AuditYear year_;
    std::vector<AuditPeriod> listed_;
    std::map<std::string, TakenPeriod, std::less<>> taken_;
    TakenPeriod too_many_;  // for keys beyond the most that are kept apart: they cannot be told
    TakenPeriod* last_ = nullptr;
    std::map<std::int32_t, Away> away_;  // by how many months later the date is
    std::uint64_t compared_ = 0;
};

}  // namespace begroot::exchange::detail
