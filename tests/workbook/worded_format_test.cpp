// Number formats that show words beside a number, read from a workbook.

#include "workbook/detail/worded_format.hpp"

#include "reading.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace begroot::workbook {
namespace {

/// Writes what a format shows beside a number: `V`, `- N`, `/1000`.
std::string shown(const char* code, double number) {
    Sheet sheet;
    auto format = detail::read_worded_format(code);
    if (!format) return "alleen het getal";
    sheet.worded_formats = std::make_shared<const std::vector<WordedFormat>>(1, std::move(*format));
    const auto beside = words_beside(sheet, Cell::of_number(0, 0, number, false, 1));
    if (!beside) return "niets";
    std::string text = beside->negative ? "- " : "";
    text += beside->words;
    for (unsigned i = 0; i < beside->thousands; ++i) text += "/1000";
    return text;
}

TEST(WordedFormat, ShowsWordsBySign) {
    struct Case {
        const char* code;
        const char* above;
        const char* below;
        const char* zero;
    };
    for (const Case& one : {
             Case{R"(#,##0 "V";#,##0 "N")", "V", "N", "V"},
             Case{R"(#,##0 "V";-#,##0 "N";0)", "V", "- N", "niets"},
             Case{R"(#,##0\ \V;\(#,##0\)\ \N;"-")", "V", "- N", "niets"},
             Case{R"([Blue]"voordelig "0;[Red]"nadelig "0)", "voordelig", "nadelig", "voordelig"},
             Case{R"(0 "N")", "N", "- N", "N"},
             Case{R"([<0]0 "C";0 "D")", "D", "C", "D"},
             Case{R"([>=1000]0, "k";0)", "niets", "niets", "niets"},
             Case{R"(_-* #,##0 V_-;_-* #,##0 N_-)", "V", "N", "V"},
             Case{R"(0.0,, "mln")", "mln/1000/1000", "- mln/1000/1000", "mln/1000/1000"},
             Case{R"(#,##0,.0)", "/1000", "- /1000", "/1000"},
             Case{R"(#,##0".000")", ".000", "- .000", ".000"},
             Case{R"(0" x  1.000";@" tekst")", "x 1.000", "- x 1.000", "x 1.000"},
         }) {
        EXPECT_EQ(shown(one.code, 5), one.above) << one.code;
        EXPECT_EQ(shown(one.code, -5), one.below) << one.code;
        EXPECT_EQ(shown(one.code, 0), one.zero) << one.code;
    }
    EXPECT_EQ(shown(R"([>=1000]0, "k";0)", 5000), "k/1000");
}

TEST(WordedFormat, IsNoneWhereOnlyTheNumberIsShown) {
    for (const char* code :
         {"General", "General;-General", "#,##0.00", "[$€-413]\\ #,##0.00;[Red]\\-#,##0.00", "0%", "0.00E+00", "@", "",
          "\"€\" #,##0", "_-[$EUR]\\ * #,##0.00_-", "0;\"", "0;[", "0\\", "0\",00\"", "0\\.000", "#\\.000\\.000"}) {
        EXPECT_EQ(shown(code, 5), "alleen het getal") << code;
    }
}

TEST(WordedFormat, StaysWithTheCellsOfTheWorkbook) {
    const std::string styles =
        R"(<numFmts><numFmt numFmtId="164" formatCode="0"/><numFmt numFmtId="165" formatCode="#,##0 &quot;V&quot;;#,##0 &quot;N&quot;"/></numFmts>)"
        R"(<cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>)";
    const auto book = test::read_row(
        R"(<c r="A1" s="2"><v>5</v></c><c r="B1" s="2"><v>-5</v></c><c r="C1" s="1"><v>5</v></c><c s='2' r='D1'><v>7</v></c>)"
        R"(<c r="E1" s="2"><f>A1</f></c><c r="F1" s="2" t="inlineStr"><is><t>x</t></is></c>)",
        "", styles);
    ASSERT_TRUE(book) << to_text(book.error());
    const Sheet& sheet = book->sheets.at(0);
    const auto words = [&sheet](std::uint32_t column) {
        const auto beside = words_beside(sheet, *sheet.cells.find(0, column));
        return beside ? std::string(beside->words) : std::string();
    };
    EXPECT_EQ(words(0), "V");
    EXPECT_EQ(words(1), "N");
    EXPECT_EQ(words(2), "");
    EXPECT_EQ(words(3), "V");
    EXPECT_EQ(words(4), "") << "nothing is shown where nothing is computed";
    EXPECT_EQ(sheet.cells.find(0, 4)->worded_format(), 1U) << "but what is computed later is shown so";
    EXPECT_EQ(words(5), "");
}

}  // namespace
}  // namespace begroot::workbook
