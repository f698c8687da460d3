#pragma once
// What a file is that is no .xlsx workbook, judged by its contents, and what the office can do about it.

#include "base/error.hpp"
#include "workbook/detail/zip.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace begroot::workbook::detail {

/// Explains a file that is neither a zip nor delimited text: old .xls, a password, a lock file, a web page, nothing at
/// all. Nothing when it reads as text that may be delimited.
[[nodiscard]] std::optional<Error> explain_no_text(std::span<const std::byte> bytes, std::string_view file_name);

/// Explains a text that is markup (HTML, XML); nothing for any other text.
[[nodiscard]] std::optional<Error> explain_markup(std::string_view text);

/// Explains a zip that holds no .xlsx workbook: .xlsb, .ods, a Word document, an archive of other files.
[[nodiscard]] Error explain_zip(const ZipArchive& archive);

}  // namespace begroot::workbook::detail
