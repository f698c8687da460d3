#pragma once
// The multi-year view: staat van baten en lasten, balance, cash flow and kengetallen by year, from one compiled model.

#include "model/evaluate.hpp"
#include "report/budget_vs_actual.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::report {

/// What the lines of the multi-year table are grouped by.
enum class MultiYearPer : std::uint8_t { rubric, speerpunt, goal, nature };

/// Amounts by year; nothing where one cannot be computed (a division by 0, a year before the first known balance).
using YearMoney = std::vector<std::optional<Money>>;

/// One choice of members of a line or balance item that runs over lists: `afdracht.laag`.
struct YearMember {
    std::string code;
    YearMoney years;
};

/// A row of money by year; sums of rounded lines, exact.
struct YearLine {
    std::string code;
    std::string name;
    Side side = Side::expense;
    std::string speerpunt;  ///< code, empty when none
    std::string goal;
    std::string booked_at;  ///< speerpunt where it is booked, when that is another
    std::string rubric;
    YearMoney years;
    std::vector<YearMember> members;  ///< add up to it; empty when it runs over no list
    model::Nature nature = model::Nature::structural;
    std::string subsidy = {};                       ///< that pays it; empty when none
    std::optional<std::int32_t> subsidy_last = {};  ///< last year of that subsidy
};

/// A ratio by year; nothing where it cannot be computed.
struct YearRatio {
    std::string code;
    std::string name;
    model::Unit unit;
    model::SignalDirection direction = model::SignalDirection::none;
    model::ContinuityPart continuity = model::ContinuityPart::none;
    std::string signal_text;  ///< the signal as the model writes it
    std::vector<std::optional<double>> values;
    std::vector<std::optional<double>> signals;
    /// Tells whether the value of a year is on the wrong side of its signal.
    [[nodiscard]] bool is_beyond(std::size_t year) const;
};

/// What a table needs beside the figures; a caller that has a plan fills it from it (`name_plan`).
struct MultiYearNames {
    std::string organisation;
    std::map<std::string, std::string> speerpunten;  ///< by code
    std::map<std::string, std::string> goals;
};

/// The whole view of one scenario.
struct MultiYear {
    std::string scenario;
    std::vector<std::int32_t> years;
    std::vector<YearLine> lines;  ///< income, then expense, by rubric and then in the order of the model
    YearMoney income;             ///< totaal_baten
    YearMoney expense;
    YearMoney financial;
    YearMoney result;
    YearMoney duo_deductions;  ///< afdrachten_duo
    YearMoney net_income;      ///< netto_baten
    bool has_deductions = false;
    std::vector<YearLine> balance;  ///< items by rubric
    YearMoney assets;
    YearMoney liabilities;
    std::vector<YearLine> cash_flow;  ///< resultaat, change by rubric, kasstroom, begin, eind; empty without 1.7
    std::vector<YearLine> equity;     ///< begin, resultaat, overig, eind; empty without 2.1
    std::vector<YearRatio> ratios;
    std::int32_t base_year = 0;
    bool base_is_forecast = false;  ///< lines of the base year hold the forecast of the budget table
    std::string budget_words;       ///< which budget that forecast rests on; empty when it was never changed
    std::string budget_code;
    MultiYearNames names;
    Findings findings;  ///< a balance that does not balance, figures that cannot be computed, a subsidy that ended, …
};

/// Reads all figures of an evaluated model. Totals are checked against the sum of their lines. Findings:
/// `balans_sluit_niet` (fout), `niet_te_berekenen` (fout), `kengetal_zonder_waarde`, `vermogen_sluit_niet` and
/// `subsidie_afgelopen`. Years of which the model has no nodes are a fault of the caller.
[[nodiscard]] MultiYear multi_year(const model::Definition& definition, const model::Evaluator& evaluator,
                                   const std::string& scenario, const std::vector<std::int32_t>& years);

/// Gives the names that a plan has for its speerpunten and goals.
[[nodiscard]] MultiYearNames name_plan(const Plan& plan);

/// The goal of what the budget table assigns to none.
inline constexpr std::string_view no_goal = "niet_toegewezen";

/// The forecast of the budget table by address: what a line of year 0 takes.
struct ForecastPart {
    std::string goal;       ///< doel, or `no_goal`
    std::string speerpunt;  ///< of the goal; empty for `no_goal`
    std::string booked_at;  ///< speerpunt where it is booked; empty for `no_goal`
    std::string rubric;     ///< empty where the budget knows no rubric of the account
    Side side = Side::expense;
    Money forecast;  ///< of its side: expense and income are both positive
};

/// Splits the forecast of the table per goal over goal, place of booking, rubric and side; the parts of a goal add up
/// to the table's figure to the cent (checked). A goal without any amount gives one part of 0. A table of another kind
/// is made again per goal, to the same month.
[[nodiscard]] std::vector<ForecastPart> forecast_parts(const Facts& facts, const BudgetVsActual& table);

/// Gives every line with `jaar0 = "prognose"` the forecast of its goal as value of the base year: the parts of that
/// goal, or of all goals of its speerpunt, with its place of booking, side and rubric; a line without goal and
/// speerpunt takes what is assigned to none. A part without rubric goes by the rest. Errors: a part that no line takes
/// or that two lines take, a line without any part, a line that has a value already or runs over a list.
[[nodiscard]] std::vector<Error> take_forecast(model::Definition& definition, const std::vector<ForecastPart>& parts);

/// Prints the view as tables: baten en lasten, balance, cash flow, kengetallen. Years are columns.
[[nodiscard]] Document to_document(const MultiYear& view, MultiYearPer per, MoneyStyle money = MoneyStyle::whole_euros);

/// Prints the figures of the continuïteitsparagraaf of an annual report: A1 pupils and staff, A2 balance and staat van
/// baten en lasten, for the years of the view.
[[nodiscard]] Document continuity_document(const MultiYear& view, const model::ContinuityRule& rule, MoneyStyle money);

/// Names each half of A1 that no ratio of the model stands for: `continuiteit_zonder_a1` (waarschuwing).
[[nodiscard]] Findings check_continuity(const MultiYear& view, const model::ContinuityRule& rule);

}  // namespace begroot::report
