#include "store/atomic_file.hpp"

#include "store/scratch_folder.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace begroot::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class AtomicFile : public test::ScratchFolder {};

Result<void> broken(const std::filesystem::path& temporary) {
    std::ofstream(temporary) << "half";
    return failure({ErrorKind::input, {temporary.string(), "", "", 0, 0}, "de schijf is vol", "", ""});
}

TEST_F(AtomicFile, HoldsTheBytesAndNothingElseIsLeft) {
    const std::string bytes = std::string("a\0b", 3) + "€";
    ASSERT_TRUE(write_atomically(path("uit.txt"), bytes));
    EXPECT_EQ(read("uit.txt"), bytes);
    EXPECT_THAT(names(), ElementsAre("uit.txt"));
}

TEST_F(AtomicFile, ReplacesWhatStoodThere) {
    write("uit.txt", "een heel lange oude tekst");
    ASSERT_TRUE(write_atomically(path("uit.txt"), "nieuw"));
    EXPECT_EQ(read("uit.txt"), "nieuw");
}

TEST_F(AtomicFile, MakesTheFoldersItNeeds) {
    ASSERT_TRUE(write_atomically(path("a/b/uit.txt"), ""));
    EXPECT_TRUE(std::filesystem::exists(path("a/b/uit.txt")));
    EXPECT_EQ(read("a/b/uit.txt"), "");
}

TEST_F(AtomicFile, KeepsTheOldTextWhenWritingFailsHalfway) {
    write("uit.txt", "oud");
    const auto written = write_atomically(path("uit.txt"), broken);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().found, "de schijf is vol");
    EXPECT_EQ(written.error().place.file, path("uit.txt").string()) << "de naam die de gebruiker gaf";
    EXPECT_EQ(read("uit.txt"), "oud");
    EXPECT_THAT(names(), ElementsAre("uit.txt"));
}

TEST_F(AtomicFile, IsNotThereAtAllWhenTheFirstWriteFails) {
    ASSERT_FALSE(write_atomically(path("uit.txt"), broken));
    EXPECT_THAT(names(), IsEmpty());
}

TEST_F(AtomicFile, IsNotThereBeforeTheLastByteIs) {
    const auto written =
        write_atomically(path("uit.txt"), [this](const std::filesystem::path& temporary) -> Result<void> {
            std::ofstream(temporary) << "heel";
            EXPECT_FALSE(std::filesystem::exists(path("uit.txt")));
            EXPECT_EQ(temporary.parent_path(), path("uit.txt").parent_path())
                << "dezelfde map, dus een hernoeming volstaat";
            return {};
        });
    ASSERT_TRUE(written);
    EXPECT_EQ(read("uit.txt"), "heel");
}

TEST_F(AtomicFile, FailsWhenTheWriterWroteNothing) {
    EXPECT_FALSE(write_atomically(path("uit.txt"), [](const std::filesystem::path&) -> Result<void> { return {}; }));
    EXPECT_THAT(names(), IsEmpty());
}

TEST_F(AtomicFile, DoesNotReplaceAFolder) {
    std::filesystem::create_directories(path("map"));
    const auto written = write_atomically(path("map"), "tekst");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().found, testing::HasSubstr("dit is een map"));
    EXPECT_TRUE(std::filesystem::is_directory(path("map")));
    EXPECT_THAT(names(), ElementsAre("map"));
}

TEST_F(AtomicFile, SaysWhyAFileCannotBeAFolder) {
    write("bestand", "oud");
    const auto written = write_atomically(path("bestand/uit.txt"), "tekst");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::input);
    EXPECT_EQ(read("bestand"), "oud");
}

TEST_F(AtomicFile, WritesThroughADeviceAndLeavesItOne) {
    ASSERT_EQ(::mkfifo(path("buis").c_str(), 0600), 0);
    const int reader = ::open(path("buis").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(reader, 0);
    EXPECT_TRUE(write_atomically(path("buis"), "tekst"));
    std::string got(5, ' ');
    EXPECT_EQ(::read(reader, got.data(), got.size()), 5);
    EXPECT_EQ(got, "tekst");
    ::close(reader);
    EXPECT_TRUE(std::filesystem::is_fifo(path("buis")));
    EXPECT_THAT(names(), ElementsAre("buis"));
}

}  // namespace
}  // namespace begroot::store
