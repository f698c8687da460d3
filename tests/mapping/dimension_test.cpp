#include "mapping/dimension.hpp"

#include "mapping/consolidation.hpp"
#include "mapping/mapping_builder.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

Dimension two_boards() {
    return {DimensionKind::board,
            {{"A", "Bestuur A", {test::on_cost_unit("KA*")}, {}}, {"B", "Bestuur B", {test::on_cost_unit("K*")}, {}}}};
}

/// Makes postings whose column says `boards`, and whose cost unit is `units`.
Ledger with_boards(const std::vector<std::string>& boards, const std::vector<std::string>& units) {
    Ledger made;
    const auto source = test::sheet("mutaties.xlsx");
    for (std::size_t i = 0; i < boards.size(); ++i) {
        made.add({{2025},
                  AccountId("4000"),
                  Side::expense,
                  {},
                  CostUnitId(units[i]),
                  JournalId("70"),
                  source,
                  BoardId(boards[i]),
                  {}},
                 {.amount = Money::from_cents(100), .period_number = 1, .row = static_cast<std::uint32_t>(i + 1)});
    }
    return made;
}

TEST(MembersOf, LetTheColumnGoBeforeTheConditions) {
    const Ledger ledger = with_boards({"B", "Bestuur B", "", "", "C"}, {"KA1", "KA1", "KA1", "K9", "KA1"});
    EXPECT_THAT(members_of(ledger, two_boards()),
                ElementsAre(Optional(1U), Optional(1U), Optional(0U), Optional(1U), std::nullopt));
}

TEST(MembersOf, LeaveALineThatNothingFitsWithoutMember) {
    Budget budget = test::budget({{.cost_unit = "KA1"}, {.cost_unit = "X"}, {.cost_unit = "X"}});
    budget.lines[2].board = BoardId("A");
    EXPECT_THAT(members_of(budget, two_boards()), ElementsAre(Optional(0U), std::nullopt, Optional(0U)));
}

TEST(CheckDimensions, TellUnknownMembersAndMembersWithoutLines) {
    const Ledger ledger = with_boards({"Bx", "Bx", "A"}, {"", "", ""});
    const Findings findings = check_dimensions({two_boards()}, &ledger, nullptr);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].kind, "dimensie_lid_onbekend");
    EXPECT_EQ(findings[0].found,
              "2 regel(s) met bestuur \"Bx\", dat niet in het model staat; zij staan bij niet toegewezen");
    EXPECT_EQ(findings[1].kind, "dimensie_lid_zonder_regels");
    EXPECT_THAT(check_dimensions({two_boards()}, nullptr, nullptr), IsEmpty());
}

TEST(PostingStore, KeepsBoardsAndNeighbourhoodsApart) {
    PostingStore store;
    Coding coding;
    const Coding* none = store.keep(coding);
    coding.board = BoardId("A");
    const Coding* board = store.keep(coding);
    coding.board = {};
    coding.neighbourhood = NeighbourhoodId("A");
    const Coding* neighbourhood = store.keep(coding);
    EXPECT_NE(none, board);
    EXPECT_NE(none, neighbourhood);
    EXPECT_NE(board, neighbourhood);
    EXPECT_EQ(store.keep(coding), neighbourhood);
}

TEST(Rule, AsksForBoardAndNeighbourhood) {
    Condition condition;
    condition.boards = {{"3*", false}};
    Traits traits{};
    traits.board = "31";
    EXPECT_TRUE(fits(condition, traits));
    condition.neighbourhoods = {{"oost", false}};
    EXPECT_FALSE(fits(condition, traits));
    traits.neighbourhood = "oost";
    EXPECT_TRUE(fits(condition, traits));
}

}  // namespace
}  // namespace begroot
