#pragma once
// The versions of a budget beside each other: primitief, every begrotingswijziging, actueel, the forecast of each
// reporting moment and what was booked. None overwrites another, and any two can be compared.

#include "base/result.hpp"
#include "management/management_report.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace begroot::versions {

/// Says what a column of figures is.
enum class FigureKind : std::uint8_t { budget, forecast, actual };

/// Gives the stable Dutch name: begroting, prognose, realisatie.
[[nodiscard]] const char* figure_kind_name(FigureKind kind);

/// One figure: an amount, or what stands in its place.
struct Figure {
    std::optional<Money> amount;
    AmountKind kind = AmountKind::blank;
    SkippedAmounts skipped;  ///< of a total
};

/// One column: the whole budget as a version has it, the forecast of a moment, or what was booked.
struct Figures {
    FigureKind kind = FigureKind::budget;
    std::string code;            ///< `primitief`, `wijziging-1`, `prognose:M8`, `realisatie`
    std::string budget;          ///< code of the budget that a forecast rests on
    std::optional<Month> until;  ///< to which month it was booked
    std::vector<Figure> of_rows;
};

/// Says what a row is.
enum class RowKind : std::uint8_t { line, total, remainder, unassigned, whole };

/// One row; those outside the plan are lasten min baten.
struct VersionRow {
    RowKind kind = RowKind::line;
    report::Level level = report::Level::goal;  ///< of a line
    std::string code;                           ///< `1.1`, `totaal`, `buiten_jaarplan`, …
    std::string name;
    bool is_head = false;  ///< a speerpunt above its goals
};

/// All of them.
struct Versions {
    std::vector<VersionRow> rows;
    std::vector<Figures> budgets;    ///< first the primitieve begroting, then after each version
    std::vector<Figures> forecasts;  ///< of the moments to which the books run
    std::optional<Figures> actual;   ///< nothing without a ledger
    Findings findings;               ///< of the table of the budget in force and of the forecasts
};

/// Makes them. The budget after the last version is the primitieve one with all changes, in every row (checked). A
/// forecast rests on the budget in force at the end of its moment and is the one of the management report.
/// Errors: those of the table.
[[nodiscard]] Result<Versions> show_versions(const management::Input& input);

/// Gives what a version changed in a row: the budget after it minus the one before; nothing where it changed nothing.
[[nodiscard]] std::optional<Money> change_of(const Versions& versions, std::size_t version, std::size_t row);

/// Gives every code that can be compared; `actueel` is the budget after the last version.
[[nodiscard]] std::vector<std::string> comparable_codes(const Versions& versions);

/// Finds a column by its code. Error (usage): there is none, with the nearest.
[[nodiscard]] Result<const Figures*> find_figures(const Versions& versions, const std::string& option,
                                                  const std::string& code);

/// Gives `from` minus `to` of a row: positive is voordelig, for all rows are lasten. What is no number counts as
/// nothing beside a number; nothing when neither is a number.
[[nodiscard]] std::optional<Money> difference(const Figures& from, const Figures& to, std::size_t row);

}  // namespace begroot::versions
