#include "store/consolidation_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* two_members = R"([consolidatie]
naam = "Samen"
voorbeeld = true
[[lid]]
code = "land"
model = "land.toml"
[[lid]]
code = "regio"
naam = "De regio"
model = "regio.toml"
)";

std::string found(const std::string& more) {
    const auto read = parse_consolidation(two_members + more, "samen.toml");
    return read ? std::string() : read.error().front().found;
}

TEST(ParseConsolidation, ReadsMembersEliminationsAndSpeerpunten) {
    const auto read = parse_consolidation(std::string(two_members) + R"(
[[eliminatie]]
naam = "Doorbetaling"
van = { lid = "land", rekening = "4510-4519", kostenplaats = "R" }
naar = { lid = "regio", doel = "1.1" }
[[hoofdspeerpunt]]
nummer = 2
naam = "Maatwerk"
van = [{ lid = "regio", codes = ["1", "2.1"] }]
)",
                                          "samen.toml");
    ASSERT_TRUE(read);
    ASSERT_TRUE(*read);
    const Consolidation& made = (*read)->consolidation;
    EXPECT_EQ(made.name, "Samen");
    EXPECT_TRUE(made.is_example);
    ASSERT_THAT(made.members, SizeIs(2));
    EXPECT_EQ(made.members[1].name, "De regio");
    ASSERT_THAT(made.eliminations, SizeIs(1));
    const Elimination& one = made.eliminations[0];
    EXPECT_TRUE(one.from.has_condition);
    EXPECT_TRUE(one.from.goal.empty());
    EXPECT_THAT(one.from.condition.account_ranges, SizeIs(1));
    EXPECT_FALSE(one.to.has_condition);
    EXPECT_EQ(one.to.goal, GoalId("1.1"));
    ASSERT_THAT(made.speerpunten, SizeIs(1));
    EXPECT_THAT(made.speerpunten[0].sources[0].codes, ElementsAre("1", "2.1"));
}

TEST(ParseConsolidation, GivesNothingForAnOrdinaryModel) {
    const auto read = parse_consolidation("[jaarplan]\ntitel = \"Plan\"\n", "plan.toml");
    ASSERT_TRUE(read);
    EXPECT_FALSE(*read);
}

TEST(ParseConsolidation, RefusesWhatDoesNotFit) {
    EXPECT_EQ(found("[[lid]]\ncode = \"land\"\nmodel = \"x.toml\"\n"), "lid \"land\" staat er twee keer");
    EXPECT_EQ(
        found("[[eliminatie]]\nnaam = \"x\"\nvan = { lid = \"lnd\", rekening = \"1\" }\nnaar = { lid = \"regio\", "
              "rekening = \"1\" }\n"),
        "\"lnd\" is geen lid van de consolidatie");
    EXPECT_EQ(
        found("[[eliminatie]]\nnaam = \"x\"\nvan = { lid = \"land\" }\nnaar = { lid = \"regio\", rekening = \"1\" }\n"),
        "\"van\" zegt niet welke regels");
    EXPECT_EQ(found("[[eliminatie]]\nnaam = \"x\"\nvan = { lid = \"land\", doel = \"1.1\" }\nnaar = { lid = \"land\", "
                    "rekening = \"1\" }\n"),
              "beide kanten zijn van land");
    const auto alone =
        parse_consolidation("[consolidatie]\nnaam = \"x\"\n[[lid]]\ncode = \"a\"\nmodel = \"a.toml\"\n", "x");
    ASSERT_FALSE(alone);
    EXPECT_EQ(alone.error().front().found, "een consolidatie heeft ten minste twee leden");
}

TEST(ReadModel, ReadsBoardsNeighbourhoodsSharesAndContributions) {
    const auto model = parse_model(R"([jaarplan]
organisatie = "Wij"
titel = "Plan"
boekjaar = 2025
[[bestuur]]
code = "1"
naam = "Een"
[[buurt]]
code = "o"
als = [{ kostendrager = "O*" }, { omschrijving = "*oost*" }]
[[koppelregel]]
naam = "Bijdrage"
als = { rekening = "8500" }
naar = "buiten_jaarplan"
bijdrage = { van = "Gemeente", voor = "1.1" }
[[speerpunt]]
nummer = 1
naam = "Een"
[[speerpunt.doel]]
nummer = 1
naam = "Doel"
begroot = "€ 100"
kassier = "Wij"
partners = [{ naam = "Gemeente", aandeel = "1/3" }]
)",
                                   "plan.toml");
    ASSERT_TRUE(model);
    ASSERT_THAT(model->dimensions, SizeIs(2));
    EXPECT_THAT(model->dimensions[0].members[0].conditions, IsEmpty());
    EXPECT_THAT(model->dimensions[1].members[0].conditions, SizeIs(2));
    ASSERT_TRUE(model->rules[0].contribution);
    EXPECT_EQ(model->rules[0].contribution->partner, "Gemeente");
    EXPECT_EQ(model->plan.speerpunten[0].goals[0].cashier, "Wij");
}

}  // namespace
}  // namespace begroot::store
