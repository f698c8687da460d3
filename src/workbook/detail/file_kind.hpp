#pragma once
// What a file is that is no .xlsx workbook, judged by its contents, and what the office can do about it.

#include "base/error.hpp"
#include "workbook/detail/zip.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace begroot::workbook::detail {

/// Explains a file that is no zip: old .xls, a password, a lock file, a web page, text, nothing at all.
[[nodiscard]] Error explain_no_zip(std::span<const std::byte> bytes, std::string_view file_name);

/// Explains a zip that holds no .xlsx workbook: .xlsb, .ods, a Word document, an archive of other files.
[[nodiscard]] Error explain_zip(const ZipArchive& archive);

}  // namespace begroot::workbook::detail
