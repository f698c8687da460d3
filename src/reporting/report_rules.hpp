#pragma once
// What an organisation agreed about its management reports: when a deviation must be explained, when a light turns, how
// the year is forecast, and which decisions are asked.

#include "base/place.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace begroot {

/// Says how the amount of a whole year is forecast from what is known.
enum class ForecastMethod : std::uint8_t {
    actual_plus_rest,   ///< realisatie_plus_restant: booked so far + budget of the months to come
    run_rate,           ///< tempo: booked so far, as a share of the months gone by
    last_year_pattern,  ///< patroon_vorig_jaar: booked so far, as a share of what last year had by then
    own                 ///< eigen: an amount that a person gives
};

/// Gives the word of a method in a model: realisatie_plus_restant, tempo, patroon_vorig_jaar, eigen.
[[nodiscard]] const char* method_name(ForecastMethod method);

/// Finds a method by its word; nothing when there is none.
[[nodiscard]] std::optional<ForecastMethod> find_method(const std::string& name);

/// Says what is held against the budget: what was booked up to the moment, or the forecast of the year.
enum class Compared : std::uint8_t { to_date, forecast };

/// An amount or a share of the budget: one of the two.
struct Limit {
    std::optional<Money> amount;
    std::optional<Rate> share;
};

/// Tells from which deviation a light is no longer green. Without `both_ways` only an unfavourable one counts.
struct LightRule {
    Limit amber_from;
    Limit red_from;
    bool both_ways = false;
};

/// Tells which deviation must be explained. With both limits a deviation must reach both, or (`either`) one of them.
struct Threshold {
    std::optional<Money> amount;
    std::optional<Rate> share;
    bool either = false;
};

/// How one goal is forecast, when not as the others are.
struct ForecastRule {
    std::string goal;
    std::string moment;  ///< empty: at every moment
    ForecastMethod method = ForecastMethod::actual_plus_rest;
    std::optional<Money> amount;  ///< of `own`
    std::string explanation;
    Place place;
};

/// A decision that the board is asked to take.
struct Decision {
    std::string moment;
    std::string text;
    std::string explanation;
    Place place;
};

/// All agreements of a model. Nothing is assumed: without a threshold no deviation is listed, without a light rule no
/// light burns.
struct ReportRules {
    bool is_written = false;  ///< the model has `[rapportage]`
    bool example = false;     ///< the limits are an example and no agreement
    ForecastMethod method = ForecastMethod::actual_plus_rest;
    Compared compared = Compared::to_date;
    std::optional<Threshold> threshold;
    std::optional<LightRule> lights;
    std::string explanations_file;  ///< as written, relative to the model
    std::vector<ForecastRule> forecasts;
    std::vector<Decision> decisions;
    Place place;
};

/// Finds the rule for a goal at a moment: one for that moment goes before one for every moment.
[[nodiscard]] const ForecastRule* find_forecast(const ReportRules& rules, const std::string& goal,
                                                const std::string& moment);

}  // namespace begroot
