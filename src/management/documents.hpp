#pragma once
// Reports to the board as neutral tables. Derived cells carry their formulas, for a workbook.

#include "management/evaluation.hpp"
#include "management/management_report.hpp"
#include "table/table.hpp"

namespace begroot::management {

/// Makes the management report. Tables: Samenvatting, Besluiten (when some are asked), Begroot en prognose, Prognoses
/// (when some goals have a forecast of their own), Afwijkingen, Indicatoren and Bevindingen (when there
/// are), Herkomst.
[[nodiscard]] Document to_document(const Input& input, const ManagementReport& report, MoneyStyle money);

/// Adds to the document of a report, for a workbook, the sheet on which people type explanations and the hidden one
/// that remembers what stood there; the table of deviations then shows what is typed. They come back with
/// `live::read_explanations`.
void add_explanation_sheets(const Input& input, const ManagementReport& report, Document& document);

/// Makes the evaluation. Tables: Overzicht, one per speerpunt, Bevindingen (when there are), Herkomst.
[[nodiscard]] Document to_document(const Input& input, const Evaluation& evaluation, MoneyStyle money);

}  // namespace begroot::management
