#include "workbook/reader.hpp"
#include "workbook/writer_sample.hpp"

#include <array>

namespace begroot::workbook {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;
using testing::StartsWith;

TEST(WriterLook, GivesEachRoleItsOwnLook) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts,
                Contains(AllOf(StartsWith("Lasten 2025!B5 style="), HasSubstr("bold"), HasSubstr("fill=E3EAF2"))));
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Lasten 2025!A8 style="), HasSubstr("italic"))));
    EXPECT_THAT(facts,
                Contains(AllOf(StartsWith("Lasten 2025!A10 style="), HasSubstr("bold"), Not(HasSubstr("fill")))));
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Lasten 2025!B11 style="), HasSubstr("bold"), HasSubstr("top=thin"))));
    EXPECT_THAT(facts,
                Contains(AllOf(StartsWith("Lasten 2025!B6 style="), Not(HasSubstr("bold")), Not(HasSubstr("fill")))));
}

TEST(WriterLook, ColoursByToneOnly) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Lasten 2025!C6 style="), HasSubstr("colour=A61C1C"))));
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Lasten 2025!C7 style="), HasSubstr("colour=1E6B3A"))));
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Lasten 2025!D6 style="), HasSubstr("colour=1F2933"))))
        << "negative, no tone";
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Lasten 2025!E8 style="), HasSubstr("colour=7A828C"))));
}

TEST(WriterLook, ShowsInputAndKeepsAHiddenTableOutOfSight) {
    Document document;
    Table typed;
    typed.name = "Typen";
    typed.columns = {{"a", "A"}, {"b", "B", ColumnKind::text, 0, 48, true}};
    typed.rows = {{RowRole::body, 0, {text("vast"), toned(text("let op"), Tone::caution)}}};
    Table memory = typed;
    memory.name = "Geheugen";
    memory.is_hidden = true;
    document.tables = {typed, memory};
    const auto facts = facts_of(document);
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Typen!B2 style="), HasSubstr("colour=9A5B00"), HasSubstr("fill"))));
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Typen!A2 style="), Not(HasSubstr("fill")))));
    const auto book = read_workbook(path_for("map.xlsx"), "map.xlsx");
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sheets[0].visibility, Visibility::visible);
    EXPECT_EQ(book->sheets[1].visibility, Visibility::hidden);
}

TEST(WriterLook, ShowsNumbersByKind) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, IsSupersetOf({"Lasten 2025!B6 format=#,##0", "Lasten 2025!D6 format=0.0%",
                                     "Controle!B2 format=#,##0.00"}));
    EXPECT_THAT(facts, Contains("Lasten 2025!D8 format=0.0%")) << "an empty cell is formatted as its column";
}

TEST(WriterLook, ShowsAQuantityWithItsDecimals) {
    Document document;
    Table table;
    table.name = "Kengetallen";
    for (const char* const id : {"a", "b", "c", "d", "e"}) table.columns.push_back({id, id, ColumnKind::number});
    Row row;
    for (const std::uint8_t decimals : std::array<std::uint8_t, 4>{0, 1, 2, 3})
        row.cells.push_back({Quantity{1.8181, decimals}, {}});
    row.cells.emplace_back();
    table.rows = {row};
    document.tables = {table};
    EXPECT_THAT(facts_of(document), IsSupersetOf({"Kengetallen!A2 format=#,##0", "Kengetallen!B2 format=#,##0.0",
                                                  "Kengetallen!C2 format=#,##0.00", "Kengetallen!D2 format=#,##0.000",
                                                  "Kengetallen!D2 value=1.8181", "Kengetallen!E2 format=#,##0.00"}));
}

TEST(WriterLook, IndentsTheFirstTextColumn) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Lasten 2025!A5 style="), HasSubstr("indent=1"))));
    EXPECT_THAT(facts, Contains(AllOf(StartsWith("Lasten 2025!A6 style="), HasSubstr("indent=2"))));
}

TEST(WriterLook, FreezesHeadsAndLeadingTextColumns) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, IsSupersetOf({"Lasten 2025 freeze=B5", "Controle freeze=B2"}));
}

TEST(WriterLook, PrintsOnePageWideWithHeadsRepeated) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, IsSupersetOf({"Lasten 2025 titles=$4:$4", "Lasten 2025 area=$A$1:$E$13",
                                     "Lasten 2025 page=landscape 9 1x0",
                                     "Lasten 2025 footer=Begroting && werkelijk 2025 | &A | &P / &N"}));
}

TEST(WriterLook, QuotesSheetNamesThatLookLikeNumbersOrCells) {
    Document document;
    document.tables = {control_table(), control_table(), control_table()};
    document.tables[0].rows.clear();
    document.tables[1] = document.tables[2] = document.tables[0];
    document.tables[0].name = "2025";
    document.tables[1].name = "A1";
    document.tables[2].name = "Nico's & Co";
    facts_of(document);
    const auto index =
        lines_of("unzip -p '" + path_for("map.xlsx").string() + "' xl/workbook.xml", path_for("index.txt"));
    EXPECT_THAT(index, Contains(AllOf(HasSubstr(">'2025'!$A$1"), HasSubstr(">'A1'!$A$1"),
                                      HasSubstr(">'Nico''s &amp; Co'!$A$1"))));
}

TEST(WriterLook, WrapsLongTextsAndKeepsTheirRowHighEnough) {
    Document document = sample_document();
    document.tables[0].rows[1].cells[4] =
        text("Een toelichting die niet op een regel past en die daarom over meer regels loopt, zo is zij te lezen");
    EXPECT_THAT(facts_of(document), Contains(AllOf(StartsWith("Lasten 2025!E6 style="), HasSubstr("wrap"))));
    const auto sheet =
        lines_of("unzip -p '" + path_for("map.xlsx").string() + "' xl/worksheets/sheet1.xml", path_for("sheet.txt"));
    EXPECT_THAT(sheet, Contains(HasSubstr("<row r=\"6\" spans=\"1:5\" ht=\"31.5\"")));
}

TEST(WriterLook, PutsAChartOnASheetAfterItsTable) {
    const auto facts = facts_of(sample_document());
    EXPECT_THAT(facts, Contains("document sheets=Lasten 2025 | Grafiek | Controle"));
    EXPECT_THAT(
        facts, IsSupersetOf({"Grafiek charts=1", "Grafiek!A27 formula=='Lasten 2025'!A5", "Grafiek!A27 value='Netwerk'",
                             "Grafiek!B27 formula=='Lasten 2025'!B5", "Grafiek!B27 value=4000.5"}));
}

TEST(WriterLook, NamesChartSheetsPastTablesOfThatName) {
    Document document = sample_document();
    document.tables[1].name = "grafiek";
    document.charts.push_back(document.charts[0]);
    EXPECT_THAT(facts_of(document), Contains("document sheets=Lasten 2025 | Grafiek 2 | Grafiek 3 | grafiek"));
}

}  // namespace
}  // namespace begroot::workbook
