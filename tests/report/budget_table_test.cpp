#include "report/budget_table.hpp"

#include "report/plein013.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

std::size_t column_of(const Table& table, const std::string& id) {
    const auto found = std::ranges::find(table.columns, id, &Column::id);
    BEGROOT_CHECK(found != table.columns.end(), "de tabel heeft die kolom niet");
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::string text_of(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
    if (const auto* mark = std::get_if<Mark>(&cell.value)) return mark->text;
    return "";
}

const Row& row_of(const Table& table, const std::string& code) {
    const auto found = std::ranges::find_if(
        table.rows, [&](const Row& row) { return !row.cells.empty() && text_of(row.cells[0]) == code; });
    BEGROOT_CHECK(found != table.rows.end(), "de tabel heeft die rij niet");
    return *found;
}

TEST(BudgetTable, MarksWhatIsNoNumberAsThePlanPrintsIt) {
    const Office office = sample_office();
    const Table table = to_document(office.facts(), office.table(), {}).tables.at(0);
    const std::size_t budget = column_of(table, "begroot");
    EXPECT_EQ(text_of(row_of(table, "1.2").cells[budget]), "p.m.");
    EXPECT_EQ(text_of(row_of(table, "1.3").cells[budget]), "--");
    EXPECT_TRUE(is_empty(row_of(table, "2.2").cells[budget]));
    EXPECT_EQ(std::get<Money>(row_of(table, "1.1").cells[budget].value), Money::from_euros(12'000));
}

TEST(BudgetTable, SaysFavourableInWordsByMeaning) {
    const Office office = sample_office();
    const Table table = to_document(office.facts(), office.table({Per::account, View::plan, {}}), {}).tables.at(0);
    const std::size_t verdict = column_of(table, "oordeel");
    EXPECT_EQ(text_of(row_of(table, "8010").cells[verdict]), "voordelig") << "meer baten dan begroot";
    EXPECT_EQ(text_of(row_of(table, "4100").cells[verdict]), "nadelig") << "meer lasten dan begroot";
    EXPECT_EQ(text_of(row_of(table, "4011").cells[verdict]), "") << "precies begroot";
    EXPECT_TRUE(is_empty(row_of(table, "4999").cells[verdict])) << "zonder begroting geen oordeel";
}

TEST(BudgetTable, TellsWhatATotalSkipped) {
    const Office office = sample_office();
    const Table table = to_document(office.facts(), office.table(), {}).tables.at(0);
    EXPECT_THAT(table.notes,
                testing::Contains(HasSubstr(
                    "Totaal begroot: € 14.000 + 1x p.m. + 1x -- + 1x leeg (speerpunt 1: € 12.000 + 1x p.m. + 1x --; "
                    "speerpunt 2: € 2.000 + 1x leeg).")));
}

TEST(BudgetTable, OfAWorkbookShowsEveryPostingOnceAndTheControls) {
    const Office office = sample_office();
    const BudgetVsActual answer = office.table();
    const Findings findings = answer.findings;
    const Document document = to_document(office.facts(), answer, {Medium::workbook, MoneyStyle::cents, &findings});
    std::vector<std::string> names;
    for (const Table& table : document.tables) names.push_back(table.name);
    EXPECT_THAT(names, ElementsAre("Begroot-werkelijk", "Boekingen", "Fasering", "Controle", "Bevindingen"));
    const Table& postings = table_named(document, "Boekingen");
    Money total;
    for (const Row& row : postings.rows) total += std::get<Money>(row.cells[column_of(postings, "bedrag")].value);
    EXPECT_EQ(postings.rows.size(), 9U) << "elke boeking behalve die op de balans";
    EXPECT_EQ(total, Money::from_euros(2'047));
    const Table& controls = table_named(document, "Controle");
    for (const Row& row : controls.rows)
        EXPECT_EQ(text_of(row.cells[column_of(controls, "oordeel")]), "sluit") << text_of(row.cells[0]);
    const Table& phasing = table_named(document, "Fasering");
    for (const Row& row : phasing.rows) {
        Money months;
        for (std::size_t month = 3; month < 15; ++month) months += std::get<Money>(row.cells[month].value);
        EXPECT_EQ(months, std::get<Money>(row.cells[15].value)) << text_of(row.cells[0]);
    }
    EXPECT_EQ(table_named(document, "Bevindingen").rows.size(), findings.size());
}

TEST(BudgetTable, OfAWorkbookKeepsThePostingsOfEveryLineApart) {
    // the workbook sums postings by their key, so two lines may never share one
    for (const Per per : all_pers) {
        const BudgetVsActual answer = to_august(plein013(), per);
        const Document document =
            to_document(facts_of(plein013()), answer, {Medium::workbook, MoneyStyle::cents, nullptr});
        std::set<std::string> keys;
        std::size_t runs = 0;
        std::string last;
        for (const Row& row : table_named(document, "Boekingen").rows) {
            const std::string key = text_of(row.cells[0]);
            runs += key != last ? 1U : 0U;
            keys.insert(key);
            last = key;
        }
        EXPECT_EQ(keys.size(), runs) << static_cast<int>(per);
    }
}

TEST(BudgetTable, HasADocumentForEveryTableOf2025) {
    const Facts facts = facts_of(plein013());
    for (const View view : all_views) {
        for (const Per per : all_pers) {
            for (const Medium medium : {Medium::paper, Medium::workbook}) {
                const Document document =
                    to_document(facts, to_august(plein013(), per, view), {medium, MoneyStyle::cents, nullptr});
                EXPECT_EQ(document.tables.size(), medium == Medium::paper ? 1U : 4U);
                EXPECT_EQ(document.charts.empty(), per != Per::speerpunt && per != Per::goal && per != Per::activity);
            }
        }
    }
}

TEST(FindingsDocument, ListsThemInTheOrderGiven) {
    const Findings findings{{Severity::warning, "b", {"x.xlsx", "Blad", "A1", 0, 0}, "gevonden", "verwacht", "doen"},
                            {Severity::error, "a", {}, "", "", ""}};
    const Document document = findings_document(sample_office().plan, findings);
    const Table& table = document.tables.at(0);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(text_of(table.rows[0].cells[0]), "waarschuwing");
    EXPECT_EQ(text_of(table.rows[0].cells[2]), "x.xlsx, blad Blad, cel A1");
    EXPECT_EQ(text_of(table.rows[1].cells[0]), "fout");
    EXPECT_THAT(findings_document(sample_office().plan, {}).tables[0].notes, ElementsAre("Er is niets opgevallen."));
}

TEST(PlanDocument, PrintsTheTablesOfTheJaarplanLiterally) {
    const Document document = to_plan_document(facts_of(plein013()), to_august(plein013()));
    ASSERT_EQ(document.tables.size(), 6U);
    const Table& four = table_named(document, "Speerpunt 4");
    EXPECT_EQ(four.title, "Speerpunt 4 Financiële middelen");
    EXPECT_EQ(four.columns[1].head, "Begroot");
    EXPECT_EQ(four.columns[2].head, "Werkelijke uitgave");
    EXPECT_EQ(table_named(document, "Speerpunt 5").columns[2].head, "Werkelijke uitgaven");
    std::vector<std::string> printed;
    for (const Row& row : four.rows) printed.push_back(text_of(row.cells[1]));
    EXPECT_THAT(
        printed,
        ElementsAre("--", "€20.000 Onderwijs Transparant - > 1Loket", "",
                    "€20.000, waarvan 10k bij dit speerpunt en 10k geboekt bij speerpunt 6 in de meerjarenbegroting"));
    EXPECT_EQ(text_of(four.rows[1].cells[0]), "Doel 2");
    EXPECT_EQ(std::get<Money>(four.rows[1].cells[2].value), Money::from_cents(12'947'00));
    EXPECT_TRUE(is_empty(four.rows[2].cells[1])) << "een lege cel blijft leeg";
}

TEST(PlanDocument, AddsUpToEverySpeerpuntInBothViews) {
    for (const View view : all_views) {
        const Document document = to_plan_document(facts_of(plein013()), to_august(plein013(), Per::goal, view));
        for (const Table& table : document.tables) {
            Money total;
            for (std::size_t i = 0; i + 1 < table.rows.size(); ++i)
                total += std::get<Money>(table.rows[i].cells[2].value);
            EXPECT_EQ(std::get<Money>(table.rows.back().cells[2].value), total) << table.name;
        }
    }
}

TEST(PlanDocument, IsTheSameWhateverTheTableIsPer) {
    const Facts facts = facts_of(plein013());
    for (const Per per : all_pers) {
        const Document document = to_plan_document(facts, to_august(plein013(), per));
        EXPECT_EQ(std::get<Money>(table_named(document, "Speerpunt 4").rows[1].cells[2].value),
                  Money::from_cents(12'947'00))
            << static_cast<int>(per);
    }
}

TEST(PlanDocument, PrintsTheSummaryOf2023AndLeavesActualsEmpty) {
    const store::Dossier dossier = read_dossier("plein013-2023.toml");
    const Document document =
        to_plan_document(facts_of(dossier), compare_budget_with_actual(facts_of(dossier), {}).value());
    const Table& summary = table_named(document, "Overzicht");
    EXPECT_EQ(text_of(summary.rows.back().cells[2]), "€313.333,-");
    for (const Row& row : summary.rows) EXPECT_TRUE(is_empty(row.cells[3]));
}

}  // namespace
}  // namespace begroot::report
