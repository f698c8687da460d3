#pragma once
// What a heading above lines says of their side: baten, lasten, both, or nothing at all.

#include "base/codes.hpp"

#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// A heading as far as it speaks of baten and lasten.
struct SectionLabel {
    bool income = false;   ///< a word for baten stands in it
    bool expense = false;  ///< a word for lasten stands in it
    bool certain = false;  ///< it names one side and nothing in it says otherwise
    bool bare = false;     ///< it says no more than that: `Baten`, `2. Lasten (x € 1)`

    [[nodiscard]] bool silent() const { return !income && !expense; }
    /// Gives the one side it speaks of.
    [[nodiscard]] std::optional<Side> side() const {
        if (income == expense) return std::nullopt;
        return income ? Side::income : Side::expense;
    }
};

/// Reads a heading. Certain are a word for a side alone, behind other words (`Overige baten`, `Personele kosten`) and
/// before them (`Baten uit verhuur`); not where the words turn it round (`Bijdrage in de kosten`, `Doorbelaste
/// kosten`). A number or letter before it and what stands between brackets say nothing. A sentence is no heading.
[[nodiscard]] SectionLabel read_section(std::string_view text);

/// Gives what stands behind a number of one or two digits: `Baten` of `2. Baten` and `8 Baten`, nothing of `8` and
/// `4010 Salaris`.
[[nodiscard]] std::optional<std::string_view> behind_number(std::string_view text);

}  // namespace begroot::exchange::detail
