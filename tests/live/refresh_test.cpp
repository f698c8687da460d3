// The sheets beside the model brought up to date: postings that come and go, and what people did there.

#include "live/refresh.hpp"

#include "live/exported.hpp"
#include "report/office_builder.hpp"
#include "workbook/patcher.hpp"
#include "workbook/reader.hpp"
#include "workbook/writer.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace begroot::live {

namespace {

using begroot::test::Booked;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::uint32_t first_posting = 5;
constexpr std::uint16_t own_column = 15;

std::vector<Booked> four_bookings() {
    return {{.cents = 100'000, .account = "4011", .description = "een", .period = 1},
            {.cents = 30'000, .account = "4022", .description = "twee", .period = 1},
            {.cents = 700, .account = "4999", .description = "drie", .period = 2},
            {.cents = 4'000, .account = "4012", .description = "vier", .period = 2}};
}

/// An export with bookings and a comparison, in a file that goes with it.
struct BookedExport {
    test::Exported exported;
    report::test::Office office = report::test::sample_office();
    report::BudgetVsActual at = office.table({.until = Month{2025, 2}});
    report::BudgetVsActual year = office.table({.until = Month{2025, 12}});
    std::filesystem::path path =
        std::filesystem::path(testing::TempDir()) /
        (std::string("refresh_") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".xlsx");

    explicit BookedExport(const std::vector<Booked>& bookings = four_bookings()) {
        exported.input.compared = std::pair(std::size_t{0}, std::size_t{1});
        book(bookings);
        EXPECT_TRUE(workbook::write_workbook(to_workbook(exported.input), path).has_value());
    }
    BookedExport(const BookedExport&) = delete;
    BookedExport& operator=(const BookedExport&) = delete;
    BookedExport(BookedExport&&) = delete;
    BookedExport& operator=(BookedExport&&) = delete;
    ~BookedExport() { std::filesystem::remove(path); }

    /// Puts another ledger in the place of the one that was there.
    void book(const std::vector<Booked>& bookings) {
        office.ledger = begroot::test::ledger(bookings);
        office.join();
        at = office.table({.until = Month{2025, 2}});
        year = office.table({.until = Month{2025, 12}});
        exported.input.actuals = LiveActuals{office.facts(), &at, &year};
    }

    [[nodiscard]] workbook::Workbook read() const { return *workbook::read_workbook(path, "map.xlsx"); }

    [[nodiscard]] std::uint32_t sheet_number(const std::string& name) const {
        const workbook::Workbook now = read();
        const auto found = std::ranges::find_if(now.sheets, [&](const auto& one) { return one.source->sheet == name; });
        return static_cast<std::uint32_t>(found - now.sheets.begin());
    }

    void edit(const std::string& sheet_name, CellPlace place, workbook::WrittenValue value) const {
        patch({{sheet_number(sheet_name), place, std::move(value)}}, {});
    }

    void patch(const std::vector<workbook::CellWrite>& writes, const std::vector<workbook::GrownList>& lists) const {
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        const std::span all(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size());
        workbook::PatchOptions options;
        options.overwrite = true;
        options.lists = lists;
        const auto plan = workbook::plan_patch(all, read(), writes, options);
        ASSERT_TRUE(plan.has_value()) << to_text(plan.error());
        const auto made = workbook::write_patch(all, *plan);
        ASSERT_TRUE(made.has_value());
        std::ofstream(path, std::ios::binary) << made->bytes;
    }

    [[nodiscard]] Refresh plan() const {
        auto refresh = plan_refresh(read(), exported.input);
        EXPECT_TRUE(refresh.has_value()) << to_text(refresh.error());
        return refresh ? std::move(*refresh) : Refresh();
    }

    /// Gives the descriptions of the postings, row by row; `-` where a row is empty.
    [[nodiscard]] std::vector<std::string> descriptions() const {
        constexpr std::uint32_t description_column = 9;
        const workbook::Workbook now = read();
        const auto& cells = now.sheets[sheet_number("Mutaties")].cells;
        std::vector<std::string> texts;
        for (std::uint32_t row = first_posting; row < first_posting + 6; ++row) {
            const workbook::Cell* cell = cells.find(row, description_column);
            texts.emplace_back(cell == nullptr ? std::string_view("-") : cell->text());
        }
        return texts;
    }
};

/// Gives of each finding the sheet and the cell.
std::vector<std::string> left_sheets(const Refresh& refresh) {
    std::vector<std::string> names;
    for (const Finding& one : refresh.findings)
        names.push_back(one.kind + " " + one.place.sheet + (one.place.cell.empty() ? "" : "!" + one.place.cell));
    return names;
}

/// Tells that the postings stay, at a cell, and with them every sheet that adds them up.
void expect_postings_stay(const Refresh& refresh, const std::string& cell, const std::string& found) {
    EXPECT_THAT(left_sheets(refresh), testing::UnorderedElementsAre("ververs_blad_gelaten Mutaties!" + cell,
                                                                    "ververs_blad_gelaten Begroot-werkelijk",
                                                                    "ververs_blad_gelaten Werkelijk per maand",
                                                                    "ververs_blad_gelaten Begroot per maand"));
    for (const Finding& one : refresh.findings)
        EXPECT_THAT(one.found, HasSubstr(one.place.sheet == "Mutaties" ? found : "hoort bij Mutaties"));
    EXPECT_THAT(refresh.lists, IsEmpty());
    EXPECT_THAT(refresh.writes, IsEmpty());
}

TEST(RefreshPostings, NewOnesComeBelowAndTheNamesFollow) {
    BookedExport office;
    auto more = four_bookings();
    more.push_back({.cents = 500, .account = "4011", .description = "vijf", .period = 2});
    office.book(more);
    const Refresh refresh = office.plan();
    EXPECT_EQ(refresh.list_note, "Mutaties: 1 regel erbij, 0 regels weg, 0 regels veranderd.");
    ASSERT_EQ(refresh.lists.size(), 1U);
    office.patch(refresh.writes, refresh.lists);
    EXPECT_THAT(office.descriptions(), ElementsAre("een", "twee", "drie", "vier", "vijf", "-"));
    const workbook::Workbook now = office.read();
    const auto name = std::ranges::find(now.names, "mutatie_bedrag", &workbook::DefinedName::name);
    ASSERT_NE(name, now.names.end());
    EXPECT_THAT(name->text, HasSubstr("$K$6:$K$10"));
    EXPECT_EQ(now.sheets[office.sheet_number("Mutaties")].filters.front().range.last_row, first_posting + 4);
    EXPECT_THAT(office.plan().writes, IsEmpty());
}

TEST(RefreshPostings, ARowWithAnotherRuleKeepsItsPlace) {
    BookedExport office;
    office.office.rules.front().name = "anders genoemd";
    office.book(four_bookings());
    const Refresh refresh = office.plan();
    EXPECT_EQ(refresh.list_note, "Mutaties: 0 regels erbij, 0 regels weg, 1 regel veranderd.");
    EXPECT_THAT(refresh.lists, IsEmpty());
    EXPECT_THAT(left_sheets(refresh), IsEmpty());
}

TEST(RefreshPostings, TheLastRowTakesThePlaceOfOneThatIsGone) {
    BookedExport office;
    auto fewer = four_bookings();
    fewer.erase(fewer.begin() + 1);
    office.book(fewer);
    const Refresh refresh = office.plan();
    office.patch(refresh.writes, refresh.lists);
    EXPECT_THAT(office.descriptions(), ElementsAre("een", "vier", "drie", "-", "-", "-"));
    EXPECT_EQ(refresh.lists.at(0).after.last_row, first_posting + 2);
    EXPECT_THAT(office.plan().writes, IsEmpty());
}

TEST(RefreshPostings, ARowWithSomethingBesideItStaysWhereItIs) {
    BookedExport office;
    office.edit("Mutaties", {first_posting + 3, own_column}, std::string("nagaan"));
    auto fewer = four_bookings();
    fewer.erase(fewer.begin() + 1);
    office.book(fewer);
    const Refresh refresh = office.plan();
    office.patch(refresh.writes, refresh.lists);
    EXPECT_THAT(office.descriptions(), ElementsAre("een", "-", "drie", "vier", "-", "-"));
    EXPECT_THAT(office.plan().writes, IsEmpty());
}

TEST(RefreshPostings, ASheetWithSomethingBesideARowThatIsGoneStaysAsItIs) {
    BookedExport office;
    office.edit("Mutaties", {first_posting + 1, own_column}, std::string("nagaan"));
    auto fewer = four_bookings();
    fewer.erase(fewer.begin() + 1);
    office.book(fewer);
    expect_postings_stay(office.plan(), "A7", "naast hem staat iets van u");
}

TEST(RefreshPostings, WhatSomebodyPutBelowTheListIsNotTakenForARemark) {
    BookedExport office;
    office.edit("Mutaties", {first_posting + 4, own_column}, std::string("totaal van mijn kolom"));
    EXPECT_THAT(left_sheets(office.plan()), IsEmpty());
    auto more = four_bookings();
    more.push_back({.cents = 500, .account = "4011", .description = "vijf", .period = 2});
    office.book(more);
    expect_postings_stay(office.plan(), "A10", "onder haar staat iets van u");
}

TEST(RefreshPostings, ARowThatSomebodyChangedOrTookAwayIsRefused) {
    BookedExport office;
    office.edit("Mutaties", {first_posting + 2, 10}, 8.0);
    expect_postings_stay(office.plan(), "A8", "niet zoals begroot haar schreef");
    BookedExport other;
    std::vector<workbook::CellWrite> nothing;
    for (std::uint32_t column = 0; column < 14; ++column)
        nothing.push_back({other.sheet_number("Mutaties"), {first_posting + 1, column}, std::monostate()});
    other.patch(nothing, {});
    expect_postings_stay(other.plan(), "A6", "van de 4 rijen die begroot schreef zijn er 1 weg");
}

TEST(RefreshPostings, OfRowsThatPeopleSortedEachIsFound) {
    BookedExport office(
        {{.cents = 100, .account = "4011", .description = "a"}, {.cents = 200, .account = "4011", .description = "b"}});
    const workbook::Workbook before = office.read();
    const std::uint32_t sheet = office.sheet_number("Mutaties");
    std::vector<workbook::CellWrite> swapped;
    for (std::uint32_t column = 0; column < 14; ++column) {
        for (const std::uint32_t row : {0U, 1U}) {
            const workbook::Cell* cell = before.sheets[sheet].cells.find(first_posting + row, column);
            if (cell == nullptr) continue;
            const bool is_text = cell->kind() == workbook::CellKind::text;
            swapped.push_back({sheet,
                               {first_posting + 1 - row, column},
                               is_text ? workbook::WrittenValue(std::string(cell->text())) : cell->number()});
        }
    }
    office.patch(swapped, {});
    EXPECT_THAT(office.plan().writes, IsEmpty());
    EXPECT_THAT(left_sheets(office.plan()), IsEmpty());
}

TEST(RefreshBeside, SheetsThatBelongTogetherStayTogether) {
    BookedExport office;
    office.edit("Begroot-werkelijk", {8, 0}, std::string("van mij"));
    office.edit("Vergelijking", {3, 0}, std::string("van mij"));
    EXPECT_THAT(left_sheets(office.plan()),
                ElementsAre("ververs_blad_gelaten Vergelijking!A4", "ververs_blad_gelaten Uitgangspunten",
                            "ververs_blad_gelaten Begroot-werkelijk!A9", "ververs_blad_gelaten Werkelijk per maand",
                            "ververs_blad_gelaten Begroot per maand"));
}

TEST(RefreshBeside, WithoutALineOfThePlanItsPostingsStayToo) {
    BookedExport office;
    office.office.plan.speerpunten[0].goals.pop_back();
    office.book(four_bookings());
    const Refresh refresh = office.plan();
    ASSERT_EQ(refresh.findings.size(), 4U);
    EXPECT_THAT(refresh.findings[0].found, HasSubstr("het model geeft dit blad vanaf deze rij nu andere rijen"));
    EXPECT_EQ(refresh.findings[3].place.sheet, "Mutaties");
}

TEST(RefreshBeside, ASheetThatStaysIsRememberedAsItWasWritten) {
    BookedExport office;
    office.edit("Mutaties", {first_posting, 9}, std::string("van mij"));
    office.exported.input.organisation = "Andere naam";
    const Refresh refresh = office.plan();
    office.patch(refresh.writes, refresh.lists);
    office.edit("Mutaties", {first_posting, 9}, std::string("een"));
    const Refresh again = office.plan();
    EXPECT_THAT(left_sheets(again), IsEmpty());
    EXPECT_FALSE(again.writes.empty());
}

TEST(RefreshBeside, SheetsThatTheModelHasMoreAreNamed) {
    BookedExport office;
    office.exported.input.actuals.reset();
    ASSERT_TRUE(workbook::write_workbook(to_workbook(office.exported.input), office.path).has_value());
    office.book(four_bookings());
    const Refresh refresh = office.plan();
    ASSERT_EQ(refresh.findings.size(), 1U);
    EXPECT_THAT(refresh.findings[0].found, HasSubstr("Begroot-werkelijk, Werkelijk per maand"));
    office.exported.input.actuals.reset();
    EXPECT_THAT(left_sheets(office.plan()), IsEmpty());
}

TEST(RefreshBeside, AMonthThatSomebodyChoseStays) {
    BookedExport office;
    office.edit("Begroot-werkelijk", {2, 1}, std::string("maart"));
    const Refresh refresh = office.plan();
    ASSERT_EQ(refresh.kept.size(), 1U);
    EXPECT_EQ(refresh.kept[0].of_model, "februari");
    EXPECT_THAT(left_sheets(refresh), IsEmpty());
}

}  // namespace

}  // namespace begroot::live
