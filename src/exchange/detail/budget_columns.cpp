#include "exchange/detail/budget_columns.hpp"

#include "exchange/detail/head_match.hpp"
#include "exchange/detail/head_years.hpp"
#include "exchange/detail/month_heads.hpp"
#include "period/phasing.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::exchange::detail {

namespace {

constexpr const char* name_the_column = "noem de kolom in het model onder kolommen";

bool is_read(const Header& header, const Head& head) {
    return std::ranges::any_of(header.columns,
                               [&head](const auto& column) { return column && column->column == head.column; });
}

/// Tells of every column whether an amount stands below its head.
std::vector<bool> amounts_below(const OpenedSheet& opened) {
    std::vector<bool> amounts(opened.grid.column_count(), false);
    for (const workbook::Cell& cell : opened.grid.sheet().cells) {
        if (cell.row() < opened.header.first_row || amounts[cell.column()]) continue;
        amounts[cell.column()] = may_be_amount(cell) || cell.kind() == workbook::CellKind::not_computed;
    }
    return amounts;
}

template <typename List, typename Value>
bool is_one_of(const List& list, const Value& value) {
    return std::ranges::find(list, value) != std::ranges::end(list);
}

/// Gives the calendar years that a head names, or else the head above it.
std::vector<std::int32_t> years_of(const Head& head) {
    std::vector<std::int32_t> years = years_in(head.key);
    return years.empty() ? years_in(head.upper_key) : years;
}

bool names_year(const Head& head, std::int32_t year) {
    return !head.school_year && (is_one_of(years_in(head.key), year) || is_one_of(years_in(head.upper_key), year));
}

/// Tells whether a head would be the year's amount, or a month's, if another year than the book year were read.
bool fits_other_year(const Header& header, const Head& head, std::int32_t book_year) {
    return std::ranges::any_of(years_of(head), [&](std::int32_t year) {
        if (year == book_year) return false;
        const HeadSearch search{budget_heads, {}, year, std::nullopt, SchoolYears::apart};
        const HeadMatch match{search, header.heads, {}, std::nullopt};
        return std::ranges::any_of(budget_heads,
                                   [&](const HeadRule& rule) { return rule.amount && match.rank(rule, head); });
    });
}

/// The columns with amounts that are not read, by the year their heads name.
struct UnreadYears {
    std::vector<const Head*> school;
    std::vector<const Head*> other;  ///< calendar years
};

UnreadYears unread_years(const OpenedSheet& opened, std::int32_t book_year) {
    UnreadYears unread;
    const std::vector<bool> amounts = amounts_below(opened);
    for (const Head& head : opened.header.heads) {
        if (!amounts[head.column] || is_read(opened.header, head)) continue;
        if (head.school_year) {
            unread.school.push_back(&head);
            continue;
        }
        const std::vector<std::int32_t> years = years_of(head);
        const bool other = !years.empty() && !is_one_of(years, book_year);
        if (other) unread.other.push_back(&head);
    }
    return unread;
}

/// Lists heads with the letters of their columns; a word above that says the year is shown before the head.
std::string named(const std::vector<const Head*>& heads) {
    constexpr std::size_t shown_max = 12;
    std::string text;
    for (std::size_t i = 0; i < heads.size() && i < shown_max; ++i)
        text += (i == 0 ? "\"" : ", \"") + heads[i]->shown + "\" (" + column_name(heads[i]->column) + ")";
    return heads.size() > shown_max ? text + " …" : text;
}

const Head* head_of(const Header& header, unsigned meaning) {
    if (!header.has(meaning)) return nullptr;
    const auto found = std::ranges::find(header.heads, header.columns[meaning]->column, &Head::column);
    return found == header.heads.end() ? nullptr : &*found;
}

bool named_by_user(const SourceSettings& settings, unsigned meaning) {
    return settings.columns.contains(std::string(budget_heads[meaning].meaning));
}

/// Tells whether the model or a head says that a column is of the book year.
bool says_book_year(const OpenedSheet& opened, const SourceSettings& settings, unsigned meaning) {
    if (named_by_user(settings, meaning)) return true;
    const Head* head = head_of(opened.header, meaning);
    return head != nullptr && names_year(*head, settings.year.year);
}

/// Gives the column by which the year of the amounts is told: the first month, or else the year.
unsigned telling_column(const Header& header) {
    unsigned column = budget_month;
    while (column < budget_year && !header.has(column)) ++column;
    return column;
}

/// Tells whether the months are the part of a school year that lies in the book year, each under a head that says so.
bool is_part_of_school_year(const Header& header, std::int32_t year) {
    constexpr unsigned august = budget_month + months_before_august;
    const bool begins_in_august = header.has(august);
    for (unsigned m = budget_month; m < budget_year; ++m) {
        if (header.has(m) != ((m >= august) == begins_in_august)) return false;
        const Head* head = head_of(header, m);
        if (header.has(m) && (head == nullptr || !names_year(*head, year))) return false;
    }
    return true;
}

/// Tells whether columns of months are left unread: they are of another calendar year.
bool has_other_months(const UnreadYears& unread) {
    return std::ranges::any_of(unread.other, [](const Head* head) { return read_month_head(head->shown).has_value(); });
}

std::string needed_school_years(std::int32_t year) {
    return "7/12 van " + school_year_name(year - 1) + " (januari t/m juli) en 5/12 van " + school_year_name(year) +
           " (augustus t/m december)";
}

/// Asks what to do with school years. `what` is what was found.
Error ask_school_years(const OpenedSheet& opened, std::int32_t year, std::uint32_t column, std::string what) {
    return {ErrorKind::input, to_place(opened.grid.origin(opened.header.row, column)), std::move(what),
            "een kolom van kalenderjaar " + std::to_string(year) + ", of wat er met het schooljaar gebeurt",
            "schrijf in [[bron]] schooljaar = true voor " + needed_school_years(year) +
                ", of schooljaar = false als de bedragen van het kalenderjaar zijn"};
}

/// Tells whether the months run from August to July.
bool starts_in_august(const Header& header) {
    constexpr unsigned august = budget_month + months_before_august;
    return header.has(budget_month) && header.has(august) &&
           header.columns[august]->column < header.columns[budget_month]->column;
}

std::optional<Error> refuse_school_years(const OpenedSheet& opened, const SourceSettings& settings,
                                         const UnreadYears& unread) {
    const Header& header = opened.header;
    const std::int32_t year = settings.year.year;
    if (const Head* head = head_of(header, budget_year); head != nullptr && head->school_year) {
        return ask_school_years(opened, year, head->column,
                                "kolom totaal is \"" + head->shown + "\", een schooljaar van augustus tot en met juli");
    }
    if (says_book_year(opened, settings, telling_column(header))) return std::nullopt;
    if (!unread.school.empty()) {
        return ask_school_years(opened, year, unread.school.front()->column,
                                named(unread.school) +
                                    (unread.school.size() == 1 ? " is een schooljaar" : " zijn schooljaren") +
                                    ", van augustus tot en met juli");
    }
    if (!starts_in_august(header)) return std::nullopt;
    return ask_school_years(opened, year, header.columns[budget_month + months_before_august]->column,
                            "de maanden beginnen bij augustus, als in een schooljaar, en noemen hun jaar niet");
}

/// Refuses columns that the model names and that do not go with what it says of school years.
std::optional<Error> refuse_named_columns(const OpenedSheet& opened, const SourceSettings& settings) {
    const bool split = settings.school_years == true;
    for (unsigned m = budget_month; m < budget_columns; ++m) {
        const bool of_school_year = budget_heads[m].school_year_begins.has_value();
        if (of_school_year == split || !opened.header.has(m)) continue;
        return Error{ErrorKind::input,
                     to_place(opened.grid.origin(opened.header.row, opened.header.columns[m]->column)),
                     "het model noemt onder kolommen " + std::string(budget_heads[m].meaning) +
                         (split ? ", en zegt ook schooljaar = true" : ", en zegt niet schooljaar = true"),
                     split ? "bij schooljaar = true alleen schooljaar_tot_juli en schooljaar_vanaf_augustus"
                           : "schooljaar = true bij kolommen van schooljaren",
                     "haal " + std::string(budget_heads[m].meaning) + " weg of verander schooljaar"};
    }
    return std::nullopt;
}

std::optional<Error> refuse_missing_school_year(const OpenedSheet& opened, const SourceSettings& settings,
                                                const UnreadYears& unread) {
    const std::int32_t year = settings.year.year;
    for (const auto& [meaning, begins] : {std::pair<unsigned, std::int32_t>{budget_school_january_july, year - 1},
                                          {budget_school_august_december, year}}) {
        if (opened.header.has(meaning)) continue;
        return Error{ErrorKind::input,
                     to_place(opened.grid.origin(opened.header.row, opened.header.columns[budget_account]->column)),
                     "geen kolom voor schooljaar " + school_year_name(begins) +
                         (unread.school.empty() ? "" : "; gevonden: " + named(unread.school)),
                     needed_school_years(year),
                     "noem de kolom in het model onder kolommen: " + std::string(budget_heads[meaning].meaning) +
                         " = \"" + school_year_name(begins) + "\""};
    }
    return std::nullopt;
}

/// Refuses a column Totaal beside columns of other years: it may be the sum over the years.
std::optional<Error> refuse_total_over_years(const OpenedSheet& opened, const SourceSettings& settings,
                                             const UnreadYears& unread) {
    constexpr std::array<std::string_view, 2> sums{"totaal", "total"};
    const Head* head = head_of(opened.header, budget_year);
    if (head == nullptr || !is_one_of(sums, head->key) || says_book_year(opened, settings, budget_year))
        return std::nullopt;
    const auto years = std::ranges::count_if(
        unread.other, [&](const Head* other) { return fits_other_year(opened.header, *other, settings.year.year); });
    if (years < 2) return std::nullopt;
    return Error{ErrorKind::input, to_place(opened.grid.origin(opened.header.row, head->column)),
                 "\"" + head->shown + "\" staat naast " + named(unread.other) + " en kan de som van die jaren zijn",
                 "een kolom van " + std::to_string(settings.year.year), name_the_column};
}

/// Warns of a title that names a school year above amounts that do not name their year.
void warn_of_title(OpenedSheet& opened, const SourceSettings& settings) {
    if (settings.school_years || says_book_year(opened, settings, telling_column(opened.header))) return;
    for (std::uint32_t row = 0; row < opened.header.row; ++row) {
        for (const workbook::Cell& cell : opened.grid.row(row)) {
            if (cell.kind() != workbook::CellKind::text) continue;
            const auto named = find_school_year(cell.text());
            if (!named || named->begins == 0) continue;
            opened.report.findings.push_back(
                {Severity::warning, "schooljaar_in_titel", to_place(opened.grid.origin(cell)),
                 "de titel noemt schooljaar " + school_year_name(named->begins) + "; de bedragen zijn gelezen als " +
                     "kalenderjaar " + std::to_string(settings.year.year),
                 "bedragen van een kalenderjaar",
                 "zet schooljaar = false in [[bron]] als dat klopt, en vraag anders een begroting per kalenderjaar"});
            return;
        }
    }
}

}  // namespace

