#include "live/detail/refresh_beside.hpp"

#include "live/detail/actual_rows.hpp"
#include "live/detail/compare_cells.hpp"
#include "live/detail/kept_inputs.hpp"
#include "live/detail/kept_sheets.hpp"
#include "live/detail/list_refresh.hpp"
#include "live/detail/sheet_refresh.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::live::detail {

namespace {

constexpr std::array<std::string_view, 3> sheets_by_line{sheet_actuals, sheet_actual_months, sheet_budget_months};
constexpr std::array<std::string_view, 3> sheets_of_values{sheet_compared, sheet_risk, sheet_kept};

bool is_among(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// Why a sheet stays as it is.
struct Reason {
    std::optional<CellPlace> place;
    std::string found;
    bool of_model = false;  ///< today's model has other rows
};

/// Finds the first head or label that no longer stands where it was written: then rows or columns moved.
std::optional<Reason> moved_by_people(const EditedBook& book, const EditedSheet& sheet) {
    const WrittenSheet& written = sheet.written();
    for (const WrittenRow& row : written.rows) {
        for (const auto& [column, print] : row.cells) {
            if (column != 0 && row.row != written.head_row) continue;
            const CellPlace place{row.row, column};
            if (book.fingerprint(sheet, place) == print) continue;
            return Reason{place,
                          "hier staat nu " + shown_now(sheet, place) +
                              "; er zijn rijen of kolommen verschoven, of een opschrift is veranderd",
                          false};
        }
    }
    return std::nullopt;
}

/// Tells whether a cell of two sheets says the same; nothing stands in both, or the same in both.
bool same_cell(const WrittenRow& a, const WrittenRow& b, std::uint32_t column) {
    const auto in_a = a.cells.find(column);
    const auto in_b = b.cells.find(column);
    if (in_a == a.cells.end() || in_b == b.cells.end()) return in_a == a.cells.end() && in_b == b.cells.end();
    return in_a->second == in_b->second;
}

/// Tells whether two rows have figures in the same columns.
bool same_columns(const WrittenRow& a, const WrittenRow& b) {
    using ColumnTrace = std::pair<const std::uint32_t, Fingerprint>;
    return a.row == b.row && std::ranges::equal(a.cells, b.cells, {}, &ColumnTrace::first, &ColumnTrace::first);
}

/// Finds the first row that today's model would write otherwise: of another line of the table, or of another kind.
std::optional<Reason> moved_by_model(const WrittenSheet& before, const WrittenSheet& fresh) {
    const bool by_line = is_among(sheets_by_line, before.name);
    const auto same_row = [&](const WrittenRow& a, const WrittenRow& b) {
        if (!by_line) return same_columns(a, b);
        return a.row == b.row && (a.row < before.head_row || same_cell(a, b, 0));
    };
    const auto [old_row, new_row] = std::ranges::mismatch(before.rows, fresh.rows, same_row);
    if (old_row == before.rows.end() && new_row == fresh.rows.end()) return std::nullopt;
    const std::uint32_t row = old_row != before.rows.end() ? old_row->row : new_row->row;
    return Reason{CellPlace{row, 0}, "het model geeft dit blad vanaf deze rij nu andere rijen", true};
}

/// Decides sheet by sheet, and writes.
class BesideRefresh {
public:
    BesideRefresh(const workbook::Workbook& workbook, const EditedBook& book, const Memory& before, LivingBook& fresh,
                  Refresh& refresh)
        : workbook_(&workbook), book_(&book), before_(&before), fresh_(&fresh), refresh_(&refresh) {}

    void run() {
        for (const WrittenSheet& sheet : before_->beside) find_reason(sheet);
        plan_list();
        leave_together(sheets_of_values);
        if (const auto postings = left_.find(sheet_postings); postings != left_.end())
            leave_with_postings(postings->second);
        leave_together(sheets_by_line);
        const auto line = left_.find(sheet_actuals);
        if (line != left_.end() && line->second.of_model) left_.emplace(sheet_postings, line->second);
        for (const WrittenSheet& sheet : before_->beside) {
            if (!left_.contains(sheet.name)) refresh_one(sheet);
        }
        report_new();
        std::vector<WrittenSheet> remembered;  // in the order of before, by which names follow the sheets
        for (const WrittenSheet& sheet : before_->beside) {
            const bool stays = left_.contains(sheet.name);
            if (stays) report_left(sheet);
            remembered.push_back(stays ? sheet : *fresh_->memory.sheet_beside(sheet.name));
        }
        fresh_->memory.beside = std::move(remembered);
    }

private:
    void find_reason(const WrittenSheet& sheet) {
        const EditedSheet* now = book_->sheet(sheet.name);
        const WrittenSheet* fresh = fresh_->memory.sheet_beside(sheet.name);
        std::optional<Reason> reason;
        if (now == nullptr) {
            reason = Reason{std::nullopt, "dit blad is weg", false};
        } else if (fresh == nullptr) {
            reason = Reason{std::nullopt, "het model geeft dit blad nu niet", false};
        } else if (reason = moved_by_people(*book_, *now); !reason) {
            reason = moved_by_model(sheet, *fresh);
        }
        if (reason) left_.emplace(sheet.name, std::move(*reason));
    }

    /// Leaves all of some sheets when one of them stays: together they say one thing.
    void leave_together(std::span<const std::string_view> names) {
        const auto first =
            std::ranges::find_if(names, [&](std::string_view name) { return left_.contains(std::string(name)); });
        if (first == names.end()) return;
        const Reason own = left_.at(std::string(*first));
        for (const std::string_view name : names) {
            const Reason reason{std::nullopt, "dit blad hoort bij " + std::string(*first) + ", dat niet ververst is",
                                own.of_model};
            left_.emplace(std::string(name), reason);
        }
    }

    /// Decides what changes in the list of postings, before any sheet that adds it up is written.
    void plan_list() {
        for (const WrittenSheet& sheet : before_->beside) {
            if (sheet.list.columns == 0 || left_.contains(sheet.name)) continue;
            const auto grid = std::ranges::find(fresh_->book.grids, sheet.name, &Grid::name);
            auto list = refresh_list(*book_->sheet(sheet.name), grid->list, &tells_posting);
            if (list)
                list_ = std::move(*list);
            else
                left_.emplace(sheet.name, Reason{list.error().place, std::move(list.error().found), false});
        }
    }

    /// Leaves the sheets that add up the postings as they are: new months over old postings would be wrong.
    void leave_with_postings(const Reason& of_postings) {
        for (const std::string_view name : sheets_by_line) {
            left_.emplace(
                std::string(name),
                Reason{std::nullopt, "dit blad hoort bij " + std::string(sheet_postings) + ", dat niet ververst is",
                       of_postings.of_model});
        }
    }

    void refresh_one(const WrittenSheet& sheet) {
        const EditedSheet& now = *book_->sheet(sheet.name);
        const auto grid = std::ranges::find(fresh_->book.grids, sheet.name, &Grid::name);
        if (list_ && sheet.list.columns > 0) {
            refresh_->writes.insert(refresh_->writes.end(), std::make_move_iterator(list_->writes.begin()),
                                    std::make_move_iterator(list_->writes.end()));
            if (list_->range.before.last_row != list_->range.after.last_row) refresh_->lists.push_back(list_->range);
            refresh_->list_note = list_->note;
        }
        refresh_sheet({workbook_, book_, &now}, *fresh_->memory.sheet_beside(sheet.name), *grid, *refresh_);
    }

    void report_left(const WrittenSheet& sheet) {
        const Reason& reason = left_.at(sheet.name);
        const EditedSheet* now = book_->sheet(sheet.name);
        Finding finding;
        finding.severity = Severity::warning;
        finding.kind = "ververs_blad_gelaten";
        finding.place.file = workbook_->file;
        finding.place.sheet = now == nullptr ? sheet.name : now->name();
        if (reason.place) finding.place.cell = cell_name(reason.place->row, reason.place->column);
        finding.found = reason.found + "; dit blad is nog van de vorige keer";
        if (reason.place) finding.expected = "de rijen en kolommen die begroot schreef";
        finding.action = "schrijf met begroot export een nieuwe werkmap voor nieuwe boekingen, banden of vergelijking";
        refresh_->findings.push_back(std::move(finding));
    }

    /// Names the sheets that an export of today would have beside the model and this workbook has not, or not known.
    void report_new() {
        std::string names;
        for (const Grid& grid : fresh_->book.grids) {
            if (!is_beside_model(grid.name) || before_->sheet_beside(grid.name) != nullptr) continue;
            names += (names.empty() ? "" : ", ") + grid.name;
        }
        if (names.empty()) return;
        refresh_->findings.push_back(
            {Severity::warning,
             "ververs_blad_gelaten",
             {.file = workbook_->file},
             "deze bladen zijn er nog niet, of nog van het moment waarop de werkmap gemaakt is: " + names,
             "",
             "schrijf met begroot export een nieuwe werkmap voor nieuwe boekingen, banden of vergelijking"});
    }

    const workbook::Workbook* workbook_;
    const EditedBook* book_;
    const Memory* before_;
    LivingBook* fresh_;
    Refresh* refresh_;
    std::map<std::string, Reason> left_;
    std::optional<ListRefresh> list_;  ///< what changes in the postings
};

}  // namespace

void refresh_beside(const workbook::Workbook& workbook, const EditedBook& book, const Memory& before, LivingBook& fresh,
                    Refresh& refresh) {
    BesideRefresh(workbook, book, before, fresh, refresh).run();
}

}  // namespace begroot::live::detail
