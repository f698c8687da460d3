// What was read back, as tables.

#include "live/back.hpp"
#include "model/quantity.hpp"

#include <algorithm>
#include <cmath>

namespace begroot::live {

namespace {

const char* fate_name(InputFate fate) {
    switch (fate) {
        case InputFate::taken:
            return "overgenomen";
        case InputFate::in_model:
            return "staat al in het model";
        case InputFate::conflict:
            return "conflict";
        case InputFate::gone:
            return "vervallen in het model";
        case InputFate::elsewhere:
            return "van een ander scenario";
        case InputFate::unreadable:
            return "geen getal";
    }
    return "";
}

/// Writes a value in the unit of its series; what a change multiplies by is a bare number.
std::string value_text(const ExportInput& now, const ChangedInput& input, std::optional<double> value) {
    if (!value) return "";
    const auto series = now.graph->find_series(input.series);
    const bool is_factor = !input.kind.empty() && input.kind == "maal";
    const model::Unit unit =
        !series || is_factor ? model::Unit{} : unit_of(*now.definition, now.graph->series[*series]);
    return model::write_value(*value, unit);
}

::begroot::Cell words(std::string text) {
    ::begroot::Cell cell;
    if (!text.empty()) cell.value = std::move(text);
    return cell;
}

}  // namespace

Document to_document(const Back& back, const ExportInput& now) {
    Document document;
    document.title = "Teruggelezen";
    document.subject = back.shown;
    Table table;
    table.name = "Cellen";
    table.title = "Veranderde invoer";
    table.subtitles = {"Scenario in de werkmap: " + back.shown};
    table.columns = {{"cel", "Cel", ColumnKind::text},
                     {"cijfer", "Cijfer", ColumnKind::text},
                     {"jaar", "Jaar", ColumnKind::text},
                     {"geschreven", "Geschreven", ColumnKind::text},
                     {"werkmap", "Werkmap nu", ColumnKind::text},
                     {"model", "Model nu", ColumnKind::text},
                     {"wat", "Wat ermee gebeurt", ColumnKind::text}};
    for (const ChangedInput& one : back.inputs) {
        const std::string of = one.scenario.empty() ? one.series : one.series + " (" + one.scenario + ")";
        table.rows.push_back({RowRole::body,
                              0,
                              {words(sheet_cell(one.place)), words(of), words(std::to_string(one.year)),
                               words(value_text(now, one, one.written)), words(value_text(now, one, one.now)),
                               words(value_text(now, one, one.of_model)), words(fate_name(one.fate))}});
    }
    if (back.inputs.empty()) table.notes = {"Geen enkele gele cel is anders dan geschreven."};
    document.tables.push_back(std::move(table));
    if (back.remarks.empty()) return document;
    Table texts;
    texts.name = "Teksten";
    texts.title = "Toelichtingen";
    texts.columns = {
        {"cel", "Cel", ColumnKind::text}, {"cijfer", "Cijfer", ColumnKind::text}, {"tekst", "Tekst", ColumnKind::text}};
    for (const Remark& one : back.remarks)
        texts.rows.push_back({RowRole::body, 0, {words(sheet_cell(one.place)), words(one.series), words(one.text)}});
    document.tables.push_back(std::move(texts));
    return document;
}

}  // namespace begroot::live
