#include "exchange/detail/audit_periods.hpp"

#include "exchange/detail/audit_amounts.hpp"
#include "exchange/detail/label.hpp"
#include "period/month.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace begroot::exchange::detail {

namespace {

std::optional<std::int32_t> whole_number(std::string_view text) {
    std::int32_t value = 0;
    if (text.empty() || text.size() > 9 || !is_digit(text[0])) return std::nullopt;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    return end.ec == std::errc() && end.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_year(std::int32_t year) { return year >= 1900 && year <= 2199; }

/// Counts days from a fixed day, for lengths only; months count as 31 days, which is near enough.
std::int32_t rough_day(const AuditDay& day) { return (day.year * 12 + day.month) * 31 + day.day; }

/// The days of a listed period; nothing when they cannot be read or are the wrong way round.
struct DayRange {
    AuditDay first;
    AuditDay last;
};

std::optional<DayRange> days_of(const AuditPeriod* period) {
    if (period == nullptr) return std::nullopt;
    const auto first = read_audit_day(period->first_day);
    const auto last = read_audit_day(period->last_day);
    if (!first || !last || *last < *first) return std::nullopt;
    return DayRange{*first, *last};
}

/// A closing period has dates of a day; one in which people book has weeks.
bool is_real_range(const DayRange& days) {
    constexpr std::int32_t days_min = 20;
    return rough_day(days.last) - rough_day(days.first) >= days_min;
}

std::string month_text(BookPeriod period) {
    return std::string(month_name(period.number)) + " " + std::to_string(period.year);
}

std::string days_text(const AuditPeriod* period) {
    if (period == nullptr || period->last_day.empty()) return "";
    return " (" + period->first_day + " tot en met " + period->last_day + ")";
}

}  // namespace

std::optional<AuditDay> read_audit_day(std::string_view text) {
    text = trim(text);
    std::optional<std::int32_t> year;
    std::optional<std::int32_t> month;
    std::optional<std::int32_t> day;
    if (text.size() == 8 && std::ranges::all_of(text, is_digit)) {
        year = whole_number(text.substr(0, 4));
        month = whole_number(text.substr(4, 2));
        day = whole_number(text.substr(6, 2));
    } else if (text.size() >= 10 && text[4] == '-' && text[7] == '-') {
        if (text.size() > 10 && is_digit(text[10])) return std::nullopt;
        year = whole_number(text.substr(0, 4));
        month = whole_number(text.substr(5, 2));
        day = whole_number(text.substr(8, 2));
    } else {
        const std::size_t first = text.find_first_of("-/.");
        const std::size_t second = text.find_first_of("-/.", first == std::string_view::npos ? first : first + 1);
        if (second == std::string_view::npos || text.size() != second + 5) return std::nullopt;
        day = whole_number(text.substr(0, first));
        month = whole_number(text.substr(first + 1, second - first - 1));
        year = whole_number(text.substr(second + 1));
    }
    if (!year || !month || !day || !is_year(*year) || *month < 1 || *month > 12 || *day < 1 || *day > 31)
        return std::nullopt;
    return AuditDay{*year, *month, *day};
}

bool AuditPeriods::start_year(std::string_view fiscal_year, std::string_view first_day) {
    if (const auto day = read_audit_day(first_day)) {
        first_year_ = day->year;
        first_month_ = day->month;
        return true;
    }
    const auto year = whole_number(trim(fiscal_year));
    if (!year || !is_year(*year)) return false;
    first_year_ = *year;
    return true;
}

void AuditPeriods::list(AuditPeriod period) {
    constexpr std::size_t listed_max = 1000;
    if (listed_.size() < listed_max) listed_.push_back(std::move(period));
}

const AuditPeriod* AuditPeriods::listed(std::string_view key) const {
    const auto same = std::ranges::find(listed_, key, &AuditPeriod::key);
    if (same != listed_.end()) return &*same;
    const auto number = whole_number(key);
    if (!number) return nullptr;
    const auto equal =
        std::ranges::find_if(listed_, [&](const AuditPeriod& period) { return whole_number(period.key) == number; });
    return equal == listed_.end() ? nullptr : &*equal;
}

TakenPeriod AuditPeriods::decide(std::string_view key) const {
    TakenPeriod taken;
    taken.period.key = key;
    const AuditPeriod* const block = listed(key);
    if (block != nullptr) {
        taken.period.first_day = block->first_day;
        taken.period.last_day = block->last_day;
    }
    const auto days = days_of(block);
    const auto number = whole_number(key);
    const std::string shown = "periode " + quoted_text(key) + days_text(block);
    const auto by_days = [&] {
        taken.period.read_as = BookPeriod{days->last.year, days->last.month};
        taken.remark = shown + " is gelezen als " + month_text(*taken.period.read_as);
    };
    const auto as_itself = [&](std::int32_t year, std::int32_t value) {
        taken.period.read_as = BookPeriod{year, value};
        taken.remark = shown + " is geen maand: de boekingen staan in periode " + std::to_string(value) +
                       " en tellen in geen enkele maand mee";
    };
    if (!number) {
        if (days) by_days();
        return taken;
    }
    if (*number == 0) {
        taken.opening = true;
        taken.period.read_as = BookPeriod{first_year_, 0};
        return taken;
    }
    if (*number <= 12) {
        const std::int32_t month = first_month_ - 1 + *number - 1;
        const BookPeriod plain{first_year_ + month / 12, month % 12 + 1};
        taken.period.read_as = plain;
        const bool same = !days || BookPeriod{days->last.year, days->last.month} == plain;
        if (!same && is_real_range(*days)) by_days();
        return taken;
    }
    if (days && is_real_range(*days)) {
        by_days();
        return taken;
    }
    const std::int32_t last_year = first_year_ + (first_month_ > 1 ? 1 : 0);
    if (*number <= 99) {
        as_itself(last_year, *number);
        return taken;
    }
    // Year and month in one number: 501 is the first month of a year that ends on 5, 202501 that of 2025.
    const std::int32_t year_part = *number / 100;
    const std::int32_t month_part = *number % 100;
    for (const std::int32_t year : {first_year_, last_year}) {
        if (year_part != year && year_part != year % 10) continue;
        taken.opening = month_part == 0;
        if (taken.opening || month_part > 12) {
            as_itself(year, month_part);
            return taken;
        }
        taken.period.read_as = BookPeriod{year, month_part};
        taken.remark = shown + " is gelezen als " + month_text(*taken.period.read_as);
        return taken;
    }
    return taken;
}

const TakenPeriod& AuditPeriods::take(std::string_view key, std::uint32_t line) {
    constexpr std::size_t taken_max = 1000;
    if (last_ == nullptr || last_->period.key != key) {
        auto known = taken_.find(key);
        if (known == taken_.end() && taken_.size() < taken_max)
            known = taken_.emplace(std::string(key), decide(key)).first;
        last_ = known == taken_.end() ? &too_many_ : &known->second;
    }
    if (last_->period.lines++ == 0) last_->first_line = line;
    return *last_;
}

void AuditPeriods::report(AuditFindings& findings) const {
    for (const auto& [key, taken] : taken_) {
        if (taken.remark.empty()) continue;
        findings.add(Severity::notice, "periode_geen_maand", taken.first_line,
                     taken.remark + " (" + std::to_string(taken.period.lines) +
                         (taken.period.lines == 1 ? " boeking)" : " boekingen)"),
                     "", "");
    }
}

std::vector<AuditPeriod> AuditPeriods::all() const {
    std::vector<AuditPeriod> all = listed_;
    for (const auto& [key, taken] : taken_) {
        const auto same = std::ranges::find(all, key, &AuditPeriod::key);
        if (same == all.end()) {
            all.push_back(taken.period);
        } else {
            same->lines = taken.period.lines;
            same->read_as = taken.period.read_as;
        }
    }
    return all;
}

}  // namespace begroot::exchange::detail
