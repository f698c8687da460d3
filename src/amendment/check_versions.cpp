#include "amendment/stack.hpp"
#include "money/format.hpp"
#include "period/calendar_day.hpp"

#include <algorithm>

namespace begroot {

namespace {

std::string words_of(AmountKind kind) {
    const std::string mark = mark_text(kind);
    return mark.empty() ? "een lege cel" : "\"" + mark + "\"";
}

/// Tells whether a mutatie left everything as it was: p.m. that becomes 0 did not.
bool is_idle(const BudgetChange& change) {
    return change.amount.is_zero() && is_number(change.before) == is_number(change.after) &&
           (is_number(change.after) || change.before == change.after);
}

std::string place_words(const Mutation& mutation) {
    if (!mutation.goal.empty()) return "doel " + mutation.goal.text();
    return mutation.side == Side::income ? "de baten buiten het jaarplan" : "de lasten buiten het jaarplan";
}

void check_change(const BudgetVersion& version, const BudgetChange& change, Findings& findings) {
    if (is_idle(change)) {
        findings.push_back({Severity::warning, "mutatie_wijzigt_niets", change.mutation.place,
                            version.code + " laat " + place_words(change.mutation) + " zoals het was",
                            "een ander bedrag dan daarvoor", "verbeter het bedrag of haal de mutatie weg"});
        return;
    }
    if (is_number(change.before) && is_number(change.after)) return;
    if (is_number(change.before)) {
        findings.push_back({Severity::notice, "mutatie_neemt_bedrag_weg", change.mutation.place,
                            version.code + " brengt " + place_words(change.mutation) + " op " + words_of(change.after) +
                                "; er stond " + format_euro(-change.amount),
                            "", "dat bedrag telt vanaf deze versie niet meer in de begroting"});
        return;
    }
    findings.push_back({Severity::notice, "mutatie_zonder_bedrag_ervoor", change.mutation.place,
                        version.code + " brengt " + place_words(change.mutation) + " van " + words_of(change.before) +
                            " op " + (is_number(change.after) ? format_euro(change.amount) : words_of(change.after)),
                        "", "wat geen bedrag is telt als niets; de primitieve begroting blijft zoals zij is"});
}

void check_version(const VersionedBudget& budget, std::size_t index, Findings& findings) {
    const BudgetVersion& version = budget.versions[index];
    if (version.reason.empty()) {
        findings.push_back({Severity::warning, "versie_zonder_reden", version.place,
                            version.code + " zegt niet waarom de begroting wijzigt", "reden = \"…\"",
                            "schrijf de reden erbij"});
    }
    if (version.decision.empty()) {
        findings.push_back({Severity::warning, "versie_zonder_besluit", version.place,
                            version.code + " zegt niet wie besloten heeft", "besluit = \"…\"",
                            "schrijf het besluit erbij; tot dan is het een voorstel dat als begroting telt"});
    }
    if (version.mutations.empty()) {
        findings.push_back({Severity::warning, "versie_wijzigt_niets", version.place,
                            version.code + " heeft geen mutaties", "ten minste een [[versie.mutatie]]",
                            "vul de mutaties in of haal de versie weg"});
    }
    const PlanYear year = year_of(budget.states.front().plan);
    if (version.date > year.last_day()) {
        findings.push_back({Severity::warning, "versie_na_boekjaar", version.place,
                            version.code + " is van " + dutch_text(version.date) + ", na " + name_of(year),
                            "een dag tot en met " + dutch_text(year.last_day()),
                            "geen tabel toont haar vanzelf; kies haar met --begroting " + version.code});
    }
}

}  // namespace

Findings check_versions(const VersionedBudget& budget) {
    Findings findings;
    for (std::size_t i = 0; i < budget.versions.size(); ++i) {
        check_version(budget, i, findings);
        for (const BudgetChange& change : budget.changes) {
            if (change.version == i) check_change(budget.versions[i], change, findings);
        }
    }
    return findings;
}

}  // namespace begroot
