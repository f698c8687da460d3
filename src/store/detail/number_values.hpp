#pragma once
// The values of an aanname, regel or balanspost: by member and by year, school year, count date or month.

#include "model/definition.hpp"
#include "store/detail/section.hpp"
#include "store/detail/year_values.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace begroot::store::detail {

/// How the values of one variable are to be read.
struct ValueReading {
    const model::Unit* unit = nullptr;
    std::vector<const model::MemberList*> lists;  ///< the lists it runs over
    model::ValueStatus status = model::ValueStatus::none;
    YearNaming naming;
};

/// Reads one number: a TOML number or a text in Dutch notation. A percentage must carry its sign. Reports what is
/// wrong.
[[nodiscard]] std::optional<double> read_number(const Section& section, std::string_view key, const toml::node& node,
                                                const model::Unit& unit);

/// Reads the number at a key; nothing when it is absent or wrong.
[[nodiscard]] std::optional<double> read_number_at(const Section& section, std::string_view key,
                                                   const model::Unit& unit);

/// Reads `voorlopig`, `definitief` or `aangepast`; reports another word.
[[nodiscard]] model::ValueStatus read_status(const Section& section, std::string_view key);

/// Reads the table of values at `key` (`waarden`) and adds it to `given`; actual values (`werkelijk`) go to `actuals`.
/// Tables that are read with the same `how` name their years in the same form.
void read_values(const Section& section, std::string_view key, ValueReading& how,
                 std::vector<model::GivenSeries>& given, bool actuals);

}  // namespace begroot::store::detail
