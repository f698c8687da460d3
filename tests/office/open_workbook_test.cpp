#include "office/open_workbook.hpp"

#include "office/work_folder.hpp"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::office {
namespace {

using testing::HasSubstr;

workbook::SourceFile write_and_read(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    return workbook::SourceFile::read(path, path.string(), 1U << 20).value();
}

TEST(OpenWorkbook, StartsNothingUnlessItMay) {
    const auto path = std::filesystem::path(testing::TempDir()) / "oud.xls";
    const auto file = write_and_read(path, std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(600, '\0'));
    const auto opened = open_workbook(path, file, "oud.xls", {}, {});
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().found, testing::Not(HasSubstr("LibreOffice")));
}

TEST(OpenWorkbook, SaysThatLibreOfficeIsMissing) {
    const auto path = std::filesystem::path(testing::TempDir()) / "oud.xls";
    const auto file = write_and_read(path, std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(600, '\0'));
    OfficeHelp help;
    help.convert = true;
    const auto opened = open_workbook(path, file, "oud.xls", {}, help);
    ASSERT_FALSE(opened);
    EXPECT_THAT(to_text(opened.error()), HasSubstr("LibreOffice"));
}

TEST(OpenWorkbook, ReadsTextWithoutHelp) {
    const auto path = std::filesystem::path(testing::TempDir()) / "mutaties.csv";
    const auto file = write_and_read(path, "Rekening;Bedrag\n4010;1,00\n");
    OfficeHelp help;
    help.convert = true;
    help.compute = true;
    const auto opened = open_workbook(path, file, "mutaties.csv", {}, help);
    ASSERT_TRUE(opened) << to_text(opened.error());
    EXPECT_FALSE(opened->converted);
    EXPECT_EQ(opened->computed, 0U);
}

}  // namespace
}  // namespace begroot::office
