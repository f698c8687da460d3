// The real LibreOffice, which scripts/setup test installs.

#include "office/computed.hpp"
#include "office/office.hpp"
#include "office/work_folder.hpp"
#include "workbook/reader.hpp"
#include "workbook/reading.hpp"

namespace begroot::office {
namespace {

using namespace test;

OfficeSettings real_office() {
    OfficeSettings settings;
    settings.search_path = {"/usr/bin", "/usr/local/bin"};
    return settings;
}

constexpr const char* ods_content =
    R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="Lasten"><table:table-row>
<table:table-cell office:value-type="string"><text:p>Huur</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="1250.5"><text:p>1250.5</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>)";

constexpr const char* ods_manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>)";

/// Makes a workbook of one row that LibreOffice accepts too: it insists on what our own reader does not need.
std::string strict_workbook(const std::string& cells) {
    workbook::test::WorkbookParts parts;
    parts.sheet_data = "<row r=\"1\">" + cells + "</row>";
    std::vector<workbook::test::ZipPart> zip_parts = workbook::test::workbook_parts(parts);
    zip_parts[0].data =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1")"
        R"( Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument")"
        R"( Target="xl/workbook.xml"/></Relationships>)";
    const std::string type = R"(ContentType="application/vnd.openxmlformats-)";
    zip_parts.insert(
        zip_parts.begin(),
        {"[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
                                R"(<Default Extension="rels" )" +
                                    type + R"(package.relationships+xml"/><Override PartName="/xl/workbook.xml" )" +
                                    type + R"(officedocument.spreadsheetml.sheet.main+xml"/>)" +
                                    R"(<Override PartName="/xl/worksheets/sheet1.xml" )" + type +
                                    R"(officedocument.spreadsheetml.worksheet+xml"/></Types>)"});
    return workbook::test::zip(zip_parts);
}

TEST(OfficeOracle, ConvertsAnOpenDocumentSheet) {
    const auto settings = real_office();
    ASSERT_NE(find_office(settings.search_path), "") << "LibreOffice ontbreekt; scripts/setup test installeert het";
    const auto folder = work_folder();
    const auto file = write_file(folder / "begroting.ods",
                                 workbook::test::zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                                      {"content.xml", ods_content},
                                                      {"META-INF/manifest.xml", ods_manifest}}));
    const auto made = convert_to_xlsx(file, "begroting.ods", folder, settings);
    ASSERT_TRUE(made) << to_text(made.error());
    const auto book = workbook::read_workbook(*made, "begroting.ods");
    ASSERT_TRUE(book) << to_text(book.error());
    EXPECT_EQ(book->sheets.front().source->sheet, "Lasten");
    EXPECT_EQ(book->sheets.front().cells.find(0, 0)->text(), "Huur");
    EXPECT_EQ(book->sheets.front().cells.find(0, 1)->number(), 1250.5);
    EXPECT_EQ(names_in(folder), (std::vector<std::string>{"begroting.ods", "begroting.xlsx"}));
}

TEST(OfficeOracle, ComputesFormulasThatHaveNoValue) {
    const auto settings = real_office();
    ASSERT_NE(find_office(settings.search_path), "") << "LibreOffice ontbreekt; scripts/setup test installeert het";
    const auto folder = work_folder();
    const auto file = write_file(
        folder / "kaal.xlsx",
        strict_workbook(R"(<c r="A1"><v>2.5</v></c><c r="B1"><f>A1*3</f></c><c r="C1"><f>A1+1</f><v>3.5</v></c>)"
                        R"(<c r="D1"><f>ONBEKEND(A1)</f></c>)"));
    std::filesystem::create_directories(folder / "kopie");
    const auto made = recalculate(file, "kaal.xlsx", folder / "kopie", settings);
    ASSERT_TRUE(made) << to_text(made.error());
    const auto original = workbook::read_workbook(file, "kaal.xlsx");
    const auto copy = workbook::read_workbook(*made, "kaal.xlsx");
    ASSERT_TRUE(original && copy);
    const ComputedWorkbook computed = take_computed(*original, *copy);
    const workbook::Sheet& sheet = computed.workbook.sheets.front();
    EXPECT_EQ(sheet.cells.find(0, 1)->number(), 7.5);
    EXPECT_EQ(sheet.cells.find(0, 2)->number(), 3.5);
    EXPECT_EQ(sheet.cells.find(0, 3)->kind(), workbook::CellKind::not_computed);
    EXPECT_EQ(sheet.source->computed, (std::vector<CellPlace>{{0, 1}}));
    EXPECT_EQ(computed.left, 1U);
}

TEST(OfficeOracle, LeavesNothingRunningWhenItIsStopped) {
    auto settings = real_office();
    ASSERT_NE(find_office(settings.search_path), "") << "LibreOffice ontbreekt; scripts/setup test installeert het";
    settings.time_max = std::chrono::milliseconds(700);
    const auto folder = work_folder();
    const auto file = write_file(folder / "kaal.xlsx", strict_workbook(""));
    std::filesystem::create_directories(folder / "kopie");
    static_cast<void>(recalculate(file, "kaal.xlsx", folder / "kopie", settings));
    ::usleep(200'000);
    std::size_t running = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string words = contents_of(entry.path() / "cmdline");
        if (words.find(folder.filename().string()) != std::string::npos) ++running;
    }
    EXPECT_EQ(running, 0U);
}

}  // namespace
}  // namespace begroot::office
