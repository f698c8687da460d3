#include "exchange/detail/label.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

TEST(Label, KeepsLettersAndDigitsOnly) {
    EXPECT_EQ(normalise("  Rekening-\nnummer "), "rekeningnummer");
    EXPECT_EQ(normalise("Totaal\xC2\xA0"
                        "2025"),
              "totaal2025");
    EXPECT_EQ(normalise("Financiële mutaties"), "financielemutaties");
}

TEST(Label, TrimsNoBreakAndThinSpaces) { EXPECT_EQ(trim("\xC2\xA0 \xE2\x80\x89tekst\xE2\x80\xAF\n"), "tekst"); }

TEST(Label, TellsRubricFromAccount) {
    for (const char* rubric : {"3.1", "4.1.2", "4.10", "1.2.3.4"}) EXPECT_TRUE(is_rubric(rubric)) << rubric;
    for (const char* other : {"4110", "3", "3.", "3..1", "400100.1", "10.5", "3.a", "3.123", "-3.1"})
        EXPECT_FALSE(is_rubric(other)) << other;
}

TEST(Label, RecognisesWhatARowWithoutAccountIs) {
    const std::vector<std::pair<const char*, LabelKind>> cases{{"BATEN", LabelKind::income},
                                                               {"Lasten 2025", LabelKind::expense},
                                                               {"Opbrengsten:", LabelKind::income},
                                                               {"4.1 Personeelslasten", LabelKind::rubric},
                                                               {"Subtotaal 4.1 Personeelslasten", LabelKind::subtotal},
                                                               {"Sub-totaal", LabelKind::subtotal},
                                                               {"Totaal personeelslasten", LabelKind::subtotal},
                                                               {"Totaal 4.1", LabelKind::subtotal},
                                                               {"Totaal", LabelKind::total},
                                                               {"TOTAAL 2025", LabelKind::total},
                                                               {"Totaal baten", LabelKind::total_income},
                                                               {"Totale lasten", LabelKind::total_expense},
                                                               {"Eindtotaal", LabelKind::grand_total},
                                                               {"Totaal generaal", LabelKind::grand_total},
                                                               {"Resultaat", LabelKind::result},
                                                               {"Exploitatieresultaat", LabelKind::result},
                                                               {"Saldo", LabelKind::result},
                                                               {"Opgesteld door: administratie", LabelKind::none},
                                                               {"Saldering", LabelKind::none},
                                                               {"Totaalplan inrichting", LabelKind::none},
                                                               {"", LabelKind::none}};
    for (const auto& [text, kind] : cases) EXPECT_EQ(read_label(text).kind, kind) << text;
}

TEST(Label, TellsWhatMayBeATotalInARowWithAnAccount) {
    const std::vector<std::pair<const char*, TotalText>> cases{{"Totaal", TotalText::certain},
                                                               {"TOTAL", TotalText::certain},
                                                               {"Totaal 4010", TotalText::certain},
                                                               {"Sub-totaal", TotalText::certain},
                                                               {"Subtotaal salaris", TotalText::certain},
                                                               {"Salaris totaal", TotalText::possible},
                                                               {"Totale personeelslasten", TotalText::possible},
                                                               {"Pakket Totaal BV", TotalText::none},
                                                               {"Totaalpakket", TotalText::none},
                                                               {"Resultaat deelneming", TotalText::none},
                                                               {"Salaris", TotalText::none},
                                                               {"", TotalText::none}};
    for (const auto& [text, total] : cases) EXPECT_EQ(read_total_text(text), total) << text;
}

TEST(Label, KeepsRubricAndName) {
    const Label label = read_label("4.1 - Personeelslasten");
    EXPECT_EQ(label.rubric, "4.1");
    EXPECT_EQ(label.rest, "Personeelslasten");
}

TEST(Label, KeepsNoRubricWhenThereAreTwo) { EXPECT_EQ(read_label("Subtotaal 4.1 t/m 4.4").rubric, ""); }

TEST(Label, NamesExcelErrorsInDutch) {
    EXPECT_EQ(dutch_excel_error("#DIV/0!"), "#DEEL/0!");
    EXPECT_EQ(dutch_excel_error("#N/B"), "#N/B");
    EXPECT_EQ(dutch_excel_error("12"), std::nullopt);
}

TEST(Label, PutsRubricThreeOnIncomeAndFourOnExpense) {
    EXPECT_EQ(rubric_side("3.1"), Side::income);
    EXPECT_EQ(rubric_side("4.5"), Side::expense);
    EXPECT_EQ(rubric_side("5.1"), std::nullopt);
}

}  // namespace
}  // namespace begroot::exchange::detail
