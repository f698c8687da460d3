#pragma once
// The years of a series of values as a file names them, and one value as a file writes it; a model's tables and the
// ranges of a workbook read both the same way.

#include "model/definition.hpp"
#include "period/day.hpp"

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::store::detail {

/// Why something is refused: what was found and what was expected, Dutch phrases.
struct Refusal {
    std::string found;
    std::string expected;
};

/// How the years of a series are named.
enum class YearForm : std::uint8_t { year, school_year, count_date, month };

/// The year that a value counts in. `month` is that of a month, else 0.
struct YearKey {
    YearForm form = YearForm::year;
    std::int32_t year = 0;
    std::int32_t month = 0;

    friend bool operator==(const YearKey&, const YearKey&) = default;
};

/// Says how a year may be named, for messages.
inline constexpr std::string_view year_forms =
    "een jaar (2025), schooljaar (2024-2025), teldatum (2025-02-01) of maand (2025-01)";

/// Reads `2025`, `2024-2025` (the year it begins in), `2025-02-01` or `2025-03`; nothing for other text.
[[nodiscard]] std::optional<YearKey> read_year_key(std::string_view key);

/// Gives the key of a count date; nothing when the calendar does not have it or no model can.
[[nodiscard]] std::optional<YearKey> key_of(Day count_date);

/// What the values of one variable have in common: all years are named in one form.
struct YearNaming {
    std::string months;            ///< `som` or `gemiddelde`; empty: months are refused
    std::optional<YearForm> form;  ///< that of the first value
};

/// Gathers the values of one choice of members by year; twelve months make a year.
class YearValues {
public:
    /// `naming` must outlive it; values of one variable share theirs.
    explicit YearValues(YearNaming& naming) : naming_(&naming) {}

    /// Adds a value; `written` is the key as the file has it. Gives why it is refused.
    [[nodiscard]] std::optional<Refusal> add(std::string_view written, const YearKey& key, model::GivenValue value);
    /// Turns months into years; gives the first year that misses months.
    [[nodiscard]] std::optional<Refusal> finish();
    /// Gives all values; a month's status and place are those of its year's first.
    [[nodiscard]] std::map<std::int32_t, model::GivenValue> take() { return std::move(values_); }

private:
    YearNaming* naming_;
    std::map<std::int32_t, model::GivenValue> values_;
    std::map<std::int32_t, std::uint32_t> months_;  ///< of a year: a bit for every month that was read
};

/// Reads a text in Dutch notation as a value of a unit. A percentage has its sign, nothing else has.
[[nodiscard]] std::expected<double, Refusal> read_number_text(std::string_view text, const model::Unit& unit);

/// Gives back a value that is not too large to compute with.
[[nodiscard]] std::expected<double, Refusal> within_limits(double value);

}  // namespace begroot::store::detail
