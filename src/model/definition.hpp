#pragma once
// A multi-year model as it was written: drivers, calculations, lines, balance items and ratios over years and lists.

#include "base/codes.hpp"
#include "base/place.hpp"
#include "model/formula.hpp"
#include "model/unit.hpp"
#include "period/phasing.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::model {

/// Limits on one model.
inline constexpr std::size_t variables_max = 5000;
inline constexpr std::size_t lists_max = 100;
inline constexpr std::size_t list_members_max = 1000;
inline constexpr std::int32_t years_max = 60;  ///< shown years
/// Cells of a model: series (a variable for one choice of members) times years.
inline constexpr std::size_t nodes_max = 2'000'000;

/// A named list over which variables may run: `categorie` with the members laag, midden, hoog. Lists stand in the order
/// of the file.
struct MemberList {
    std::string name;
    std::vector<std::string> members;
    Place place;
};

/// What a variable is in the model.
enum class VariableKind : std::uint8_t {
    driver,        ///< aanname: given by year, carried on by a rule
    calculation,   ///< berekening: an intermediate result
    line,          ///< regel: baten or lasten, rounded
    balance_item,  ///< balanspost: rounded to the cent
    ratio          ///< kengetal
};

/// How certain a given value is, as regulations say it.
enum class ValueStatus : std::uint8_t { none, provisional, definitive, adjusted };

/// One value as given, in the variable's unit (a percentage as a fraction: 2,3% is 0.023).
struct GivenValue {
    double value = 0;
    ValueStatus status = ValueStatus::none;
    Place place;  ///< line of the model, or cell of a workbook
};

/// The given values of one choice of members, by year.
struct GivenSeries {
    std::vector<std::string> members;  ///< one per list of the variable, in its order
    std::map<std::int32_t, GivenValue> values;
    std::map<std::int32_t, GivenValue> actuals;  ///< werkelijk: what became of a planned value
};

/// A change to a value, as a scenario, a range or an uncertainty writes it: `+2%`, `-0,1pp`, `+10000`, `9500`.
struct Change {
    enum class Kind : std::uint8_t {
        set,       ///< `9500`: becomes the amount
        add,       ///< `+100`, `+0,1pp`: the amount is added
        multiply,  ///< `+2%`: is multiplied by 1 + the amount
    };
    Kind kind = Kind::add;
    double amount = 0;
};

/// How a driver may turn out: deviations from its expected value, by year.
struct Uncertainty {
    enum class Shape : std::uint8_t {
        normal,      ///< `spread` is one standard deviation
        lognormal,   ///< `spread` (relative) is the standard deviation of the logarithm; the median is the expected
                     ///< value
        uniform,     ///< from `low` to `high`
        triangular,  ///< `low`, `top`, `high`
        pert,        ///< `low`, `top`, `high` with weight 4 on the top
        discrete,    ///< `outcomes` with `chances`
        historical   ///< `outcomes`, each as likely
    };
    Shape shape = Shape::normal;
    bool relative = true;  ///< deviations are fractions of the expected value; false: in the variable's unit
    double spread = 0;
    double low = 0;
    double top = 0;
    double high = 0;
    std::vector<double> outcomes;
    std::vector<double> chances;  ///< add up to 1
    double over_years = 1;        ///< correlation of one year with the next, -1 to 1; 1: one deviation for all years
    bool per_member = false;      ///< every member of its lists deviates on its own
    std::int32_t from = 0;        ///< first uncertain year; 0: the year after the base year
    Place place;
};

/// The plausible range of a driver for a tornado: two changes.
struct PlausibleRange {
    Change low;
    Change high;
    Place place;
};

/// How a line is rounded.
enum class LineRounding : std::uint8_t { cents, euros, thousands };

/// Whether a line comes back every year.
enum class Nature : std::uint8_t { structural, incidental };

