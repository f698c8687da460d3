#include "text/text_run.hpp"

#include <string>

#include <gtest/gtest.h>

namespace begroot::text {
namespace {

using Scan = TextRun (*)(const char*, const char*);

class TextRunScan : public testing::TestWithParam<Scan> {};

TEST_P(TextRunScan, FindsTheEndAndWhatNeedsACloserLook) {
    const Scan scan = GetParam();
    for (std::size_t length = 0; length < 40; ++length) {
        for (std::size_t at = 0; at <= length; ++at) {
            for (const char special : {'x', '&', '\r', '_', '\xC3'}) {
                std::string text(length, 'a');
                if (at < length) text[at] = special;
                const bool has = at < length;
                text += "<&_";
                const auto run = scan(text.data(), text.data() + text.size());
                ASSERT_EQ(run.end, text.data() + length);
                const bool entity = has && (special == '&' || special == '\r');
                const bool other = has && (special == '_' || special == '\xC3');
                EXPECT_TRUE(!entity || !run.resolved);
                EXPECT_TRUE(!other || !run.plain);
                EXPECT_TRUE(special != 'x' || (run.plain && run.resolved));
            }
        }
        const std::string endless(length, 'a');
        EXPECT_EQ(scan(endless.data(), endless.data() + length).end, nullptr);
    }
}

INSTANTIATE_TEST_SUITE_P(ByWordAndByLane, TextRunScan, testing::Values(&scan_text_words, &scan_text_run));

}  // namespace
}  // namespace begroot::text
