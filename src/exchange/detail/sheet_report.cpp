#include "exchange/detail/sheet_report.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace begroot::exchange::detail {

using workbook::Cell;
using workbook::CellKind;
using workbook::Sheet;

namespace {

std::string numbers(const std::vector<std::uint32_t>& rows) {
    constexpr std::size_t shown_max = 20;
    std::string text;
    for (std::size_t i = 0; i < rows.size() && i < shown_max; ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(rows[i] + 1);
    return rows.size() > shown_max ? text + " …" : text;
}

/// Tells of formulas without value that no figure needed; a needed one has refused the file before.
void report_not_computed(OpenedSheet& opened) {
    const std::size_t count = opened.not_computed;
    if (count == 0) return;
    const auto [row, column] = opened.first_not_computed;
    opened.report.findings.push_back({Severity::notice, "formule_zonder_waarde",
                                      to_place(opened.grid.origin(row, column)),
                                      std::to_string(count) + (count == 1 ? " formule heeft" : " formules hebben") +
                                          " geen berekende waarde, buiten de gelezen bedragen",
                                      "", "open het bestand in Excel of LibreOffice, bereken en sla het op"});
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
        finding.found =
            "nog " + std::to_string(counts[finding.kind] - kind_max) + " keer, te beginnen hier: " + finding.found;
        findings.push_back(std::move(finding));
    }
}

}  // namespace

void report_hidden(const SheetGrid& grid, const Header& header, Findings& findings) {
    const Sheet& sheet = grid.sheet();
    Place place = to_place(grid.origin(0, 0));
    place.cell.clear();
    const auto add = [&](const char* kind, std::string found) {
        findings.push_back({Severity::notice, kind, place, std::move(found), "", "controleer of dit mee moet tellen"});
    };
    if (sheet.visibility != workbook::Visibility::visible)
        add("verborgen_blad", "het blad is verborgen en wel gelezen");
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : sheet.hidden_rows) {
        if (!grid.row(row).empty()) rows.push_back(row);
    }
    if (!rows.empty())
        add("verborgen_rijen", (rows.size() == 1 ? "rij " : "rijen ") + numbers(rows) +
                                   (rows.size() == 1 ? " is" : " zijn") + " verborgen en wel gelezen");
    for (const std::uint32_t column : sheet.hidden_columns) {
        const auto reads = [column](const auto& head) { return head && head->column == column; };
        const bool read = std::ranges::any_of(header.columns, reads);
        if (read) add("verborgen_kolom", "kolom " + column_name(column) + " is verborgen en wel gelezen");
    }
}

void report_unused(OpenedSheet& opened) {
    const SheetGrid& grid = opened.grid;
    const Header& header = opened.header;
    const bool two_rows =
        std::ranges::any_of(header.heads, [](const Head& head) { return !head.upper_key.empty() || !head.own; });
    for (std::uint32_t row = 0; row < header.first_row; ++row) {
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
        opened.report.skipped.push_back(
            {grid.origin(header.row, head.column), hidden ? "verborgen kolom" : "kolom niet gebruikt", head.shown});
    }
    for (const Cell& cell : grid.sheet().cells) {
        if (cell.kind() == CellKind::not_computed && opened.not_computed++ == 0)
            opened.first_not_computed = {cell.row(), cell.column()};
        if (cell.row() < header.first_row || seen[cell.column()] || is_blank(cell)) continue;
        seen[cell.column()] = true;
        opened.report.skipped.push_back({grid.origin(cell), "kolom zonder kop", shown_text(cell)});
    }
}

void skip_row(OpenedSheet& opened, std::uint32_t row, std::string reason) {
    std::string text;
    std::uint32_t column = 0;
    for (const Cell& cell : opened.grid.row(row)) {
        if (is_blank(cell)) continue;
        if (text.empty()) column = cell.column();
        text = shown_text(cell);
        if (cell.kind() == CellKind::text) {
            column = cell.column();
            break;
        }
    }
    opened.report.skipped.push_back({opened.grid.origin(row, column), std::move(reason), std::move(text)});
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
