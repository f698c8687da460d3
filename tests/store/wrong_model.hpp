#pragma once
// A wrong model with a mark where the reader must find the error.

#include "base/check.hpp"
#include "store/model_file.hpp"

#include <cstdint>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store::test {

/// A model with `@` where the error is expected; the mark itself is taken out.
struct Wrong {
    const char* name;
    std::string text;
    const char* found;
    const char* expected;
};

inline std::ostream& operator<<(std::ostream& out, const Wrong& wrong) { return out << wrong.text; }

struct Marked {
    std::string text;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

inline Marked take_mark(std::string text) {
    const auto at = text.find('@');
    BEGROOT_CHECK(at != std::string::npos, "zonder @ geen plaats");
    Marked marked;
    for (std::size_t i = 0; i < at; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;  // columns count characters, not bytes
        ++marked.column;
        if (text[i] != '\n') continue;
        ++marked.line;
        marked.column = 1;
    }
    marked.text = text.erase(at, 1);
    return marked;
}

/// Expects one error, at the mark, with these words.
inline void expect_refused(const Wrong& wrong) {
    using testing::HasSubstr;
    const Marked marked = take_mark(wrong.text);
    const auto model = parse_model(marked.text, "model.toml");
    ASSERT_FALSE(model.has_value());
    ASSERT_EQ(model.error().size(), 1U) << to_text(model.error().back());
    const Error& error = model.error().front();
    EXPECT_EQ(error.kind, ErrorKind::input);
    EXPECT_THAT(error.found, HasSubstr(wrong.found));
    EXPECT_THAT(error.expected, HasSubstr(wrong.expected));
    EXPECT_EQ(error.place.file, "model.toml");
    EXPECT_EQ(error.place.line, marked.line) << to_text(error);
    EXPECT_EQ(error.place.column, marked.column) << to_text(error);
}

}  // namespace begroot::store::test
