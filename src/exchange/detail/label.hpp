#pragma once
// What a text in a sheet says, whatever its capitals, accents and punctuation: heads, section labels, total rows.

#include "base/codes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// Tells whether a character is 0 to 9, whatever the locale.
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes white space off both ends, also no-break and thin spaces.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Gives the length in bytes of the white space (also no-break and thin) that `text` starts with, one character at
/// most.
[[nodiscard]] std::size_t leading_space(std::string_view text);

/// Keeps lower-case letters and digits only; accents go, so `Rekening-\nnummer` and `rekeningnummer` are one.
[[nodiscard]] std::string normalise(std::string_view text);

/// Compares without regard to ASCII capitals; `lower` is in lower case.
[[nodiscard]] bool equals_folded(std::string_view text, std::string_view lower);

/// Tells whether a text is an rj rubric: `3.1`, `4.1.2`. A grootboekrekening never is.
[[nodiscard]] bool is_rubric(std::string_view text);

/// Says what a row without an account number is.
enum class LabelKind : std::uint8_t {
    none,
    income,         ///< section label Baten
    expense,        ///< section label Lasten
    rubric,         ///< `4.1 Personeelslasten`
    subtotal,       ///< `Subtotaal`, `Totaal personeelslasten`
    total,          ///< `Totaal` alone
    total_income,   ///< `Totaal baten`
    total_expense,  ///< `Totaal lasten`
    grand_total,    ///< `Eindtotaal`, `Totaal generaal`
    result          ///< `Resultaat`, `Saldo`
};

/// A label as understood; `rubric` is the one code in the text, if there is exactly one.
struct Label {
    LabelKind kind = LabelKind::none;
    std::string rubric;
    std::string rest;  ///< of a rubric label: the name after the code
};

/// Reads the label of a row without an account number.
[[nodiscard]] Label read_label(std::string_view text);

/// The sides that one word names.
struct WordSides {
    bool income = false;
    bool expense = false;
};

/// Gives the sides that a normalised word names, alone or at its end: `baten`, `rentebaten`, `personeelslasten`;
/// `batenlasten` names both.
[[nodiscard]] WordSides sides_of_word(std::string_view word);

/// Tells whether a normalised word is a side and no more: `baten`, not `rentebaten`.
[[nodiscard]] bool is_side_word(std::string_view word);

/// Says whether a text beside an account number makes its row a total of the rows of that account.
enum class TotalText : std::uint8_t {
    none,
    possible,  ///< `Salaris totaal`: a total, or a name with that word in it
    certain    ///< `Totaal`, `Total 4010`, `Subtotaal salaris`
};

/// Reads a text that stands in a row with an account number: what follows the number, the name, a code. A total word
/// between other words (`Pakket Totaal BV`) is part of a name.
[[nodiscard]] TotalText read_total_text(std::string_view text);

/// Gives the side that a rubric stands on: 3.x income, 4.x expense, nothing for the others.
[[nodiscard]] std::optional<Side> rubric_side(std::string_view rubric);

/// Gives the Dutch name of an Excel error: `#N/A` is `#N/B`. Nothing when the text is no Excel error.
[[nodiscard]] std::optional<std::string_view> dutch_excel_error(std::string_view text);

}  // namespace begroot::exchange::detail
