#include "exchange/detail/sheet_choice.hpp"

#include "exchange/detail/account.hpp"
#include "exchange/detail/account_card.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/recognise.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::exchange::detail {

namespace {

using workbook::Sheet;
using workbook::Visibility;

std::string sheet_names(const workbook::Workbook& workbook) {
    std::string names;
    for (const Sheet& sheet : workbook.sheets) names += (names.empty() ? "" : ", ") + sheet.source->sheet;
    return names;
}

Error no_sheet(const workbook::Workbook& workbook, std::string found) {
    return {ErrorKind::input,
            {workbook.file, "", "", 0, 0},
            std::move(found),
            "een van de bladen " + sheet_names(workbook),
            "noem in het model het blad dat gelezen moet worden"};
}

Error no_header(const workbook::Workbook& workbook) {
    const std::string rows = std::to_string(header_rows_max);
    const std::string lower =
        "; staan de koppen lager, zeg dan in welke rij, bijvoorbeeld kopregel = " + std::to_string(header_rows_max + 1);
    if (!workbook.text_format) {
        Error error = no_sheet(workbook, "geen zichtbaar blad heeft een kopregel in rij 1 tot en met " + rows);
        error.action += lower;
        return error;
    }
    return {ErrorKind::input,
            {workbook.file, "", "", 0, 0},
            "geen van de eerste " + rows + " rijen is een kopregel voor dit profiel",
            "een rij met koppen die het profiel kent",
            "kies een ander profiel, of noem de koppen onder kolommen" + lower};
}

/// Tells whether there is a row with an account and anything in a column of amounts.
bool has_lines(const SheetGrid& grid, const Header& header, std::span<const HeadRule> rules) {
    std::vector<bool> amounts(grid.column_count(), false);
    std::optional<std::uint32_t> account;
    for (std::size_t m = 0; m < rules.size(); ++m) {
        if (!header.columns[m]) continue;
        if (rules[m].meaning == "rekening") account = header.columns[m]->column;
        if (rules[m].amount) amounts[header.columns[m]->column] = true;
    }
    if (!account && !header.account) return false;
    for (const auto row : grid.sheet().cells.rows(header.first_row)) {
        const auto here = std::ranges::find(row, account.value_or(0), &workbook::Cell::column);
        if (account && (here == row.end() || !read_account(&*here))) continue;
        const auto is_filled = [&](const workbook::Cell& cell) { return amounts[cell.column()] && !is_blank(cell); };
        if (std::ranges::any_of(row, is_filled)) return true;
    }
    return false;
}

/// Tells whether a sheet has whatever the one that is read takes its figures from: accounts, amounts and periods.
bool fits_as_well(const Header& other, const Header& chosen, std::span<const HeadRule> rules) {
    constexpr std::array<std::string_view, 5> needed{"rekening", "jaar", "periode", "jaar_periode", "datum"};
    for (std::size_t m = 0; m < rules.size(); ++m) {
        const bool counts = rules[m].amount || std::ranges::find(needed, rules[m].meaning) != needed.end();
        if (counts && chosen.columns[m] && !other.columns[m]) return false;
    }
    return true;
}

/// Looks for the header of a sheet; an export that is known to have no heads is read by its places.
std::expected<Header, HeaderFailure> header_of(const Sheet& sheet, const SourceSettings& settings,
                                               const HeadSearch& search) {
    const SheetGrid grid(sheet);
    if (!reads_without_heads(settings, grid)) return find_header_or_card(grid, settings, search);
    HeadSearch by_place = search;
    by_place.row = 0;
    for (auto& [meaning, letter] : headless_columns(grid)) by_place.overrides.try_emplace(meaning, letter);
    return find_header(grid, by_place);
}

Error several_fit(const workbook::Workbook& workbook, const ChosenSheet& chosen, const std::string& others) {
    const std::string& name = chosen.sheet->source->sheet;
    return {ErrorKind::input,
            {workbook.file, "", "", 0, 0},
            "blad " + name + " past, en even goed: " + others,
            "één blad",
            "zeg in [[bron]] welk blad gelezen wordt, bijvoorbeeld blad = \"" + name +
                "\"; tellen er meer, geef elk blad dan zijn eigen [[bron]]"};
}

}  // namespace

const Sheet* find_sheet(const workbook::Workbook& workbook, const std::string& name) {
    const std::string key = normalise(name);
    const auto found = std::ranges::find_if(
        workbook.sheets, [&key](const Sheet& sheet) { return normalise(sheet.source->sheet) == key; });
    return found == workbook.sheets.end() ? nullptr : &*found;
}

Error unknown_sheet(const workbook::Workbook& workbook, const std::string& name) {
    if (!workbook.text_format) return no_sheet(workbook, "blad \"" + name + "\" bestaat niet");
    return {ErrorKind::input,
            {workbook.file, "", "", 0, 0},
            "een tekstbestand heeft geen bladen, dus ook geen \"" + name + "\"",
            "geen naam van een blad",
            "laat blad weg"};
}

Result<ChosenSheet> choose_sheet(const workbook::Workbook& workbook, const SourceSettings& settings,
                                 const HeadSearch& search) {
    if (!settings.sheet.empty()) {
        const Sheet* named = find_sheet(workbook, settings.sheet);
        if (named == nullptr) return failure(unknown_sheet(workbook, settings.sheet));
        auto header = header_of(*named, settings, search);
        if (!header) return failure(std::move(header).error().error);
        return ChosenSheet{named, std::move(*header)};
    }
    HeaderFailure closest{0, no_header(workbook)};
    std::vector<ChosenSheet> fitting;
    for (const Sheet& sheet : workbook.sheets) {
        if (sheet.visibility != Visibility::visible) continue;
        auto header = header_of(sheet, settings, search);
        if (header)
            fitting.push_back({&sheet, std::move(*header)});
        else if (header.error().recognised > closest.recognised || search.row)
            closest = std::move(header).error();
    }
    if (fitting.empty()) return failure(std::move(closest.error));
    if (fitting.size() == 1) return std::move(fitting.front());
    const auto usable = [&search](const ChosenSheet& one) {
        return has_lines(SheetGrid(*one.sheet), one.header, search.rules);
    };
    const auto rest = std::ranges::stable_partition(fitting, usable);
    std::string others;
    for (auto other = fitting.begin() + 1; other < rest.begin(); ++other) {
        if (fits_as_well(other->header, fitting.front().header, search.rules))
            others += (others.empty() ? "" : ", ") + other->sheet->source->sheet;
    }
    if (!others.empty()) return failure(several_fit(workbook, fitting.front(), others));
    return std::move(fitting.front());
}

void report_hidden_twins(const workbook::Workbook& workbook, const Sheet& chosen, const Header& header,
                         const HeadSearch& search, Findings& findings) {
    for (const Sheet& sheet : workbook.sheets) {
        if (sheet.visibility == Visibility::visible || &sheet == &chosen) continue;
        const SheetGrid grid(sheet);
        const auto other = find_header(grid, search);
        if (!other || !fits_as_well(*other, header, search.rules) || !has_lines(grid, *other, search.rules)) continue;
        findings.push_back(
            {Severity::warning,
             "verborgen_blad_past_ook",
             {workbook.file, sheet.source->sheet, "", 0, 0},
             "het blad is verborgen en niet gelezen, maar heeft dezelfde koppen als blad " + chosen.source->sheet,
             "één blad met deze koppen",
             "verwijder het, of zeg in [[bron]] met blad welk blad gelezen wordt"});
    }
}

}  // namespace begroot::exchange::detail
