#include "management/detail/cells.hpp"
#include "management/documents.hpp"
#include "management/report_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::management {
namespace {

using namespace test;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> names_of(const Document& document) {
    std::vector<std::string> names;
    for (const Table& table : document.tables) names.push_back(table.name);
    return names;
}

std::string text_in(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
    if (const auto* mark = std::get_if<Mark>(&cell.value)) return mark->text;
    return "";
}

const Row& row_of(const Table& table, const std::string& code) {
    const auto found = std::ranges::find_if(
        table.rows, [&](const Row& row) { return !row.cells.empty() && text_in(row.cells[0]) == code; });
    BEGROOT_CHECK(found != table.rows.end(), "de tabel heeft die rij niet");
    return *found;
}

Document document_of(const Reported& reported) {
    return to_document(reported.input(), reported.report(), MoneyStyle::whole_euros);
}

TEST(ReportDocument, HasOnlyTheTablesThatSaySomething) {
    Reported reported;
    EXPECT_THAT(names_of(document_of(reported)),
                ElementsAre("Samenvatting", "Begroot en prognose", "Afwijkingen", "Herkomst"));
    reported.rules.decisions = {{"M3", "Verhogen", "want", {}}};
    reported.rules.forecasts = {{"1.1", "M3", ForecastMethod::own, Money::from_euros(13'000), "duurder", {}}};
    EXPECT_THAT(names_of(document_of(reported)), ElementsAre("Samenvatting", "Besluiten", "Begroot en prognose",
                                                             "Prognoses", "Afwijkingen", "Herkomst"));
}

TEST(ReportDocument, SaysThatThereIsNoRuleAndShowsNoLight) {
    const Document document = document_of({});
    const Table& summary = table_named(document, "Samenvatting");
    EXPECT_THAT(summary.notes, Contains(HasSubstr("Geen lichten: het model noemt onder [rapportage]")));
    EXPECT_EQ(std::ranges::count(summary.columns, "licht", &Column::id), 0);
    EXPECT_THAT(table_named(document, "Afwijkingen").notes, Contains(HasSubstr("Geen drempel")));
}

TEST(ReportDocument, SaysTheLightInWords) {
    Reported reported;
    reported.rules.lights =
        LightRule{{std::nullopt, Rate::from_ppm(50'000)}, {std::nullopt, Rate::from_ppm(100'000)}, false};
    const Table summary = table_named(document_of(reported), "Samenvatting");
    EXPECT_EQ(text_in(row_of(summary, "1").cells[8]), "●\u00A0groen");
    EXPECT_EQ(text_in(row_of(summary, "1").cells[9]), "1 groen, 2 zonder");
    EXPECT_THAT(summary.notes, Contains(HasSubstr("oranje vanaf een nadelige afwijking van 5%")));
}

TEST(ReportDocument, GivesEachLightASignAndAToneOfItsOwn) {
    std::vector<Tone> tones;
    for (const Light light : {Light::none, Light::green, Light::amber, Light::red})
        tones.push_back(detail::light_cell(light).tone);
    EXPECT_THAT(tones, ElementsAre(Tone::muted, Tone::favourable, Tone::caution, Tone::unfavourable));
}

TEST(ReportDocument, HasASheetToTypeOnAndRemembersWhatItWrote) {
    Reported reported;
    reported.explanations.list = {{"1.1", "M3", {"Een.", "Twee."}, {}}, {"plan", "M3", {"Samen."}, {}}};
    Document document = document_of(reported);
    add_explanation_sheets(reported.input(), reported.report(), document);
    EXPECT_THAT(names_of(document), ElementsAre("Samenvatting", "Begroot en prognose", "Afwijkingen", "Toelichtingen",
                                                "Herkomst", "Geheugen toelichtingen"));
    const Table& typed = table_named(document, "Toelichtingen");
    EXPECT_TRUE(typed.columns.back().is_input);
    EXPECT_EQ(text_in(row_of(typed, "1.1").cells.back()), "Een.\nTwee.");
    EXPECT_EQ(text_in(row_of(typed, "plan").cells.back()), "Samen.");
    EXPECT_EQ(text_in(row_of(typed, "2.1").cells.back()), "") << "ook zonder toelichting een rij";
    const Table& memory = table_named(document, "Geheugen toelichtingen");
    EXPECT_TRUE(memory.is_hidden);
    EXPECT_EQ(text_in(row_of(memory, "moment").cells[1]), "M3");
    const auto remembered =
        std::ranges::count_if(memory.rows, [](const Row& row) { return text_in(row.cells[0]) == "toelichting"; });
    EXPECT_EQ(static_cast<std::size_t>(remembered), typed.rows.size());
    EXPECT_FALSE(table_named(document, "Afwijkingen").rows[0].cells.back().formula.empty()) << "toont wat getypt is";
}

TEST(ReportDocument, KeepsWhatIsNoNumberAsThePlanPrintsIt) {
    const Table amounts = table_named(document_of({}), "Begroot en prognose");
    EXPECT_EQ(text_in(row_of(amounts, "1.2").cells[2]), "p.m.");
    EXPECT_EQ(text_in(row_of(amounts, "1.3").cells[2]), "--");
    EXPECT_TRUE(is_empty(row_of(amounts, "2.2").cells[2]));
    EXPECT_TRUE(is_empty(row_of(amounts, "1.2").cells[8])) << "zonder begroting geen verschil met de prognose";
}

TEST(ReportDocument, ShowsTheGapWhereWordsAreMissing) {
    Reported reported;
    reported.rules.threshold = Threshold{Money::from_euros(30), std::nullopt, false};
    const Table deviations = table_named(document_of(reported), "Afwijkingen");
    EXPECT_EQ(text_in(row_of(deviations, "1.2").cells[5]), "TOELICHTING ONTBREEKT");
    const Table remarks = table_named(document_of(reported), "Bevindingen");
    EXPECT_EQ(text_in(remarks.rows.at(0).cells[0]), "fout");
    EXPECT_THAT(text_in(remarks.rows.at(0).cells[1]), HasSubstr("doel 1.2 wijkt € 40 nadelig af"));
}

TEST(ReportDocument, AddsUpInItsFormulas) {
    const Table amounts = table_named(document_of({}), "Begroot en prognose");
    const Row& total = *std::ranges::find(amounts.rows, RowRole::total, &Row::role);
    EXPECT_EQ(std::get<Money>(total.cells[2].value), Money::from_euros(14'000));
    EXPECT_FALSE(total.cells[2].formula.empty());
    EXPECT_FALSE(row_of(amounts, "1.1").cells[7].formula.empty());
}

TEST(ReportDocument, ComputesAnOwnForecastFromNothing) {
    Reported reported;
    reported.rules.forecasts = {{"1.1", "M3", ForecastMethod::own, Money::from_euros(13'000), "duurder", {}}};
    const Document document = document_of(reported);
    const Row& row = row_of(table_named(document, "Begroot en prognose"), "1.1");
    EXPECT_TRUE(row.cells[7].formula.empty());
    EXPECT_EQ(std::get<Money>(row.cells[8].value), Money::from_euros(-1'000));
    EXPECT_EQ(text_in(row.cells[9]), "nadelig");
    EXPECT_EQ(text_in(row_of(table_named(document, "Prognoses"), "1.1").cells[4]), "duurder");
}

TEST(ReportDocument, NamesTheSourcesWithTheirSha256) {
    const Table origin = table_named(document_of({}), "Herkomst");
    EXPECT_THAT(text_in(row_of(origin, "Bron: model").cells[1]), HasSubstr(std::string(64, 'b')));
}

}  // namespace
}  // namespace begroot::management
