#include "workbook/reader.hpp"

#include <filesystem>

#include <benchmark/benchmark.h>

namespace {

void ReadMutaties(benchmark::State& state) {
    const auto path = std::filesystem::path(BEGROOT_SOURCE_DIR) / "spreadsheets/plein013/mutaties-2025.xlsx";
    std::int64_t cells = 0;
    for (auto _ : state) {
        const auto book = begroot::workbook::read_workbook(path, path.string());
        for (const auto& sheet : book->sheets) cells += static_cast<std::int64_t>(sheet.cells.size());
    }
    state.SetItemsProcessed(cells);
}
BENCHMARK(ReadMutaties)->Unit(benchmark::kMillisecond);

}  // namespace
