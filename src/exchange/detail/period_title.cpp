#include "exchange/detail/period_title.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/month_name.hpp"
#include "period/calendar_day.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace begroot::exchange::detail {

namespace {

constexpr std::int32_t title_year_least = 1900;
constexpr std::int32_t title_year_most = 2199;
constexpr std::int32_t title_month_last = 12;
constexpr std::string_view period_word = "period";  // periode, perioden, period

bool is_title_year(std::int32_t number) { return number >= title_year_least && number <= title_year_most; }

bool is_title_month(std::int32_t number) { return number >= 1 && number <= title_month_last; }

bool is_last_day(std::int32_t day, BookPeriod month) {
    return is_title_month(month.number) && last_day({month.year, month.number}).day == day;
}

/// Takes numbers that stand together: `1`, `2025-01`, `31-03-2025`.
std::vector<std::int32_t> take_group(std::string_view& text) {
    std::vector<std::int32_t> group;
    for (;;) {
        group.push_back(small_number(take_digits(text)).value_or(-1));
        if (text.size() < 2 || std::string_view("-/.").find(text[0]) == std::string_view::npos || !is_digit(text[1]))
            return group;
        text.remove_prefix(1);
    }
}

/// Reads a title from left to right.
class TitleReader {
public:
    explicit TitleReader(std::string_view text)
        : worded_(normalise(text).contains(period_word)),
          until_(text.contains("t/m") || text.contains("T/m") || normalise(text).contains("totenmet")),
          range_(until_ || text.contains(" - ") || text.contains(" \xE2\x80\x93 ")) {
        while (!text.empty()) {
            if (is_digit(text[0])) {
                add_group(take_group(text));
                per_ = false;
            } else if (const std::string_view word = take_letters(text); !word.empty()) {
                add_word(word);
            } else {
                text.remove_prefix(1);
            }
        }
    }

    [[nodiscard]] std::optional<TitledPeriod> result() {
        if (months_.empty() || months_.size() > 2) return std::nullopt;
        if (months_.size() == 1 ? !(behind_word_ || until_ || per_day_) : !(behind_word_ || range_))
            return std::nullopt;
        const std::int32_t year = years_.size() == 1 ? *years_.begin() : 0;
        BookPeriod& last = months_.back();
        if (last.year == 0) last.year = year;
        BookPeriod& first = months_.front();
        if (first.year == 0) first.year = last.year;
        if (months_.size() == 1) return TitledPeriod{std::nullopt, last};
        return TitledPeriod{first, last};
    }

private:
    void add_word(std::string_view word) {
        if (normalise(word).starts_with(period_word)) {
            behind_word_ = true;
            return;
        }
        if (const auto month = month_of_name(word)) add_month({0, *month});
        per_ = equals_folded(word, "per");
    }

    void add_group(const std::vector<std::int32_t>& group) {
        if (group.size() == 1 && is_title_year(group[0])) years_.insert(group[0]);
        if (group.size() == 1 && behind_word_ && is_title_month(group[0])) add_month({0, group[0]});
        if (group.size() == 2) add_pair(group[0], group[1]);
        if (group.size() != 3) return;
        const bool year_first = is_title_year(group[0]);
        const BookPeriod month{year_first ? group[0] : group[2], group[1]};
        const std::int32_t day = year_first ? group[2] : group[0];
        if (!is_title_year(month.year) || !is_title_month(month.number)) return;
        per_day_ = per_day_ || (per_ && is_last_day(day, month));
        add_month(month);
    }

    void add_pair(std::int32_t left, std::int32_t right) {
        if (is_title_year(left) && is_title_month(right)) add_month({left, right});
        if (is_title_month(left) && is_title_year(right)) add_month({right, left});
        if (!behind_word_ || !is_title_month(left) || !is_title_month(right)) return;
        add_month({0, left});
        add_month({0, right});
    }

    /// What stands before the word `periode` is something else: the day of printing.
    void add_month(BookPeriod month) {
        if (!worded_ || behind_word_) months_.push_back(month);
    }

    bool worded_;
    bool until_;
    bool range_;
    bool behind_word_ = false;
    bool per_ = false;      ///< `per` was the last word
    bool per_day_ = false;  ///< and the last day of a month came behind it
    std::vector<BookPeriod> months_;
    std::set<std::int32_t> years_;
};

}  // namespace

std::optional<TitledPeriod> read_period_title(std::string_view text) {
    return TitleReader(text.substr(0, text.find('('))).result();
}

}  // namespace begroot::exchange::detail
