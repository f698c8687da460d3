#pragma once
// Every key a model file may hold, section by section. The parser refuses what is not here; models/README.md documents
// exactly these, and a test compares the two.

#include <span>
#include <string_view>

namespace begroot::store {

/// One section of a model file, named as its heading in models/README.md: `[jaarplan]`, `[[speerpunt.doel]]`,
/// `[[koppelregel]].als` for an inline table.
struct SectionSchema {
    std::string_view name;
    std::span<const std::string_view> keys;
};

/// Gives all sections in the order of models/README.md.
[[nodiscard]] std::span<const SectionSchema> model_schema();

/// Gives the keys of one section; aborts when there is no such section.
[[nodiscard]] std::span<const std::string_view> keys_of(std::string_view section);

}  // namespace begroot::store
