#include "live/detail/kept_inputs.hpp"

#include "base/place.hpp"
#include "live/detail/layout.hpp"
#include "live/detail/scenario_sheet.hpp"

#include <algorithm>
#include <map>

namespace begroot::live::detail {

namespace {

constexpr std::uint32_t count_row = 2;
constexpr std::uint32_t kept_head_row = 4;
constexpr std::uint32_t first_kept_row = 5;
constexpr std::uint16_t kept_column = 4;
constexpr std::uint16_t now_column = 5;
constexpr std::uint16_t changed_column = 6;
constexpr std::uint32_t state_row = 2;
constexpr std::uint16_t fact_column = 1;

/// Words that stand at the left of a row, by place.
using RowWords = std::map<std::pair<std::uint32_t, std::uint16_t>, std::string>;

RowWords words_of(const Grid& grid) {
    RowWords words;
    for (const GridCell& cell : grid.cells) {
        if (cell.column >= label_columns) continue;
        if (const auto* text = std::get_if<std::string>(&cell.value)) words[{cell.row, cell.column}] = *text;
    }
    return words;
}

/// Says what an input is: its name and code; a row without its own code stands below the one that has it.
std::string name_of_input(const RowWords& words, std::uint32_t row) {
    const auto word = [&words](std::uint32_t at, std::uint16_t column) {
        const auto found = words.find({at, column});
        return found == words.end() ? std::string() : found->second;
    };
    const std::string code = word(row, 1);
    if (!code.empty()) return word(row, 0) + " (" + code + ")";
    return word(row - 1, 0) + " (" + word(row - 1, 1) + ")";
}

class KeptSheet {
public:
    explicit KeptSheet(const ExportInput& input) : input_(&input) {
        grid_.name = sheet_kept;
        grid_.widths = {18, 8, 76, 9, 20, 20, 11};
        grid_.head_row = kept_head_row;
        grid_.frozen_rows = first_kept_row;
        grid_.is_protected = true;
        put(0, 0, "Uitgangspunten van Risico en Vergelijking", GridRole::title);
        put(1, 0, "De waarden waarmee die bladen zijn gerekend, en wat er nu staat.", GridRole::subtitle);
        put(count_row, 0, "Gewijzigd", GridRole::label);
        const std::vector<std::string> heads{"Blad", "Cel", "Wat", "Jaar", "Bij het maken", "Nu", "Gewijzigd"};
        for (std::size_t i = 0; i < heads.size(); ++i)
            put(kept_head_row, static_cast<std::uint16_t>(i), heads[i], GridRole::head);
    }

    /// Adds an input; its value is a number or a text.
    void add(const Grid& sheet, const GridCell& cell, const std::string& what) {
        put(row_, 0, sheet.name, GridRole::label);
        put(row_, 1, cell_name(cell.row, cell.column), GridRole::label);
        put(row_, 2, what, GridRole::label);
        const bool has_year = cell.column >= label_columns;
        const double year = input_->graph->earliest_year + cell.column - label_columns;
        grid_.cells.push_back(
            {row_, 3, has_year ? GridValue(year) : GridValue(), "", GridRole::label, GridNumber::none, 0});
        grid_.cells.push_back({row_, kept_column, cell.value, "", GridRole::figure, cell.number, 0});
        grid_.cells.push_back({row_, now_column, cell.value,
                               sheet_prefix(sheet.name) + cell_name(cell.row, cell.column), GridRole::figure,
                               cell.number, 0});
        const std::string rule = "IF(" + cell_name(row_, kept_column) + "=" + cell_name(row_, now_column) + ",0,1)";
        grid_.cells.push_back({row_, changed_column, 0.0, rule, GridRole::figure, GridNumber::whole, 0});
        ++row_;
    }

    [[nodiscard]] Grid take() {
        const std::string changed =
            cell_name(first_kept_row, changed_column) + ":" + cell_name(row_ - 1, changed_column);
        grid_.cells.push_back(
            {count_row, fact_column, 0.0, "SUM(" + changed + ")", GridRole::figure, GridNumber::whole, 0});
        grid_.signals.push_back({first_kept_row, 0, row_ - 1, changed_column,
                                 "$" + cell_name(first_kept_row, changed_column) + "=1", Tone::unfavourable});
        return std::move(grid_);
    }

private:
    void put(std::uint32_t row, std::uint16_t column, const std::string& text, GridRole role) {
        grid_.cells.push_back({row, column, text, "", role, GridNumber::none, 0});
    }

    const ExportInput* input_;
    Grid grid_;
    std::uint32_t row_ = first_kept_row;
};

}  // namespace

Grid kept_inputs(const ExportInput& input, const std::vector<Grid>& grids) {
    KeptSheet kept(input);
    for (const Grid& grid : grids) {
        const RowWords words = words_of(grid);
        std::vector<const GridCell*> inputs;
        for (const GridCell& cell : grid.cells) {
            if (cell.role == GridRole::input) inputs.push_back(&cell);
        }
        std::ranges::sort(inputs, {}, [](const GridCell* cell) { return std::pair(cell->row, cell->column); });
        for (const GridCell* cell : inputs)
            kept.add(grid, *cell,
                     cell->column < label_columns ? std::string("Gekozen scenario") : name_of_input(words, cell->row));
    }
    return kept.take();
}

std::pair<std::string, std::string> kept_name() {
    return {changed_name, sheet_prefix(sheet_kept) + "$B$" + std::to_string(count_row + 1)};
}

std::uint32_t write_kept_head(Grid& grid, const ExportInput& input, const std::string& title,
                              const std::vector<std::pair<std::string, std::string>>& facts) {
    const auto put = [&grid](std::uint32_t row, std::uint16_t column, const std::string& text, GridRole role) {
        grid.cells.push_back({row, column, text, "", role, GridNumber::none, 0});
    };
    put(0, 0, title, GridRole::title);
    put(1, 0, input.organisation + "; waarden van het moment van maken, geen formules", GridRole::subtitle);
    put(state_row, 0, "Stand", GridRole::label);
    grid.cells.push_back({state_row, fact_column, std::string("actueel"),
                          "IF(" + std::string(changed_name) + "=0,\"actueel\",\"VEROUDERD: \"&" + changed_name +
                              "&\" gewijzigd sinds het maken (zie " + sheet_kept + ")\")",
                          GridRole::label, GridNumber::none, 0});
    std::uint32_t row = state_row + 1;
    for (const auto& [label, text] : facts) {
        put(row, 0, label, GridRole::label);
        put(row, fact_column, text, GridRole::label);
        ++row;
    }
    put(row, 0, "Model (SHA-256)", GridRole::label);
    put(row, fact_column, input.model_sha256, GridRole::label);
    return row + 2;
}

void grey_when_stale(Grid& grid) {
    std::uint32_t last_row = 0;
    std::uint16_t last_column = 0;
    for (const GridCell& cell : grid.cells) {
        last_row = std::max(last_row, cell.row);
        last_column = std::max(last_column, cell.column);
    }
    const std::string stale = "$B$" + std::to_string(state_row + 1) + "<>\"actueel\"";
    grid.signals.push_back({state_row, fact_column, state_row, fact_column, stale, Tone::unfavourable});
    grid.signals.push_back({0, 0, last_row, last_column, stale, Tone::muted});
}

}  // namespace begroot::live::detail
