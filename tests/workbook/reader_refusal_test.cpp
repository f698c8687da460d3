// What the reader says about files that are no workbook: what it is, and what to do.

#include "reading.hpp"

#include <fstream>

namespace begroot::workbook::test {
namespace {

/// Gives the message about a file with these bytes, without the name of the file.
std::string message(std::string_view bytes, const std::string& name = "begroting.xlsx") {
    const Result<Workbook> workbook = read_workbook(bytes_of(bytes), name);
    if (workbook) return "gelezen";
    const Error& error = workbook.error();
    EXPECT_EQ(error.place.file, name);
    EXPECT_FALSE(error.action.empty()) << error.found;
    return error.found;
}

/// Makes an OLE container with one directory entry of this name.
std::string ole_with(std::string_view stream, std::string_view contents = "") {
    std::string file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    file.resize(30, '\0');
    put_little(file, 9, 2);  // sectors of 512 bytes
    file.resize(512, '\0');
    for (const char letter : stream) put_little(file, static_cast<unsigned char>(letter), 2);
    file.resize(512 + 64, '\0');
    put_little(file, 2 * (stream.size() + 1), 2);
    file.resize(512 + 116, '\0');
    put_little(file, 1, 4);     // its first sector
    put_little(file, 8192, 8);  // its size
    file.resize(1024, '\0');
    file += contents;
    file.resize(2048, '\0');
    return file;
}

TEST(Refusal, NamesAnOldExcelFile) { EXPECT_EQ(message(ole_with("Workbook")), "dit is een oud Excel-bestand (.xls)"); }

TEST(Refusal, NamesAnOldExcelFileWithAPassword) {
    std::string records;
    put_little(records, 0x0809, 2);  // BOF of 4 bytes, then FILEPASS
    put_little(records, 4, 2);
    put_little(records, 0, 4);
    put_little(records, 0x2F, 2);
    put_little(records, 0, 2);
    EXPECT_EQ(message(ole_with("Workbook", records)),
              "dit is een oud Excel-bestand (.xls) dat met een wachtwoord is beveiligd");
}

TEST(Refusal, NamesAPassword) {
    EXPECT_EQ(message(ole_with("EncryptedPackage")), "deze werkmap is met een wachtwoord beveiligd");
}

TEST(Refusal, NamesOtherOldOfficeFiles) {
    EXPECT_EQ(message(ole_with("WordDocument")), "dit is een oud Word-document (.doc)");
    EXPECT_EQ(message(ole_with("Iets")), "dit is een oud Office-bestand zonder werkmap");
}

TEST(Refusal, NamesABareOldExcelFile) {
    EXPECT_EQ(message(std::string_view("\x09\x08\x08\x00\x00\x05\x05\x00", 8)), "dit is een oud Excel-bestand (.xls)");
}

TEST(Refusal, NamesAnEmptyFile) { EXPECT_EQ(message(""), "het bestand is leeg"); }

TEST(Refusal, NamesALockFileByItsShapeAndByItsName) {
    std::string lock("\x07Meijer ", 8);
    lock.resize(55, ' ');
    lock += lock[0];
    lock += '\0';
    lock.resize(165, ' ');
    EXPECT_EQ(message(lock), "dit is het vergrendelbestand van een werkmap die iemand open heeft");
    EXPECT_EQ(message("Meijer", "map/~$begroting.xlsx"),
              "dit is het vergrendelbestand van een werkmap die iemand open heeft");
}

TEST(Refusal, NamesAWebPage) {
    const std::string found = "dit is een webpagina (HTML), geen Excel-werkmap, wat de naam ook zegt";
    EXPECT_EQ(message("<html><table><tr><td>1</td></tr></table></html>"), found);
    EXPECT_EQ(message("\xEF\xBB\xBF \r\n<!DOCTYPE HTML PUBLIC>"), found);
    EXPECT_EQ(message("<?xml version=\"1.0\"?><html xmlns=\"x\">"), found);
}

TEST(Refusal, IsNotForTextWhateverItIsCalled) {
    EXPECT_EQ(outcome(read_workbook(bytes_of("rekening;bedrag\r\n4000;12,50\r\n"), "begroting.xlsx")),
              "A1 tekst rekening\nB1 tekst bedrag\nA2 tekst 4000\nB2 tekst 12,50\n");
    EXPECT_EQ(outcome(read_workbook(bytes_of(std::string_view("a\0\t\0b\0", 6)), "begroting.xls")),
              "A1 tekst a\nB1 tekst b\n");
}

TEST(Refusal, NamesWhatIsNeitherWorkbookNorText) {
    EXPECT_EQ(message("\x01\x02;\x03"), "dit is geen Excel-werkmap en geen tekst");
}

TEST(Refusal, NamesXmlAndPdf) {
    EXPECT_EQ(message("<?xml version=\"1.0\"?><auditfile/>"), "dit is een XML-bestand");
    EXPECT_EQ(message("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
              "dit is een XML-werkblad van Excel 2003");
    EXPECT_EQ(message("%PDF-1.7"), "dit is een PDF");
}

TEST(Refusal, NamesOtherZippedDocuments) {
    EXPECT_EQ(message(zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})),
              "dit is een OpenDocument-rekenblad (.ods)");
    EXPECT_EQ(message(zip({{"xl/workbook.bin", "x"}})), "dit is een binaire Excel-werkmap (.xlsb)");
    EXPECT_EQ(message(zip({{"word/document.xml", "x"}})), "dit is een Word-document");
    EXPECT_EQ(message(zip({{"map/begroting.xlsx", "x"}})), "dit is een zip-bestand met werkmappen erin");
    EXPECT_EQ(message(zip({{"foto.jpg", "x"}})), "dit is een zip-bestand zonder werkmap");
    EXPECT_EQ(message(zip({})), "dit is een leeg zip-bestand");
}

TEST(Refusal, NamesACutOffFile) {
    const std::string whole = zip(workbook_parts({}));
    EXPECT_EQ(message(whole.substr(0, whole.size() / 2)),
              "het bestand is onvolledig of beschadigd: het einde ontbreekt");
}

TEST(Refusal, NamesAMissingFileAMapAndAFileItMayNotRead) {
    const auto found = [](const std::filesystem::path& path) {
        const Result<Workbook> workbook = read_workbook(path, "begroting.xlsx");
        return workbook ? "gelezen" : workbook.error().found;
    };
    EXPECT_EQ(found("/bestaat/niet.xlsx"), "het bestand bestaat niet");
    EXPECT_EQ(found(std::filesystem::temp_directory_path()), "dit is een map");
    EXPECT_EQ(found("/dev/null"), "dit is geen gewoon bestand");
}

TEST(Refusal, NamesTheSheetWhosePartIsMissing) {
    std::vector<ZipPart> parts = workbook_parts({});
    std::erase_if(parts, [](const ZipPart& part) { return part.name == "xl/worksheets/sheet1.xml"; });
    EXPECT_EQ(outcome(read_parts(parts)),
              "begroting.xlsx, blad Blad1: onderdeel xl/worksheets/sheet1.xml ontbreekt |  | open het bestand in Excel "
              "en sla het opnieuw op als .xlsx\n");
}

TEST(Refusal, NamesRowsOutOfOrder) {
    WorkbookParts parts;
    parts.sheet_data = R"(<row r="3"/><row r="2"/>)";
    EXPECT_EQ(outcome(read(parts)),
              "begroting.xlsx, blad Blad1: rij 2 staat niet op volgorde of komt twee keer voor | rijen op volgorde | "
              "open het bestand in Excel en sla het opnieuw op als .xlsx\n");
}

TEST(Refusal, RefusesDoctype) {
    std::vector<ZipPart> parts = workbook_parts({});
    parts[2].data = R"(<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet/>)";
    EXPECT_NE(outcome(read_parts(parts)).find("DOCTYPE wordt niet gelezen"), std::string::npos);
}

}  // namespace
}  // namespace begroot::workbook::test