std::optional<Error> refuse_amount_columns(const OpenedSheet& opened, const SourceSettings& settings) {
    const Header& header = opened.header;
    const UnreadYears unread = unread_years(opened, settings.year.year);
    if (auto error = refuse_named_columns(opened, settings)) return error;
    if (settings.school_years == true) return refuse_missing_school_year(opened, settings, unread);
    if (!settings.school_years) {
        if (auto error = refuse_school_years(opened, settings, unread)) return error;
    }
    std::string missing;
    std::size_t months = 0;
    for (unsigned m = budget_month; m < budget_year; ++m) {
        if (header.has(m))
            ++months;
        else
            missing += (missing.empty() ? "" : ", ") + std::string(budget_heads[m].meaning);
    }
    const Place place = to_place(opened.grid.origin(header.row, header.columns[budget_account]->column));
    if (months > 0 && months < 12 && !is_part_of_school_year(header, settings.year.year))
        return Error{ErrorKind::input, place, "geen kolom voor " + missing, "twaalf maanden", name_the_column};
    if (months > 0) return std::nullopt;
    if (header.has(budget_year)) return refuse_total_over_years(opened, settings, unread);
    const std::string year = std::to_string(settings.year.year);
    if (!unread.other.empty())
        return Error{ErrorKind::input, place, "geen kolom van " + year + "; gevonden: " + named(unread.other),
                     "een kolom met de kop " + year + " of Begroting " + year, name_the_column};
    return Error{ErrorKind::input, place, "geen kolom met bedragen", "twaalf maanden, of een kolom Totaal",
                 name_the_column};
}

