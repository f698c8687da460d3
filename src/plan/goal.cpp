#include "plan/goal.hpp"

namespace begroot {

const std::vector<std::string>& activity_status_names() {
    static const std::vector<std::string> names{"niet_gestart", "loopt", "klaar", "vervallen"};
    return names;
}

const std::vector<std::string>& reached_names() {
    static const std::vector<std::string> names{"ja", "nee", "deels"};
    return names;
}

std::string full_text(const Activity& activity) {
    std::string text = activity.text;
    for (const std::string& paragraph : activity.more) text += " " + paragraph;
    return text;
}

GoalLevelWords words_of(GoalLevel level) {
    switch (level) {
        case GoalLevel::goal:
            return {"doel", "doel"};
        case GoalLevel::action_line:
            return {"actielijn", "actielijn"};
        case GoalLevel::project:
            return {"project", "project"};
        case GoalLevel::result:
            return {"resultaat", "beoogd resultaat"};
        case GoalLevel::measure:
            return {"maatregel", "maatregel"};
        case GoalLevel::school_goal:
            return {"schooldoel", "doel van de scholen"};
    }
    return {"", ""};
}

}  // namespace begroot
