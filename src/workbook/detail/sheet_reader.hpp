#pragma once
// Reads the XML of one sheet: its cells, merged ranges and what is hidden.

#include "base/result.hpp"
#include "text/xml_scanner.hpp"
#include "workbook/detail/cell_store.hpp"
#include "workbook/detail/plain_cell.hpp"

#include <cstdint>
#include <string>

namespace begroot::workbook::detail {

using text::XmlEvent;
using text::XmlScanner;

/// Reads one worksheet part into a sheet; errors name the cell where there is one.
class SheetReader {
public:
    SheetReader(XmlScanner scanner, SheetContext& context, Sheet& sheet);

    /// Reads the whole part. On failure the sheet holds what came before, for nobody to use.
    [[nodiscard]] Result<void> read();

private:
    [[nodiscard]] bool read_part();
    [[nodiscard]] bool read_section();
    [[nodiscard]] bool read_rows();
    [[nodiscard]] bool read_row();
    [[nodiscard]] bool begin_row(std::uint32_t row);
    [[nodiscard]] bool read_cells();
    void ask_for_columns();
    [[nodiscard]] bool read_plain_cells();
    [[nodiscard]] bool add_plain(const PlainCell& cell);
    [[nodiscard]] bool decode(PlainCell& cell);
    [[nodiscard]] bool read_cell();
    [[nodiscard]] bool read_cell_head(RawCell& cell);
    [[nodiscard]] bool read_cell_body(RawCell& cell);
    [[nodiscard]] bool read_formula(RawCell& cell);
    [[nodiscard]] bool add(const RawCell& cell);
    [[nodiscard]] bool refuse(std::string found, std::string expected);
    [[nodiscard]] bool refuse_cell(std::string cell, std::string found, std::string expected);

    XmlScanner scanner_;
    SheetContext* context_;
    Sheet* sheet_;
    CellStore store_;
    std::uint32_t row_ = 0;       // of the row being read
    std::uint32_t next_row_ = 0;  // of a row that does not say where it is
    std::uint32_t rows_read_ = 0;
    bool asked_ = false;             // which columns to keep
    std::uint32_t next_column_ = 0;  // of a cell that does not say where it is
    std::string value_;
    std::string formula_;
};

}  // namespace begroot::workbook::detail
