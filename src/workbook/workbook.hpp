#pragma once
// A workbook as Excel means it: sheets of cells, with no idea of what a budget is.

#include "base/place.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook {

/// Says what a cell holds. For a formula it is the kind of its cached value.
enum class CellKind : std::uint8_t {
    empty,    ///< nothing, or a formula whose cached value is the empty string
    number,   ///< `number`
    date,     ///< `number` is an Excel serial day of the 1900 system (1904 workbooks are converted), fraction = time
    text,     ///< `text`
    boolean,  ///< `number` is 0 or 1
    error,    ///< `text` is the error as stored: `#N/A`, `#DIV/0!`
    not_computed  ///< a formula without a cached value: never to be read as 0
};

/// One cell. `text` and `digits` point into the sheet's own storage.
struct Cell {
    std::uint32_t row = 0;     ///< 0-based
    std::uint32_t column = 0;  ///< 0-based
    CellKind kind = CellKind::empty;
    bool formula = false;     ///< the value is a formula's cached result
    double number = 0.0;      ///< number, date and boolean
    std::string_view text;    ///< text and error
    std::string_view digits;  ///< the number as written in the file (`1234.5`, `1E-2`), from which exact cents are read
};

/// A rectangle, both corners inside it, 0-based.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

/// One sheet: its cells in row order, columns ascending inside a row, empty cells left out.
struct Sheet {
    std::shared_ptr<const SourceSheet> source;
    bool hidden = false;
    std::vector<Cell> cells;
    std::vector<CellRange> merged;
    std::vector<std::uint32_t> hidden_rows;     ///< 0-based, ascending
    std::vector<std::uint32_t> hidden_columns;  ///< 0-based, ascending
    /// Index into `cells` and the formula as stored, without `=`; of a shared formula only the master has text.
    std::vector<std::pair<std::size_t, std::string>> formulas;
    std::shared_ptr<const void> storage;  ///< keeps the texts alive
};

/// A whole workbook, sheets in workbook order.
struct Workbook {
    std::string file;    ///< as the user named it
    std::string sha256;  ///< of the file
    std::vector<Sheet> sheets;
};

}  // namespace begroot::workbook
