#pragma once
// Reads any .xlsx, .xlsm or delimited text, within limits; refuses what it cannot read with a message that says what to
// do. What a file is, its contents say, never its name.

#include "base/result.hpp"
#include "workbook/read_limits.hpp"
#include "workbook/source_file.hpp"
#include "workbook/workbook.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace begroot::workbook {

/// Says which columns of a sheet are worth keeping. In a row whose key column is filled only these are kept; a row
/// without a key (a label, a total) is kept whole.
struct ColumnChoice {
    std::vector<bool> kept;  ///< by column; columns beyond are not kept. Empty: nothing more of this sheet is kept
    std::uint32_t key_column = 0;  ///< 0-based; filled by a number, date, boolean or text that is not blank
};

/// Chooses columns when the first `rows_before_choice` rows of a sheet are read, or all of a shorter sheet; nothing
/// keeps all. What a file tells behind its cells (merged ranges, tables) is not known yet.
using ChooseColumns = std::function<std::optional<ColumnChoice>(const Sheet& so_far)>;

/// Rows that are kept whole and that ChooseColumns looks at.
inline constexpr std::uint32_t rows_before_choice = 64;

/// Tells the time that passed; an argument, so that a test need not wait.
using Clock = std::function<std::chrono::steady_clock::time_point()>;

/// How a workbook is read.
struct ReadOptions {
    ReadLimits limits = {};
    ChooseColumns choose_columns = {};  ///< none keeps all
    Clock clock = [] { return std::chrono::steady_clock::now(); };
};

/// Reads a whole workbook. `shown_as` is the file name used in messages and origins. Errors name file, part and what to
/// do; .xls, .xlsb, .ods, encrypted, empty and HTML files are recognised by content and named. Text is read by
/// read_delimited(). Cells that a column choice drops are checked like all others.
[[nodiscard]] Result<Workbook> read_workbook(const std::filesystem::path& path, const std::string& shown_as,
                                             const ReadOptions& options = {});

/// Reads a workbook from a file that was read before; `file` need not outlive the call, though a text keeps its bytes.
[[nodiscard]] Result<Workbook> read_workbook(const SourceFile& file, const std::string& shown_as,
                                             const ReadOptions& options = {});

/// Reads a workbook from memory (tests and fuzzers); `bytes` need not outlive the call.
[[nodiscard]] Result<Workbook> read_workbook(std::span<const std::byte> bytes, const std::string& shown_as,
                                             const ReadOptions& options = {});

}  // namespace begroot::workbook
