#pragma once
// The accounts of an auditfile, and on which side each stands: by the settings, by its own type, or by its RGS code.

#include "base/codes.hpp"
#include "base/error.hpp"
#include "exchange/account_kinds.hpp"
#include "exchange/detail/audit_findings.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace begroot::exchange::detail {

/// One account.
struct AuditAccount {
    std::string code;
    std::string name;
    std::string type;               ///< as written: `B`, `P`, `M`, `Balans`, `W/V`
    std::string rgs;                ///< as written
    bool listed = false;            ///< in the file's own list of accounts
    std::uint64_t lines = 0;        ///< booked on it
    std::uint32_t first_line = 0;   ///< of those bookings, in the file
    std::optional<Side> side = {};  ///< once decided
    std::string doubt = {};         ///< why it was not
};

/// All accounts of one file. References to accounts stay good.
class AuditAccounts {
public:
    AuditAccounts(std::span<const AccountKind> kinds, AuditFindings& findings) : kinds_(kinds), findings_(&findings) {}

    /// Lists an account; a second one of the same code is a finding and its name and type are left out.
    void list(AuditAccount account, std::uint32_t line);

    /// Gives the account of a booking and counts it; an unknown one is added, for report_missing to tell of.
    [[nodiscard]] const AuditAccount& book(std::string_view code, std::uint32_t line);

    /// What is known of an account before it is booked.
    struct Known {
        bool listed = false;
        std::optional<Side> side;
        bool balance = false;  ///< false also for one of which only is known that it is income or expense
    };

    /// Tells what is known of an account, and counts nothing.
    [[nodiscard]] Known look_up(std::string_view code) const;

    /// Reports the accounts that bookings name and the list does not have.
    void report_missing();

    /// Gives the error that names the booked accounts whose side nobody tells; nothing when there are none.
    [[nodiscard]] std::optional<Error> undecided() const;

    [[nodiscard]] std::size_t listed() const { return listed_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void decide(AuditAccount& account);
    [[nodiscard]] bool is_result(const AuditAccount& account) const;
    [[nodiscard]] std::optional<Side> side_by_type(const AuditAccount& account, std::string& doubt) const;

    std::span<const AccountKind> kinds_;
    AuditFindings* findings_;
    std::deque<AuditAccount> accounts_;
    std::unordered_map<std::string_view, AuditAccount*, Hash, std::equal_to<>> by_code_;
    AuditAccount* last_ = nullptr;  // booked
    std::size_t listed_ = 0;
    unsigned letters_ = 0;  // which of the types A, B, L and P occur
};

}  // namespace begroot::exchange::detail
