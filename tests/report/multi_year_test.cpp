// The multi-year view and its JSON: what the engine gives, row by row.

#include "report/multi_year.hpp"

#include "model/small_model.hpp"
#include "report/json_multi_year.hpp"
#include "report/scenarios.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace begroot::report {
namespace {

using model::testing::node;
using model::testing::partnership;
using model::testing::SmallModel;

const std::vector<std::int32_t> shown_years{2025, 2026, 2027};

/// The view of a model without a scenario, and what it was read from.
struct Viewed {
    SmallModel model = partnership();
    model::Graph graph = model.graph();
    model::Evaluator evaluator{graph};
    MultiYear view = multi_year(model.definition, evaluator, "basis", shown_years);

    [[nodiscard]] Money figure(std::string_view series, std::int32_t year) const {
        return Money::from_cents(static_cast<std::int64_t>(evaluator.value(node(graph, series, year))));
    }
};

const YearLine& year_line(const std::vector<YearLine>& lines, std::string_view code) {
    return *std::ranges::find(lines, code, &YearLine::code);
}

TEST(MultiYear, HasTheFiguresOfTheEngine) {
    const Viewed viewed;
    for (std::size_t i = 0; i < shown_years.size(); ++i) {
        EXPECT_EQ(year_line(viewed.view.lines, "bekostiging").years[i], viewed.figure("bekostiging", shown_years[i]));
        EXPECT_EQ(viewed.view.result[i], viewed.figure("resultaat", shown_years[i]));
        EXPECT_EQ(viewed.view.net_income[i], viewed.figure("netto_baten", shown_years[i]));
        EXPECT_EQ(year_line(viewed.view.balance, "eigen_vermogen").years[i],
                  viewed.figure("eigen_vermogen", shown_years[i]));
        EXPECT_EQ(viewed.view.assets[i], viewed.view.liabilities[i]);
    }
}

TEST(MultiYear, ALineOverAListIsTheSumOfItsMembers) {
    const Viewed viewed;
    const YearLine& deduction = year_line(viewed.view.lines, "afdracht");
    ASSERT_EQ(deduction.members.size(), 3U);
    Money sum;
    for (const YearMember& member : deduction.members) sum += *member.years[1];
    EXPECT_EQ(deduction.years[1], sum);
}

/// Gives the amount of the last year in the row of a name.
Money last_amount(const Table& table, const std::string& name) {
    const auto row = std::ranges::find_if(
        table.rows, [&name](const Row& one) { return one.cells.size() > 1 && one.cells[1].value == Value(name); });
    BEGROOT_CHECK(row != table.rows.end(), "die rij is er niet");
    return std::get<Money>(row->cells.back().value);
}

TEST(MultiYear, SplitsByNatureToTheSameResult) {
    Viewed viewed;
    YearLine& once = viewed.view.lines.front();
    once.nature = model::Nature::incidental;
    once.subsidy = "HB";
    once.subsidy_last = 2026;
    const Document document = to_document(viewed.view, MultiYearPer::nature, MoneyStyle::cents);
    const Table& table = document.tables.front();
    const Money structural = last_amount(table, "Resultaat structureel");
    const Money incidental = last_amount(table, "Resultaat incidenteel");
    EXPECT_EQ(structural + incidental, *viewed.view.result.back());
    EXPECT_EQ(incidental, once.side == Side::income ? *once.years.back() : -*once.years.back());
    EXPECT_EQ(last_amount(table, once.name + " (subsidie HB tot en met 2026)"), *once.years.back());
}

TEST(MultiYear, SaysByHowMuchTheBalanceDoesNotBalance) {
    SmallModel model = partnership();
    model.item("verschil", "1.5", "",
               {{2024, 0},
                {2025, 10},
                {2026, 10},
                {2027, 10},
                {2028, 10},
                {2029, 10},
                {2030, 10},
                {2031, 10},
                {2032, 10},
                {2033, 10},
                {2034, 10}});
    auto& cash = *std::ranges::find(model.definition.variables, "liquide_middelen", &model::Variable::code);
    cash.formula = *model::parse_formula("liquide_middelen[-1] + kasstroom + 7");
    const model::Graph graph = model.graph();
    const model::Evaluator evaluator(graph);
    const MultiYear view = multi_year(model.definition, evaluator, "basis", shown_years);
    const auto found = std::ranges::find(view.findings, "balans_sluit_niet", &Finding::kind);
    ASSERT_NE(found, view.findings.end());
    EXPECT_EQ(found->severity, Severity::error);
    EXPECT_THAT(found->found, testing::HasSubstr("7"));
}

TEST(MultiYear, IsWrittenAsJsonInCents) {
    const Viewed viewed;
    const auto json = nlohmann::json::parse(to_json(viewed.view));
    EXPECT_EQ(json.at("scenario"), "basis");
    EXPECT_EQ(json.at("jaren"), shown_years);
    EXPECT_EQ(json.at("resultaat_cent")[1], viewed.figure("resultaat", 2026).cents());
    const auto& lines = json.at("regels");
    const auto funding = std::ranges::find_if(lines, [](const auto& one) { return one.at("code") == "bekostiging"; });
    ASSERT_NE(funding, lines.end());
    EXPECT_EQ(funding->at("soort"), "baten");
    EXPECT_EQ(funding->at("cent")[0], 700000000);
    EXPECT_EQ(json.at("kengetallen")[0].at("code"), "bovenmatig");
    EXPECT_TRUE(json.at("balans").is_array());
}

TEST(MultiYear, ABridgeExplainsTheWholeDifference) {
    const Viewed viewed;
    model::Overlay fewer;
    for (std::int32_t year = 2026; year <= 2034; ++year) {
        fewer.changes[node(viewed.graph, "leerlingen", year)] = {
            {model::NodeChange::Kind::multiply, 0.9, model::no_node}};
        fewer.changes[node(viewed.graph, "index", year)] = {{model::NodeChange::Kind::multiply, 1.1, model::no_node}};
    }
    const model::NodeId asked = node(viewed.graph, "resultaat", 2028);
    const auto explained = scenario::explain(viewed.graph, viewed.model.definition, {}, fewer, std::span(&asked, 1));
    ASSERT_TRUE(explained.has_value());
    const scenario::Bridge& bridge = *explained;
    std::int64_t sum = 0;
    for (const scenario::BridgePart& part : bridge.parts) sum += part.cents[0];
    EXPECT_EQ(bridge.parts.size(), 2U);
    EXPECT_EQ(sum, bridge.to_cents[0] - bridge.from_cents[0]);
}

}  // namespace
}  // namespace begroot::report
