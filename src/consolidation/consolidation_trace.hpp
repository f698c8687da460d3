#pragma once
// Where a consolidated figure comes from: every posting and cell of every organisation, and what was taken out.

#include "consolidation/consolidate.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace begroot::consolidation {

/// One amount behind a consolidated figure.
struct TracedItem {
    std::size_t member = 0;
    bool eliminated = false;  ///< taken out: the amount counts negative
    report::TraceItem item;
};

/// All amounts behind one figure; they add up to it (checked).
struct ConsolidationTrace {
    std::string code;
    std::string name;
    Measure measure = Measure::actual;
    std::optional<Money> amount;
    std::vector<TracedItem> items;
};

/// Traces a row by its code; `baten:4.1` or `lasten:4.1` where both sides have it. Errors (usage): an unknown code,
/// naming the nearest; the difference of eliminations, which has no postings of its own.
[[nodiscard]] Result<ConsolidationTrace> trace(std::span<const Member> members, const Consolidated& answer,
                                               const std::string& code, Measure measure);

/// Prints a trace as a table.
[[nodiscard]] Document to_document(std::span<const Member> members, const ConsolidationTrace& trace);

/// Writes a trace as JSON.
[[nodiscard]] std::string to_json(std::span<const Member> members, const ConsolidationTrace& trace);

}  // namespace begroot::consolidation
