#include "cli/detail/patching.hpp"

#include "office/open_workbook.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace begroot::cli {

namespace {

bool needs_values(const workbook::PatchPlan& plan) {
    const bool has_stale = std::ranges::any_of(plan.stale, [](const auto& sheet) { return !sheet.empty(); });
    return has_stale || std::ranges::any_of(plan.writes, [](const workbook::CellWrite& write) {
               return std::holds_alternative<workbook::WrittenFormula>(write.value);
           });
}

std::string count_formulas(std::size_t count, const char* what) {
    return fmt::format("{} {} {}", count, count == 1 ? "formule" : "formules", what);
}

}  // namespace

Result<workbook::PatchedWorkbook> write_patch(const PatchJob& job, workbook::PatchPlan& plan, Findings& findings) {
    auto stripped = workbook::write_patch(job.file->bytes(), plan);
    if (!stripped || job.without_recalculation || !needs_values(plan)) return stripped;
    const auto recalculated = office::read_recalculated(stripped->bytes, job.shown_as, {}, job.office);
    if (!recalculated) {
        Finding finding{Severity::notice,
                        "vul_zonder_herrekening",
                        {},
                        "formules zijn niet herrekend: " + recalculated.error().found,
                        "LibreOffice",
                        "open de werkmap in Excel: dan rekent het alles opnieuw, of geef --zonder-reken"};
        finding.place.file = job.shown_as;
        findings.push_back(std::move(finding));
        return stripped;
    }
    workbook::judge_recalculation(plan, *job.workbook, *recalculated);
    return workbook::write_patch(job.file->bytes(), plan, &*recalculated);
}

std::string bookkeeping_text(const workbook::PatchedWorkbook& made) {
    std::string text;
    if (made.refreshed > 0) text += count_formulas(made.refreshed, "met een verse waarde van LibreOffice\n");
    if (made.emptied > 0) text += count_formulas(made.emptied, "zonder waarde tot Excel of LibreOffice rekent\n");
    for (const std::string& line : made.bookkeeping) text += line + "\n";
    return text.empty() ? text : "Ook veranderd, omdat het moet:\n" + text;
}

std::string previous_name(const std::string& file) {
    const std::filesystem::path path(file);
    for (std::size_t number = 1;; ++number) {
        std::filesystem::path made = path;
        const std::string count = number == 1 ? "" : "-" + std::to_string(number);
        made.replace_filename(path.stem().string() + ".vorige" + count + path.extension().string());
        std::error_code error;
        if (!std::filesystem::exists(made, error)) return made.string();
    }
}

}  // namespace begroot::cli
