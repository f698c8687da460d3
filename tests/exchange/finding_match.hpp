#pragma once
// Finds findings by their kind.

#include "base/finding.hpp"
#include "exchange/source.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace begroot::exchange::test {

inline Findings of_kind(const Findings& findings, const std::string& kind) {
    Findings found;
    std::ranges::copy_if(findings, std::back_inserter(found),
                         [&kind](const Finding& finding) { return finding.kind == kind; });
    return found;
}

/// Lists findings for a failure message.
inline std::string listed(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) text += to_text(finding) + "\n";
    return text;
}

inline std::vector<std::string> reasons(const ReadReport& report) {
    std::vector<std::string> found;
    for (const Skipped& skipped : report.skipped)
        found.push_back(cell_name(skipped.origin.row, skipped.origin.column) + " " + skipped.reason);
    return found;
}

}  // namespace begroot::exchange::test
