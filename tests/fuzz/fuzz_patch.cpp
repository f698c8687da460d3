// Fills cells of an arbitrary workbook: whatever is written is a workbook again, with the asked values, and without
// them the same cells as before; formulas it does not strip keep their value.

#include "workbook/patcher.hpp"
#include "workbook/reader.hpp"
#include "workbook/zip_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace begroot::workbook;

ReadLimits small_limits() {
    ReadLimits limits;
    limits.part_bytes_max = 16U << 20;
    limits.texts_bytes_max = 16U << 20;
    limits.text_bytes_max = 1U << 14;
    limits.cells_max = 100'000;
    return limits;
}

/// Splits the input at zero bytes into the sheet, what follows it, its names and the texts.
std::string workbook_around(std::string_view input) {
    test::WorkbookParts parts;
    const auto take = [&input]() {
        const std::size_t end = std::min(input.find('\0'), input.size());
        std::string piece(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
        return piece;
    };
    parts.sheet_data = take();
    parts.after_data = take();
    parts.workbook_inside += "<definedNames>" + take() + "</definedNames>";
    parts.before_data = take();
    parts.shared_strings = std::string(input);
    return test::zip(test::workbook_parts(parts));
}

/// Writes a cell in a way that two readings can be compared by.
std::string shown(const Cell& cell) {
    const CellKind kind = cell.kind();
    const bool numeric = kind == CellKind::number || kind == CellKind::date || kind == CellKind::boolean;
    return std::to_string(static_cast<int>(kind)) + (cell.is_formula() ? "f" : "") +
           (numeric ? std::to_string(cell.number()) : std::string(cell.text()));
}

void check(const Workbook& before, const Workbook& after, const PatchPlan& plan) {
    if (before.sheets.size() != after.sheets.size()) std::abort();
    for (std::uint32_t i = 0; i < before.sheets.size(); ++i) {
        std::set<begroot::CellPlace> changed;
        for (const CellWrite& write : plan.writes) {
            if (write.sheet == i) changed.insert(write.place);
        }
        for (const StaleCell& cell : plan.stale[i]) changed.insert(cell.place);
        for (const Cell& cell : before.sheets[i].cells) {
            if (changed.contains({cell.row(), cell.column()})) continue;
            const Cell* const other = after.sheets[i].cells.find(cell.row(), cell.column());
            if (other == nullptr || shown(*other) != shown(cell)) std::abort();
        }
        for (const CellWrite& write : plan.writes) {
            if (write.sheet != i || !std::holds_alternative<double>(write.value)) continue;
            const Cell* const other = after.sheets[i].cells.find(write.place.row, write.place.column);
            if (other == nullptr || other->is_formula()) std::abort();
        }
    }
}

void fill(std::string_view file) {
    const ReadLimits limits = small_limits();
    const auto before = read_workbook(test::bytes_of(file), "fuzz.xlsx", {limits});
    if (!before || before->sheets.empty()) return;
    const std::vector<CellWrite> writes{
        {0, {0, 0}, 12.5}, {0, {1, 3}, std::string("<a&b>")}, {0, {7, 1}, std::monostate()}, {0, {40, 2}, true}};
    for (const bool overwrite : {false, true}) {
        PatchOptions options;
        options.overwrite = overwrite;
        options.limits = limits;
        const auto plan = plan_patch(test::bytes_of(file), *before, writes, options);
        if (!plan) continue;
        const auto made = write_patch(test::bytes_of(file), *plan, nullptr, limits);
        if (!made) continue;
        const auto after = read_workbook(test::bytes_of(made->bytes), "na.xlsx", {limits});
        if (!after) std::abort();
        check(*before, *after, *plan);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    fill(input);
    fill(workbook_around(input));
    return 0;
}
