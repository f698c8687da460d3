#pragma once
// A workbook whose long lists are still missing, and the same workbook with them: every other part keeps its bytes.

#include "table/grid.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook::writing {

/// A sheet around the rows of its list, as libxlsxwriter wrote it with one row that only has formats.
struct SheetFrame {
    std::string head;                 ///< up to the rows, with the dimension of the whole
    std::string tail;                 ///< behind them
    std::vector<std::string> styles;  ///< of each column
};

/// Takes a sheet apart at the row of formats; nothing when it is not there.
[[nodiscard]] std::optional<SheetFrame> frame_of(std::string_view sheet_xml, const GridList& list);

/// How a join ended.
enum class Joined : std::uint8_t {
    whole,
    cut_short,  ///< what stood there was not whole, or not all could be written
    too_large   ///< a sheet or the file is beyond 4 GiB
};

/// Writes the file at `path` anew with the rows of all lists, in memory of fixed size beside what stood there.
[[nodiscard]] Joined join_lists(const std::filesystem::path& path, std::string_view written, const GridBook& book);

}  // namespace begroot::workbook::writing
