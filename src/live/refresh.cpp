#include "live/refresh.hpp"

#include "live/detail/chosen.hpp"
#include "live/detail/compare_cells.hpp"
#include "live/detail/edited_book.hpp"
#include "live/detail/living_book.hpp"
#include "live/detail/memory.hpp"
#include "live/detail/same_shape.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace begroot::live {

namespace {

using detail::EditedSheet;
using detail::Fingerprint;
using detail::WrittenInput;
using detail::WrittenRow;
using detail::WrittenSheet;

/// A written sheet by place.
struct WrittenCells {
    std::map<CellPlace, const WrittenInput*> inputs;
    std::map<CellPlace, Fingerprint> others;

    explicit WrittenCells(const WrittenSheet& sheet) {
        for (const WrittenInput& one : sheet.inputs) inputs.emplace(one.place, &one);
        for (const WrittenRow& row : sheet.rows) {
            for (const auto& [column, print] : row.cells) others.emplace(CellPlace{row.row, column}, print);
        }
    }
};

/// Writes a value or formula of the new book as the patcher takes it; references moved to where things are now.
workbook::WrittenValue written_value(const GridCell& cell, const std::string& sheet, const detail::Move& to_now) {
    if (!cell.formula.empty())
        return workbook::WrittenFormula{
            detail::to_formula(detail::moved(detail::pieces_of(cell.formula), sheet, to_now))};
    if (const auto* number = std::get_if<double>(&cell.value)) return *number;
    if (const auto* text = std::get_if<std::string>(&cell.value); text != nullptr && !text->empty()) return *text;
    return std::monostate();
}

std::string value_for_person(const GridCell& cell) {
    if (!cell.formula.empty()) return "=" + cell.formula;
    if (const auto* number = std::get_if<double>(&cell.value)) return fmt::format("{}", *number);
    const auto* text = std::get_if<std::string>(&cell.value);
    return text == nullptr ? "" : *text;
}

/// Compares one sheet with its new version.
class SheetRefresh {
public:
    SheetRefresh(const workbook::Workbook& workbook, const detail::EditedBook& book, const EditedSheet& sheet,
                 const WrittenSheet& fresh, Refresh& refresh)
        : workbook_(&workbook),
          book_(&book),
          sheet_(&sheet),
          to_now_(book.to_now()),
          before_(sheet.written()),
          fresh_(fresh),
          refresh_(&refresh) {}

    void run(const Grid& grid) {
        std::set<CellPlace> seen;
        for (const GridCell& cell : grid.cells) {
            const CellPlace place{cell.row, cell.column};
            const bool is_written = fresh_.inputs.contains(place) || fresh_.others.contains(place);
            if (!is_written || !seen.insert(place).second) continue;
            take(cell, place);
        }
        GridCell nothing;
        const auto drop = [&](CellPlace place) {
            nothing.row = place.row;
            nothing.column = static_cast<std::uint16_t>(place.column);
            if (!seen.contains(place)) take(nothing, place);
        };
        for (const auto& [place, input] : before_.inputs) drop(place);
        for (const auto& [place, print] : before_.others) drop(place);
    }

private:
    /// Tells whether a cell holds what was written; one that was never written must be empty.
    [[nodiscard]] bool is_untouched(CellPlace written, CellPlace now) const {
        const auto found = book_->fingerprint(*sheet_, written);
        const auto input = before_.inputs.find(written);
        if (input != before_.inputs.end()) {
            const bool is_choice = input->second->series.empty();
            return !is_choice && !sheet_->formula(now) && found == detail::fingerprint_of(input->second->value);
        }
        const auto other = before_.others.find(written);
        return other == before_.others.end() ? !found : found == other->second;
    }

    /// Traces what begroot would write; an input by its value.
    [[nodiscard]] std::optional<Fingerprint> wanted(CellPlace place) const {
        const auto input = fresh_.inputs.find(place);
        if (input != fresh_.inputs.end()) return detail::fingerprint_of(input->second->value);
        const auto other = fresh_.others.find(place);
        return other == fresh_.others.end() ? std::nullopt : std::optional(other->second);
    }

    void take(const GridCell& cell, CellPlace written) {
        const auto input = fresh_.inputs.find(written);
        const bool is_choice = input != fresh_.inputs.end() && input->second->series.empty();
        if (is_choice) return;  // what people chose stays
        const auto now = sheet_->now(written);
        if (!now) return;  // gone, which is said once
        if (book_->fingerprint(*sheet_, written) == wanted(written)) return;
        if (is_untouched(written, *now)) {
            refresh_->writes.push_back({sheet_->index(), *now, written_value(cell, sheet_->written().name, to_now_)});
            return;
        }
        KeptCell kept;
        kept.place = detail::place_in(*workbook_, *sheet_, *now);
        const auto figure = input != fresh_.inputs.end() ? input : before_.inputs.find(written);
        const bool is_figure = figure != fresh_.inputs.end() && figure != before_.inputs.end();
        if (is_figure) kept.figure = figure->second->series + " " + std::to_string(figure->second->year);
        kept.now = detail::shown_now(*sheet_, *now);
        kept.of_model = value_for_person(cell);
        refresh_->kept.push_back(std::move(kept));
    }

