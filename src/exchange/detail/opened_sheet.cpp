#include "exchange/detail/opened_sheet.hpp"

#include "exchange/detail/account.hpp"
#include "exchange/detail/amount_unit.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/personal_data.hpp"
#include "exchange/detail/sheet_choice.hpp"
#include "exchange/detail/sheet_report.hpp"
#include "exchange/detail/shifted_rows.hpp"
#include "exchange/detail/variance_columns.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;

std::optional<Error> unknown_meaning(const SourceSettings& settings, std::span<const HeadRule> rules,
                                     const std::string& file) {
    for (const auto& [meaning, head] : settings.columns) {
        if (std::ranges::find(rules, meaning, &HeadRule::meaning) != rules.end()) continue;
        std::string known;
        for (const HeadRule& rule : rules) known += (known.empty() ? "" : ", ") + std::string(rule.meaning);
        return Error{ErrorKind::input,
                     {file, "", "", 0, 0},
                     "het model noemt een kolom voor \"" + meaning + "\"",
                     "een van " + known,
                     "verbeter de naam onder kolommen in het model"};
    }
    return std::nullopt;
}

/// Says what is done with columns of a school year; a ledger has no columns of years.
SchoolYears school_years_of(const SourceSettings& settings, Shape shape) {
    if (shape != Shape::budget || settings.school_years == false) return SchoolYears::unasked;
    return settings.school_years ? SchoolYears::split : SchoolYears::apart;
}

/// The columns of variances in a sheet: those that the user asked for, and the others.
struct SheetVariances {
    std::vector<VarianceColumn> asked;
    std::vector<VarianceColumn> unread;
};

/// Sorts the columns of variances. Refuses one that the heads alone would make an amount: it is a difference.
Result<SheetVariances> sort_variances(const SheetGrid& grid, const Header& header, std::span<const HeadRule> rules,
                                      const SourceSettings& settings) {
    SheetVariances sorted;
    for (const VarianceColumn& variance : find_variances(grid, header)) {
        bool read = false;
        for (std::size_t m = 0; m < rules.size(); ++m) {
            if (!rules[m].amount || !header.columns[m] || header.columns[m]->column != variance.column) continue;
            read = true;
            if (settings.columns.contains(std::string(rules[m].meaning))) continue;
            return failure({ErrorKind::input, to_place(grid.origin(header.row, variance.column)),
                            "\"" + header.columns[m]->head +
                                "\" heeft bedragen met V (voordelig) of N (nadelig) en is " + "dus een verschil",
                            "een kolom met bedragen voor " + std::string(rules[m].meaning),
                            "noem in het model onder kolommen de goede kolom, of deze als u haar bedoelt: " +
                                std::string(rules[m].meaning) + " = \"" + header.columns[m]->head + "\""});
        }
        (read ? sorted.asked : sorted.unread).push_back(variance);
    }
    return sorted;
}

/// Tells whether most account cells, or the heads above their rows, carry the names of the accounts themselves:
/// `4010 - Salariskosten directie`.
bool names_stand_by_codes(const SheetGrid& grid, const Header& header) {
    constexpr std::size_t cells_looked_at = 200;
    std::size_t cells = 0;
    std::map<std::string, bool> accounts;  // whether any cell names it
    for (const auto row : grid.sheet().cells.rows(header.first_row)) {
        const auto cell = std::ranges::find(row, header.columns[ledger_account]->column, &Cell::column);
        const auto account = cell == row.end() ? std::nullopt : read_account(&*cell);
        if (!account) continue;
        accounts[account->code] |= !account->name.empty();
        if (++cells == cells_looked_at) break;
    }
    const auto named = std::ranges::count_if(accounts, [](const auto& account) { return account.second; });
    return static_cast<std::size_t>(named) * 2 > accounts.size();
}

/// Gives one Omschrijving beside accounts that carry their own name to the bookings, and tells of a card.
void finish_ledger_header(const SheetGrid& grid, const SourceSettings& settings, Header& header, Findings& findings) {
    auto& name = header.columns[ledger_account_name];
    auto& description = header.columns[ledger_description];
    const bool open = name && !description && !settings.columns.contains("rekeningnaam");
    if (open && header.has(ledger_account) && normalise(name->head) == "omschrijving" &&
        names_stand_by_codes(grid, header))
        std::swap(name, description);
    if (!header.account) return;
    findings.push_back({Severity::notice, "kaart_van_een_rekening", to_place(grid.origin(header.row, 0)),
                        "de rijen hebben geen rekening; alle boekingen tellen op rekening " + *header.account, "", ""});
}

