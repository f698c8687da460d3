// An exported workbook that somebody edited, its hidden memory too: reading it back gives changes, findings or an
// error, and nothing where nothing was edited. The input is a line for each edited cell: its sheet (a number, or g for
// the memory), row and column, and what stands there now: n and a number, s and a text, or nothing.

#include "live/back.hpp"
#include "live/detail/memory.hpp"
#include "live/refresh.hpp"
#include "model/graph.hpp"
#include "scenario/scenario.hpp"
#include "store/model_file.hpp"
#include "workbook/reader.hpp"
#include "workbook/writer.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

namespace {

using namespace begroot;

constexpr std::string_view model_text = R"toml([jaarplan]
organisatie = "Voorbeeld"
titel = "Meerjarenbegroting 2025"
boekjaar = 2025

[meerjaren]
basisjaar = 2025
jaren = "2025-2027"

[[aanname]]
code = "leerlingen"
eenheid = "leerling"
groei = "-1%"
waarden = { 2025 = 10000 }

[[aanname]]
code = "tarief"
eenheid = "€/leerling"
formule = "tarief[-1]"
waarden = { 2025 = 200 }

[[aanname]]
code = "inkoop"
eenheid = "€"
formule = "inkoop[-1]"
waarden = { 2025 = 1000000 }

[[regel]]
code = "bekostiging"
soort = "baten"
rj = "3.1"
formule = "leerlingen * tarief"

[[regel]]
code = "lasten"
soort = "lasten"
rj = "4.4"
formule = "inkoop"

[[balanspost]]
code = "liquide_middelen"
rj = "1.7"
formule = "liquide_middelen[-1] + kasstroom"
waarden = { 2024 = 100000 }

[[balanspost]]
code = "eigen_vermogen"
rj = "2.1"
formule = "eigen_vermogen[-1] + resultaat"
waarden = { 2024 = 100000 }

[[scenario]]
code = "minder"
naam = "Minder leerlingen"
[[scenario.wijziging]]
wat = "leerlingen"
jaar = 2026
vermenigvuldig = "-5%"
)toml";

void require(bool holds) {
    if (!holds) std::abort();
}

/// The model, and the workbook as begroot wrote it.
struct Written {
    store::Model model;
    model::Graph graph;
    live::ExportInput input;
    workbook::Workbook book;
    std::uint32_t memory = 0;
};

live::ExportInput input_of(const store::Model& model, const model::Graph& graph) {
    live::ExportInput input;
    input.definition = &*model.multi_year;
    input.graph = &graph;
    input.organisation = "Voorbeeld";
    input.title = "Meerjarenbegroting";
    input.model_file = "proef.toml";
    input.version = "0";
    input.scenarios.push_back({std::string(scenario::base_name), "Het model zelf", "", {}});
    for (const scenario::Scenario& one : model.scenarios.scenarios) {
        auto overlay = scenario::overlay_of(graph, one.adjustments);
        require(overlay.has_value());
        input.scenarios.push_back({one.code, one.title, one.remark, std::move(*overlay)});
    }
    return input;
}

Written* write_once() {
    auto model = store::parse_model(model_text, "proef.toml");
    require(model.has_value());
    auto graph = model::compile(*model->multi_year);
    require(graph.has_value());
    auto* const made = new Written{std::move(*model), std::move(*graph), {}, {}, 0};  // lives as long as the fuzzer
    made->input = input_of(made->model, made->graph);
    const auto path = std::filesystem::temp_directory_path() / ("fuzz_back_" + std::to_string(getpid()) + ".xlsx");
    require(workbook::write_workbook(live::to_workbook(made->input), path).has_value());
    auto book = workbook::read_workbook(path, "map.xlsx");
    std::filesystem::remove(path);
    require(book.has_value());
    made->book = std::move(*book);
    const auto memory = live::detail::find_memory(made->book);
    require(memory.has_value());
    made->memory = *memory;
    return made;
}

std::string_view take(std::string_view& text, char until) {
    const std::size_t end = std::min(text.find(until), text.size());
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return piece;
}

template <typename Number>
std::optional<Number> number_of(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

using Edits = std::map<std::pair<std::uint32_t, CellPlace>, std::optional<workbook::Cell>>;

/// Reads one edited cell; a line that is none is passed over.
void add_edit(Edits& edits, std::string_view line, const Written& written) {
    constexpr std::uint32_t rows_max = 2'000;
    constexpr std::uint32_t columns_max = 200;
    const std::string_view name = take(line, ' ');
    const auto sheet = name == "g" ? std::optional(written.memory) : number_of<std::uint32_t>(name);
    const auto row = number_of<std::uint32_t>(take(line, ' '));
    const auto column = number_of<std::uint32_t>(take(line, ' '));
    const bool known = sheet && *sheet < written.book.sheets.size() && row && *row < rows_max && column;
    if (!known || *column >= columns_max) return;
    std::optional<workbook::Cell>& edit = edits[{*sheet, CellPlace{*row, *column}}];
    edit.reset();
    if (line.starts_with('s')) {
        edit = workbook::Cell::of_text(*row, *column, line.substr(1, workbook::Cell::short_text_max));
    } else if (line.starts_with('n')) {
        const auto number = number_of<double>(line.substr(1));
        if (number && std::isfinite(*number)) edit = workbook::Cell::of_number(*row, *column, *number);
    }
}

/// Gives a sheet with the edited cells in it.
workbook::Sheet edited(const workbook::Sheet& sheet, std::uint32_t index, const Edits& edits) {
    std::map<CellPlace, workbook::Cell> cells;
    for (const workbook::Cell& cell : sheet.cells) cells.emplace(CellPlace{cell.row(), cell.column()}, cell);
    workbook::Sheet changed = sheet;
    for (const auto& [place, cell] : edits) {
        if (place.first != index) continue;
        cells.erase(place.second);
        if (cell) cells.emplace(place.second, *cell);
        std::erase_if(changed.formulas, [&](const workbook::Formula& formula) {
            return CellPlace{formula.row, formula.column} == place.second;
        });
    }
    changed.cells = {};
    for (const auto& [place, cell] : cells) changed.cells.push_back(cell);
    return changed;
}

void check(const workbook::Workbook& book, const live::ExportInput& now, bool untouched) {
    static_cast<void>(live::made_with(book));
    const auto back = live::read_back(book, now);
    if (back) {
        for (const Finding& finding : back->findings) require(!finding.kind.empty() && !finding.found.empty());
        static_cast<void>(live::to_document(*back, now));
    }
    if (untouched) require(back && back->findings.empty() && back->inputs.empty() && back->remarks.empty());
    const auto refresh = live::plan_refresh(book, now);
    if (refresh) static_cast<void>(live::to_document(*refresh, book));
    if (untouched) require(refresh && refresh->writes.empty() && refresh->kept.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Written* const written = write_once();
    Edits edits;
    for (std::string_view input(reinterpret_cast<const char*>(data), size); !input.empty();)
        add_edit(edits, take(input, '\n'), *written);
    workbook::Workbook book = written->book;
    for (std::uint32_t i = 0; i < book.sheets.size(); ++i) book.sheets[i] = edited(written->book.sheets[i], i, edits);
    check(book, written->input, edits.empty());
    return 0;
}
