#pragma once
// Short ways to fill cells of a workbook that a test has in memory, and to look at the parts that came out.

#include "reading.hpp"
#include "zip_builder.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/part_stream.hpp"
#include "workbook/detail/zip.hpp"
#include "workbook/patcher.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace begroot::workbook::test {

/// Gives the inflated bytes of a part; `geen` where there is none.
inline std::string part_of(std::string_view file, std::string_view name) {
    const ReadLimits limits;
    const auto archive = detail::ZipArchive::open(bytes_of(file), limits);
    if (!archive) return to_line(archive.error());
    const detail::ZipEntry* const entry = archive->find(name);
    if (entry == nullptr) return "geen";
    auto stream = detail::PartStream::open(*entry, limits);
    if (!stream) return to_line(stream.error());
    std::string text(entry->inflated_bytes, '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const auto count = stream->read(std::span(text).subspan(filled));
        if (!count) return to_line(count.error());
        filled += *count;
    }
    std::array<char, 1> behind{};
    const auto end = stream->read(behind);  // the check sum is told at the end
    return end ? text : to_line(end.error());
}

/// A file with some cells filled, and what was thought out for it.
struct Filled {
    std::string before;
    std::string after;
    PatchPlan plan;
    PatchedWorkbook made;
    std::string refused;  ///< the error, where there is one

    /// Gives a part of the file that came out.
    [[nodiscard]] std::string part(std::string_view name) const { return part_of(after, name); }

    /// Gives the rows of the first sheet that came out.
    [[nodiscard]] std::string rows() const {
        const std::string sheet = part("xl/worksheets/sheet1.xml");
        const std::size_t begin = sheet.find("sheetData");
        const std::size_t end = sheet.rfind("sheetData");
        const std::size_t from = sheet.find('>', begin) + 1;
        return begin == std::string::npos || end <= begin ? sheet : sheet.substr(from, sheet.rfind('<', end) - from);
    }

    /// Writes the findings, a line each: `vul_formule B1`.
    [[nodiscard]] std::string findings() const {
        std::string lines;
        for (const Finding& finding : plan.findings) lines += finding.kind + " " + finding.place.cell + "\n";
        return lines;
    }

    /// Writes the cells that are no longer true, with their sheet where there are more: `B1 C1`.
    [[nodiscard]] std::string stale() const {
        std::string names;
        for (std::size_t i = 0; i < plan.stale.size(); ++i) {
            for (const StaleCell& cell : plan.stale[i]) {
                if (!names.empty()) names += " ";
                if (plan.stale.size() > 1) names += std::to_string(i + 1) + "!";
                names += cell_name(cell.place.row, cell.place.column);
            }
        }
        return names;
    }
};

/// Makes a write by the name of a cell: `B2` on the first sheet.
inline CellWrite write(std::string_view cell, WrittenValue value, std::uint32_t sheet = 0) {
    const auto place = detail::parse_cell(cell, {});
    EXPECT_TRUE(place) << cell;
    return {sheet, {place->row, place->column}, std::move(value)};
}

/// Fills cells of a file.
inline Filled fill_file(std::string file, const std::vector<CellWrite>& writes, const PatchOptions& options = {},
                        const Workbook* recalculated = nullptr) {
    Filled filled;
    filled.before = std::move(file);
    const auto book = read_workbook(bytes_of(filled.before), "kantoor.xlsx");
    if (!book) {
        filled.refused = to_line(book.error());
        return filled;
    }
    auto plan = plan_patch(bytes_of(filled.before), *book, writes, options);
    if (!plan) {
        filled.refused = to_line(plan.error());
        return filled;
    }
    filled.plan = std::move(*plan);
    if (recalculated != nullptr) judge_recalculation(filled.plan, *book, *recalculated);
    auto made = write_patch(bytes_of(filled.before), filled.plan, recalculated);
    if (!made) {
        filled.refused = to_line(made.error());
        return filled;
    }
    filled.made = std::move(*made);
    filled.after = filled.made.bytes;
    return filled;
}

/// Fills cells of the smallest workbook around these rows.
inline Filled fill_rows(const std::string& rows, const std::vector<CellWrite>& writes,
                        const PatchOptions& options = {}) {
    WorkbookParts parts;
    parts.sheet_data = rows;
    return fill_file(zip(workbook_parts(parts)), writes, options);
}

}  // namespace begroot::workbook::test
