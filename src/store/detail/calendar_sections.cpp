#include "store/detail/choice_values.hpp"
#include "store/detail/plan_sections.hpp"

#include <charconv>

namespace begroot::store::detail {

namespace {

constexpr std::int64_t years_most = 20;

/// Reads `05-01`, the first of May of every year.
std::optional<YearDay> read_year_day(const Section& section, std::string_view key) {
    constexpr std::int32_t leap_year = 2024;
    constexpr std::size_t length = 5;
    const auto text = section.text(key);
    if (!text) return std::nullopt;
    YearDay day;
    const char* start = text->data();
    if (text->size() == length && (*text)[2] == '-') {
        const auto month = std::from_chars(start, start + 2, day.month);
        const auto number = std::from_chars(start + 3, start + length, day.day);
        const bool digits = month.ptr == start + 2 && number.ptr == start + length;
        if (digits && exists(Day{leap_year, day.month, day.day})) return day;
    }
    section.fail(key, "\"" + *text + "\" is geen dag van een jaar", "maand en dag, bijvoorbeeld \"05-01\" voor 1 mei");
    return std::nullopt;
}

Deadline read_deadline(const Section& section) {
    Deadline deadline;
    deadline.at = section.required_text("bij");
    (void)section.required_text("wanneer");
    (void)section.required_text("soort");
    deadline.when = read_when(section);
    deadline.what = section.required_text("wat");
    deadline.place = section.place();
    return deadline;
}

CalendarRow read_calendar_row(const Section& section) {
    CalendarRow row;
    row.group = section.text_or("groep", "");
    row.what = section.required_text("wat");
    row.when = read_when(section);
    row.who = section.text_or("wie", "");
    row.explanation = section.text_or("toelichting", "");
    row.every_year_before = read_year_day(section, "elk_jaar_voor");
    if (section.has("om_de_jaren"))
        row.every_years = static_cast<std::int32_t>(section.required_whole("om_de_jaren", 1, years_most));
    row.first = section.day("eerste");
    row.status = read_choice_as<ActivityStatus>(section, "status", "status", activity_status_names());
    row.state = section.text_or("stand", "");
    row.place = section.place();
    return row;
}

Meeting read_meeting(const Section& section) {
    Meeting meeting;
    meeting.body = section.required_text("overleg");
    meeting.words = section.text_or("wanneer", "");
    meeting.on = section.day("op");
    meeting.time = section.text_or("tijd", "");
    meeting.location = section.text_or("plaats", "");
    meeting.in_reserve = section.flag("reserve").value_or(false);
    meeting.carries_money = section.flag("geld").value_or(false);
    meeting.note = section.text_or("noot", "");
    meeting.place = section.place();
    return meeting;
}

Subsidy read_subsidy(const Section& section) {
    static const std::vector<std::string> models{"G1", "G2A", "G2B"};
    Subsidy subsidy;
    subsidy.name = section.required_text("naam");
    subsidy.at = section.text_or("bij", "plan");
    if (const auto model = read_choice(section, "model", "model van een subsidie", models))
        subsidy.model = models[*model];
    subsidy.from = section.day("van");
    subsidy.until = section.day("tot");
    check_period(section, subsidy.from, subsidy.until);
    subsidy.words = section.text_or("woorden", "");
    if (const auto printed = section.text("bedrag")) {
        subsidy.amount = parse_plan_amount(*printed);
        if (!subsidy.amount) {
            section.fail("bedrag", "\"" + *printed + "\" is geen bedrag",
                         "een bedrag zoals gedrukt, \"p.m.\" of \"--\"",
                         "laat de sleutel weg als het document geen bedrag noemt");
        }
    }
    subsidy.place = section.place();
    return subsidy;
}

}  // namespace

void read_calendar(const Section& root, Plan& plan) {
    for (const Section& section : root.children("termijn", "[[termijn]]"))
        plan.deadlines.push_back(read_deadline(section));
    for (const Section& section : root.children("kalender", "[[kalender]]"))
        plan.calendar.push_back(read_calendar_row(section));
    for (const Section& section : root.children("bijeenkomst", "[[bijeenkomst]]"))
        plan.meetings.push_back(read_meeting(section));
    for (const Section& section : root.children("subsidie", "[[subsidie]]"))
        plan.subsidies.push_back(read_subsidy(section));
}

}  // namespace begroot::store::detail
