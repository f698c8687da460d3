#pragma once
// The neutral table between the domain and paper: every report gives tables, every output prints them.

#include "table/cell.hpp"

#include <string>
#include <vector>

namespace begroot {

/// Says what a column holds; it decides alignment and number format.
enum class ColumnKind : std::uint8_t {
    text,
    money,    ///< Money, shown as the table's `money_decimals` say
    percent,  ///< Rate
    count,    ///< whole number
    number,   ///< Quantity, or a kind of its own in every row: years side by side
    day       ///< Day
};

/// One column. `drop_order` says which columns a narrow terminal loses first: 0 never, 1 first, 2 next, …
struct Column {
    std::string id;    ///< stable snake_case name, the head in csv
    std::string head;  ///< as printed; may hold one line break
    ColumnKind kind = ColumnKind::text;
    std::uint8_t drop_order = 0;
    std::uint16_t width_max =
        48;                 ///< characters, for text columns; longer text wraps (text, xlsx) or is kept whole (csv)
    bool is_input = false;  ///< people type here: a workbook shows its cells as input and leaves them unlocked
};

/// Says what a row is for.
enum class RowRole : std::uint8_t {
    body,     ///< an ordinary line
    group,    ///< the head of a group that also carries the group's amounts (a speerpunt)
    section,  ///< a label without amounts
    subtotal,
    total,
    remainder,  ///< what stands outside the total (niet toegewezen)
    blank
};

/// One row: as many cells as there are columns (a blank row may have none).
struct Row {
    RowRole role = RowRole::body;
    std::uint8_t indent = 0;
    std::vector<Cell> cells;
};

/// Says how amounts are shown; the values stay exact everywhere.
enum class MoneyStyle : std::uint8_t { whole_euros, cents };

/// One table. `name` is unique in its document and a legal sheet name (31 characters, none of []:*?/\).
struct Table {
    std::string name;
    std::string title;
    std::vector<std::string> subtitles;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<std::string> notes;  ///< printed below the table
    MoneyStyle money_style = MoneyStyle::whole_euros;
    /// On a screen too narrow for all columns the figures that do not fit continue in a block below, with the same
    /// labels; columns with a drop order go first.
    bool continues = false;
    bool is_hidden = false;  ///< for a workbook only, which keeps it out of sight: no other output may get it
};

/// A chart over rows of one table: clustered bars, one cluster per row, one bar per series.
struct Chart {
    std::string title;
    std::string table;  ///< the table's name
    std::size_t label_column = 0;
    std::vector<std::size_t> series_columns;
    std::vector<std::size_t> rows;
};

/// Tables that belong together: the first is the answer, the others support it.
struct Document {
    std::string title;
    std::string subject;  ///< one line: organisation, book year, to which month
    std::vector<Table> tables;
    std::vector<Chart> charts;
};

/// Checks that table names differ, every row has a cell per column, every Quantity is finite and every reference stays
/// inside its table; aborts when not.
void check_document(const Document& document);

/// Finds a table by name; aborts when there is none.
[[nodiscard]] const Table& table_named(const Document& document, const std::string& name);

}  // namespace begroot
