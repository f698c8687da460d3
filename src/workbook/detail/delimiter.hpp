#pragma once
// Which character separates the columns of a text: decided once, from its first records.

#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace begroot::workbook::detail {

/// What the start of a text says about its columns.
struct DelimiterDecision {
    char delimiter = '\0';       ///< `\0` is a text of one column
    std::size_t line_bytes = 0;  ///< of a first line `sep=;`, with its line end; 0 when there is none
};

/// Decides the delimiter of a text, unless `given` or a first line `sep=;` says it: the one of `;` `,` tab `|` `:` that
/// cuts the first records (outside quotes) into equally many columns. A comma between digits only is a decimal comma
/// when another delimiter will do. A text without any of them has one column. Two that do equally well, and none that
/// does, are refused.
[[nodiscard]] Result<DelimiterDecision> decide_delimiter(std::string_view text, std::optional<char> given);

/// Gives the Dutch name of a delimiter: `puntkomma`, `tab`.
[[nodiscard]] std::string_view delimiter_name(char delimiter);

}  // namespace begroot::workbook::detail
