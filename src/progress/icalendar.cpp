#include "period/calendar_day.hpp"
#include "progress/calendar_table.hpp"

#include <array>
#include <cstdio>
#include <map>

namespace begroot::progress {

namespace {

constexpr std::size_t octets_max = 75;

/// Writes a text as RFC 5545 wants it: backslash, semicolon and comma escaped, a line break as `\n`.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') result += '\\';
        if (c == '\n') {
            result += "\\n";
        } else if (static_cast<unsigned char>(c) >= ' ') {
            result += c;
        }
    }
    return result;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Adds one content line, folded so that no line is longer than 75 octets and no character is cut in two.
void add_line(std::string& text, std::string_view line) {
    std::size_t room = octets_max;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && continues_character(line[cut])) --cut;
        text.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = octets_max - 1;  // the space that begins a continued line counts
    }
    text.append(line).append("\r\n");
}

std::string compact(Day day) {
    std::string text = iso_text(day);
    std::erase(text, '-');
    return text;
}

/// Gives sixteen hexadecimal digits that depend on the whole text (FNV-1a, 64 bits).
std::string digest(std::string_view text) {
    constexpr std::uint64_t offset = 14695981039346656037ULL;
    constexpr std::uint64_t prime = 1099511628211ULL;
    std::uint64_t hash = offset;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
    return digits.data();
}

/// Names what an entry is, so that it is the same one next time; its state is no part of it.
std::string identity(const Plan& plan, const CalendarEntry& entry) {
    std::string text;
    for (const std::string& part : {plan.organisation, plan.title, std::string(entry_kind_name(entry.kind)), entry.at,
                                    entry.what, entry.words, iso_text(*entry.day)}) {
        text += part + '\x1f';
    }
    return text;
}

std::string description(const CalendarEntry& entry) {
    std::string text = "Stand: " + std::string(entry_state_name(entry.state));
    const auto add = [&text](const char* head, const std::string& value) {
        if (!value.empty()) text += "\n" + std::string(head) + ": " + value;
    };
    add("Code", entry.at);
    add("Wanneer", entry.words);
    add("Wie", entry.who);
    add("Bijzonderheden", entry.detail);
    return text;
}

void add_event(std::string& text, const Plan& plan, const CalendarEntry& entry, const std::string& uid) {
    add_line(text, "BEGIN:VEVENT");
    add_line(text, "UID:" + uid + "@begroot");
    add_line(text, "DTSTAMP:" + compact(adoption_day(plan).value_or(year_of(plan).first_day())) + "T000000Z");
    add_line(text, "DTSTART;VALUE=DATE:" + compact(*entry.day));
    add_line(text, "DTEND;VALUE=DATE:" + compact(add_days(*entry.day, 1)));
    add_line(text, "SUMMARY:" + escaped((entry.at == "plan" ? "" : entry.at + " ") + entry.what));
    add_line(text, "DESCRIPTION:" + escaped(description(entry)));
    add_line(text, "CATEGORIES:" + escaped(entry_kind_name(entry.kind)) + (entry.carries_money ? ",geld" : ""));
    if (entry.state == EntryState::dropped) add_line(text, "STATUS:CANCELLED");
    add_line(text, "TRANSP:TRANSPARENT");
    add_line(text, "END:VEVENT");
}

}  // namespace

std::string to_icalendar(const Plan& plan, const PlanCalendar& calendar) {
    std::string text;
    add_line(text, "BEGIN:VCALENDAR");
    add_line(text, "VERSION:2.0");
    add_line(text, "PRODID:-//begroot//kalender//NL");
    add_line(text, "CALSCALE:GREGORIAN");
    add_line(text, "X-WR-CALNAME:" + escaped(plan.organisation + ", " + plan.title));
    std::map<std::string, int> seen;  // two entries that are alike in everything are still two
    for (const CalendarEntry& entry : calendar.dated) {
        const std::string name = identity(plan, entry);
        const int before = seen[name]++;
        add_event(text, plan, entry, digest(name + (before > 0 ? std::to_string(before) : "")));
    }
    add_line(text, "END:VCALENDAR");
    return text;
}

}  // namespace begroot::progress
