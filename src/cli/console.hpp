#pragma once
// The terminal: the only place that asks how wide it is and whether it shows colour.

#include "base/error.hpp"
#include "base/finding.hpp"
#include "render/text.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace begroot::cli {

/// Exit codes, everywhere the same.
enum class Exit : int {
    good = 0,      ///< also with findings of severity waarschuwing or melding
    findings = 1,  ///< at least one fout; the output is complete
    usage = 2,     ///< wrong use of the command line
    input = 3      ///< model or workbook missing, unreadable or refused; nothing of that model is written
};

/// The narrowest and widest text that still reads.
inline constexpr std::size_t width_min = 40;
inline constexpr std::size_t width_max = 400;

/// Asks the terminal behind stdout for width and colour. `width` wins when given. Without a terminal: 120 columns (or
/// COLUMNS), no colour. NO_COLOR and TERM=dumb switch colour off.
[[nodiscard]] render::TextOptions ask_terminal(std::optional<std::size_t> width);

/// Prints to stdout; false when it could not (disk full, closed pipe).
[[nodiscard]] bool print(std::string_view text);

/// Prints a message to stderr, with `begroot: ` in front.
void complain(std::string_view message);

/// Writes a message of one of several models, naming the model unless the message is about the model file itself.
/// `model_file` is empty when there is only one model.
[[nodiscard]] std::string of_model(const std::string& model_file, const Place& place, const std::string& message);

/// Prints errors to stderr and gives the exit code of the first one's kind. Of several models each is refused by name.
[[nodiscard]] Exit refuse(std::span<const Error> errors, const std::string& model_file = {});

/// Counts findings in words: `1 fout, 2 waarschuwingen, 3 meldingen`.
[[nodiscard]] std::string count_findings(const Findings& findings);

/// Prints every fout to stderr and one line that counts the rest; gives the exit code that goes with them. With
/// `several` models every fout says of which.
[[nodiscard]] Exit report_findings(const Findings& findings, const std::string& model_file, bool several = false);

}  // namespace begroot::cli
