#pragma once
// The figures of a multi-year model: aanname, berekening, regel, balanspost and kengetal.

#include "model/definition.hpp"
#include "plan/plan.hpp"
#include "store/detail/section.hpp"
#include "store/model_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace begroot::store::detail {

/// What the sections of variables are read against, and what they give.
struct VariableReading {
    const std::vector<model::MemberList>* lists = nullptr;
    SchoolYearParts school_year;
    const Plan* plan = nullptr;
    const std::vector<std::string>* own_units = nullptr;
    std::vector<model::Variable> variables;
    std::vector<WorkbookValues> workbook_values;
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
