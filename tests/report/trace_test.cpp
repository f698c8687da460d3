#include "report/trace.hpp"

#include "report/plein013.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;
using testing::HasSubstr;

/// Traces every code in every column and expects the items to add up to the figure of the table.
void expect_all_add_up(const Facts& facts, const Options& options) {
    const BudgetVsActual answer = compare_budget_with_actual(facts, options).value();
    for (const std::string& code : traceable_codes(answer)) {
        for (std::size_t i = 0; i < trace_column_names().size(); ++i) {
            const auto traced = trace(facts, answer, code, static_cast<TraceColumn>(i));
            ASSERT_TRUE(traced) << code << ": " << to_text(traced.error());
            Money total;
            for (const TraceItem& item : traced->items) total += item.amount;
            EXPECT_EQ(total, traced->amount.value_or(Money())) << code << " " << trace_column_names()[i];
            EXPECT_EQ(traced->code, code);
        }
    }
}

TEST(Trace, AddsUpForEveryLineAndColumnOfTheSample) {
    const Office office = sample_office();
    for (const View view : all_views) {
        for (const Per per : all_pers) expect_all_add_up(office.facts(), {per, view, {}});
    }
}

TEST(Trace, AddsUpForEveryLineAndColumnOf2025) {
    for (const View view : all_views) {
        for (const Per per : all_pers) expect_all_add_up(facts_of(plein013()), {per, view, Month{2025, 8}});
    }
}

TEST(Trace, AddsUpUnderEveryPhasingKey) {
    store::Dossier dossier = plein013();
    for (const char* key : {"twaalf_gelijke_maanden", "schooljaar"}) {
        dossier.model.plan.default_phasing = key;
        for (const View view : all_views) expect_all_add_up(facts_of(dossier), {Per::goal, view, Month{2025, 8}});
    }
}

TEST(Trace, AddsUpWithoutALedgerOrABudget) {
    Office office = sample_office();
    office.ledger.reset();
    office.join();
    expect_all_add_up(office.facts(), {});
    office = sample_office();
    office.budget.reset();
    office.join();
    for (const Per per : all_pers) expect_all_add_up(office.facts(), {per, View::booking, {}});
}

