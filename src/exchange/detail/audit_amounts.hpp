#pragma once
// Amounts as auditfiles write them: decimals with a point. A file that writes a comma is read only where it cannot mean
// anything else.

#include "exchange/detail/notation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// Reads the amounts of one file and keeps track of how it writes them.
class AuditAmounts {
public:
    /// Reads one amount. `121`, `609.9` and `-2985.26` are exact; `1.234,56` and `74,5` are read and remembered; a
    /// comma with three digits behind it is `ambiguous`.
    [[nodiscard]] Amount read(std::string_view text, std::uint32_t line);

    /// Gives the error when the file has decimal commas and also an amount like `1.234`, which then can be thousand.
    [[nodiscard]] std::optional<Error> contradiction() const;

    /// Counts the amounts with a decimal comma; the first of them stands on `comma_line`, as `comma_text`.
    [[nodiscard]] std::uint64_t commas() const { return commas_; }
    [[nodiscard]] std::uint32_t comma_line() const { return comma_line_; }
    [[nodiscard]] const std::string& comma_text() const { return comma_text_; }

private:
    [[nodiscard]] Amount read_comma(std::string_view text, std::uint32_t line);
    void note_groups(std::string_view text, std::uint32_t line);

    std::uint64_t commas_ = 0;
    std::uint32_t comma_line_ = 0;
    std::string comma_text_;
    std::uint32_t groups_line_ = 0;  // of the first amount like 1.234
    std::string groups_text_;        // empty: there is none
};

/// Gives the error that refuses the file for an amount that cannot be read; nothing when the amount is fine.
[[nodiscard]] std::optional<Error> refuse_amount(const Amount& amount, std::string_view text, std::uint32_t line);

/// Puts a text of a file between quotes, cut off where it is long.
[[nodiscard]] std::string quoted_text(std::string_view text);

}  // namespace begroot::exchange::detail
