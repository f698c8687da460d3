#include "office/detail/scratch_folder.hpp"

#include "office/work_folder.hpp"

#include <optional>

namespace begroot::office::detail {
namespace {

using namespace test;

TEST(ScratchFolder, IsForThisUserAloneAndGoesWithAllThatIsInIt) {
    const auto folder = work_folder();
    {
        const auto scratch = ScratchFolder::make(folder);
        ASSERT_TRUE(scratch);
        std::filesystem::create_directories(scratch->path() / "diep" / "er");
        write_file(scratch->path() / "diep" / "bestand", "x");
        EXPECT_EQ(std::filesystem::status(scratch->path()).permissions(), std::filesystem::perms::owner_all);
    }
    EXPECT_TRUE(names_in(folder).empty());
}

TEST(ScratchFolder, SaysThatItCannotBeMade) {
    const auto scratch = ScratchFolder::make(work_folder() / "bestaat" / "niet");
    ASSERT_FALSE(scratch);
    EXPECT_EQ(scratch.error().expected, "een map waarin geschreven mag worden");
}

}  // namespace
}  // namespace begroot::office::detail
