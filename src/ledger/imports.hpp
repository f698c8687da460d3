#pragma once
// Files that together make a ledger: nothing counted twice, no month missed, no earlier month changed unseen.

#include "base/finding.hpp"
#include "ledger/ledger.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace begroot {

/// Says what is known of the amounts of a file with balances, before it is laid beside others.
enum class FileAmounts : std::uint8_t {
    of_periods,  ///< bookings, or said to be so
    running,     ///< said to include the periods before; its own amounts are those of periods already
    unsaid,
    often_running,  ///< not said, and its package exports running amounts
    standing        ///< not said, and all of it is the balance up to one period
};

/// The postings [first, last) of a ledger that came from one file.
struct Import {
    std::string file;
    std::size_t first = 0;
    std::size_t last = 0;
    FileAmounts amounts = FileAmounts::of_periods;
    std::string administration = {};  ///< whose books the file holds, where it says so
};

/// Looks at all files of a ledger together. A booking that stands in two files, told by its codes, period, entry
/// number, amount and description (of balances without entry numbers: codes and period), is a fout and so is counted
/// twice until the files are mended; a period in two files, a row that stands twice in one file, a month without
/// postings between others, an account with two names and a file of another administration are told.
[[nodiscard]] Findings check_imports(const Ledger& ledger, const std::vector<Import>& imports);

/// Reports months without any posting between the first and the last month of each year.
[[nodiscard]] Findings missing_months(const Ledger& ledger, const std::string& file);

/// Compares an export with the one before it, period by period and account by account: what changed, what disappeared,
/// which account got another name. Periods that only the new one has are no change. Both are named in the findings.
[[nodiscard]] Findings compare_with_previous(const Ledger& now, const std::string& file, const Ledger& before,
                                             const std::string& file_before);

}  // namespace begroot
