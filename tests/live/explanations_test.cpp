#include "live/explanations.hpp"

#include "reporting/explanation_sheet.hpp"
#include "workbook/reader.hpp"
#include "workbook/writer.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::live {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Texts = std::map<std::string, std::string>;

::begroot::Cell text_of(const std::string& text) {
    ::begroot::Cell cell;
    if (!text.empty()) cell.value = text;
    return cell;
}

/// Makes the workbook of a report: what was written, and what somebody made of it.
workbook::Workbook report_with(const Texts& written, const Texts& typed) {
    Document document;
    Table sheet;
    sheet.name = explanation_sheet::name;
    sheet.title = "Toelichtingen bij M8";
    sheet.columns = {{"code", std::string(explanation_sheet::code_head)},
                     {"eigen", "Van het kantoor"},
                     {"toelichting", std::string(explanation_sheet::text_head), ColumnKind::text, 0, 90, true}};
    for (const auto& [code, text] : typed)
        sheet.rows.push_back({RowRole::body, 0, {text_of(code), text_of("eigen woorden"), text_of(text)}});
    Table memory;
    memory.name = explanation_sheet::memory_name;
    memory.is_hidden = true;
    memory.columns = {{"soort", "Soort"}, {"sleutel", "Sleutel"}, {"tekst", "Tekst"}};
    memory.rows.push_back({RowRole::body, 0, {text_of("moment"), text_of("M8"), {}}});
    for (const auto& [code, text] : written)
        memory.rows.push_back({RowRole::body, 0, {text_of("toelichting"), text_of(code), text_of(text)}});
    document.tables = {sheet, memory};
    const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string("explanations_") + test->test_suite_name() + test->name() + ".xlsx";
    std::ranges::replace(name, '/', '_');
    const auto path = std::filesystem::path(testing::TempDir()) / name;
    EXPECT_TRUE(workbook::write_workbook(document, path).has_value());
    auto read = workbook::read_workbook(path, "M8.xlsx");
    std::filesystem::remove(path);
    return std::move(*read);
}

Explanations file_with(const Texts& texts) {
    Explanations file;
    file.file = "toelichtingen.md";
    for (const auto& [code, text] : texts) {
        if (!text.empty()) file.list.push_back({code, "M8", paragraphs_of(text), {}});
    }
    return file;
}

std::vector<std::string> kinds_in(const Findings& findings) {
    std::vector<std::string> kinds;
    for (const Finding& one : findings) kinds.push_back(one.kind);
    return kinds;
}

const Texts written{{"1.1", "Begon later."}, {"1.2", ""}, {"2.1", "Duurder."}};

TEST(ExplanationsBack, AnUntouchedReportSaysNothing) {
    const auto read = read_explanations(report_with(written, written), file_with(written));
    ASSERT_TRUE(read) << to_text(read.error());
    EXPECT_EQ(read->moment, "M8");
    EXPECT_THAT(read->typed, IsEmpty());
    EXPECT_THAT(read->findings, IsEmpty());
}

TEST(ExplanationsBack, TakesWhatWasTypedInParagraphs) {
    Texts typed = written;
    typed["1.2"] = "Een zin.\n\nEn nog een.";
    const auto read = read_explanations(report_with(written, typed), file_with(written));
    ASSERT_TRUE(read) << to_text(read.error());
    ASSERT_EQ(read->taken.size(), 1U);
    EXPECT_EQ(read->taken[0].code, "1.2");
    EXPECT_EQ(read->taken[0].moment, "M8");
    EXPECT_THAT(read->taken[0].paragraphs, ElementsAre("Een zin.", "En nog een."));
}

TEST(ExplanationsBack, NeverMergesWhatBothChanged) {
    Texts typed = written;
    typed["2.1"] = "Veel duurder.";
    Texts file = written;
    file["2.1"] = "Iets duurder.";
    const auto read = read_explanations(report_with(written, typed), file_with(file));
    EXPECT_THAT(read->taken, IsEmpty());
    EXPECT_THAT(kinds_in(read->findings), ElementsAre("terug_toelichting_conflict"));
    EXPECT_THAT(read->findings[0].found, HasSubstr("toelichtingen.md"));
}

TEST(ExplanationsBack, OfARowThatIsGoneNothingIsTaken) {
    Texts typed = written;
    typed.erase("2.1");
    const auto read = read_explanations(report_with(written, typed), file_with(written));
    EXPECT_THAT(read->taken, IsEmpty());
    EXPECT_THAT(kinds_in(read->findings), ElementsAre("terug_toelichting_rij_weg"));
}

TEST(ExplanationsBack, RefusesAWorkbookOfSomethingElse) {
    workbook::Workbook book = report_with(written, written);
    EXPECT_TRUE(has_explanations(book));
    book.sheets.pop_back();
    EXPECT_FALSE(has_explanations(book));
    EXPECT_FALSE(read_explanations(book, {}));
}

class ExplanationsBackLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(ExplanationsBackLaws, EveryTextIsTakenKeptOrNamed) {
    std::mt19937 random(GetParam());
    const std::vector<std::string> texts{"", "Een.", "Twee.", "Drie.\nVier."};
    const auto any = [&] { return texts[random() % texts.size()]; };
    Texts was;
    Texts typed;
    Texts file;
    for (const char* code : {"plan", "1", "1.1", "1.2", "2", "2.1", "buiten_jaarplan"}) {
        was[code] = any();
        typed[code] = random() % 2 == 0 ? was[code] : any();
        file[code] = random() % 2 == 0 ? was[code] : any();
    }
    const auto read = read_explanations(report_with(was, typed), file_with(file));
    ASSERT_TRUE(read) << to_text(read.error());
    std::map<std::string, ExplanationFate> fates;
    for (const TypedExplanation& one : read->typed) fates[one.now.code] = one.fate;
    for (const auto& [code, text] : was) {
        const bool changed = typed[code] != text;
        const bool changed_in_file = file[code] != text;
        ASSERT_EQ(fates.contains(code), changed) << code;
        if (!changed) continue;
        const ExplanationFate expected = typed[code] == file[code] ? ExplanationFate::in_model
                                         : changed_in_file         ? ExplanationFate::conflict
                                         : typed[code].empty()     ? ExplanationFate::emptied
                                                                   : ExplanationFate::taken;
        EXPECT_EQ(fates[code], expected) << code;
    }
    for (const Explanation& one : read->taken) EXPECT_EQ(one.paragraphs, paragraphs_of(typed[one.code]));
}

INSTANTIATE_TEST_SUITE_P(Seeds, ExplanationsBackLaws, testing::Range(1U, 31U),
                         [](const auto& tested) { return "seed" + std::to_string(tested.param); });

}  // namespace
}  // namespace begroot::live
