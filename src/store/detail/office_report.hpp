#pragma once
// What LibreOffice did to a file, told among the findings.

#include "office/open_workbook.hpp"
#include "store/dossier.hpp"

#include <string>

namespace begroot::store::detail {

/// Says what LibreOffice did to a file, for every figure of it may rest on that.
void report_office(const office::OpenedWorkbook& opened, const std::string& file, Dossier& dossier);

}  // namespace begroot::store::detail
