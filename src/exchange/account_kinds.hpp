#pragma once
// Which accounts are baten, lasten or balans, for exports that do not say so themselves.

#include "base/codes.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange {

/// Accounts of one side: one account (`4425`), a range with both ends inside (`4000-4999`, as numbers whatever the
/// leading zeros) or a pattern with `*` and `?` (`8*`).
struct AccountKind {
    Side side = Side::expense;
    std::string accounts;
};

/// Gives the side of an account; nothing when no kind names it. Of two kinds that name it the first counts.
[[nodiscard]] std::optional<Side> side_of(std::span<const AccountKind> kinds, std::string_view account);

/// Finds two kinds of different sides that both name `account`; their texts, joined, for a message.
[[nodiscard]] std::optional<std::string> contradiction_of(std::span<const AccountKind> kinds, std::string_view account);

/// Proposes the usual Dutch division over these accounts, for the user to confirm: 0 to 3 balance, 4 to 7 expense,
/// 8 income; accounts that begin otherwise get none.
[[nodiscard]] std::vector<AccountKind> propose_kinds(std::span<const std::string> accounts);

}  // namespace begroot::exchange
