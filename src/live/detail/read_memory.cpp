// Reads the memory of a workbook that people have edited.

#include "live/detail/memory.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace begroot::live::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

constexpr std::string_view first_word = "geheugen";
constexpr std::uint32_t letter_count = 26;
constexpr int hexadecimal = 16;

/// One row of the sheet: what its cells hold, by column.
class MemoryRow {
public:
    explicit MemoryRow(std::vector<const Cell*> cells) : cells_(std::move(cells)) {}

    [[nodiscard]] std::string text(std::uint32_t column) const {
        const Cell* cell = at(column);
        return cell == nullptr ? "" : std::string(cell->text());
    }
    /// Gives a number, or not-a-number where there is none.
    [[nodiscard]] double number(std::uint32_t column) const {
        const Cell* cell = at(column);
        return cell != nullptr && cell->kind() == CellKind::number ? cell->number()
                                                                   : std::numeric_limits<double>::quiet_NaN();
    }
    [[nodiscard]] std::optional<std::uint32_t> whole(std::uint32_t column) const {
        const double value = number(column);
        if (!(value >= 0 && value < static_cast<double>(Cell::rows_max))) return std::nullopt;
        return static_cast<std::uint32_t>(value);
    }
    [[nodiscard]] std::uint32_t last_column() const { return cells_.empty() ? 0 : cells_.back()->column(); }

private:
    [[nodiscard]] const Cell* at(std::uint32_t column) const {
        const auto found = std::ranges::find(cells_, column, [](const Cell* cell) { return cell->column(); });
        return found == cells_.end() ? nullptr : *found;
    }

    std::vector<const Cell*> cells_;
};

std::uint32_t take_column(std::string_view& text) {
    std::uint32_t column = 0;
    while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
        column = column * letter_count + static_cast<std::uint32_t>(text.front() - 'A') + 1;
        text.remove_prefix(1);
    }
    return column;
}

/// The traces of one row, and how many more a workbook may have: a few letters name a whole row of cells.
struct Traces {
    std::map<std::uint32_t, Fingerprint>* cells;
    std::size_t* left;
    std::uint32_t last_column = 0;
};

/// Reads one trace: `E-N:f00c0ffee`. They stand in the order of their columns.
bool read_trace(std::string_view text, Traces& traces) {
    const std::uint32_t first = take_column(text);
    std::uint32_t last = first;
    if (text.starts_with('-')) {
        text.remove_prefix(1);
        last = take_column(text);
    }
    if (first == 0 || last < first || last > Cell::columns_max || text.size() < 3 || text.front() != ':') return false;
    Fingerprint made;
    made.kind = text[1] == 'f'   ? Fingerprint::Kind::formula
                : text[1] == 'n' ? Fingerprint::Kind::number
                                 : Fingerprint::Kind::text;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), made.trace, hexadecimal);
    if (error != std::errc{} || end != text.data() + text.size()) return false;
    const std::size_t count = last - first + 1;
    if (first <= traces.last_column || count > *traces.left) return false;
    *traces.left -= count;
    traces.last_column = last;
    for (std::uint32_t column = first; column <= last; ++column) traces.cells->emplace(column - 1, made);
    return true;
}

bool read_traces(std::string_view text, Traces traces) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (!read_trace(text.substr(0, end), traces)) return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

/// Puts the memory together, a row at a time.
class MemoryReader {
public:
    /// Takes a row; false where it is not as it was written.
    [[nodiscard]] bool take(const MemoryRow& row) {
        const std::string word = row.text(0);
        if (word == "gegeven") {
            memory_.facts.emplace_back(row.text(1), row.text(2));
            return true;
        }
        if (word == "scenario") {
            memory_.scenarios.emplace_back(row.text(1), row.text(2));
            return true;
        }
        if (word == "blad") return take_sheet(row, memory_.sheets);
        if (word == word_beside) return take_sheet(row, memory_.beside);
        if (current_ == nullptr) return false;
        if (word == word_list) return take_list(row);
        if (word == word_traces) return take_traces(row.text(1));
        return word == "rij" ? take_row(row) : word == "invoer" && take_input(row);
    }

    /// Tells whether each list has as many traces as it says.
    [[nodiscard]] bool is_whole() const { return traces_missing_ == 0; }
    [[nodiscard]] Memory finish() { return std::move(memory_); }

private:
    [[nodiscard]] bool take_sheet(const MemoryRow& row, std::vector<WrittenSheet>& sheets) {
        constexpr std::uint32_t first_head = 4;
        const auto head = row.whole(3);
        if (row.text(2).empty() || !head) return false;
        WrittenSheet sheet;
        sheet.name = row.text(2);
        sheet.head_row = *head;
        for (std::uint32_t column = first_head; column <= row.last_column(); ++column)
            sheet.heads.push_back(row.text(column));
        sheets.push_back(std::move(sheet));
        current_ = &sheets.back();
        return true;
    }