void leave_total_of_school_year(OpenedSheet& opened, const SourceSettings& settings) {
    Header& header = opened.header;
    const unsigned first = telling_column(header);
    if (first == budget_year || !has_other_months(unread_years(opened, settings.year.year))) return;
    std::string found = "van " + std::to_string(settings.year.year) +
                        " zijn de maanden gelezen die in dit blad staan, van \"" + header.columns[first]->head +
                        "\" (" + column_name(header.columns[first]->column) + ") af";
    if (header.has(budget_year) && !says_book_year(opened, settings, budget_year)) {
        found += "; \"" + header.columns[budget_year]->head + "\" (" +
                 column_name(header.columns[budget_year]->column) + ") telt ook andere maanden en is niet gelezen";
        header.columns[budget_year].reset();
    }
    opened.report.findings.push_back({Severity::notice, "maanden_over_twee_jaren",
                                      to_place(opened.grid.origin(header.row, header.columns[first]->column)),
                                      std::move(found), "", ""});
}

std::array<bool, 12> months_read(const Header& header) {
    std::array<bool, 12> months{};
    const bool any = telling_column(header) != budget_year;
    for (std::size_t i = 0; i < months.size(); ++i)
        months[i] = !any || header.has(budget_month + static_cast<unsigned>(i));
    return months;
}

