#pragma once
// What the commands that write a report share: the moment, the facts, the file.

#include "cli/options.hpp"
#include "management/management_report.hpp"
#include "store/dossier.hpp"

#include <initializer_list>
#include <optional>
#include <string>

namespace begroot::cli {

/// Finds a moment by its code, or by the name of the month it runs to. Errors (usage): none, with the nearest.
[[nodiscard]] Result<Moment> find_moment(const Plan& plan, const std::string& word);

/// Points a report at a dossier, with the budget that is asked or that was in force at the end of `until` (see
/// `facts_of`), and names the files that its figures come from.
[[nodiscard]] Result<management::Input> management_input_of(const store::Dossier& dossier,
                                                            const std::optional<Month>& until,
                                                            const std::string& budget);

/// Puts findings of several sources behind each other.
[[nodiscard]] Findings joined_findings(std::initializer_list<const Findings*> all);

/// Writes a report in any format but JSON.
[[nodiscard]] Result<void> deliver_report(const Document& document, const Day& created, Format format,
                                          const OutputWords& words);

}  // namespace begroot::cli
