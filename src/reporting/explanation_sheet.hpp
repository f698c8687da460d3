#pragma once
// The sheets of a report in which people type explanations: what the report writes and what is read back must agree on.

#include <array>
#include <string_view>

namespace begroot::explanation_sheet {

/// The sheet on which people type, and the heads by which its columns are found again.
inline constexpr std::string_view name = "Toelichtingen";
inline constexpr std::string_view code_head = "Code";
inline constexpr std::string_view text_head = "Toelichting";

/// The hidden sheet that remembers what was written. Its rows hold a word, a key and a text: `moment` with the code of
/// the moment, `model` with the model's SHA-256, `toelichting` with a code and the text as written.
inline constexpr std::string_view memory_name = "Geheugen toelichtingen";
inline constexpr std::string_view moment_word = "moment";
inline constexpr std::string_view model_word = "model";
inline constexpr std::string_view explanation_word = "toelichting";

}  // namespace begroot::explanation_sheet
