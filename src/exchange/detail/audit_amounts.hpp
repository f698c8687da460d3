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

    /// Gives the error when the file has an amount like `1.234` that can be thousand: it has decimal commas as well, or
    /// no other amount shows that the point is the decimal one. `point` says that the user told so.
    [[nodiscard]] std::optional<Error> contradiction(bool point) const;

    /// Counts the amounts like `12.500`, read to the cent, of a file that writes other amounts in another way; nothing
    /// where it writes all of them with three decimals. The first of them stands on `groups_line`, as `groups_text`.
    [[nodiscard]] std::uint64_t groups() const { return two_decimals_ || !three_decimals_ ? groups_ : 0; }
    [[nodiscard]] std::uint32_t groups_line() const { return groups_line_; }
    [[nodiscard]] const std::string& groups_text() const { return groups_text_; }

    /// Counts the amounts with a decimal comma; the first of them stands on `comma_line`, as `comma_text`.
    [[nodiscard]] std::uint64_t commas() const { return commas_; }
    [[nodiscard]] std::uint32_t comma_line() const { return comma_line_; }
    [[nodiscard]] const std::string& comma_text() const { return comma_text_; }

private:
    [[nodiscard]] Amount read_comma(std::string_view text, std::uint32_t line);
    void note_point(std::string_view text, bool rounded, std::uint32_t line);

    std::uint64_t commas_ = 0;
    std::uint32_t comma_line_ = 0;
    std::string comma_text_;
    std::uint64_t groups_ = 0;       // amounts like 12.500
    std::uint32_t groups_line_ = 0;  // of the first amount like 1.234
    std::string groups_text_;        // empty: there is none
    bool two_decimals_ = false;      // there is an amount with decimals, but not three
    bool three_decimals_ = false;  // there is an amount like 1234.500 or 0.500, whose point can only be the decimal one
    bool ungrouped_ = false;       // there is an amount like 1250, without a point between its thousands
};

/// Gives the error that refuses the file for an amount that cannot be read; nothing when the amount is fine.
[[nodiscard]] std::optional<Error> refuse_amount(const Amount& amount, std::string_view text, std::uint32_t line);

/// Makes the control characters of a text visible, each as `\x0B`.
[[nodiscard]] std::string shown_text(std::string_view text);

/// Puts a text of a file between quotes, cut off where it is long, its control characters made visible.
[[nodiscard]] std::string quoted_text(std::string_view text);

}  // namespace begroot::exchange::detail
