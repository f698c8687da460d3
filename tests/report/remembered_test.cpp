#include "report/detail/remembered.hpp"

#include <array>

#include <gtest/gtest.h>

namespace begroot::report::detail {
namespace {

TEST(Remembered, FindsEveryObjectOnce) {
    const std::array<int, 3> objects{5, 6, 5};
    Remembered<int, int> doubled;
    int asked = 0;
    const auto of = [&](const int& object) {
        return doubled.of(object, [&] {
            ++asked;
            return object * 2;
        });
    };
    for (int round = 0; round < 3; ++round) {
        EXPECT_EQ(of(objects[0]), 10);
        EXPECT_EQ(of(objects[0]), 10);
        EXPECT_EQ(of(objects[1]), 12);
        EXPECT_EQ(of(objects[2]), 10);
    }
    EXPECT_EQ(asked, 3) << "gelijke waarden op twee plaatsen zijn twee dingen";
}

}  // namespace
}  // namespace begroot::report::detail
