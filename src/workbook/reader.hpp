#pragma once
// Reads any .xlsx or .xlsm, streaming and within limits; refuses what it cannot read with a message that says what to
// do.

#include "base/result.hpp"
#include "workbook/read_limits.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace begroot::workbook {

/// Reads a whole workbook. `shown_as` is the file name used in messages and origins. Errors name file, part and what to
/// do; .xls, .xlsb, .ods, encrypted, empty, HTML and text files are recognised by content and named.
[[nodiscard]] Result<Workbook> read_workbook(const std::filesystem::path& path, const std::string& shown_as,
                                             const ReadLimits& limits = {});

/// Reads a workbook from memory (tests and fuzzers); `bytes` need not outlive the call.
[[nodiscard]] Result<Workbook> read_workbook(std::span<const std::byte> bytes, const std::string& shown_as,
                                             const ReadLimits& limits = {});

}  // namespace begroot::workbook