    const workbook::Workbook* workbook_;
    const detail::EditedBook* book_;
    const EditedSheet* sheet_;
    detail::Move to_now_;
    WrittenCells before_;
    WrittenCells fresh_;
    Refresh* refresh_;
};

/// Writes the hidden sheet anew, cell by cell.
void refresh_memory(const workbook::Workbook& workbook, const Grid& fresh, Refresh& refresh) {
    const auto index = detail::find_memory(workbook);
    if (!index) return;
    const auto& cells = workbook.sheets[*index].cells;
    std::set<CellPlace> seen;
    const auto put = [&](CellPlace place, workbook::WrittenValue value) {
        refresh.writes.push_back({*index, place, std::move(value)});
        ++refresh.remembered;
    };
    for (const GridCell& cell : fresh.cells) {
        const CellPlace place{cell.row, cell.column};
        seen.insert(place);
        const workbook::Cell* now = cells.find(place.row, place.column);
        if (const auto* number = std::get_if<double>(&cell.value)) {
            const bool same = now != nullptr && now->kind() == workbook::CellKind::number &&
                              detail::fingerprint_of(now->number()) == detail::fingerprint_of(*number);
            if (!same) put(place, *number);
        } else if (const auto* text = std::get_if<std::string>(&cell.value)) {
            if (now == nullptr || now->text() != *text) put(place, *text);
        }
    }
    for (const workbook::Cell& cell : cells) {
        if (!seen.contains({cell.row(), cell.column()})) put({cell.row(), cell.column()}, std::monostate());
    }
}

bool is_about_gone(const Finding& finding) {
    return finding.kind == "terug_rij_weg" || finding.kind == "terug_kolom_weg" || finding.kind == "terug_blad_weg";
}

::begroot::Cell word_cell(std::string text) {
    ::begroot::Cell cell;
    if (!text.empty()) cell.value = std::move(text);
    return cell;
}

/// Says which sheets hold postings or outcomes of the moment of export, and still do.
void report_left(const workbook::Workbook& workbook, const detail::EditedBook& book, Refresh& refresh) {
    std::string names;
    for (const std::string& sheet : book.added()) {
        if (is_beside_model(sheet)) names += (names.empty() ? "" : ", ") + sheet;
    }
    if (names.empty()) return;
    refresh.findings.push_back(
        {Severity::notice,
         "ververs_blad_gelaten",
         {.file = workbook.file},
         "deze bladen zijn nog van het moment waarop de werkmap gemaakt is: " + names,
         "",
         "schrijf met begroot export een nieuwe werkmap voor nieuwe boekingen, banden of vergelijking"});
}

}  // namespace

Result<Refresh> plan_refresh(const workbook::Workbook& workbook, const ExportInput& now) {
    const auto memory = detail::read_memory(workbook);
    if (!memory) return failure(memory.error());
    const detail::EditedBook book(workbook, *memory);
    const auto chosen = detail::find_chosen(workbook, *memory, book, now);
    if (!chosen) return failure(chosen.error());
    ExportInput input = now;
    input.chosen = chosen->today;
    const detail::LivingBook fresh = detail::living_book(input);
    if (auto error = detail::other_shape(*memory, fresh.memory)) {
        error->place.file = workbook.file;
        return failure(std::move(*error));
    }
    Refresh refresh;
    for (const EditedSheet& sheet : book.sheets()) {
        const WrittenSheet* written = fresh.memory.sheet(sheet.written().name);
        const auto grid = std::ranges::find(fresh.book.grids, sheet.written().name, &Grid::name);
        if (written != nullptr && grid != fresh.book.grids.end())
            SheetRefresh(workbook, book, sheet, *written, refresh).run(*grid);
    }
    refresh_memory(workbook, fresh.book.grids.back(), refresh);
    for (Finding& finding : detail::compare_cells(workbook, book)) {
        if (!is_about_gone(finding)) continue;
        finding.kind.replace(0, std::string_view("terug").size(), "ververs");
        finding.action = "zet het terug als het ververst moet worden";
        refresh.findings.push_back(std::move(finding));
    }
    report_left(workbook, book, refresh);
    return refresh;
}

Document to_document(const Refresh& refresh, const workbook::Workbook& workbook) {
    Document document;
    document.title = "Ververst";
    document.subject = workbook.file;
    Table table;
    table.name = "Gebleven";
    table.title = "Cellen van u, die bleven zoals ze waren";
    table.subtitles = {workbook.file};
    table.columns = {{"cel", "Cel", ColumnKind::text},
                     {"cijfer", "Cijfer", ColumnKind::text},
                     {"werkmap", "Staat er", ColumnKind::text},
                     {"model", "Zegt het model", ColumnKind::text}};
    for (const KeptCell& one : refresh.kept) {
        table.rows.push_back(
            {RowRole::body,
             0,
             {word_cell(sheet_cell(one.place)), word_cell(one.figure), word_cell(one.now), word_cell(one.of_model)}});
    }
    const std::size_t figures = refresh.writes.size() - refresh.remembered;
    table.notes = {fmt::format("{} {} begroot schreef {} bijgewerkt.", figures, figures == 1 ? "cel die" : "cellen die",
                               figures == 1 ? "is" : "zijn")};
    if (refresh.kept.empty())
        table.notes.emplace_back("Geen enkele cel die begroot schreef, is door iemand veranderd.");
    document.tables.push_back(std::move(table));
    return document;
}

}  // namespace begroot::live
