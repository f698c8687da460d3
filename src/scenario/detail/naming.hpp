#pragma once
// How a person names figures and years: `deelname.so.laag`, `@2026-2028`.

#include "base/result.hpp"
#include "model/definition.hpp"
#include "model/graph.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::scenario::detail {

/// What is wrong with a word, and what was expected. Dutch phrases.
struct Mistake {
    std::string found;
    std::string expected;
};

/// Turns a mistake in a text on the command line into an error.
[[nodiscard]] Error usage_error(std::string_view text, Mistake mistake);

/// Writes a word between quotation marks.
[[nodiscard]] std::string in_quotes(std::string_view word);

/// Gives the known word that was most likely meant, between quotation marks, or else `otherwise`.
[[nodiscard]] std::string meant_or(std::string_view word, std::span<const std::string> known, std::string otherwise);

/// A variable with chosen members.
struct Name {
    std::string variable;
    std::vector<std::string> members;
};

/// Splits `deelname.so.laag` at its points.
[[nodiscard]] Name split_name(std::string_view text);

/// Gives the series of a variable that have the chosen members (in any order; a list that is not chosen: all its
/// members), in the order of the lists.
[[nodiscard]] std::expected<std::vector<std::uint32_t>, Mistake> select(const model::Graph& graph,
                                                                        std::string_view variable,
                                                                        std::span<const std::string> members);

/// The same for what a scenario may change: a driver, calculation, line or balance item.
[[nodiscard]] std::expected<std::vector<std::uint32_t>, Mistake> select_adjustable(
    const model::Graph& graph, const model::Definition& definition, std::string_view variable,
    std::span<const std::string> members);

/// Years as written; nothing on a side: not limited on that side.
struct YearSpan {
    std::optional<std::int32_t> from;
    std::optional<std::int32_t> until;
};

/// A text with its years taken off.
struct Dated {
    std::string_view rest;
    YearSpan years;
};

/// Splits at the last `@`: `@2026` is that year, `@2026-` from then on, `@-2028` up to then, `@2026-2028` a range.
[[nodiscard]] std::expected<Dated, Mistake> split_years(std::string_view text);

/// Writes years as `split_years` reads them; empty when neither side is limited.
[[nodiscard]] std::string to_text(const YearSpan& years);

/// Says why years do not fit the model: outside it, or running back.
[[nodiscard]] std::optional<Mistake> check_years(const model::Graph& graph, const YearSpan& years);

/// Takes blanks off both ends.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

}  // namespace begroot::scenario::detail
