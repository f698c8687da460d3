#pragma once
// The versions of a budget as neutral tables and as JSON.

#include "table/table.hpp"
#include "versions/versions.hpp"

#include <string>

namespace begroot::versions {

/// Makes the tables: Versies, and when there are versions Begrotingswijzigingen, Structureel-incidenteel and Mutaties.
[[nodiscard]] Document to_document(const management::Input& input, const Versions& versions, MoneyStyle money);

/// Two columns that are compared; they lead into the versions.
struct Pair {
    const Figures* from = nullptr;
    const Figures* to = nullptr;
};

/// Makes the table of two columns with their difference, voordelig or nadelig in words.
[[nodiscard]] Document to_document(const management::Input& input, const Versions& versions, const Pair& pair,
                                   MoneyStyle money);

/// Writes all columns and all mutaties. Cents are whole numbers, null where there is none.
[[nodiscard]] std::string to_json(const management::Input& input, const Versions& versions);

/// Writes two columns and their difference.
[[nodiscard]] std::string to_json(const management::Input& input, const Versions& versions, const Pair& pair);

}  // namespace begroot::versions
