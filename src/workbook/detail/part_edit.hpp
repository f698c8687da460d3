#pragma once
// The bookkeeping around a sheet: the request to calculate, the calculation chain, a table's range, a pivot's refresh.

#include "base/result.hpp"
#include "workbook/detail/part_deflater.hpp"
#include "workbook/detail/raw_xml.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::workbook::patching {

/// What changes in the part of the workbook itself.
struct WorkbookEdit {
    bool calculates = false;                                 ///< it must ask for a full calculation when it is opened
    std::vector<DefinedName> names;                          ///< to be added
    std::vector<std::pair<std::string, std::string>> texts;  ///< of names that are there: as it was and as it becomes
};

/// Writes the part of the workbook anew; both are that part. Nothing where it says all of it already.
[[nodiscard]] Result<std::optional<PackedPart>> edit_workbook(RawXml look, RawXml xml, const WorkbookEdit& change);

/// A cell as the calculation chain names it: the number of its sheet, and its place.
using ChainCell = std::pair<std::uint32_t, CellPlace>;

/// The calculation chain without some cells.
struct ShorterChain {
    PackedPart part;
    bool is_empty = false;  ///< no cell is left, which Excel does not accept: the part must go
};

/// Takes cells out of the calculation chain; a cell that takes its sheet from the one before keeps that sheet.
[[nodiscard]] Result<ShorterChain> shorten_chain(RawXml xml, const std::set<ChainCell>& cells);

/// Takes out of a part every element that has this name, and this value (upper and lower case being equal) at the end
/// of this attribute.
[[nodiscard]] Result<PackedPart> without_element(RawXml xml, std::string_view name, std::string_view attribute,
                                                 std::string_view value_end);

/// Sets the range of a table, and that of its filter.
[[nodiscard]] Result<PackedPart> with_table_range(RawXml xml, const CellRange& range);

/// Makes a pivot cache refresh when the workbook is opened. Nothing where it does already.
[[nodiscard]] Result<std::optional<PackedPart>> refreshed_on_load(RawXml xml);

}  // namespace begroot::workbook::patching