    [[nodiscard]] bool take_list(const MemoryRow& row) {
        const auto first = row.whole(1);
        const auto columns = row.whole(2);
        const auto rows = row.whole(3);
        if (!first || *first == 0 || !columns || *columns > Cell::columns_max || !rows) return false;
        current_->list.first_row = *first - 1;
        current_->list.columns = *columns;
        traces_missing_ += *rows;
        return true;
    }

    [[nodiscard]] bool take_traces(std::string_view text) {
        constexpr std::size_t digits = 8;
        if (text.size() % digits != 0 || text.size() / digits > traces_missing_) return false;
        traces_missing_ -= text.size() / digits;
        for (; !text.empty(); text.remove_prefix(digits)) {
            std::uint32_t trace = 0;
            const char* const start = text.data();
            const char* const end = start + digits;
            const auto read = std::from_chars(start, end, trace, hexadecimal);
            if (read.ec != std::errc{} || read.ptr != end) return false;
            current_->list.traces.push_back(trace);
        }
        return true;
    }

    [[nodiscard]] bool take_row(const MemoryRow& row) {
        const auto at = row.whole(1);
        if (!at || *at == 0) return false;
        WrittenRow made{*at - 1, row.text(3), row.text(4), row.text(2), {}};
        if (!read_traces(row.text(5), {&made.cells, &traces_left_})) return false;
        current_->rows.push_back(std::move(made));
        return true;
    }

    [[nodiscard]] bool take_input(const MemoryRow& row) {
        const auto range = workbook::parse_cell_range(row.text(1));
        if (!range) return false;
        WrittenInput made;
        made.place = {range->first_row, range->first_column};
        made.series = row.text(2);
        const auto scenario = row.whole(5);
        const auto change = row.whole(6);
        if (!scenario || !change || *scenario > memory_.scenarios.size()) return false;
        made.scenario = *scenario;
        made.change = *change;
        made.kind = row.text(7);
        if (!made.series.empty()) {
            const auto year = row.whole(3);
            made.value = row.number(4);
            if (!year || !(made.value == made.value)) return false;
            made.year = static_cast<std::int32_t>(*year);
        }
        current_->inputs.push_back(std::move(made));
        return true;
    }

    static constexpr std::size_t traces_max = 5'000'000;

    Memory memory_;
    std::size_t traces_left_ = traces_max;
    WrittenSheet* current_ = nullptr;  ///< the last of the sheets
    std::size_t traces_missing_ = 0;
};

Error no_memory(const workbook::Workbook& workbook, std::string found) {
    Error error{ErrorKind::input,
                {},
                std::move(found),
                "een werkmap die begroot export heeft geschreven",
                "schrijf met begroot export een nieuwe werkmap en zet de wijzigingen daarin"};
    error.place.file = workbook.file;
    return error;
}

}  // namespace

std::optional<std::uint32_t> find_memory(const workbook::Workbook& workbook) {
    for (std::uint32_t i = 0; i < workbook.sheets.size(); ++i) {
        const auto& cells = workbook.sheets[i].cells;
        const Cell* first = cells.find(0, 0);
        const Cell* second = cells.find(0, 1);
        const bool is_memory =
            first != nullptr && first->text() == first_word && second != nullptr && second->kind() == CellKind::number;
        if (is_memory) return i;
    }
    return std::nullopt;
}

Result<Memory> read_memory(const workbook::Workbook& workbook) {
    const auto sheet = find_memory(workbook);
    if (!sheet) return failure(no_memory(workbook, "de werkmap heeft geen geheugen van begroot"));
    const auto& cells = workbook.sheets[*sheet].cells;
    const double written = cells.find(0, 1)->number();
    if (written != 1 && written != static_cast<double>(memory_version)) {
        return failure(no_memory(workbook, "het geheugen van de werkmap heeft een vorm die deze begroot niet kent"));
    }
    MemoryReader reader;
    std::vector<const Cell*> row;
    std::uint32_t at = 0;
    std::optional<std::uint32_t> wrong;
    const auto take = [&]() {
        if (!wrong && !row.empty() && at != 0 && !reader.take(MemoryRow(row))) wrong = at;
        row.clear();
    };
    for (const Cell& cell : cells) {
        if (cell.row() != at) {
            take();
            at = cell.row();
        }
        row.push_back(&cell);
    }
    take();
    if (!wrong && !reader.is_whole()) wrong = at;
    Memory memory = reader.finish();
    if (wrong || memory.sheets.empty() || memory.scenarios.empty()) {
        return failure(no_memory(workbook, "het geheugen van de werkmap (blad " +
                                               workbook.sheets[*sheet].source->sheet + ", rij " +
                                               std::to_string(wrong.value_or(at) + 1) + ") is veranderd"));
    }
    return memory;
}

}  // namespace begroot::live::detail
