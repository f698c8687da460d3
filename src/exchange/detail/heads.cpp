// The texts of a header row, one or two rows deep.

#include "exchange/detail/head_years.hpp"
#include "exchange/detail/header.hpp"
#include "exchange/detail/label.hpp"
#include "period/serial_day.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;
using workbook::CellRange;

std::string single_spaced(std::string_view text) {
    std::string result;
    for (text = trim(text); !text.empty();) {
        if (const std::size_t space = leading_space(text)) {
            if (!result.ends_with(' ')) result += ' ';
            text.remove_prefix(space);
        } else {
            result += text[0];
            text.remove_prefix(1);
        }
    }
    return result;
}

/// Writes a date head by its month: 1-3-2025 is `maart 2025`.
std::string month_head(double serial) {
    constexpr std::array<const char*, 12> names{"jan", "feb", "mrt", "apr", "mei", "jun",
                                                "jul", "aug", "sep", "okt", "nov", "dec"};
    const auto day = day_of_serial(serial);
    if (!day) return {};
    return std::string(names[static_cast<std::size_t>(day->month) - 1]) + " " + std::to_string(day->year);
}

std::string head_text(const Cell& cell) {
    if (cell.kind() == CellKind::date) return month_head(cell.number());
    return cell.kind() == CellKind::text || cell.kind() == CellKind::number ? single_spaced(shown_text(cell))
                                                                            : std::string();
}

/// One row as heads: the text of every column, and whether a merged cell over several columns lent it.
struct RowTexts {
    std::vector<std::string> texts;
    std::vector<bool> spread;
};

RowTexts row_texts(const SheetGrid& grid, std::uint32_t row) {
    RowTexts result{std::vector<std::string>(grid.column_count()), std::vector<bool>(grid.column_count(), false)};
    for (const Cell& cell : grid.row(row)) result.texts[cell.column()] = head_text(cell);
    for (const CellRange& range : grid.sheet().merged) {
        if (range.first_row > row || range.last_row < row) continue;
        const Cell* first = grid.find(range.first_row, range.first_column);
        if (first == nullptr) continue;
        const std::string text = head_text(*first);
        for (std::uint32_t c = range.first_column; c <= range.last_column && c < grid.column_count(); ++c) {
            if (!result.texts[c].empty() && c != range.first_column) continue;
            result.texts[c] = text;
            result.spread[c] = range.last_column > range.first_column;
        }
    }
    return result;
}

/// The columns of a row from the first to the last of those whose head stands more than once.
struct RepeatedHeads {
    std::uint32_t first = 0;
    std::uint32_t end = 0;  ///< one more than the last; `first` where no head is repeated
};

RepeatedHeads repeated_heads(const std::vector<std::string>& keys) {
    std::map<std::string_view, std::size_t> counts;
    for (const std::string& key : keys) ++counts[key];
    RepeatedHeads repeated;
    for (std::uint32_t c = 0; c < keys.size(); ++c) {
        if (keys[c].empty() || counts[keys[c]] < 2) continue;
        if (repeated.end == 0) repeated.first = c;
        repeated.end = c + 1;
    }
    return repeated;
}

/// Carries the heads of a row to the right over empty cells, where the row below repeats its heads and would not
/// without: `Mutaties` over `Debet` also stands over the `Credit` beside it. Only in a sheet whose upper heads are not
/// merged (a csv never has merged cells), where the first repeated head has one above it and another follows.
void carry_upper_heads(RowTexts& upper, const RowTexts& lower) {
    std::vector<std::string> keys(lower.texts.size());
    std::ranges::transform(lower.texts, keys.begin(), normalise);
    const RepeatedHeads repeated = repeated_heads(keys);
    if (repeated.end == 0 || upper.texts[repeated.first].empty()) return;
    std::vector<std::string> carried = upper.texts;
    std::set<std::string_view> different;
    for (std::uint32_t c = repeated.first; c < repeated.end; ++c) {
        if (upper.spread[c] || lower.spread[c]) return;
        if (!upper.texts[c].empty()) different.insert(upper.texts[c]);
        if (carried[c].empty()) carried[c] = carried[c - 1];
    }
    if (different.size() > 1) upper.texts = std::move(carried);
}

/// Gives the school year of a head: its own, else that of the head above. A head that names one calendar year itself
/// keeps that under a title of two years, unless the title says schooljaar.
std::optional<SchoolYear> school_year_of(const std::string& own, const std::string& upper) {
    if (auto named = find_school_year(own)) return named;
    auto above = find_school_year(upper);
    if (!above) return std::nullopt;
    const std::string key = normalise(own);
    if (!years_in(key).empty() && !is_school_word(above->beside)) return std::nullopt;
    above->beside = key;
    return above;
}

/// Tells whether a head begins with a number that is no year: an account, in a row of data.
bool begins_with_account(const Head& head) {
    constexpr std::size_t digits_least = 3;
    std::size_t digits = 0;
    while (digits < head.key.size() && is_digit(head.key[digits])) ++digits;
    return head.own && digits >= digits_least && !read_year(std::string_view(head.key).substr(0, digits));
}

/// Renames a run of heads 1, 2 … 12 to maand 1 … maand 12; a lone number is no month, nor are the amounts of a line.
void name_numbered_months(std::vector<Head>& heads) {
    for (std::size_t start = 0; start + 12 <= heads.size(); ++start) {
        bool run = true;
        for (std::size_t i = 0; i < 12 && run; ++i) {
            const std::string number = std::to_string(i + 1);
            run = heads[start + i].own && (heads[start + i].key == number || heads[start + i].key == "0" + number);
        }
        if (!run) continue;
        if (std::ranges::any_of(heads, begins_with_account)) return;
        for (std::size_t i = 0; i < 12; ++i) heads[start + i].key = "maand" + std::to_string(i + 1);
        return;
    }
}

}  // namespace

std::vector<Head> heads_of_row(const SheetGrid& grid, std::uint32_t row) {
    const RowTexts own = row_texts(grid, row);
    RowTexts upper =
        row == 0 ? RowTexts{std::vector<std::string>(grid.column_count()), std::vector<bool>(grid.column_count())}
                 : row_texts(grid, row - 1);
    carry_upper_heads(upper, own);
    std::vector<Head> heads;
    for (std::uint32_t c = 0; c < grid.column_count(); ++c) {
        const bool is_own = !own.texts[c].empty();
        const bool lent = !is_own && !upper.texts[c].empty() && !upper.spread[c];
        if (!is_own && !lent) continue;
        Head head{c, is_own, is_own ? own.texts[c] : upper.texts[c], {}, {}};
        head.key = normalise(head.shown);
        if (is_own && upper.texts[c] != own.texts[c]) head.upper_key = normalise(upper.texts[c]);
        head.school_year = school_year_of(head.shown, is_own ? upper.texts[c] : std::string());
        if (!head.key.empty()) heads.push_back(std::move(head));
    }
    name_numbered_months(heads);
    return heads;
}

}  // namespace begroot::exchange::detail
