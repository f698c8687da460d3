#include "money/allocate.hpp"
#include "money/format.hpp"

#include <array>

#include <benchmark/benchmark.h>

namespace {

void AllocateOverTwelveMonths(benchmark::State& state) {
    constexpr std::array<std::int64_t, 12> weights{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    for (auto _ : state) benchmark::DoNotOptimize(begroot::allocate(begroot::Money::from_cents(22'300'001), weights));
}
BENCHMARK(AllocateOverTwelveMonths);

void FormatAmount(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(begroot::format_amount(begroot::Money::from_cents(1'396'860'660)));
}
BENCHMARK(FormatAmount);

void ParseAmount(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(begroot::parse_amount("13.968.606,60"));
}
BENCHMARK(ParseAmount);

}  // namespace