void report_unread_variances(const SheetGrid& grid, const Header& header, const std::vector<VarianceColumn>& variances,
                             Findings& findings) {
    for (const VarianceColumn& variance : variances) {
        const auto head = std::ranges::find(header.heads, variance.column, &Head::column);
        const std::string shown = head == header.heads.end() ? "" : "\"" + head->shown + "\" ";
        findings.push_back({Severity::notice, "verschil_niet_gelezen",
                            to_place(grid.origin(header.row, variance.column)),
                            shown + "(" + column_name(variance.column) +
                                ") heeft bedragen met V of N, een verschil, en is niet gelezen",
                            "", ""});
    }
}

}  // namespace

HeadSearch search_of(const SourceSettings& settings, Shape shape, std::span<const HeadRule> rules) {
    return {rules, settings.columns, settings.year.year, settings.header_row, school_years_of(settings, shape)};
}

Result<OpenedSheet> open_sheet(const workbook::Workbook& workbook, const SourceSettings& settings, Shape shape,
                               std::span<const HeadRule> rules) {
    const Profile* profile = find_profile(settings.profile);
    if (profile == nullptr || profile->shape != shape) {
        return failure({ErrorKind::input,
                        {workbook.file, "", "", 0, 0},
                        "profiel \"" + settings.profile + "\" past hier niet",
                        profile_names(shape),
                        "verbeter het profiel in het model"});
    }
    if (auto error = unknown_meaning(settings, rules, workbook.file)) return failure(std::move(*error));
    const HeadSearch search = search_of(settings, shape, rules);
    auto chosen = choose_sheet(workbook, settings, search);
    if (!chosen) return failure(std::move(chosen).error());
    const SheetGrid grid(*chosen->sheet);
    if (auto error = refuse_personal_data(grid, chosen->header)) return failure(std::move(*error));
    ReadReport report{chosen->sheet->source->sheet, chosen->header.row, {}, {}, {}};
    if (settings.sheet.empty()) report_hidden_twins(workbook, *chosen->sheet, chosen->header, search, report.findings);
    if (shape == Shape::ledger) finish_ledger_header(grid, settings, chosen->header, report.findings);
    Header header = std::move(chosen->header);
    report_hidden(grid, header, report.findings);
    std::vector<std::uint32_t> wanted_columns;
    std::vector<SideColumn> sides;
    for (std::size_t m = 0; m < rules.size(); ++m) {
        if (!header.columns[m]) continue;
        report.columns.emplace(rules[m].meaning, header.columns[m]->head);
        if (!rules[m].amount) continue;
        wanted_columns.push_back(header.columns[m]->column);
        const bool credit = rules[m].meaning.ends_with("credit");
        if (credit || rules[m].meaning.ends_with("debet")) sides.push_back({wanted_columns.back(), credit});
    }
    if (auto error = refuse_shifted_rows(workbook, grid, header, sides)) return failure(std::move(*error));
    const auto unit = decide_unit(grid, header, wanted_columns, settings.unit, report.findings);
    if (!unit) return failure(unit.error());
    const auto variances = sort_variances(grid, header, rules, settings);
    if (!variances) return failure(variances.error());
    AmountReader amounts(grid,
                         {header.first_row, wanted_columns, settings.decimal_mark, *unit, variances->asked, sides},
                         report.findings);
    for (const VarianceColumn& variance : variances->asked)
        report_variance(grid, variance, amounts, header, report.findings);
    report_unread_variances(grid, header, variances->unread, report.findings);
    OpenedSheet opened{grid, std::move(header), std::move(amounts), std::move(report), 0, {}};
    report_unused(opened);
    return opened;
}

Error no_rows(const OpenedSheet& opened, std::string found) {
    return {ErrorKind::input, to_place(opened.grid.origin(opened.header.row, 0)),
            std::move(found) + " onder deze kopregel", "rijen met een rekening en een bedrag",
            "controleer of het goede blad is gekozen"};
}

bool repeats_header(const OpenedSheet& opened, std::uint32_t row) {
    std::size_t same = 0;
    std::size_t known = 0;
    for (const auto& column : opened.header.columns) {
        if (!column) continue;
        ++known;
        const Cell* cell = opened.grid.find(row, column->column);
        if (cell != nullptr && normalise(shown_text(*cell)) == normalise(column->head)) ++same;
    }
    return same >= 2 && same * 2 >= known;
}

}  // namespace begroot::exchange::detail
