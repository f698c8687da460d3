#include "store/detail/rule_sections.hpp"

#include "base/nearest.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <charconv>

namespace begroot::store::detail {

namespace {

constexpr std::string_view outside_word = "buiten_jaarplan";

std::vector<std::string> goal_codes(const Plan& plan) {
    std::vector<std::string> codes{std::string(outside_word)};
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) codes.push_back(goal.id.text());
    }
    return codes;
}

/// Reads `naar` and `geboekt_bij`: a goal, one of its activities (`3.2.a`), or outside the plan.
Target read_target(const Section& section, const Plan& plan) {
    Target target;
    const std::string code = section.required_text("naar");
    if (code == outside_word) {
        target.kind = TargetKind::outside_plan;
        if (section.has("geboekt_bij")) {
            section.fail("geboekt_bij", "buiten het jaarplan is er geen speerpunt om bij te boeken",
                         "geboekt_bij weglaten");
        }
        return target;
    }
    const Goal* goal = find_goal(plan, GoalId(code));
    const auto last_point = code.rfind('.');
    if (goal == nullptr && last_point != std::string::npos) {
        goal = find_goal(plan, GoalId(code.substr(0, last_point)));
        target.activity = code.substr(last_point + 1);
        if (goal != nullptr &&
            std::ranges::find(goal->activities, target.activity, &Activity::letter) == goal->activities.end()) {
            goal = nullptr;
        }
    }
    if (goal == nullptr) {
        if (!code.empty()) {
            const auto meant = nearest(code, goal_codes(plan));
            section.fail("naar", "\"" + code + "\" is geen doel van dit jaarplan",
                         meant ? "\"" + *meant + "\"" : "een doel zoals 1.1, of buiten_jaarplan");
        }
        return target;
    }
    if (goal->level == GoalLevel::school_goal) {
        section.fail("naar", "\"" + code + "\" is een schooldoel; daar hoort geen bedrag van het plan bij",
                     "een doel met een begroting, of buiten_jaarplan");
    }
    target.kind = TargetKind::goal;
    target.goal = goal->id;
    target.booked_at = goal->speerpunt;
    if (const auto at = section.whole("geboekt_bij")) {
        target.booked_at = SpeerpuntId(std::to_string(*at));
        if (find_speerpunt(plan, target.booked_at) == nullptr) {
            section.fail("geboekt_bij", "speerpunt " + std::to_string(*at) + " bestaat niet",
                         "het nummer van een speerpunt");
        }
    }
    return target;
}

/// Reads the weight of a part of a split: cents of `bedrag` or millionths of `aandeel`.
std::int64_t read_weight(const Section& part, bool by_amount) {
    const std::string_view key = by_amount ? "bedrag" : "aandeel";
    const std::string text = part.required_text(key);
    if (text.empty()) return 1;
    const auto money = by_amount ? parse_amount(text) : std::nullopt;
    const auto rate = by_amount ? std::nullopt : parse_percent(text);
    const std::int64_t weight = money ? money->cents() : (rate ? rate->ppm() : 0);
    if (weight <= 0) {
        part.fail(
            key, "\"" + text + "\" kan niet verdelen",
            by_amount ? "een bedrag boven nul, bijvoorbeeld 10.000" : "een percentage boven nul, bijvoorbeeld 60%");
        return 1;
    }
    return weight;
}

std::vector<Share> read_shares(const Section& section, const Plan& plan) {
    std::vector<Share> shares;
    if (!section.has("verdeling")) {
        shares.push_back({read_target(section, plan), 1});
        return shares;
    }
    if (section.has("naar")) section.fail("naar", "naar en verdeling staan er allebei", "een van beide");
    if (section.has("geboekt_bij"))
        section.fail("geboekt_bij", "geboekt_bij staat naast verdeling", "geboekt_bij bij een deel van de verdeling");
    const auto parts = section.children("verdeling", "[[koppelregel]].verdeling");
    const bool by_amount = !parts.empty() && parts.front().has("bedrag");
    std::int64_t total = 0;
    for (const Section& part : parts) {
        if (part.has("bedrag") && part.has("aandeel"))
            part.fail("aandeel", "bedrag en aandeel staan er allebei", "een van beide");
        const std::int64_t weight = read_weight(part, by_amount);
        total += weight;
        shares.push_back({read_target(part, plan), weight});
    }
    constexpr std::int64_t whole_ppm = 1'000'000;
    if (shares.empty()) {
        section.fail("verdeling", "de verdeling is leeg", "ten minste een deel");
        shares.push_back({});
    } else if (!by_amount && total != whole_ppm) {
        section.fail("verdeling", "de aandelen zijn samen " + format_percent(Rate::from_ppm(total)), "100%");
    }
    return shares;
}

/// Reads one or more texts of a condition. An empty list would ask nothing and so fit everything; it is refused.
std::vector<std::string> read_asked(const Section& section, std::string_view key) {
    if (section.empty_list(key))
        section.fail(key, "\"" + std::string(key) + "\" is een lege lijst",
                     "ten minste een waarde, of de sleutel weglaten");
    return section.texts(key);
}

