#include "progress/calendar.hpp"

#include "period/calendar_day.hpp"

#include <algorithm>
#include <utility>

namespace begroot::progress {

namespace {

std::string joined(const std::vector<std::string>& texts, const char* between) {
    std::string text;
    for (const std::string& one : texts) {
        if (!one.empty()) text += (text.empty() ? "" : between) + one;
    }
    return text;
}

/// Collects the entries of a plan and says how each stands.
class CalendarMaker {
public:
    CalendarMaker(const Plan& plan, const CalendarOptions& options)
        : plan_(&plan),
          adopted_(adoption_day(plan)),
          window_from_(year_of(plan).first_day()),
          window_until_(year_of(plan).last_day()) {
        calendar_.options = options;
        if (options.from && options.until) {
            window_from_ = *options.from;
            window_until_ = *options.until;
        }
    }

    PlanCalendar make() && {
        for (const Speerpunt& speerpunt : plan_->speerpunten) {
            for (const Goal& goal : speerpunt.goals) add_activities(goal);
        }
        for (const Deadline& deadline : plan_->deadlines) add_deadline(deadline);
        for (const CalendarRow& row : plan_->calendar) add_row(row);
        for (const Meeting& meeting : plan_->meetings) add_meeting(meeting);
        for (const Subsidy& subsidy : plan_->subsidies) add_subsidy(subsidy);
        for (const Indicator& indicator : plan_->indicators) add_indicator(indicator);
        for (const Moment& moment : plan_->moments) add_moment(moment);
        std::ranges::stable_sort(calendar_.dated, {}, &CalendarEntry::day);
        return std::move(calendar_);
    }

private:
    [[nodiscard]] bool is_past(Day day) const { return calendar_.options.reference > day; }
    [[nodiscard]] bool is_before_adoption(Day day) const { return adopted_ && day < *adopted_; }

    [[nodiscard]] EntryState state_of_work(const CalendarEntry& entry) const {
        if (entry.status == ActivityStatus::done) return EntryState::done;
        if (entry.status == ActivityStatus::dropped) return EntryState::dropped;
        if (!entry.day) return EntryState::open;
        if (is_before_adoption(*entry.day)) return EntryState::before_adoption;
        if (!is_past(*entry.day)) return EntryState::open;
        return entry.kind == EntryKind::activity || entry.status ? EntryState::late : EntryState::past;
    }

    [[nodiscard]] EntryState state_of_event(const CalendarEntry& entry) const {
        return entry.day && is_past(*entry.day) ? EntryState::past : EntryState::coming;
    }

    void add(CalendarEntry&& entry) {
        if (!entry.day) {
            calendar_.undated.push_back(std::move(entry));
        } else if ((calendar_.options.from && *entry.day < *calendar_.options.from) ||
                   (calendar_.options.until && *entry.day > *calendar_.options.until)) {
            ++calendar_.outside;
        } else {
            calendar_.dated.push_back(std::move(entry));
        }
    }

    void add_work(CalendarEntry&& entry) {
        entry.state = state_of_work(entry);
        add(std::move(entry));
    }

    void add_event(CalendarEntry&& entry) {
        entry.state = state_of_event(entry);
        add(std::move(entry));
    }

    /// Adds the rows of a table of actions; a paragraph of a Do column has no place for a date and is none.
    void add_activities(const Goal& goal) {
        const When* before = nullptr;
        for (const Activity& activity : goal.activities) {
            if (!activity.is_row) continue;
            CalendarEntry entry;
            entry.kind = EntryKind::activity;
            entry.at = goal.id.text() + "." + activity.letter;
            entry.what = full_text(activity);
            entry.who = joined(activity.who, "; ");
            entry.words = activity.when.words;
            entry.when = activity.when.kind;
            entry.day = last_day_of(activity.when);
            entry.status = activity.status;
            entry.detail = activity.state;
            const bool same = activity.when.kind == WhenKind::same && before != nullptr && !entry.day;
            if (same) {
                entry.day = last_day_of(*before);
                entry.words += " (" + before->words + ")";
            } else {
                before = &activity.when;
            }
            add_work(std::move(entry));
        }
    }

    void add_deadline(const Deadline& deadline) {
        CalendarEntry entry;
        entry.kind = EntryKind::deadline;
        entry.at = deadline.at;
        entry.what = deadline.what;
        entry.words = deadline.when.words;
        entry.when = deadline.when.kind;
        entry.day = last_day_of(deadline.when);
        add_work(std::move(entry));
    }

