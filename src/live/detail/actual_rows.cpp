#include "live/detail/actual_rows.hpp"

#include "base/check.hpp"

#include <cstddef>
#include <utility>

namespace begroot::live::detail {

namespace {

using report::Amounts;
using report::Level;
using report::Line;

/// Names a line as its postings do; the word keeps a spreadsheet from taking a code for a number.
std::string line_key(const Line& line) { return std::string(report::level_name(line.level)) + " " + line.code; }

void add_amount(std::optional<Money>& total, const std::optional<Money>& amount) {
    if (amount) total = total.value_or(Money()) + *amount;
}

/// Adds two sets of amounts; the columns that follow from others are made anew.
Amounts sum_of_amounts(const Amounts& a, const Amounts& b) {
    Amounts sum = a;
    add_amount(sum.budget, b.budget);
    add_amount(sum.budget_to_date, b.budget_to_date);
    add_amount(sum.actual, b.actual);
    add_amount(sum.forecast, b.forecast);
    if (sum.budget && sum.budget_to_date && sum.actual) {
        sum.variance = *sum.budget_to_date - *sum.actual;
        sum.remaining = *sum.budget - *sum.actual;
        sum.forecast = *sum.actual + (*sum.budget - *sum.budget_to_date);
    }
    return sum;
}

MonthAmounts months_of(const report::Facts& facts, const Line& line) {
    MonthAmounts months{};
    const PlanYear year = year_of(*facts.plan);
    for (const std::size_t index : line.posting_parts) {
        const PostingPart& part = (*facts.posting_parts)[index];
        const BookPeriod period = facts.ledger->postings[part.posting].period();
        const std::int32_t position = year.position(Month{period.year, period.number});
        months.at(static_cast<std::size_t>(position) - 1) += part.amount;
    }
    return months;
}

ActualRow row_of(const LiveActuals& actuals, const Line& at, const Line& year) {
    ActualRow row;
    const bool remainder = at.code == "buiten_jaarplan" || at.code == "zonder_regel";
    row.key = remainder ? at.code : line_key(at);
    row.name = at.name;
    row.role = at.level == Level::speerpunt ? GridRole::subtotal : GridRole::figure;
    row.amounts = at.amounts;
    if (!at.amounts.budget) row.printed = at.printed;
    row.budget_months = at.months;
    row.actual_months = months_of(actuals.facts, year);
    return row;
}

/// Makes a row that is the sum of others.
ActualRow total_row(std::string name, const Amounts& amounts, std::vector<std::uint32_t> parts,
                    const std::vector<ActualRow>& rows) {
    ActualRow total;
    total.name = std::move(name);
    total.role = GridRole::total;
    total.amounts = amounts;
    for (const std::uint32_t part : parts) {
        const ActualRow& row = rows[part - first_actual_row];
        for (std::size_t i = 0; i < months_in_year; ++i) {
            total.budget_months.at(i) += row.budget_months.at(i);
            total.actual_months.at(i) += row.actual_months.at(i);
        }
    }
    total.parts = std::move(parts);
    return total;
}

}  // namespace

std::vector<ActualRow> actual_rows(const LiveActuals& actuals) {
    const report::BudgetVsActual& at = *actuals.at;
    const report::BudgetVsActual& year = *actuals.year;
    BEGROOT_CHECK(at.lines.size() == year.lines.size() && at.remainder.size() == year.remainder.size(),
                  "twee tabellen van dezelfde feiten");
    std::vector<ActualRow> rows;
    rows.reserve(at.lines.size() + at.remainder.size() + 2);
    std::vector<std::uint32_t> heads;
    for (std::size_t i = 0; i < at.lines.size(); ++i) {
        const auto place = static_cast<std::uint32_t>(first_actual_row + i);
        rows.push_back(row_of(actuals, at.lines[i], year.lines[i]));
        if (const auto parent = at.lines[i].parent) {
            rows[*parent].parts.push_back(place);
        } else {
            heads.push_back(place);
        }
    }
    std::vector<std::uint32_t> all{static_cast<std::uint32_t>(first_actual_row + rows.size())};
    rows.push_back(total_row("Totaal jaarplan", at.total, std::move(heads), rows));
    for (std::size_t i = 0; i < at.remainder.size(); ++i) {
        all.push_back(static_cast<std::uint32_t>(first_actual_row + rows.size()));
        rows.push_back(row_of(actuals, at.remainder[i], year.remainder[i]));
    }
    rows.push_back(total_row("Hele organisatie (lasten min baten)", sum_of_amounts(at.total, at.unassigned),
                             std::move(all), rows));
    return rows;
}

PostingKeys::PostingKeys(const LiveActuals& actuals) : facts_(&actuals.facts) {
    std::unordered_map<std::string, std::string> goals;
    for (const Line& line : actuals.year->lines) {
        if (line.parent) goals[line.code] = line_key(line);  // whatever the plan calls its second level
    }
    for (const Rule& rule : *facts_->rules) {
        for (const Share& share : rule.shares) {
            const Target& target = share.target;
            std::string key = target.kind == TargetKind::goal ? goals[target.goal.text()] : "buiten_jaarplan";
            BEGROOT_CHECK(!key.empty(), "een koppelregel naar een doel dat niet in de tabel staat");
            keys_[&target] = std::move(key);
        }
    }
}

std::string_view PostingKeys::of(const Posting& posting, const PostingPart* part) const {
    const PlanYear year = year_of(*facts_->plan);
    const bool counts =
        part != nullptr && posting.coding->side != Side::balance && is_within(posting.period(), year, year.last());
    if (!counts) return outside_key;
    const Target& target = target_of(*part, *facts_->rules);
    if (target.kind == TargetKind::unassigned) return "zonder_regel";
    return keys_.at(&target);
}

}  // namespace begroot::live::detail
