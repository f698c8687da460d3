#include "period/serial_day.hpp"

#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(SerialDay, CountsAsExcelDoes) {
    const std::vector<std::pair<double, Day>> cases{
        {1, {1900, 1, 1}},     {59, {1900, 2, 28}},     {60, {1900, 2, 29}},        {61, {1900, 3, 1}},
        {25569, {1970, 1, 1}}, {46022, {2025, 12, 31}}, {46022.99, {2025, 12, 31}}, {2958465, {9999, 12, 31}}};
    for (const auto& [serial, day] : cases) EXPECT_EQ(day_of_serial(serial), day) << serial;
    for (const double serial : {0.0, 0.5, -1.0, 2958466.0, 1e300}) EXPECT_EQ(day_of_serial(serial), std::nullopt);
}

}  // namespace
}  // namespace begroot
