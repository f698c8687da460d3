#pragma once
// How the parts of a workbook hang together: relationships lead from the package to the workbook and from there to
// sheets.

#include "base/result.hpp"
#include "text/byte_source.hpp"
#include "text/xml_scanner.hpp"
#include "workbook/detail/zip.hpp"
#include "workbook/workbook.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook::detail {

using text::XmlEvent;
using text::XmlScanner;

/// One relationship; `kind` is the last word of its type, which the strict and the transitional edition share.
struct Relationship {
    std::string id;
    std::string kind;    ///< `worksheet`, `styles`, `sharedStrings`, `officeDocument`
    std::string target;  ///< the name of a part, resolved
};

/// A sheet as the workbook lists it.
struct SheetEntry {
    std::string name;
    std::string part;
    Visibility visibility = Visibility::visible;
    std::uint32_t id = 0;  ///< the number that the workbook gives it, which the calculation chain uses
};

/// What the reader needs to know before it reads cells.
struct WorkbookMap {
    std::string part;                ///< of the workbook itself
    std::vector<SheetEntry> sheets;  ///< sheets with cells, in workbook order
    std::optional<std::string> styles_part;
    std::optional<std::string> shared_strings_part;
    bool date_1904 = false;
    std::vector<DefinedName> names;
};

/// Gives the parts to which a part has a relationship of this kind, in their order; those that are missing are left
/// out.
[[nodiscard]] Result<std::vector<std::string>> parts_of_kind(const ZipArchive& archive, std::string_view part,
                                                             std::string_view kind, const ReadLimits& limits);

/// Names the part that holds the relationships of a part, of the package itself for an empty name.
[[nodiscard]] std::string relationships_part(std::string_view part);

/// Opens the bytes of a part; fails where the archive has none of that name.
[[nodiscard]] Result<std::unique_ptr<text::ByteSource>> open_source(const ZipArchive& archive, std::string_view part,
                                                                    const ReadLimits& limits);

/// Opens a part as XML; fails where the archive has none of that name.
[[nodiscard]] Result<XmlScanner> open_part(const ZipArchive& archive, std::string_view part, const ReadLimits& limits);

/// Opens a part as open_part() does; a large one is inflated by a second thread, with the same result.
[[nodiscard]] Result<XmlScanner> open_large_part(const ZipArchive& archive, std::string_view part,
                                                 const ReadLimits& limits);

/// Follows the relationships to the workbook and reads its list of sheets. Fails on .xlsb, other zipped documents, a
/// sheet whose part is missing and more sheets than the limit.
[[nodiscard]] Result<WorkbookMap> read_workbook_map(const ZipArchive& archive, const ReadLimits& limits);

/// Resolves a target against the folder of the part that names it; `/xl/a.xml` is absolute, `..` goes up.
[[nodiscard]] std::string resolve_target(std::string_view source_part, std::string_view target);

}  // namespace begroot::workbook::detail
