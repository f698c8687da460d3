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
/// The form in which it is written; the one before it knew no sheets beside the model.
inline constexpr std::size_t memory_version = 2;
inline constexpr const char* word_beside = "ernaast";
inline constexpr const char* word_list = "lijst";
inline constexpr const char* word_traces = "sporen";
inline constexpr std::size_t traces_in_cell = 4'000;  ///< of eight characters, as many as a cell holds
inline constexpr const char* fact_draws = "trekkingen";
inline constexpr const char* fact_seed = "zaad";
inline constexpr const char* fact_compared_first = "vergelijk_eerst";
inline constexpr const char* fact_compared_second = "vergelijk_daarna";

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

/// The long list at the foot of a sheet: where it stands and a trace of each row.
struct WrittenList {
    std::uint32_t first_row = 0;
    std::uint32_t columns = 0;  ///< 0: there is no list
    std::vector<std::uint32_t> traces;
};

/// One sheet as it was written.
struct WrittenSheet {
    std::string name;
    std::uint32_t head_row = 0;      ///< 0: the sheet has no heads
    std::vector<std::string> heads;  ///< by column
    std::vector<WrittenRow> rows;
    std::vector<WrittenInput> inputs;
    WrittenList list;
};

/// All of it.
struct Memory {
    std::vector<std::pair<std::string, std::string>> facts;      ///< what was made of what: name and value
    std::vector<std::pair<std::string, std::string>> scenarios;  ///< code and title, in the order of the drop-down
    std::vector<WrittenSheet> sheets;
    std::vector<WrittenSheet> beside;  ///< sheets beside the model: nobody reads them back, and none has inputs

    /// Gives the first fact of this name; empty when there is none.
    [[nodiscard]] std::string fact(std::string_view name) const;
    [[nodiscard]] const WrittenSheet* sheet(std::string_view name) const;
    [[nodiscard]] const WrittenSheet* sheet_beside(std::string_view name) const;
};

/// Gathers what `book` holds; `beside` are the sheets that stand beside the model.
[[nodiscard]] Memory memory_of(const ExportInput& input, const Layout& layout, const ScenarioSheet& scenarios,
                               const GridBook& book, const std::vector<Grid>& beside);

/// Writes it as a hidden sheet.
[[nodiscard]] Grid to_grid(const Memory& memory);

/// Gives the names that follow the sheets when somebody renames them: `begroot_blad_1`, …
[[nodiscard]] std::vector<std::pair<std::string, std::string>> sheet_names(const Memory& memory);

/// Reads it from a workbook that people have edited. Errors: there is none, or it was changed.
[[nodiscard]] Result<Memory> read_memory(const workbook::Workbook& workbook);

/// Finds the memory among the sheets; nothing when there is none.
[[nodiscard]] std::optional<std::uint32_t> find_memory(const workbook::Workbook& workbook);

}  // namespace begroot::live::detail
