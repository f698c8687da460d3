#pragma once
// Findings as a list that reads well on a terminal: by severity, each with where, found, expected and what to do.

#include "base/finding.hpp"
#include "render/text.hpp"

#include <string>

namespace begroot::cli {

/// Prints findings in the order given under `title`, wrapped to the terminal's width; says so when there are none.
[[nodiscard]] std::string findings_text(const std::string& title, const Findings& findings,
                                        const render::TextOptions& terminal);

}  // namespace begroot::cli
