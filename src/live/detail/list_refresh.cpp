#include "live/detail/list_refresh.hpp"

#include "live/detail/list_trace.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace begroot::live::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

constexpr double hundredths_in_one = 100;
constexpr double exact_number_most = 1e15;

/// A row of the list as it stands on the sheet.
struct Slot {
    std::uint32_t row = 0;
    std::uint32_t trace = 0;
    std::uint64_t key = 0;
    bool has_own = false;                ///< people put something beside it
    std::optional<std::uint32_t> fresh;  ///< the row that stands there from now on
    bool is_new = false;                 ///< another one than before
};

/// Adds a cell to a trace as the list would have written it.
void add_cell(RowTrace& trace, const Cell& cell) {
    const bool is_number = cell.kind() == CellKind::number || cell.kind() == CellKind::date;
    if (cell.is_formula()) {
        trace.add(cell.column(), "=");
    } else if (is_number && std::abs(cell.number()) < exact_number_most) {
        trace.add(cell.column(), static_cast<std::int64_t>(std::llround(cell.number() * hundredths_in_one)));
    } else if (is_number || cell.kind() == CellKind::boolean) {
        trace.add(cell.column(), "?");
    } else if (cell.kind() != CellKind::empty) {
        trace.add(cell.column(), cell.text());
    }
}

workbook::WrittenValue written(ListKind kind, const ListValue& value) {
    if (kind == ListKind::text || kind == ListKind::repeated) {
        if (value.text.empty()) return std::monostate();
        return std::string(value.text);
    }
    if (value.is_empty) return std::monostate();
    const auto number = static_cast<double>(value.number);
    return kind == ListKind::cents ? number / hundredths_in_one : number;
}

std::string counted(std::size_t count, const char* what) {
    return fmt::format("{} {} {}", count, count == 1 ? "regel" : "regels", what);
}

/// Brings one list up to date.
class RowRefresh {
public:
    RowRefresh(const EditedSheet& sheet, const GridList& fresh, TellsRow tells)
        : sheet_(&sheet),
          list_(&sheet.written().list),
          fresh_(&fresh),
          tells_(tells),
          columns_(list_->columns),
          values_(fresh.columns.size()) {}

    [[nodiscard]] std::expected<ListRefresh, ListRefusal> run() {
        read_slots();
        if (auto refusal = not_as_written()) return std::unexpected(std::move(*refusal));
        const std::uint32_t last = slots_.empty() ? list_->first_row : slots_.back().row;
        find_rows();
        if (auto refusal = gone_beside_own()) return std::unexpected(std::move(*refusal));
        place_new_rows();
        if (auto refusal = over_own()) return std::unexpected(std::move(*refusal));
        close_holes();
        ListRefresh made;
        for (const Slot& slot : slots_) write(slot, made);
        std::uint32_t last_after = list_->first_row;
        for (const Slot& slot : slots_) {
            if (slot.fresh) last_after = std::max(last_after, slot.row);
        }
        made.range.sheet = sheet_->index();
        made.range.before = {list_->first_row, 0, last, columns_ - 1};
        made.range.after = {list_->first_row, 0, last_after, columns_ - 1};
        if (added_ + gone_ + changed_ > 0)
            made.note = sheet_->written().name + ": " + counted(added_, "erbij, ") + counted(gone_, "weg, ") +
                        counted(changed_, "veranderd.");
        return made;
    }

private:
    void read_slots() {
        RowTrace trace;
        RowTrace key;
        Slot slot;
        const auto close = [&]() {
            slot.trace = trace.half();
            slot.key = key.value();
            if (trace.value() != 0)
                slots_.push_back(slot);
            else if (slot.has_own)
                own_rows_.insert(slot.row);
            trace = {};
            key = {};
        };
        for (const Cell& cell : sheet_->sheet().cells) {
            if (cell.row() < list_->first_row) continue;
            if (cell.row() != slot.row) {
                close();
                slot = {};
                slot.row = cell.row();
            }
            if (cell.column() >= columns_) {
                slot.has_own = true;
                continue;
            }
            add_cell(trace, cell);
            if (tells_(cell.column())) add_cell(key, cell);
        }
        close();
    }

    /// Finds a row that begroot did not write, or tells that one is missing.
    [[nodiscard]] std::optional<ListRefusal> not_as_written() const {
        std::unordered_map<std::uint32_t, std::size_t> left;
        for (const std::uint32_t trace : list_->traces) ++left[trace];
        for (const Slot& slot : slots_) {
            const auto found = left.find(slot.trace);
            if (found == left.end() || found->second == 0)
                return ListRefusal{{slot.row, 0}, "deze rij is niet zoals begroot haar schreef"};
            --found->second;
        }
        if (slots_.size() == list_->traces.size()) return std::nullopt;
        return ListRefusal{{list_->first_row, 0},
                           fmt::format("van de {} rijen die begroot schreef zijn er {} weg", list_->traces.size(),
                                       list_->traces.size() - slots_.size())};
    }

