#include "store/detail/report_sections.hpp"

#include "base/nearest.hpp"
#include "money/format.hpp"

#include <algorithm>

namespace begroot::store::detail {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

/// Reads a word that must be one of two; gives whether it is the second.
bool read_either(const Section& section, std::string_view key, std::string_view first, std::string_view second) {
    const std::string word = section.text_or(key, first);
    if (word != first && word != second) {
        section.fail(key, "\"" + word + "\" is geen keuze", std::string(first) + " of " + std::string(second));
    }
    return word == second;
}

ForecastMethod read_report_method(const Section& section, std::string_view key, const std::string& word) {
    const auto method = find_method(word);
    if (!method && !word.empty()) {
        section.fail(key, "\"" + word + "\" is geen methode voor een prognose",
                     "realisatie_plus_restant, tempo, patroon_vorig_jaar of eigen");
    }
    return method.value_or(ForecastMethod::actual_plus_rest);
}

std::optional<Money> read_report_amount(const Section& section, std::string_view key) {
    const auto text = section.text(key);
    if (!text) return std::nullopt;
    const auto amount = parse_amount(*text);
    if (amount && *amount >= Money()) return amount;
    section.fail(key, "\"" + *text + "\" is geen bedrag", "een bedrag van nul of meer, bijvoorbeeld \"2.500\"");
    return std::nullopt;
}

std::optional<Rate> read_report_share(const Section& section, std::string_view key) {
    const auto text = section.text(key);
    if (!text) return std::nullopt;
    const auto share = parse_percent(*text);
    if (share && *share >= Rate()) return share;
    section.fail(key, "\"" + *text + "\" is geen percentage", "een percentage van nul of meer, bijvoorbeeld \"5%\"");
    return std::nullopt;
}

/// Reads `5%` or `2.500`.
Limit read_limit(const Section& section, std::string_view key) {
    const std::string text = section.required_text(key);
    if (text.empty()) return {};
    Limit limit{parse_amount(text), parse_percent(text)};
    if (limit.share) limit.amount.reset();
    const bool usable = (limit.amount && *limit.amount >= Money()) || (limit.share && *limit.share >= Rate());
    if (!usable) {
        section.fail(key, "\"" + text + "\" is geen grens",
                     "een percentage van de begroting, bijvoorbeeld \"5%\", of een bedrag, bijvoorbeeld \"2.500\"");
    }
    return limit;
}

void read_lights(const Section& section, ReportRules& rules) {
    if (!section.has("oranje_vanaf") && !section.has("rood_vanaf") && !section.has("licht_bij")) return;
    LightRule lights{read_limit(section, "oranje_vanaf"), read_limit(section, "rood_vanaf"),
                     read_either(section, "licht_bij", "nadelig", "beide")};
    const bool below =
        (lights.red_from.amount && lights.amber_from.amount && *lights.red_from.amount < *lights.amber_from.amount) ||
        (lights.red_from.share && lights.amber_from.share && *lights.red_from.share < *lights.amber_from.share);
    if (below) {
        section.fail("rood_vanaf", "rood begint eerder dan oranje", "een grens die niet lager is dan oranje_vanaf");
    }
    rules.lights = lights;
}

void read_report_head(const Section& section, ReportRules& rules) {
    rules.is_written = true;
    rules.place = section.place();
    rules.example = section.flag("voorbeeld").value_or(false);
    rules.method = read_report_method(section, "prognose",
                                      section.text_or("prognose", method_name(ForecastMethod::actual_plus_rest)));
    if (rules.method == ForecastMethod::own) {
        section.fail("prognose", "\"eigen\" kan niet voor alle doelen tegelijk gelden",
                     "realisatie_plus_restant, tempo of patroon_vorig_jaar",
                     "geef een doel een eigen prognose met [[prognose]]");
    }
    rules.compared =
        read_either(section, "vergelijk_met", "periode", "prognose") ? Compared::forecast : Compared::to_date;
    if (section.has("drempel_bedrag") || section.has("drempel_procent")) {
        rules.threshold =
            Threshold{read_report_amount(section, "drempel_bedrag"), read_report_share(section, "drempel_procent"),
                      read_either(section, "drempel_samen", "en", "of")};
    }
    read_lights(section, rules);
    rules.explanations_file = section.text_or("toelichtingen", "");
}

/// Knows the moments of a plan and reports a word that is none.
class MomentCheck {
public:
    explicit MomentCheck(const Plan& plan) {
        codes_.reserve(plan.moments.size());
        for (const Moment& moment : plan.moments) codes_.push_back(moment.code);
    }

    void check(const Section& section, const std::string& moment) const {
        if (moment.empty() || std::ranges::find(codes_, moment) != codes_.end()) return;
        section.fail("moment", "\"" + moment + "\" is geen rapportagemoment van dit model",
                     codes_.empty() ? "een [[moment]] met die code" : joined(codes_));
    }

private:
    std::vector<std::string> codes_;
};

ForecastRule read_forecast_rule(const Section& section, const Plan& plan, const MomentCheck& moments) {
    ForecastRule rule;
    rule.place = section.place();
    rule.goal = section.required_text("doel");
    if (!rule.goal.empty() && find_goal(plan, GoalId(rule.goal)) == nullptr) {
        section.fail("doel", "doel \"" + rule.goal + "\" bestaat niet", "de code van een doel, bijvoorbeeld 1.1");
    }
    rule.moment = section.text_or("moment", "");
    moments.check(section, rule.moment);
    rule.method = read_report_method(section, "methode", section.required_text("methode"));
    rule.amount = read_report_amount(section, "bedrag");
    rule.explanation = section.text_or("toelichting", "");
    const bool own = rule.method == ForecastMethod::own;
    if (own && !section.has("bedrag")) {
        section.fail("bedrag", "een eigen prognose zonder bedrag", "bedrag = \"…\", het bedrag van het hele jaar");
    } else if (!own && section.has("bedrag")) {
        section.fail("bedrag", "een bedrag bij methode " + std::string(method_name(rule.method)) + ", die zelf rekent",
                     "methode = \"eigen\", of geen bedrag");
    }
    return rule;
}

}  // namespace

ReportRules read_report_rules(const Section& root, const Plan& plan) {
    ReportRules rules;
    const MomentCheck moments(plan);
    if (const auto head = root.child("rapportage", "[rapportage]")) read_report_head(*head, rules);
    for (const Section& section : root.children("prognose", "[[prognose]]")) {
        ForecastRule rule = read_forecast_rule(section, plan, moments);
        const bool twice = std::ranges::any_of(rules.forecasts, [&rule](const ForecastRule& other) {
            return other.goal == rule.goal && other.moment == rule.moment;
        });
        if (twice) {
            section.fail("doel", "doel " + rule.goal + " heeft twee keer een prognose voor hetzelfde moment",
                         "een [[prognose]] per doel en moment");
        }
        rules.forecasts.push_back(std::move(rule));
    }
    for (const Section& section : root.children("besluit", "[[besluit]]")) {
        Decision decision{section.required_text("moment"), section.required_text("tekst"),
                          section.text_or("toelichting", ""), section.place()};
        moments.check(section, decision.moment);
        rules.decisions.push_back(std::move(decision));
    }
    return rules;
}

}  // namespace begroot::store::detail
