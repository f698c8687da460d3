#include "exchange/inspection.hpp"

#include "exchange/budget_sheet.hpp"
#include "exchange/detail/account.hpp"
#include "exchange/detail/inspected_columns.hpp"
#include "exchange/detail/inspected_ledger.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/opened_sheet.hpp"
#include "exchange/detail/personal_data.hpp"
#include "exchange/detail/recognise.hpp"
#include "exchange/detail/sheet_choice.hpp"
#include "exchange/ledger_sheet.hpp"
#include "money/format.hpp"
#include "workbook/delimited.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace begroot::exchange {

namespace {

using detail::Candidate;

Place whole_file(const Inspection& inspection) { return {inspection.file, "", "", 0, 0}; }

/// Adds something that only the user can decide.
void ask(Inspection& inspection, Place place, std::string found, std::string expected, std::string action) {
    inspection.findings.push_back(
        {Severity::warning, "gevraagd", std::move(place), std::move(found), std::move(expected), std::move(action)});
}

std::string describe(const Candidate& candidate) {
    std::string text(candidate.profile->name);
    if (candidate.sheet != nullptr && !candidate.sheet->source->sheet.empty())
        text += " op blad " + candidate.sheet->source->sheet;
    return text;
}

Error nothing_recognised(const Inspection& inspection, const std::string& sheet) {
    const std::string row = std::to_string(detail::header_rows_max);
    return {ErrorKind::input, whole_file(inspection),
            (sheet.empty() ? std::string("geen blad") : "blad " + sheet) + (sheet.empty() ? " lijkt" : " lijkt niet") +
                " op een begroting, grootboekmutaties of saldi",
            "een kopregel in rij 1 tot en met " + row + " met bijvoorbeeld Rekening, Periode, Debet en Credit",
            "kies een profiel met --profiel (staat de kopregel lager, een profielbestand met bijvoorbeeld kopregel = " +
                std::to_string(detail::header_rows_max + 1) + "), of vraag het kantoor om de uitgebreide export"};
}

/// Takes the best reading; what fits as well and means something else is asked.
std::optional<Candidate> choose(const workbook::Workbook& workbook, Inspection& inspection) {
    const std::string& named = inspection.settings.sheet;
    if (!named.empty() && detail::find_sheet(workbook, named) == nullptr) {
        inspection.refusal = detail::unknown_sheet(workbook, named);
        return std::nullopt;
    }
    const detail::Recognition found = detail::recognise(workbook, inspection.settings.year.year, named);
    if (found.candidates.empty()) {
        inspection.refusal = nothing_recognised(inspection, named);
        return std::nullopt;
    }
    const Candidate& best = found.candidates.front();
    if (!found.rivals.empty()) {
        std::string others;
        for (const Candidate& rival : found.rivals) others += (others.empty() ? "" : ", ") + describe(rival);
        ask(inspection, whole_file(inspection), describe(best) + " past, en even goed: " + others,
            "één blad en profiel", "zeg in [[bron]] met blad en profiel welke gelezen moet worden");
    }
    if (best.profile->shape == Shape::budget && detail::says_actuals(best)) {
        ask(inspection, to_place(detail::SheetGrid(*best.sheet).origin(best.header_row, 0)),
            "de vorm is die van een begroting, maar de titel of de koppen zeggen realisatie of werkelijk",
            "begrote bedragen; werkelijke komen uit mutaties of saldi",
            "gebruik dit blad niet als begroting, tenzij de bedragen toch begroot zijn");
    }
    return best;
}

/// Fills in what the rows themselves prove and the settings leave open; says what was proposed.
void propose(Inspection& inspection, const Candidate& candidate) {
    SourceSettings& settings = inspection.settings;
    settings.profile = candidate.profile->name;
    if (settings.sheet.empty()) settings.sheet = candidate.sheet->source->sheet;
    if (candidate.headless && !settings.header_row) {
        settings.header_row = 0;
        for (auto& [meaning, letter] : detail::headless_columns(detail::SheetGrid(*candidate.sheet)))
            settings.columns.try_emplace(meaning, letter);
        ask(inspection, whole_file(inspection),
            "het blad heeft geen kopregel; de kolommen zijn gelezen naar hun plaats",
            "rekening, naam, eventueel kostenplaats, debet en credit", "controleer de kolommen hieronder");
    }
}

/// Takes the profile that the user named; a sheet without heads is shown as when it is recognised.
Candidate candidate_of(const workbook::Workbook& workbook, const Profile& profile, Inspection& inspection) {
    Candidate candidate{.profile = &profile};
    for (const workbook::Sheet& sheet : workbook.sheets) {
        const std::string& named = inspection.settings.sheet;
        if (named.empty() ? sheet.visibility != workbook::Visibility::visible
                          : detail::normalise(sheet.source->sheet) != detail::normalise(named))
            continue;
        if (!detail::reads_without_heads(inspection.settings, detail::SheetGrid(sheet))) continue;
        candidate.sheet = &sheet;
        candidate.headless = true;
        propose(inspection, candidate);
        break;
    }
    return candidate;
}

std::vector<std::string> account_codes(const detail::OpenedSheet& opened) {
    std::set<std::string> codes;
    const auto& column = opened.header.columns[detail::ledger_account];
    if (opened.header.account) {
        const workbook::Cell cell = workbook::Cell::of_text(0, 0, *opened.header.account);
        if (auto account = detail::read_account(&cell)) codes.insert(std::move(account->code));
    }
    if (!column) return {codes.begin(), codes.end()};
    for (const workbook::Cell& cell : opened.grid.sheet().cells) {
        if (cell.column() != column->column || cell.row() < opened.header.first_row) continue;
        if (auto account = detail::read_account(&cell)) codes.insert(std::move(account->code));
    }
    return {codes.begin(), codes.end()};
}

/// Proposes which accounts are baten and lasten when the export does not say.
void propose_account_kinds(Inspection& inspection, const detail::OpenedSheet& opened) {
    SourceSettings& settings = inspection.settings;
    if (opened.header.has(detail::ledger_type) || !settings.account_kinds.empty()) return;
    settings.account_kinds = propose_kinds(account_codes(opened));
    if (settings.account_kinds.empty()) return;
    std::string proposal;
    for (const AccountKind& kind : settings.account_kinds) {
        const char* side = kind.side == Side::income ? "baten" : kind.side == Side::expense ? "lasten" : "balans";
        proposal += (proposal.empty() ? "" : ", ") + kind.accounts + " " + side;
    }
    ask(inspection, to_place(opened.grid.origin(opened.header.row, 0)),
        "de export zegt niet welke rekeningen baten, lasten of balans zijn; voorgesteld: " + proposal,
        "uw eigen rekeningschema", "controleer rekeningsoort in het profiel");
}

void take_budget(const BudgetReading& reading, Inspection& inspection) {
    inspection.lines = reading.budget.lines.size();
    for (const BudgetControl& control : reading.budget.controls)
        inspection.totals.push_back({control.label, control.origin, control.printed, control.imported});
}

/// Reads the lines and keeps what came with them.
void read_lines(const workbook::Workbook& workbook, Shape shape, Inspection& inspection) {
    const auto take_report = [&inspection](ReadReport report) {
        inspection.skipped = std::move(report.skipped);
        inspection.findings.insert(inspection.findings.end(), report.findings.begin(), report.findings.end());
    };
    if (shape == Shape::ledger) {
        auto reading = read_ledger(workbook, inspection.settings);
        if (!reading) {
            inspection.refusal = std::move(reading).error();
            return;
        }
        detail::take_ledger(reading->ledger, inspection);
        take_report(std::move(reading->report));
    } else {
        auto reading = read_budget(workbook, inspection.settings);
        if (!reading) {
            inspection.refusal = std::move(reading).error();
            return;
        }
        take_budget(*reading, inspection);
        take_report(std::move(reading->report));
    }
}

void inspect_reference(const Candidate& candidate, Inspection& inspection) {
    const detail::SheetGrid grid(*candidate.sheet);
    detail::Header header{
        candidate.header_row, {}, detail::heads_of_row(grid, candidate.header_row), candidate.header_row + 1};
    inspection.refusal = detail::refuse_personal_data(grid, header);
    if (inspection.refusal) return;
    inspection.columns = detail::inspect_columns(grid, header, {}, nullptr);
    inspection.lines = grid.row_count() - std::min(grid.row_count(), header.first_row);
}

/// Shows the columns of a sheet that is refused, so that a person can name the right ones; never personal data.
void show_refused_columns(const Candidate& candidate, std::span<const detail::HeadRule> rules, Inspection& inspection) {
    const SourceSettings& settings = inspection.settings;
    if (candidate.sheet == nullptr ||
        detail::normalise(settings.sheet) != detail::normalise(candidate.sheet->source->sheet))
        return;
    const detail::SheetGrid grid(*candidate.sheet);
    const auto header = detail::find_header(grid, {rules, settings.columns, settings.year.year, settings.header_row});
    if (!header || detail::refuse_personal_data(grid, *header)) return;
    inspection.sheet = candidate.sheet->source->sheet;
    inspection.header_row = header->first_row == 0 ? 0 : header->row + 1;
    inspection.columns = detail::inspect_columns(grid, *header, rules, nullptr);
}

/// Reads the sheet as the settings say; `recognised` where the user named no sheet.
void inspect_lines(const workbook::Workbook& workbook, const Candidate& candidate, bool recognised,
                   Inspection& inspection) {
    const Shape shape = candidate.profile->shape;
    const std::span<const detail::HeadRule> rules =
        shape == Shape::ledger ? std::span<const detail::HeadRule>(detail::ledger_heads) : detail::budget_heads;
    const auto opened = detail::open_sheet(workbook, inspection.settings, shape, rules);
    if (!opened) {
        inspection.refusal = opened.error();
        show_refused_columns(candidate, rules, inspection);
        return;
    }
    inspection.sheet = opened->report.sheet;
    inspection.header_row = opened->header.first_row == 0 ? 0 : opened->header.row + 1;
    inspection.columns = detail::inspect_columns(opened->grid, opened->header, rules, &opened->amounts);
    if (recognised) {
        detail::report_hidden_twins(workbook, opened->grid.sheet(), opened->header,
                                    detail::search_of(inspection.settings, shape, rules), inspection.findings);
    }
    if (shape == Shape::ledger) propose_account_kinds(inspection, *opened);
    read_lines(workbook, shape, inspection);
}

/// Counts the years that a text names, alone or in a run: `Begroting 2026`, `2026-2030`, `01-01-2025`.
void count_years(std::string_view text, std::size_t weight, std::map<std::int32_t, std::size_t>& years) {
    for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
        const std::string_view digits = text.substr(at, 5);
        const bool starts = at == 0 || !detail::is_digit(text[at - 1]);
        const bool ends = digits.size() == 4 || (digits.size() == 5 && !detail::is_digit(digits[4]));
        if (!starts || !ends || !std::ranges::all_of(digits.substr(0, 4), detail::is_digit)) continue;
        years[2000 + (digits[2] - '0') * 10 + (digits[3] - '0')] += weight;
    }
}

