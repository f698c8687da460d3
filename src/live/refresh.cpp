#include "live/refresh.hpp"

#include "live/detail/chosen.hpp"
#include "live/detail/compare_cells.hpp"
#include "live/detail/edited_book.hpp"
#include "live/detail/living_book.hpp"
#include "live/detail/memory.hpp"
#include "live/detail/refresh_beside.hpp"
#include "live/detail/same_shape.hpp"
#include "live/detail/sheet_refresh.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace begroot::live {

namespace {

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

/// Finds the scenarios that the workbook compares, where the model has them still.
std::optional<std::pair<std::size_t, std::size_t>> compared_then(const detail::Memory& memory, const ExportInput& now) {
    const auto position = [&](const char* fact) {
        const auto found = std::ranges::find(now.scenarios, memory.fact(fact), &LiveScenario::code);
        return static_cast<std::size_t>(found - now.scenarios.begin());
    };
    const std::size_t first = position(detail::fact_compared_first);
    const std::size_t second = position(detail::fact_compared_second);
    if (first == now.scenarios.size() || second == now.scenarios.size()) return std::nullopt;
    return std::pair(first, second);
}

bool is_about_gone(const Finding& finding) {
    return finding.kind == "terug_rij_weg" || finding.kind == "terug_kolom_weg" || finding.kind == "terug_blad_weg";
}

::begroot::Cell word_cell(std::string text) {
    ::begroot::Cell cell;
    if (!text.empty()) cell.value = std::move(text);
    return cell;
}

}  // namespace

Result<std::size_t> chosen_scenario(const workbook::Workbook& workbook, const ExportInput& now) {
    const auto memory = detail::read_memory(workbook);
    if (!memory) return failure(memory.error());
    const detail::EditedBook book(workbook, *memory);
    const auto chosen = detail::find_chosen(workbook, *memory, book, now);
    if (!chosen) return failure(chosen.error());
    return chosen->today;
}

Result<Refresh> plan_refresh(const workbook::Workbook& workbook, const ExportInput& now) {
    const auto memory = detail::read_memory(workbook);
    if (!memory) return failure(memory.error());
    const detail::EditedBook book(workbook, *memory);
    const auto chosen = detail::find_chosen(workbook, *memory, book, now);
    if (!chosen) return failure(chosen.error());
    ExportInput input = now;
    input.chosen = chosen->today;
    input.compared = compared_then(*memory, now);
    detail::LivingBook fresh = detail::living_book(input);
    if (auto error = detail::other_shape(*memory, fresh.memory)) {
        error->place.file = workbook.file;
        return failure(std::move(*error));
    }
    Refresh refresh;
    for (const detail::EditedSheet& sheet : book.sheets()) {
        const detail::WrittenSheet* written = fresh.memory.sheet(sheet.written().name);
        const auto grid = std::ranges::find(fresh.book.grids, sheet.written().name, &Grid::name);
        if (written != nullptr && grid != fresh.book.grids.end())
            detail::refresh_sheet({&workbook, &book, &sheet}, *written, *grid, refresh);
    }
    detail::refresh_beside(workbook, book, *memory, fresh, refresh);
    refresh_memory(workbook, detail::to_grid(fresh.memory), refresh);
    for (Finding& finding : detail::compare_cells(workbook, book)) {
        if (!is_about_gone(finding)) continue;
        finding.kind.replace(0, std::string_view("terug").size(), "ververs");
        finding.action = "zet het terug als het ververst moet worden";
        refresh.findings.push_back(std::move(finding));
    }
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
    if (!refresh.list_note.empty()) table.notes.push_back(refresh.list_note);
    if (refresh.kept.empty())
        table.notes.emplace_back("Geen enkele cel die begroot schreef, is door iemand veranderd.");
    document.tables.push_back(std::move(table));
    return document;
}

}  // namespace begroot::live
