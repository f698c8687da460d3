#include "render/html.hpp"

#include "render/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::render {
namespace {

using sample::euros;
using sample::text;
using testing::HasSubstr;
using testing::Not;

Document one_row(Cell first, Cell second, RowRole role = RowRole::body, std::uint8_t indent = 0) {
    Document document;
    document.title = "Klein";
    document.tables = {sample::small()};
    document.tables[0].rows = {{role, indent, {std::move(first), std::move(second)}}};
    return document;
}

TEST(Html, IsADutchPageThatNeedsNothingElse) {
    const std::string html = to_html(sample::budget_document());
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">"));
    EXPECT_TRUE(html.ends_with("</body>\n</html>\n"));
    for (const char* outside : {"<script", "http:", "https:", "url(", "@import", "<link", "<img", "src="}) {
        EXPECT_THAT(html, Not(HasSubstr(outside)));
    }
    EXPECT_THAT(html, HasSubstr("@page { size: A4 landscape;"));
    EXPECT_THAT(html, HasSubstr("thead { display: table-header-group; }"));
    EXPECT_THAT(html, HasSubstr("break-inside: avoid;"));
    EXPECT_THAT(html, HasSubstr("position: sticky;"));
}

TEST(Html, PrintsARowWithItsRoleAndFigures) {
    const std::string html = to_html(one_row(text("Coördinatie"), euros(12'500), RowRole::group));
    EXPECT_THAT(
        html,
        HasSubstr("<thead><tr><th scope=\"col\">Naam</th><th scope=\"col\" class=\"num\">Bedrag</th></tr></thead>"));
    EXPECT_THAT(html,
                HasSubstr("<tr class=\"group\"><th scope=\"row\">Coördinatie</th><td class=\"num\">12.500</td></tr>"));
}

TEST(Html, IndentsTheNameOfARow) {
    EXPECT_THAT(to_html(one_row(text("Uren"), euros(1), RowRole::body, 2)),
                HasSubstr("<th scope=\"row\" style=\"padding-left:2.75rem\">Uren</th>"));
}

TEST(Html, MarksNegativeFiguresAndTones) {
    EXPECT_THAT(to_html(one_row(text("a"), euros(-5))), HasSubstr("<td class=\"num negative\">-5</td>"));
    EXPECT_THAT(to_html(one_row(text("a"), euros(-5, Tone::favourable))),
                HasSubstr("<td class=\"num negative favourable\">-5</td>"));
    EXPECT_THAT(to_html(one_row(text("a"), euros(5, Tone::unfavourable))),
                HasSubstr("<td class=\"num unfavourable\">5</td>"));
    EXPECT_THAT(to_html(one_row(text("a"), euros(5, Tone::caution))), HasSubstr("<td class=\"num caution\">5</td>"));
    EXPECT_THAT(to_html(one_row(text("a"), sample::mark("p.m."))), HasSubstr("<td class=\"num mark muted\">p.m.</td>"));
}

TEST(Html, EscapesEveryText) {
    const std::string hostile = "<script>\"&'</script>";
    const std::string escaped = "&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;";
    Document document = one_row(text(hostile), sample::mark(hostile));
    Table& table = document.tables[0];
    document.title = document.subject = table.title = hostile;
    table.subtitles = table.notes = {hostile + "!"};
    for (Column& column : table.columns) column.head = hostile;
    document.charts = {{hostile, table.name, 0, {1}, {0}}};
    const std::string html = to_html(document);
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, HasSubstr("<title>" + escaped + "</title>"));
    EXPECT_THAT(html, HasSubstr("<p class=\"note\">" + escaped + "!</p>"));
}

TEST(Html, PrintsEveryTableWithItsOwnChart) {
    Document document = one_row(text("a"), euros(5));
    document.tables.push_back(document.tables[0]);
    document.tables[1].name = "tweede";
    document.tables[1].title = "Tweede";
    document.charts = {{"Grafiek", "tweede", 0, {1}, {0}}};
    const std::string html = to_html(document);
    EXPECT_THAT(html, Not(HasSubstr("<h2>Klein</h2>"))) << "staat al als titel van het stuk";
    EXPECT_LT(html.find("<h2>Tweede</h2>"), html.find("<figcaption>Grafiek</figcaption>"));
    EXPECT_EQ(html.find("<figcaption>"), html.rfind("<figcaption>"));
}

TEST(Html, SaysSoWhenATableHasNoRows) {
    Document document;
    document.tables = {sample::small()};
    EXPECT_THAT(to_html(document), HasSubstr("<tr><td colspan=\"2\">Geen regels.</td></tr>"));
}

TEST(Html, PrintsABlankRowWithoutCells) {
    Document document = one_row(text("a"), euros(5));
    document.tables[0].rows.push_back({RowRole::blank, 0, {}});
    EXPECT_THAT(to_html(document), HasSubstr("<tr class=\"blank\"><td colspan=\"2\"></td></tr>"));
}

TEST(Html, SpreadsASectionOverAllColumns) {
    EXPECT_THAT(to_html(one_row(text("Lasten"), Cell{}, RowRole::section)),
                HasSubstr("<tr class=\"section\"><th scope=\"colgroup\" colspan=\"2\">Lasten</th></tr>"));
}

TEST(Html, SetsATableOfManyFiguresCloser) {
    EXPECT_THAT(to_html(sample::budget_document()), HasSubstr("<table class=\"wide\">"));
    EXPECT_THAT(to_html(one_row(text("a"), euros(1))), HasSubstr("<table>"));
}

TEST(Html, BreaksAHeadOnItsLineBreak) {
    EXPECT_THAT(to_html(sample::budget_document()),
                HasSubstr("<th scope=\"col\" class=\"num\">Begroting<br>t/m aug</th>"));
}

}  // namespace
}  // namespace begroot::render
