#pragma once
// A scenario: a delta on a parent, to any depth, and what it means for the nodes of a compiled model.

#include "base/error.hpp"
#include "base/result.hpp"
#include "model/definition.hpp"
#include "model/evaluate.hpp"
#include "model/graph.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::scenario {

/// Limits on scenarios.
inline constexpr std::size_t depth_max = 50;  ///< parents above one scenario
inline constexpr std::size_t scenarios_max = 1000;

/// What one change of a scenario does to a value.
enum class Action : std::uint8_t {
    set,
    add,       ///< in the unit; `pp` for percentages
    multiply,  ///< by 1 + amount: `+2%`
    grow,      ///< by 1 + amount in the first year, and by that much more every year after it
    cap,       ///< hoogstens
    floor,     ///< minstens
    shift,     ///< the unadjusted value of `amount` years earlier (later when negative): what happens comes later
    off        ///< 0
};

/// One change: which cells of a variable, in which years, how.
struct Adjustment {
    std::string variable;              ///< code of a driver, calculation, line or balance item
    std::vector<std::string> members;  ///< chosen members; a list that is not chosen: all its members
    Action action = Action::set;
    double amount = 0;
    std::optional<std::int32_t> from;   ///< nothing: the first year after the base year
    std::optional<std::int32_t> until;  ///< nothing: to the last year
    Place place;                        ///< empty when it was given on the command line

    friend bool operator==(const Adjustment&, const Adjustment&) = default;
};

/// A named set of values that replaces those of the model: tariffs as published at some date.
struct TariffSet {
    struct Entry {
        std::string variable;
        std::vector<std::string> members;  ///< as in an adjustment
        std::int32_t year = 0;
        double value = 0;
        Place place;
    };
    std::string code;
    std::string title;
    std::string source;
    model::ValueStatus status = model::ValueStatus::none;
    std::vector<Entry> entries;
    Place place;
};

/// A scenario as written.
struct Scenario {
    std::string code;
    std::string title;
    std::string remark;
    std::string parent;                    ///< empty: the model itself
    std::vector<std::string> tariff_sets;  ///< applied first, in this order
    std::vector<Adjustment> adjustments;
    Place place;
};

/// The scenarios of a model. The name of the model without changes is `basis`.
struct ScenarioBook {
    std::vector<TariffSet> tariff_sets;
    std::vector<Scenario> scenarios;
};

/// The name of the model itself, without changes.
inline constexpr std::string_view base_name = "basis";

/// Checks every scenario and tariff set against the model: a code twice, unknown parent or tariff set, circle of
/// parents, unknown variable or member (with the nearest), a ratio or total, years outside the model, a shift that
/// cannot be. All that is wrong, each at its line.
[[nodiscard]] std::vector<Error> check_scenarios(const ScenarioBook& book, const model::Definition& definition,
                                                 const model::Graph& graph);

/// Reads an ad hoc change: `deelname.so.laag=+0,1pp@2026-`. `@2026` is that year only, `@2026-` from then on,
/// `@2026-2028` a range, nothing: from the year after the base year on; `pp` adds percentage points, `%` with a sign
/// multiplies by 1 + p, a number with a sign adds, a bare number (a bare `2,4%` of a percentage) sets. Words do the
/// rest: `uit`, `zet -500`, `groei +2%`, `hoogstens 500`, `minstens 500`, `schuif 1` (a year later). Errors (usage)
/// name what was found and the nearest known name.
[[nodiscard]] Result<Adjustment> parse_adjustment(std::string_view text, const model::Definition& definition,
                                                  const model::Graph& graph);

/// Writes an adjustment in that notation, for a person. Reading it back gives the same adjustment.
[[nodiscard]] std::string to_text(const Adjustment& adjustment, const model::Definition& definition);

/// Gives the adjustments of a scenario from its oldest parent down, then `ad_hoc`; tariff sets as `set`. The name
/// `basis`, or none, is the model itself. Errors (usage): an unknown scenario, with the nearest.
[[nodiscard]] Result<std::vector<Adjustment>> flatten(const ScenarioBook& book, std::string_view name,
                                                      std::span<const Adjustment> ad_hoc = {});

/// Turns adjustments into changes of nodes, in order. A node that nothing needs is skipped. Errors, at the adjustment's
/// place (usage when it has none): an unknown name, a shift to a year without a figure, or one that would make a
/// circle.
[[nodiscard]] Result<model::Overlay> overlay_of(const model::Graph& graph, std::span<const Adjustment> adjustments);

}  // namespace begroot::scenario
