#include "exchange/detail/second_table.hpp"

#include "exchange/detail/head_match.hpp"
#include "exchange/detail/head_years.hpp"
#include "exchange/detail/label.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

constexpr std::array<std::string_view, 4> actual_words{"realisatie", "werkelijk", "jaarrekening", "prognose"};

std::optional<std::string_view> actual_word(std::string_view key) {
    const auto found = std::ranges::find_if(actual_words, [key](std::string_view word) { return key.contains(word); });
    return found == actual_words.end() ? std::nullopt : std::optional(*found);
}

const Head* head_in(const std::vector<Head>& heads, std::uint32_t column) {
    const auto found = std::ranges::find(heads, column, &Head::column);
    return found == heads.end() ? nullptr : &*found;
}

/// Tells whether a title is no more than a budget's name and its year: `Begroting 2024`.
bool is_bare_title(std::string_view text) {
    constexpr std::array<std::string_view, 9> words{"begroting", "begroot", "budget",   "exploitatie", "jaar",
                                                    "boekjaar",  "primair", "primaire", "totaal"};
    std::string key = normalise(text);
    std::erase_if(key, is_digit);
    for (bool again = true; again && !key.empty();) {
        again = false;
        const auto drop = [&](std::string_view word) {
            if (!key.starts_with(word)) return;
            key.erase(0, word.size());
            again = true;
        };
        std::ranges::for_each(words, drop);
        std::ranges::for_each(actual_words, drop);
    }
    return key.empty();
}

}  // namespace

SecondTable::SecondTable(const OpenedSheet& opened, std::int32_t year) : opened_(&opened), year_(year) {
    for (std::uint32_t row = 0; row < opened.header.first_row; ++row) {
        for (const Cell& cell : opened.grid.row(row)) above_.insert(normalise(shown_text(cell)));
    }
}

/// Tells whether a text names another year only, or what was realised where the first table did not.
bool SecondTable::speaks_of_other(std::string_view text) const {
    const std::string key = normalise(text);
    if (above_.contains(key)) return false;
    if (const auto word = actual_word(key))
        return std::ranges::none_of(above_, [&](const std::string& above) { return above.contains(*word); });
    if (const auto school = find_school_year(text); school && school->begins != 0)
        return school->begins != year_ && school->begins + 1 != year_;
    const std::vector<std::int32_t> years = years_in(key);
    return !years.empty() && std::ranges::find(years, year_) == years.end();
}

Error SecondTable::begins_at(std::uint32_t row, std::uint32_t column, std::string found) const {
    return {ErrorKind::input, to_place(opened_->grid.origin(row, column)), std::move(found),
            "één tabel op het blad, of dezelfde kopregel nog eens",
            "zet de tweede tabel op een eigen blad of haal haar weg, en noem zo nodig het blad in het model"};
}

/// Compares the heads of the amounts that are read with those of a row that repeats the header.
std::optional<Error> SecondTable::other_heads(std::uint32_t row) const {
    const Header& header = opened_->header;
    const std::vector<Head> first = heads_of_row(opened_->grid, header.row);
    const std::vector<Head> here = heads_of_row(opened_->grid, row);
    const bool line_above = row > 0 && last_line_ == row - 1;
    for (unsigned m = budget_month; m < budget_columns; ++m) {
        if (!header.has(m)) continue;
        const std::uint32_t column = header.columns[m]->column;
        const Head* before = head_in(first, column);
        const Head* now = head_in(here, column);
        if (before == nullptr || now == nullptr || !now->own) continue;
        const std::vector<std::int32_t> years_before = years_in(before->upper_key);
        const std::vector<std::int32_t> years_now = line_above ? years_before : years_in(now->upper_key);
        const bool other_years = !years_before.empty() && !years_now.empty() && years_before != years_now;
        if (before->key == now->key && !other_years) continue;
        return begins_at(row, column,
                         "rij " + std::to_string(row + 1) + " is een tweede kopregel: \"" + now->shown + "\"" +
                             (other_years ? " onder een ander jaar" : "") + ", en in rij " +
                             std::to_string(header.row + 1) + " staat \"" + before->shown + "\"");
    }
    return std::nullopt;
}

void SecondTable::see_header(std::uint32_t row) {
    doubt_ = other_heads(row);
    if (doubt_ || !title_) return;
    doubt_ = begins_at(title_->row, 0,
                       "\"" + title_->text + "\" staat boven een tweede kopregel in rij " + std::to_string(row + 1) +
                           ", die gelijk is aan die in rij " + std::to_string(opened_->header.row + 1));
}

void SecondTable::see_title(std::uint32_t row) {
    for (const Cell& cell : opened_->grid.row(row)) {
        if (cell.kind() != CellKind::text || is_blank(cell)) continue;
        std::string text = shown_text(cell);
        if (!speaks_of_other(text)) return;
        const bool bare = is_bare_title(text);
        title_ = Title{row, std::move(text)};
        if (bare) doubt_ = begins_at(row, cell.column(), "onder \"" + title_->text + "\" begint een tweede tabel");
        return;
    }
}

/// Tells whether a row has the heads of a budget, be they others than those of the first table.
bool SecondTable::is_header(std::uint32_t row) const {
    constexpr std::ptrdiff_t heads_least = 3;
    const auto is_text = [](const Cell& cell) { return cell.kind() == CellKind::text && !is_blank(cell); };
    if (std::ranges::count_if(opened_->grid.row(row), is_text) < heads_least) return false;
    std::vector<Head> heads = heads_of_row(opened_->grid, row);
    std::erase_if(heads, [](const Head& head) { return !head.own; });
    const HeadSearch search{budget_heads, {}, year_};
    const HeadMatch match{search, heads, std::vector<bool>(heads.size(), false), std::nullopt};
    const auto fits = [&match](const HeadRule& rule) { return !match.best(rule).empty(); };
    return fits(budget_heads[budget_account]) && std::ranges::count_if(budget_heads, fits) >= heads_least;
}

void SecondTable::see(std::uint32_t row) {
    if (doubt_ || opened_->header.first_row == 0) return;
    if (repeats_header(*opened_, row)) {
        see_header(row);
    } else if (is_header(row)) {
        doubt_ = begins_at(row, 0,
                           "rij " + std::to_string(row + 1) + " is een tweede kopregel, anders dan die in rij " +
                               std::to_string(opened_->header.row + 1));
    } else {
        see_title(row);
    }
}

std::optional<Error> SecondTable::line(std::uint32_t row) {
    last_line_ = row;
    title_.reset();
    return doubt_;
}

}  // namespace begroot::exchange::detail
