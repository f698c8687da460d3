#include "base/nearest.hpp"
#include "store/detail/plan_sections.hpp"

#include <algorithm>

namespace begroot::store::detail {

namespace {

/// Checks what the sections of one plan say of each other.
class ReferenceCheck {
public:
    ReferenceCheck(const Section& root, const Plan& plan) : root_(&root), plan_(&plan) {
        organisations_.reserve(plan.organisations.size());
        for (const Organisation& one : plan.organisations) organisations_.push_back(one.id.text());
    }

    void at(const std::string& code, const char* noun, const Place& place) const {
        if (code.empty() || is_known(*plan_, code)) return;
        root_->reading().fail(place, std::string(noun) + " bij \"" + code + "\", dat niet bestaat",
                              "een doel zoals 1.1, een speerpunt zoals 1, of plan", "");
    }

    void organisation(const OrganisationId& id, const Place& place) const {
        if (id.empty() || find_organisation(*plan_, id) != nullptr) return;
        const auto meant = nearest(id.text(), organisations_);
        root_->reading().fail(place, "organisatie \"" + id.text() + "\" bestaat niet",
                              meant ? "\"" + *meant + "\"" : "de code van een [[organisatie]]", "");
    }

    void organisations(const std::vector<OrganisationId>& ids, const Place& place) const {
        for (const OrganisationId& id : ids) organisation(id, place);
    }

    void footnotes(const std::vector<std::int64_t>& numbers, const Place& place) const {
        for (const std::int64_t number : numbers) {
            if (find_footnote(*plan_, number) != nullptr) continue;
            root_->reading().fail(place, "voetnoot " + std::to_string(number) + " bestaat niet",
                                  "het nummer van een [[voetnoot]]", "");
        }
    }

private:
    const Section* root_;
    const Plan* plan_;
    std::vector<std::string> organisations_;
};

/// Tells whether an organisation is, over others, a part of itself.
bool is_own_part(const Plan& plan, const Organisation& start) {
    const Organisation* above = find_organisation(plan, start.part_of);
    for (std::size_t step = 0; above != nullptr && step <= plan.organisations.size(); ++step) {
        if (above->id == start.id) return true;
        above = find_organisation(plan, above->part_of);
    }
    return false;
}

void check_organisations(const Section& root, const Plan& plan, const ReferenceCheck& check) {
    for (const Organisation& one : plan.organisations) {
        check.organisation(one.part_of, one.place);
        if (is_own_part(plan, one))
            root.reading().fail(one.place, "organisatie \"" + one.id.text() + "\" is een deel van zichzelf",
                                "deel_van noemt een andere organisatie", "");
    }
}

/// Checks what a goal says of who pays: the plan's own organisation or a partner, with shares that make a whole.
void check_cost_sharing(const Section& root, const Plan& plan, const Goal& goal) {
    const auto own = std::ranges::find(goal.partners, plan.organisation, &Partner::name);
    const auto total = total_of_shares(goal);
    if (own != goal.partners.end() && is_shared(goal) && total && total->part < total->whole) {
        std::string shares;
        for (const Partner& one : goal.partners) shares += (shares.empty() ? "" : " + ") + one.share->printed;
        root.reading().fail(own->place,
                            "de aandelen van " + goal.id.text() + " zijn samen minder dan het geheel (" + shares + ")",
                            "precies het geheel, want " + plan.organisation + " staat er zelf bij",
                            "laat de eigen organisatie weg om haar de rest te geven");
    }
    const bool known = goal.cashier.empty() || goal.cashier == plan.organisation ||
                       std::ranges::find(goal.partners, goal.cashier, &Partner::name) != goal.partners.end();
    if (!known) {
        std::vector<std::string> names{plan.organisation};
        for (const Partner& one : goal.partners) names.push_back(one.name);
        const auto meant = nearest(goal.cashier, names);
        root.reading().fail(goal.cashier_place,
                            "kassier \"" + goal.cashier + "\" is geen partner van " + goal.id.text(),
                            "\"" + meant.value_or(plan.organisation) + "\", of een andere naam uit partners", "");
    }
    if (known && goal.whole && !another_pays(goal, plan.organisation)) {
        root.reading().fail(goal.cashier_place,
                            "\"geheel\" staat bij " + goal.id.text() + ", maar geen andere organisatie is kassier",
                            "kassier = de naam van de partner die alles betaalt",
                            "betaalt de eigen organisatie alles, dan is begroot het geheel");
    }
}

}  // namespace

void check_plan_references(const Section& root, const Plan& plan) {
    const ReferenceCheck check(root, plan);
    check_organisations(root, plan, check);
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            check.organisations(goal.organisations, goal.place);
            check.footnotes(goal.footnotes, goal.place);
            check_cost_sharing(root, plan, goal);
            for (const Activity& activity : goal.activities) {
                check.organisations(activity.organisations, activity.place);
                check.footnotes(activity.footnotes, activity.place);
            }
        }
    }
    for (const Deadline& deadline : plan.deadlines) check.at(deadline.at, "termijn", deadline.place);
    for (const Subsidy& subsidy : plan.subsidies) check.at(subsidy.at, "subsidie", subsidy.place);
    for (const Indicator& indicator : plan.indicators) {
        check.at(indicator.at, "indicator", indicator.place);
        check.organisations(indicator.organisations, indicator.place);
    }
}

}  // namespace begroot::store::detail