std::vector<Pattern> read_patterns(const Section& section, std::string_view key, bool ignore_case = false) {
    std::vector<Pattern> patterns;
    for (std::string& text : read_asked(section, key)) patterns.push_back({std::move(text), ignore_case});
    return patterns;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::optional<std::int32_t> as_period(std::string_view text) {
    text = trimmed(text);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 999) return std::nullopt;
    return value;
}

void read_accounts(const Section& section, Condition& condition) {
    for (const std::string& text : read_asked(section, "rekening")) {
        const auto dash = text.find('-');
        if (dash == std::string::npos) {
            condition.accounts.push_back({text, false});
            continue;
        }
        const std::string first(trimmed(std::string_view(text).substr(0, dash)));
        const std::string last(trimmed(std::string_view(text).substr(dash + 1)));
        if (first.empty() || last.empty() || (first.size() == last.size() && last < first)) {
            section.fail("rekening", "\"" + text + "\" is geen reeks rekeningen",
                         "van laag naar hoog, bijvoorbeeld 4100-4199");
        }
        condition.account_ranges.push_back({first, last});
    }
}

void read_periods(const Section& section, Condition& condition) {
    for (const std::string& text : read_asked(section, "periode")) {
        const auto dash = text.find('-');
        const auto first = as_period(text.substr(0, dash));
        const auto last = dash == std::string::npos ? first : as_period(std::string_view(text).substr(dash + 1));
        if (first && last && *first <= *last) {
            condition.periods.push_back({*first, *last});
        } else {
            section.fail("periode", "\"" + text + "\" is geen periode", "een nummer zoals 8, of een reeks zoals 1-8");
        }
    }
}

/// Reads `bijdrage`: what a partner pays for its part of a goal, which stands outside the plan itself.
std::optional<Contribution> read_contribution(const Section& section, const Plan& plan, const Rule& rule) {
    const auto given = section.child("bijdrage", "[[koppelregel]].bijdrage");
    if (!given) return std::nullopt;
    Contribution contribution{given->required_text("van"), GoalId(given->required_text("voor"))};
    const Goal* goal = find_goal(plan, contribution.goal);
    const auto is_payer = [&](const Partner& one) {
        return one.name == contribution.partner && one.name != plan.organisation;
    };
    if (goal == nullptr) {
        const auto meant = nearest(contribution.goal.text(), goal_codes(plan));
        given->fail("voor", "\"" + contribution.goal.text() + "\" is geen doel van dit jaarplan",
                    meant ? "\"" + *meant + "\"" : "een doel zoals 1.1");
    } else if (std::ranges::none_of(goal->partners, is_payer) || !is_shared(*goal)) {
        given->fail("van", "\"" + contribution.partner + "\" is geen partner met een aandeel in " + goal->id.text(),
                    "een naam uit partners van dat doel");
    } else if (goal->cashier != plan.organisation) {
        given->fail("voor",
                    "een bijdrage komt bij wie het geheel betaalt, en dat is bij " + goal->id.text() + " " +
                        (goal->cashier.empty() ? "niet gezegd" : "\"" + goal->cashier + "\""),
                    "kassier = \"" + plan.organisation + "\" bij dat doel");
    }
    const bool outside = rule.shares.size() == 1 && rule.shares.front().target.kind == TargetKind::outside_plan;
    if (!outside)
        section.fail("bijdrage", "de bijdrage van een partner telt niet in een doel, want begroot is daar het geheel",
                     "naar = \"buiten_jaarplan\"");
    return contribution;
}

Rule read_rule(const Section& section, const Plan& plan) {
    Rule rule;
    rule.name = section.required_text("naam");
    rule.place = section.place();
    if (const auto condition = section.child("als", "[[koppelregel]].als")) {
        rule.condition = read_condition(*condition);
    } else if (!section.has("als")) {
        section.fail("als", "\"als\" ontbreekt in koppelregel \"" + rule.name + "\"",
                     "als = { rekening = \"4425\", kostenplaats = \"300\" }");
    }
    rule.shares = read_shares(section, plan);
    rule.contribution = read_contribution(section, plan, rule);
    const std::string applies = section.text_or("voor", "");
    if (applies == "mutaties") {
        rule.applies_to = AppliesTo::postings;
    } else if (applies == "begroting") {
        rule.applies_to = AppliesTo::budget;
    } else if (!applies.empty()) {
        section.fail("voor", "\"" + applies + "\" is geen soort", "mutaties of begroting, of de sleutel weglaten");
    }
    return rule;
}

}  // namespace

Condition read_condition(const Section& section) {
    Condition condition;
    read_accounts(section, condition);
    condition.cost_centres = read_patterns(section, "kostenplaats");
    condition.cost_units = read_patterns(section, "kostendrager");
    condition.boards = read_patterns(section, "bestuur");
    condition.neighbourhoods = read_patterns(section, "buurt");
    condition.journals = read_patterns(section, "dagboek");
    condition.descriptions = read_patterns(section, "omschrijving", true);
    read_periods(section, condition);
    return condition;
}

std::vector<Rule> read_rules(const Section& root, const Plan& plan) {
    std::vector<Rule> rules;
    for (const Section& section : root.children("koppelregel", "[[koppelregel]]"))
        rules.push_back(read_rule(section, plan));
    return rules;
}

}  // namespace begroot::store::detail
