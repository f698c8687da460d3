#include "exchange/detail/opened_sheet.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;
using workbook::Sheet;

std::string sheet_names(const workbook::Workbook& workbook) {
    std::string names;
    for (const Sheet& sheet : workbook.sheets) names += (names.empty() ? "" : ", ") + sheet.source->sheet;
    return names;
}

Error no_sheet(const workbook::Workbook& workbook, std::string found) {
    return {ErrorKind::input, {workbook.file, "", "", 0, 0}, std::move(found), "een van de bladen " + sheet_names(workbook),
            "noem in het model het blad dat gelezen moet worden"};
}

/// Chooses the sheet that the model names, or the first visible one with a header.
Result<std::pair<const Sheet*, Header>> choose(const workbook::Workbook& workbook, const std::string& name, const HeadSearch& search) {
    HeaderFailure closest{0, no_sheet(workbook, "geen zichtbaar blad heeft een kopregel")};
    bool known = false;
    for (const Sheet& sheet : workbook.sheets) {
        if (name.empty() ? sheet.hidden : normalise(sheet.source->sheet) != normalise(name)) continue;
        known = true;
        auto header = find_header(SheetGrid(sheet), search);
        if (header) return std::pair(&sheet, std::move(*header));
        if (!name.empty() || header.error().recognised > closest.recognised) closest = std::move(header).error();
    }
    if (!name.empty() && !known) return failure(no_sheet(workbook, "blad \"" + name + "\" bestaat niet"));
    return failure(std::move(closest.error));
}

std::optional<Error> refuse_personal_data(const SheetGrid& grid, const Header& header) {
    for (const Head& head : header.heads) {
        if (std::ranges::find(personal_heads, head.key) == personal_heads.end()) continue;
        return Error{ErrorKind::input, to_place(grid.origin(header.row, head.column)), "kolom \"" + head.shown + "\" bevat persoonsgegevens",
                     "een export zonder gegevens van leerlingen", "verwijder de kolom en lever het bestand opnieuw aan"};
    }
    return std::nullopt;
}

std::string numbers(const std::vector<std::uint32_t>& rows) {
    constexpr std::size_t shown_max = 20;
    std::string text;
    for (std::size_t i = 0; i < rows.size() && i < shown_max; ++i) text += (i == 0 ? "" : ", ") + std::to_string(rows[i] + 1);
    return rows.size() > shown_max ? text + " …" : text;
}

void report_hidden(const SheetGrid& grid, const Header& header, Findings& findings) {
    const Sheet& sheet = grid.sheet();
    Place place = to_place(grid.origin(0, 0));
    place.cell.clear();
    const auto add = [&](const char* kind, std::string found) {
        findings.push_back({Severity::notice, kind, place, std::move(found), "", "controleer of dit mee moet tellen"});
    };
    if (sheet.hidden) add("verborgen_blad", "het blad is verborgen en wel gelezen");
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : sheet.hidden_rows) {
        if (!grid.row(row).empty()) rows.push_back(row);
    }
    if (!rows.empty()) add("verborgen_rijen", (rows.size() == 1 ? "rij " : "rijen ") + numbers(rows) + (rows.size() == 1 ? " is" : " zijn") + " verborgen en wel gelezen");
    for (const std::uint32_t column : sheet.hidden_columns) {
        const auto reads = [column](const auto& head) { return head && head->column == column; };
        const bool read = std::ranges::any_of(header.columns, reads);
        if (read) add("verborgen_kolom", "kolom " + column_name(column) + " is verborgen en wel gelezen");
    }
}

/// Reports title rows, the header itself, and columns that mean nothing to the profile.
void report_unused(OpenedSheet& opened) {
    const SheetGrid& grid = opened.grid;
    const Header& header = opened.header;
    const bool two_rows = std::ranges::any_of(header.heads, [](const Head& head) { return !head.upper_key.empty() || !head.own; });
    for (std::uint32_t row = 0; row <= header.row; ++row) {
        const bool is_head = row == header.row || (two_rows && row + 1 == header.row);
        if (!grid.row(row).empty()) skip_row(opened, row, is_head ? "kop" : "titel");
    }
    std::vector<bool> seen(grid.column_count(), false);
    for (const auto& column : header.columns) {
        if (column) seen[column->column] = true;
    }
    for (const Head& head : header.heads) {
        if (seen[head.column]) continue;
        seen[head.column] = true;
        const bool hidden = std::ranges::binary_search(grid.sheet().hidden_columns, head.column);
        opened.report.skipped.push_back({grid.origin(header.row, head.column), hidden ? "verborgen kolom" : "kolom niet gebruikt", head.shown});
    }
    for (const Cell& cell : grid.sheet().cells) {
        if (cell.row <= header.row || seen[cell.column] || is_blank(cell)) continue;
        seen[cell.column] = true;
        opened.report.skipped.push_back({grid.origin(cell), "kolom zonder kop", shown_text(cell)});
    }
}

