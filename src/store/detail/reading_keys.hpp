#pragma once
// The keys by which a `[[bron]]` and a profile file say how a sheet is read.

#include "exchange/source.hpp"
#include "store/detail/section.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::store::detail {

/// A word of a model and what it stands for.
template <typename T>
struct Word {
    std::string_view text;
    T value;
};

inline constexpr std::array<Word<exchange::DecimalMark>, 2> decimal_marks{
    {{"komma", exchange::DecimalMark::comma}, {"punt", exchange::DecimalMark::point}}};
inline constexpr std::array<Word<exchange::SignRule>, 3> sign_rules{
    {{"debet_positief", exchange::SignRule::debit_positive},
     {"credit_positief", exchange::SignRule::credit_positive},
     {"alles_positief", exchange::SignRule::all_positive}}};

/// Reads `blad`, `kopregel`, `kolommen`, `decimaal`, `eenheid`, `cumulatief`, `schooljaar`, `teken`, `periode`,
/// `rekening` and `rekeningsoort` of a section into settings; `name` is the section's name in the schema.
void read_reading_keys(const Section& section, std::string_view name, exchange::SourceSettings& settings);

/// Tells a file that was picked by mistake from a model with a slip in it; nothing when it may be text.
[[nodiscard]] std::optional<Error> explain_no_text(std::string_view text, const std::string& shown_as);

/// Parses TOML; nothing when that failed, which is then reported.
[[nodiscard]] std::optional<toml::table> parse_toml(std::string_view text, ModelReading& reading);

}  // namespace begroot::store::detail
