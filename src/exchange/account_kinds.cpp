#include "exchange/account_kinds.hpp"

#include "exchange/detail/label.hpp"
#include "mapping/rule.hpp"

#include <algorithm>
#include <array>

namespace begroot::exchange {

namespace {

using detail::is_digit;

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

bool names(const AccountKind& kind, std::string_view account) {
    const std::string_view text = detail::trim(kind.accounts);
    const std::size_t dash = text.find('-');
    if (dash != std::string_view::npos) {
        const std::string_view first = detail::trim(text.substr(0, dash));
        const std::string_view last = detail::trim(text.substr(dash + 1));
        if (all_digits(first) && all_digits(last)) {
            Condition condition;
            condition.account_ranges.push_back({std::string(first), std::string(last)});
            return fits(condition, Traits{account, {}, {}, std::nullopt, {}, std::nullopt});
        }
    }
    return fits(Pattern{std::string(text), false}, account);
}

}  // namespace

std::optional<Side> side_of(std::span<const AccountKind> kinds, std::string_view account) {
    for (const AccountKind& kind : kinds) {
        if (names(kind, account)) return kind.side;
    }
    return std::nullopt;
}

std::optional<std::string> contradiction_of(std::span<const AccountKind> kinds, std::string_view account) {
    const AccountKind* first = nullptr;
    for (const AccountKind& kind : kinds) {
        if (!names(kind, account)) continue;
        if (first == nullptr) first = &kind;
        if (first->side != kind.side) return first->accounts + " en " + kind.accounts;
    }
    return std::nullopt;
}

std::vector<AccountKind> propose_kinds(std::span<const std::string> accounts) {
    struct Usual {
        char digit;
        Side side;
    };
    constexpr std::array<Usual, 9> usual{{{'8', Side::income},
                                          {'4', Side::expense},
                                          {'5', Side::expense},
                                          {'6', Side::expense},
                                          {'7', Side::expense},
                                          {'0', Side::balance},
                                          {'1', Side::balance},
                                          {'2', Side::balance},
                                          {'3', Side::balance}}};
    std::vector<AccountKind> kinds;
    for (const auto& [digit, side] : usual) {
        const bool any = std::ranges::any_of(
            accounts, [digit](const std::string& account) { return !account.empty() && account[0] == digit; });
        if (any) kinds.push_back({side, std::string(1, digit) + "*"});
    }
    return kinds;
}

}  // namespace begroot::exchange
