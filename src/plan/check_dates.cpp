#include "period/calendar_day.hpp"
#include "plan/check_plan.hpp"

namespace begroot {

namespace {

void check_adoption(const Plan& plan, const Goal& goal, const Activity& activity, Findings& findings) {
    const auto adopted = adoption_day(plan);
    const auto due = last_day_of(activity.when);
    const bool settled = activity.status == ActivityStatus::done || activity.status == ActivityStatus::dropped;
    if (!adopted || !due || *due >= *adopted || settled) return;
    findings.push_back(
        {Severity::warning, "gereed_voor_vaststelling", activity.place,
         "actie " + goal.id.text() + "." + activity.letter + " moest klaar zijn op \"" + activity.when.words +
             "\", voordat het plan er was",
         "een dag vanaf " + dutch_text(*adopted) + (plan.adopted ? " (vaststelling)" : " (datum van het document)"),
         "zet status = \"klaar\" als het gedaan is, of meld het aan de opsteller; er is niets hersteld"});
}

void check_words(const std::string& what, const std::string& words, const Place& place, Findings& findings) {
    const auto clash = frequency_clash(words);
    if (!clash) return;
    findings.push_back({Severity::warning, "frequentie_tegenstrijdig", place,
                        "\"" + words + "\" bij \"" + what + "\": " + std::to_string(clash->times) +
                            " keer per jaar, en een jaar telt " + std::to_string(clash->periods_a_year) + " keer een " +
                            clash->period,
                        "een van beide", "meld het aan de opsteller; er is niets hersteld"});
}

}  // namespace

Findings check_dates(const Plan& plan) {
    Findings findings;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            for (const Activity& activity : goal.activities) {
                check_adoption(plan, goal, activity, findings);
                check_words(full_text(activity), activity.when.words, activity.place, findings);
            }
        }
    }
    for (const CalendarRow& row : plan.calendar) check_words(row.what, row.when.words, row.place, findings);
    for (const Deadline& deadline : plan.deadlines)
        check_words(deadline.what, deadline.when.words, deadline.place, findings);
    return findings;
}

}  // namespace begroot
