#pragma once
// The answers of the multi-year model as JSON: integer cents for money (keys end in `cent`), plain numbers for all
// else, null where there is none. Keys are a contract; new ones may be added.

#include "report/multi_year.hpp"
#include "report/scenarios.hpp"

#include <string>

namespace begroot::report {

/// Writes `begroot meerjaren`.
[[nodiscard]] std::string to_json(const MultiYear& view);

/// Writes `begroot vergelijk`: the second scenario with its differences from the first; more scenarios as a list under
/// `vergelijkingen`.
[[nodiscard]] std::string to_json(const Comparison& comparison);

/// Writes `begroot gevoeligheid`.
[[nodiscard]] std::string to_json(const scenario::Tornado& tornado, const FigureNames& names);

/// Writes `begroot zoek`.
[[nodiscard]] std::string to_json(const scenario::Found& found, const scenario::Goal& goal, const scenario::Knob& knob,
                                  const FigureNames& names);

/// Writes `begroot risico`.
[[nodiscard]] std::string to_json(const scenario::Risk& risk, const FigureNames& names);

/// Writes `begroot verschil`.
[[nodiscard]] std::string to_json(const Causes& causes);

}  // namespace begroot::report
