#include "exchange/detail/rgs.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

struct RgsCase {
    const char* code;
    std::optional<Side> side;
};

class RgsCode : public testing::TestWithParam<RgsCase> {};

TEST_P(RgsCode, TellsASideOnlyWhereItIsCertain) {
    EXPECT_EQ(side_of_rgs(GetParam().code), GetParam().side) << GetParam().code;
}

constexpr RgsCase rgs_cases[] = {
    {"BLimBan", Side::balance},    {"BEivGok.01", Side::balance}, {"WOmz", Side::income},
    {"WOmzNod", Side::income},     {"WOvbOvs", Side::income},     {"WFbeRlm", Side::income},
    {"WPerLesSld", Side::expense}, {"WBedHui", Side::expense},    {"WAfsAmv", Side::expense},
    {"WKprInh", Side::expense},    {"WFbeRls", Side::expense},    {"WOmzKeb", std::nullopt},
    {"WAfsRvm", std::nullopt},     {"WBedBno", std::nullopt},     {"WFbe", std::nullopt},
    {"WNer", std::nullopt},        {"W", std::nullopt},           {"B", Side::balance},
    {"RGS-1", std::nullopt},       {"0000", std::nullopt},        {"", std::nullopt},
    {"nvt", std::nullopt},         {"Bank", std::nullopt},        {"WPerLe", std::nullopt},
};

INSTANTIATE_TEST_SUITE_P(All, RgsCode, testing::ValuesIn(rgs_cases));

}  // namespace
}  // namespace begroot::exchange::detail
