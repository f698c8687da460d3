#include "office/computed.hpp"

#include <deque>

#include <gtest/gtest.h>

namespace begroot::office {
namespace {

using workbook::Cell;
using workbook::CellKind;

workbook::Workbook make_book(const std::string& sheet_name, const std::vector<Cell>& cells,
                             std::shared_ptr<const void> storage = nullptr) {
    workbook::Workbook book{"begroting.xlsx", "abc", {}};
    workbook::Sheet sheet;
    sheet.source = std::make_shared<const SourceSheet>(SourceSheet{"begroting.xlsx", "abc", sheet_name});
    sheet.storage = std::move(storage);
    for (const Cell& cell : cells) sheet.cells.push_back(cell);
    book.sheets.push_back(std::move(sheet));
    return book;
}

TEST(Computed, FillsInWhatHadNoValueAndSaysWhere) {
    const auto original =
        make_book("Blad1", {Cell::of_number(0, 0, 2), Cell::of_not_computed(0, 1), Cell::of_not_computed(1, 0),
                            Cell::of_not_computed(1, 1), Cell::of_not_computed(2, 0), Cell::of_not_computed(3, 0)});
    ComputedWorkbook computed;
    {
        const auto texts = std::make_shared<std::deque<std::string>>();
        texts->emplace_back("ja");
        const auto copy = make_book(
            "Blad1",
            {Cell::of_number(0, 0, 99), Cell::of_number(0, 1, 4, true), Cell::of_date(1, 0, 46022, true),
             Cell::of_boolean(1, 1, true, true), Cell::of_text(2, 0, texts->front(), true), Cell::of_empty(3, 0)},
            texts);
        computed = take_computed(original, copy);
    }
    EXPECT_EQ(computed.computed, 5U);
    EXPECT_EQ(computed.left, 0U);
    EXPECT_EQ(computed.workbook.file, "begroting.xlsx");
    const workbook::Sheet& sheet = computed.workbook.sheets.front();
    EXPECT_EQ(sheet.cells.find(0, 0)->number(), 2);
    EXPECT_EQ(sheet.cells.find(0, 1)->number(), 4);
    EXPECT_EQ(sheet.cells.find(1, 0)->kind(), CellKind::date);
    EXPECT_EQ(sheet.cells.find(1, 1)->kind(), CellKind::boolean);
    EXPECT_EQ(sheet.cells.find(2, 0)->text(), "ja");
    EXPECT_EQ(sheet.cells.find(3, 0)->kind(), CellKind::empty);
    EXPECT_TRUE(sheet.cells.find(2, 0)->is_formula());
    const std::vector<CellPlace> places{{0, 1}, {1, 0}, {1, 1}, {2, 0}, {3, 0}};
    EXPECT_EQ(sheet.source->computed, places);
    EXPECT_TRUE(is_computed({sheet.source, 1, 1}));
    EXPECT_FALSE(is_computed({sheet.source, 0, 0})) << "the file has this value itself";
    EXPECT_EQ(sheet.source->file, "begroting.xlsx");
    EXPECT_TRUE(original.sheets[0].source->computed.empty()) << "the original stays as it is";
}

TEST(Computed, LeavesWithoutAValueWhatTheCopyDoesNotKnow) {
    const auto original =
        make_book("Blad1", {Cell::of_not_computed(0, 0), Cell::of_not_computed(0, 1), Cell::of_not_computed(0, 2)});
    const auto copy = make_book("Blad1", {Cell::of_error(0, 0, "#NAME?", true), Cell::of_not_computed(0, 1)});
    const ComputedWorkbook computed = take_computed(original, copy);
    EXPECT_EQ(computed.computed, 0U);
    EXPECT_EQ(computed.left, 3U);
    EXPECT_EQ(computed.workbook.sheets[0].cells.find(0, 0)->kind(), CellKind::not_computed);
    EXPECT_EQ(take_computed(original, make_book("Ander", {Cell::of_number(0, 0, 1)})).left, 3U);
}

}  // namespace
}  // namespace begroot::office
