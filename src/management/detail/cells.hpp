#pragma once
// Cells that the tables of a report share.

#include "management/management_report.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace begroot::management::detail {

/// Makes a cell with an amount, or an empty one.
[[nodiscard]] Cell amount_cell(const std::optional<Money>& amount);

/// Makes a cell with text, empty when the text is.
[[nodiscard]] Cell words_cell(std::string text, Tone tone = Tone::plain);

/// Makes the cell of a budget: the amount, or what the plan prints instead of one.
[[nodiscard]] Cell budget_cell(const report::Line& line);

/// Gives the tone of a difference: above zero is voordelig.
[[nodiscard]] Tone tone_of(const std::optional<Money>& difference);

/// Says voordelig or nadelig; nothing of no difference.
[[nodiscard]] Cell verdict_cell(const std::optional<Money>& difference);

/// Says which light burns: a sign of its own shape, for who sees no colour, and the word.
[[nodiscard]] Cell light_cell(Light light);

/// Joins paragraphs by line breaks.
[[nodiscard]] std::string joined_paragraphs(const std::vector<std::string>& paragraphs);

/// Writes `tot en met augustus 2025`.
[[nodiscard]] std::string until_text(Month until);

/// Writes a heading over two lines with a month: `Begroot` and `t/m aug`.
[[nodiscard]] std::string head_until(const std::string& word, Month until);

}  // namespace begroot::management::detail
