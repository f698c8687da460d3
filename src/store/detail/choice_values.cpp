#include "store/detail/choice_values.hpp"

#include "base/nearest.hpp"
#include "period/calendar_day.hpp"

#include <algorithm>

namespace begroot::store::detail {

std::optional<std::size_t> read_choice(const Section& section, std::string_view key, std::string_view noun,
                                       const std::vector<std::string>& names) {
    const auto word = section.text(key);
    if (!word) return std::nullopt;
    const auto found = std::ranges::find(names, *word);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::string known;
    for (const std::string& name : names) known += (known.empty() ? "" : ", ") + name;
    const auto meant = nearest(*word, names);
    section.fail(key, "\"" + *word + "\" is geen " + std::string(noun), std::move(known),
                 meant ? "bedoelde u \"" + *meant + "\"?" : "");
    return std::nullopt;
}

void check_period(const Section& section, const std::optional<Day>& from, const std::optional<Day>& until) {
    if (!from || !until || *from <= *until) return;
    section.fail("tot", "tot " + dutch_text(*until) + " ligt voor van " + dutch_text(*from),
                 "een dag op of na de eerste", "verwissel de twee of verbeter het jaar");
}

When read_when(const Section& section) {
    static const std::vector<std::string> kinds(when_kind_names().begin(), when_kind_names().end());
    When when;
    when.words = section.text_or("wanneer", "");
    when.kind = when.words.empty() ? WhenKind::blank : WhenKind::unknown;
    if (const auto kind = read_choice_as<WhenKind>(section, "soort", "soort termijn", kinds)) when.kind = *kind;
    when.from = section.day("van");
    when.until = section.day("tot");
    check_period(section, when.from, when.until);
    return when;
}

std::vector<OrganisationId> read_organisations(const Section& section) {
    std::vector<OrganisationId> codes;
    for (std::string& code : section.texts("organisaties")) codes.emplace_back(std::move(code));
    return codes;
}

}  // namespace begroot::store::detail
