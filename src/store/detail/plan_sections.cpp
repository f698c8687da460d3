#include "store/detail/plan_sections.hpp"

#include <algorithm>
#include <array>

namespace begroot::store::detail {

namespace {

constexpr std::int64_t year_least = 2000;
constexpr std::int64_t year_most = 2199;
constexpr std::array deadline_kinds =
    std::to_array<std::string_view>({"dag", "week", "maand", "kwartaal", "halfjaar", "jaar", "seizoen", "periode",
                                     "doorlopend", "frequentie", "onbekend"});

void read_head(const Section& root, Plan& plan) {
    const auto head = root.child("jaarplan", "[jaarplan]");
    if (!head) {
        root.fail("jaarplan", "de sectie [jaarplan] ontbreekt", "[jaarplan] met organisatie, titel en boekjaar");
        return;
    }
    plan.organisation = head->required_text("organisatie");
    plan.title = head->required_text("titel");
    plan.year = static_cast<std::int32_t>(head->required_whole("boekjaar", year_least, year_most));
    plan.version = head->text_or("versie", "");
    plan.period = head->text_or("planperiode", "");
    plan.document = head->text_or("document", "");
    plan.date = head->day("datum");
    plan.introduction = head->texts("inleiding");
    plan.notes = head->texts("noten");
    plan.sources = head->texts("bronnen");
    plan.legend = head->text_or("legenda", "");
}

Moment read_moment(const Section& section, std::int32_t year) {
    Moment moment;
    moment.code = section.required_text("code");
    const std::string until = section.required_text("tot");
    if (const auto month = parse_month(until)) {
        moment.until = *month;
        if (month->year != year)
            section.fail("tot", to_text(*month) + " ligt niet in boekjaar " + std::to_string(year),
                         "een maand van dat jaar");
    } else if (!until.empty()) {
        section.fail("tot", "\"" + until + "\" is geen maand", "jaar en maand, bijvoorbeeld 2025-08");
    }
    moment.printed = section.text_or("gedrukt", moment.code);
    return moment;
}

Deadline read_deadline(const Section& section) {
    Deadline deadline;
    deadline.at = section.required_text("bij");
    deadline.words = section.required_text("wanneer");
    deadline.kind = section.required_text("soort");
    if (!deadline.kind.empty() && std::ranges::find(deadline_kinds, deadline.kind) == deadline_kinds.end()) {
        std::string known;
        for (const std::string_view kind : deadline_kinds) known += (known.empty() ? "" : ", ") + std::string(kind);
        section.fail("soort", "\"" + deadline.kind + "\" is geen soort termijn", known);
    }
    deadline.from = section.day("van");
    deadline.until = section.day("tot");
    deadline.what = section.required_text("wat");
    deadline.place = section.place();
    return deadline;
}

Summary read_summary(const Section& section) {
    Summary summary;
    summary.heads = section.texts("kop");
    summary.introduction = section.texts("inleiding");
    summary.total = section.required_text("totaal");
    summary.place = section.place("totaal");
    for (const Section& line : section.children("regel", "[[overzicht.regel]]")) {
        const auto number = line.required_whole("speerpunt", 1, 99);
        summary.lines.push_back({SpeerpuntId(std::to_string(number)), line.text_or("naam", ""),
                                 line.text_or("toelichting", ""), line.required_text("kosten"), line.place("kosten")});
    }
    return summary;
}

}  // namespace

Plan read_plan(const Section& root) {
    Plan plan;
    read_head(root, plan);
    if (const auto settings = root.child("tabel", "[tabel]")) {
        plan.default_phasing = settings->text_or("fasering", plan.default_phasing);
    }
    for (const Section& section : root.children("moment", "[[moment]]"))
        plan.moments.push_back(read_moment(section, plan.year));
    for (const Section& section : root.children("termijn", "[[termijn]]"))
        plan.deadlines.push_back(read_deadline(section));
    for (const Section& section : root.children("tegenspraak", "[[tegenspraak]]")) {
        plan.contradictions.push_back({section.required_text("onderwerp"), section.required_text("eerste"),
                                       section.text_or("tweede", ""), section.text_or("toelichting", ""),
                                       section.place()});
    }
    if (const auto summary = root.child("overzicht", "[overzicht]")) plan.summary = read_summary(*summary);
    for (const Section& section : root.children("speerpunt", "[[speerpunt]]")) {
        Speerpunt speerpunt = read_speerpunt(section);
        if (find_speerpunt(plan, speerpunt.id) != nullptr) {
            section.fail("nummer", "speerpunt " + speerpunt.id.text() + " staat er twee keer", "elk nummer een keer");
        }
        plan.speerpunten.push_back(std::move(speerpunt));
    }
    if (plan.speerpunten.empty() && !root.has("meerjaren"))
        root.fail("speerpunt", "er is geen [[speerpunt]]", "ten minste een speerpunt met doelen");
    return plan;
}

}  // namespace begroot::store::detail
