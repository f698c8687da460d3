#include "live/detail/memory.hpp"

#include "base/place.hpp"
#include "live/detail/list_trace.hpp"

#include <algorithm>
#include <iterator>
#include <variant>

#include <fmt/format.h>

namespace begroot::live::detail {

namespace {

/// Tells of every input which figure it is.
using InputPlaces = std::map<std::pair<std::string, CellPlace>, WrittenInput>;

InputPlaces inputs_of(const ExportInput& input, const Layout& layout, const ScenarioSheet& scenarios) {
    InputPlaces places;
    for (const PlacedSheet& sheet : layout.sheets()) {
        for (std::uint32_t i = 0; i < sheet.rows.size(); ++i) {
            const PlacedRow& row = sheet.rows[i];
            const bool is_figure = row.kind == PlacedRow::Kind::series || row.kind == PlacedRow::Kind::unadjusted;
            if (!is_figure) continue;
            for (std::int32_t year = layout.first_year(); year <= layout.last_year(); ++year) {
                const CellPlace place{first_figure_row + i, layout.column_of(year)};
                WrittenInput one;
                one.place = place;
                one.series = input.graph->series[row.series].name;
                one.year = year;
                places.emplace(std::pair(sheet.name, place), std::move(one));
            }
        }
    }
    for (const ScenarioInput& of : scenarios.inputs()) {
        WrittenInput one;
        one.place = of.place;
        if (of.node != model::no_node) {
            one.series = input.graph->series[input.graph->nodes[of.node].series].name;
            one.year = input.graph->nodes[of.node].year;
            one.scenario = of.scenario + 1;
            one.change = of.change;
            one.kind = of.kind;
        }
        places.emplace(std::pair(scenarios.grid().name, of.place), std::move(one));
    }
    return places;
}

std::string text_in(const GridCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
    const auto* number = std::get_if<double>(&cell.value);
    return number == nullptr || !cell.formula.empty() ? "" : fmt::format("{}", *number);
}

bool is_nothing(const GridCell& cell) {
    const auto* text = std::get_if<std::string>(&cell.value);
    return cell.formula.empty() &&
           (std::holds_alternative<std::monostate>(cell.value) || (text != nullptr && text->empty()));
}

/// Gives the row of heads that names most columns: the last cell of it is a year.
std::uint32_t head_row_of(const Grid& grid) {
    std::map<std::uint32_t, std::size_t> heads;
    for (const GridCell& cell : grid.cells) {
        if (cell.role == GridRole::head) ++heads[cell.row];
    }
    const auto most = std::ranges::max_element(heads, {}, [](const auto& one) { return one.second; });
    return most == heads.end() ? 0 : most->first;
}

WrittenSheet remember(const Grid& grid, const InputPlaces& inputs) {
    WrittenSheet sheet;
    sheet.name = grid.name;
    sheet.head_row = head_row_of(grid);
    std::map<std::uint32_t, WrittenRow> rows;
    for (const GridCell& cell : grid.cells) {
        if (is_nothing(cell)) continue;
        WrittenRow& row = rows[cell.row];
        row.row = cell.row;
        if (cell.column == 0 && cell.formula.empty()) row.label = text_in(cell);
        if (cell.column == 1 && cell.formula.empty() && cell.role != GridRole::input) row.code = text_in(cell);
        if (cell.role == GridRole::head && cell.row == sheet.head_row) {
            if (sheet.heads.size() <= cell.column) sheet.heads.resize(cell.column + 1U);
            sheet.heads[cell.column] = text_in(cell);
        }
        const CellPlace place{cell.row, cell.column};
        const auto input = inputs.find({grid.name, place});
        if (input != inputs.end() && row.series.empty()) row.series = input->second.series;
        if (input != inputs.end() && cell.role == GridRole::input) {
            sheet.inputs.push_back(input->second);
            if (const auto* number = std::get_if<double>(&cell.value)) sheet.inputs.back().value = *number;
            continue;
        }
        const auto* number = std::get_if<double>(&cell.value);
        row.cells[cell.column] = !cell.formula.empty() ? fingerprint_of(pieces_of(cell.formula), grid.name, place)
                                 : number != nullptr   ? fingerprint_of(*number)
                                                       : fingerprint_of(std::get<std::string>(cell.value));
    }
    for (auto& [at, row] : rows) sheet.rows.push_back(std::move(row));
    std::ranges::sort(sheet.inputs, {}, &WrittenInput::place);
    if (!grid.list.columns.empty())
        sheet.list = {grid.list.first_row, static_cast<std::uint32_t>(grid.list.columns.size()), traces_of(grid.list)};
    return sheet;
}

char letter_of(Fingerprint::Kind kind) {
    return kind == Fingerprint::Kind::formula ? 'f' : kind == Fingerprint::Kind::number ? 'n' : 't';
}

/// Writes the traces of a row, equal neighbours together: `A:t1a2b3c4d E-N:f00c0ffee`.
std::string traces_of(const WrittenRow& row) {
    std::string text;
    for (auto cell = row.cells.begin(); cell != row.cells.end();) {
        auto last = cell;
        auto next = std::next(cell);
        while (next != row.cells.end() && next->first == last->first + 1 && next->second == cell->second) last = next++;
        text += (text.empty() ? "" : " ") + column_name(cell->first);
        if (last != cell) text += "-" + column_name(last->first);
        text += fmt::format(":{}{:08x}", letter_of(cell->second.kind), cell->second.trace);
        cell = next;
    }
    return text;
}

/// Writes rows of words and numbers.
class MemoryGrid {
public:
    explicit MemoryGrid(Grid& grid) : grid_(&grid) {}

