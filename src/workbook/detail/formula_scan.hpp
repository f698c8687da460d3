#pragma once
// Walks over the text of one formula and notes every reference in it.

#include "workbook/detail/formula_references.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::workbook::patching {

/// Reads one formula; see FormulaReader.
class FormulaScan {
public:
    FormulaScan(FormulaReader& reader, std::string_view formula, std::uint32_t sheet, CellPlace place)
        : reader_(&reader), rest_(formula), sheet_(sheet), place_(place) {}

    [[nodiscard]] References run();

private:
    /// One corner of a reference: a cell, a whole column or a whole row.
    struct Corner {
        std::optional<std::uint32_t> row;
        std::optional<std::uint32_t> column;
        bool row_moves = false;
        bool column_moves = false;
    };
    /// The sheets in front of `!`.
    struct Sheets {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        bool elsewhere = false;  ///< in another workbook, or on a sheet that is not there
    };
    void step();
    void pass_text();
    void pass_error();
    void take_word();
    void take_quoted_sheet();
    void take_bracket();
    void take_on_sheets(const Sheets& sheets);
    void take_called(std::string_view word);
    void take_name(std::string_view name, std::uint32_t sheet);
    [[nodiscard]] bool take_cells(std::string_view word, const Sheets& sheets);
    void take_table(std::string_view name);
    [[nodiscard]] std::string_view take_brackets();
    [[nodiscard]] Sheets sheets_named(std::string_view text) const;
    [[nodiscard]] static std::optional<Corner> corner_of(std::string_view word);
    [[nodiscard]] std::string_view word_ahead() const;
    void add(const Corner& first, const Corner& last, const Sheets& sheets);

    FormulaReader* reader_;
    std::string_view rest_;
    std::uint32_t sheet_;
    CellPlace place_;
    References found_;
};

}  // namespace begroot::workbook::patching
