#include "base/check.hpp"
#include "money/allocate.hpp"
#include "report/detail/account_rubrics.hpp"
#include "report/detail/phased_amount.hpp"
#include "report/multi_year.hpp"

#include <algorithm>
#include <compare>
#include <map>

namespace begroot::report {

namespace {

/// Where a part of the forecast belongs.
struct Address {
    std::string booked_at;
    std::string rubric;
    Side side = Side::expense;

    friend auto operator<=>(const Address&, const Address&) = default;
};

/// Amounts by address, debit positive.
using AddressedAmounts = std::map<Address, Money>;

/// Splits the forecast of one line of the table per goal.
class Splitter {
public:
    Splitter(const Facts& facts, const BudgetVsActual& table)
        : facts_(facts), table_(table), rubrics_(detail::rubrics_of_accounts(facts)) {}

    /// Gives the parts of a line, debit positive; they add up to its forecast.
    [[nodiscard]] AddressedAmounts split(const Line& line) const {
        AddressedAmounts parts = booked(line);
        Money actual;
        for (const auto& [address, amount] : parts) actual += amount;
        BEGROOT_CHECK(!line.amounts.actual || actual == *line.amounts.actual, "boekingen tellen niet op tot werkelijk");
        if (!line.amounts.forecast) return parts;
        for (const auto& [address, amount] : rest_of_year(line, *line.amounts.forecast - actual))
            parts[address] += amount;
        return parts;
    }

private:
    [[nodiscard]] AddressedAmounts booked(const Line& line) const {
        AddressedAmounts parts;
        for (const std::size_t index : line.posting_parts) {
            const PostingPart& part = (*facts_.posting_parts)[index];
            const Coding& coding = *facts_.ledger->postings[part.posting].coding;
            const auto rubric = rubrics_.find(coding.account.text());
            parts[{target_of(part, *facts_.rules).booked_at.text(),
                   rubric != rubrics_.end() ? rubric->second : std::string(), coding.side}] += part.amount;
        }
        return parts;
    }

    /// Spreads what is still to come over the addresses of the office's budget: as that budget has it when the two
    /// agree, else in proportion to it. Without one it goes where the plan books it, without a rubric.
    [[nodiscard]] AddressedAmounts rest_of_year(const Line& line, Money rest) const {
        AddressedAmounts months;
        AddressedAmounts years;
        for (const std::size_t index : line.budget_parts) {
            const BudgetPart& part = (*facts_.budget_parts)[index];
            const BudgetLine& source = facts_.budget->lines[part.line];
            const MonthAmounts spread = part.months ? *part.months : phase(part.year, equal_months());
            const Address address{part.target.booked_at.text(), source.rubric.text(), source.side};
            months[address] += sum(spread) - sum_to(spread, table_.year.position(table_.until));
            years[address] += part.year;
        }
        add_changes_outside(line, months, years);
        Money planned;
        for (const auto& [address, amount] : months) planned += amount;
        if (planned == rest) return months;
        for (const auto& weights : {months, years, as_planned(line)}) {
            if (auto parts = in_proportion(rest, weights)) return *parts;
        }
        return {{{home_of(line), "", Side::expense}, rest}};
    }

    /// Adds what versions of the budget changed outside the plan, at the rubric of its account.
    void add_changes_outside(const Line& line, AddressedAmounts& months, AddressedAmounts& years) const {
        const auto shown = changes_shown(facts_);
        for (const std::size_t index : line.changes) {
            const BudgetChange& change = shown[index];
            if (!change.mutation.goal.empty()) continue;
            const auto rubric = rubrics_.find(change.mutation.account.text());
            const Address address{"", rubric != rubrics_.end() ? rubric->second : "", change.mutation.side};
            const Money to_date = sum_to(detail::phase_outside(change), table_.year.position(table_.until));
            months[address] += debit_positive(change.mutation.side, change.amount - to_date);
            years[address] += debit_positive(change.mutation.side, change.amount);
        }
    }

    [[nodiscard]] const Goal* goal_of(const Line& line) const { return find_goal(*facts_.plan, GoalId(line.code)); }

    [[nodiscard]] std::string home_of(const Line& line) const {
        const Goal* goal = goal_of(line);
        return goal != nullptr ? goal->speerpunt.text() : std::string();
    }

    [[nodiscard]] AddressedAmounts as_planned(const Line& line) const {
        AddressedAmounts parts;
        const Goal* goal = goal_of(line);
        if (goal == nullptr) return parts;
        for (const BookedPart& part : goal->amount.booked) parts[{part.at.text(), "", Side::expense}] += part.amount;
        return parts;
    }

    /// Splits by weights when those are usable: none below zero, not all zero.
    [[nodiscard]] static std::optional<AddressedAmounts> in_proportion(Money rest, const AddressedAmounts& by) {
        std::vector<std::int64_t> weights;
        for (const auto& [address, amount] : by) {
            if (amount < Money() || amount.cents() > allocation_weight_max) return std::nullopt;
            weights.push_back(amount.cents());
        }
        if (std::ranges::all_of(weights, [](std::int64_t weight) { return weight == 0; })) return std::nullopt;
        const std::vector<Money> shares = allocate(rest, weights);
        AddressedAmounts parts;
        std::size_t i = 0;
        for (const auto& [address, amount] : by) parts[address] = shares[i++];
        return parts;
    }

    const Facts& facts_;
    const BudgetVsActual& table_;
    std::map<std::string, std::string> rubrics_;
};

/// Adds the parts of one goal, checked against the figure of the table.
void add_parts(const std::string& goal, const std::string& speerpunt, const AddressedAmounts& amounts, Money forecast,
               std::vector<ForecastPart>& parts) {
    Money total;
    for (const auto& [address, amount] : amounts) {
        total += amount;
        if (amount.is_zero()) continue;
        parts.push_back({goal, speerpunt, address.booked_at, address.rubric, address.side,
                         address.side == Side::income ? -amount : amount});
    }
    BEGROOT_CHECK(total == forecast, "de delen van een prognose tellen niet op");
}

}  // namespace

std::vector<ForecastPart> forecast_parts(const Facts& facts, const BudgetVsActual& table) {
    if (table.options.per != Per::goal || table.options.view != View::plan) {
        const auto by_goal = compare_budget_with_actual(facts, {Per::goal, View::plan, table.until});
        BEGROOT_CHECK(by_goal.has_value(), "de tabel per doel lukt niet");
        return forecast_parts(facts, *by_goal);
    }
    const Splitter splitter(facts, table);
    std::vector<ForecastPart> parts;
    for (const Line& line : table.lines) {
        if (line.level == Level::speerpunt) continue;
        const Goal* goal = find_goal(*facts.plan, GoalId(line.code));
        BEGROOT_CHECK(goal != nullptr, "een regel van de tabel zonder doel");
        const std::string home = goal->speerpunt.text();
        const std::size_t before = parts.size();
        add_parts(line.code, home, splitter.split(line), line.amounts.forecast.value_or(Money()), parts);
        if (parts.size() == before) parts.push_back({line.code, home, home, "", Side::expense, Money()});
    }
    AddressedAmounts remainder;
    Money total;
    for (const Line& line : table.remainder) {
        total += line.amounts.forecast.value_or(Money());
        for (const auto& [address, amount] : splitter.split(line))
            remainder[{"", address.rubric, address.side}] += amount;
    }
    add_parts(std::string(no_goal), "", remainder, total, parts);
    return parts;
}

}  // namespace begroot::report
