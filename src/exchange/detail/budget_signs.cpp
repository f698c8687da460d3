#include "exchange/detail/budget_signs.hpp"

#include "money/format.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace begroot::exchange::detail {

namespace {

/// Tells whether the sheet has all months of a year, in their order.
bool has_months_in_order(const Header& header) {
    for (unsigned m = budget_month; m < budget_year; ++m) {
        if (!header.has(m)) return false;
        if (m > budget_month && header.columns[m]->column < header.columns[m - 1]->column) return false;
    }
    return true;
}

/// Takes from each month what the one before it already held; a month without an amount counts as unchanged.
void take_differences(LineAmounts& amounts) {
    Money before;
    for (std::size_t i = 0; i < year_index; ++i) {
        if (!amounts.values[i]) continue;
        const Money now = *amounts.values[i];
        amounts.values[i] = now - before;
        before = now;
    }
}

const HeadColumn& first_amount(const Header& header) {
    const auto found = std::find_if(header.columns.begin() + budget_month, header.columns.end(),
                                    [](const auto& column) { return column.has_value(); });
    return **found;
}

}  // namespace

std::optional<Error> refuse_cumulative(const OpenedSheet& opened, const SourceSettings& settings) {
    const Header& header = opened.header;
    if (settings.cumulative != true || has_months_in_order(header)) return std::nullopt;
    const bool months = std::any_of(header.columns.begin() + budget_month, header.columns.begin() + budget_year,
                                    [](const auto& column) { return column.has_value(); });
    return Error{ErrorKind::input, to_place(opened.grid.origin(header.row, first_amount(header).column)),
                 months ? "het model zegt cumulatief = true, en de maanden lopen niet van januari tot en met december"
                        : "het model zegt cumulatief = true, en dit blad heeft geen maanden",
                 "twaalf maanden van een jaar, januari eerst", "haal cumulatief weg uit [[bron]]"};
}

bool BudgetSigns::flips(Side side) const {
    const SignRule rule = settings_->sign.value_or(SignRule::all_positive);
    return (rule == SignRule::debit_positive && side == Side::income) ||
           (rule == SignRule::credit_positive && side == Side::expense);
}

LineAmounts BudgetSigns::read(const LineAmounts& written, Side side) {
    count(written);
    LineAmounts amounts = written;
    if (settings_->cumulative == true) take_differences(amounts);
    if (!flips(side)) return amounts;
    for (auto& value : amounts.values) {
        if (value) value = -*value;
    }
    return amounts;
}

void BudgetSigns::add_year(Side side, Money year) {
    (side == Side::income ? income_ : expense_) += year;
    if (side == Side::expense && !year.is_zero()) ++(year < Money() ? expenses_below_ : expenses_above_);
}

void BudgetSigns::count(const LineAmounts& written) {
    const auto month = [&written](std::size_t i) { return written.values[i].value_or(Money()); };
    Money sum = month(0);
    for (std::size_t i = 1; i < year_index; ++i) {
        const Money before = month(i - 1);
        const Money now = month(i);
        sum += now;
        const bool turned = !before.is_zero() && (now < Money()) != (before < Money());
        if (before.is_zero() && now.is_zero()) continue;
        ++(turned || now.abs() < before.abs() ? steps_.down : now == before ? steps_.level : steps_.up);
    }
    steps_.first += month(0).abs();
    steps_.last += month(year_index - 1).abs();
    const auto& year = written.values[year_index];
    if (!year || !written.any_month() || sum == month(year_index - 1)) return;
    if (*year == sum) ++steps_.sums;
    if (*year == month(year_index - 1)) ++steps_.lasts;
}

/// Tells whether months look as if each holds those before it. A column of the year decides, where it is the last month
/// or their sum. Without one the amounts must rise from month to month and end at three times the first or more: a
/// budget that is spread evenly stays level, and one that grows with prices ends near where it began.
bool BudgetSigns::runs_on() const {
    constexpr std::size_t lasts_for_a_sum = 9;
    constexpr std::size_t ups_for_a_down = 10;
    constexpr std::size_t ups_least = 5;
    constexpr std::int64_t last_for_first = 3;
    if (steps_.lasts > 0 || steps_.sums > 0) return steps_.lasts > lasts_for_a_sum * steps_.sums;
    return steps_.up >= ups_least && steps_.up >= ups_for_a_down * steps_.down && steps_.up >= steps_.level &&
           steps_.last.cents() >= last_for_first * steps_.first.cents();
}

std::optional<Error> BudgetSigns::doubt_months(OpenedSheet& opened) const {
    if (!has_months_in_order(opened.header)) return std::nullopt;
    const Place place = to_place(opened.grid.origin(opened.header.row, opened.header.columns[budget_month]->column));
    if (settings_->cumulative == true) {
        opened.report.findings.push_back({Severity::notice, "bedragen_cumulatief", place,
                                          "elke maand bevat de maanden ervoor, zoals het model zegt; gelezen is het "
                                          "verschil met de maand ervoor",
                                          "", ""});
    }
    if (settings_->cumulative || !runs_on()) return std::nullopt;
    return Error{ErrorKind::input, place, "de bedragen lopen op: elke maand lijkt de maanden ervoor te bevatten",
                 "bedragen per maand, of de mededeling dat ze cumulatief zijn",
                 "zet in [[bron]] cumulatief = true (elke maand bevat de maanden ervoor) of cumulatief = false"};
}

/// Doubts amounts of a side that are negative together, unless the user said what their sign means; and what he said
/// when it makes both sides negative.
std::optional<Error> BudgetSigns::doubt_sign(const OpenedSheet& opened) const {
    const bool income = income_ < Money();
    constexpr std::size_t alone_least = 2;  // one negative line without anything beside it may be a correction
    const bool alone = income_.is_zero() && (expenses_above_ > 0 || expenses_below_ < alone_least);
    const bool expense = expense_ < Money() && !alone;
    const bool told = settings_->sign.has_value();
    if (std::ranges::find(opened.report.findings, "voordelig_nadelig", &Finding::kind) != opened.report.findings.end())
        return std::nullopt;  // a variance that the model names as the amount goes either way
    if (told ? !(income && expense) || settings_->sign == SignRule::all_positive : !income && !expense)
        return std::nullopt;
    const std::string sums = income && expense
                                 ? "baten en lasten samen negatief: " + format_euro(income_, Decimals::cents) + " en " +
                                       format_euro(expense_, Decimals::cents)
                             : income ? "de baten samen negatief: " + format_euro(income_, Decimals::cents)
                                      : "de lasten samen negatief: " + format_euro(expense_, Decimals::cents);
    return Error{ErrorKind::input, to_place(opened.grid.origin(opened.header.row, first_amount(opened.header).column)),
                 (told ? "met het teken dat het model noemt zijn " : "in deze begroting zijn ") + sums,
                 "baten en lasten allebei positief",
                 "zeg in [[bron]] wat het teken betekent: teken = \"debet_positief\" (lasten +, baten -), "
                 "\"credit_positief\" (baten +, lasten -) of \"alles_positief\" (het klopt zo)"};
}

std::optional<Error> BudgetSigns::finish(OpenedSheet& opened) const {
    if (auto error = doubt_months(opened)) return error;
    return doubt_sign(opened);
}

}  // namespace begroot::exchange::detail
