#include "live/detail/sheet_refresh.hpp"

#include "live/detail/compare_cells.hpp"

#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace begroot::live::detail {

namespace {

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
workbook::WrittenValue written_value(const GridCell& cell, const std::string& sheet, const Move& to_now) {
    if (!cell.formula.empty())
        return workbook::WrittenFormula{to_formula(moved(pieces_of(cell.formula), sheet, to_now))};
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
    SheetRefresh(const workbook::Workbook& workbook, const EditedBook& book, const EditedSheet& sheet,
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
            return !is_choice && !sheet_->formula(now) && found == fingerprint_of(input->second->value);
        }
        const auto other = before_.others.find(written);
        return other == before_.others.end() ? !found : found == other->second;
    }

    /// Traces what begroot would write; an input by its value.
    [[nodiscard]] std::optional<Fingerprint> wanted(CellPlace place) const {
        const auto input = fresh_.inputs.find(place);
        if (input != fresh_.inputs.end()) return fingerprint_of(input->second->value);
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
        kept.place = place_in(*workbook_, *sheet_, *now);
        const auto figure = input != fresh_.inputs.end() ? input : before_.inputs.find(written);
        const bool is_figure = figure != fresh_.inputs.end() && figure != before_.inputs.end();
        if (is_figure) kept.figure = figure->second->series + " " + std::to_string(figure->second->year);
        kept.now = shown_now(*sheet_, *now);
        kept.of_model = value_for_person(cell);
        refresh_->kept.push_back(std::move(kept));
    }

    const workbook::Workbook* workbook_;
    const EditedBook* book_;
    const EditedSheet* sheet_;
    Move to_now_;
    WrittenCells before_;
    WrittenCells fresh_;
    Refresh* refresh_;
};

}  // namespace

void refresh_sheet(const RefreshOf& of, const WrittenSheet& fresh, const Grid& grid, Refresh& refresh) {
    SheetRefresh(*of.workbook, *of.book, *of.sheet, fresh, refresh).run(grid);
}

}  // namespace begroot::live::detail
