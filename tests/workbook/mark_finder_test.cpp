#include "workbook/detail/mark_finder.hpp"

#include <array>
#include <random>
#include <string_view>
#include <type_traits>

#include <gtest/gtest.h>

namespace begroot::workbook::detail {
namespace {

/// The bytes that are marks, those next to them, and others.
constexpr std::string_view tried_bytes = ";,\t\n\r\"\x08\x0B\x0C\x0E\x21\x23\x3A\x3C +-az09\x7F\x80\xBB\xFF";

TEST(MarkFinder, FindsEveryMarkForSeed64) {
    std::mt19937 random(64);
    for (const char delimiter : {';', ',', '\t', '|'}) {
        for (int round = 0; round < 2000; ++round) {
            std::array<char, 64> block{};
            std::uint64_t marks = 0;
            for (std::size_t i = 0; i < block.size(); ++i) {
                const char byte = tried_bytes[random() % tried_bytes.size()];
                block[i] = byte;
                const bool is_mark = byte == delimiter || byte == '"' || byte == '\n' || byte == '\r';
                marks |= std::uint64_t{is_mark} << i;
            }
            if constexpr (!std::is_same_v<MarkFinder, WordMarkFinder>) {
                ASSERT_EQ(MarkFinder(delimiter).find(block.data()), marks);
            }
            const std::uint64_t by_words = WordMarkFinder(delimiter).find(block.data());
            ASSERT_EQ(by_words & marks, marks);
            // One byte too many is a byte 1 above a mark that stands before it, and never more.
            ASSERT_EQ(by_words & ~marks & ~(by_words << 1U), 0U);
        }
    }
}

}  // namespace
}  // namespace begroot::workbook::detail
