#include "progress/calendar_table.hpp"

#include "period/calendar_day.hpp"
#include "progress/detail/json_text.hpp"
#include "table/cells.hpp"

namespace begroot::progress {

namespace {

std::string status_text(const CalendarEntry& entry) {
    if (entry.kind != EntryKind::activity && entry.kind != EntryKind::row) return "";
    if (!entry.status) return "niet gezegd";
    std::string name = activity_status_names()[static_cast<std::size_t>(*entry.status)];
    if (name == "niet_gestart") name = "niet gestart";
    return name;
}

Tone tone_of(EntryState state) {
    switch (state) {
        case EntryState::late:
        case EntryState::before_adoption:
            return Tone::unfavourable;
        case EntryState::done:
            return Tone::favourable;
        case EntryState::past:
        case EntryState::dropped:
            return Tone::muted;
        default:
            return Tone::plain;
    }
}

std::vector<Column> columns(bool with_day) {
    std::vector<Column> all;
    if (with_day) all.push_back({"datum", "Uiterlijk", ColumnKind::day, 0, 0});
    all.insert(all.end(),
               {{"stand", "Stand", ColumnKind::text, 0, 18},
                {"soort", "Soort", ColumnKind::text, 5, 12},
                {"code", "Code", ColumnKind::text, 0, 8},
                {"wat", "Wat", ColumnKind::text, 0, 44},
                {"wie", "Wie", ColumnKind::text, 3, 24},
                {"wanneer", "Wanneer, letterlijk", ColumnKind::text, 0, 24},
                {"woordsoort", "Soort termijn", ColumnKind::text, static_cast<std::uint8_t>(with_day ? 1 : 6), 16},
                {"status", "Status", ColumnKind::text, 4, 13},
                {"geld", "Geld", ColumnKind::text, 7, 4},
                {"bijzonderheden", "Bijzonderheden", ColumnKind::text, 2, 30}});
    return all;
}

Row row_of(const CalendarEntry& entry, bool with_day) {
    Row row;
    const Tone tone = tone_of(entry.state);
    if (with_day) row.cells.push_back(entry.day ? Cell{*entry.day, {}, tone} : Cell{});
    for (const std::string& text :
         {std::string(entry_state_name(entry.state)), std::string(entry_kind_name(entry.kind)), entry.at, entry.what,
          entry.who, entry.words, std::string(kind_name(entry.when)), status_text(entry),
          std::string(entry.carries_money ? "geld" : ""), entry.detail}) {
        row.cells.push_back(text_cell(text));
    }
    row.cells[with_day ? 1 : 0].tone = tone;
    return row;
}

std::string reference_text(const PlanCalendar& calendar, const std::string& words) {
    return "Peildatum " + dutch_text(calendar.options.reference) + (words.empty() ? "" : " (" + words + ")");
}

std::string window_text(const PlanCalendar& calendar) {
    const CalendarOptions& options = calendar.options;
    if (!options.from && !options.until) return "alles met een datum";
    return (options.from ? "vanaf " + dutch_text(*options.from) : std::string()) +
           (options.from && options.until ? " " : "") +
           (options.until ? "tot en met " + dutch_text(*options.until) : std::string());
}

std::vector<std::string> notes(const Plan& plan, const PlanCalendar& calendar) {
    std::vector<std::string> lines;
    lines.emplace_back(
        "Uiterlijk is de laatste dag waarop het op tijd is: van \"voor 1 mei\" is dat 30 april. Te laat zijn "
        "alleen een actie die niet klaar is, en een rij van de kwaliteitskalender waarvan gezegd is dat zij niet klaar "
        "is; van het andere is alleen bekend dat de dag voorbij is.");
    const auto adopted = adoption_day(plan);
    if (adopted)
        lines.push_back("Vóór vaststelling: de dag lag al voor " + dutch_text(*adopted) +
                        (plan.adopted ? ", toen het plan werd vastgesteld." : ", de datum van het plan."));
    if (calendar.outside > 0)
        lines.push_back("Niet getoond: " + std::to_string(calendar.outside) + " buiten de gevraagde periode.");
    return lines;
}

Table dated_table(const Plan& plan, const PlanCalendar& calendar, const CalendarStyle& style) {
    Table table;
    table.name = "Kalender";
    table.title = "Kalender";
    table.subtitles = {plan.organisation + " · " + plan.title + " · " + name_of(year_of(plan)),
                       reference_text(calendar, style.reference_words) + " · " + window_text(calendar)};
    table.columns = columns(true);
    for (const CalendarEntry& entry : calendar.dated) table.rows.push_back(row_of(entry, true));
    if (style.one_table) {
        for (const CalendarEntry& entry : calendar.undated) table.rows.push_back(row_of(entry, true));
    }
    table.notes = notes(plan, calendar);
    if (calendar.dated.empty()) table.notes.insert(table.notes.begin(), "Er is niets met een datum.");
    return table;
}

Table undated_table(const PlanCalendar& calendar) {
    Table table;
    table.name = "Zonder vaste datum";
    table.title = "Zonder vaste datum";
    table.subtitles = {"De woorden leggen geen dag vast; zij staan hier letterlijk."};
    table.columns = columns(false);
    for (const CalendarEntry& entry : calendar.undated) table.rows.push_back(row_of(entry, false));
    return table;
}

Table totals_table(const PlanCalendar& calendar) {
    Table table;
    table.name = "Telling";
    table.title = "Telling per stand";
    constexpr std::array<const char*, entry_kinds> heads = {"Actie",    "Termijn",   "Kalender",  "Bijeenkomst",
                                                            "Subsidie", "Indicator", "Rapportage"};
    table.columns = {{"stand", "Stand", ColumnKind::text, 0, 24}};
    for (std::size_t i = 0; i < entry_kinds; ++i) {
        table.columns.push_back({entry_kind_name(static_cast<EntryKind>(i)), heads[i], ColumnKind::count, 0, 0});
    }
    table.columns.push_back({"samen", "Samen", ColumnKind::count, 0, 0});
    const auto add = [&table](RowRole role, const std::string& label, const std::array<std::int64_t, entry_kinds>& by) {
        Row row{role, 0, {text_cell(label)}};
        std::int64_t total = 0;
        for (const std::int64_t count : by) {
            row.cells.push_back({count, {}, Tone::plain});
            total += count;
        }
        row.cells.push_back({total, {}, Tone::plain});
        table.rows.push_back(std::move(row));
    };
    std::array<std::int64_t, entry_kinds> all{};
    for (const auto& [state, by] : count_dated(calendar)) {
        add(RowRole::body, entry_state_name(state), by);
        for (std::size_t i = 0; i < by.size(); ++i) all[i] += by[i];
    }
    std::array<std::int64_t, entry_kinds> undated{};
    for (const CalendarEntry& entry : calendar.undated) ++undated[static_cast<std::size_t>(entry.kind)];
    add(RowRole::body, "zonder vaste datum", undated);
    for (std::size_t i = 0; i < undated.size(); ++i) all[i] += undated[i];
    add(RowRole::total, "Totaal", all);
    return table;
}

detail::Json entry_json(const CalendarEntry& entry) {
    using detail::Json;
    using detail::text_or_null;
    return {{"uiterlijk", entry.day ? Json(iso_text(*entry.day)) : Json(nullptr)},
            {"stand", entry_state_name(entry.state)},
            {"soort", entry_kind_name(entry.kind)},
            {"code", entry.at},
            {"wat", entry.what},
            {"wie", text_or_null(entry.who)},
            {"wanneer", entry.words},
            {"soort_termijn", kind_name(entry.when)},
            {"status",
             entry.status ? Json(activity_status_names()[static_cast<std::size_t>(*entry.status)]) : Json(nullptr)},
            {"geld", entry.carries_money},
            {"bijzonderheden", text_or_null(entry.detail)}};
}

}  // namespace

Document to_document(const Plan& plan, const PlanCalendar& calendar, const CalendarStyle& style) {
    Document document;
    document.title = "Kalender";
    document.subject = plan.organisation + ", " + plan.title;
    document.tables.push_back(dated_table(plan, calendar, style));
    if (!style.one_table && !calendar.undated.empty()) document.tables.push_back(undated_table(calendar));
    if (!style.one_table) document.tables.push_back(totals_table(calendar));
    check_document(document);
    return document;
}

std::string to_json(const Plan& plan, const PlanCalendar& calendar) {
    using detail::Json;
    Json json{{"organisatie", plan.organisation},    {"jaarplan", plan.title},
              {"jaar", to_text(year_of(plan))},      {"peildatum", iso_text(calendar.options.reference)},
              {"buiten_periode", calendar.outside},  {"kalender", Json::array()},
              {"zonder_vaste_datum", Json::array()}, {"telling", Json::object()}};
    for (const CalendarEntry& entry : calendar.dated) json["kalender"].push_back(entry_json(entry));
    for (const CalendarEntry& entry : calendar.undated) json["zonder_vaste_datum"].push_back(entry_json(entry));
    for (const auto& [state, by] : count_dated(calendar)) {
        Json counts = Json::object();
        for (std::size_t i = 0; i < by.size(); ++i) counts[entry_kind_name(static_cast<EntryKind>(i))] = by[i];
        json["telling"][entry_state_name(state)] = std::move(counts);
    }
    return detail::dump(json);
}

}  // namespace begroot::progress
