#pragma once
// Reports to the board as neutral tables. Derived cells carry their formulas, for a workbook.

#include "management/evaluation.hpp"
#include "management/management_report.hpp"
#include "table/table.hpp"

namespace begroot::management {

/// Makes the management report. Tables: Samenvatting, Besluiten (when some are asked), Begroot en prognose, Prognoses
/// (when some goals have a forecast of their own), Afwijkingen, Bevindingen (when there are), Herkomst.
[[nodiscard]] Document to_document(const Input& input, const ManagementReport& report, MoneyStyle money);

/// Makes the evaluation. Tables: Overzicht, one per speerpunt, Bevindingen (when there are), Herkomst.
[[nodiscard]] Document to_document(const Input& input, const Evaluation& evaluation, MoneyStyle money);

}  // namespace begroot::management
