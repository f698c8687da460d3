#pragma once
// What stands between a mistyped --uit and somebody's own file.

#include "base/error.hpp"

#include <optional>

#include <CLI/CLI.hpp>

namespace begroot::cli {

/// Refuses a command line whose output (`--uit`, `--schrijf-profiel`, `--ics`) would be written over a file that the
/// command reads: one that the line itself names, or one that its model or consolidation names. Files are compared by
/// what they are, whatever their spelling or links. `ververs` may write over its own workbook, for it keeps the old
/// one.
[[nodiscard]] std::optional<Error> refuse_overwriting(const ::CLI::App& command);

}  // namespace begroot::cli