/// Finds the year that the sheet's name and first rows name most often; the first of equals, 0 when they name none.
/// Looks at all visible sheets, or at the one that was named.
std::int32_t likely_year(const workbook::Workbook& workbook, const workbook::Sheet* named) {
    constexpr std::size_t name_weight = 4;
    std::map<std::int32_t, std::size_t> years;
    for (const workbook::Sheet& sheet : workbook.sheets) {
        if (named != nullptr ? &sheet != named : sheet.visibility != workbook::Visibility::visible) continue;
        count_years(sheet.source->sheet, name_weight, years);
        const detail::SheetGrid grid(sheet);
        for (std::uint32_t row = 0; row < std::min(detail::header_rows_max, grid.row_count()); ++row) {
            for (const workbook::Cell& cell : grid.row(row)) count_years(detail::shown_text(cell), 1, years);
        }
    }
    const auto likely = std::ranges::max_element(years, {}, [](const auto& entry) { return entry.second; });
    return likely == years.end() ? 0 : likely->first;
}

/// Says which year a budget with a column a year was read for, and that a balance names none.
void say_year(Inspection& inspection, bool chosen_here) {
    if (!inspection.periods.empty() && inspection.periods.front().period.year == 0) {
        ask(inspection, whole_file(inspection),
            "het bestand zegt niet bij welk boekjaar de bedragen horen; zij staan onder jaar 0",
            "het boekjaar van het model", "kies het boekjaar met --jaar");
    }
    if (inspection.profile != "meerjarenbegroting" || !chosen_here) return;
    ask(inspection, whole_file(inspection),
        "het bestand heeft kolommen voor meer jaren; gelezen is " + std::to_string(inspection.settings.year.year),
        "het boekjaar van het model", "kies een ander jaar met --jaar");
}

}  // namespace

