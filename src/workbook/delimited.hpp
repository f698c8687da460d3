#pragma once
// Delimited text (csv, tab) as a workbook of one sheet. How the text is written is decided once a file, never per line,
// and can be shown; what cannot be decided is refused, not guessed.

#include "base/result.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"
#include "workbook/workbook.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace begroot::workbook {

/// What the user says about a text file that does not tell it itself; what is given here is not decided again.
struct TextChoice {
    std::optional<char> delimiter;           ///< `\0` is a file of one column
    std::optional<text::Encoding> encoding;  ///< a byte order mark that says otherwise is refused
};

/// Writes a text format as `puntkomma, UTF-8 met BOM, regeleinde CRLF, met aanhalingstekens`.
[[nodiscard]] std::string to_text(const TextFormat& format);

/// Reads delimited text, whose bytes the workbook keeps: one sheet without a name, all cells text,
/// `Workbook::text_format` filled in.
///
/// Rows and columns are those that Excel shows when it opens the file: a record is a row, an empty line is one too, a
/// line `sep=;` at the start is none. A ragged row is kept as it is; the first that is wider than all before it and
/// ends in an empty field ends in an empty cell, so that the widths of rows can be compared. Quotes count where a field
/// begins with one; two stand for one. `="0100"` is the text 0100, as in Excel. Refused, with line or cell: a quote
/// that is never closed, text behind a closing quote, NUL bytes, text that is neither UTF-8, UTF-16 nor windows-1252, a
/// delimiter that cannot be told, and what is over a limit.
[[nodiscard]] Result<Workbook> read_delimited(const SourceFile& file, const std::string& shown_as,
                                              const ReadOptions& options = {}, const TextChoice& choice = {});

/// Reads delimited text from memory; `bytes` need not outlive the call.
[[nodiscard]] Result<Workbook> read_delimited(std::span<const std::byte> bytes, const std::string& shown_as,
                                              const ReadOptions& options = {}, const TextChoice& choice = {});

}  // namespace begroot::workbook
