#include "workbook/detail/sheet_limits.hpp"
#include "workbook/writer_sample.hpp"

#include <csignal>

#include <sys/resource.h>

namespace begroot::workbook {
namespace {

using testing::HasSubstr;

std::string error_of(const Document& document, const std::filesystem::path& path) {
    const auto written = write_workbook(document, path);
    return written ? "written" : to_text(written.error());
}

Document named(const std::string& name) {
    Document document;
    document.tables = {control_table()};
    document.tables[0].rows.clear();
    document.tables[0].name = name;
    return document;
}

TEST(WriterError, NamesTheFolderThatIsNotThere) {
    const auto path = path_for("er is geen map/map.xlsx");
    EXPECT_EQ(error_of(sample_document(), path),
              path.string() +
                  ": het bestand kan niet worden geschreven: de map bestaat niet (verwacht: een map waarin "
                  "geschreven mag worden, met genoeg ruimte). Maak de map of kies een andere.");
}

TEST(WriterError, SaysThatThePathIsAFolder) {
    EXPECT_THAT(error_of(sample_document(), path_for("map.xlsx").parent_path()), HasSubstr("dit is een map"));
}

TEST(WriterError, RefusesNamesThatExcelRefuses) {
    const std::pair<std::string, std::string> cases[] = {
        {"", "de naam is leeg"},
        {"Lasten [2025]", "er staat een verboden teken in"},
        {"'Lasten", "begint of eindigt met een apostrof"},
        {"Een naam van meer dan eenendertig tekens", "de naam is te lang"},
        {"history", "die naam houdt Excel voor zichzelf"},
        {"a\nb", "er staat een stuurteken in"},
    };
    for (const auto& [name, reason] : cases) {
        EXPECT_THAT(error_of(named(name), path_for("map.xlsx")), HasSubstr(reason)) << name;
    }
}

TEST(WriterError, TakesANameOfExactly31Characters) {
    EXPECT_EQ(error_of(named("Baten en lasten per kostenplaat"), path_for("map.xlsx")), "written");
    EXPECT_EQ(error_of(named("Baten en lasten per kostensoört"), path_for("map.xlsx")), "written")
        << "31 characters, 32 bytes";
}

TEST(WriterError, RefusesTwoSheetsOfOneName) {
    Document document = named("Lasten");
    document.tables.push_back(document.tables[0]);
    document.tables[1].name = "LASTEN";
    EXPECT_THAT(error_of(document, path_for("map.xlsx")), HasSubstr("een ander blad heet al zo"));
}

TEST(WriterError, RefusesMoreRowsThanASheetHas) {
    Document document = named("Groot");
    document.tables[0].rows.assign(writing::sheet_rows_max, {RowRole::blank, 0, {}});
    EXPECT_THAT(error_of(document, path_for("map.xlsx")), HasSubstr("de tabel telt 1048576 rijen"));
}

TEST(WriterError, RefusesAFormulaThatExcelCannotRead) {
    Document document = sample_document();
    document.tables[0].rows[1].cells[1].formula = {"3000+" + std::string(9'000, '0')};
    EXPECT_THAT(error_of(document, path_for("map.xlsx")),
                HasSubstr("map.xlsx, blad Lasten 2025, cel B6: de formule telt 9005 tekens"));
}

TEST(WriterError, SaysSoWhenTheDiskIsFull) {
    Document document = sample_document();
    const Row row = document.tables[0].rows[1];
    document.tables[0].rows.insert(document.tables[0].rows.end(), 5'000, row);
    const auto path = path_for("map.xlsx");
    const auto write_on_a_full_disk = [&document, &path] {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        limit.rlim_cur = 64 * 1024;
        limit.rlim_max = RLIM_INFINITY;
        setrlimit(RLIMIT_FSIZE, &limit);  // every write beyond 64 KiB fails, as on a full disk
        const std::string said = error_of(document, path);
        std::fputs(said.c_str(), stderr);
        std::exit(said == "written" ? 1 : 0);
    };
    EXPECT_EXIT(write_on_a_full_disk(), testing::ExitedWithCode(0),
                "het schrijven brak af, waarschijnlijk omdat een schijf vol is");
}

}  // namespace
}  // namespace begroot::workbook
