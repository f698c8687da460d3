#include "store/dossier.hpp"

#include "store/model_text.hpp"
#include "store/scratch_folder.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string model_path(const std::string& name) { return std::string(BEGROOT_SOURCE_DIR) + "/models/" + name; }

TEST(Dossier, HoldsPlanBudgetAndLedgerOf2025Joined) {
    const auto dossier = open_dossier(model_path("plein013-2025.toml"));
    ASSERT_TRUE(dossier.has_value()) << to_text(dossier.error().front());
    ASSERT_TRUE(dossier->budget);
    ASSERT_TRUE(dossier->ledger);
    EXPECT_THAT(dossier->sources, SizeIs(2));
    for (const ReadSource& source : dossier->sources) EXPECT_EQ(source.sha256.size(), 64U) << source.file;
    EXPECT_EQ(dossier->model.sha256.size(), 64U);
    Money parts;
    for (const PostingPart& part : dossier->posting_parts) parts += part.amount;
    Money postings;
    for (const Posting& posting : dossier->ledger->postings) {
        if (posting.coding->side != Side::balance) postings += posting.amount;
    }
    EXPECT_EQ(parts, postings);
    EXPECT_FALSE(has_error(dossier->findings));
    EXPECT_EQ(std::ranges::count(dossier->findings, std::string("koppelregel_past_nergens"), &Finding::kind), 0);
    EXPECT_EQ(std::ranges::count(dossier->findings, std::string("koppelregel_nooit_aan_de_beurt"), &Finding::kind), 0);
}

TEST(Dossier, WithoutWorkbooksHasNoFiguresAndIsComplete) {
    const auto dossier = open_dossier(model_path("plein013-2023.toml"));
    ASSERT_TRUE(dossier.has_value()) << to_text(dossier.error().front());
    EXPECT_FALSE(dossier->budget);
    EXPECT_FALSE(dossier->ledger);
    EXPECT_THAT(dossier->posting_parts, IsEmpty());
    EXPECT_FALSE(has_error(dossier->findings));
}

TEST(Dossier, JoinsAgainUnderOtherRules) {
    auto dossier = open_dossier(model_path("plein013-2025.toml"));
    ASSERT_TRUE(dossier.has_value());
    const auto unassigned = [&] {
        return std::ranges::count_if(dossier->posting_parts, [](const PostingPart& part) { return !part.rule; });
    };
    const auto before = unassigned();
    dossier->model.rules.pop_back();
    join(*dossier);
    EXPECT_GT(unassigned(), before) << "zonder de laatste koppelregel vindt de reguliere uitvoering niets meer";
}

class DossierFiles : public test::ScratchFolder {};

TEST_F(DossierFiles, RefusesAModelWhoseWorkbookIsMissing) {
    write("model.toml",
          test::plus(
              "\n[[bron]]\nsoort = \"mutaties\"\nbestand = \"weg.xlsx\"\nprofiel = \"afas_financiele_mutaties\"\n"));
    const auto dossier = open_dossier(path("model.toml"));
    ASSERT_FALSE(dossier.has_value());
    ASSERT_THAT(dossier.error(), SizeIs(1));
    EXPECT_EQ(dossier.error()[0].kind, ErrorKind::input);
    EXPECT_THAT(to_text(dossier.error()[0]), HasSubstr("weg.xlsx"));
}

TEST_F(DossierFiles, RefusesAWorkbookThatIsNone) {
    write("tekst.xlsx", "dit is geen werkmap");
    write(
        "model.toml",
        test::plus("\n[[bron]]\nsoort = \"begroting\"\nbestand = \"tekst.xlsx\"\nprofiel = \"begroting_per_maand\"\n"));
    const auto dossier = open_dossier(path("model.toml"));
    ASSERT_FALSE(dossier.has_value());
    EXPECT_THAT(dossier.error()[0].place.file, HasSubstr("tekst.xlsx"));
}

TEST_F(DossierFiles, GivesAllErrorsOfTheModelBeforeAnyWorkbookIsRead) {
    write("model.toml", test::plus("\n[[bron]]\nsoort = \"mutatie\"\nbestand = \"weg.xlsx\"\n"));
    const auto dossier = open_dossier(path("model.toml"));
    ASSERT_FALSE(dossier.has_value());
    EXPECT_THAT(dossier.error(), SizeIs(2));
}

}  // namespace
}  // namespace begroot::store