Inspection inspect(const workbook::Workbook& workbook, SourceSettings given) {
    Inspection inspection;
    inspection.file = workbook.file;
    inspection.sha256 = workbook.sha256;
    inspection.format = workbook.text_format ? "tekst: " + workbook::to_text(*workbook.text_format) : "Excel-werkmap";
    inspection.settings = std::move(given);
    const bool chosen_here = inspection.settings.year.year == 0;
    const bool sheet_open = inspection.settings.sheet.empty();
    const std::string& named = inspection.settings.sheet;
    const workbook::Sheet* const named_sheet = named.empty() ? nullptr : detail::find_sheet(workbook, named);
    if (chosen_here) inspection.settings.year.year = likely_year(workbook, named_sheet);
    for (const workbook::Sheet& sheet : workbook.sheets)
        inspection.other_sheets.push_back(sheet.source->sheet +
                                          (sheet.visibility == workbook::Visibility::visible ? "" : " (verborgen)"));
    std::optional<Candidate> candidate;
    if (const Profile* profile = find_profile(inspection.settings.profile)) {
        candidate = candidate_of(workbook, *profile, inspection);
    } else {
        candidate = choose(workbook, inspection);
        if (!candidate) return inspection;
        propose(inspection, *candidate);
        inspection.certainty = std::to_string(candidate->matched) + " van " +
                               std::to_string(candidate->expected == 0 ? candidate->matched : candidate->expected) +
                               " koppen";
    }
    const Profile& profile = *candidate->profile;
    inspection.package = profile.package;
    inspection.view = profile.view;
    inspection.profile = profile.name;
    inspection.kind = source_word(profile.shape).value_or("naslag");
    if (profile.shape == Shape::reference) {
        inspection.sheet = inspection.settings.sheet;
        inspection.header_row = candidate->header_row + 1;
        inspect_reference(*candidate, inspection);
    } else {
        // a sheet that stands in the settings for the first time is one that was recognised
        inspect_lines(workbook, *candidate, sheet_open && !inspection.settings.sheet.empty(), inspection);
    }
    say_year(inspection, chosen_here);
    std::erase(inspection.other_sheets, inspection.sheet);
    std::ranges::stable_sort(inspection.findings, {}, &Finding::severity);
    return inspection;
}

}  // namespace begroot::exchange
