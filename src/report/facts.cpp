#include "report/facts.hpp"

#include "base/check.hpp"
#include "period/calendar_day.hpp"

namespace begroot::report {

std::span<const BudgetChange> changes_shown(const Facts& facts) {
    if (facts.versions == nullptr) return {};
    return changes_in(*facts.versions, facts.state);
}

Facts with_state(const Facts& facts, std::size_t state) {
    if (facts.versions == nullptr) return facts;
    BEGROOT_CHECK(state < facts.versions->states.size(), "een versie die er niet is");
    Facts other = facts;
    other.state = state;
    other.plan = &facts.versions->states[state].plan;
    return other;
}

Facts with_budget_of(const Facts& facts, Month month) {
    if (facts.versions == nullptr) return facts;
    return with_state(facts, state_in_force(*facts.versions, last_day(month)));
}

std::string budget_code(const Facts& facts) {
    return facts.versions == nullptr ? std::string() : facts.versions->states[facts.state].code;
}

std::string budget_words(const Facts& facts) {
    if (facts.versions == nullptr) return "";
    const std::vector<BudgetVersion>& versions = facts.versions->versions;
    std::string words(primitive_code);
    if (facts.state > 0) {
        const BudgetVersion& version = versions[facts.state - 1];
        words = version.code + " van " + dutch_text(version.date);
        const std::string name = version.name == version.code ? "" : version.name;
        const std::string decision = version.decision.empty() ? "zonder besluit" : version.decision;
        words += " (" + name + (name.empty() ? "" : "; ") + decision + ")";
    }
    for (std::size_t i = facts.state; i < versions.size(); ++i) {
        words +=
            (i == facts.state ? "; niet hierin: " : ", ") + versions[i].code + " van " + dutch_text(versions[i].date);
    }
    return words;
}

}  // namespace begroot::report
