// Letters beyond ASCII: fine between quotes and in comments, an error with its place elsewhere.

#include "store/model_file.hpp"

#include <string>

#include <gtest/gtest.h>

namespace begroot::store {
namespace {

constexpr const char* head = "[jaarplan]\norganisatie = \"Één\" # geïnspireerd\ntitel = 'é'\nboekjaar = 2025\n";

Error first_error(const std::string& tail) {
    const auto model = parse_model(head + tail, "model.toml");
    return model ? Error{} : model.error().front();
}

TEST(BareText, IsRefusedWithLineAndColumn) {
    struct Case {
        const char* tail;
        std::uint32_t line, column;
    };
    for (const Case& one : {Case{"versie = é\n", 5, 10}, Case{"versië = \"1\"\n", 5, 6},
                            Case{"versie = \"é\" Л\n", 5, 14}, Case{"versie =0\"aУe\"\n", 5, 12},
                            Case{"noten = [\"a\", ü]\n", 5, 15}, Case{"versie = \"\"\"é\\\"\"\"\"\" ß", 5, 21}}) {
        const Error error = first_error(one.tail);
        EXPECT_EQ(error.place.line, one.line) << one.tail;
        EXPECT_EQ(error.place.column, one.column) << one.tail;
        EXPECT_NE(error.found.find("buiten aanhalingstekens"), std::string::npos) << one.tail;
    }
}

TEST(BareText, IsAllowedInEveryKindOfQuoteAndInComments) {
    for (const char* tail : {"versie = \"é # ü\"\n", "versie = 'é\\'\n", "versie = \"\"\"é\n\"ü\"\n\"\"\"\n",
                             "versie = '''é 'ü' ß'''\n", "# ü \" é\nversie = \"\\\"é\"\n"}) {
        EXPECT_EQ(first_error(tail).found.find("buiten aanhalingstekens"), std::string::npos) << tail;
    }
}

TEST(BareText, DoesNotMindAByteOrderMark) {
    const auto model = parse_model(std::string("\xEF\xBB\xBF") + head, "model.toml");
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().front().found.find("buiten aanhalingstekens"), std::string::npos);
}

}  // namespace
}  // namespace begroot::store
