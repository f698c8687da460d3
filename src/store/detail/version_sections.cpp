#include "store/detail/version_sections.hpp"

#include "base/nearest.hpp"
#include "money/format.hpp"
#include "period/calendar_day.hpp"
#include "store/detail/choice_values.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace begroot::store::detail {

namespace {

constexpr std::string_view outside_plan_word = "buiten_jaarplan";
constexpr std::int64_t booked_at_most = 99;

/// Words that say what a column shows, so that no version may be called so.
constexpr std::array reserved_codes =
    std::to_array<std::string_view>({primitive_code, current_code, "prognose", "realisatie"});

/// Finds the goal that a mutatie names; reports one that does not exist or has no budget.
const Goal* find_changed_goal(const Section& section, const Plan& plan, const std::string& code) {
    const Goal* goal = find_goal(plan, GoalId(code));
    if (goal == nullptr) {
        std::vector<std::string> codes{std::string(outside_plan_word)};
        for (const Speerpunt& speerpunt : plan.speerpunten) {
            for (const Goal& known : speerpunt.goals) codes.push_back(known.id.text());
        }
        const auto meant = nearest(code, codes);
        section.fail("doel", "\"" + code + "\" is geen doel van dit jaarplan",
                     meant ? "\"" + *meant + "\"" : "een doel zoals 1.1, of buiten_jaarplan");
    } else if (goal->level == GoalLevel::school_goal) {
        section.fail("doel", "\"" + code + "\" is een schooldoel; daar hoort geen bedrag van het plan bij",
                     "een doel met een begroting, of buiten_jaarplan");
    }
    return goal;
}

/// Reads what a change outside the plan needs: on which side it is.
void read_outside(const Section& section, Mutation& mutation) {
    static const std::vector<std::string> sides{"baten", "lasten"};
    if (!section.has("soort"))
        section.fail("soort", "\"soort\" ontbreekt bij een mutatie buiten het jaarplan", "baten of lasten");
    if (const auto side = read_choice(section, "soort", "soort mutatie", sides))
        mutation.side = *side == 0 ? Side::income : Side::expense;
    if (section.has("geboekt_bij")) {
        section.fail("geboekt_bij", "buiten het jaarplan is er geen speerpunt om bij te boeken",
                     "geboekt_bij weglaten");
    }
    if (section.has("wordt")) {
        section.fail("wordt", "buiten het jaarplan is er geen bedrag van het plan dat iets anders wordt",
                     "bedrag = \"…\", wat erbij komt of eraf gaat");
    }
}

void read_place_in_plan(const Section& section, const Plan& plan, Mutation& mutation) {
    const std::string code = section.required_text("doel");
    if (code == outside_plan_word) {
        read_outside(section, mutation);
        return;
    }
    if (section.has("soort"))
        section.fail("soort", "een doel heeft alleen lasten", "soort weglaten, of doel = \"buiten_jaarplan\"");
    if (code.empty()) return;
    const Goal* goal = find_changed_goal(section, plan, code);
    if (goal != nullptr) mutation.goal = goal->id;
    if (!section.has("geboekt_bij")) return;
    mutation.booked_at = SpeerpuntId(std::to_string(section.required_whole("geboekt_bij", 1, booked_at_most)));
    if (find_speerpunt(plan, mutation.booked_at) == nullptr) {
        section.fail("geboekt_bij", "speerpunt " + mutation.booked_at.text() + " bestaat niet",
                     "het nummer van een speerpunt");
    }
}

void read_changed_amount(const Section& section, Mutation& mutation) {
    const bool changes = section.has("bedrag");
    if (changes == section.has("wordt")) {
        section.fail(changes ? "wordt" : "bedrag",
                     changes ? "bedrag en wordt staan er allebei" : "bedrag of wordt ontbreekt in [[versie.mutatie]]",
                     "een van beide: bedrag is wat erbij komt of eraf gaat, wordt het nieuwe bedrag");
        return;
    }
    const std::string_view key = changes ? "bedrag" : "wordt";
    mutation.place = section.place(key);
    const std::string text = section.required_text(key);
    if (text.empty()) return;
    if (!changes) {
        if (const auto amount = parse_plan_amount(text)) {
            mutation.amount = *amount;
        } else {
            section.fail(key, "\"" + text + "\" is geen bedrag", "een bedrag, \"p.m.\" of \"--\"");
        }
        return;
    }
    const std::string_view digits = std::string_view(text).substr(text.starts_with('+') ? 1 : 0);
    if (const auto money = parse_amount(digits)) {
        mutation.amount = *money;
    } else {
        section.fail(key, "\"" + text + "\" is geen bedrag", "een bedrag, bijvoorbeeld 5.000 of -2.500,00");
    }
}

Mutation read_mutation(const Section& section, const Plan& plan) {
    Mutation mutation;
    mutation.place = section.place();
    read_place_in_plan(section, plan, mutation);
    mutation.account = AccountId(section.text_or("rekening", ""));
    mutation.cost_centre = CostCentreId(section.text_or("kostenplaats", ""));
    mutation.cost_unit = CostUnitId(section.text_or("kostendrager", ""));
    read_changed_amount(section, mutation);
    mutation.description = section.text_or("omschrijving", "");
    mutation.nature = read_choice_as<Nature>(section, "aard", "aard van een mutatie", nature_names());
    return mutation;
}

/// Tells whether two mutaties change the same amount.
bool change_the_same(const Mutation& a, const Mutation& b) {
    if (!a.goal.empty() || !b.goal.empty()) return a.goal == b.goal;
    return std::tie(a.side, a.account, a.cost_centre, a.cost_unit) ==
           std::tie(b.side, b.account, b.cost_centre, b.cost_unit);
}

void read_mutations(const Section& section, const Plan& plan, BudgetVersion& version) {
    for (const Section& child : section.children("mutatie", "[[versie.mutatie]]")) {
        Mutation mutation = read_mutation(child, plan);
        const bool twice = std::ranges::any_of(version.mutations,
                                               [&](const Mutation& other) { return change_the_same(other, mutation); });
        if (twice && !child.reading().failed()) {
            child.fail("doel", version.code + " wijzigt \"" + child.text_or("doel", "") + "\" twee keer",
                       "elk doel een keer in een versie", "tel de mutaties bij elkaar op");
        }
        version.mutations.push_back(std::move(mutation));
    }
}

/// Reads a version; `before` is the one above it, or nothing.
BudgetVersion read_version(const Section& section, const Plan& plan, const BudgetVersion* before) {
    BudgetVersion version;
    version.place = section.place();
    version.code = section.required_text("code");
    if (std::ranges::find(reserved_codes, version.code) != reserved_codes.end() || version.code.contains(':'))
        section.fail("code", "\"" + version.code + "\" kan geen code van een versie zijn", "bijvoorbeeld wijziging-1");
    version.name = section.text_or("naam", version.code);
    if (const auto date = section.day("datum")) {
        version.date = *date;
        if (before != nullptr && before->date != Day{} && before->date >= *date) {
            section.fail("datum",
                         version.code + " van " + dutch_text(*date) + " staat onder " + before->code + " van " +
                             dutch_text(before->date),
                         "een latere dag: versies stapelen in volgorde van datum", "zet de versies op volgorde");
        }
    } else if (!section.has("datum")) {
        section.fail("datum", "\"datum\" ontbreekt in [[versie]]", "de dag van het besluit, bijvoorbeeld 2025-06-02");
    }
    version.reason = section.text_or("reden", "");
    version.decision = section.text_or("besluit", "");
    read_mutations(section, plan, version);
    return version;
}

}  // namespace

std::optional<VersionedBudget> read_versions(const Section& root, const Plan& plan) {
    std::vector<BudgetVersion> versions;
    for (const Section& section : root.children("versie", "[[versie]]")) {
        if (versions.size() == budget_versions_max) {
            section.fail("code", "het model heeft meer dan " + std::to_string(budget_versions_max) + " versies",
                         "ten hoogste " + std::to_string(budget_versions_max));
            return std::nullopt;
        }
        BudgetVersion version = read_version(section, plan, versions.empty() ? nullptr : &versions.back());
        if (std::ranges::find(versions, version.code, &BudgetVersion::code) != versions.end())
            section.fail("code", "versie \"" + version.code + "\" staat er twee keer", "elke code een keer");
        versions.push_back(std::move(version));
    }
    if (versions.empty() || root.reading().failed()) return std::nullopt;
    auto budget = stack_versions(plan, std::move(versions));
    if (budget) return std::move(*budget);
    for (Error& error : budget.error()) {
        root.reading().fail(std::move(error.place), std::move(error.found), std::move(error.expected),
                            std::move(error.action));
    }
    return std::nullopt;
}

}  // namespace begroot::store::detail
