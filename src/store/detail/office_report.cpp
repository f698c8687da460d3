#include "store/detail/office_report.hpp"

#include <utility>

namespace begroot::store::detail {

void report_office(const office::OpenedWorkbook& opened, const std::string& file, Dossier& dossier) {
    const auto tell = [&](const char* kind, Place place, std::string found) {
        dossier.import_findings.push_back({Severity::notice, kind, std::move(place), std::move(found), "", ""});
    };
    if (opened.converted) {
        tell("omgezet_door_libreoffice", {file, "", "", 0, 0},
             "LibreOffice heeft dit bestand omgezet naar .xlsx; het bestand zelf is niet veranderd");
    }
    for (const workbook::Sheet& sheet : opened.workbook.sheets) {
        if (!sheet.source || sheet.source->computed.empty()) continue;
        const std::vector<CellPlace>& computed = sheet.source->computed;
        constexpr std::size_t shown_max = 20;
        std::string cells;
        for (std::size_t i = 0; i < computed.size() && i < shown_max; ++i)
            cells += (i == 0 ? "" : ", ") + cell_name(computed[i].row, computed[i].column);
        if (computed.size() > shown_max) cells += ", …";
        Place place = to_place({sheet.source, computed.front().row, computed.front().column});
        tell("berekend_door_libreoffice", std::move(place),
             std::to_string(computed.size()) + "x is de waarde van een formule door LibreOffice berekend: " + cells);
    }
}

}  // namespace begroot::store::detail
