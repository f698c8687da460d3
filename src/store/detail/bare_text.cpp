#include "store/detail/bare_text.hpp"

#include <algorithm>

namespace begroot::store::detail {

namespace {

/// Gives the position behind a quoted text that begins at `at`. One that is not closed ends with its line, or, when it
/// runs over lines, with the text.
std::size_t skip_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string_view three(quote == '"' ? "\"\"\"" : "'''");
    const bool long_form = text.substr(at).starts_with(three);
    at += long_form ? three.size() : 1;
    while (at < text.size()) {
        if (quote == '"' && text[at] == '\\') {
            at += 2;
        } else if (long_form && text.substr(at).starts_with(three)) {
            at += three.size();
            while (at < text.size() && text[at] == quote) ++at;  // up to two quotes may stand right before the end
            return at;
        } else if (!long_form && (text[at] == quote || text[at] == '\n')) {
            return at + 1;
        } else {
            ++at;
        }
    }
    return text.size();
}

/// Tells whether a quote at `at` begins a quoted text: right behind a letter, digit or quote it does not, and three
/// quotes begin one only where a value may stand, not a key. The parser would read on as if it were bare.
bool begins_quoted(std::string_view text, std::size_t at) {
    constexpr std::string_view before = " \t\r\n=[{,.";
    constexpr std::string_view before_value = "=[,";
    if (at > 0 && before.find(text[at - 1]) == std::string_view::npos) return false;
    const bool three = text.substr(at).size() >= 3 && text[at + 1] == text[at] && text[at + 2] == text[at];
    if (!three) return true;
    const std::size_t last = text.substr(0, at).find_last_not_of(" \t\r\n");
    return last != std::string_view::npos && before_value.find(text[last]) != std::string_view::npos;
}

}  // namespace

std::optional<std::size_t> first_bare_letter(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
        } else if ((c == '"' || c == '\'') && begins_quoted(text, at)) {
            at = skip_quoted(text, at);
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            return at;
        } else {
            ++at;
        }
    }
    return std::nullopt;
}

}  // namespace begroot::store::detail
