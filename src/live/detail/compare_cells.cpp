#include "live/detail/compare_cells.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace begroot::live::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

/// Compares one sheet.
class SheetComparison {
public:
    SheetComparison(const workbook::Workbook& workbook, const EditedBook& book, const EditedSheet& sheet,
                    Findings& findings)
        : workbook_(&workbook), book_(&book), sheet_(&sheet), findings_(&findings) {}

    void run() {
        for (const WrittenRow& row : sheet_->written().rows) {
            if (!sheet_->rows().now(row.row)) {
                tell_gone(row);
                continue;
            }
            for (const auto& [column, print] : row.cells) compare({row.row, column}, print);
        }
        for (const std::uint32_t column : sheet_->columns().gone) {
            tell(Severity::error, "terug_kolom_weg", {},
                 fmt::format("kolom {} (\"{}\") is weg", column_name(column), sheet_->written().heads[column]),
                 "de kolom zoals zij geschreven is", "zet de kolom terug; haar cellen zijn niet teruggelezen");
        }
        for (const std::uint32_t row : sheet_->rows().added) tell_added_row(row);
        for (const std::uint32_t column : sheet_->columns().added) tell_added_column(column);
    }

private:
    void tell(Severity severity, std::string kind, std::optional<CellPlace> now, std::string found,
              std::string expected, std::string action) {
        Place place = place_in(*workbook_, *sheet_, now.value_or(CellPlace{}));
        if (!now) place.cell.clear();
        findings_->push_back(
            {severity, std::move(kind), std::move(place), std::move(found), std::move(expected), std::move(action)});
    }

    void tell_gone(const WrittenRow& row) {
        const std::string what = row.series.empty() ? row.label : row.series;
        tell(Severity::error, "terug_rij_weg", std::nullopt,
             fmt::format("rij {} ({}) is weg", row.row + 1, what.empty() ? "zonder opschrift" : what),
             "de rij zoals zij geschreven is", "zet de rij terug; haar cellen zijn niet teruggelezen");
    }

    void compare(CellPlace written, const Fingerprint& print) {
        const auto now = sheet_->now(written);
        if (!now) return;  // its column is gone, which is said once
        const auto found = book_->fingerprint(*sheet_, written);
        if (found == print) return;
        if (print.kind != Fingerprint::Kind::formula) {
            tell(Severity::notice, "terug_tekst_veranderd", now, "hier staat nu " + shown_now(*sheet_, *now), "",
                 "een opschrift telt niet mee; het model houdt zijn eigen naam");
            return;
        }
        const bool is_formula = found && found->kind == Fingerprint::Kind::formula;
        tell(Severity::error, is_formula ? "terug_formule_veranderd" : "terug_formule_overschreven", now,
             "op de plaats van een formule van begroot staat nu " + shown_now(*sheet_, *now),
             "de formule zoals zij geschreven is",
             "zet de formule terug en verander een gele cel, of verander het model");
    }

    /// Tells whether a line that somebody inserted holds numbers, which a sum may have taken in.
    template <typename InLine>
    [[nodiscard]] std::optional<CellPlace> number_in(const InLine& in_line) const {
        for (const Cell& cell : sheet_->sheet().cells) {
            const bool counts = cell.kind() == CellKind::number || cell.is_formula();
            if (in_line(cell) && counts) return CellPlace{cell.row(), cell.column()};
        }
        return std::nullopt;
    }

    void tell_added_row(std::uint32_t row) {
        const auto number = number_in([row](const Cell& cell) { return cell.row() == row; });
        tell(number ? Severity::error : Severity::notice, "terug_rij_erbij", number.value_or(CellPlace{row, 0}),
             fmt::format("rij {} is ingevoegd", row + 1), number ? "alleen de rijen van het model" : "",
             number ? "maak er een regel van het model van; een som kan de rij nu al meetellen" : "");
    }

    void tell_added_column(std::uint32_t column) {
        const auto number = number_in([column](const Cell& cell) { return cell.column() == column; });
        tell(number ? Severity::error : Severity::notice, "terug_kolom_erbij", number.value_or(CellPlace{0, column}),
             fmt::format("kolom {} is ingevoegd", column_name(column)), number ? "alleen de jaren van het model" : "",
             number ? "cijfers hierin leest begroot niet terug" : "");
    }

    const workbook::Workbook* workbook_;
    const EditedBook* book_;
    const EditedSheet* sheet_;
    Findings* findings_;
};

Finding of_sheet(const workbook::Workbook& workbook, const std::string& name, Severity severity, const char* kind,
                 std::string found, std::string action) {
    Finding finding;
    finding.severity = severity;
    finding.kind = kind;
    finding.place.file = workbook.file;
    finding.place.sheet = name;
    finding.found = std::move(found);
    finding.action = std::move(action);
    return finding;
}

}  // namespace

std::string shown_now(const EditedSheet& sheet, CellPlace now) {
    if (const auto formula = sheet.formula(now)) return "de formule =" + to_formula(*formula).substr(0, 60);
    const Cell* cell = sheet.cell(now);
    if (cell == nullptr || cell->kind() == CellKind::empty) return "niets";
    if (cell->kind() == CellKind::text || cell->kind() == CellKind::error)
        return "\"" + std::string(cell->text().substr(0, 60)) + "\"";
    if (cell->kind() == CellKind::boolean) return cell->number() != 0.0 ? "WAAR" : "ONWAAR";
    return fmt::format("{}", cell->number());
}

Place place_in(const workbook::Workbook& workbook, const EditedSheet& sheet, CellPlace now) {
    Place place;
    place.file = workbook.file;
    place.sheet = sheet.name();
    place.cell = cell_name(now.row, now.column);
    return place;
}

Findings compare_cells(const workbook::Workbook& workbook, const EditedBook& book) {
    Findings findings;
    for (const std::string& name : book.gone()) {
        findings.push_back(of_sheet(workbook, name, Severity::error, "terug_blad_weg", "dit blad is weg",
                                    "zet het blad terug; zijn cellen zijn niet teruggelezen"));
    }
    for (const EditedSheet& sheet : book.sheets()) SheetComparison(workbook, book, sheet, findings).run();
    for (const std::string& name : book.added()) {
        if (is_beside_model(name)) continue;
        findings.push_back(of_sheet(workbook, name, Severity::notice, "terug_eigen_blad",
                                    "dit blad is van u zelf; het wordt niet teruggelezen", ""));
    }
    return findings;
}

std::vector<Remark> find_remarks(const workbook::Workbook& workbook, const EditedBook& book) {
    std::vector<Remark> remarks;
    for (const EditedSheet& sheet : book.sheets()) {
        const auto& heads = sheet.written().heads;
        const auto head = std::ranges::find(heads, head_remark);
        if (head == heads.end()) continue;
        const auto column = sheet.columns().now(static_cast<std::uint32_t>(head - heads.begin()));
        if (!column) continue;
        for (const WrittenRow& row : sheet.written().rows) {
            const auto at = sheet.rows().now(row.row);
            if (!at || row.series.empty()) continue;
            const Cell* cell = sheet.cell({*at, *column});
            if (cell == nullptr || cell->kind() == CellKind::empty || cell->kind() == CellKind::not_computed) continue;
            const std::string text =
                cell->kind() == CellKind::text ? std::string(cell->text()) : shown_now(sheet, {*at, *column});
            remarks.push_back({place_in(workbook, sheet, {*at, *column}), row.series, row.label, text});
        }
    }
    return remarks;
}

}  // namespace begroot::live::detail
