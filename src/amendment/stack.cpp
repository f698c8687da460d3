#include "amendment/stack.hpp"

#include "base/check.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace begroot {

const std::vector<std::string>& nature_names() {
    static const std::vector<std::string> names{"structureel", "incidenteel"};
    return names;
}

namespace {

Money amount_of(const PlanAmount& amount) { return number(amount).value_or(Money()); }

Goal* goal_in(Plan& plan, const GoalId& id) {
    for (Speerpunt& speerpunt : plan.speerpunten) {
        const auto found = std::ranges::find(speerpunt.goals, id, &Goal::id);
        if (found != speerpunt.goals.end()) return &*found;
    }
    return nullptr;
}

/// Lays one version after another over a plan and collects what cannot be.
class Stacker {
public:
    explicit Stacker(const Plan& plan) : primitive_(&plan) {
        state_.code = primitive_code;
        state_.name = "primitieve begroting";
        state_.plan = plan;
    }

    [[nodiscard]] const BudgetState& state() const { return state_; }
    [[nodiscard]] std::vector<BudgetChange> take_changes() { return std::move(changes_); }
    [[nodiscard]] std::vector<Error> take_errors() { return std::move(errors_); }

    void lay(const BudgetVersion& version, std::size_t index) {
        state_.code = version.code;
        state_.name = version.name;
        for (const Mutation& mutation : version.mutations) apply(mutation, index);
        state_.changes = changes_.size();
    }

private:
    void apply(const Mutation& mutation, std::size_t version) {
        BudgetChange change{version, mutation, {}, AmountKind::amount, AmountKind::amount};
        if (mutation.goal.empty()) {
            const auto* amount = std::get_if<Money>(&mutation.amount);
            BEGROOT_CHECK(amount != nullptr, "buiten het jaarplan is een mutatie een bedrag erbij of eraf");
            change.amount = *amount;
            changes_.push_back(std::move(change));
            return;
        }
        Goal* goal = goal_in(state_.plan, mutation.goal);
        if (goal == nullptr) {
            fail(mutation, "\"" + mutation.goal.text() + "\" is geen doel van dit jaarplan", "een doel zoals 1.1");
            return;
        }
        if (change.mutation.booked_at.empty()) change.mutation.booked_at = goal->speerpunt;
        const PlanAmount before = goal->amount;
        change.before = kind(before);
        if (!change_amount(mutation, goal->amount)) return;
        change.after = kind(goal->amount);
        // the document's own words belong to the amount that it prints, and to any other amount that came of it
        if (is_number(change.after)) goal->amount.printed = find_goal(*primitive_, mutation.goal)->amount.printed;
        change.amount = amount_of(goal->amount) - amount_of(before);
        if (move_booked(change, *goal)) changes_.push_back(std::move(change));
    }

    /// Gives the goal its new amount; false, with an error, when it cannot be.
    [[nodiscard]] bool change_amount(const Mutation& mutation, PlanAmount& amount) {
        const Money before = amount_of(amount);
        if (const auto* becomes = std::get_if<PlanAmount>(&mutation.amount)) {
            amount.value = becomes->value;
            if (!number(*becomes)) amount.printed = becomes->printed;
        } else {
            amount.value = before + std::get<Money>(mutation.amount);
        }
        const Money after = amount_of(amount);
        if (after < Money() && after < before) {
            fail(mutation,
                 "doel " + mutation.goal.text() + " komt op " + format_euro(after) + "; voor deze mutatie stond er " +
                     format_euro(before),
                 "een begroting van nul of meer");
            return false;
        }
        if (after.abs().cents() > money_cents_max) {
            fail(mutation, "doel " + mutation.goal.text() + " komt op " + format_euro(after),
                 "een bedrag van ten hoogste " + format_euro(Money::from_cents(money_cents_max)));
            return false;
        }
        return true;
    }

    /// Books the change at its speerpunt; false, with an error, when less than nothing would be booked there.
    [[nodiscard]] bool move_booked(const BudgetChange& change, Goal& goal) {
        std::vector<BookedPart>& booked = goal.amount.booked;
        const SpeerpuntId& at = change.mutation.booked_at;
        if (booked.empty() && at == goal.speerpunt) return true;
        if (booked.empty()) booked.push_back({goal.speerpunt, amount_of(goal.amount) - change.amount});
        auto part = std::ranges::find(booked, at, &BookedPart::at);
        if (part == booked.end()) part = booked.insert(booked.end(), {at, Money()});
        part->amount += change.amount;
        if (part->amount >= Money() || change.amount >= Money()) return true;
        fail(change.mutation,
             "van doel " + goal.id.text() + " zou bij speerpunt " + at.text() + " " + format_euro(part->amount) +
                 " geboekt zijn",
             "ten hoogste " + format_euro(part->amount - change.amount) + " minder bij dit speerpunt",
             "zeg met geboekt_bij waar het bedrag af gaat");
        return false;
    }

    void fail(const Mutation& mutation, std::string found, std::string expected, std::string action = "") {
        errors_.push_back(
            {ErrorKind::input, mutation.place, std::move(found), std::move(expected), std::move(action), {}});
    }

    const Plan* primitive_;
    BudgetState state_;
    std::vector<BudgetChange> changes_;
    std::vector<Error> errors_;
};

/// Aborts unless every amount of a state is the primitieve one and all changes since.
void check_conservation(const VersionedBudget& budget, std::size_t state) {
    std::map<GoalId, Money> changed;
    for (const BudgetChange& change : changes_in(budget, state)) changed[change.mutation.goal] += change.amount;
    const std::vector<Speerpunt>& before = budget.states.front().plan.speerpunten;
    const std::vector<Speerpunt>& now = budget.states[state].plan.speerpunten;
    for (std::size_t i = 0; i < before.size(); ++i) {
        for (std::size_t j = 0; j < before[i].goals.size(); ++j) {
            const Goal& goal = before[i].goals[j];
            BEGROOT_CHECK(amount_of(now[i].goals[j].amount) == amount_of(goal.amount) + changed[goal.id],
                          "primitief en wijzigingen tellen niet op tot de begroting");
        }
    }
}

}  // namespace

std::expected<VersionedBudget, std::vector<Error>> stack_versions(const Plan& plan,
                                                                  std::vector<BudgetVersion> versions) {
    Stacker stacker(plan);
    VersionedBudget budget;
    budget.versions = std::move(versions);
    budget.states.push_back(stacker.state());
    for (std::size_t i = 0; i < budget.versions.size(); ++i) {
        stacker.lay(budget.versions[i], i);
        budget.states.push_back(stacker.state());
    }
    if (auto errors = stacker.take_errors(); !errors.empty()) return std::unexpected(std::move(errors));
    budget.changes = stacker.take_changes();
    for (std::size_t i = 0; i < budget.states.size(); ++i) check_conservation(budget, i);
    return budget;
}

std::size_t state_in_force(const VersionedBudget& budget, Day day) {
    const auto later = std::ranges::find_if(budget.versions, [&](const BudgetVersion& one) { return one.date > day; });
    return static_cast<std::size_t>(later - budget.versions.begin());
}

}  // namespace begroot