void report_years(OpenedSheet& opened, const SourceSettings& settings) {
    warn_of_title(opened, settings);
    const UnreadYears unread = unread_years(opened, settings.year.year);
    const auto add = [&opened](const char* kind, std::uint32_t column, std::string found) {
        opened.report.findings.push_back({Severity::notice, kind,
                                          to_place(opened.grid.origin(opened.header.row, column)), std::move(found), "",
                                          ""});
    };
    if (opened.header.has(budget_school_january_july)) {
        const HeadColumn& first = *opened.header.columns[budget_school_january_july];
        const HeadColumn& second = *opened.header.columns[budget_school_august_december];
        add("schooljaar_verdeeld", first.column,
            "elk bedrag van " + std::to_string(settings.year.year) + " is 7/12 van \"" + first.head + "\" (" +
                column_name(first.column) + ", januari t/m juli) plus 5/12 van \"" + second.head + "\" (" +
                column_name(second.column) + ", augustus t/m december)");
    }
    std::vector<const Head*> all = unread.other;
    all.insert(all.end(), unread.school.begin(), unread.school.end());
    if (all.empty()) return;
    std::ranges::sort(all, {}, &Head::column);
    add("andere_jaren", all.front()->column,
        "niet gelezen, want van een ander jaar dan " + std::to_string(settings.year.year) + ": " + named(all));
}

}  // namespace begroot::exchange::detail
