#pragma once
// What an exported workbook remembers of its making, on a sheet of its own: every input with its value, and a trace of
// every other cell.

#include "base/result.hpp"
#include "live/detail/fingerprint.hpp"
#include "live/detail/layout.hpp"
#include "live/detail/scenario_sheet.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace begroot::live::detail {

/// The sheet that holds the memory; people do not see it.
inline constexpr const char* sheet_memory = "Geheugen";

/// A cell that people may change.
struct WrittenInput {
    CellPlace place;
    std::string series;  ///< empty: the drop-down of scenarios
    std::int32_t year = 0;
    double value = 0;
    std::size_t scenario = 0;  ///< 1-based: whose change it is; 0: a value of the model
    std::size_t change = 0;    ///< which of the changes of that figure
    std::string kind;          ///< of the change, as the sheet says it
};

/// A row with something in it.
struct WrittenRow {
    std::uint32_t row = 0;                       ///< 0-based
    std::string label;                           ///< of the first column
    std::string code;                            ///< of the second
    std::string series;                          ///< on a sheet of figures; empty for a head
    std::map<std::uint32_t, Fingerprint> cells;  ///< by column; inputs are not among them
};

/// One sheet as it was written.
struct WrittenSheet {
    std::string name;
    std::uint32_t head_row = 0;      ///< 0: the sheet has no heads
    std::vector<std::string> heads;  ///< by column
    std::vector<WrittenRow> rows;
    std::vector<WrittenInput> inputs;
};

/// All of it.
struct Memory {
    std::vector<std::pair<std::string, std::string>> facts;      ///< what was made of what: name and value
    std::vector<std::pair<std::string, std::string>> scenarios;  ///< code and title, in the order of the drop-down
    std::vector<WrittenSheet> sheets;

    /// Gives the first fact of this name; empty when there is none.
    [[nodiscard]] std::string fact(std::string_view name) const;
    [[nodiscard]] const WrittenSheet* sheet(std::string_view name) const;
};

/// Gathers what `book` holds.
[[nodiscard]] Memory memory_of(const ExportInput& input, const Layout& layout, const ScenarioSheet& scenarios,
                               const GridBook& book);

/// Writes it as a hidden sheet.
[[nodiscard]] Grid to_grid(const Memory& memory);

/// Gives the names that follow the sheets when somebody renames them: `begroot_blad_1`, …
[[nodiscard]] std::vector<std::pair<std::string, std::string>> sheet_names(const Memory& memory);

/// Reads it from a workbook that people have edited. Errors: there is none, or it was changed.
[[nodiscard]] Result<Memory> read_memory(const workbook::Workbook& workbook);

/// Finds the memory among the sheets; nothing when there is none.
[[nodiscard]] std::optional<std::uint32_t> find_memory(const workbook::Workbook& workbook);

}  // namespace begroot::live::detail
