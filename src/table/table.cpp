#include "table/table.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cmath>

namespace begroot {

namespace {

void check_part(const Document& document, const Table& home, const FormulaPart& part) {
    const auto inside = [&](const std::string& name, std::size_t row, std::size_t column) {
        const Table& table = name.empty() ? home : table_named(document, name);
        BEGROOT_CHECK(row < table.rows.size() && column < table.columns.size(), "verwijzing buiten de tabel");
    };
    if (const auto* cell = std::get_if<CellRef>(&part)) inside(cell->table, cell->row, cell->column);
    if (const auto* range = std::get_if<RangeRef>(&part)) {
        BEGROOT_CHECK(range->first_row <= range->last_row && range->first_column <= range->last_column,
                      "bereik andersom");
        inside(range->table, range->last_row, range->last_column);
    }
}

}  // namespace

const Table& table_named(const Document& document, const std::string& name) {
    const auto found = std::ranges::find(document.tables, name, &Table::name);
    BEGROOT_CHECK(found != document.tables.end(), "onbekende tabel in een verwijzing");
    return *found;
}

void check_document(const Document& document) {
    for (const Table& table : document.tables) {
        BEGROOT_CHECK(std::ranges::count(document.tables, table.name, &Table::name) == 1, "twee tabellen met een naam");
        for (const Row& row : table.rows) {
            const bool whole = row.cells.size() == table.columns.size();
            BEGROOT_CHECK(whole || (row.role == RowRole::blank && row.cells.empty()),
                          "rij met te veel of te weinig cellen");
            for (const Cell& cell : row.cells) {
                const auto* quantity = std::get_if<Quantity>(&cell.value);
                BEGROOT_CHECK(quantity == nullptr || std::isfinite(quantity->value),
                              "een cel met een getal dat geen getal is");
                for (const FormulaPart& part : cell.formula) check_part(document, table, part);
            }
        }
    }
    for (const Chart& chart : document.charts) {
        const Table& table = table_named(document, chart.table);
        BEGROOT_CHECK(chart.label_column < table.columns.size(), "grafiek buiten de tabel");
        for (const std::size_t row : chart.rows) BEGROOT_CHECK(row < table.rows.size(), "grafiek buiten de tabel");
        for (const std::size_t column : chart.series_columns) {
            BEGROOT_CHECK(column < table.columns.size(), "grafiek buiten de tabel");
        }
    }
}

}  // namespace begroot
