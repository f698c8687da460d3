#pragma once
// The smallest model that is complete, and ways to change it.

#include "base/check.hpp"

#include <string>
#include <string_view>

namespace begroot::store::test {

/// One speerpunt, one goal, one amount.
inline constexpr std::string_view smallest_model = R"([jaarplan]
organisatie = "Voorbeeld"
titel = "Jaarplan 2025"
boekjaar = 2025

[[speerpunt]]
nummer = 1
naam = "Een"
totaal = "€ 5"

[[speerpunt.doel]]
nummer = 1
naam = "Doel"
do = ["eerst", "daarna"]
begroot = "€ 5"
)";

/// Gives the smallest model with `old_text`, which it holds once, replaced.
[[nodiscard]] inline std::string with(std::string_view old_text, std::string_view new_text) {
    std::string text(smallest_model);
    const auto at = text.find(old_text);
    BEGROOT_CHECK(at != std::string::npos, "het kleinste model heeft die tekst niet");
    return text.replace(at, old_text.size(), new_text);
}

/// Gives the smallest model with something behind it.
[[nodiscard]] inline std::string plus(std::string_view more) { return std::string(smallest_model) + std::string(more); }

}  // namespace begroot::store::test
