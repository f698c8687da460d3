// Begroot against werkelijk in the workbook: formulas over the sheet of postings, with amounts a controller can check.

#include "live/exported.hpp"
#include "report/office_builder.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace begroot::live {

namespace {

using report::test::Office;
using report::test::sample_office;
using test::cell_at;
using test::sheet;

/// The partnership with the bookings of the sample office, shown to February.
struct WithBookings {
    test::Exported exported;
    Office office = sample_office();
    report::BudgetVsActual at = office.table({.until = Month{2025, 2}});
    report::BudgetVsActual year = office.table({.until = Month{2025, 12}});

    [[nodiscard]] GridBook book() {
        exported.input.actuals = LiveActuals{office.facts(), &at, &year};
        return to_workbook(exported.input);
    }
};

std::uint32_t row_named(const Grid& grid, const std::string& text) {
    for (const GridCell& cell : grid.cells) {
        if (cell.column <= 1 && cell.value == GridValue(text)) return cell.row;
    }
    ADD_FAILURE() << grid.name << " has no row " << text;
    return 0;
}

double number_in(const Grid& grid, const std::string& name, std::uint16_t column) {
    const GridCell* cell = cell_at(grid, row_named(grid, name), column);
    return cell == nullptr ? -1 : std::get<double>(cell->value);
}

TEST(Actuals, TheStoredValuesAreThoseOfTheTable) {
    WithBookings office;
    const GridBook book = office.book();
    const Grid& grid = sheet(book, "Begroot-werkelijk");
    EXPECT_EQ(number_in(grid, "doel 1.1", 2), 12'000);
    EXPECT_EQ(number_in(grid, "doel 1.1", 3), 2'000);
    EXPECT_EQ(number_in(grid, "doel 1.1", 4), 2'000);
    EXPECT_EQ(number_in(grid, "doel 1.1", 5), 0);
    EXPECT_EQ(number_in(grid, "doel 2.1", 4), 300);
    EXPECT_EQ(number_in(grid, "speerpunt 1", 4), 2'040);
    EXPECT_EQ(number_in(grid, "Totaal jaarplan", 4), 2'340);
    EXPECT_EQ(number_in(grid, "buiten_jaarplan", 4), -4'000);
    EXPECT_EQ(number_in(grid, "zonder_regel", 4), 7);
    EXPECT_EQ(number_in(grid, "Hele organisatie (lasten min baten)", 4), -1'653);
    EXPECT_EQ(number_in(grid, "Verschil, moet nul zijn", 2), 0);
    EXPECT_EQ(number_in(grid, "Waarvan na de gekozen maand", 2), 1'000 + 200 + 2'500);
}

TEST(Actuals, AGoalAddsUpItsPostingsAndASpeerpuntItsGoals) {
    WithBookings office;
    const GridBook book = office.book();
    const Grid& grid = sheet(book, "Begroot-werkelijk");
    const std::uint32_t goal = row_named(grid, "doel 1.1");
    const std::uint32_t head = row_named(grid, "speerpunt 1");
    EXPECT_EQ(cell_at(grid, goal, 4)->formula,
              "ROUND(SUMIFS(mutatie_bedrag,mutatie_regel,$A7,mutatie_periode,\"<=\"&maand_nr),2)");
    EXPECT_EQ(cell_at(grid, head, 4)->formula, "ROUND(SUM(E7:E9),2)");
    EXPECT_TRUE(cell_at(grid, row_named(grid, "doel 1.2"), 2)->formula.empty());
    EXPECT_EQ(cell_at(grid, row_named(grid, "doel 1.2"), 8)->value, GridValue(std::string("p.m.")));
}

TEST(Actuals, TheMonthsOfALineAddUpToTheYear) {
    WithBookings office;
    const GridBook book = office.book();
    const Grid& actual = sheet(book, "Werkelijk per maand");
    EXPECT_EQ(number_in(actual, "doel 1.1", 2), 1'000);
    EXPECT_EQ(number_in(actual, "doel 1.1", 5), 0);
    EXPECT_EQ(number_in(actual, "doel 2.1", 14), 500);
    const Grid& planned = sheet(book, "Begroot per maand");
    EXPECT_EQ(number_in(planned, "doel 1.1", 14), 12'000);
    EXPECT_EQ(cell_at(planned, row_named(planned, "doel 1.1"), 2)->role, GridRole::input);
}

TEST(Actuals, EveryPostingStandsOnTheSheetWithItsLineAndItsCell) {
    WithBookings office;
    const GridBook book = office.book();
    const GridList& list = sheet(book, "Mutaties").list;
    ASSERT_EQ(list.rows, office.office.ledger->postings.size());
    std::vector<ListValue> values(list.columns.size());
    std::map<std::string, std::int64_t> cents;
    for (std::uint32_t row = 0; row < list.rows; ++row) {
        list.fill(row, values);
        cents[std::string(values[0].text)] += values[10].number;
        EXPECT_FALSE(values[13].text.empty());
    }
    const std::map<std::string, std::int64_t> expected{{"doel 1.1", 300'000}, {"doel 1.2", 4'000},
                                                       {"doel 2.1", 50'000},  {"buiten_jaarplan", -150'000},
                                                       {"zonder_regel", 700}, {"buiten de tabel", -204'700}};
    EXPECT_EQ(cents, expected);
}

TEST(Actuals, EveryPostingOfAPlanOfProjectsResultsAndMeasuresHasItsLine) {
    for (const GoalLevel level : {GoalLevel::project, GoalLevel::result, GoalLevel::measure}) {
        WithBookings office;
        for (Speerpunt& speerpunt : office.office.plan.speerpunten)
            for (Goal& goal : speerpunt.goals) goal.level = level;
        office.at = office.office.table({.until = Month{2025, 2}});
        office.year = office.office.table({.until = Month{2025, 12}});
        const GridBook book = office.book();
        const Grid& rows = sheet(book, "Begroot-werkelijk");
        const GridList& list = sheet(book, "Mutaties").list;
        std::vector<ListValue> values(list.columns.size());
        std::map<std::string, std::int64_t> cents;
        for (std::uint32_t row = 0; row < list.rows; ++row) {
            list.fill(row, values);
            cents[std::string(values[0].text)] += values[10].number;
        }
        EXPECT_EQ(cents.count(""), 0U);
        for (const auto& [key, amount] : cents) {
            if (key == "buiten de tabel") continue;
            EXPECT_GT(row_named(rows, key), 0U) << amount;
        }
        const std::string own = std::get<std::string>(cell_at(rows, 6, 0)->value);
        EXPECT_EQ(cents[own], 300'000) << own;
    }
}

/// The same office with a plan of the school year 2024-2025: of the bookings of 2025 each month has its year.
TEST(Actuals, AMonthOfASchoolYearIsThatOfItsCalendarYear) {
    WithBookings office;
    office.office.plan.year = 2024;
    office.office.plan.first_month = school_year_first_month;
    office.office.ledger = begroot::test::ledger({{.cents = 5'000, .account = "4011", .period = 9, .year = 2024},
                                                  {.cents = 3'000, .account = "4011", .period = 2, .year = 2025},
                                                  {.cents = 900, .account = "4011", .period = 9, .year = 2025},
                                                  {.cents = 400, .account = "4011", .period = 7, .year = 2025}});
    office.office.join();
    office.at = office.office.table({.until = Month{2025, 2}});
    office.year = office.office.table({.until = Month{2025, 7}});
    const GridBook book = office.book();
    const Grid& grid = sheet(book, "Begroot-werkelijk");
    EXPECT_EQ(cell_at(grid, 1, 0)->value, GridValue(std::string("Voorbeeld; augustus 2024 tot en met februari 2025")));
    EXPECT_EQ(cell_at(grid, 2, 1)->value, GridValue(std::string("februari 2025")));
    EXPECT_EQ(cell_at(grid, 2, 2)->value, GridValue(7.0));
    EXPECT_EQ(number_in(grid, "doel 1.1", 4), 80);
    EXPECT_EQ(cell_at(grid, row_named(grid, "doel 1.1"), 4)->formula,
              "ROUND(SUM('Werkelijk per maand'!C7:INDEX('Werkelijk per maand'!C7:N7,maand_nr)),2)");
    EXPECT_EQ(number_in(grid, "Waarvan na de gekozen maand", 2), 4);
    EXPECT_EQ(number_in(grid, "Waarvan buiten de tabel: balans, ander jaar, periode die geen maand is", 2), 9);
    const Grid& months = sheet(book, "Werkelijk per maand");
    EXPECT_EQ(cell_at(months, 4, 2)->value, GridValue(std::string("augustus 2024")));
    EXPECT_EQ(number_in(months, "doel 1.1", 3), 50);
    EXPECT_EQ(number_in(months, "doel 1.1", 8), 30);
    EXPECT_EQ(cell_at(months, row_named(months, "doel 1.1"), 8)->formula,
              "ROUND(SUMIFS(mutatie_bedrag,mutatie_regel,$A7,mutatie_jaar,2025,mutatie_periode,2),2)");
    EXPECT_TRUE(std::ranges::any_of(book.names, [](const auto& name) { return name.first == "mutatie_jaar"; }));
}

TEST(Actuals, AModelWithoutBookingsHasNoSuchSheets) {
    const test::Exported exported;
    const GridBook book = to_workbook(exported.input);
    EXPECT_TRUE(std::ranges::none_of(book.grids, [](const Grid& grid) { return grid.name == "Mutaties"; }));
}

}  // namespace

}  // namespace begroot::live