std::optional<Error> unknown_meaning(const SourceSettings& settings, std::span<const HeadRule> rules, const std::string& file) {
    for (const auto& [meaning, head] : settings.columns) {
        if (std::ranges::find(rules, meaning, &HeadRule::meaning) != rules.end()) continue;
        std::string known;
        for (const HeadRule& rule : rules) known += (known.empty() ? "" : ", ") + std::string(rule.meaning);
        return Error{ErrorKind::input, {file, "", "", 0, 0}, "het model noemt een kolom voor \"" + meaning + "\"", "een van " + known, "verbeter de naam onder kolommen in het model"};
    }
    return std::nullopt;
}

/// Tells of formulas without value that no figure needed; a needed one has refused the file before.
void report_not_computed(OpenedSheet& opened) {
    const Cell* first = nullptr;
    std::size_t count = 0;
    for (const Cell& cell : opened.grid.sheet().cells) {
        if (cell.kind != CellKind::not_computed) continue;
        if (first == nullptr) first = &cell;
        ++count;
    }
    if (first == nullptr) return;
    opened.report.findings.push_back({Severity::notice, "formule_zonder_waarde", to_place(opened.grid.origin(*first)),
        std::to_string(count) + (count == 1 ? " formule heeft" : " formules hebben") + " geen berekende waarde, buiten de gelezen bedragen", "",
        "open het bestand in Excel of LibreOffice, bereken en sla het op"});
}

/// Keeps at most `kind_max` findings of a kind; the rest become one that counts them.
void limit_findings(Findings& findings) {
    constexpr std::size_t kind_max = 1000;
    std::map<std::string, std::size_t> counts;
    Findings extra;
    for (const Finding& finding : findings) {
        if (++counts[finding.kind] == kind_max + 1) extra.push_back(finding);
    }
    if (extra.empty()) return;
    std::map<std::string, std::size_t> kept;
    std::erase_if(findings, [&kept](const Finding& finding) { return ++kept[finding.kind] > kind_max; });
    for (Finding& finding : extra) {
        finding.found = "nog " + std::to_string(counts[finding.kind] - kind_max) + " keer, te beginnen hier: " + finding.found;
        findings.push_back(std::move(finding));
    }
}

}  // namespace

Result<OpenedSheet> open_sheet(const workbook::Workbook& workbook, const SourceSettings& settings, std::string_view profile,
                               std::span<const HeadRule> rules) {
    if (settings.profile != profile) {
        return failure({ErrorKind::input, {workbook.file, "", "", 0, 0}, "profiel \"" + settings.profile + "\" past hier niet", std::string(profile), "verbeter het profiel in het model"});
    }
    if (auto error = unknown_meaning(settings, rules, workbook.file)) return failure(std::move(*error));
    auto chosen = choose(workbook, settings.sheet, {rules, settings.columns, settings.year.year});
    if (!chosen) return failure(std::move(chosen).error());
    const SheetGrid grid(*chosen->first);
    Header header = std::move(chosen->second);
    if (auto error = refuse_personal_data(grid, header)) return failure(std::move(*error));
    ReadReport report{chosen->first->source->sheet, header.row, {}, {}, {}};
    report_hidden(grid, header, report.findings);
    std::vector<std::uint32_t> amount_columns;
    for (std::size_t m = 0; m < rules.size(); ++m) {
        if (!header.columns[m]) continue;
        report.columns.emplace(rules[m].meaning, header.columns[m]->head);
        if (rules[m].amount) amount_columns.push_back(header.columns[m]->column);
    }
    AmountReader amounts(grid, header.row, amount_columns, report.findings);
    OpenedSheet opened{grid, std::move(header), std::move(amounts), std::move(report)};
    report_unused(opened);
    return opened;
}

Error no_rows(const OpenedSheet& opened, std::string found) {
    return {ErrorKind::input, to_place(opened.grid.origin(opened.header.row, 0)), std::move(found) + " onder deze kopregel", "rijen met een rekening en een bedrag", "controleer of het goede blad is gekozen"};
}

void skip_row(OpenedSheet& opened, std::uint32_t row, std::string reason) {
    std::string text;
    std::uint32_t column = 0;
    for (const Cell& cell : opened.grid.row(row)) {
        if (is_blank(cell)) continue;
        if (text.empty()) column = cell.column;
        text = shown_text(cell);
        if (cell.kind == CellKind::text) {
            column = cell.column;
            break;
        }
    }
    opened.report.skipped.push_back({opened.grid.origin(row, column), std::move(reason), std::move(text)});
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

void close_report(OpenedSheet& opened, std::uint32_t last_data_row) {
    report_not_computed(opened);
    std::ranges::stable_sort(opened.report.skipped, {}, [](const Skipped& skipped) { return skipped.origin.row; });
    for (Skipped& skipped : opened.report.skipped) {
        if (skipped.reason == "tussenkop" && skipped.origin.row > last_data_row) skipped.reason = "voettekst";
    }
    limit_findings(opened.report.findings);
}

}  // namespace begroot::exchange::detail
