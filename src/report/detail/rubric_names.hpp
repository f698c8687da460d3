#pragma once
// The rubrics of the annual accounts (RJ 660) by name and in their order.

#include <string>
#include <string_view>

namespace begroot::report::detail {

/// Gives the rubric of the main line: 4.5 of 4.5.1, 5 of 5.1; a code of one level stays as it is.
[[nodiscard]] std::string main_rubric(std::string_view rubric);

/// Gives the name of a main line: `Doorbetalingen aan schoolbesturen` of 4.5. One that the standard does not name has
/// the name of its only line, and with more lines, or with `only_line` empty, is `Rubriek 1.9`.
[[nodiscard]] std::string rubric_name(std::string_view rubric, std::string_view only_line = {});

/// Tells whether one rubric stands before another: by number, level by level (4.2 before 4.10).
[[nodiscard]] bool rubric_before(std::string_view a, std::string_view b);

}  // namespace begroot::report::detail
