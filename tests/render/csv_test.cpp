#include "render/csv.hpp"

#include "render/sample.hpp"

#include <gtest/gtest.h>

namespace begroot::render {
namespace {

using sample::cents;
using sample::mark;
using sample::text;

/// Prints one row of a text and an amount, without the byte order mark and the heads.
std::string csv_row(Cell first, Cell second) {
    Document document;
    document.tables = {sample::small()};
    document.tables[0].rows = {{RowRole::body, 0, {std::move(first), std::move(second)}}};
    const std::string csv = to_csv(document);
    const std::string before = "\xEF\xBB\xBFnaam;bedrag\r\n";
    EXPECT_TRUE(csv.starts_with(before));
    return csv.substr(before.size());
}

TEST(Csv, IsOneMarkWhenThereIsNoTable) { EXPECT_EQ(to_csv({}), "\xEF\xBB\xBF"); }

TEST(Csv, WritesAmountsWithTwoDecimalsAndNoPoints) {
    EXPECT_EQ(csv_row(text("a"), cents(123'456'789)), "a;1234567,89\r\n");
    EXPECT_EQ(csv_row(text("a"), cents(-5)), "a;-0,05\r\n");
    EXPECT_EQ(csv_row(text("a"), cents(-123'450)), "a;-1234,50\r\n");
    EXPECT_EQ(csv_row(text("a"), cents(0)), "a;0,00\r\n");
}

TEST(Csv, TellsEmptyFromZero) { EXPECT_EQ(csv_row(text("a"), Cell{}), "a;\r\n"); }

TEST(Csv, WritesPercentagesCountsAndDaysAsPlainValues) {
    EXPECT_EQ(csv_row(text("a"), sample::rate(125'000)), "a;12,5\r\n");
    EXPECT_EQ(csv_row(text("a"), sample::rate(-125'001)), "a;-12,5001\r\n");
    EXPECT_EQ(csv_row(text("a"), sample::rate(1'000'000)), "a;100\r\n");
    EXPECT_EQ(csv_row(text("a"), sample::rate(1)), "a;0,0001\r\n");
    EXPECT_EQ(csv_row(text("a"), {std::int64_t{12'345}, {}, {}}), "a;12345\r\n");
    EXPECT_EQ(csv_row(text("a"), {Day{2025, 8, 3}, {}, {}}), "a;2025-08-03\r\n");
    EXPECT_EQ(csv_row(text("a"), {Quantity{-1.8181, 1}, {}, {}}), "a;-1,8181\r\n");
    EXPECT_EQ(csv_row(text("a"), {Quantity{1e21, 2}, {}, {}}), "a;1000000000000000000000\r\n");
}

TEST(Csv, WritesAMarkAsItsText) {
    EXPECT_EQ(csv_row(text("a"), mark("p.m.")), "a;p.m.\r\n");
    EXPECT_EQ(csv_row(text("a"), mark("--")), "a;--\r\n");
}

TEST(Csv, QuotesWhatWouldBreakALine) {
    EXPECT_EQ(csv_row(text("a;b"), cents(1)), "\"a;b\";0,01\r\n");
    EXPECT_EQ(csv_row(text("zeg \"a\""), cents(1)), "\"zeg \"\"a\"\"\";0,01\r\n");
    EXPECT_EQ(csv_row(text("a\r\nb"), cents(1)), "\"a\nb\";0,01\r\n");
    EXPECT_EQ(csv_row(text("privé, € 5"), cents(1)), "privé, € 5;0,01\r\n");
}

TEST(Csv, DisarmsTextThatWouldRunAsAFormula) {
    struct Case {
        const char* text;
        const char* field;
    };
    for (const Case& example :
         {Case{"=1+1", "'=1+1"}, Case{"+31 6", "'+31 6"}, Case{"-5", "'-5"}, Case{"@SUM(A1)", "'@SUM(A1)"},
          Case{"\t=1+1", "'=1+1"}, Case{"\r=1+1", "'=1+1"}, Case{"\n=1+1", "'=1+1"}, Case{" =1+1", "'=1+1"},
          Case{"\u202E=1+1", "'=1+1"}, Case{"＝1+1", "'＝1+1"},
          Case{"=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""}}) {
        EXPECT_EQ(csv_row(text(example.text), cents(-100)), std::string(example.field) + ";-1,00\r\n");
        EXPECT_EQ(csv_row(text("a"), mark(example.text)), "a;" + std::string(example.field) + "\r\n");
    }
}

TEST(Csv, LeavesOutBlankRowsAndKeepsEveryOther) {
    Document document;
    document.tables = {sample::small()};
    document.tables[0].rows = {{RowRole::group, 0, {text("groep"), cents(100)}},
                               {RowRole::body, 1, {text("regel"), cents(100)}},
                               {RowRole::blank, 0, {}},
                               {RowRole::total, 0, {text("totaal"), cents(100)}}};
    EXPECT_EQ(to_csv(document), "\xEF\xBB\xBFnaam;bedrag\r\ngroep;1,00\r\nregel;1,00\r\ntotaal;1,00\r\n");
}

}  // namespace
}  // namespace begroot::render
