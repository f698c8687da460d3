#pragma once
// What scenarios answer, as tables: differences with their bridge, tornado, goal seek, bands, and price against volume.

#include "report/multi_year.hpp"
#include "scenario/compare.hpp"
#include "scenario/goal_seek.hpp"
#include "scenario/risk.hpp"
#include "scenario/sensitivity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot::report {

/// What one changed assumption adds to a difference, by year.
struct BridgeLine {
    std::string assumption;
    std::string name;
    YearMoney years;
};

/// The difference of one figure between two scenarios, explained. The lines add up to `to - from` in every year.
struct YearBridge {
    std::string figure;  ///< code: `resultaat`
    std::string name;    ///< `Resultaat`
    YearMoney from;
    YearMoney to;
    std::vector<BridgeLine> lines;
    bool in_order = false;  ///< more than `scenario::shapley_max` assumptions: the parts follow the order of the model
    std::string refusal;    ///< why there is none; then there are no lines
};

/// One line of the annual plan with its year 0 beside the scenarios.
struct BesidePlanLine {
    Level level = Level::goal;
    std::string code;
    std::string name;
    std::optional<Money> budget;  ///< begroot, the base year
    std::optional<Money> actual;  ///< werkelijk t/m
    std::optional<Money> forecast;
    YearMoney scenarios;  ///< one a scenario, lasten min baten
};

/// The annual plan of the base year beside one year of the scenarios.
struct BesidePlan {
    Month until;
    std::int32_t year = 0;
    std::vector<BesidePlanLine> lines;  ///< speerpunten and goals in the plan's order
    BesidePlanLine total;
    BesidePlanLine unassigned;
    BesidePlanLine whole;  ///< lasten min baten of the organisation
};

/// Scenarios beside each other; the others are compared with the first.
struct Comparison {
    std::vector<MultiYear> views;
    std::vector<YearBridge> bridges;  ///< one for every view but the first
    std::optional<BesidePlan> plan;
};

/// Explains one figure by year: the nodes of `figure` (members added up) in the years of the view. A figure that cannot
/// be computed gives a refusal.
[[nodiscard]] YearBridge bridge_years(const model::Graph& graph, const model::Definition& definition,
                                      const model::Overlay& from, const model::Overlay& to, const std::string& figure,
                                      const std::vector<std::int32_t>& years);

/// Puts the table per goal beside the scenarios: in the first year after the base year, or else the first of them.
[[nodiscard]] BesidePlan beside_plan(const BudgetVsActual& table, const std::vector<MultiYear>& views);

/// Prints a comparison: lines that differ, kengetallen, bridges, and the annual plan beside the scenarios.
[[nodiscard]] Document to_document(const Comparison& comparison, MultiYearPer per,
                                   MoneyStyle money = MoneyStyle::whole_euros);

/// What a table of one figure needs beside it.
struct FigureNames {
    const model::Definition* definition = nullptr;
    const model::Graph* graph = nullptr;
    std::string organisation;
    std::string scenario;
    std::size_t text_width = 120;  ///< characters of the screen, for the length of bars
    MoneyStyle money = MoneyStyle::whole_euros;
};

/// Prints a tornado with bars.
[[nodiscard]] Document to_document(const scenario::Tornado& tornado, const FigureNames& names);

/// Prints what a goal seek found; `goal` and `knob` as the user wrote them.
[[nodiscard]] Document to_document(const scenario::Found& found, const scenario::Goal& goal, const scenario::Knob& knob,
                                   const FigureNames& names);

/// Which figures a table of bands shows: those that a board looks at, or all.
enum class RiskRows : std::uint8_t { main, all };

/// Prints the bands, the chances and what explains the spread.
[[nodiscard]] Document to_document(const scenario::Risk& risk, RiskRows rows, const FigureNames& names);

/// One line of a year of which drivers are known: planned and actual, and why they differ. Amounts are of the line's
/// side, differences voordelig above 0.
struct CauseLine {
    std::string code;
    std::string name;
    Side side = Side::expense;
    std::string rubric;
    Money planned;
    Money actual;
    Money price;   ///< by drivers in euros
    Money volume;  ///< by all other drivers
    Money rest;    ///< what the line's own actual has beside its drivers; 0 when it has none
    [[nodiscard]] Money difference() const { return price + volume + rest; }
};

/// One year of causes; the result is the sum of the lines.
struct CauseYear {
    std::int32_t year = 0;
    std::vector<CauseLine> lines;
    CauseLine result;
};

/// Planned against actual over the years with actuals.
struct Causes {
    std::vector<CauseYear> years;
    std::vector<std::string> price_drivers;  ///< with an actual value
    std::vector<std::string> volume_drivers;
    MultiYearNames names;
    std::string scenario;
};

/// Splits the difference between plan and actual of every line into price and volume, to the cent: the mean of both
/// orders. The plan is the model under `overlay`; what became known lies over it. Errors (input): no driver and no line
/// has actuals up to `until` (nothing: the last shown year), a line that cannot be computed.
[[nodiscard]] Result<Causes> find_causes(const model::Graph& graph, const model::Definition& definition,
                                         const model::Overlay& overlay, std::optional<std::int32_t> until);

/// Prints the causes, a table a year.
[[nodiscard]] Document to_document(const Causes& causes, MoneyStyle money = MoneyStyle::whole_euros);

}  // namespace begroot::report
