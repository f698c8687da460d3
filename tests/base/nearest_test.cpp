#include "base/nearest.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace begroot {
namespace {

const std::vector<std::string> words{"speerpunt", "doel", "rekening", "1", "M4", "M8"};

TEST(Nearest, GivesTheWordThatASlipMeant) {
    EXPECT_EQ(nearest("dol", words), "doel");
    EXPECT_EQ(nearest("speerput", words), "speerpunt");
    EXPECT_EQ(nearest("REKENING", words), "rekening");
}

TEST(Nearest, GivesNothingWhenNoWordIsNearEnough) {
    EXPECT_EQ(nearest("kwartaal", words), std::nullopt);
    EXPECT_EQ(nearest("doel", {}), std::nullopt);
}

TEST(Nearest, GivesNothingForNoWordAtAll) { EXPECT_EQ(nearest("", words), std::nullopt); }

TEST(Nearest, GivesTheEarlierOfTwoWordsThatAreAsNear) { EXPECT_EQ(nearest("M9", words), "M4"); }

TEST(Nearest, GivesNothingForAWordTooLongToBeASlip) { EXPECT_EQ(nearest(std::string(101, 'a'), words), std::nullopt); }

}  // namespace
}  // namespace begroot
