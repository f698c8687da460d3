#include "progress/goals.hpp"

#include "progress/detail/goal_words.hpp"
#include "report/office_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::progress {
namespace {

using report::BudgetVsActual;
using report::Per;
using report::View;
using report::test::Office;
using report::test::sample_office;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// Gives the text in a column of every row whose first cell, or the last filled one above it, is `part`.
std::vector<std::string> texts_of(const Table& table, const std::string& part, std::size_t column) {
    std::vector<std::string> texts;
    std::string current;
    for (const Row& row : table.rows) {
        if (const auto* label = std::get_if<std::string>(&row.cells[0].value)) current = *label;
        if (current != part) continue;
        const auto* text = std::get_if<std::string>(&row.cells[column].value);
        texts.push_back(text != nullptr ? *text : "");
    }
    return texts;
}

constexpr std::size_t what_column = 1;
constexpr std::size_t state_column = 4;
constexpr std::size_t figures_column = 5;
constexpr std::size_t amount_column = 6;

Document document_of(const Office& office, const std::vector<std::string>& codes, bool one_table = false) {
    const BudgetVsActual answer = office.table({Per::goal, View::plan, Month{2025, 3}});
    const auto goals = report_goals(office.plan, answer, codes);
    EXPECT_TRUE(goals);
    return to_document(office.facts(), answer, *goals, one_table);
}

std::vector<std::string> names_of(const Document& document) {
    std::vector<std::string> names;
    for (const Table& table : document.tables) names.push_back(table.name);
    return names;
}

TEST(Goals, AreChosenByGoalBySpeerpuntOrAll) {
    const Office office = sample_office();
    EXPECT_THAT(names_of(document_of(office, {"2.1"})), ElementsAre("Doel 2.1"));
    EXPECT_THAT(names_of(document_of(office, {"2", "1.3"})), ElementsAre("Doel 1.3", "Doel 2.1", "Doel 2.2"));
    EXPECT_THAT(document_of(office, {}).tables, SizeIs(5));
}

TEST(Goals, ThatDoNotExistAreRefusedByName) {
    const Office office = sample_office();
    const auto goals = report_goals(office.plan, office.table(), {"1.1", "21"});
    ASSERT_FALSE(goals);
    EXPECT_EQ(goals.error().kind, ErrorKind::usage);
    EXPECT_THAT(goals.error().found, HasSubstr("\"21\" is geen doel"));
}

TEST(Goals, ShowTheMoneyOfTheTable) {
    const Office office = sample_office();
    const Document document = document_of(office, {"1.1"});
    const Table& table = document.tables[0];
    EXPECT_THAT(texts_of(table, "Geld", what_column),
                ElementsAre("begroot 2025: eerste", "begroot t/m maart 2025", "werkelijk t/m maart 2025", "verschil",
                            "prognose 2025"));
    std::vector<Money> amounts;
    for (const Row& row : table.rows) {
        if (const auto* money = std::get_if<Money>(&row.cells[amount_column].value)) amounts.push_back(*money);
    }
    EXPECT_THAT(amounts, ElementsAre(Money::from_euros(12'000), Money::from_euros(3'000), Money::from_euros(3'000),
                                     Money(), Money::from_euros(12'000)));
}

TEST(Goals, KeepProMemorieDashAndBlankApart) {
    const Office office = sample_office();
    const auto first_money = [&office](const std::string& code) {
        const Document document = document_of(office, {code});
        for (const Row& row : document.tables[0].rows) {
            if (row.cells[0].value == Value("Geld")) return row.cells[amount_column].value;
        }
        return Value();
    };
    EXPECT_EQ(first_money("1.2"), Value(Mark{"p.m."}));
    EXPECT_EQ(first_money("1.3"), Value(Mark{"--"}));
    EXPECT_EQ(first_money("2.2"), Value());
    EXPECT_THAT(texts_of(document_of(office, {"2.2"}).tables[0], "Geld", state_column)[0], "geen bedrag genoemd");
}

TEST(Goals, ShowNoActualWithoutALedger) {
    Office office = sample_office();
    office.ledger.reset();
    office.join();
    EXPECT_THAT(texts_of(document_of(office, {"1.1"}).tables[0], "Geld", what_column),
                ElementsAre("begroot 2025: eerste"));
}

TEST(Goals, SplitThePrintedAmountOverPartnersWhenEveryShareIsKnown) {
    Office office = sample_office();
    office.ledger.reset();
    office.join();
    auto& partners = office.plan.speerpunten[0].goals[0].partners;
    partners = {{"Gemeente", "", PartnerShare{1, 3, "1/3"}}};
    const Document document = document_of(office, {"1.1"});
    const auto& rows = document.tables[0].rows;
    ASSERT_GE(rows.size(), 3U);
    EXPECT_EQ(rows[rows.size() - 2].cells[amount_column].value, Value(Money::from_euros(8'000)));  // our own part
    EXPECT_EQ(rows.back().cells[amount_column].value, Value(Money::from_euros(4'000)));

    partners.push_back({"SWV VO", "meedenken", std::nullopt});
    const Document unknown = document_of(office, {"1.1"});
    const auto& named = unknown.tables[0].rows;
    EXPECT_EQ(named[named.size() - 2].cells[amount_column].value, Value());
    EXPECT_EQ(named.back().cells[amount_column].value, Value());
    EXPECT_THAT(texts_of(unknown.tables[0], "Geld", figures_column), ElementsAre("", "1/3", ""));
}

Office office_with_progress() {
    Office office = sample_office();
    Goal& goal = office.plan.speerpunten[0].goals[0];
    goal.plan = {"Wat we willen."};
    Activity row{"a", "Afspraken maken"};
    row.is_row = true;
    Activity paragraph{"b", "Kennis delen"};
    goal.activities = {row, paragraph};
    goal.hours = Hours{12'000, 12'050, Day{2025, 3, 31}, "urenstaat"};
    goal.outcome = Outcome{Reached::partly, std::nullopt, ""};
    goal.footnotes = {1};
    office.plan.footnotes = {{1, "Zie de agenda."}};
    Indicator indicator;
    indicator.at = "1.1";
    indicator.text = "Minstens de helft doet mee";
    indicator.direction = Direction::at_least;
    indicator.target = parse_indicator_value("50%");
    indicator.baseline = parse_indicator_value("40%");
    Indicator counted;
    counted.at = "plan";
    counted.text = "De doelen zijn voor 75% behaald";
    counted.computed = Computation::goals_reached;
    counted.target = parse_indicator_value("75%");
    office.plan.indicators = {indicator, counted};
    return office;
}

TEST(Goals, ShowPlanDoCheckHoursAndFootnotesInThatOrder) {
    const Document document = document_of(office_with_progress(), {"1.1"});
    const Table& table = document.tables[0];
    std::vector<std::string> parts;
    for (const Row& row : table.rows) {
        if (const auto* label = std::get_if<std::string>(&row.cells[0].value)) parts.push_back(*label);
    }
    EXPECT_THAT(parts, ElementsAre("Plan", "Do", "Check", "Behaald", "Uren", "Geld", "Voetnoot"));
    EXPECT_THAT(texts_of(table, "Do", state_column), ElementsAre("niet gezegd", ""));
    EXPECT_THAT(texts_of(table, "Check", state_column), ElementsAre("niet bekend: niet gemeten"));
    EXPECT_THAT(texts_of(table, "Check", figures_column), ElementsAre("nulmeting 40%; streef minstens 50%"));
    EXPECT_THAT(texts_of(table, "Behaald", state_column), ElementsAre("deels"));
    EXPECT_THAT(texts_of(table, "Uren", figures_column), ElementsAre("120 uur", "120,5 uur", "-0,5 uur"));
    EXPECT_THAT(texts_of(table, "Voetnoot", what_column), ElementsAre("1. Zie de agenda."));
}

TEST(Goals, ShowWhatTheProgramCountsWithThePlan) {
    const Document document = document_of(office_with_progress(), {"plan"});
    ASSERT_THAT(names_of(document), ElementsAre("Plan"));
    EXPECT_THAT(texts_of(document.tables[0], "Check", figures_column),
                ElementsAre("streef 75%; 0% (0 van 1), van 4 niet gezegd"));
    EXPECT_THAT(texts_of(document.tables[0], "Check", state_column),
                ElementsAre("niet bekend: van 4 is het niet gezegd"));
}

TEST(Goals, StandInOneTableWithTheirCodeForAFormatThatHasOne) {
    const Document document = document_of(office_with_progress(), {"1"}, true);
    ASSERT_THAT(document.tables, SizeIs(1));
    EXPECT_EQ(document.tables[0].columns[0].id, "code");
    for (const Row& row : document.tables[0].rows) EXPECT_FALSE(is_empty(row.cells[1]));
}

TEST(Goals, AreWrittenAsJsonWithNullForWhatIsNotSaid) {
    const Office office = office_with_progress();
    const BudgetVsActual answer = office.table({Per::goal, View::plan, Month{2025, 3}});
    const std::string json = to_json(office.facts(), answer, *report_goals(office.plan, answer, {}));
    EXPECT_THAT(json, HasSubstr("\"gebruikt\": 120.5"));
    EXPECT_THAT(json, HasSubstr("\"behaald\": null"));
    EXPECT_THAT(json, HasSubstr("\"behaald\": \"deels\""));
    EXPECT_THAT(json, HasSubstr("\"niet_gezegd\": 4"));
}

}  // namespace
}  // namespace begroot::progress
