#pragma once
// A workbook as Excel means it: sheets of cells, with no idea of what a budget is.

#include "base/place.hpp"
#include "text/encoding.hpp"
#include "workbook/cell.hpp"
#include "workbook/detail/cell_list.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook {

/// A rectangle, both corners inside it, 0-based.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

/// Reads a range as a person writes it: `B3:K3` or one cell, with or without `$`; nothing for other text, swapped
/// corners and cells beyond what a sheet may hold.
[[nodiscard]] std::optional<CellRange> parse_cell_range(std::string_view text);

/// Says how a formula stands in the file.
enum class FormulaKind : std::uint8_t {
    plain,
    shared,     ///< one text for a group of cells, shifted from its master to each member
    array,      ///< one formula over a range
    data_table  ///< a what-if table over a range; the file has no text for it
};

/// The formula of one cell as the file stores it.
struct Formula {
    static constexpr std::uint32_t no_master = 0xFFFFFFFF;

    std::uint32_t row = 0;     ///< 0-based
    std::uint32_t column = 0;  ///< 0-based
    FormulaKind kind = FormulaKind::plain;
    std::uint32_t group = 0;  ///< of a shared formula: the number that master and members have in common
    /// Where in `Sheet::formulas` the text stands: the formula itself, of a shared formula its master; `no_master`
    /// where the file has none.
    std::uint32_t master = no_master;
    CellRange range;        ///< of a shared master, an array and a data table; otherwise the cell itself
    std::string_view text;  ///< without `=`; none for a member of a shared formula and for a data table
};

/// A range with filter buttons. Rows that a filter hides are hidden rows as any other.
struct AutoFilter {
    CellRange range;      ///< with the row of heads
    bool active = false;  ///< there is a criterion, so that rows may be hidden by it
};

/// A range that Excel calls a table: named, with columns that formulas may name.
struct SheetTable {
    std::string name;  ///< as formulas use it
    CellRange range;   ///< with header row and totals row
    std::vector<std::string> columns;
    bool header_row = true;
    bool totals_row = false;
};

/// One section of a number format: how the numbers within its bounds are shown.
struct FormatSection {
    enum class Bound : std::uint8_t { none, below, at_most, equal, unequal, at_least, above };

    Bound bound = Bound::none;
    double limit = 0;
    std::string words;        ///< what stands beside the digits, if it says something: `V`, `x 1.000`, `.000`
    bool has_minus = false;   ///< a minus or a parenthesis stands there too
    bool adds_minus = false;  ///< a number below zero gets a minus of itself
    unsigned thousands = 0;   ///< how many times the number is shown a thousand times smaller
};

/// A number format that shows more or less than the number: `#.##0 "V";#.##0 "N"`, `#.##0.` for thousands. Its
/// sections, in the order in which Excel tries them.
using WordedFormat = std::vector<FormatSection>;

/// What the format of a cell shows beside its number.
struct NumberWords {
    std::string_view words;
    bool negative = false;   ///< the number is shown with a minus or between parentheses
    unsigned thousands = 0;  ///< how many times the number is shown a thousand times smaller
};

/// Says whether a sheet shows; a very hidden one cannot be made visible from Excel's menus.
enum class Visibility : std::uint8_t { visible, hidden, very_hidden };

/// One sheet: its cells in row order, columns ascending inside a row, empty cells left out.
struct Sheet {
    std::shared_ptr<const SourceSheet> source;
    Visibility visibility = Visibility::visible;
    CellList cells;
    std::uint32_t rows_seen = 0;      ///< rows that hold a cell, also where it was not kept
    std::uint64_t cells_dropped = 0;  ///< cells that a column choice left out
    std::vector<CellRange> merged;
    std::vector<std::uint32_t> hidden_rows;     ///< 0-based, ascending; hidden by hand or by a filter
    std::vector<std::uint32_t> hidden_columns;  ///< 0-based, ascending
    std::vector<Formula> formulas;  ///< in the order of `cells`; masters of shared formulas also where the cell was not
                                    ///< kept
    std::vector<AutoFilter> filters;  ///< of the sheet and of its tables
    std::vector<SheetTable> tables;
    /// Of the workbook, by Cell::worded_format() less one; null where no format shows words.
    std::shared_ptr<const std::vector<WordedFormat>> worded_formats = {};
    bool is_protected = false;            ///< cells that are locked cannot be changed in Excel
    std::shared_ptr<const void> storage;  ///< keeps the texts alive
};

/// Tells whether a hidden row is within a filter that is in use below its heads: then the filter hides it, as far as a
/// file tells.
[[nodiscard]] bool hidden_by_filter(const Sheet& sheet, std::uint32_t row);

/// Gives what the number format of a cell shows beside its number, or a thousand times smaller; nothing where it shows
/// the number alone.
[[nodiscard]] std::optional<NumberWords> words_beside(const Sheet& sheet, const Cell& cell);

/// A name that formulas use for a range, a constant or a formula.
struct DefinedName {
    std::string name;
    std::string sheet;  ///< where it is known; empty for the whole workbook
    std::string text;   ///< as stored: `Lasten!$B$2:$B$9`
    bool hidden = false;
};

enum class LineEnd : std::uint8_t { none, feed, carriage, carriage_feed, mixed };

/// How a text file with columns is written.
struct TextFormat {
    char delimiter = '\0';  ///< `\0` is a file of one column
    text::Encoding encoding = text::Encoding::utf8;
    bool byte_order_mark = false;
    bool separator_line = false;  ///< it begins with a line `sep=;`, which is no row
    LineEnd line_end = LineEnd::none;
    bool quoted = false;  ///< a field stands between quotes
};

/// A whole workbook, sheets in workbook order.
struct Workbook {
    std::string file;    ///< as the user named it
    std::string sha256;  ///< of the file
    std::vector<Sheet> sheets;
    std::vector<DefinedName> names = {};
    std::optional<TextFormat> text_format = std::nullopt;  ///< of a text file; it has one sheet without a name
};

/// A range of one sheet of a workbook.
struct SheetRange {
    std::uint32_t sheet = 0;  ///< index in Workbook::sheets
    CellRange range;
};

/// Gives the cells that a name stands for when it is a plain range (`Lasten!$B$2`, `'Blad 2'!$A$1:$B$9`); nothing for a
/// constant, a formula, a union and a range of another workbook.
[[nodiscard]] std::optional<SheetRange> range_of(const Workbook& workbook, const DefinedName& name);

}  // namespace begroot::workbook
