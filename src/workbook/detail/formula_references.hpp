#pragma once
// Which cells a formula looks at, as far as its text tells. What a text does not tell (INDIRECT, OFFSET) counts as all.

#include "workbook/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook::patching {

inline constexpr std::uint32_t last_sheet_row = 1'048'575;  ///< 0-based
inline constexpr std::uint32_t last_sheet_column = 16'383;  ///< 0-based

/// A box of cells on one sheet or on several that follow each other, all bounds inside it.
struct Box {
    std::uint32_t first_sheet = 0;  ///< index in Workbook::sheets
    std::uint32_t last_sheet = 0;
    CellRange range;
};

/// A reference as a formula has it: a bound that is relative moves with the cell that the formula stands in.
struct Reference {
    Box box;
    bool first_row_moves = false;
    bool first_column_moves = false;
    bool last_row_moves = false;
    bool last_column_moves = false;
};

/// What a formula looks at.
struct References {
    std::vector<Reference> list;
    bool everything = false;  ///< what it looks at is computed, or not to be told
};

/// Gives the box of a reference of a formula in `from`, for the same formula in `to`; over the edge it comes in at the
/// other side, as in Excel.
[[nodiscard]] Box moved(const Reference& reference, CellPlace from, CellPlace to);

/// Reads formulas of one workbook. Names are looked up as Excel does: of the sheet first, then of the workbook.
class FormulaReader {
public:
    /// `workbook` must outlive the reader.
    explicit FormulaReader(const Workbook& workbook);

    /// Reads a formula (without `=`) that stands in a cell of the sheet with this index.
    [[nodiscard]] References read(std::string_view formula, std::uint32_t sheet, CellPlace place);

    /// Gives what a name or table stands for, to whoever uses it on this sheet; nothing for an unknown name.
    [[nodiscard]] References read_name(std::string_view name, std::uint32_t sheet);

    /// Finds a sheet by its name, upper and lower case being equal; the number of sheets where there is none.
    [[nodiscard]] std::uint32_t find_sheet(std::string_view name) const;

private:
    friend class FormulaScan;
    struct Table {
        std::uint32_t sheet = 0;
        const SheetTable* table = nullptr;
    };
    [[nodiscard]] const DefinedName* find_name(std::string_view lower, std::uint32_t sheet) const;
    [[nodiscard]] const References& name_references(const DefinedName& name);

    const Workbook* workbook_;
    std::map<std::string, std::uint32_t, std::less<>> sheets_;
    std::map<std::string, Table, std::less<>> tables_;
    std::map<std::string, std::vector<const DefinedName*>, std::less<>> names_;
    std::map<const DefinedName*, References> read_names_;  // one that is being read is in it, empty
    std::size_t names_open_ = 0;                           // that are being read inside each other
};

}  // namespace begroot::workbook::patching
