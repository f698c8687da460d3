#include "exchange/detail/audit_periods.hpp"

#include "exchange/detail/audit_amounts.hpp"
#include "exchange/detail/label.hpp"
#include "period/month.hpp"

#include <algorithm>
#include <utility>

namespace begroot::exchange::detail {

namespace {

/// The days of a listed period; nothing when they cannot be read or are the wrong way round.
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

/// Tells whether days are the beginning or the end of one month: a book year that does not begin on the first has such.
bool is_cut_month(const DayRange& days) {
    constexpr std::int32_t last_day_min = 28;
    return days.first.year == days.last.year && days.first.month == days.last.month && days.first != days.last &&
           (days.first.day == 1 || days.last.day >= last_day_min);
}

/// Gives the month that is the n-th from a first.
BookPeriod month_of(BookPeriod first, std::int32_t number) {
    const std::int32_t month = month_count(first) + number - 1;
    return {month / 12, month % 12 + 1};
}

std::string month_text(BookPeriod period) {
    return std::string(month_name(period.number)) + " " + std::to_string(period.year);
}

std::string period_text(BookPeriod period) {
    if (period.number >= 1 && period.number <= 12) return month_text(period);
    return "periode " + std::to_string(period.number) + " van " + std::to_string(period.year);
}

std::string days_text(const AuditPeriod* period) {
    if (period == nullptr || period->last_day.empty()) return "";
    return " (" + period->first_day + " tot en met " + period->last_day + ")";
}

}  // namespace

void AuditPeriods::list(AuditPeriod period) {
    constexpr std::size_t listed_max = 1000;
    if (listed_.size() < listed_max) listed_.push_back(std::move(period));
}

const AuditPeriod* AuditPeriods::listed(std::string_view key) const {
    const auto same = std::ranges::find(listed_, key, &AuditPeriod::key);
    if (same != listed_.end()) return &*same;
    const auto number = read_whole_number(key);
    if (!number) return nullptr;
    const auto equal = std::ranges::find_if(
        listed_, [&](const AuditPeriod& period) { return read_whole_number(period.key) == number; });
    return equal == listed_.end() ? nullptr : &*equal;
}

TakenPeriod AuditPeriods::decide(std::string_view key, const AuditPeriod* block) const {
    TakenPeriod taken;
    taken.period.key = key;
    if (block != nullptr) {
        taken.period.first_day = block->first_day;
        taken.period.last_day = block->last_day;
    }
    const auto days = days_of(block);
    taken.days = days;
    const auto number = read_whole_number(key);
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
        taken.period.read_as = BookPeriod{year_.first.year, 0};
        return taken;
    }
    if (*number <= 12) {
        const BookPeriod plain = month_of(year_.first, *number);
        taken.period.read_as = plain;
        const bool same = !days || BookPeriod{days->last.year, days->last.month} == plain;
        if (!same && (is_real_range(*days) || is_cut_month(*days))) by_days();
        return taken;
    }
    if (days && is_real_range(*days)) {
        by_days();
        return taken;
    }
    const std::int32_t last_year = year_.first.year + (year_.first.number > 1 ? 1 : 0);
    if (*number <= 99) {
        as_itself(last_year, *number);
        return taken;
    }
    // Year and month in one number: 501 is the first month of a year that ends on 5, 202501 that of 2025.
    const std::int32_t year_part = *number / 100;
    const std::int32_t month_part = *number % 100;
    for (const std::int32_t year : {year_.first.year, last_year}) {
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
            known = taken_.emplace(std::string(key), decide(key, listed(key))).first;
        last_ = known == taken_.end() ? &too_many_ : &known->second;
    }
    if (last_->period.lines++ == 0) last_->first_line = line;
    return *last_;
}

void AuditPeriods::compare(const TakenPeriod& taken, const AuditDay& day, std::uint32_t line) {
    const auto& read_as = taken.period.read_as;
    if (taken.opening || !read_as || read_as->number > 12) return;
    ++compared_;
    if (day.year == read_as->year && day.month == read_as->number) return;
    if (taken.days && taken.days->first <= day && day <= taken.days->last) return;
    Away& away = away_[month_count({day.year, day.month}) - month_count(*read_as)];
    if (away.transactions++ == 0) away = {1, taken.period.key, *read_as, day, line};
}

std::optional<Error> AuditPeriods::contradiction() const {
    for (const auto& [key, taken] : taken_) {
        const auto number = read_whole_number(key);
        for (const AuditPeriod& period : listed_) {
            if (period.key != key && (!number || read_whole_number(period.key) != number)) continue;
            const auto by_block = decide(key, &period).period.read_as;
            if (by_block == taken.period.read_as || !by_block) continue;
            Error error;
            error.place.line = taken.first_line;
            error.found = "periode " + quoted_text(key) + " is bij de boekingen ";
            error.found += taken.period.read_as ? period_text(*taken.period.read_as) : "niet te lezen";
            error.found += days_text(&taken.period) + ", maar het blok periods geeft ook" + days_text(&period);
            error.expected = "elke periode een keer in periods, voor de boekingen";
            error.action = "maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het pakket";
            return error;
        }
    }
    return std::nullopt;
}

/// Tells whether the plain numbers all are months between startDate and endDate when period 1 is `first`.
bool AuditPeriods::lie_within(BookPeriod first) const {
    if (!year_.first_day || !year_.last_day) return false;
    const std::int32_t from = month_count({year_.first_day->year, year_.first_day->month});
    const std::int32_t to = month_count({year_.last_day->year, year_.last_day->month});
    return std::ranges::all_of(taken_, [&](const auto& entry) {
        const auto number = read_whole_number(entry.first);
        if (!number || *number < 1 || *number > 12 || entry.second.days) return true;
        const std::int32_t month = month_count(first) + *number - 1;
        return month >= from && month <= to;
    });
}

std::optional<BookPeriod> AuditPeriods::better_start() const {
    if (!year_.other) return std::nullopt;
    if (compared_ == 0) return !lie_within(year_.first) && lie_within(*year_.other) ? year_.other : std::nullopt;
    const auto away = away_.find(month_count(*year_.other) - month_count(year_.first));
    return away != away_.end() && away->second.transactions * 2 > compared_ ? year_.other : std::nullopt;
}

void AuditPeriods::report_away(AuditFindings& findings) const {
    const auto most = std::ranges::max_element(away_, {}, [](const auto& entry) { return entry.second.transactions; });
    if (most == away_.end() || most->second.transactions * 2 <= compared_) return;
    const auto& [months, away] = *most;
    // A month later or earlier is how some offices date their entries; more is another book year.
    const bool near = months >= -1 && months <= 1;
    findings.add(near ? Severity::warning : Severity::error, "periode_tegen_datum", away.line,
                 "periode " + quoted_text(away.key) + " is gelezen als " + month_text(away.read_as) +
                     ", maar de journaalpost is van " + month_text({away.day.year, away.day.month}) +
                     "; zo is het bij " + std::to_string(away.transactions) + " van de " + std::to_string(compared_) +
                     " journaalposten",
                 "periode en datum van dezelfde maand", "controleer fiscalYear, startDate en periods in het auditfile");
}

void AuditPeriods::report(AuditFindings& findings) const {
    report_away(findings);
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
