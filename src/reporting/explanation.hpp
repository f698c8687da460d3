#pragma once
// Explanations (toelichtingen) of a report: a text that a controller writes in any editor, under heads such as
// `## 4.2 M8`.

#include "base/finding.hpp"
#include "base/place.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot {

/// With what a file of explanations may begin: the mark that Windows puts before UTF-8.
inline constexpr std::string_view explanations_mark = "\xEF\xBB\xBF";

/// What is said about one line of the plan at one moment.
struct Explanation {
    std::string code;                     ///< of a goal or speerpunt, `plan`, `buiten_jaarplan` or `zonder_regel`
    std::string moment;                   ///< `M8`
    std::vector<std::string> paragraphs;  ///< at least one; lines of one paragraph are joined by a space
    Place place;                          ///< of the head
};

/// The explanations of a file, and what is wrong with it.
struct Explanations {
    std::string file;  ///< as shown; empty when the model names none
    std::string sha256;
    std::string text;  ///< the file itself
    std::vector<Explanation> list;
    Findings findings;
};

/// Reads a text with heads `## CODE MOMENT`. What stands before the first head is for the reader of the file only, and
/// so are heads with one `#`. Findings (fout): a head that is none (`toelichting_kop`), one code and moment twice
/// (`toelichting_dubbel`), a head without a text (`toelichting_leeg`).
[[nodiscard]] Explanations parse_explanations(std::string_view text, const std::string& shown_as);

/// Finds what is said about a code at a moment; nothing when nothing is.
[[nodiscard]] const Explanation* find_explanation(const Explanations& explanations, std::string_view code,
                                                  std::string_view moment);

/// Splits what stands in one cell or field into paragraphs: every line with text is one, without blanks around it.
[[nodiscard]] std::vector<std::string> paragraphs_of(std::string_view text);

/// Tells whether a paragraph can stand in the file: one that begins with `#` would be read as a head.
[[nodiscard]] bool fits_in_file(std::string_view paragraph);

/// Puts explanations into the text of a file: under their own head where it has one, else at its end. All else stays as
/// it is, byte for byte. Lines are at most 120 characters where the words allow. Every paragraph must fit (checked).
[[nodiscard]] std::string with_explanations(std::string_view file, std::span<const Explanation> explanations);

}  // namespace begroot
