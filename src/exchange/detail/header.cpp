#include "exchange/detail/header.hpp"

#include "exchange/detail/head_match.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/month_heads.hpp"

#include <algorithm>
#include <array>

namespace begroot::exchange::detail {

namespace {

constexpr std::string_view account_meaning = "rekening";

std::string listed(const std::vector<Head>& heads) {
    constexpr std::size_t shown_max = 30;
    std::string text;
    for (std::size_t i = 0; i < heads.size() && i < shown_max; ++i) text += (i == 0 ? "" : ", ") + heads[i].shown;
    if (heads.size() > shown_max) text += " …";
    return text;
}

Place place_of(const SheetGrid& grid, std::uint32_t row, const std::vector<Head>& heads) {
    return to_place(grid.origin(row, heads.empty() ? 0 : heads.front().column));
}

Error missing(const SheetGrid& grid, std::uint32_t row, const std::vector<Head>& heads, const HeadRule& rule) {
    Error error{ErrorKind::input, place_of(grid, row, heads),
                "geen kolom voor " + std::string(rule.meaning) + "; gevonden koppen: " + listed(heads), "", ""};
    error.expected = "een kop als " + std::string(rule.aliases.substr(0, rule.aliases.find(' ')));
    const std::string nearest = nearest_head(heads, rule.aliases);
    error.action =
        "noem de kolom in het model onder kolommen" +
        (nearest.empty() ? std::string() : ", bijvoorbeeld " + std::string(rule.meaning) + " = \"" + nearest + "\"");
    return error;
}

Error twice(const SheetGrid& grid, std::uint32_t row, const HeadMatch& matcher, std::string_view meaning,
            const std::vector<std::size_t>& found) {
    const Head& first = matcher.heads[found[0]];
    const Head& second = matcher.heads[found[1]];
    const bool told_apart = first.key != second.key || first.upper_key != second.upper_key;
    return {ErrorKind::input, to_place(grid.origin(row, second.column)),
            "twee kolommen passen bij " + std::string(meaning) + ": \"" + first.shown + "\" (kolom " +
                column_name(first.column) + ") en \"" + second.shown + "\" (kolom " + column_name(second.column) + ")",
            "één kolom",
            told_apart
                ? "geef de kolommen verschillende koppen of noem de goede in het model onder kolommen"
                : "de koppen zijn gelijk: geef de kolommen in het bestand verschillende koppen, of zet boven elke "
                  "groep een kop in de rij erboven"};
}

/// Tells whether a meaning is not needed because others that say the same were found.
bool is_spare(std::span<const HeadRule> rules, const Header& header, std::size_t meaning) {
    std::string_view rest = rules[meaning].spare_for;
    if (rest.empty()) return false;
    while (!rest.empty()) {
        const std::string_view other = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), other.size() + 1));
        const auto rule = std::ranges::find(rules, other, &HeadRule::meaning);
        if (rule == rules.end() || !header.has(static_cast<unsigned>(rule - rules.begin()))) return false;
    }
    return true;
}

