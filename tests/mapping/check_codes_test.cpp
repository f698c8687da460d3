#include "mapping/check_codes.hpp"

#include "mapping/mapping_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(CheckCodes, WarnsWhereBudgetAndLedgerDifferInLeadingZeros) {
    const Ledger ledger = test::ledger({{.account = "410"}, {.account = "4425"}});
    const Budget budget = test::budget({{.account = "0410"}, {.account = "4425"}});
    const Findings findings = check_codes(&ledger, &budget);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, "voorloopnullen");
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_THAT(findings[0].found, HasSubstr("0410 (begroting.xlsx, blad Blad1, cel "));
    EXPECT_THAT(findings[0].found, HasSubstr("en 410 (mutaties.xlsx, blad Blad1, cel "));
}

TEST(CheckCodes, LooksAtCostCentresAndCostUnitsToo) {
    const Ledger ledger = test::ledger({{.cost_centre = "1", .cost_unit = "20"}});
    const Budget budget = test::budget({{.cost_centre = "001", .cost_unit = "020"}});
    const Findings findings = check_codes(&ledger, &budget);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_THAT(findings[0].found, HasSubstr("kostenplaatsen"));
    EXPECT_THAT(findings[1].found, HasSubstr("kostendragers"));
}

TEST(CheckCodes, IsSilentWhereASheetTellsTheCodesApart) {
    const Ledger ledger = test::ledger({{.account = "410"}, {.account = "0410"}});
    const Budget budget = test::budget({{.account = "0410"}});
    EXPECT_THAT(check_codes(&ledger, nullptr), IsEmpty());
    EXPECT_THAT(check_codes(nullptr, &budget), IsEmpty());
    EXPECT_THAT(check_codes(nullptr, nullptr), IsEmpty());
}

TEST(CheckCodes, IsSilentAboutOtherCodesAndTheBalance) {
    const Ledger ledger =
        test::ledger({{.account = "410", .side = Side::balance}, {.account = "A1"}, {.account = "0"}});
    const Budget budget = test::budget({{.account = "0410"}, {.account = "0A1"}, {.account = "100"}});
    EXPECT_THAT(check_codes(&ledger, &budget), IsEmpty());
}

}  // namespace
}  // namespace begroot
