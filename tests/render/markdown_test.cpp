#include "render/markdown.hpp"

#include "render/sample.hpp"

#include <gtest/gtest.h>

namespace begroot::render {
namespace {

using sample::euros;
using sample::text;

TEST(Markdown, PrintsATableWithTitleAndNotes) {
    Document document;
    document.title = "Begroting 2025";
    document.subject = "SWV Voorbeeld";
    document.tables = {sample::small()};
    document.tables[0].subtitles = {"Bedragen in euro's"};
    document.tables[0].rows = {{RowRole::group, 0, {text("Coördinatie"), euros(12'500)}},
                               {RowRole::body, 1, {text("Uren"), euros(-500)}},
                               {RowRole::blank, 0, {}},
                               {RowRole::total, 0, {text("Totaal"), Cell{}}}};
    document.tables[0].notes = {"Voorlopig."};
    EXPECT_EQ(to_markdown(document), R"(# Begroting 2025

SWV Voorbeeld

## Klein

Bedragen in euro's

| Naam            |     Bedrag |
| --------------- | ---------: |
| **Coördinatie** | **12.500** |
| &emsp;Uren      |       -500 |
|                 |            |
| **Totaal**      |            |

Voorlopig.
)");
}

TEST(Markdown, EscapesMarkupInCells) {
    Document document;
    document.tables = {sample::small()};
    document.tables[0].title.clear();
    document.tables[0].rows = {{RowRole::body, 0, {text("a|b *c* _d_ `e` [f](g) <b>h</b> & \\ ~i~\nj"), euros(1)}}};
    const std::string markdown = to_markdown(document);
    EXPECT_NE(markdown.find(R"(| a\|b \*c\* \_d\_ \`e\` \[f\](g) &lt;b&gt;h&lt;/b&gt; &amp; \\ \~i\~ j |)"),
              std::string::npos)
        << markdown;
}

TEST(Markdown, EscapesLinesThatWouldBeginAListOrHead) {
    struct Case {
        const char* note;
        const char* line;
    };
    for (const Case& example :
         {Case{"# kop", "\\# kop"}, Case{"- punt", "\\- punt"}, Case{"+ punt", "\\+ punt"},
          Case{"1. punt", "1\\. punt"}, Case{"12) punt", "12\\) punt"}, Case{"2025 was goed", "2025 was goed"},
          Case{"* noot", "\\* noot"}, Case{"2025", "2025"}}) {
        Document document;
        document.tables = {sample::small()};
        document.tables[0].notes = {example.note};
        EXPECT_TRUE(to_markdown(document).ends_with("\n" + std::string(example.line) + "\n")) << example.note;
    }
}

TEST(Markdown, PrintsOnlyTheTitleWhenThereIsNoTable) {
    Document document;
    document.title = "Leeg";
    EXPECT_EQ(to_markdown(document), "# Leeg\n");
}

}  // namespace
}  // namespace begroot::render
