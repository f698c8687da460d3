#pragma once
// How much of a stranger's file is accepted before it is refused.

#include <chrono>
#include <cstdint>

namespace begroot::workbook {

/// Limits on a stranger's file; beyond one the file is refused with its name and the number.
struct ReadLimits {
    std::uint64_t file_bytes_max = 1ULL << 30;
    std::uint64_t part_bytes_max = 4ULL << 30;    ///< of one inflated part
    std::uint64_t ratio_max = 200;                ///< inflated : stored, for parts over ratio_free_bytes
    std::uint64_t ratio_free_bytes = 1ULL << 20;  ///< inflated bytes up to which any ratio is accepted
    std::uint64_t texts_bytes_max = 2ULL << 30;   ///< of all texts of a workbook that are kept
    std::uint32_t texts_max = 20'000'000;         ///< shared texts
    std::uint32_t parts_max = 20'000;
    std::uint32_t sheets_max = 4'096;
    std::uint32_t rows_max = 1'048'576;
    std::uint32_t columns_max = 16'384;
    std::uint32_t text_rows_max = 50'000'000;     ///< of delimited text, which knows no limit of Excel
    std::uint64_t cells_max = 60'000'000;         ///< of a whole workbook
    std::uint32_t merged_max = 1'000'000;         ///< merged ranges of one sheet
    std::uint32_t styles_max = 1'000'000;         ///< cell styles (Excel itself stops at 65 490)
    std::uint32_t names_max = 100'000;            ///< defined names of a workbook
    std::uint32_t tables_max = 10'000;            ///< tables of one sheet
    std::uint32_t depth_max = 64;                 ///< of nested XML elements
    std::uint64_t text_bytes_max = 1ULL << 20;    ///< of one cell's text (Excel itself stops at 32 767 characters)
    std::chrono::milliseconds time_max{300'000};  ///< for a whole workbook
};

}  // namespace begroot::workbook
