#include "workbook/source_file.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <span>

#include <gtest/gtest.h>
#include <unistd.h>

namespace begroot::workbook::test {
namespace {

/// Writes a file in a folder of this process and gives its path.
std::filesystem::path write_file(const std::string& name, const std::string& contents) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("begroot-source-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << contents;
    return folder / name;
}

TEST(SourceFile, HasTheSha256OfTheStandardsExample) {
    const Result<SourceFile> file = SourceFile::read(write_file("abc.txt", "abc"), "abc.txt", 100);
    ASSERT_TRUE(file) << file.error().found;
    EXPECT_EQ(file->bytes().size(), 3U);
    EXPECT_EQ(file->sha256(),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-2, appendix B.1
}

TEST(SourceFile, ReadsAnEmptyFile) {
    const Result<SourceFile> file = SourceFile::read(write_file("leeg.txt", ""), "leeg.txt", 100);
    ASSERT_TRUE(file) << file.error().found;
    EXPECT_TRUE(file->bytes().empty());
}

TEST(SourceFile, RefusesAFileOverTheLimitAndNamesIt) {
    const Result<SourceFile> file = SourceFile::read(write_file("groot.csv", "12345"), "groot.csv", 4);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().place.file, "groot.csv");
    EXPECT_EQ(file.error().found, "het bestand is 5 bytes groot");
    EXPECT_EQ(file.error().expected, "hoogstens 4 bytes");
}

TEST(SourceFile, SaysThatItMayNotBeRead) {
    const std::filesystem::path path = write_file("geheim.csv", "1");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    const ::uid_t user = ::geteuid();
    constexpr ::uid_t nobody = 65534;  // root may read everything, so it reads as somebody else
    if (user == 0) {
        ASSERT_EQ(::seteuid(nobody), 0);
    }
    const Result<SourceFile> file = SourceFile::read(path, "geheim.csv", 100);
    if (user == 0) {
        ASSERT_EQ(::seteuid(0), 0);
    }
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().found, "het bestand mag niet gelezen worden");
}

TEST(SourceFile, ReadsAnOpenPipeToItsEnd) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const std::string text(50'000, 'x');
    ASSERT_EQ(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(ends[1]);
    const Result<SourceFile> file = SourceFile::read_open(ends[0], "-", 100'000);
    ::close(ends[0]);
    ASSERT_TRUE(file) << file.error().found;
    EXPECT_EQ(file->bytes().size(), text.size());
    EXPECT_EQ(file->sha256(), sha256_of(std::as_bytes(std::span(text))));
}

TEST(SourceFile, StopsReadingAPipeAtTheLimit) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    ASSERT_EQ(::write(ends[1], "12345", 5), 5);
    ::close(ends[1]);
    const Result<SourceFile> file = SourceFile::read_open(ends[0], "-", 4);
    ::close(ends[0]);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().found, "er komen meer dan 4 bytes");
}

}  // namespace
}  // namespace begroot::workbook::test
