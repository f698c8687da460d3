#include "exchange/detail/budget_periods.hpp"

#include "exchange/detail/account.hpp"
#include "exchange/detail/label.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace begroot::exchange::detail {

namespace {

constexpr std::size_t period_digits_max = 2;

/// Tells whether digits are a period that is no month: 0, 13 and above.
bool is_outside_months(std::string_view digits) {
    if (digits.empty() || digits.size() > period_digits_max || !std::ranges::all_of(digits, is_digit)) return false;
    return digits.find_first_not_of('0') == std::string_view::npos || (digits.size() == 2 && digits >= "13");
}

/// Tells whether a head is such a period. A number alone is one beside months that are numbers too.
bool is_other_period(std::string_view key, bool numbered) {
    constexpr std::array<std::string_view, 5> words{"periode", "period", "maand", "per", "p"};
    for (const std::string_view word : words) {
        if (key.starts_with(word)) return is_outside_months(key.substr(word.size()));
    }
    if (key == "13e" || key == "13emaand" || key == "13eperiode") return true;
    return numbered && is_outside_months(key);
}

bool is_account_row(const OpenedSheet& opened, std::uint32_t row) {
    const auto account = read_account(opened.grid.find(row, opened.header.columns[budget_account]->column));
    return account && read_total_text(account->name) == TotalText::none;
}

/// The amounts of a column that is not read.
struct UnreadAmounts {
    std::uint32_t first_row = 0;
    std::size_t count = 0;  ///< that are not 0
    Money sum;
    bool readable = true;
};

UnreadAmounts amounts_in(const OpenedSheet& opened, std::uint32_t column) {
    UnreadAmounts found;
    for (std::uint32_t row = opened.header.first_row; row < opened.grid.row_count(); ++row) {
        const workbook::Cell* cell = opened.grid.find(row, column);
        if (cell == nullptr || !is_account_row(opened, row)) continue;
        const Amount amount = opened.amounts.read(*cell);
        if (amount.state == AmountState::blank || amount.state == AmountState::marker) continue;
        if (amount.state == AmountState::value && amount.value.is_zero()) continue;
        if (found.count++ == 0) found.first_row = row;
        found.readable = found.readable && amount.state == AmountState::value;
        if (amount.state == AmountState::value) found.sum += amount.value;
    }
    return found;
}

bool has_head(std::string_view key) {
    constexpr std::array<std::string_view, 6> heads{"periode",     "periodenummer", "boekperiode",
                                                    "maandnummer", "maand",         "period"};
    return std::ranges::find(heads, key) != heads.end();
}

}  // namespace

void report_other_periods(OpenedSheet& opened) {
    const Header& header = opened.header;
    if (!header.has(budget_month)) return;
    const bool numbered = std::ranges::all_of(header.columns[budget_month]->head, is_digit);
    for (const Head& head : header.heads) {
        if (!head.own || !is_other_period(normalise(head.shown), numbered)) continue;
        const UnreadAmounts amounts = amounts_in(opened, head.column);
        if (amounts.count == 0) continue;
        opened.report.findings.push_back(
            {Severity::warning, "periode_niet_gelezen", to_place(opened.grid.origin(amounts.first_row, head.column)),
             "kolom \"" + head.shown + "\" heeft " + std::to_string(amounts.count) +
                 (amounts.count == 1 ? " bedrag" : " bedragen") +
                 (amounts.readable ? ", samen " + format_euro(amounts.sum, Decimals::cents) : std::string()) +
                 ", en is niet gelezen",
             "bedragen in de twaalf maanden",
             "verdeel de bedragen over de maanden, of laat ze weg als ze niet meetellen"});
    }
}

std::optional<Error> refuse_rows_a_period(const OpenedSheet& opened) {
    const Header& header = opened.header;
    if (!header.has(budget_year)) return std::nullopt;
    const auto months = std::any_of(header.columns.begin() + budget_month, header.columns.begin() + budget_year,
                                    [](const auto& column) { return column.has_value(); });
    const auto head = std::ranges::find_if(header.heads, [](const Head& one) { return one.own && has_head(one.key); });
    if (months || head == header.heads.end()) return std::nullopt;
    std::map<std::string, std::string> periods;  // the first of each account
    for (std::uint32_t row = header.first_row; row < opened.grid.row_count(); ++row) {
        const workbook::Cell* cell = opened.grid.find(row, head->column);
        const auto account = read_account(opened.grid.find(row, header.columns[budget_account]->column));
        if (!account || cell == nullptr || is_blank(*cell)) continue;
        const std::string period = shown_text(*cell);
        const auto [first, added] = periods.try_emplace(account->code, period);
        if (added || first->second == period) continue;
        return Error{ErrorKind::input, to_place(opened.grid.origin(*cell)),
                     "rekening " + account->code + " heeft een rij per periode (kolom \"" + head->shown + "\"): hier " +
                         period + ", eerder " + first->second,
                     "een kolom per maand, of een rij met het bedrag van het jaar",
                     "vraag de begroting met een kolom per maand, of zet de perioden in kolommen naast elkaar"};
    }
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
