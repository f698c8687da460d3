#pragma once
// The office's own workbook, filled: which cells wait for an amount, which amount that is, and what stood there before.

#include "base/finding.hpp"
#include "exchange/fill_mapping.hpp"
#include "report/budget_vs_actual.hpp"
#include "report/facts.hpp"
#include "report/trace.hpp"
#include "table/table.hpp"
#include "workbook/patcher.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::live {

/// What a cell asks for: `werkelijk 1.1 2025-08`.
struct Ask {
    report::TraceColumn amount = report::TraceColumn::actual;
    std::string code;
    std::optional<Month> month;  ///< nothing: the month of the command
};

/// Reads `werkelijk 1.1` or `werkelijk 1.1 2025-08`; nothing for other words.
[[nodiscard]] std::optional<Ask> read_ask(std::string_view text);

/// Reads a defined name that asks: `werkelijk_1.1`, `begroot_tot_6.3_2025_08`, and either with `_nr2` behind it where
/// another cell asks the same; nothing for a name of the office's own.
[[nodiscard]] std::optional<Ask> ask_of_name(std::string_view name);

/// Writes what is asked as a mark does.
[[nodiscard]] std::string to_text(const Ask& ask);

/// Says who pointed a cell out.
enum class FillOrigin : std::uint8_t { mark, name, mapping };

/// One cell to be filled.
struct FillCell {
    std::uint32_t sheet = 0;  ///< index in Workbook::sheets
    CellPlace place;
    Ask ask;
    FillOrigin origin = FillOrigin::mark;
    std::optional<Money> amount;  ///< nothing where the table has no number: then the cell becomes empty
    std::string before;           ///< what stood there, for a person
};

/// What is asked, and with which facts.
struct FillQuestion {
    report::Facts facts;
    report::Options options;  ///< view and month; `per` does not matter
    std::span<const exchange::FillMapping> mappings;
};

/// All cells to be filled, by sheet, row and column, no cell twice.
struct FillList {
    std::vector<FillCell> cells;
    Findings findings;  ///< marks that cannot be read, codes that are not in the table, cells that are asked two things
};

/// Finds the cells that wait for an amount: marks `{{werkelijk 1.1 2025-08}}` that fill their cell, defined names, and
/// the model's own mapping; and looks the amounts up. Errors: the month of the question is not in the book year.
[[nodiscard]] Result<FillList> find_fill_cells(const workbook::Workbook& workbook, const FillQuestion& question);

/// Gives the writes of a list, in its order.
[[nodiscard]] std::vector<workbook::CellWrite> writes_of(const FillList& list);

/// Gives a name for every cell whose mark goes because it is written, so that it can be filled again: `werkelijk_1.1`,
/// and `werkelijk_1.1_nr2` for another cell that asks the same. A code that no name can hold is a finding of the list.
[[nodiscard]] std::vector<workbook::DefinedName> names_to_remember(FillList& list, const std::vector<bool>& written,
                                                                   const workbook::Workbook& workbook);

/// Lists cells with their old and new value; `written` says of each whether it is.
[[nodiscard]] Document to_document(const FillList& list, const std::vector<bool>& written,
                                   const workbook::Workbook& workbook);

}  // namespace begroot::live
