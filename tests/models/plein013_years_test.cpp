// The multi-year view of Plein 013: its first year is the forecast of the budget table, every doel to the cent.

#include "report/multi_year.hpp"
#include "scenario/scenario.hpp"
#include "store/dossier.hpp"

#include <map>

#include <gtest/gtest.h>

namespace begroot {
namespace {

/// The dossier of 2025 to August, with year 0 taken from its table.
struct Dossier {
    store::Dossier read = store::open_dossier(std::string(BEGROOT_SOURCE_DIR) + "/models/plein013-2025.toml").value();
    report::Facts facts{&read.model.plan,    &read.model.rules,  &read.model.phasing_keys,
                        &*read.budget,       &read.budget_parts, &*read.ledger,
                        &read.posting_parts, read.model.file,    read.model.sha256};
    report::BudgetVsActual table =
        report::compare_budget_with_actual(facts, {report::Per::goal, report::View::plan, Month{2025, 8}}).value();
    model::Definition definition = *read.model.multi_year;

    Dossier() {
        for (const Error& wrong : report::take_forecast(definition, report::forecast_parts(facts, table)))
            ADD_FAILURE() << to_text(wrong);
    }
};

report::MultiYear years_of(const Dossier& dossier, const std::string& scenario) {
    const model::Graph graph = model::compile(dossier.definition).value();
    model::Evaluator evaluator(graph);
    const auto adjustments = scenario::flatten(dossier.read.model.scenarios, scenario).value();
    evaluator.set_overlay(scenario::overlay_of(graph, adjustments).value());
    return report::multi_year(dossier.definition, evaluator, scenario, {2025, 2026, 2027, 2028, 2029, 2030});
}

Money amount_of(const report::MultiYear& view, const std::string& code, std::size_t year) {
    for (const auto* lines : {&view.lines, &view.balance}) {
        for (const report::YearLine& line : *lines) {
            if (line.code == code) return line.years[year].value();
        }
    }
    ADD_FAILURE() << code;
    return {};
}

TEST(Plein013Years, StartsEveryGoalAtTheForecastOfTheTable) {
    const Dossier dossier;
    const report::MultiYear view = years_of(dossier, "basis");
    std::map<std::string, Money> by_goal;
    for (const report::YearLine& line : view.lines) {
        if (line.side == Side::expense) by_goal[line.goal] += line.years[0].value();
    }
    for (const report::Line& line : dossier.table.lines) {
        if (line.level == report::Level::speerpunt) continue;
        EXPECT_EQ(by_goal[line.code], line.amounts.forecast.value_or(Money())) << line.code;
    }
    EXPECT_EQ(view.result[0].value(),
              -(dossier.table.total.forecast.value() + dossier.table.unassigned.forecast.value()));
}

TEST(Plein013Years, BooksHalfOf1LoketAtSpeerpunt4AndHalfAtSpeerpunt6) {
    const report::MultiYear view = years_of(Dossier(), "basis");
    EXPECT_EQ(amount_of(view, "een_loket", 0), Money::from_cents(9'626'50));         // 5.626,50 and 4.000 to come
    EXPECT_EQ(amount_of(view, "een_loket_bij_6", 0), Money::from_cents(10'320'50));  // 7.320,50 and 3.000 to come
    for (const report::YearLine& line : view.lines) {
        if (!line.code.starts_with("een_loket")) continue;
        EXPECT_EQ(line.goal, "4.2");
        EXPECT_EQ(line.booked_at, line.code == "een_loket" ? "" : "6");
    }
}

TEST(Plein013Years, MovesOnlyTheGoalTheResultAndTheEquityWhenAGoalGets10000More) {
    const Dossier dossier;
    const report::MultiYear before = years_of(dossier, "basis");
    const report::MultiYear after = years_of(dossier, "expertise_erbij");
    const Money more = Money::from_cents(10'000'00);
    Money together;
    for (std::size_t year = 0; year < before.years.size(); ++year) {
        const Money moved = year == 0 ? Money() : more;
        for (const report::YearLine& line : before.lines) {
            const Money difference = amount_of(after, line.code, year) - line.years[year].value();
            EXPECT_EQ(difference, line.code == "expertisedeling" ? moved : Money()) << line.code;
        }
        together += moved;
        EXPECT_EQ(before.result[year].value() - after.result[year].value(), moved);
        EXPECT_EQ(amount_of(before, "eigen_vermogen", year) - amount_of(after, "eigen_vermogen", year), together);
        EXPECT_EQ(after.assets[year], after.liabilities[year]);
    }
}

}  // namespace
}  // namespace begroot