    /// Finds each row among those of today; equal ones in their order.
    void find_rows() {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
        rows.reserve(fresh_->rows);
        for (std::uint32_t row = 0; row < fresh_->rows; ++row) {
            fresh_->fill(row, values_);
            RowTrace key;
            for (std::uint32_t column = 0; column < columns_; ++column) {
                if (tells_(column)) add_value(key, column, fresh_->columns[column], values_[column]);
            }
            rows.emplace_back(key.value(), row);
        }
        std::ranges::sort(rows);
        std::unordered_map<std::uint64_t, std::size_t> next;
        is_placed_.assign(fresh_->rows, false);
        for (Slot& slot : slots_) {
            const auto first = std::ranges::lower_bound(rows, std::pair(slot.key, std::uint32_t{0}));
            const auto [at, is_first] = next.try_emplace(slot.key, static_cast<std::size_t>(first - rows.begin()));
            if (at->second == rows.size() || rows[at->second].first != slot.key) continue;
            slot.fresh = rows[at->second].second;
            is_placed_[*slot.fresh] = true;
            ++at->second;
        }
    }

    [[nodiscard]] std::optional<ListRefusal> gone_beside_own() const {
        const auto found = std::ranges::find_if(slots_, [](const Slot& slot) { return !slot.fresh && slot.has_own; });
        if (found == slots_.end()) return std::nullopt;
        return ListRefusal{{found->row, 0}, "deze regel is er niet meer, en naast hem staat iets van u"};
    }

    /// Finds a new row that would stand beside what a person put below the list.
    [[nodiscard]] std::optional<ListRefusal> over_own() const {
        const auto found =
            std::ranges::find_if(slots_, [this](const Slot& slot) { return own_rows_.contains(slot.row); });
        if (found == slots_.end()) return std::nullopt;
        return ListRefusal{{found->row, 0}, "de lijst wordt langer, en onder haar staat iets van u; zet dat lager"};
    }

    void place_new_rows() {
        std::size_t free = 0;
        const std::size_t before = slots_.size();
        gone_ = static_cast<std::size_t>(std::ranges::count_if(slots_, [](const Slot& slot) { return !slot.fresh; }));
        std::uint32_t below = slots_.empty() ? list_->first_row : slots_.back().row + 1;
        for (std::uint32_t row = 0; row < fresh_->rows; ++row) {
            if (is_placed_[row]) continue;
            ++added_;
            while (free < before && slots_[free].fresh) ++free;
            if (free == before) slots_.push_back({below++, 0, 0, false, std::nullopt, false});
            Slot& slot = free < before ? slots_[free] : slots_.back();
            slot.fresh = row;
            slot.is_new = true;
        }
    }

    /// Lets the last rows take the places that are left, so that the list has no holes.
    void close_holes() {
        std::size_t end = slots_.size();
        std::size_t hole = 0;
        while (true) {
            while (end > 0 && !slots_[end - 1].fresh) --end;
            while (hole < end && slots_[hole].fresh) ++hole;
            if (hole >= end || slots_[end - 1].has_own) return;
            slots_[hole].fresh = std::exchange(slots_[end - 1].fresh, std::nullopt);
            slots_[hole].is_new = true;
        }
    }

    void write(const Slot& slot, ListRefresh& made) {
        if (slot.fresh) fresh_->fill(*slot.fresh, values_);
        bool differs = false;
        for (std::uint32_t column = 0; column < columns_; ++column) {
            RowTrace now;
            RowTrace then;
            const Cell* cell = sheet_->cell({slot.row, column});
            if (cell != nullptr) add_cell(now, *cell);
            if (slot.fresh) add_value(then, column, fresh_->columns[column], values_[column]);
            if (now.value() == then.value()) continue;
            differs = true;
            made.writes.push_back({sheet_->index(),
                                   {slot.row, column},
                                   slot.fresh ? written(fresh_->columns[column], values_[column])
                                              : workbook::WrittenValue(std::monostate())});
        }
        if (differs && slot.fresh && !slot.is_new) ++changed_;
    }

    const EditedSheet* sheet_;
    const WrittenList* list_;
    const GridList* fresh_;
    TellsRow tells_;
    std::uint32_t columns_;
    std::vector<ListValue> values_;
    std::vector<Slot> slots_;
    std::set<std::uint32_t> own_rows_;  ///< rows with nothing of the list, but something of a person
    std::vector<bool> is_placed_;       ///< by row of today
    std::size_t added_ = 0;
    std::size_t gone_ = 0;
    std::size_t changed_ = 0;
};

}  // namespace

std::expected<ListRefresh, ListRefusal> refresh_list(const EditedSheet& sheet, const GridList& fresh, TellsRow tells) {
    return RowRefresh(sheet, fresh, tells).run();
}

}  // namespace begroot::live::detail
