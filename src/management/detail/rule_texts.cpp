#include "management/detail/rule_texts.hpp"

#include "money/format.hpp"

#include <array>

namespace begroot::management::detail {

namespace {

/// Writes 5% where `format_percent` writes 5,0%.
std::string share_text(Rate share) {
    std::string text = format_percent(share);
    if (text.ends_with(",0%")) text.erase(text.size() - 3, 2);
    return text;
}

std::string limit_text(const Limit& limit) {
    if (limit.amount) return format_euro(*limit.amount);
    return share_text(limit.share.value_or(Rate()));
}

std::string compared_text(const ReportRules& rules) {
    return rules.compared == Compared::to_date ? "werkelijk met begroot, beide tot en met dit moment"
                                               : "de prognose van het jaar met de begroting van het jaar";
}

std::string example_text(const ReportRules& rules) { return rules.example ? " Deze grenzen zijn een voorbeeld." : ""; }

}  // namespace

std::string lights_text(const ReportRules& rules) {
    if (!rules.lights) return "Geen lichten: het model noemt onder [rapportage] geen oranje_vanaf en rood_vanaf.";
    const LightRule& lights = *rules.lights;
    const std::string kind = lights.both_ways ? "afwijking" : "nadelige afwijking";
    const bool shares = lights.amber_from.share && lights.red_from.share;
    return "Lichten: oranje vanaf een " + kind + " van " + limit_text(lights.amber_from) + ", rood vanaf " +
           limit_text(lights.red_from) + ", anders groen. Vergeleken wordt " + compared_text(rules) +
           ". Het licht van een speerpunt gaat over het saldo; daarnaast staan de lichten van de doelen." +
           (shares ? " Waar niets begroot is, is er geen oordeel." : "") + example_text(rules);
}

std::string threshold_text(const ReportRules& rules) {
    if (!rules.threshold)
        return "Geen drempel: het model noemt onder [rapportage] geen drempel_bedrag en geen drempel_procent.";
    const Threshold& threshold = *rules.threshold;
    std::string limits;
    if (threshold.amount) limits = format_euro(*threshold.amount);
    if (threshold.share) {
        limits += limits.empty() ? "" : (threshold.either ? " of " : " en ");
        limits += share_text(*threshold.share) + " van de begroting";
    }
    return "Toegelicht wordt elke afwijking vanaf " + limits + ". Vergeleken wordt " + compared_text(rules) +
           ". Waar niets begroot is, telt alleen het bedrag." + example_text(rules);
}

std::string method_text(ForecastMethod method) {
    switch (method) {
        case ForecastMethod::actual_plus_rest:
            return "werkelijk plus wat er voor de rest van het jaar begroot is";
        case ForecastMethod::run_rate:
            return "werkelijk tot nu toe, in hetzelfde tempo doorgetrokken naar twaalf maanden";
        case ForecastMethod::last_year_pattern:
            return "werkelijk tot nu toe, gedeeld door het deel van de lasten dat vorig jaar op dit moment geboekt was";
        case ForecastMethod::own:
            return "een bedrag dat de budgethouder geeft";
    }
    return "";
}

std::string method_words(ForecastMethod method) {
    constexpr std::array names = std::to_array<const char*>({"restant", "tempo", "vorig jaar", "eigen"});
    return names.at(static_cast<std::size_t>(method));
}

}  // namespace begroot::management::detail
