#include "render/detail/text_blocks.hpp"

#include "render/text.hpp"

#include <gtest/gtest.h>

namespace begroot::render::detail {
namespace {

/// A name, a code that may go, and eight years of amounts of ten characters.
Table years() {
    Table table;
    table.name = "Jaren";
    table.continues = true;
    table.columns = {{"naam", "Naam", ColumnKind::text}, {"code", "Code", ColumnKind::text, 1}};
    Row row{RowRole::body, 0, {{std::string("Rijksbijdragen"), {}}, {std::string("bekostiging"), {}}}};
    for (int year = 2025; year <= 2032; ++year) {
        table.columns.push_back({std::to_string(year), std::to_string(year), ColumnKind::money});
        row.cells.push_back({Money::from_euros(10'000'000 + year), {}});
    }
    table.rows = {row};
    return table;
}

std::vector<std::string> ids(const Table& table) {
    std::vector<std::string> found;
    for (const Column& column : table.columns) found.push_back(column.id);
    return found;
}

TEST(TextBlocks, KeepATableWholeThatFits) {
    const auto blocks = blocks_of(years(), 160);
    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_EQ(ids(blocks[0]), ids(years()));
}

TEST(TextBlocks, SpreadTheFiguresEvenlyAndRepeatTheLabels) {
    const auto blocks = blocks_of(years(), 80);
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(ids(blocks[0]), (std::vector<std::string>{"naam", "2025", "2026", "2027", "2028"}));
    EXPECT_EQ(ids(blocks[1]), (std::vector<std::string>{"naam", "2029", "2030", "2031", "2032"}));
    EXPECT_EQ(std::get<Money>(blocks[1].rows[0].cells[1].value), Money::from_euros(10'002'029));
}

TEST(TextBlocks, KeepATableWholeThatDoesNotContinue) {
    Table table = years();
    table.continues = false;
    EXPECT_EQ(blocks_of(table, 80).size(), 1U);
}

TEST(TextBlocks, ShowEveryYearAtAnyWidth) {
    for (std::size_t width = 40; width <= 200; width += 5) {
        const std::string text = to_text(years(), {width, false});
        for (int year = 2025; year <= 2032; ++year) {
            EXPECT_NE(text.find("10.00" + std::to_string(year).insert(1, ".")), std::string::npos)
                << year << " at " << width << "\n"
                << text;
        }
        for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
            end = text.find('\n', begin);
            EXPECT_LE(display_width(text.substr(begin, end - begin)), width);
        }
    }
}

TEST(TextBlocks, StandBelowEachOtherWithTheNotesAtTheEnd) {
    Table table = years();
    table.title = "Baten en lasten";
    table.notes = {"Bedragen in hele euro's."};
    EXPECT_EQ("\n" + to_text(table, {50, false}), R"(
Baten en lasten

Naam                  2025        2026        2027
──────────────────────────────────────────────────
Rijksbijdragen  10.002.025  10.002.026  10.002.027
──────────────────────────────────────────────────

Naam                  2028        2029        2030
──────────────────────────────────────────────────
Rijksbijdragen  10.002.028  10.002.029  10.002.030
──────────────────────────────────────────────────

Naam                   2031         2032
────────────────────────────────────────
Rijksbijdragen   10.002.031   10.002.032
────────────────────────────────────────
Niet getoond bij deze breedte: "Code".
Bedragen in hele euro's.
)");
}

}  // namespace
}  // namespace begroot::render::detail