TEST(Trace, CarriesTheFigureOfTheTable) {
    const Facts facts = facts_of(plein013());
    const BudgetVsActual answer = to_august(plein013());
    EXPECT_EQ(trace(facts, answer, "4.2", TraceColumn::actual)->amount, cents(12'947'00));
    EXPECT_EQ(trace(facts, answer, "4", TraceColumn::budget)->amount, euros(20'000));
    EXPECT_EQ(trace(facts, answer, "totaal", TraceColumn::budget)->amount, euros(223'000));
    EXPECT_EQ(trace(facts, answer, "zonder_regel", TraceColumn::actual)->amount, cents(736'55));
    EXPECT_EQ(trace(facts, answer, "niet_toegewezen", TraceColumn::actual)->amount, answer.unassigned.actual);
    const auto variance = trace(facts, answer, "totaal", TraceColumn::variance);
    EXPECT_EQ(variance->amount, answer.total.variance);
}

TEST(Trace, NamesFileSheetCellAndRuleOfEveryPosting) {
    const Facts facts = facts_of(plein013());
    const auto traced = trace(facts, to_august(plein013()), "4.2", TraceColumn::actual);
    ASSERT_TRUE(traced);
    ASSERT_FALSE(traced->items.empty());
    for (const TraceItem& item : traced->items) {
        EXPECT_THAT(item.place.file, testing::EndsWith("spreadsheets/plein013/mutaties-2025.xlsx"));
        EXPECT_EQ(item.place.sheet, "Financiële mutaties");
        EXPECT_FALSE(item.place.cell.empty());
        EXPECT_EQ(item.sha256, plein013().sources[1].sha256);
        EXPECT_THAT(item.rule, testing::StartsWith("1Loket: kostenplaats"));
    }
}

TEST(Trace, LeadsABudgetToThePlanAndItsMonthsToTheWorkbook) {
    const Office office = sample_office();
    const BudgetVsActual answer = office.table();
    const auto year = trace(office.facts(), answer, "1.1", TraceColumn::budget);
    ASSERT_EQ(year->items.size(), 1U);
    EXPECT_EQ(year->items[0].rule, "jaarplan");
    EXPECT_EQ(year->items[0].place.file, "plan.toml");
    EXPECT_EQ(year->items[0].place.line, 10U);
    EXPECT_EQ(year->items[0].description, "€ 12.000 eerste");
    const auto to_date = trace(office.facts(), answer, "1.1", TraceColumn::budget_to_date);
    ASSERT_EQ(to_date->items.size(), 3U) << "januari, februari en maart";
    EXPECT_EQ(to_date->items[0].place.cell, "F2");
    EXPECT_EQ(to_date->items[2].place.cell, "H2");
    EXPECT_EQ(to_date->items[2].amount, Money::from_euros(1'000));
    EXPECT_EQ(to_date->items[0].rule, "1.1");
}

TEST(Trace, OfABudgetNamesTheSameMoneyInTheWorkbook) {
    const Facts facts = facts_of(plein013());
    const BudgetVsActual answer = to_august(plein013());
    for (const Line& one : answer.lines) {
        const auto traced = trace(facts, answer, one.code, TraceColumn::budget);
        ASSERT_TRUE(traced);
        Money total;
        for (const TraceItem& item : traced->workbook_items) {
            total += item.amount;
            EXPECT_EQ(item.place.sheet, "Begroting 2025");
            EXPECT_EQ(item.place.cell.front(), 'R') << "the column of the year";
        }
        EXPECT_EQ(total, one.amounts.budget.value_or(Money())) << one.code;
    }
    EXPECT_TRUE(trace(facts, answer, "4.2", TraceColumn::actual)->workbook_items.empty());
}

TEST(Trace, NamesThePhasingKeyWhenThePlanItselfIsSpread) {
    Office office = sample_office();
    office.plan.default_phasing = "schooljaar";
    const auto traced = trace(office.facts(), office.table(), "1.1", TraceColumn::budget_to_date);
    ASSERT_EQ(traced->items.size(), 1U);
    EXPECT_EQ(traced->items[0].rule, "fasering schooljaar");
    EXPECT_EQ(traced->items[0].place.file, "plan.toml");
}

TEST(Trace, GoesAsDeepForASpeerpuntInATableOfSpeerpunten) {
    const Office office = sample_office();
    const auto shallow =
        trace(office.facts(), office.table({Per::speerpunt, View::plan, {}}), "1", TraceColumn::budget_to_date);
    const auto deep = trace(office.facts(), office.table(), "1", TraceColumn::budget_to_date);
    ASSERT_TRUE(shallow && deep);
    EXPECT_EQ(shallow->items.size(), deep->items.size());
    EXPECT_EQ(shallow->items.at(0).place.cell, "F2");
}

TEST(Trace, SaysWhatThePlanPrintsWhereThereIsNoNumber) {
    const Office office = sample_office();
    const auto traced = trace(office.facts(), office.table(), "1.2", TraceColumn::budget);
    ASSERT_TRUE(traced);
    EXPECT_FALSE(traced->amount);
    EXPECT_EQ(traced->printed, "p.m.");
    EXPECT_TRUE(traced->items.empty());
}

TEST(Trace, ShowsIncomePositiveAndTheTotalAsExpenseMinusIncome) {
    const Office office = sample_office();
    const BudgetVsActual answer = office.table({Per::account, View::plan, {}});
    EXPECT_EQ(trace(office.facts(), answer, "8010", TraceColumn::actual)->items.at(0).amount, Money::from_euros(4'000));
    EXPECT_EQ(trace(office.facts(), answer, "8010", TraceColumn::variance)->amount, euros(1'750));
    EXPECT_EQ(trace(office.facts(), answer, "totaal", TraceColumn::actual)->amount, euros(2'047));
    // begroot t/m maart 4.250 (1.1, 2.1 en 2.1 bij 1: 3.000 + 375 + 500; baten -2.250; lasten 1.500) is 3.125; 3.125
    // - 2.047
    EXPECT_EQ(trace(office.facts(), answer, "totaal", TraceColumn::variance)->amount, euros(1'078));
}

TEST(Trace, TellsACodeOnBothSidesApart) {
    const Office office = sample_office();
    const BudgetVsActual answer = office.table({Per::cost_centre, View::plan, {}});
    EXPECT_EQ(trace(office.facts(), answer, "baten:100", TraceColumn::actual)->amount, euros(4'000));
    EXPECT_EQ(trace(office.facts(), answer, "lasten:100", TraceColumn::actual)->amount, euros(2'500));
    const auto both = trace(office.facts(), answer, "100", TraceColumn::actual);
    ASSERT_FALSE(both);
    EXPECT_EQ(both.error().kind, ErrorKind::usage);
    EXPECT_EQ(both.error().expected, "\"baten:100\" of \"lasten:100\"");
}

TEST(Trace, RefusesAnUnknownCodeAndNamesTheNearest) {
    const Office office = sample_office();
    const auto traced = trace(office.facts(), office.table(), "totaaal", TraceColumn::actual);
    ASSERT_FALSE(traced);
    EXPECT_EQ(traced.error().kind, ErrorKind::usage);
    EXPECT_EQ(traced.error().found, "\"totaaal\" is geen regel van deze tabel");
    EXPECT_EQ(traced.error().expected, "\"totaal\"");
    EXPECT_FALSE(trace(office.facts(), office.table({Per::speerpunt, View::plan, {}}), "1.1", TraceColumn::actual));
}

/// The sample with computed cells: of the bookings on 1.1 that of February, of its budget March, of 4022 the year.
Office computed_office() {
    Office office = sample_office();
    SourceSheet bookings{"mutaties.xlsx", std::string(64, 'a'), "Blad1"};
    bookings.computed = {{2, 9}};
    SourceSheet budgeted{"begroting.xlsx", std::string(64, 'a'), "Blad1"};
    budgeted.computed = {{1, 7}, {3, 17}};
    Ledger ledger;
    const auto sheet = std::make_shared<const SourceSheet>(bookings);
    for (const Posting& posting : office.ledger->postings) {
        Coding coding = *posting.coding;
        coding.sheet = sheet;
        ledger.add(coding, {std::string(posting.account_name.text()), "", std::string(posting.description.text()),
                            posting.amount, posting.period_number, posting.row, posting.column});
    }
    office.ledger = std::move(ledger);
    for (BudgetLine& line : office.budget->lines)
        line.year_origin.sheet = std::make_shared<const SourceSheet>(budgeted);
    office.join();
    return office;
}

/// Names the cells of a trace that a recalculation gave.
std::vector<std::string> computed_cells(const std::vector<TraceItem>& items) {
    std::vector<std::string> cells;
    for (const TraceItem& item : items) {
        if (item.computed) cells.push_back(item.place.cell);
    }
    return cells;
}

TEST(Trace, MarksTheCellsThatARecalculationGave) {
    using testing::ElementsAre;
    using testing::IsEmpty;
    const Office office = computed_office();
    const BudgetVsActual answer = office.table();
    const auto of = [&](const char* code, TraceColumn column) { return *trace(office.facts(), answer, code, column); };
    EXPECT_THAT(computed_cells(of("1.1", TraceColumn::actual).items), ElementsAre("J3"));
    EXPECT_THAT(computed_cells(of("1.1", TraceColumn::budget_to_date).items), ElementsAre("H2"));
    EXPECT_THAT(computed_cells(of("1.1", TraceColumn::budget).workbook_items), IsEmpty()) << "R2 is in the file";
    const BudgetVsActual accounts = office.table({Per::account, View::plan, {}});
    EXPECT_THAT(computed_cells(trace(office.facts(), accounts, "4022", TraceColumn::budget)->items), ElementsAre("R4"));
}

TEST(Trace, SaysBehindACellThatItIsComputed) {
    const Office office = computed_office();
    const Trace traced = *trace(office.facts(), office.table(), "1.1", TraceColumn::actual);
    const Document document = to_document(traced);
    const Table& table = document.tables[0];
    EXPECT_EQ(std::get<std::string>(table.rows[0].cells[1].value), "Blad1!J2");
    EXPECT_EQ(std::get<std::string>(table.rows[1].cells[1].value), "Blad1!J3 (berekend)");
}

TEST(Trace, GivesTheCellsOfTheMonthsWhereTheWorkbookPrintsNoYear) {
    Office office = sample_office();
    for (BudgetLine& line : office.budget->lines) line.year_is_sum = true;
    const auto items = trace(office.facts(), office.table(), "1.1", TraceColumn::budget)->workbook_items;
    ASSERT_EQ(items.size(), 12U);
    EXPECT_EQ(items[0].place.cell, "F2");
    EXPECT_EQ(items[11].place.cell, "Q2");
    EXPECT_EQ(items[11].amount, Money::from_euros(1'000));
    for (const Per per : all_pers) expect_all_add_up(office.facts(), {per, View::plan, {}});
}

TEST(Trace, SaysWhichPartOfASchoolYearCounts) {
    Office office = sample_office();
    BudgetLine& line = office.budget->lines[0];
    line.year_is_sum = line.school_years = true;
    line.months = spread_school_years(Money::from_euros(7'000), Money::from_euros(5'000));
    for (std::size_t month = 0; month < 12; ++month) line.month_columns[month] = month < 7 ? 5 : 6;
    office.join();
    const BudgetVsActual answer = office.table({Per::goal, View::plan, Month{2025, 9}});
    const auto year = trace(office.facts(), answer, "1.1", TraceColumn::budget)->workbook_items;
    ASSERT_EQ(year.size(), 2U);
    EXPECT_EQ(year[0].place.cell, "F2");
    EXPECT_EQ(year[0].amount, Money::from_euros(7'000));
    EXPECT_THAT(year[0].description, HasSubstr("(7/12 van het schooljaar)"));
    EXPECT_EQ(year[1].place.cell, "G2");
    EXPECT_EQ(year[1].amount, Money::from_euros(5'000));
    const auto to_date = trace(office.facts(), answer, "1.1", TraceColumn::budget_to_date)->items;
    ASSERT_EQ(to_date.size(), 2U);
    EXPECT_EQ(to_date[1].amount, Money::from_euros(2'000));
    EXPECT_THAT(to_date[1].description, HasSubstr("(2/12 van het schooljaar)"));
}

TEST(Trace, PrintsAsATableThatEndsInTheFigure) {
    const Office office = sample_office();
    const Document document = to_document(*trace(office.facts(), office.table(), "1.1", TraceColumn::actual));
    ASSERT_EQ(document.tables.size(), 1U);
    const Table& table = document.tables[0];
    EXPECT_EQ(table.title, "Herkomst van werkelijk van 1.1: doel 1.1");
    ASSERT_EQ(table.rows.size(), 4U);
    EXPECT_EQ(std::get<Money>(table.rows.back().cells[0].value), Money::from_euros(3'000));
    EXPECT_THAT(table.notes.at(0), HasSubstr("mutaties.xlsx, SHA-256 aaaa"));
}

}  // namespace
}  // namespace begroot::report
