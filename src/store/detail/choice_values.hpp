#pragma once
// Values of a model file that are one word out of a few, a list of codes, or a day of every year.

#include "plan/organisation.hpp"
#include "plan/when.hpp"
#include "store/detail/section.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::store::detail {

/// Reads a word that must be one of `names` and gives its place among them. `noun` says what it should be in the
/// message: `soort termijn`. Nothing when the key is absent or the word is another one, which is reported.
[[nodiscard]] std::optional<std::size_t> read_choice(const Section& section, std::string_view key,
                                                     std::string_view noun, const std::vector<std::string>& names);

/// Reads such a word as a value of an enum whose values follow `names`.
template <typename T>
[[nodiscard]] std::optional<T> read_choice_as(const Section& section, std::string_view key, std::string_view noun,
                                              const std::vector<std::string>& names) {
    const auto index = read_choice(section, key, noun, names);
    return index ? std::optional(static_cast<T>(*index)) : std::nullopt;
}

/// Reads `wanneer`, `soort`, `van` and `tot`. Without a kind, no words are `leeg` and other words `onbekend`.
[[nodiscard]] When read_when(const Section& section);

/// Reads `organisaties`; `check_references` sees to it that they exist.
[[nodiscard]] std::vector<OrganisationId> read_organisations(const Section& section);

/// Reports a period that ends before it begins.
void check_period(const Section& section, const std::optional<Day>& from, const std::optional<Day>& until);

}  // namespace begroot::store::detail
