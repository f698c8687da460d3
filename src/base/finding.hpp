#pragma once
// The data is wrong: findings are a list beside the data; the program goes on and shows them all. They never repair.

#include "base/place.hpp"

#include <string>
#include <vector>

namespace begroot {

/// Ranks a finding: `error` (fout) makes the exit code 1, `warning` (waarschuwing) and `notice` (melding) do not.
enum class Severity { error, warning, notice };

/// Reports one thing about the data. `kind` is a stable snake_case name (`plan_begroting_verschil`).
struct Finding {
    Severity severity = Severity::notice;
    std::string kind;
    Place place;
    std::string found;
    std::string expected;
    std::string action;
};

using Findings = std::vector<Finding>;

/// Gives the Dutch word for a severity: fout, waarschuwing, melding.
[[nodiscard]] const char* severity_name(Severity severity);

/// Writes a finding as one line: `fout soort: plaats: gevonden (verwacht …). Actie.`
[[nodiscard]] std::string to_text(const Finding& finding);

/// Tells whether any finding is a fout.
[[nodiscard]] bool has_error(const Findings& findings);

}  // namespace begroot
