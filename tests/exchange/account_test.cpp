#include "exchange/detail/account.hpp"

#include "exchange/sheet_builder.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using namespace test;

struct Case {
    TestCell cell;
    const char* code;  ///< nullptr: no account
    const char* name;
};

TEST(Account, ReadsEveryWayOfWritingOne) {
    const std::vector<Case> cases{{4425, "4425", ""},
                                  {"4425", "4425", ""},
                                  {digits("4425.0"), "4425", ""},
                                  {"4425.0", "4425", ""},
                                  {"0100", "0100", ""},
                                  {" 0100 ", "0100", ""},
                                  {"4425 - Inhuur expertise", "4425", "Inhuur expertise"},
                                  {"4010 Naam van rekening", "4010", "Naam van rekening"},
                                  {"0100 \xE2\x80\x93 Inventaris", "0100", "Inventaris"},
                                  {"4425: Inhuur", "4425", "Inhuur"},
                                  {"1-1110 BNZ", "1-1110", "BNZ"},
                                  {digits("400100.1"), "400100.1", ""},
                                  {"BATEN", nullptr, ""},
                                  {"3.1 Rijksbijdragen", nullptr, ""},
                                  {digits("4.1"), nullptr, ""},
                                  {"Totaal 2025", nullptr, ""},
                                  {"", nullptr, ""}};
    for (const Case& one : cases) {
        const auto sheet = make_sheet({{one.cell, "x"}});
        const auto account = read_account(SheetGrid(sheet).find(0, 0));
        ASSERT_EQ(account.has_value(), one.code != nullptr) << one.cell.text;
        if (!account) continue;
        EXPECT_EQ(account->code, one.code) << one.cell.text;
        EXPECT_EQ(account->name, one.name) << one.cell.text;
    }
}

TEST(Account, ReadsOtherCodesAsTheyStand) {
    const auto sheet = make_sheet({{"OZA", "100", 100, "100.0", " X 9 "}});
    const SheetGrid grid(sheet);
    EXPECT_EQ(read_code(grid.find(0, 0)), "OZA");
    EXPECT_EQ(read_code(grid.find(0, 1)), "100");
    EXPECT_EQ(read_code(grid.find(0, 2)), "100");
    EXPECT_EQ(read_code(grid.find(0, 3)), "100");
    EXPECT_EQ(read_code(grid.find(0, 4)), "X 9");
    EXPECT_EQ(read_code(nullptr), "");
}

}  // namespace
}  // namespace begroot::exchange::detail
