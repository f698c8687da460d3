#include "plan/plan.hpp"

#include <algorithm>
#include <optional>

namespace begroot {

namespace {

/// Gives the level that all goals share, those of the schools aside; nothing when there are several.
std::optional<GoalLevel> only_level(const Plan& plan) {
    std::optional<GoalLevel> level;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            if (goal.level == GoalLevel::school_goal) continue;
            if (level && *level != goal.level) return std::nullopt;
            level = goal.level;
        }
    }
    return level;
}

/// Writes a word with a capital; its first letter is one of a to z.
std::string capitalised(std::string word) {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

}  // namespace

std::string heading(GoalLevel level) { return capitalised(words_of(level).singular); }

std::string heading(SpeerpuntKind kind) { return capitalised(speerpunt_kind_names()[static_cast<std::size_t>(kind)]); }

LevelWords level_words(const Plan& plan) {
    LevelWords words{"Speerpunt", "doel"};
    if (plan.speerpunten.empty()) return words;
    const SpeerpuntKind kind = plan.speerpunten.front().kind;
    if (std::ranges::all_of(plan.speerpunten, [kind](const Speerpunt& one) { return one.kind == kind; }))
        words.speerpunt = heading(kind);
    const auto level = only_level(plan);
    if (level && *level != GoalLevel::goal && *level != GoalLevel::action_line) words.goal = words_of(*level).singular;
    return words;
}

}  // namespace begroot
