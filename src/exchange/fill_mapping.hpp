#pragma once
// Which cells of the office's own sheet wait for an amount, said by the model: rows by their key, columns by their
// head.

#include "base/finding.hpp"
#include "base/place.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace begroot::exchange {

/// One `[[invulling]]` of a model.
struct FillMapping {
    std::string sheet;
    std::optional<std::uint32_t> header_row;                   ///< 1-based; nothing: the first row with all heads
    std::string key_head;                                      ///< head of the column that names the rows
    std::vector<std::pair<std::string, std::string>> columns;  ///< head, and which amount goes below it
    std::vector<std::pair<std::string, std::string>> rows;     ///< key of a row, and its code in the table
    Place place;                                               ///< in the model
};

/// A cell that a mapping means.
struct MappedCell {
    std::uint32_t sheet = 0;  ///< index in Workbook::sheets
    CellPlace place;
    std::string amount;  ///< as the model has it: `werkelijk`, `werkelijk 2025-08`
    std::string code;
    bool named = false;  ///< the model names this row; otherwise its key may be anything
};

/// Finds the cells of a mapping, by row and column. Heads and keys are compared without regard to capitals, accents and
/// punctuation; the key of a row that the model does not name is its code. A sheet, a head or a named row that is not
/// there is a finding.
[[nodiscard]] std::vector<MappedCell> find_mapped_cells(const workbook::Workbook& workbook, const FillMapping& mapping,
                                                        Findings& findings);

}  // namespace begroot::exchange