    void add_row(const CalendarRow& row) {
        CalendarEntry entry;
        entry.kind = EntryKind::row;
        entry.at = "plan";
        entry.what = row.what;
        entry.who = row.who;
        entry.words = row.when.words;
        entry.when = row.when.kind;
        entry.detail = joined({joined({row.group, row.explanation}, ": "), row.state}, "; ");
        const auto days = due_days(row, window_from_, window_until_);
        for (const Day day : days) {
            CalendarEntry one = entry;
            one.day = day;
            if (year_of(*plan_).contains(day)) one.status = row.status;  // of other years nobody said anything
            add_work(std::move(one));
        }
        const bool fixed = row.every_year_before && (row.every_years == 1 || row.first);
        const bool outside = row.first || last_day_of(row.when) || fixed;
        if (!days.empty()) return;
        if (outside) {
            ++calendar_.outside;
            return;
        }
        entry.status = row.status;
        add_work(std::move(entry));
    }

    void add_meeting(const Meeting& meeting) {
        CalendarEntry entry;
        entry.kind = EntryKind::meeting;
        entry.at = "plan";
        entry.what = meeting.body + (meeting.in_reserve ? " (reserve)" : "");
        entry.words = meeting.words;
        entry.when = meeting.on ? WhenKind::day : WhenKind::unknown;
        entry.day = meeting.on;
        entry.detail = joined({meeting.time, meeting.location, meeting.note}, ", ");
        entry.carries_money = meeting.carries_money;
        add_event(std::move(entry));
    }

    void add_subsidy(const Subsidy& subsidy) {
        CalendarEntry entry;
        entry.kind = EntryKind::subsidy;
        entry.at = subsidy.at;
        entry.what = "einde van de subsidie " + subsidy.name;
        entry.words = subsidy.words;
        entry.when = subsidy.until ? WhenKind::day : WhenKind::unknown;
        entry.day = subsidy.until;
        entry.detail = joined({subsidy.model, subsidy.amount ? subsidy.amount->printed : ""}, ", ");
        entry.carries_money = true;
        add_event(std::move(entry));
    }

    void add_indicator(const Indicator& indicator) {
        if (!indicator.target_on && indicator.target_when.empty()) return;
        CalendarEntry entry;
        entry.kind = EntryKind::indicator;
        entry.at = indicator.at;
        entry.what = indicator.text;
        entry.words = indicator.target_when;
        entry.when = indicator.target_on ? WhenKind::day : WhenKind::unknown;
        entry.day = indicator.target_on;
        add_work(std::move(entry));
    }

    void add_moment(const Moment& moment) {
        CalendarEntry entry;
        entry.kind = EntryKind::moment;
        entry.at = "plan";
        entry.what = "rapportage " + moment.code + " tot en met " + month_name(moment.until.month) + " " +
                     std::to_string(moment.until.year);
        entry.words = moment.printed;
        entry.when = WhenKind::month;
        entry.day = last_day(moment.until);
        entry.carries_money = true;
        add_event(std::move(entry));
    }

    const Plan* plan_;
    std::optional<Day> adopted_;
    Day window_from_, window_until_;
    PlanCalendar calendar_;
};

}  // namespace

const char* entry_kind_name(EntryKind kind) {
    constexpr std::array<const char*, entry_kinds> names = {"actie",    "termijn",   "kalender",  "bijeenkomst",
                                                            "subsidie", "indicator", "rapportage"};
    return names[static_cast<std::size_t>(kind)];
}

const char* entry_state_name(EntryState state) {
    constexpr std::array<const char*, entry_states> names = {
        "te laat", "vóór vaststelling", "te doen", "komt", "voorbij", "klaar", "vervallen"};
    return names[static_cast<std::size_t>(state)];
}

PlanCalendar make_calendar(const Plan& plan, const CalendarOptions& options) {
    return CalendarMaker(plan, options).make();
}

CalendarCounts count_dated(const PlanCalendar& calendar) {
    CalendarCounts counts;
    for (const CalendarEntry& entry : calendar.dated) ++counts[entry.state][static_cast<std::size_t>(entry.kind)];
    return counts;
}

}  // namespace begroot::progress
