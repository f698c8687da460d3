#include "office/office.hpp"
#include "office/work_folder.hpp"

#include <functional>

#include <gmock/gmock.h>

namespace begroot::office {
namespace {

using namespace test;

// What LibreOffice does, as far as this program sees it: the last word is the file, the one before it the folder.
const char* const converting = R"(for word; do before=$last; last=$word; done
folder=$(echo "$@" | sed 's/.*--outdir \(.*\) [^ ]*$/\1/')
printf '%s\n' "$@" > "$HOME/../woorden"
cp "$HOME/profiel/user/registrymodifications.xcu" "$HOME/../instellingen"
(echo omgezet; cat "$last") > "$HOME/uit/werkmap.xlsx"
)";

struct Played {
    std::filesystem::path folder;
    Result<std::filesystem::path> made;

    [[nodiscard]] std::string found() const { return made ? "gelukt" : made.error().found; }
};

using Action = std::function<Result<std::filesystem::path>(const std::filesystem::path&, const std::string&,
                                                           const std::filesystem::path&, const OfficeSettings&)>;

/// Plays LibreOffice with a script and lets it open `oud bestand.XLS`.
Played play(const std::string& script, OfficeSettings settings = {}, const Action& action = convert_to_xlsx) {
    const auto folder = work_folder();
    std::filesystem::create_directories(folder / "programma's");
    std::filesystem::create_directories(folder / "uit");
    if (!script.empty()) write_script(folder / "programma's" / "soffice", script);
    settings.search_path = {folder / "leeg", folder / "programma's"};
    const auto file = write_file(folder / "oud bestand.XLS", "inhoud");
    return {folder, action(file, "oud bestand.XLS", folder / "uit", settings)};
}

TEST(Office, ConvertsInAFolderThatIsGoneAfterwards) {
    const Played played = play(converting);
    ASSERT_TRUE(played.made) << to_text(played.made.error());
    EXPECT_EQ(*played.made, played.folder / "uit" / "oud bestand.xlsx");
    EXPECT_EQ(contents_of(*played.made), "omgezet\ninhoud");
    EXPECT_EQ(contents_of(played.folder / "oud bestand.XLS"), "inhoud");
    EXPECT_THAT(names_in(played.folder / "uit"), testing::ElementsAre("instellingen", "oud bestand.xlsx", "woorden"));
    const std::string words = contents_of(played.folder / "uit" / "woorden");
    EXPECT_THAT(words, testing::HasSubstr("--headless\n"));
    EXPECT_THAT(words, testing::HasSubstr("/begroot%20office-"));
    EXPECT_THAT(words, testing::EndsWith("/werkmap.xls\n"));
}

TEST(Office, RunsNoMacrosAndComputesOnlyWhenAsked) {
    const auto settings_of = [](const Action& action) {
        return contents_of(play(converting, {}, action).folder / "uit" / "instellingen");
    };
    const std::string converted = settings_of(convert_to_xlsx);
    EXPECT_THAT(converted, testing::HasSubstr("OOXMLRecalcMode\" oor:op=\"fuse\"><value>1<"));
    EXPECT_THAT(converted, testing::HasSubstr("DisableMacrosExecution\" oor:op=\"fuse\"><value>true<"));
    EXPECT_THAT(settings_of(recalculate), testing::HasSubstr("OOXMLRecalcMode\" oor:op=\"fuse\"><value>0<"));
}

TEST(Office, SaysThatItIsNotInstalled) {
    const Played played = play("");
    ASSERT_FALSE(played.made);
    EXPECT_EQ(to_text(played.made.error()),
              "oud bestand.XLS: om dit bestand te openen is LibreOffice nodig, en dat is hier niet geïnstalleerd "
              "(verwacht: LibreOffice Calc). Installeer LibreOffice, of open het bestand in Excel en sla het op als "
              ".xlsx.");
    EXPECT_TRUE(names_in(played.folder / "uit").empty());
}

TEST(Office, IsNotAFileThatMayNotRun) {
    const auto folder = work_folder();
    write_file(folder / "soffice", "tekst");
    EXPECT_EQ(find_office({folder}), std::filesystem::path());
    EXPECT_EQ(find_office({}), std::filesystem::path());
    write_script(folder / "libreoffice", "");
    EXPECT_EQ(find_office({folder}), folder / "libreoffice");
}

TEST(Office, IsStoppedWhenItTakesTooLong) {
    OfficeSettings settings;
    settings.time_max = std::chrono::milliseconds(300);
    const Played played = play("sleep 300\n", settings);
    ASSERT_FALSE(played.made);
    EXPECT_EQ(played.made.error().found, "LibreOffice is er niet op tijd mee klaar");
    EXPECT_EQ(played.made.error().expected, "klaar binnen 1 seconden");
    EXPECT_TRUE(names_in(played.folder / "uit").empty());
}

TEST(Office, SaysThatItCannotOpenAFile) {
    EXPECT_EQ(play("exit 1\n").found(), "LibreOffice kan dit bestand niet openen (afloop 1)");
    EXPECT_EQ(play("exit 0\n").found(), "LibreOffice kan dit bestand niet openen (afloop 0)");
    EXPECT_EQ(play(": > \"$HOME/uit/werkmap.xlsx\"\n").found(), "LibreOffice kan dit bestand niet openen (afloop 0)");
    EXPECT_EQ(play("ln -s /etc/hostname \"$HOME/uit/werkmap.xlsx\"\n").found(),
              "LibreOffice kan dit bestand niet openen (afloop 0)");
}

TEST(Office, RefusesACopyThatIsTooLarge) {
    OfficeSettings settings;
    settings.output_bytes_max = 4;
    const std::string found = play("sleep 0.2; " + std::string(converting), settings).found();
    EXPECT_THAT(found, testing::StartsWith("LibreOffice kan dit bestand niet openen"));
}

TEST(Office, RefusesAFileThatIsTooLargeOrMissing) {
    OfficeSettings settings;
    settings.input_bytes_max = 5;
    EXPECT_EQ(play(converting, settings).found(), "het bestand is 6 bytes groot");
    const auto folder = work_folder();
    write_script(folder / "soffice", converting);
    settings.search_path = {folder};
    const auto made = convert_to_xlsx(folder / "weg.xls", "weg.xls", folder, settings);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().found, "het bestand bestaat niet");
}

TEST(Office, NeverWritesOverAFile) {
    const auto folder = work_folder();
    write_script(folder / "soffice", converting);
    write_file(folder / "werk.xls", "x");
    write_file(folder / "werk.xlsx", "van iemand");
    OfficeSettings settings;
    settings.search_path = {folder};
    const auto made = convert_to_xlsx(folder / "werk.xls", "werk.xls", folder, settings);
    ASSERT_FALSE(made);
    EXPECT_THAT(made.error().found, testing::HasSubstr("bestaat al"));
    EXPECT_EQ(contents_of(folder / "werk.xlsx"), "van iemand");
}

}  // namespace
}  // namespace begroot::office
