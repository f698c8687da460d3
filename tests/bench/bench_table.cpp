#include "render/text.hpp"
#include "report/budget_table.hpp"
#include "report/json.hpp"
#include "store/dossier.hpp"

#include <filesystem>

#include <benchmark/benchmark.h>

namespace {

using namespace begroot;

const std::filesystem::path model = std::filesystem::path(BEGROOT_SOURCE_DIR) / "models/plein013-2025.toml";

report::Facts facts_of(const store::Dossier& dossier) {
    return {&dossier.model.plan,    &dossier.model.rules,  &dossier.model.phasing_keys,
            &*dossier.budget,       &dossier.budget_parts, &*dossier.ledger,
            &dossier.posting_parts, dossier.model.file,    dossier.model.sha256};
}

void OpenDossier(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(store::open_dossier(model));
}
BENCHMARK(OpenDossier)->Unit(benchmark::kMillisecond);

void ReadModel(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(store::read_model(model));
}
BENCHMARK(ReadModel)->Unit(benchmark::kMillisecond);

void CompareBudgetWithActual(benchmark::State& state) {
    const auto dossier = store::open_dossier(model);
    const report::Facts facts = facts_of(*dossier);
    for (auto _ : state) benchmark::DoNotOptimize(report::compare_budget_with_actual(facts, {}));
}
BENCHMARK(CompareBudgetWithActual)->Unit(benchmark::kMicrosecond);

void RenderText(benchmark::State& state) {
    const auto dossier = store::open_dossier(model);
    const report::Facts facts = facts_of(*dossier);
    const auto answer = report::compare_budget_with_actual(facts, {});
    for (auto _ : state) {
        benchmark::DoNotOptimize(render::to_text(report::to_document(facts, *answer, {}), render::TextOptions{}));
    }
}
BENCHMARK(RenderText)->Unit(benchmark::kMicrosecond);

void RenderJson(benchmark::State& state) {
    const auto dossier = store::open_dossier(model);
    const report::Facts facts = facts_of(*dossier);
    const auto answer = report::compare_budget_with_actual(facts, {});
    for (auto _ : state) benchmark::DoNotOptimize(report::to_json(facts, *answer));
}
BENCHMARK(RenderJson)->Unit(benchmark::kMicrosecond);

}  // namespace