    void add(const std::vector<GridValue>& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::holds_alternative<std::monostate>(values[i])) continue;
            grid_->cells.push_back(
                {row_, static_cast<std::uint16_t>(i), values[i], "", GridRole::label, GridNumber::none, 0});
        }
        ++row_;
    }

private:
    Grid* grid_;
    std::uint32_t row_ = 0;
};

GridValue whole(std::size_t number) { return static_cast<double>(number); }

GridValue maybe(const std::string& text) { return text.empty() ? GridValue() : GridValue(text); }

/// Writes the traces of a list, as many in a cell as it holds.
void add_list(MemoryGrid& rows, const WrittenList& list) {
    if (list.columns == 0) return;
    rows.add({std::string(word_list), whole(list.first_row + 1U), whole(list.columns), whole(list.traces.size())});
    for (std::size_t first = 0; first < list.traces.size(); first += traces_in_cell) {
        std::string text;
        const std::size_t end = std::min(first + traces_in_cell, list.traces.size());
        for (std::size_t i = first; i < end; ++i) fmt::format_to(std::back_inserter(text), "{:08x}", list.traces[i]);
        rows.add({std::string(word_traces), std::move(text)});
    }
}

void add_sheet(MemoryGrid& rows, const char* word, std::size_t number, const WrittenSheet& sheet) {
    std::vector<GridValue> head{std::string(word), whole(number), sheet.name, whole(sheet.head_row)};
    for (const std::string& one : sheet.heads) head.push_back(maybe(one));
    rows.add(head);
    for (const WrittenRow& row : sheet.rows)
        rows.add({std::string("rij"), whole(row.row + 1U), maybe(row.series), maybe(row.label), maybe(row.code),
                  maybe(traces_of(row))});
    for (const WrittenInput& one : sheet.inputs) {
        const bool is_choice = one.series.empty();
        rows.add({std::string("invoer"), cell_name(one.place.row, one.place.column), maybe(one.series),
                  is_choice ? GridValue() : GridValue(static_cast<double>(one.year)),
                  is_choice ? GridValue() : GridValue(one.value), whole(one.scenario), whole(one.change),
                  maybe(one.kind)});
    }
    add_list(rows, sheet.list);
}

}  // namespace

std::string Memory::fact(std::string_view name) const {
    const auto found = std::ranges::find(facts, name, &std::pair<std::string, std::string>::first);
    return found == facts.end() ? "" : found->second;
}

const WrittenSheet* Memory::sheet(std::string_view name) const {
    const auto found = std::ranges::find(sheets, name, &WrittenSheet::name);
    return found == sheets.end() ? nullptr : &*found;
}

const WrittenSheet* Memory::sheet_beside(std::string_view name) const {
    const auto found = std::ranges::find(beside, name, &WrittenSheet::name);
    return found == beside.end() ? nullptr : &*found;
}

Memory memory_of(const ExportInput& input, const Layout& layout, const ScenarioSheet& scenarios, const GridBook& book,
                 const std::vector<Grid>& beside) {
    Memory memory;
    memory.facts = {
        {"model", input.model_file}, {"sha256", input.model_sha256}, {"scenario", input.made_with.scenario}};
    for (const std::string& change : input.made_with.changes) memory.facts.emplace_back("stel", change);
    memory.facts.emplace_back("tot", input.made_with.until);
    memory.facts.emplace_back("rapportage", input.made_with.moment);
    for (const LiveScenario& one : input.scenarios) memory.scenarios.emplace_back(one.code, one.title);
    const InputPlaces inputs = inputs_of(input, layout, scenarios);
    if (input.risk != nullptr) {
        memory.facts.emplace_back(fact_draws, std::to_string(input.risk->options.draws));
        memory.facts.emplace_back(fact_seed, std::to_string(input.risk->options.seed));
    }
    if (input.compared) {
        memory.facts.emplace_back(fact_compared_first, input.scenarios[input.compared->first].code);
        memory.facts.emplace_back(fact_compared_second, input.scenarios[input.compared->second].code);
    }
    for (const Grid& grid : book.grids) memory.sheets.push_back(remember(grid, inputs));
    for (const Grid& grid : beside) memory.beside.push_back(remember(grid, {}));
    return memory;
}

Grid to_grid(const Memory& memory) {
    Grid grid;
    grid.name = sheet_memory;
    grid.is_protected = true;
    grid.is_hidden = true;
    MemoryGrid rows(grid);
    rows.add({std::string("geheugen"), whole(memory_version),
              std::string("Hiermee leest begroot deze werkmap terug. Verander hier niets.")});
    for (const auto& [name, value] : memory.facts) rows.add({std::string("gegeven"), name, maybe(value)});
    for (const auto& [code, title] : memory.scenarios) rows.add({std::string("scenario"), code, title});
    std::size_t number = 0;
    for (const WrittenSheet& sheet : memory.sheets) add_sheet(rows, "blad", ++number, sheet);
    for (const WrittenSheet& sheet : memory.beside) add_sheet(rows, word_beside, ++number, sheet);
    return grid;
}

std::vector<std::pair<std::string, std::string>> sheet_names(const Memory& memory) {
    std::vector<std::pair<std::string, std::string>> names;
    names.reserve(memory.sheets.size() + memory.beside.size());
    for (const auto* sheets : {&memory.sheets, &memory.beside}) {
        for (const WrittenSheet& sheet : *sheets)
            names.emplace_back(fmt::format("begroot_blad_{}", names.size() + 1), sheet_prefix(sheet.name) + "$A$1");
    }
    return names;
}

}  // namespace begroot::live::detail
