#include "plan/check_plan.hpp"

#include "money/allocate.hpp"
#include "money/format.hpp"

namespace begroot {

namespace {

/// Adds the goals' numbers; nothing when no goal has one.
std::optional<Money> goal_total(const Speerpunt& speerpunt) {
    std::optional<Money> total;
    for (const Goal& goal : speerpunt.goals) {
        if (const auto amount = number(goal.amount)) total = total.value_or(Money()) + *amount;
    }
    return total;
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

void check_amount(const Goal& goal, Findings& findings) {
    const auto amount = number(goal.amount);
    if (!goal.amount.parts.empty()) {
        Money total;
        for (const AmountPart& part : goal.amount.parts) total += part.amount;
        if (!amount || total != *amount) {
            findings.push_back({Severity::error, "delen_tellen_niet_op", goal.place,
                                "de delen van " + goal.id.text() + " zijn samen " + format_euro(total),
                                amount ? format_euro(*amount) : "een bedrag in begroot",
                                "vergelijk de delen met het jaarplan"});
        }
    }
    if (!goal.amount.booked.empty()) {
        Money total;
        for (const BookedPart& part : goal.amount.booked) total += part.amount;
        if (!amount || total != *amount) {
            findings.push_back({Severity::error, "geboekt_telt_niet_op", goal.place,
                                "de geboekte delen van " + goal.id.text() + " zijn samen " + format_euro(total),
                                amount ? format_euro(*amount) : "een bedrag in begroot",
                                "vergelijk geboekt met het jaarplan"});
        }
    }
    if (goal.amount.derivation && !goal.amount.derivation->certain) {
        const Derivation& derivation = *goal.amount.derivation;
        std::string readings;
        for (const std::string& reading : derivation.readings) readings += (readings.empty() ? "" : "; of ") + reading;
        findings.push_back({Severity::warning, "herkomst_bedrag_onzeker", goal.place,
                            quoted(goal.amount.printed) + " van " + goal.id.text() + " lijkt " + derivation.from +
                                " / " + std::to_string(derivation.divisor) + "; het document zegt dat niet",
                            readings, "vraag de opsteller welke lezing geldt; het gedrukte bedrag blijft staan"});
    }
    for (const PhaseMarks& phase : goal.phases) {
        if (phase.year != "onbekend") continue;
        findings.push_back({Severity::notice, "jaar_onbekend", goal.place,
                            quoted(phase.name) + " van " + goal.id.text() + " heeft " + std::to_string(phase.marks) +
                                " kruisje(s) waarvan het jaar in de tekst verloren ging",
                            "", "vul het jaar in uit het oorspronkelijke document"});
    }
}

/// Compares our own part, as printed, with the whole that another pays; a document may print whole euros.
void check_own_part(const Goal& goal, const std::string& own_name, Findings& findings) {
    const auto amount = number(goal.amount);
    if (!amount || !goal.whole || !is_shared(goal) || !another_pays(goal, own_name)) return;
    std::vector<std::int64_t> weights;
    std::string share;
    for (const CostBearer& one : cost_bearers(goal, own_name)) {
        weights.push_back(one.weight);
        if (one.is_own) share = one.share;
    }
    const Money part = allocate(*goal.whole, weights).front();
    if (part == *amount) return;
    constexpr Money euro = Money::from_cents(100);
    const bool rounded = (part - *amount).abs() < euro;
    findings.push_back({rounded ? Severity::notice : Severity::error, "eigen_deel_wijkt_af", goal.place,
                        "begroot van " + goal.id.text() + " is " + format_euro(*amount),
                        format_euro(part, Decimals::cents) + " (" + share + " van " + format_euro(*goal.whole) + ")",
                        rounded ? "het verschil is afronding; het gedrukte bedrag blijft staan"
                                : "verbeter aandeel, geheel of begroot"});
}

void check_total(const Speerpunt& speerpunt, Findings& findings) {
    if (!speerpunt.printed_total) return;
    const auto printed = parse_plan_amount(*speerpunt.printed_total);
    const auto total = goal_total(speerpunt);
    const auto printed_number = printed ? number(*printed) : std::nullopt;
    if (printed && printed_number == total) return;
    findings.push_back(
        {Severity::warning, "gedrukt_totaal_wijkt_af", speerpunt.place,
         "het gedrukte totaal van speerpunt " + speerpunt.id.text() + " is " + quoted(*speerpunt.printed_total),
         total ? format_euro(*total) + " (de som van de doelen)" : "geen bedrag (geen doel heeft een bedrag)",
         "meld het aan de opsteller; er is niets hersteld"});
}

void check_summary(const Plan& plan, const Summary& summary, Findings& findings) {
    std::optional<Money> sum_of_lines;
    for (const SummaryLine& line : summary.lines) {
        const auto cost = parse_plan_amount(line.cost);
        const auto cost_number = cost ? number(*cost) : std::nullopt;
        if (cost_number) sum_of_lines = sum_of_lines.value_or(Money()) + *cost_number;
        const Speerpunt* speerpunt = find_speerpunt(plan, line.speerpunt);
        const auto total = speerpunt != nullptr ? goal_total(*speerpunt) : std::nullopt;
        if (cost_number == total) continue;
        findings.push_back({Severity::warning, "overzicht_wijkt_af", line.place,
                            "het overzicht noemt " + quoted(line.cost) + " bij speerpunt " + line.speerpunt.text(),
                            total ? format_euro(*total) + " (de som van de actielijnen)" : "geen bedrag",
                            "meld het aan de opsteller; er is niets hersteld"});
    }
    const auto total = parse_plan_amount(summary.total);
    if (total && number(*total) == sum_of_lines) return;
    findings.push_back({Severity::warning, "overzicht_telt_niet_op", summary.place,
                        "het gedrukte totaal van het overzicht is " + quoted(summary.total),
                        sum_of_lines ? format_euro(*sum_of_lines) + " (de som van de regels)" : "geen bedrag",
                        "meld het aan de opsteller; er is niets hersteld"});
}

}  // namespace

Findings check_plan(const Plan& plan) {
    Findings findings;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            check_amount(goal, findings);
            check_own_part(goal, plan.organisation, findings);
        }
        check_total(speerpunt, findings);
    }
    if (plan.summary) check_summary(plan, *plan.summary, findings);
    for (const Contradiction& contradiction : plan.contradictions) {
        findings.push_back(
            {Severity::warning, "tegenspraak_in_document", contradiction.place,
             contradiction.subject + ": " + quoted(contradiction.first) +
                 (contradiction.second.empty() ? "" : " tegenover " + quoted(contradiction.second)) +
                 (contradiction.explanation.empty() ? "" : "; toelichting: " + contradiction.explanation),
             "", "meld het aan de opsteller; er is niets hersteld"});
    }
    const Findings dates = check_dates(plan);
    findings.insert(findings.end(), dates.begin(), dates.end());
    for (const Unreadable& unreadable : plan.unreadable) {
        std::string text;
        for (const std::string& paragraph : unreadable.text) text += (text.empty() ? "" : " / ") + paragraph;
        findings.push_back(
            {Severity::notice, "onleesbare_tekst", unreadable.place,
             quoted(text) + " (" + unreadable.where + ")" + (unreadable.reason.empty() ? "" : ": " + unreadable.reason),
             "", "lees het na in het oorspronkelijke document; de tekst telt niet mee als plan"});
    }
    return findings;
}

}  // namespace begroot
