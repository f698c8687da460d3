#include "live/detail/formula_text.hpp"

#include "live/detail/fingerprint.hpp"
#include "live/detail/line_match.hpp"
#include "live/refresh.hpp"

#include <gmock/gmock.h>

namespace begroot::live::detail {

namespace {

Fingerprint print_of(std::string_view formula, CellPlace place = {5, 5}) {
    return fingerprint_of(pieces_of(formula), "Balans", place);
}

TEST(FormulaText, IsTheSameWhenWrittenAgain) {
    for (const char* formula : {"ROUND('Aannames'!F5 * 'Aannames'!G9,2)", "SUM(D5:D9,$A$1)",
                                "SUMIF('Baten en lasten'!$D:$D,\"3*\",E:E)", "\"zeg \"\"A1\"\"; \"&gekozen_scenario",
                                "IF(scenario_nr=2,G6*'Scenario''s'!$G$14,G6)", "SUM(3:4)", "LOG10(A1)"})
        EXPECT_EQ(to_formula(pieces_of(formula)), formula);
}

TEST(FormulaText, QuotesBlanksAndCaseDoNotCount) {
    EXPECT_EQ(print_of("ROUND('Aannames'!F5 * 2,2)"), print_of("round(Aannames!F5*2,2)"));
    EXPECT_NE(print_of("ROUND(Aannames!F5*2,2)"), print_of("ROUND(Aannames!F6*2,2)"));
    EXPECT_NE(print_of("A1&\"a b\""), print_of("A1&\"ab\""));
}

TEST(FormulaText, AFormulaFilledAlongARowHasOneTrace) {
    EXPECT_EQ(print_of("F5*$A$1", {5, 5}), print_of("G5*$A$1", {5, 6}));
    EXPECT_NE(print_of("F5*A1", {5, 5}), print_of("G5*A1", {5, 6}));
    EXPECT_EQ(to_formula(filled(pieces_of("F5*$A$1"), {5, 5}, {7, 6})), "G7*$A$1");
}

TEST(FormulaText, MovesWithItsRows) {
    Move move;
    move.sheet = [](const std::string& sheet) { return sheet == "Balans" ? std::string("Balans 2") : sheet; };
    move.row = [](const std::string&, std::uint32_t row) {
        return row == 2 ? std::nullopt : std::optional<std::uint32_t>(row >= 3 ? row + 1 : row);
    };
    move.column = [](const std::string&, std::uint32_t column) { return std::optional(column); };
    EXPECT_EQ(to_formula(moved(pieces_of("SUM(B1:B9)+'Balans'!C4"), "Lasten", move)), "SUM(B1:B10)+'Balans 2'!C5");
    EXPECT_EQ(to_formula(moved(pieces_of("B3*2"), "Lasten", move)), "#REF!*2");
}

TEST(LineMatch, FindsARowThatWasInserted) {
    const LineMatch match = match_lines({{0, "titel"}, {4, "a"}, {5, "zonder"}, {6, "b"}, {7, "zonder"}},
                                        {{0, "titel"}, {4, "a"}, {5, "zonder"}, {6, "nieuw"}, {7, "b"}, {8, "zonder"}});
    EXPECT_EQ(match.now(6), 7U);
    EXPECT_EQ(match.now(7), 8U);
    EXPECT_EQ(match.written(5), 5U);
    EXPECT_EQ(match.written(6), std::nullopt);
    EXPECT_THAT(match.added, testing::ElementsAre(6U));
    EXPECT_THAT(match.gone, testing::IsEmpty());
}

TEST(LineMatch, FindsARowThatIsGoneAndOneThatHasAnotherName) {
    const LineMatch match = match_lines({{4, "a"}, {5, "b"}, {6, "c"}, {7, "d"}}, {{4, "a"}, {5, "c"}, {6, "anders"}});
    EXPECT_EQ(match.now(6), 5U);
    EXPECT_EQ(match.now(7), 6U);
    EXPECT_THAT(match.gone, testing::ElementsAre(5U));
}

TEST(LineMatch, WhatStandsBelowAllIsNotInserted) {
    const LineMatch match = match_lines({{4, "a"}, {5, "b"}}, {{4, "a"}, {5, "b"}, {9, "eigen"}});
    EXPECT_THAT(match.added, testing::IsEmpty());
    EXPECT_EQ(match.now(3), 3U);
}

}  // namespace

}  // namespace begroot::live::detail