std::expected<Header, Error> match(const SheetGrid& grid, std::uint32_t row, const HeadSearch& search,
                                   std::vector<Head> heads) {
    Header header{row, std::vector<std::optional<HeadColumn>>(search.rules.size()), {}};
    HeadMatch matcher{search, heads, std::vector<bool>(heads.size(), false), std::nullopt};
    const auto take = [&](std::size_t meaning, std::size_t head) {
        matcher.claimed[head] = true;
        header.columns[meaning] = HeadColumn{heads[head].column, heads[head].shown};
        if (search.rules[meaning].meaning == account_meaning) matcher.account_column = heads[head].column;
    };
    for (std::size_t m = 0; m < search.rules.size(); ++m) {
        const auto name = search.overrides.find(std::string(search.rules[m].meaning));
        if (name == search.overrides.end()) continue;
        const auto found = matcher.named(name->second);
        if (found.size() > 1) return std::unexpected(twice(grid, row, matcher, search.rules[m].meaning, found));
        if (found.empty()) {
            const HeadRule wanted{search.rules[m].meaning, name->second, true};
            Error error = missing(grid, row, heads, {wanted.meaning, normalise(name->second), true});
            error.expected = "de kop \"" + name->second + "\" die het model noemt";
            return std::unexpected(std::move(error));
        }
        take(m, found[0]);
    }
    for (std::size_t m = 0; m < search.rules.size(); ++m) {
        if (header.columns[m]) continue;
        if (is_spare(search.rules, header, m)) continue;
        const auto found = matcher.best(search.rules[m]);
        if (found.size() > 1) {
            Error error = twice(grid, row, matcher, search.rules[m].meaning, found);
            if (!search.rules[m].shy) return std::unexpected(std::move(error));
            header.undecided.push_back(std::move(error));
        } else if (!found.empty()) {
            take(m, found[0]);
        } else if (search.rules[m].needed && (search.needs_account || search.rules[m].meaning != account_meaning)) {
            return std::unexpected(missing(grid, row, heads, search.rules[m]));
        }
    }
    header.heads = std::move(heads);
    header.first_row = row + 1;
    return header;
}

struct HeaderRow {
    std::uint32_t row = 0;
    std::size_t score = 0;
    std::size_t own = 0;
    std::vector<Head> heads;
};

/// Tells whether the first rows below a head that have anything have a year there.
bool has_years_below(const SheetGrid& grid, std::uint32_t row, std::uint32_t column) {
    constexpr std::uint32_t rows_looked_at = 100;
    bool any = false;
    for (std::uint32_t below = row + 1; below < std::min(grid.row_count(), row + 1 + rows_looked_at); ++below) {
        const workbook::Cell* cell = grid.find(below, column);
        if (cell == nullptr || is_blank(*cell)) continue;
        const std::string text = shown_text(*cell);
        if (!any && !read_year(text)) return false;
        // a header may come back on the next page
        if (!read_year(text) && cell->kind() != workbook::CellKind::text) return false;
        any = true;
    }
    return any;
}

/// Marks the heads that say Jaar over a year in each row: such a column holds no amounts.
void mark_row_years(std::vector<Head>& heads, const SheetGrid& grid, std::uint32_t row) {
    constexpr std::array<std::string_view, 4> words{"jaar", "boekjaar", "begrotingsjaar", "year"};
    for (Head& head : heads) {
        if (std::ranges::find(words, head.key) != words.end()) head.row_years = has_years_below(grid, row, head.column);
    }
}

HeaderRow weigh_row(const SheetGrid& grid, std::uint32_t row, const HeadSearch& search) {
    HeaderRow candidate{row, 0, 0, heads_of_row(grid, row)};
    date_months(candidate.heads, grid, row, search.school_years);
    mark_row_years(candidate.heads, grid, row);
    const HeadMatch matcher{search, candidate.heads, std::vector<bool>(candidate.heads.size(), false), std::nullopt};
    for (const HeadRule& rule : search.rules) {
        const auto name = search.overrides.find(std::string(rule.meaning));
        const auto found = name == search.overrides.end() ? matcher.best(rule) : matcher.named(name->second);
        if (found.empty()) continue;
        ++candidate.score;
        if (candidate.heads[found[0]].own) ++candidate.own;
    }
    return candidate;
}

bool same_heads(const HeaderRow& a, const HeaderRow& b) {
    return std::ranges::equal(a.heads, b.heads,
                              [](const Head& x, const Head& y) { return x.column == y.column && x.key == y.key; });
}

/// Reads `C` or `AB` as a 0-based column.
std::optional<std::uint32_t> column_of(std::string_view letters) {
    if (letters.empty() || letters.size() > 3) return std::nullopt;
    std::uint32_t column = 0;
    for (const char letter : letters) {
        const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        if (upper < 'A' || upper > 'Z') return std::nullopt;
        column = column * 26 + static_cast<std::uint32_t>(upper - 'A') + 1;
    }
    return column - 1;
}

