#pragma once
// A workbook as Excel means it: sheets of cells, with no idea of what a budget is.

#include "base/place.hpp"
#include "workbook/cell.hpp"
#include "workbook/cell_list.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace begroot::workbook {

/// A rectangle, both corners inside it, 0-based.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

/// A formula as the file stores it.
struct Formula {
    std::uint32_t row = 0;     ///< 0-based
    std::uint32_t column = 0;  ///< 0-based
    std::string text;          ///< without `=`
};

/// One sheet: its cells in row order, columns ascending inside a row, empty cells left out.
struct Sheet {
    std::shared_ptr<const SourceSheet> source;
    bool hidden = false;
    CellList cells;
    std::vector<CellRange> merged;
    std::vector<std::uint32_t> hidden_rows;     ///< 0-based, ascending
    std::vector<std::uint32_t> hidden_columns;  ///< 0-based, ascending
    std::vector<Formula> formulas;        ///< in the order of `cells`; of a shared formula only the master is here
    std::shared_ptr<const void> storage;  ///< keeps the texts alive
};

/// A whole workbook, sheets in workbook order.
struct Workbook {
    std::string file;    ///< as the user named it
    std::string sha256;  ///< of the file
    std::vector<Sheet> sheets;
};

}  // namespace begroot::workbook
