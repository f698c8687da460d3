#pragma once
// The explanations that people typed in the workbook of a report, read back for the text beside the model.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "reporting/explanation.hpp"
#include "table/table.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace begroot::live {

/// Tells whether begroot rapportage wrote a workbook, with a sheet for explanations.
[[nodiscard]] bool has_explanations(const workbook::Workbook& workbook);

/// What became of a text that is not what was written.
enum class ExplanationFate : std::uint8_t {
    taken,     ///< it is in the new text
    in_model,  ///< the file beside the model says the same
    conflict,  ///< the file was changed too, to something else
    emptied,   ///< the cell is empty now; the file keeps its text
    refused    ///< it cannot stand in the file, or nobody can tell which it is
};

/// One explanation that is not what was written.
struct TypedExplanation {
    Place place;
    Explanation now;  ///< as it stands in the workbook; without paragraphs when it was emptied
    ExplanationFate fate = ExplanationFate::taken;
};

/// All that was read back.
struct ReadExplanations {
    std::string moment;
    std::vector<TypedExplanation> typed;  ///< in the order of the sheet
    std::vector<Explanation> taken;       ///< those of `typed` for the file
    Findings findings;
};

/// Compares three things: what was written, what stands in the workbook and what the file beside the model says now.
/// Only a text that the file did not change meanwhile is taken over; all else is a finding. Rows may be moved, columns
/// added. Errors: a workbook that begroot rapportage did not write, one whose sheet or heads are gone.
[[nodiscard]] Result<ReadExplanations> read_explanations(const workbook::Workbook& workbook, const Explanations& now);

/// Lists what was typed and what became of it.
[[nodiscard]] Document to_document(const ReadExplanations& read);

}  // namespace begroot::live
