#include "table/table.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace begroot {
namespace {

/// Two rows of a name and an amount; the second row's amount is a formula over the first.
Document two_rows() {
    Table table;
    table.name = "klein";
    table.columns = {{"naam", "Naam", ColumnKind::text}, {"bedrag", "Bedrag", ColumnKind::money}};
    table.rows = {
        {RowRole::body, 0, {{"een", {}, {}}, {Money::from_euros(1), {}, {}}}},
        {RowRole::total, 0, {{"totaal", {}, {}}, {Money::from_euros(1), {"SUM(", RangeRef{"", 0, 1, 0, 1}, ")"}, {}}}}};
    Document document;
    document.tables = {table};
    document.charts = {{"Grafiek", "klein", 0, {1}, {0, 1}}};
    return document;
}

TEST(CheckDocument, PassesWhenAllFits) {
    check_document({});
    check_document(two_rows());
}

TEST(CheckDocument, AcceptsABlankRowWithoutCells) {
    Document document = two_rows();
    document.tables[0].rows.insert(document.tables[0].rows.begin() + 1, Row{RowRole::blank, 0, {}});
    check_document(document);
}

TEST(CheckDocument, AcceptsAReferenceToAnotherTable) {
    Document document = two_rows();
    Table other = document.tables[0];
    other.name = "ander";
    other.rows[1].cells[1].formula = {CellRef{"klein", 1, 1}};
    document.tables.push_back(other);
    check_document(document);
}

TEST(CheckDocumentDeathTest, AbortsWhenARowHasTooFewOrTooManyCells) {
    Document few = two_rows();
    few.tables[0].rows[0].cells.pop_back();
    EXPECT_DEATH(check_document(few), "te veel of te weinig cellen");
    Document none = two_rows();
    none.tables[0].rows[0].cells.clear();
    EXPECT_DEATH(check_document(none), "te veel of te weinig cellen");
}

TEST(CheckDocumentDeathTest, AbortsWhenAFigureIsNoNumber) {
    Document document = two_rows();
    document.tables[0].rows[0].cells[0].value = Quantity{std::nan(""), 2};
    EXPECT_DEATH(check_document(document), "getal");
}

TEST(CheckDocumentDeathTest, AbortsWhenAReferenceLeavesItsTable) {
    struct Case {
        FormulaPart part;
        const char* message;
    };
    const std::vector<Case> cases = {
        {CellRef{"", 2, 0}, "verwijzing buiten"},        {CellRef{"", 0, 2}, "verwijzing buiten"},
        {CellRef{"weg", 0, 0}, "onbekende tabel"},       {RangeRef{"", 0, 0, 2, 1}, "verwijzing buiten"},
        {RangeRef{"", 0, 0, 1, 2}, "verwijzing buiten"}, {RangeRef{"", 1, 0, 0, 1}, "bereik andersom"},
        {RangeRef{"", 0, 1, 1, 0}, "bereik andersom"}};
    for (const Case& example : cases) {
        Document document = two_rows();
        document.tables[0].rows[1].cells[1].formula = {example.part};
        EXPECT_DEATH(check_document(document), example.message);
    }
}

TEST(CheckDocumentDeathTest, AbortsWhenAChartLeavesItsTable) {
    for (const Chart& chart :
         {Chart{"", "klein", 0, {1}, {2}}, Chart{"", "klein", 0, {2}, {0}}, Chart{"", "klein", 2, {1}, {0}}}) {
        Document document = two_rows();
        document.charts = {chart};
        EXPECT_DEATH(check_document(document), "grafiek buiten de tabel");
    }
    Document document = two_rows();
    document.charts = {{"", "weg", 0, {1}, {0}}};
    EXPECT_DEATH(check_document(document), "onbekende tabel");
}

TEST(CheckDocumentDeathTest, AbortsWhenTwoTablesShareAName) {
    Document document = two_rows();
    document.tables.push_back(document.tables[0]);
    EXPECT_DEATH(check_document(document), "twee tabellen met een naam");
}

TEST(TableNamed, FindsATableByItsName) {
    const Document document = two_rows();
    EXPECT_EQ(&table_named(document, "klein"), &document.tables[0]);
    EXPECT_DEATH((void)table_named(document, "groot"), "onbekende tabel");
}

TEST(IsEmpty, TellsNothingFromAMarkAndFromZero) {
    EXPECT_TRUE(is_empty(Cell{}));
    EXPECT_FALSE(is_empty(Cell{Mark{"p.m."}, {}, {}}));
    EXPECT_FALSE(is_empty(Cell{Money(), {}, {}}));
    EXPECT_FALSE(is_empty(Cell{std::string(), {}, {}}));
}

}  // namespace
}  // namespace begroot
