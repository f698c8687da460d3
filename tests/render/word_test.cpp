#include "render/word.hpp"

#include "render/detail/stored_zip.hpp"
#include "render/detail/word_layout.hpp"
#include "render/sample.hpp"

#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::render {
namespace {

using sample::euros;
using sample::text;
using testing::HasSubstr;

Document sample_document() {
    Document document;
    document.title = "Rapportage <M8>";
    document.subject = "SWV A & B";
    document.tables = {sample::small()};
    document.tables[0].rows = {{RowRole::group, 0, {text("Uren & zo"), euros(12'500)}},
                               {RowRole::blank, 0, {}},
                               {RowRole::total, 0, {text("Totaal\nvan alles"), Cell{}}}};
    return document;
}

TEST(Word, WritesTheSameBytesTwice) {
    const std::string first = to_word(sample_document(), {.created = {2025, 8, 1}});
    EXPECT_EQ(first, to_word(sample_document(), {.created = {2025, 8, 1}}));
    EXPECT_EQ(first.substr(0, 4), "PK\x03\x04");
    EXPECT_THAT(first, HasSubstr("2025-08-01T12:00:00Z"));
}

TEST(Word, EscapesEveryTextAndRepeatsTheHeads) {
    const std::string bytes = to_word(sample_document());  // the parts are stored, so their text stands in the file
    EXPECT_THAT(bytes, HasSubstr("Rapportage &lt;M8&gt;"));
    EXPECT_THAT(bytes, HasSubstr("Uren &amp; zo"));
    EXPECT_THAT(bytes, HasSubstr("<w:tblHeader/>"));
    EXPECT_THAT(bytes, HasSubstr(">12.500<"));
    EXPECT_THAT(bytes, HasSubstr("<w:t xml:space=\"preserve\">van alles</w:t>"));
    EXPECT_THAT(bytes, HasSubstr("w:val=\"Heading1\""));
    EXPECT_THAT(bytes, HasSubstr("NUMPAGES"));
}

TEST(Word, LaysThePageDownForATableThatNeedsIt) {
    Document document = sample_document();
    EXPECT_FALSE(detail::word_page(document).lies);
    for (int i = 0; i < 12; ++i) {
        document.tables[0].columns.push_back({"k" + std::to_string(i), "1.000.000", ColumnKind::money, 0, 0});
        for (Row& row : document.tables[0].rows) {
            if (!row.cells.empty()) row.cells.push_back(euros(1'000'000));
        }
    }
    const detail::WordPage page = detail::word_page(document);
    EXPECT_TRUE(page.lies);
    const auto widths = detail::word_widths(document.tables[0], page);
    EXPECT_LE(std::accumulate(widths.begin(), widths.end(), std::int64_t{0}), page.room());
}

TEST(StoredZip, KnowsTheChecksumOfTheTextbook) { EXPECT_EQ(detail::crc32_of("123456789"), 0xCBF43926U); }

}  // namespace
}  // namespace begroot::render
