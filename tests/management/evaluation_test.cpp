#include "management/evaluation.hpp"

#include "management/documents.hpp"
#include "management/json.hpp"
#include "management/report_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace begroot::management {
namespace {

using namespace test;
using testing::Contains;
using testing::HasSubstr;

Reported with_words() {
    Reported reported;
    Goal& goal = reported.office.plan.speerpunten[0].goals[0];
    goal.plan = {"Scholen delen hun aanbod."};
    goal.activities = {{"a", "Elke school beschrijft het aanbod."}};
    goal.check = {"De website van de scholen."};
    reported.office.plan.moments = {{"M3", {2025, 3}, "M3"}};
    reported.explanations = parse_explanations("## 1.1 M3\nGelukt.\n## plan M3\nEen goed jaar.\n", "t.md");
    return reported;
}

Evaluation evaluation_of(const Reported& reported) { return evaluate_plan(reported.input()).value(); }

std::vector<std::string> texts_of(const Table& table) {
    std::vector<std::string> texts;
    for (const Row& row : table.rows) {
        for (const Cell& cell : row.cells) {
            if (const auto* text = std::get_if<std::string>(&cell.value)) texts.push_back(*text);
        }
    }
    return texts;
}

TEST(Evaluation, LooksAtAllThatIsBookedAndSaysThatTheYearRunsOn) {
    const Reported reported = with_words();
    const Evaluation made = evaluation_of(reported);
    EXPECT_EQ(made.table.until, (Month{2025, 3}));
    EXPECT_FALSE(made.year_is_over);
    ASSERT_EQ(made.findings.size(), 1U);
    EXPECT_EQ(made.findings[0].kind, "jaar_loopt_nog");
    EXPECT_EQ(made.lines.at(1).left, euros(9'000)) << "12.000 begroot, 3.000 geboekt";
    EXPECT_EQ(made.lines.at(2).left, std::nullopt) << "p.m. is geen bedrag";
}

TEST(Evaluation, SaysPerGoalWhatWasPromisedDoneMeasuredAndSpent) {
    const Reported reported = with_words();
    const Document document = to_document(reported.input(), evaluation_of(reported), MoneyStyle::whole_euros);
    const auto texts = texts_of(table_named(document, "Speerpunt 1"));
    EXPECT_THAT(texts, Contains("Scholen delen hun aanbod."));
    EXPECT_THAT(texts, Contains("Elke school beschrijft het aanbod."));
    EXPECT_THAT(texts, Contains("De website van de scholen."));
    EXPECT_THAT(texts, Contains(HasSubstr("begroot € 12.000, werkelijk € 3.000 tot en met maart 2025")));
    EXPECT_THAT(texts, Contains(HasSubstr("begroot \"p.m.\", werkelijk € 40")));
    EXPECT_THAT(texts, Contains("Gelukt."));
    EXPECT_THAT(table_named(document, "Overzicht").subtitles, Contains("Een goed jaar."));
}

TEST(Evaluation, JudgesOnlyAYearThatIsOver) {
    Reported reported = with_words();
    const auto verdict = [&reported] {
        const Document document = to_document(reported.input(), evaluation_of(reported), MoneyStyle::whole_euros);
        return table_named(document, "Overzicht").rows.at(1).cells.at(5);
    };
    EXPECT_TRUE(is_empty(verdict()));
    reported.office.ledger->add({{2025},
                                 AccountId("4011"),
                                 Side::expense,
                                 CostCentreId(),
                                 CostUnitId(),
                                 JournalId("70"),
                                 begroot::test::sheet("rest.xlsx")},
                                {"", "", "", Money::from_euros(10'000), 12, 1, 9});
    reported.office.join();
    EXPECT_EQ(std::get<std::string>(verdict().value), "nadelig");
    EXPECT_TRUE(evaluation_of(reported).findings.empty());
}

TEST(Evaluation, KeepsWithoutALedgerWhatIsKnown) {
    Reported reported = with_words();
    reported.office.ledger.reset();
    reported.office.join();
    const Evaluation made = evaluation_of(reported);
    EXPECT_TRUE(made.findings.empty());
    const Document document = to_document(reported.input(), made, MoneyStyle::whole_euros);
    EXPECT_THAT(texts_of(table_named(document, "Speerpunt 1")), Contains(HasSubstr("werkelijk niet bekend")));
}

TEST(Evaluation, IsWrittenAsJson) {
    const Reported reported = with_words();
    const auto json = nlohmann::json::parse(to_json(reported.input(), evaluation_of(reported)));
    EXPECT_EQ(json["regels"][1]["beloofd"][0], "Scholen delen hun aanbod.");
    EXPECT_EQ(json["regels"][1]["activiteiten"][0]["letter"], "a");
    EXPECT_EQ(json["regels"][1]["over_cent"], 900'000);
    EXPECT_EQ(json["jaar_voorbij"], false);
}

}  // namespace
}  // namespace begroot::management
