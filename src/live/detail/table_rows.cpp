#include "live/detail/table_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace begroot::live::detail {

namespace {

constexpr std::array<std::string_view, 3> left_out{"nummer", "band", "balk"};

std::optional<double> year_of(const std::string& id) {
    int year = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), year);
    if (error != std::errc() || end != id.data() + id.size()) return std::nullopt;
    return year;
}

GridRole role_of(RowRole role) {
    switch (role) {
        case RowRole::section:
            return GridRole::section;
        case RowRole::group:
        case RowRole::subtotal:
            return GridRole::subtotal;
        case RowRole::total:
            return GridRole::total;
        case RowRole::body:
        case RowRole::remainder:
        case RowRole::blank:
            break;
    }
    return GridRole::figure;
}

/// Puts a value in a cell of the grid, as a number where it is one.
struct ValueInCell {
    GridCell* cell;

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const { cell->value = text; }
    void operator()(Money amount) const {
        constexpr double cents_per_euro = 100;
        cell->value = static_cast<double>(amount.cents()) / cents_per_euro;
        cell->number = GridNumber::whole;
    }
    void operator()(Rate rate) const {
        constexpr double parts_per_one = 1e6;
        cell->value = static_cast<double>(rate.ppm()) / parts_per_one;
        cell->number = GridNumber::percent;
    }
    void operator()(std::int64_t count) const {
        cell->value = static_cast<double>(count);
        cell->number = GridNumber::whole;
    }
    void operator()(const Day&) const {}
    void operator()(const Mark& mark) const { cell->value = mark.text; }
    void operator()(const Quantity& quantity) const {
        cell->value = quantity.value;
        cell->number = quantity.decimals == 0 ? GridNumber::whole : GridNumber::cents;
    }
};

}  // namespace

PlacedTable write_table_rows(Grid& grid, std::uint32_t row, const Table& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (std::ranges::find(left_out, table.columns[i].id) == left_out.end()) columns.push_back(i);
    }
    grid.cells.push_back({row++, 0, table.title, "", GridRole::section, GridNumber::none, 0});
    PlacedTable placed{row, row + 1, 0};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = table.columns[columns[i]];
        const auto year = year_of(column.id);
        const bool figure = column.kind != ColumnKind::text;
        grid.cells.push_back({row, static_cast<std::uint16_t>(i), year ? GridValue(*year) : GridValue(column.head), "",
                              GridRole::head, figure && !year ? GridNumber::whole : GridNumber::none, 0});
    }
    ++row;
    for (const Row& line : table.rows) {
        for (std::size_t i = 0; i < columns.size() && !line.cells.empty(); ++i) {
            GridCell cell{row, static_cast<std::uint16_t>(i), {}, "", role_of(line.role), GridNumber::none, 0};
            std::visit(ValueInCell{&cell}, line.cells[columns[i]].value);
            if (i == 0) cell.indent = line.indent;
            grid.cells.push_back(std::move(cell));
        }
        ++row;
    }
    for (const std::string& note : table.notes)
        grid.cells.push_back({row++, 0, note, "", GridRole::subtitle, GridNumber::none, 0});
    placed.next_row = row + 1;
    return placed;
}

}  // namespace begroot::live::detail
