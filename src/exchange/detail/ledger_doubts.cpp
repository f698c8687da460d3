#include "exchange/detail/ledger_doubts.hpp"

#include "money/format.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::exchange::detail {

namespace {

constexpr std::size_t names_shown_max = 6;

/// An account of a list, and the accounts that come directly below it by their codes.
struct Group {
    std::string_view code;
    Money amount;
    const Posting* first = nullptr;
    Money below;
    std::vector<std::string_view> members;
};

/// Gives every account once, in the order of the codes, so that those below an account follow it.
std::vector<Group> accounts_of(const Ledger& ledger) {
    std::map<std::string_view, Group> accounts;
    for (const Posting& posting : ledger.postings) {
        const std::string_view code = posting.coding->account.text();
        Group& account = accounts[code];
        if (account.first == nullptr) {
            account.code = code;
            account.first = &posting;
        }
        account.amount += posting.amount;
    }
    std::vector<Group> list;
    list.reserve(accounts.size());
    for (auto& [code, account] : accounts) list.push_back(std::move(account));
    return list;
}

/// Gives the accounts that equal the sum of at least two below them, or of one where a list does so time and again.
std::vector<Group> groups_of(const Ledger& ledger) {
    std::vector<Group> accounts = accounts_of(ledger);
    std::vector<std::size_t> above;  // the accounts whose codes begin the one at hand, each with the next
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        while (!above.empty() && !accounts[i].code.starts_with(accounts[above.back()].code)) above.pop_back();
        if (!above.empty()) {
            accounts[above.back()].below += accounts[i].amount;
            accounts[above.back()].members.push_back(accounts[i].code);
        }
        above.push_back(i);
    }
    std::erase_if(accounts, [](const Group& group) {
        return group.members.empty() || group.amount.is_zero() || group.amount != group.below;
    });
    const bool certain = accounts.size() >= 2 || (accounts.size() == 1 && accounts[0].members.size() >= 2);
    return certain ? std::move(accounts) : std::vector<Group>();
}

std::string list_of(const std::vector<std::string_view>& codes) {
    std::string text;
    for (std::size_t i = 0; i < codes.size() && i < names_shown_max; ++i)
        text += (i == 0 ? "" : ", ") + std::string(codes[i]);
    return codes.size() > names_shown_max ? text + " …" : text;
}

std::string euro_text(Money amount) { return format_euro(amount, Decimals::cents); }

}  // namespace

void report_group_accounts(OpenedSheet& opened, const Ledger& ledger) {
    for (const Group& group : groups_of(ledger)) {
        opened.report.findings.push_back({Severity::error, "groepsrekening", to_place(group.first->origin()),
                                          "rekening " + std::string(group.code) + " is met " + euro_text(group.amount) +
                                              " precies de som van " + list_of(group.members) + ", en telt dus dubbel",
                                          "alleen rekeningen waarop geboekt wordt",
                                          "haal de groepsrekeningen uit de export"});
    }
}

void report_unbalanced_periods(OpenedSheet& opened, const Ledger& ledger) {
    const bool balance_side = std::ranges::any_of(
        ledger.postings, [](const Posting& posting) { return posting.coding->side == Side::balance; });
    if (!balance_side) return;
    std::map<BookPeriod, std::pair<Money, const Posting*>> periods;
    for (const Posting& posting : ledger.postings) {
        auto& [sum, first] = periods[posting.period()];
        sum += posting.amount;
        if (first == nullptr) first = &posting;
    }
    const auto off = static_cast<std::size_t>(
        std::ranges::count_if(periods, [](const auto& period) { return !period.second.first.is_zero(); }));
    if (off == 0 || 2 * off > periods.size()) return;
    for (const auto& [period, found] : periods) {
        const auto& [sum, first] = found;
        if (sum.is_zero()) continue;
        opened.report.findings.push_back({Severity::warning, "periode_niet_in_evenwicht", to_place(first->origin()),
                                          "debet en credit van " + std::to_string(period.year) + ", periode " +
                                              std::to_string(period.number) + " verschillen " + euro_text(sum),
                                          "debet gelijk aan credit, zoals in andere perioden van deze export",
                                          "controleer of de export volledig is en geen rij twee keer heeft"});
    }
}

void report_exchanged_sides(OpenedSheet& opened, Money income, Money expense, const Origin& origin) {
    if (income <= Money()) return;
    const bool both = expense < Money();
    opened.report.findings.push_back(
        {both ? Severity::error : Severity::warning, "baten_in_debet", to_place(origin),
         "de baten staan samen met " + euro_text(income) + " in debet" +
             (both ? " en de lasten met " + euro_text(-expense) + " in credit" : ""),
         "baten in credit en lasten in debet",
         both ? "controleer of de kolommen debet en credit verwisseld zijn" : "controleer de boekingen op baten"});
}

}  // namespace begroot::exchange::detail
