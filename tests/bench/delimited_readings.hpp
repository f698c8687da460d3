#pragma once
// A ledger as csv of any size, read into typed columns, and a plain loop over the same bytes that only finds quotes,
// delimiters and line ends.

#include "workbook/source_file.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace begroot::bench {

/// Writes a csv of twelve columns and so many rows below its heads; `quoted` puts every text between quotes.
void write_delimited_ledger(const std::filesystem::path& path, std::uint64_t rows, bool quoted);

/// Finds quotes, delimiters and line ends, and no more.
[[nodiscard]] std::uint64_t find_marks(std::string_view text);

/// Reads two amounts, a date, year and period of every row; the rest stays text. Gives the count of rows with its
/// heads, 0 where it is not read.
[[nodiscard]] std::size_t read_typed_columns(const workbook::SourceFile& file);

}  // namespace begroot::bench
