#pragma once
// A ledger workbook of any size for measurements: made in a second or two, the same bytes every time.

#include <cstdint>
#include <filesystem>

namespace begroot::bench {

/// How texts are written: in a table of their own, as Excel does, or in the cells, as exports do.
enum class Texts { shared, in_cells };

/// Writes a ledger of twelve columns (date, account, names, amounts) and so many rows below its heads; another seed
/// gives other rows.
void write_ledger(const std::filesystem::path& path, std::uint32_t rows, Texts texts, std::uint32_t seed);

}  // namespace begroot::bench