/// Makes the header of a sheet without heads from the columns that the search names by letter.
std::expected<Header, HeaderFailure> header_by_letters(const SheetGrid& grid, const HeadSearch& search) {
    Header header{0, std::vector<std::optional<HeadColumn>>(search.rules.size()), {}};
    Place place = to_place(grid.origin(0, 0));
    place.cell.clear();
    for (std::size_t m = 0; m < search.rules.size(); ++m) {
        const auto named = search.overrides.find(std::string(search.rules[m].meaning));
        if (named == search.overrides.end()) {
            if (!search.rules[m].needed) continue;
            return std::unexpected(HeaderFailure{
                1,
                Error{ErrorKind::input, place,
                      "het blad heeft geen kopregel en geen kolom voor " + std::string(search.rules[m].meaning),
                      "de letter van de kolom",
                      "noem haar onder kolommen, bijvoorbeeld " + std::string(search.rules[m].meaning) + " = \"A\""}});
        }
        const auto column = column_of(trim(named->second));
        if (!column || *column >= grid.column_count()) {
            return std::unexpected(
                HeaderFailure{1, Error{ErrorKind::input, place, "\"" + named->second + "\" is geen kolom van dit blad",
                                       "een letter van A tot en met " +
                                           column_name(grid.column_count() == 0 ? 0 : grid.column_count() - 1),
                                       "verbeter de letter onder kolommen"}});
        }
        header.columns[m] = HeadColumn{*column, "kolom " + column_name(*column)};
    }
    return header;
}

Error no_header_row(const SheetGrid& grid, const HeadSearch& search) {
    Place place = to_place(grid.origin(0, 0));
    place.cell.clear();
    Error error{
        ErrorKind::input, place, "geen kopregel gevonden in rij 1 tot en met " + std::to_string(header_rows_max),
        "een rij met koppen als " + std::string(search.rules[1].meaning) + " en " +
            std::string(search.rules[2].meaning),
        "kies het goede blad of noem de kolommen in het model onder kolommen; staan de koppen lager, zeg dan in welke "
        "rij, bijvoorbeeld kopregel = " +
            std::to_string(header_rows_max + 1)};
    if (search.row) {
        error.found = "rij " + std::to_string(*search.row) + " is geen kopregel";
        error.action = "verbeter kopregel, of noem de kolommen in het model onder kolommen";
    }
    return error;
}

}  // namespace

std::expected<Header, HeaderFailure> find_header(const SheetGrid& grid, const HeadSearch& search) {
    if (search.row == 0U) return header_by_letters(grid, search);
    HeaderRow best;
    std::optional<std::uint32_t> tie;
    const std::uint32_t first = search.row ? *search.row - 1 : 0;
    const std::uint32_t end = std::min(search.row ? *search.row : header_rows_max, grid.row_count());
    for (std::uint32_t row = first; row < end; ++row) {
        HeaderRow candidate = weigh_row(grid, row, search);
        if (candidate.own < 2) continue;
        const auto better = std::pair(candidate.score, candidate.own) <=> std::pair(best.score, best.own);
        if (better > 0) {
            best = std::move(candidate);
            tie.reset();
        } else if (better == 0 && !same_heads(best, candidate)) {
            tie = row;
        }
    }
    const auto fail = [&best](Error error) { return std::unexpected(HeaderFailure{best.score, std::move(error)}); };
    if (best.score == 0) return fail(no_header_row(grid, search));
    if (tie) {
        return fail({ErrorKind::input, to_place(grid.origin(*tie, 0)),
                     "rij " + std::to_string(best.row + 1) + " en rij " + std::to_string(*tie + 1) +
                         " kunnen allebei de kopregel zijn",
                     "één kopregel", "verwijder de rij die geen kopregel is"});
    }
    auto header = match(grid, best.row, search, std::move(best.heads));
    if (!header) return fail(std::move(header).error());
    return std::move(*header);
}

}  // namespace begroot::exchange::detail
