// The multi-year model: computing all of it, and computing again what one changed assumption reaches.

#include "model/evaluate.hpp"

#include <cstdlib>
#include <iostream>
#include <string>

#include <benchmark/benchmark.h>

namespace begroot::model {

namespace {

void add(Definition& definition, VariableKind kind, const std::string& code, const std::string& formula,
         double first_value) {
    Variable made;
    made.kind = kind;
    made.code = code;
    made.unit = kind == VariableKind::line ? *parse_unit("€") : *parse_unit("1");
    if (kind == VariableKind::line) {
        made.line.side = code.back() % 2 == 0 ? Side::income : Side::expense;
        made.line.rubric = made.line.side == Side::income ? "3.1" : "4.1";
    } else {
        made.given.push_back({{}, {{2025, {first_value, ValueStatus::none, {}}}}, {}});
    }
    made.formula = *parse_formula(formula);
    made.formula_text = formula;
    definition.variables.push_back(std::move(made));
}

/// 500 lines over ten years, fed by 50 drivers; each line reads two drivers and its own last year or another line.
Definition large_model() {
    Definition definition;
    definition.base_year = 2025;
    definition.first_year = 2025;
    definition.last_year = 2034;
    for (int i = 0; i < 50; ++i) {
        const std::string code = "aanname_" + std::to_string(i);
        add(definition, VariableKind::driver, code, code + "[-1] * 1,02", 1000 + i);
    }
    for (int i = 0; i < 500; ++i) {
        const std::string a = "aanname_" + std::to_string(i % 50);
        const std::string b = "aanname_" + std::to_string((i * 7 + 3) % 50);
        std::string formula = a + " * max(0; " + b + " - 100) / 12,5";
        if (i >= 100) formula += " + regel_" + std::to_string(i - 100) + " * 10%";
        add(definition, VariableKind::line, "regel_" + std::to_string(i), formula, 0);
        definition.variables.back().unit = *parse_unit("1");
    }
    return definition;
}

Graph compiled() {
    auto graph = compile(large_model());
    if (!graph) {
        std::cerr << to_text(graph.error().front()) << '\n';
        std::abort();
    }
    return std::move(*graph);
}

void compile_model(benchmark::State& state) {
    const Definition definition = large_model();
    for (auto _ : state) benchmark::DoNotOptimize(compile(definition));
}
BENCHMARK(compile_model)->Unit(benchmark::kMillisecond);

void compute_all(benchmark::State& state) {
    const Graph graph = compiled();
    for (auto _ : state) benchmark::DoNotOptimize(Evaluator(graph));
    state.counters["nodes"] = static_cast<double>(graph.nodes.size());
}
BENCHMARK(compute_all)->Unit(benchmark::kMicrosecond);

void change_one_driver(benchmark::State& state) {
    const Graph graph = compiled();
    Evaluator evaluator(graph);
    const auto series = graph.find_series("aanname_7");
    double step = 1;
    std::size_t computed = 0;
    for (auto _ : state) {
        Overlay overlay;
        for (std::int32_t year = 2026; year <= 2034; ++year)
            overlay.changes[graph.node_of(*series, year)] = {{NodeChange::Kind::add, step, no_node}};
        computed = evaluator.set_overlay(overlay);
        step = step == 1 ? 2 : 1;
    }
    state.counters["computed"] = static_cast<double>(computed);
}
BENCHMARK(change_one_driver)->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace begroot::model
