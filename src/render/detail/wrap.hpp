#pragma once
// Breaking text into lines by what the eye sees; nothing is ever cut off.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::render::detail {

/// Says how wide lines may be and how far the lines after the first stand in.
struct WrapOptions {
    std::size_t width = 80;
    std::size_t hang = 0;
};

/// Breaks clean text at spaces and line breaks; a word wider than a line breaks after `-`, `/` or `_`, else anywhere.
/// Lines after the first begin with `hang` spaces. Always gives at least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, WrapOptions options);

/// Gives the width of a leading number with its space (`1.2 Basisaanbod` is 4, `* noot` is 2), to hang lines under the
/// text.
[[nodiscard]] std::size_t number_prefix_width(std::string_view text);

/// Gives the width of the widest word.
[[nodiscard]] std::size_t longest_word(std::string_view text);

/// Gives the width of the widest line of text as it stands.
[[nodiscard]] std::size_t longest_line(std::string_view text);

}  // namespace begroot::render::detail
