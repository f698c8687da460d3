#include "workbook/detail/zip.hpp"

#include "zip_builder.hpp"

#include "workbook/detail/package.hpp"

#include <gtest/gtest.h>

namespace begroot::workbook::test {
namespace {

using detail::ZipArchive;

std::string found(const Result<ZipArchive>& archive) { return archive ? "gelezen" : archive.error().found; }

TEST(Zip, FindsPartsWhateverTheirCaseAndSlashes) {
    const std::string file = zip({{"XL\\Workbook.xml", "abc"}, {"/map/", ""}});
    const Result<ZipArchive> archive = ZipArchive::open(bytes_of(file), {});
    ASSERT_TRUE(archive) << archive.error().found;
    EXPECT_EQ(archive->entries().size(), 1U);
    ASSERT_NE(archive->find("xl/workbook.xml"), nullptr);
    EXPECT_EQ(archive->find("xl/workbook.xml")->stored.size(), 3U);
    EXPECT_EQ(archive->find("xl/styles.xml"), nullptr);
}

TEST(Zip, ReadsOnWhenSomethingStandsBeforeOrAfterIt) {
    const std::string file = "voorloper" + zip({{"a", "abc"}}) + "\r\n";
    const Result<ZipArchive> archive = ZipArchive::open(bytes_of(file), {});
    ASSERT_TRUE(archive) << archive.error().found;
    EXPECT_EQ(archive->find("a")->stored.front(), std::byte{'a'});
}

TEST(Zip, ReadsTheSizesOfZip64) {
    std::string file = zip({{"a", "abc"}});
    const std::size_t directory = file.find("PK\x01\x02");
    std::string extra;
    put_little(extra, 1, 2);  // zip64: both sizes
    put_little(extra, 16, 2);
    put_little(extra, 3, 8);
    put_little(extra, 3, 8);
    std::string entry = file.substr(directory, 47);
    entry.replace(20, 8, 8, '\xFF');
    entry.replace(30, 2, std::string("\x14\0", 2));
    std::string end64;
    put_little(end64, 0x06064b50, 4);
    put_little(end64, 44, 8);
    put_little(end64, 0, 2 + 2 + 4 + 4);
    put_little(end64, 1, 8);
    put_little(end64, 1, 8);
    put_little(end64, entry.size() + extra.size(), 8);
    put_little(end64, directory, 8);
    std::string locator;
    put_little(locator, 0x07064b50, 4);
    put_little(locator, 0, 4);
    put_little(locator, directory + entry.size() + extra.size(), 8);
    put_little(locator, 1, 4);
    std::string end = file.substr(directory + 47);
    end.replace(8, 12, 12, '\xFF');
    file = file.substr(0, directory) + entry + extra + end64 + locator + end;
    const Result<ZipArchive> archive = ZipArchive::open(bytes_of(file), {});
    ASSERT_TRUE(archive) << archive.error().found;
    EXPECT_EQ(archive->find("a")->inflated_bytes, 3U);
    EXPECT_EQ(archive->find("a")->stored.size(), 3U);
}

TEST(Zip, RefusesPartsThatOverlap) {
    std::string file = zip({{"a", "abc"}, {"b", "def"}});
    const std::size_t second = file.find("PK\x01\x02", file.find("PK\x01\x02") + 1);
    file.replace(second + 42, 4, 4, '\0');  // both begin at 0
    EXPECT_EQ(found(ZipArchive::open(bytes_of(file), {})),
              "het bestand is onvolledig of beschadigd: onderdelen overlappen elkaar");
}

TEST(Zip, RefusesTwoPartsOfOneName) {
    EXPECT_EQ(found(ZipArchive::open(bytes_of(zip({{"a.xml", "1"}, {"A.xml", "2"}})), {})),
              "onderdeel A.xml is beschadigd: het komt twee keer voor");
}

TEST(Zip, ResolvesTargetsAgainstTheFolderOfTheirSource) {
    EXPECT_EQ(detail::resolve_target("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(detail::resolve_target("xl/workbook.xml", "/xl/styles.xml"), "xl/styles.xml");
    EXPECT_EQ(detail::resolve_target("xl/workbook.xml", "../a/./b.xml"), "a/b.xml");
    EXPECT_EQ(detail::resolve_target("", "xl\\workbook.xml"), "xl/workbook.xml");
    EXPECT_EQ(detail::resolve_target("", "../../../a.xml"), "a.xml");
}

}  // namespace
}  // namespace begroot::workbook::test
