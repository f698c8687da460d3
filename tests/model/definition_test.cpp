#include "model/definition.hpp"

#include <set>

#include <gtest/gtest.h>

namespace begroot::model {

namespace {

TEST(Definition, EveryModelHasItsTotals) {
    const std::set<std::string> names(built_in_names().begin(), built_in_names().end());
    EXPECT_EQ(names.size(), built_in_names().size());
    EXPECT_TRUE(names.contains("resultaat"));
    EXPECT_TRUE(names.contains("kasstroom"));
}

}  // namespace

}  // namespace begroot::model
