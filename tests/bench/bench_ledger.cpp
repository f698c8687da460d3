// A ledger of a hundred thousand and of a million postings, made up: joined, checked, reported.

#include "mapping/mapping_builder.hpp"
#include "render/text.hpp"
#include "report/budget_table.hpp"
#include "report/json.hpp"

#include <random>

#include <benchmark/benchmark.h>

namespace {

using namespace begroot;

constexpr std::int64_t speerpunten = 6;
constexpr std::int64_t goals_each = 5;

std::string goal_code(std::int64_t rule) {
    return std::to_string(rule / goals_each + 1) + "." + std::to_string(rule % goals_each + 1);
}

/// Thirty rules on accounts and cost units, one to each goal; a posting in fifty falls outside the plan.
std::vector<Rule> make_rules(bool by_description) {
    std::vector<Rule> rules;
    for (std::int64_t i = 0; i < speerpunten * goals_each; ++i) {
        Condition condition = test::on_account(std::to_string(4400 + i));
        if (i % 3 == 0) condition.cost_units = {{"OT*", false}};
        if (by_description && i % 3 == 1) condition.descriptions = {{"*factuur*", true}};
        std::vector<Share> shares{{test::target(goal_code(i)), 1}};
        if (i % 10 == 9) shares.push_back({test::target("buiten"), 2});
        rules.push_back(test::rule("regel " + std::to_string(i), condition, shares));
    }
    rules.push_back(test::rule("rest", test::on_account("4*"), {{test::target("buiten"), 1}}));
    return rules;
}

Plan make_plan() {
    std::vector<Speerpunt> all;
    for (std::int64_t i = 0; i < speerpunten; ++i) {
        std::vector<Goal> goals;
        for (std::int64_t j = 0; j < goals_each; ++j)
            goals.push_back(test::goal(goal_code(i * goals_each + j), "€ 12.000"));
        all.push_back(test::speerpunt(std::to_string(i + 1), goals));
    }
    return test::plan(all);
}

/// Half a percent of the postings fits no rule; a third stands on the balance sheet.
Ledger make_ledger(std::int64_t postings) {
    std::mt19937 random(7);  // NOLINT: the same ledger every time
    const auto up_to = [&random](std::uint32_t most) { return static_cast<std::int64_t>(random() % (most + 1)); };
    Ledger ledger;
    const auto source = test::sheet("mutaties.xlsx");
    ledger.make_room(static_cast<std::size_t>(postings));
    for (std::int64_t i = 0; i < postings; ++i) {
        Coding coding;
        coding.year = {2025};
        const bool balance = i % 3 == 2;
        coding.side = balance ? Side::balance : Side::expense;
        const std::string account = i % 200 == 0 ? "9999" : std::to_string((balance ? 1100 : 4400) + up_to(31));
        coding.account = AccountId(account);
        coding.cost_centre = CostCentreId(std::to_string(100 + up_to(19)));
        coding.cost_unit = CostUnitId((up_to(1) == 0 ? "OT" : "REG") + std::to_string(up_to(9)));
        coding.journal = JournalId(std::to_string(50 + 10 * up_to(2)));
        coding.sheet = source;
        const std::string entry = std::to_string(100'000 + i / 3) + "/" + std::to_string(i % 3 + 1);
        ledger.add(coding, {"rekening " + account, entry, "factuur " + std::to_string(i) + " van leverancier",
                            Money::from_cents(up_to(100'000) - 20'000), static_cast<std::int32_t>(1 + up_to(11)),
                            static_cast<std::uint32_t>(i + 1), 9});
        ledger.source_total += ledger.postings.back().amount;
    }
    return ledger;
}

/// All that a report looks at.
struct Made {
    Plan plan = make_plan();
    std::vector<Rule> rules;
    std::vector<PhasingKey> keys{equal_months()};
    Ledger ledger;
    std::vector<PostingPart> parts;

    Made(std::int64_t postings, bool by_description)
        : rules(make_rules(by_description)), ledger(make_ledger(postings)), parts(join_postings(ledger, rules)) {}

    [[nodiscard]] report::Facts facts() const {
        return {&plan, &rules, &keys, nullptr, nullptr, &ledger, &parts, "model.toml", ""};
    }
};

constexpr std::int64_t many = 1'000'000;
constexpr std::int64_t fewer = 100'000;

void MakeLedger(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(make_ledger(state.range(0)));
}

void JoinPostings(benchmark::State& state) {
    const Made made(state.range(0), false);
    for (auto _ : state) benchmark::DoNotOptimize(join_postings(made.ledger, made.rules));
}

void JoinPostingsByDescription(benchmark::State& state) {
    const Made made(state.range(0), true);
    for (auto _ : state) benchmark::DoNotOptimize(join_postings(made.ledger, made.rules));
}

void CheckRules(benchmark::State& state) {
    const Made made(state.range(0), false);
    for (auto _ : state) benchmark::DoNotOptimize(check_rules(made.plan, made.rules, &made.ledger, nullptr));
}

void CheckRulesByDescription(benchmark::State& state) {
    const Made made(state.range(0), true);
    for (auto _ : state) benchmark::DoNotOptimize(check_rules(made.plan, made.rules, &made.ledger, nullptr));
}

template <report::Per per>
void Compare(benchmark::State& state) {
    const Made made(state.range(0), false);
    const report::Options options{per, report::View::plan, {}};
    for (auto _ : state) benchmark::DoNotOptimize(report::compare_budget_with_actual(made.facts(), options));
}

void TableAsText(benchmark::State& state) {
    const Made made(state.range(0), false);
    const auto answer = report::compare_budget_with_actual(made.facts(), {});
    for (auto _ : state) {
        const Document document = report::to_document(made.facts(), *answer, {});
        benchmark::DoNotOptimize(render::to_text(document, render::TextOptions{}));
    }
}

void TableAsJson(benchmark::State& state) {
    const Made made(state.range(0), false);
    const auto answer = report::compare_budget_with_actual(made.facts(), {});
    for (auto _ : state) benchmark::DoNotOptimize(report::to_json(made.facts(), *answer));
}

void TraceAsJson(benchmark::State& state) {
    const Made made(state.range(0), false);
    const auto answer = report::compare_budget_with_actual(made.facts(), {});
    for (auto _ : state) {
        const auto traced = report::trace(made.facts(), *answer, "totaal", report::TraceColumn::actual);
        benchmark::DoNotOptimize(report::to_json(*traced));
    }
}

BENCHMARK(MakeLedger)->Arg(fewer)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(JoinPostings)->Arg(fewer)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(JoinPostingsByDescription)->Arg(fewer)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(CheckRules)->Arg(fewer)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(CheckRulesByDescription)->Arg(fewer)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(Compare<report::Per::goal>)->Arg(fewer)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(Compare<report::Per::activity>)->Arg(fewer)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(Compare<report::Per::cost_unit>)->Arg(fewer)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(TableAsText)->Arg(many)->Unit(benchmark::kMicrosecond);
BENCHMARK(TableAsJson)->Arg(many)->Unit(benchmark::kMicrosecond);
BENCHMARK(TraceAsJson)->Arg(fewer)->Unit(benchmark::kMillisecond);

}  // namespace
