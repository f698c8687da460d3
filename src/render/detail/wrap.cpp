#include "render/detail/wrap.hpp"

#include "render/detail/unicode.hpp"
#include "render/text.hpp"

#include <algorithm>

namespace begroot::render::detail {

namespace {

/// Calls `use` with every piece of `text` between separators.
template <typename Use>
void for_each_piece(std::string_view text, std::string_view separators, Use use) {
    while (true) {
        const std::size_t end = text.find_first_of(separators);
        use(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// Gives how many bytes of a word fit in `width`: up to the last `-`, `/` or `_` that fits, else as many characters as
/// fit, with their combining marks, and at least one.
std::size_t fitting_bytes(std::string_view word, std::size_t width) {
    std::size_t bytes = 0;
    std::size_t used = 0;
    std::size_t soft = 0;
    while (bytes < word.size()) {
        const CodePoint point = first_code_point(word.substr(bytes));
        const std::size_t point_width = code_point_width(point.value);
        if (used + point_width > width && bytes > 0) break;
        used += point_width;
        bytes += point.bytes;
        if (point.value == '-' || point.value == '/' || point.value == '_') soft = bytes;
    }
    return soft > 0 && bytes < word.size() ? soft : bytes;
}

/// Collects the lines of one text.
class Lines {
public:
    explicit Lines(WrapOptions options) : options_(options) {}

    void add_word(std::string_view word) {
        if (word.empty()) return;
        std::size_t width = display_width(word);
        const std::size_t gap = used_ > 0 ? 1 : 0;
        if (used_ + gap + width <= room()) {
            if (gap > 0) line_ += ' ';
            append(word, gap + width);
            return;
        }
        if (used_ > 0) end_line();
        while (width > room()) {
            const std::size_t bytes = fitting_bytes(word, room());
            if (bytes == word.size()) break;
            append(word.substr(0, bytes), 0);
            end_line();
            word.remove_prefix(bytes);
            width = display_width(word);
        }
        append(word, width);
    }

    void end_line() {
        lines_.push_back(std::string(lines_.empty() || line_.empty() ? 0 : options_.hang, ' ') + line_);
        line_.clear();
        used_ = 0;
    }

    [[nodiscard]] std::vector<std::string> take() { return std::move(lines_); }

private:
    [[nodiscard]] std::size_t room() const {
        const std::size_t taken = lines_.empty() ? 0 : options_.hang;
        return options_.width > taken ? options_.width - taken : 1;
    }
    void append(std::string_view word, std::size_t width) {
        line_ += word;
        used_ += width;
    }

    WrapOptions options_;
    std::vector<std::string> lines_;
    std::string line_;
    std::size_t used_ = 0;
};

}  // namespace

std::vector<std::string> wrap(std::string_view text, WrapOptions options) {
    Lines lines(options);
    for_each_piece(text, "\n", [&lines](std::string_view line) {
        for_each_piece(line, " ", [&lines](std::string_view word) { lines.add_word(word); });
        lines.end_line();
    });
    return lines.take();
}

std::size_t number_prefix_width(std::string_view text) {
    const std::size_t end = text.find(' ');
    if (end == std::string_view::npos || end == 0 || end > 8) return 0;
    const std::string_view prefix = text.substr(0, end);
    const bool bullet = prefix == "*" || prefix == "-" || prefix == "•";
    const bool number = prefix[0] >= '0' && prefix[0] <= '9' && std::ranges::all_of(prefix, [](char c) {
                            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' || c == ')';
                        });
    if (!bullet && !number) return 0;
    return display_width(prefix) + 1;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for_each_piece(text, " \n", [&](std::string_view word) { longest = std::max(longest, display_width(word)); });
    return longest;
}

std::size_t longest_line(std::string_view text) {
    std::size_t longest = 0;
    for_each_piece(text, "\n", [&](std::string_view line) { longest = std::max(longest, display_width(line)); });
    return longest;
}

}  // namespace begroot::render::detail
