#pragma once
// Where a figure comes from (herkomst): every posting and cell behind it, and the rule that put it there.

#include "report/budget_vs_actual.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace begroot::report {

/// Names a column of the table whose figures can be traced.
enum class TraceColumn : std::uint8_t { budget, budget_to_date, actual, variance, remaining, forecast };

/// Gives the stable names of the columns in order: begroot, begroot_tot, werkelijk, verschil, nog_te_besteden,
/// prognose.
[[nodiscard]] const std::vector<std::string>& trace_column_names();

/// One amount behind a figure.
struct TraceItem {
    Money amount;             ///< as it counts in the figure
    Place place;              ///< cell of a workbook, or line of the model
    std::string sha256;       ///< of that file
    std::string rule;         ///< the mapping rule, or `jaarplan` / the phasing key when the plan itself is the source
    std::string description;  ///< of the posting or line
    std::string dimensions;   ///< rekening / kostenplaats / kostendrager / periode, for a person
    bool computed = false;    ///< a recalculation gave the cell its value; the file has the formula only
};

/// All amounts behind one figure; they add up to it (checked).
struct Trace {
    std::string code;
    std::string name;
    TraceColumn column = TraceColumn::actual;
    std::optional<Money> amount;  ///< nothing when the table has no number here
    std::string printed;          ///< what the plan prints where there is no number
    std::vector<TraceItem> items;
    /// For the budget: the same money as the office's workbook has it, line by line; empty when there is no workbook.
    std::vector<TraceItem> workbook_items;
    std::string budget_code = {};   ///< of the budget behind the figure; empty when it was never changed or has no part
    std::string budget_words = {};  ///< the same in words
};

/// Gives every code that can be traced: all lines, `totaal`, `niet_toegewezen`, `buiten_jaarplan`, `zonder_regel`.
/// A code that stands among the baten and among the lasten is traced as `baten:100` and `lasten:100`.
[[nodiscard]] std::vector<std::string> traceable_codes(const BudgetVsActual& answer);

/// The amounts behind one code.
struct Figures {
    std::string name;
    Amounts amounts;
    std::string printed;  ///< what the plan prints where there is no number
};

/// Finds the amounts of a code as traceable_codes() gives them; nothing for an unknown one.
[[nodiscard]] std::optional<Figures> find_figures(const BudgetVsActual& answer, const std::string& code);

/// Gives the amount of one column; nothing where there is none.
[[nodiscard]] std::optional<Money> amount_in(const Amounts& amounts, TraceColumn column);

/// Traces one figure. Errors (usage): an unknown code, naming the nearest.
[[nodiscard]] Result<Trace> trace(const Facts& facts, const BudgetVsActual& answer, const std::string& code,
                                  TraceColumn column);

/// Prints a trace as a table.
[[nodiscard]] Document to_document(const Trace& trace);

}  // namespace begroot::report
