#pragma once
// What a figure of the multi-year model is measured in: a product of symbols with whole exponents, such as €/leerling.

#include <cstddef>
#include <expected>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace begroot::model {

/// Limits on the text of a unit.
inline constexpr std::size_t unit_bytes_max = 100;

/// Holds the exponent of every symbol that counts; none is 0. Without symbols it is a bare number, or a percentage,
/// which differs from it only in how it is shown: a product or quotient with anything else is a bare number again.
/// `€2024` (real euros, at prices of 2024) is another symbol than `€`.
struct Unit {
    std::map<std::string, int> exponents;
    bool percent = false;  ///< shown as a percentage; only without symbols

    friend bool operator==(const Unit&, const Unit&) = default;
};

/// Reads `€`, `€/leerling`, `fte*uur`, `%` or `1`; what follows a `/` divides by that one symbol. Plurals and written
/// forms are known (leerlingen, euro). `own` are the units that a model declares itself, words without `*` and `/`. A
/// refusal is a Dutch phrase that names the nearest known symbol.
[[nodiscard]] std::expected<Unit, std::string> parse_unit(std::string_view text, std::span<const std::string> own = {});

/// Writes a unit as `parse_unit` reads it: `€/leerling`, `1/jaar`, `%`, `1`.
[[nodiscard]] std::string to_text(const Unit& unit);

/// Tells whether amounts in these units may be added: the same symbols; a percentage and a bare number may.
[[nodiscard]] bool may_add(const Unit& a, const Unit& b);

/// Tells whether amounts in a unit are euros, of whatever they are counted by: `€`, `€/leerling`, `€2024`; not `1/€`.
[[nodiscard]] bool is_money(const Unit& unit);

/// Gives the unit of a product.
[[nodiscard]] Unit multiply(const Unit& a, const Unit& b);

/// Gives the unit of a quotient.
[[nodiscard]] Unit divide(const Unit& a, const Unit& b);

}  // namespace begroot::model
