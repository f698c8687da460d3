#include "store/detail/activity_sections.hpp"

#include "money/format.hpp"
#include "store/detail/choice_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace begroot::store::detail {

namespace {

constexpr std::int64_t fraction_most = 1000;

std::string letter_at(std::size_t index) {
    constexpr std::size_t letters = 26;
    std::string letter(1, static_cast<char>('a' + index % letters));
    if (index >= letters) letter += std::to_string(index / letters);
    return letter;
}

Activity read_action(const Section& section) {
    Activity activity;
    activity.place = section.place();
    activity.is_row = true;
    activity.more = section.texts("wat");
    if (activity.more.empty() || activity.more.front().empty()) {
        section.fail("wat", "\"wat\" ontbreekt in een actie", "een tekst, of een lijst van teksten");
    } else {
        activity.text = std::move(activity.more.front());
        activity.more.erase(activity.more.begin());
    }
    activity.who = section.texts("wie");
    activity.when = read_when(section);
    activity.status = read_choice_as<ActivityStatus>(section, "status", "status", activity_status_names());
    activity.state = section.text_or("stand", "");
    activity.footnotes = section.wholes("voetnoten");
    activity.organisations = read_organisations(section);
    return activity;
}

/// Reads a number of hours, whole or with a part, in hundredths.
std::optional<std::int64_t> read_hours(const Section& section, std::string_view key) {
    constexpr double hundredths = 100;
    constexpr double hours_most = 1'000'000;
    constexpr double slack = 1e-6;
    const toml::node* node = section.table().get(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    const double scaled = value.value_or(-1) * hundredths;
    if (value && *value >= 0 && *value <= hours_most && std::abs(scaled - std::round(scaled)) < slack)
        return static_cast<std::int64_t>(std::llround(scaled));
    section.fail(key, "\"" + std::string(key) + "\" is geen aantal uren",
                 "een getal van 0 tot en met 1.000.000 zonder aanhalingstekens, met hoogstens twee decimalen",
                 "laat de sleutel weg als het aantal niet bekend is");
    return std::nullopt;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Reads `50%` or `1/3`: above nothing and at most the whole.
std::optional<PartnerShare> parse_share(const std::string& text) {
    constexpr std::int64_t whole_ppm = 1'000'000;
    PartnerShare share;
    share.printed = text;
    const auto slash = text.find('/');
    if (slash != std::string::npos) {
        const auto part = whole_number(std::string_view(text).substr(0, slash));
        const auto whole = whole_number(std::string_view(text).substr(slash + 1));
        if (!part || !whole || *whole > fraction_most) return std::nullopt;
        share.part = *part;
        share.whole = *whole;
    } else if (const auto rate = parse_percent(text)) {
        share.part = rate->ppm();
        share.whole = whole_ppm;
    }
    const bool legal = share.part > 0 && share.part <= share.whole;
    return legal ? std::optional(share) : std::nullopt;
}

}  // namespace

void read_activities(const Section& section, std::string_view key, Goal& goal) {
    for (std::string& text : section.texts(key)) {
        Activity activity;
        activity.letter = letter_at(goal.activities.size());
        activity.text = std::move(text);
        goal.activities.push_back(std::move(activity));
    }
    for (const Section& row : section.children("actie", "[[speerpunt.doel.actie]]")) {
        Activity activity = read_action(row);
        activity.letter = letter_at(goal.activities.size());
        goal.activities.push_back(std::move(activity));
    }
}

void read_progress(const Section& section, Goal& goal) {
    goal.organisations = read_organisations(section);
    goal.footnotes = section.wholes("voetnoten");
    if (const auto hours = section.child("uren", "[[speerpunt.doel]].uren")) {
        goal.hours = Hours{read_hours(*hours, "toegekend"), read_hours(*hours, "gebruikt"), hours->day("op"),
                           hours->text_or("bron", "")};
    }
    const auto reached = read_choice_as<Reached>(section, "behaald", "antwoord op behaald", reached_names());
    if (reached) {
        goal.outcome = Outcome{*reached, section.day("behaald_op"), section.text_or("behaald_bron", "")};
    } else if (!section.has("behaald") && (section.has("behaald_op") || section.has("behaald_bron"))) {
        section.fail(section.has("behaald_op") ? "behaald_op" : "behaald_bron",
                     "er staat bij wanneer of waaruit, maar niet of het behaald is",
                     "behaald = \"ja\", \"nee\" of \"deels\"");
    }
}

Partner read_partner(const Section& section) {
    Partner partner{section.required_text("naam"), section.text_or("rol", ""), std::nullopt, section.place()};
    if (const auto text = section.text("aandeel")) {
        partner.share = parse_share(*text);
        if (!partner.share) {
            section.fail("aandeel", "\"" + *text + "\" is geen aandeel",
                         "een percentage of een breuk boven nul en hoogstens het geheel, bijvoorbeeld 50% of 1/3");
        }
    }
    return partner;
}

void read_cashier(const Section& section, Goal& goal) {
    goal.cashier = section.text_or("kassier", "");
    goal.cashier_place = section.place(section.has("kassier") ? "kassier" : "geheel");
    const auto text = section.text("geheel");
    if (!text) return;
    goal.whole = parse_amount(*text);
    if (!goal.whole) section.fail("geheel", "\"" + *text + "\" is geen bedrag", "een bedrag, bijvoorbeeld 145.000");
}

void check_shares(const Section& section, const Goal& goal) {
    for (auto one = goal.partners.begin(); one != goal.partners.end(); ++one) {
        if (std::ranges::find(goal.partners.begin(), one, one->name, &Partner::name) == one) continue;
        section.fail("partners", "partner \"" + one->name + "\" staat twee keer bij " + goal.id.text(),
                     "elke partner een keer");
        return;
    }
    const auto total = total_of_shares(goal);
    if (total && total->part <= total->whole) return;
    std::string shares;
    for (const Partner& partner : goal.partners) {
        if (partner.share) shares += (shares.empty() ? "" : " + ") + partner.share->printed;
    }
    if (!total) {
        section.fail(
            "partners",
            "de aandelen van de partners van " + goal.id.text() + " hebben geen gemene noemer (" + shares + ")",
            "breuken met een noemer die zij delen, of percentages");
        return;
    }
    section.fail(
        "partners",
        "de aandelen van de partners van " + goal.id.text() + " zijn samen meer dan het geheel (" + shares + ")",
        "hoogstens 100%");
}

}  // namespace begroot::store::detail
