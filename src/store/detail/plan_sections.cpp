#include "store/detail/plan_sections.hpp"

#include "store/detail/choice_values.hpp"

namespace begroot::store::detail {

namespace {

constexpr std::int64_t year_least = 2000;
constexpr std::int64_t year_most = 2199;
constexpr std::int64_t footnote_most = 999;

/// Reads `boekjaar` or `schooljaar`: which twelve months the plan is about.
PlanYear read_year(const Section& head) {
    const auto school_year = head.text("schooljaar");
    if (!head.has("schooljaar"))
        return {static_cast<std::int32_t>(head.required_whole("boekjaar", year_least, year_most)), 1};
    if (head.has("boekjaar")) head.fail("schooljaar", "boekjaar en schooljaar staan er allebei", "een van beide");
    if (!school_year) return {static_cast<std::int32_t>(year_least), school_year_first_month};
    if (const auto year = parse_school_year(*school_year)) return *year;
    head.fail("schooljaar", "\"" + *school_year + "\" is geen schooljaar",
              "twee jaren achter elkaar, bijvoorbeeld \"2024-2025\"");
    return {static_cast<std::int32_t>(year_least), school_year_first_month};
}

void read_head(const Section& root, Plan& plan) {
    const auto head = root.child("jaarplan", "[jaarplan]");
    if (!head) {
        root.fail("jaarplan", "de sectie [jaarplan] ontbreekt",
                  "[jaarplan] met organisatie, titel en boekjaar of schooljaar");
        return;
    }
    plan.organisation = head->required_text("organisatie");
    plan.title = head->required_text("titel");
    const PlanYear year = read_year(*head);
    plan.year = year.year;
    plan.first_month = year.first_month;
    plan.version = head->text_or("versie", "");
    plan.period = head->text_or("planperiode", "");
    plan.document = head->text_or("document", "");
    plan.date = head->day("datum");
    plan.adopted = head->day("vastgesteld");
    plan.introduction = head->texts("inleiding");
    plan.notes = head->texts("noten");
    plan.sources = head->texts("bronnen");
    plan.legend = head->text_or("legenda", "");
    plan.core_values = head->texts("kernwaarden");
}

Moment read_moment(const Section& section, PlanYear year) {
    Moment moment;
    moment.code = section.required_text("code");
    const std::string until = section.required_text("tot");
    if (const auto month = parse_month(until)) {
        moment.until = *month;
        if (!year.contains(*month))
            section.fail("tot", to_text(*month) + " ligt niet in " + name_of(year), "een maand van dat jaar");
    } else if (!until.empty()) {
        section.fail("tot", "\"" + until + "\" is geen maand", "jaar en maand, bijvoorbeeld 2025-08");
    }
    moment.printed = section.text_or("gedrukt", moment.code);
    return moment;
}

Organisation read_organisation(const Section& section) {
    Organisation organisation;
    organisation.place = section.place();
    organisation.id = OrganisationId(section.required_text("code"));
    organisation.name = section.required_text("naam");
    if (!section.has("soort")) section.fail("soort", "\"soort\" ontbreekt in [[organisatie]]", "bijvoorbeeld swv");
    if (const auto kind =
            read_choice_as<OrganisationKind>(section, "soort", "soort organisatie", organisation_kind_names()))
        organisation.kind = *kind;
    organisation.part_of = OrganisationId(section.text_or("deel_van", ""));
    return organisation;
}

/// Reads the organisations, the footnotes and what could not be read.
void read_appendices(const Section& root, Plan& plan) {
    for (const Section& section : root.children("organisatie", "[[organisatie]]")) {
        Organisation organisation = read_organisation(section);
        if (find_organisation(plan, organisation.id) != nullptr)
            section.fail("code", "organisatie \"" + organisation.id.text() + "\" staat er twee keer",
                         "elke code een keer");
        plan.organisations.push_back(std::move(organisation));
    }
    for (const Section& section : root.children("voetnoot", "[[voetnoot]]")) {
        const auto number = section.required_whole("nummer", 1, footnote_most);
        if (find_footnote(plan, number) != nullptr)
            section.fail("nummer", "voetnoot " + std::to_string(number) + " staat er twee keer", "elk nummer een keer");
        plan.footnotes.push_back({number, section.required_text("tekst")});
    }
    for (const Section& section : root.children("onleesbaar", "[[onleesbaar]]")) {
        Unreadable unreadable{section.texts("tekst"), section.required_text("plaats"), section.text_or("reden", ""),
                              section.place()};
        if (unreadable.text.empty())
            section.fail("tekst", "\"tekst\" ontbreekt in [[onleesbaar]]", "de tekst zoals hij er staat");
        plan.unreadable.push_back(std::move(unreadable));
    }
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
        plan.moments.push_back(read_moment(section, year_of(plan)));
    read_calendar(root, plan);
    read_indicators(root, plan);
    read_appendices(root, plan);
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
