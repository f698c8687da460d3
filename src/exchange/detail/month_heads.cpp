#include "exchange/detail/month_heads.hpp"

#include "exchange/detail/head_years.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/month_name.hpp"
#include "period/plan_year.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>

namespace begroot::exchange::detail {

namespace {

constexpr std::int32_t months_in_year = 12;

std::optional<std::int32_t> as_year(std::string_view digits) {
    constexpr std::int32_t two_digits_least = 13;  // smaller ones may be a day
    const auto number = small_number(digits);
    if (!number) return std::nullopt;
    if (digits.size() == 2 && *number >= two_digits_least) return 2000 + *number;
    return digits.size() == 4 && *number >= 2000 && *number < 2100 ? number : std::nullopt;
}

std::optional<std::int32_t> as_month(std::string_view digits) {
    const auto number = small_number(digits);
    return digits.size() == 2 && number && *number >= 1 && *number <= months_in_year ? number : std::nullopt;
}

/// Takes what may stand between a month and its year: spaces, a point, a dash, an apostrophe.
std::string_view without_marks(std::string_view text) {
    constexpr std::string_view marks = ".-/' ";
    const std::size_t first = text.find_first_not_of(marks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// Reads `2024-08` and `08-2024`.
std::optional<MonthHead> read_numbers(std::string_view text) {
    const std::string_view first = take_digits(text);
    if (text.empty() || (text[0] != '-' && text[0] != '/')) return std::nullopt;
    text.remove_prefix(1);
    const std::string_view second = take_digits(text);
    if (!text.empty() || first.size() + second.size() != 6) return std::nullopt;
    const bool year_first = first.size() == 4;
    const auto year = as_year(year_first ? first : second);
    const auto month = as_month(year_first ? second : first);
    return year && month ? std::optional(MonthHead{*month, year}) : std::nullopt;
}

/// Gives the calendar year in which a month of a school year lies.
std::int32_t calendar_year(std::int32_t begins, std::int32_t month) {
    return month >= school_year_first_month ? begins : begins + 1;
}

/// Finds the one school year that the rows above a header row name.
std::optional<std::int32_t> school_year_in_titles(const SheetGrid& grid, std::uint32_t header_row) {
    std::optional<std::int32_t> begins;
    for (std::uint32_t row = 0; row < header_row; ++row) {
        for (const workbook::Cell& cell : grid.row(row)) {
            if (cell.kind() != workbook::CellKind::text) continue;
            const auto named = find_school_year(cell.text());
            if (!named || named->begins == 0) continue;
            if (begins && *begins != named->begins) return std::nullopt;
            begins = named->begins;
        }
    }
    return begins;
}

/// A head that is a month without a year, and the school year above it; 0 where none stands there.
struct BareMonth {
    Head* head = nullptr;
    std::int32_t month = 0;
    std::int32_t begins = 0;
};

/// Gives where a month stands in a school year: 1 for August, 12 for July.
std::int32_t position_of(const BareMonth& month) {
    return PlanYear{0, school_year_first_month}.position({calendar_year(0, month.month), month.month});
}

/// Tells whether months follow each other as in a school year.
bool runs_from_august(std::span<const BareMonth> months) {
    return std::ranges::is_sorted(months, std::ranges::less_equal(), position_of);
}

void date_by(const BareMonth& month, std::int32_t begins) {
    month.head->upper_key = std::to_string(calendar_year(begins, month.month));
    month.head->school_year.reset();
}

/// Dates months by the school years that stand above them, where they run as in a school year: January to December
/// under two years says nothing.
void date_by_heads(std::span<const BareMonth> months) {
    while (!months.empty()) {
        const auto other = std::ranges::find_if_not(
            months, [&](const BareMonth& month) { return month.begins == months.front().begins; });
        const auto group = months.first(static_cast<std::size_t>(other - months.begin()));
        if (group.front().begins != 0 && runs_from_august(group)) {
            for (const BareMonth& month : group) date_by(month, month.begins);
        }
        months = months.subspan(group.size());
    }
}

}  // namespace

std::optional<MonthHead> read_month_head(std::string_view text) {
    text = trim(text);
    if (auto numbers = read_numbers(text)) return numbers;
    const auto month = month_of_name(take_letters(text));
    if (!month) return std::nullopt;
    text = without_marks(text);
    if (text.empty()) return MonthHead{*month};
    const auto year = as_year(take_digits(text));
    return year && trim(text).empty() ? std::optional(MonthHead{*month, year}) : std::nullopt;
}

void date_months(std::vector<Head>& heads, const SheetGrid& grid, std::uint32_t row, SchoolYears school_years) {
    constexpr std::array<const char*, months_in_year> names{"jan", "feb", "mrt", "apr", "mei", "jun",
                                                            "jul", "aug", "sep", "okt", "nov", "dec"};
    std::vector<BareMonth> bare;
    for (Head& head : heads) {
        const auto named = read_month_head(head.shown);
        if (!named) continue;
        if (named->year) {
            head.key = names[static_cast<std::size_t>(named->month) - 1] + std::to_string(*named->year);
            head.school_year.reset();
            continue;
        }
        const bool undated = head.own && !head.school_year && years_in(head.upper_key).empty();
        if (head.school_year || undated)
            bare.push_back({&head, named->month, head.school_year ? head.school_year->begins : 0});
    }
    if (school_years == SchoolYears::unasked) return;
    date_by_heads(bare);
    const bool whole = bare.size() == months_in_year && runs_from_august(bare);
    if (!whole || std::ranges::any_of(bare, [](const BareMonth& month) { return month.begins != 0; })) return;
    if (const auto begins = school_year_in_titles(grid, row)) {
        for (const BareMonth& month : bare) date_by(month, *begins);
    }
}

}  // namespace begroot::exchange::detail
