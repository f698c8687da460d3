#include "live/export.hpp"

#include "base/check.hpp"
#include "base/place.hpp"
#include "live/detail/actual_rows.hpp"
#include "live/detail/actual_sheets.hpp"
#include "live/detail/figure_sheet.hpp"
#include "live/detail/kept_inputs.hpp"
#include "live/detail/kept_sheets.hpp"
#include "live/detail/layout.hpp"
#include "live/detail/living_book.hpp"
#include "live/detail/memory.hpp"
#include "live/detail/scenario_sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <variant>

namespace begroot::live {

namespace {

using detail::Layout;

/// The sheet that says what this is and where it comes from.
Grid explanation(const ExportInput& input) {
    Grid grid;
    grid.name = detail::sheet_explanation;
    grid.widths = {26, 118};
    std::uint32_t row = 0;
    grid.cells.push_back({row++, 0, input.title, "", GridRole::title, GridNumber::none, 0});
    ++row;
    const auto add = [&grid, &row](const std::string& label, const std::string& text) {
        grid.cells.push_back({row, 0, label, "", GridRole::label, GridNumber::none, 0});
        grid.cells.push_back({row, 1, text, "", GridRole::label, GridNumber::none, 0});
        ++row;
    };
    add("Organisatie", input.organisation);
    add("Model", input.model_file);
    add("SHA-256 van het model", input.model_sha256);
    for (const auto& [file, sha256] : input.sources) {
        std::string read = file;
        add("Ook gelezen", read.append(" (SHA-256 ").append(sha256).append(")"));
    }
    add("Basisjaar", std::to_string(input.graph->base_year));
    add("Jaren", std::to_string(input.graph->first_year) + " tot en met " + std::to_string(input.graph->last_year));
    add("Gemaakt met", "begroot " + input.version);
    add("Scenario bij het maken", input.scenarios[input.chosen].title);
    ++row;
    grid.cells.push_back({row++, 0, std::string("Hoe deze werkmap werkt"), "", GridRole::section, {}, 0});
    for (const char* text :
         {"Kies op het blad Scenario's een scenario: alle bladen rekenen mee.",
          "Gele cellen zijn invoer en mogen worden veranderd; alle andere cijfers zijn formules.",
          "Een cijfer dat een scenario verandert, heeft een tweede rij 'zonder scenario' (inklapbaar).",
          "Regels van baten en lasten en de balans zijn op centen afgerond; totalen zijn sommen van afgeronde regels.",
          "Het blad Controle toont alle verschillen die nul moeten zijn, in groen of rood."}) {
        grid.cells.push_back({row++, 0, std::string(text), "", GridRole::subtitle, GridNumber::none, 0});
    }
    return grid;
}

/// The sheet with every sum that must be zero.
Grid checks(const ExportInput& input, const Layout& layout, const model::Evaluator& evaluator) {
    Grid grid;
    grid.name = detail::sheet_check;
    detail::write_head(grid, input, layout, "Controle", {"Wat nul moet zijn", "", "", ""});
    const model::Graph& graph = *input.graph;
    std::uint32_t row = detail::first_figure_row;
    const auto add = [&](const std::string& label, const auto& formula_and_value) {
        grid.cells.push_back({row, 0, label, "", GridRole::label, GridNumber::none, 0});
        for (std::int32_t year = graph.first_year; year <= graph.last_year; ++year) {
            const auto [formula, value] = formula_and_value(year);
            if (formula.empty()) continue;
            grid.cells.push_back({row, layout.column_of(year), value, formula, GridRole::figure, GridNumber::cents, 0});
        }
        const std::uint16_t first = layout.column_of(graph.first_year);
        const std::string cell = cell_name(row, first);
        const std::uint16_t last = layout.column_of(graph.last_year);
        grid.signals.push_back({row, first, row, last, "ABS(" + cell + ")>=0.005", Tone::unfavourable});
        grid.signals.push_back(
            {row, first, row, last, "AND(ISNUMBER(" + cell + "),ABS(" + cell + ")<0.005)", Tone::favourable});
        ++row;
    };
    const auto cell = [&](std::string_view name, std::int32_t year) {
        const model::NodeId node = graph.node_of(*graph.find_series(name), year);
        return node == model::no_node ? std::string() : layout.cell(graph, node, false, grid.name);
    };
    const auto value = [&](std::string_view name, std::int32_t year) {
        return evaluator.in_unit(graph.node_of(*graph.find_series(name), year));
    };
    add("Activa min passiva", [&](std::int32_t year) {
        const std::string assets = cell("totaal_activa", year);
        if (assets.empty()) return std::pair<std::string, double>();
        return std::pair("ROUND(" + assets + "-" + cell("totaal_passiva", year) + ",2)",
                         value("totaal_activa", year) - value("totaal_passiva", year));
    });
    const std::string lines = detail::sheet_prefix(detail::sheet_lines);
    add("Baten min de som van de regels 3", [&](std::int32_t year) {
        const std::string column = column_name(layout.column_of(year));
        const auto rule = "SUMIF(" + lines + "$D:$D,\"3*\"," + lines + column + ":" + column + ")";
        return std::pair("ROUND(" + cell("totaal_baten", year) + "-" + rule + ",2)", 0.0);
    });
    add("Lasten min de som van de regels 4", [&](std::int32_t year) {
        const std::string column = column_name(layout.column_of(year));
        const auto rule = "SUMIF(" + lines + "$D:$D,\"4*\"," + lines + column + ":" + column + ")";
        return std::pair("ROUND(" + cell("totaal_lasten", year) + "-" + rule + ",2)", 0.0);
    });
    add("Baten min lasten plus financieel min resultaat", [&](std::int32_t year) {
        return std::pair("ROUND(" + cell("totaal_baten", year) + "-" + cell("totaal_lasten", year) + "+" +
                             cell("financieel", year) + "-" + cell("resultaat", year) + ",2)",
                         0.0);
    });
    grid.is_protected = true;
    return grid;
}

/// Hides the first years of a sheet as far as nothing stands there: another sheet needs them, and paper is narrow.
void hide_empty_years(Grid& grid, const Layout& layout) {
    const std::uint16_t first = layout.column_of(layout.first_year());
    std::optional<std::uint16_t> filled;
    for (const GridCell& cell : grid.cells) {
        const bool counts = cell.column >= first && cell.role != GridRole::head && cell.row > grid.head_row &&
                            (!cell.formula.empty() || std::holds_alternative<double>(cell.value));
        if (counts) filled = std::min(filled.value_or(cell.column), cell.column);
    }
    for (std::uint16_t column = first; filled && column < *filled; ++column) grid.hidden_columns.push_back(column);
}

/// Makes the sheets that stand beside the model, and gives the book the names they have.
std::vector<Grid> sheets_beside(const ExportInput& input, GridBook& book) {
    std::vector<Grid> beside;
    if (input.risk != nullptr || input.compared) {
        if (input.compared) beside.push_back(detail::compared_sheet(input));
        if (input.risk != nullptr) beside.push_back(detail::risk_sheet(input));
        beside.push_back(detail::kept_inputs(input, book.grids));
        book.names.push_back(detail::kept_name());
    }
    if (input.actuals) {
        for (Grid& grid : detail::actual_sheets(input)) beside.push_back(std::move(grid));
        beside.push_back(detail::postings_sheet(input));
        for (auto& name : detail::actual_names(input, beside.back())) book.names.push_back(std::move(name));
    }
    return beside;
}

}  // namespace

detail::LivingBook detail::living_book(const ExportInput& input) {
    BEGROOT_CHECK(!input.scenarios.empty() && input.chosen < input.scenarios.size(), "een export zonder scenario");
    const Layout layout(input);
    const detail::ScenarioSheet scenarios(input, layout);
    model::Evaluator evaluator(*input.graph);
    evaluator.set_overlay(input.scenarios[input.chosen].overlay);
    GridBook book;
    book.title = input.title;
    book.subject = input.organisation;
    book.names = scenarios.names();
    book.grids.push_back(explanation(input));
    book.grids.push_back(scenarios.grid());
    for (const detail::PlacedSheet& sheet : layout.sheets())
        book.grids.push_back(detail::figure_sheet(input, layout, scenarios, sheet, evaluator));
    book.grids.push_back(checks(input, layout, evaluator));
    for (Grid& grid : book.grids) hide_empty_years(grid, layout);
    std::vector<Grid> beside = sheets_beside(input, book);
    Memory memory = memory_of(input, layout, scenarios, book, beside);
    for (Grid& grid : beside) book.grids.push_back(std::move(grid));
    book.grids.push_back(to_grid(memory));
    for (auto& name : sheet_names(memory)) book.names.push_back(std::move(name));
    return {std::move(book), std::move(memory)};
}

GridBook to_workbook(const ExportInput& input) { return detail::living_book(input).book; }

bool is_beside_model(std::string_view sheet) {
    constexpr std::array<std::string_view, 7> names{
        detail::sheet_compared,      detail::sheet_risk,          detail::sheet_kept,    detail::sheet_actuals,
        detail::sheet_actual_months, detail::sheet_budget_months, detail::sheet_postings};
    return std::ranges::find(names, sheet) != names.end();
}

LiveMap map_of(const ExportInput& input) {
    const Layout layout(input);
    LiveMap map;
    map.first_year = layout.first_year();
    map.first_column = layout.column_of(layout.first_year());
    for (const detail::PlacedSheet& sheet : layout.sheets()) {
        for (std::uint32_t i = 0; i < sheet.rows.size(); ++i) {
            if (sheet.rows[i].kind != detail::PlacedRow::Kind::series) continue;
            map.rows.push_back(
                {input.graph->series[sheet.rows[i].series].name, sheet.name, detail::first_figure_row + i});
        }
    }
    return map;
}

}  // namespace begroot::live