/// What a line adds to a variable.
struct LineTraits {
    Side side = Side::expense;  ///< income or expense
    std::string rubric;         ///< rj: 3.1 … 3.5, 4.1 … 4.5, 5, with deeper levels such as 4.5.1
    SpeerpuntId speerpunt;      ///< empty when none
    GoalId goal;                ///< empty when none; its speerpunt is then known too
    SpeerpuntId booked_at;      ///< geboekt_bij: where the goal's money is booked; empty: at its own speerpunt
    Nature nature = Nature::structural;
    std::string subsidy;                       ///< name of the subsidy behind it; empty when none
    std::optional<std::int32_t> subsidy_last;  ///< last calendar year of that subsidy
    bool through_duo = false;                  ///< an expense that DUO deducts before paying
    LineRounding rounding = LineRounding::cents;
    bool from_forecast = false;  ///< jaar0 = "prognose": the value of the base year is the forecast of the budget table
};

/// On which side of its signal a ratio is a worry.
enum class SignalDirection : std::uint8_t { none, below, above };

/// Where a ratio stands in the continuïteitsparagraaf of the annual report: part A1 counts pupils and staff.
enum class ContinuityPart : std::uint8_t { none, pupils, staff };

/// What a ratio adds to a variable.
struct RatioTraits {
    std::optional<Expression> signal;
    std::string signal_text;
    Place signal_place;
    SignalDirection direction = SignalDirection::none;
    ContinuityPart continuity = ContinuityPart::none;
};

/// One named figure of the model over years and lists. A given value of a year wins over the formula.
struct Variable {
    VariableKind kind = VariableKind::driver;
    std::string code;   ///< snake_case, unique in the model: how formulas and commands name it
    std::string title;  ///< for a person
    Unit unit;
    std::vector<std::string> lists;  ///< names of the lists it runs over
    std::vector<GivenSeries> given;
    std::optional<Expression> formula;
    std::string formula_text;
    Place formula_place;
    std::string source;  ///< bron, with its date
    std::string remark;
    std::string moment;    ///< teldatum or school year to which the values belong, for a person
    bool example = false;  ///< voorbeeld: the figures have no source and only show how it works
    std::optional<PlausibleRange> range;
    std::optional<Uncertainty> uncertainty;
    LineTraits line;     ///< of a line
    RatioTraits ratio;   ///< of a ratio
    std::string rubric;  ///< of a balance item: 1.2 … 2.4
    Place place;
};

/// A table of points for interpoleer and opzoeken, ascending in x.
struct PointTable {
    std::string code;
    std::string title;
    Unit x_unit;
    Unit y_unit;
    std::vector<std::pair<double, double>> points;
    std::string source;
    Place place;
};

/// Two drivers that move together.
struct Correlation {
    std::string first;
    std::string second;
    double value = 0;  ///< of the normal scores, -1 to 1
    Place place;
};

/// How many years after the base year the continuïteitsparagraaf covers, and by which rule.
struct ContinuityRule {
    std::int32_t years = 0;
    std::string source;
    Place place;
};

/// A whole model as written; nothing is checked here but what the reading of the file needs.
struct Definition {
    std::int32_t base_year = 0;   ///< year 0: the last year that is not ahead
    std::int32_t first_year = 0;  ///< first shown year
    std::int32_t last_year = 0;   ///< last shown year
    SchoolYearParts school_year;
    std::optional<ContinuityRule> continuity;
    std::vector<MemberList> lists;
    std::vector<Variable> variables;
    std::vector<PointTable> tables;
    std::vector<Correlation> correlations;
};

/// Names that every model has without writing them; a variable may not take them. Euros, sums of rounded lines:
/// totaal_baten (rubric 3), totaal_lasten (rubric 4), financieel (rubric 5: income less expense), resultaat,
/// bruto_baten (= totaal_baten: bekostiging gross), afdrachten_duo (lines through DUO), netto_baten, totaal_activa,
/// totaal_passiva, balansverschil and kasstroom (resultaat less the growth of the assets but 1.7, plus the growth of
/// the liabilities but 2.1: so that the balance ties only when the equity follows from the result).
[[nodiscard]] const std::vector<std::string>& built_in_names();

/// Tells whether a rubric stands under a code: 4.5.1 and 4.5 under 4.5, 4.51 not.
[[nodiscard]] bool is_under(std::string_view rubric, std::string_view code);

}  // namespace begroot::model
