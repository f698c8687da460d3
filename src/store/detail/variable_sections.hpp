#pragma once
// The figures of a multi-year model: aanname, berekening, regel, balanspost and kengetal.

#include "model/definition.hpp"
#include "plan/plan.hpp"
#include "store/detail/section.hpp"

namespace begroot::store::detail {

/// What the sections of a multi-year model share while they are read.
struct VariableReading {
    model::Definition* definition = nullptr;
    const Plan* plan = nullptr;
    std::vector<std::string> own_units;
};

/// Adds all variables under `root` (a model, or a file that a model includes) in the order of their kinds.
void read_variables(const Section& root, VariableReading& reading);

/// Reads a formula at a key; reports why it is none, with a caret. Sets text and place.
[[nodiscard]] std::optional<model::Expression> read_formula(const Section& section, std::string_view key,
                                                            SchoolYearParts school_year, std::string& text,
                                                            Place& place);

/// Reads a snake_case code at `code`; reports anything else.
[[nodiscard]] std::string read_code(const Section& section);

/// Reads `eenheid`-like keys; reports an unknown unit. Absent: a bare number.
[[nodiscard]] model::Unit read_unit(const Section& section, std::string_view key,
                                    const std::vector<std::string>& own_units);

}  // namespace begroot::store::detail
