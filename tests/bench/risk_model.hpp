#pragma once
// One uncertain model for every way of drawing that is measured: 60 lines over ten years, fed by 12 uncertain drivers.

#include "model/definition.hpp"

#include <array>
#include <cstdint>

namespace begroot::bench {

inline constexpr std::int32_t risk_base_year = 2024;
inline constexpr int risk_years = 10;
inline constexpr int risk_lines = 60;

/// A driver of the model: `start` in the base year, growing every year, with its uncertainty.
struct RiskDriver {
    const char* code = "";
    double start = 0;
    double growth = 0;
    model::Uncertainty::Shape shape = model::Uncertainty::Shape::normal;
    double spread = 0;  ///< of a normal or lognormal one; half the width of a triangle around 0
    double over_years = 1;
};

/// In the order in which all ways use them. `loon` and `prijs` are tied by `risk_correlation`.
inline constexpr std::array<RiskDriver, 12> risk_drivers = {{
    {"leerlingen", 20000, -0.005, model::Uncertainty::Shape::normal, 0.01, 0.9},
    {"deelname_so", 0.021, 0.01, model::Uncertainty::Shape::normal, 0.04, 0.8},
    {"deelname_sbo", 0.024, 0.00, model::Uncertainty::Shape::normal, 0.03, 0.8},
    {"deelname_vso", 0.031, 0.01, model::Uncertainty::Shape::lognormal, 0.05, 0.8},
    {"tarief_so", 14000, 0.03, model::Uncertainty::Shape::normal, 0.02, 0.9},
    {"tarief_sbo", 6500, 0.03, model::Uncertainty::Shape::normal, 0.02, 0.9},
    {"bekostiging_licht", 250, 0.03, model::Uncertainty::Shape::normal, 0.015, 1},
    {"bekostiging_zwaar", 520, 0.03, model::Uncertainty::Shape::triangular, 0.04, 1},
    {"loon", 1, 0.03, model::Uncertainty::Shape::normal, 0.02, 0.7},
    {"prijs", 1, 0.02, model::Uncertainty::Shape::normal, 0.015, 0.7},
    {"subsidie", 150000, 0.0, model::Uncertainty::Shape::discrete, 1, 0},
    {"verzuim", 0.06, 0.0, model::Uncertainty::Shape::triangular, 0.2, 0},
}};
inline constexpr double risk_correlation = 0.6;
/// The subsidy goes on (chance), or stops.
inline constexpr double risk_subsidy_chance = 0.8;

/// Gives the model as begroot reads it from a file.
[[nodiscard]] model::Definition risk_definition();

}  // namespace begroot::bench
