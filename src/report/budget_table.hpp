#pragma once
// The begroot-versus-werkelijk answer as neutral tables, for paper and for a workbook.

#include "report/budget_vs_actual.hpp"
#include "table/table.hpp"

namespace begroot::report {

/// Says for what the tables are made: paper shows the answer; a workbook adds postings, phasing and controls, and
/// formulas.
enum class Medium : std::uint8_t { paper, workbook };

/// What the tables show beside the figures.
struct TableStyle {
    Medium medium = Medium::paper;
    MoneyStyle money = MoneyStyle::whole_euros;
    const Findings* findings = nullptr;  ///< for the workbook's sheet Bevindingen; null leaves it out
};

/// Makes the document: first the table itself, then (workbook) Boekingen, Fasering, Controle and Bevindingen.
[[nodiscard]] Document to_document(const Facts& facts, const BudgetVsActual& answer, const TableStyle& style);

/// Makes the list of findings as a document, in the order given.
[[nodiscard]] Document findings_document(const Plan& plan, const Findings& findings);

/// Makes the tables exactly as the annual plan prints them, with the actuals filled in.
[[nodiscard]] Document to_plan_document(const Facts& facts, const BudgetVsActual& answer);

}  // namespace begroot::report
