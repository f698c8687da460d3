#include "money/format.hpp"
#include "report/detail/table_parts.hpp"
#include "report/trace.hpp"

#include <algorithm>

namespace begroot::report {

Document to_document(const Trace& trace) {
    const auto text = [](std::string value) {
        return value.empty() ? Cell{} : Cell{std::move(value), {}, Tone::plain};
    };
    const std::string& column = trace_column_names()[static_cast<std::size_t>(trace.column)];
    Table table;
    table.name = "Herkomst";
    table.title = "Herkomst van " + column + " van " + trace.code + (trace.name == trace.code ? "" : ": " + trace.name);
    table.subtitles = {trace.amount
                           ? format_euro(*trace.amount, Decimals::cents) + ", " + std::to_string(trace.items.size()) +
                                 (trace.items.size() == 1 ? " post" : " posten")
                           : "hier staat geen bedrag" +
                                 (trace.printed.empty() ? std::string() : " maar \"" + trace.printed + "\"")};
    if (!trace.budget_words.empty()) table.subtitles.push_back("Begroting: " + trace.budget_words);
    table.money_style = MoneyStyle::cents;
    table.columns = {{"bedrag", "Bedrag", ColumnKind::money, 0, 0},
                     {"cel", "Cel", ColumnKind::text, 0, 34},
                     {"codes", "Rekening / kostenplaats\n/ kostendrager", ColumnKind::text, 3, 34},
                     {"omschrijving", "Omschrijving", ColumnKind::text, 0, 40},
                     {"regel", "Koppelregel", ColumnKind::text, 0, 44},
                     {"bestand", "Bestand", ColumnKind::text, 2, 44},
                     {"sha256", "SHA-256", ColumnKind::text, 1, 64}};
    Money total;
    std::vector<std::string> files;
    const TraceItem* last = nullptr;  // items of one file follow each other
    for (const TraceItem& item : trace.items) {
        const std::string cell =
            item.place.cell.empty() ? "regel " + std::to_string(item.place.line) : sheet_cell(item.place);
        Row row;
        row.cells = {{item.amount, {}, Tone::plain},
                     text(cell + detail::computed_mark(item.computed)),
                     text(item.dimensions),
                     text(item.description),
                     text(item.rule),
                     text(item.place.file),
                     text(item.sha256)};
        table.rows.push_back(std::move(row));
        total += item.amount;
        if (last != nullptr && last->place.file == item.place.file && last->sha256 == item.sha256) continue;
        last = &item;
        const std::string file = item.place.file + ", SHA-256 " + item.sha256;
        if (std::ranges::find(files, file) == files.end()) files.push_back(file);
    }
    if (trace.amount) {
        Row row{RowRole::total, 0, std::vector<Cell>(table.columns.size())};
        row.cells[0] = {total, {}, Tone::plain};
        row.cells[1] = text("Totaal");
        table.rows.push_back(std::move(row));
    }
    for (const std::string& file : files) table.notes.push_back("Bestand: " + file);
    for (const TraceItem& item : trace.workbook_items) {
        table.notes.push_back("In het werkboek: " + format_euro(item.amount, Decimals::cents) + ", " +
                              to_text(item.place) + detail::computed_mark(item.computed) + " (" + item.rule + ")");
    }
    Document document{"Herkomst", table.title, {std::move(table)}, {}};
    check_document(document);
    return document;
}

}  // namespace begroot::report
