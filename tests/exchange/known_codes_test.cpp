#include "exchange/detail/known_codes.hpp"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using workbook::Cell;

/// A cell in a place of its own, so that no two of them are the same by their place.
Cell text_at(std::uint32_t row, const std::string& text) { return Cell::of_text(row, 3, text); }

TEST(KnownCodes, GivesEqualCodesOneNumberWhereverTheyStand) {
    PostingStore store;
    KnownCodes known(store);
    const std::string first = "0100";
    const std::string again = " 0100 ";
    const std::string other = "100";
    const Cell cell = text_at(1, first);
    const CodeNumber number = known.code(ledger_cost_unit, &cell);
    const Cell same_place = text_at(9, first);
    EXPECT_EQ(known.code(ledger_cost_unit, &same_place), number);
    const Cell same_text = text_at(2, again);
    EXPECT_EQ(known.code(ledger_cost_unit, &same_text), number);
    EXPECT_EQ(known.code(ledger_board, &cell), number) << "codes are numbered over all columns";
    const Cell shorter = text_at(3, other);
    EXPECT_NE(known.code(ledger_cost_unit, &shorter), number);
    const Cell as_number = Cell::of_number(4, 3, 100.0);
    EXPECT_EQ(known.code(ledger_cost_unit, &as_number), known.code(ledger_cost_unit, &shorter));
    EXPECT_EQ(known.code(ledger_cost_unit, nullptr), no_code);
}

TEST(KnownCodes, ReadsAnAccountOnceAndNotWhatIsNone) {
    PostingStore store;
    KnownCodes known(store);
    const std::string named = "4425 - Inhuur";
    const std::string label = "Totaal";
    const Cell account = text_at(1, named);
    KnownAccount* const read = known.account(&account);
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(read->text.code, "4425");
    EXPECT_EQ(read->text.name, "Inhuur");
    EXPECT_EQ(read->number, store.number("4425"));
    read->side = Side::income;
    EXPECT_EQ(known.account(&account)->side, Side::income);
    const Cell total = text_at(2, label);
    EXPECT_EQ(known.account(&total), nullptr);
    EXPECT_EQ(known.account(&total), nullptr);
    EXPECT_EQ(known.account(nullptr), nullptr);
}

TEST(KnownCodes, IsRightForMoreCodesThanItRemembers) {
    PostingStore store;
    KnownCodes known(store);
    std::vector<std::unique_ptr<const std::string>> texts;
    for (int i = 0; i < 20'000; ++i)
        texts.push_back(std::make_unique<const std::string>("K" + std::to_string(i % 9'973)));
    const auto sheet = std::make_shared<const SourceSheet>();
    for (int round = 0; round < 2; ++round) {
        for (const auto& text : texts) {
            const Cell cell = text_at(1, *text);
            const NumberedCoding coding{.year = {2025}, .cost_unit = known.code(ledger_cost_unit, &cell)};
            ASSERT_EQ(store.keep(coding, sheet)->cost_unit.text(), *text);
        }
    }
}

}  // namespace
}  // namespace begroot::exchange::detail
