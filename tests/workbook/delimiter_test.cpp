#include "workbook/detail/delimiter.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace begroot::workbook::detail {
namespace {

/// Names the delimiter of a text, or says why there is none.
std::string delimiter_of(std::string_view text) {
    const Result<DelimiterDecision> decision = decide_delimiter(text, std::nullopt);
    return decision ? std::string(delimiter_name(decision->delimiter)) : decision.error().found;
}

TEST(Delimiter, IsTheOneThatCutsRecordsAlike) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"Jaar;Periode\n2025;1\n", "puntkomma"},
        {"\"NUMMER\",\"NAAM, PLAATS\"\n\"1\",\"x; y\"\n", "komma"},
        {"a\tb\n1,5\t2\n", "tab"},
        {"a|b|c\n1|2|3\n", "verticale streep"},
        {"naam:waarde\nx:y\n", "dubbele punt"},
        {"4010;Huur;85.360,02;\n4020;Huur;58.933,17;\n", "puntkomma"},
        {"1,5;2,5\n3,5;4,5\n", "puntkomma"},
        {"4010;1.234,-\n4020;5,50\n", "puntkomma"},
        {"naam;plaats\nJansen, P.;Almere\nBakker, A.;Utrecht\n", "puntkomma"},
        {"Grootboek\nAdministratie: 1\n\nnr;naam;bedrag\n1;a;2,50\n2;b;3,00\n", "puntkomma"},
        {"tijd;nr\n12:30;1\n12:31;2\n", "puntkomma"},
        {"1,2,3\n4,5,6\n", "komma"},
        {"a;b;c\n\"x;y\nz\";1\n1;2;3\n1;2;3\n", "puntkomma"}};
    for (const auto& [text, name] : cases) EXPECT_EQ(delimiter_of(text), name) << text;
}

TEST(Delimiter, IsNoneInATextOfOneColumn) {
    EXPECT_EQ(delimiter_of("rekening\n4010\n4020\n"), "één kolom");
    EXPECT_EQ(delimiter_of("tijd\n12:30\n12:31\n"), "één kolom");
    EXPECT_EQ(delimiter_of("12:30\n12:31\n"), "één kolom");
    EXPECT_EQ(delimiter_of(""), "één kolom");
}

TEST(Delimiter, IsAskedWhenTwoDoEquallyWell) {
    EXPECT_EQ(delimiter_of("a;b,c\nd;e,f\n"), "puntkomma en komma kunnen allebei de kolommen scheiden");
}

TEST(Delimiter, IsAskedWhenACommaMayBeADecimalComma) {
    EXPECT_EQ(delimiter_of("12,50\n13,50\n"), "een komma kan hier kolommen scheiden of decimalen aangeven");
    EXPECT_EQ(delimiter_of("bedrag\n12,50\n13,50\n"), "een komma kan hier kolommen scheiden of decimalen aangeven");
}

TEST(Delimiter, IsAskedInATextThatIsNoTable) {
    EXPECT_EQ(delimiter_of("Geachte heer,\nhierbij, zoals gevraagd, de stukken; met groet,\nPiet\nJan\nKlaas\n"),
              "in deze tekst is niet te zien welk teken de kolommen scheidt");
}

TEST(Delimiter, IsWhatTheFirstLineSays) {
    const std::vector<std::pair<const char*, std::pair<char, std::size_t>>> cases{{"sep=,\na;b\n", {',', 6}},
                                                                                  {"SEP=;\r\na,b\n", {';', 7}},
                                                                                  {"\"sep=|\"\na;b\n", {'|', 8}},
                                                                                  {"sep=\t\ra;b\n", {'\t', 6}},
                                                                                  {"sep=;", {';', 5}}};
    for (const auto& [text, expected] : cases) {
        const Result<DelimiterDecision> decision = decide_delimiter(text, std::nullopt);
        ASSERT_TRUE(decision) << text;
        EXPECT_EQ(decision->delimiter, expected.first) << text;
        EXPECT_EQ(decision->line_bytes, expected.second) << text;
    }
    EXPECT_EQ(decide_delimiter("sep=;;x\n", std::nullopt)->line_bytes, 0U);
    EXPECT_EQ(delimiter_of("sep=a\nbac\n"), "dit teken kan geen kolommen scheiden");
}

TEST(Delimiter, IsDecidedByTheStartOfALongText) {
    std::string text = "jaar;periode;omschrijving\n";
    while (text.size() < 200'000) text += "2025;1;\"Huur, maand 1\nkantoor\"\n";
    EXPECT_EQ(delimiter_of(text), "puntkomma");
}

TEST(Delimiter, IsNotWhatASeparatorLineSaysWhereAnotherCutsTheColumns) {
    EXPECT_EQ(delimiter_of("sep=,\nJaar;Periode;Bedrag\n2025;1;100,00\n2025;1;-200,00\n"),
              "de eerste regel zegt sep=,, maar puntkomma scheidt de kolommen");
    EXPECT_EQ(delimiter_of("sep=;\nJaar,Periode\n2025,1\n2025,2\n"),
              "de eerste regel zegt sep=;, maar komma scheidt de kolommen");
    EXPECT_EQ(delimiter_of("sep=;\nJaar;Periode\n"), "puntkomma");
    EXPECT_EQ(delimiter_of("sep=;\nrekening\n4010\n"), "puntkomma");
}

}  // namespace
}  // namespace begroot::workbook::detail
