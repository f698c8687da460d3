#pragma once
// Where something stands: a workbook's cell or a text file's line. Every message and every figure names one.

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace begroot {

/// Names a place for a person: file, and either sheet and cell or line and column (1-based; 0 = unknown).
struct Place {
    std::string file = {};
    std::string sheet = {};
    std::string cell = {};
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// Writes a place as `begroting.xlsx, blad Lasten, cel D14` or `model.toml, regel 12, kolom 3`.
[[nodiscard]] std::string to_text(const Place& place);

/// Writes a place inside its file as `Lasten!D14`; `D14` where the sheet has no name, as of a csv.
[[nodiscard]] std::string sheet_cell(const Place& place);

/// The place of a cell in its sheet, 0-based.
struct CellPlace {
    std::uint32_t row = 0;
    std::uint32_t column = 0;

    friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

/// Names a sheet of a file that was read: what all cells of one sheet share. A text file has lines and no cells.
struct SourceSheet {
    std::string file;    ///< as the user named it, relative to the model
    std::string sha256;  ///< of the whole file, 64 hexadecimal digits
    std::string sheet;
    bool has_lines = false;                ///< origins are lines of a text: the row is the line, 0-based
    std::vector<CellPlace> computed = {};  ///< ascending; cells whose value a recalculation gave, not the file
};

/// Keeps the cell (or line) a figure came from. Row and column are 0-based.
struct Origin {
    std::shared_ptr<const SourceSheet> sheet;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

/// Writes a 0-based row and column as Excel does: (13, 3) is `D14`.
[[nodiscard]] std::string cell_name(std::uint32_t row, std::uint32_t column);

/// Writes a 0-based column as Excel does: 3 is `D`, 26 is `AA`.
[[nodiscard]] std::string column_name(std::uint32_t column);

/// Names an origin inside its sheet: `D14`, or `regel 12` where the sheet has lines.
[[nodiscard]] std::string origin_name(const Origin& origin);

/// Turns an origin into a place to print.
[[nodiscard]] Place to_place(const Origin& origin);

/// Tells whether a recalculation (--reken) gave this cell its value; the file itself has only the formula.
[[nodiscard]] bool is_computed(const Origin& origin);

}  // namespace begroot
