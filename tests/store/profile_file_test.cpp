#include "store/profile_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store {
namespace {

using exchange::DecimalMark;
using exchange::SignRule;
using exchange::SourceSettings;
using testing::HasSubstr;

SourceSettings everything() {
    SourceSettings settings;
    settings.profile = "twinfield_grootboektransacties";
    settings.sheet = "Blad \"1\" \\ ë";
    settings.columns = {{"kostenplaats", "Kpl./rel."}, {"rekening", "Grootboek\nrek."}};
    settings.header_row = 4;
    settings.decimal_mark = DecimalMark::point;
    settings.unit = 1000;
    settings.cumulative = true;
    settings.school_years = false;
    settings.sign = SignRule::all_positive;
    settings.period = 8;
    settings.account_kinds = {{Side::income, "8*"}, {Side::expense, "4000-4999"}, {Side::balance, "0*"}};
    return settings;
}

void expect_equal(const SourceSettings& read, const SourceSettings& written) {
    EXPECT_EQ(read.profile, written.profile);
    EXPECT_EQ(read.sheet, written.sheet);
    EXPECT_EQ(read.columns, written.columns);
    EXPECT_EQ(read.header_row, written.header_row);
    EXPECT_EQ(read.decimal_mark, written.decimal_mark);
    EXPECT_EQ(read.unit, written.unit);
    EXPECT_EQ(read.cumulative, written.cumulative);
    EXPECT_EQ(read.school_years, written.school_years);
    EXPECT_EQ(read.sign, written.sign);
    EXPECT_EQ(read.period, written.period);
    ASSERT_EQ(read.account_kinds.size(), written.account_kinds.size());
    for (std::size_t i = 0; i < read.account_kinds.size(); ++i) {
        EXPECT_EQ(read.account_kinds[i].side, written.account_kinds[i].side);
        EXPECT_EQ(read.account_kinds[i].accounts, written.account_kinds[i].accounts);
    }
}

TEST(ProfileFile, ReadsBackWhatItWrote) {
    const auto read = parse_profile(profile_text(everything(), {"Gemaakt voor een test"}), "kantoor.toml");
    ASSERT_TRUE(read) << to_text(read.error().front());
    expect_equal(*read, everything());
}

TEST(ProfileFile, ReadsBackALeanProfile) {
    SourceSettings settings;
    settings.profile = "begroting_per_maand";
    EXPECT_EQ(profile_text(settings, {}), "[profiel]\nbasis = \"begroting_per_maand\"\n");
    const auto read = parse_profile(profile_text(settings, {}), "kantoor.toml");
    ASSERT_TRUE(read) << to_text(read.error().front());
    expect_equal(*read, settings);
}

TEST(ProfileFile, IsCompletedByTheBron) {
    SourceSettings bron;
    bron.profile = "kantoor.toml";
    bron.sheet = "September";
    bron.columns = {{"kostenplaats", "Afdeling"}};
    const SourceSettings both = with_profile(bron, everything());
    EXPECT_EQ(both.profile, "twinfield_grootboektransacties");
    EXPECT_EQ(both.sheet, "September");
    EXPECT_EQ(both.columns.at("kostenplaats"), "Afdeling");
    EXPECT_EQ(both.columns.at("rekening"), "Grootboek\nrek.");
    EXPECT_EQ(both.unit, 1000);
}

TEST(ProfileFile, RefusesAnUnknownBasisAndAnUnknownKey) {
    const auto basis = parse_profile("[profiel]\nbasis = \"exact\"\n", "kantoor.toml");
    ASSERT_FALSE(basis);
    EXPECT_THAT(to_text(basis.error().front()), HasSubstr("kantoor.toml, regel 2, kolom 9: \"exact\" is geen profiel"));
    const auto key = parse_profile("[profiel]\nbasis = \"ctrl_saldi\"\nbladd = \"A\"\n", "kantoor.toml");
    ASSERT_FALSE(key);
    EXPECT_THAT(to_text(key.error().front()), HasSubstr("onbekende sleutel \"bladd\""));
    const auto word = parse_profile("[profiel]\nbasis = \"ctrl_saldi\"\nteken = \"plus\"\n", "kantoor.toml");
    ASSERT_FALSE(word);
    EXPECT_THAT(to_text(word.error().front()), HasSubstr("debet_positief of credit_positief of alles_positief"));
}

TEST(ProfileFile, SaysHowToMakeOneWhenItHoldsNone) {
    const auto read = parse_profile("", "kantoor.toml");
    ASSERT_FALSE(read);
    EXPECT_THAT(to_text(read.error().front()), HasSubstr("begroot kijk BESTAND --schrijf-profiel"));
}

TEST(ProfileFile, IsKnownByItsEnding) {
    EXPECT_TRUE(names_profile_file("profielen/kantoor.toml"));
    EXPECT_FALSE(names_profile_file("afas_financiele_mutaties"));
}

TEST(SourceText, IsASectionToPaste) {
    SourceSettings settings;
    settings.profile = "saldibalans";
    settings.period = 8;
    EXPECT_EQ(source_text(settings, "mutaties", "saldi.csv"),
              "[[bron]]\nsoort = \"mutaties\"\nbestand = \"saldi.csv\"\nprofiel = \"saldibalans\"\nperiode = 8\n");
}

}  // namespace
}  // namespace begroot::store
