#include "exchange/detail/audit_accounts.hpp"

#include "exchange/detail/audit_amounts.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/rgs.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace begroot::exchange::detail {

namespace {

/// What the type of an account means; a letter means more than one thing.
enum class TypeMeaning : std::uint8_t {
    none,
    balance,
    result,
    income,
    expense,
    mixed,
    letter_a,
    letter_b,
    letter_l,
    letter_p
};

constexpr unsigned bit_of(TypeMeaning letter) {
    return 1U << (static_cast<unsigned>(letter) - static_cast<unsigned>(TypeMeaning::letter_a));
}

constexpr unsigned all_letters = 15;

TypeMeaning meaning_of(std::string_view type) {
    static constexpr auto words = std::to_array<std::pair<std::string_view, TypeMeaning>>({
        {"a", TypeMeaning::letter_a},
        {"b", TypeMeaning::letter_b},
        {"l", TypeMeaning::letter_l},
        {"p", TypeMeaning::letter_p},
        {"m", TypeMeaning::mixed},
        {"bal", TypeMeaning::balance},
        {"balans", TypeMeaning::balance},
        {"bas", TypeMeaning::balance},
        {"blns", TypeMeaning::balance},
        {"activa", TypeMeaning::balance},
        {"passiva", TypeMeaning::balance},
        {"r", TypeMeaning::result},
        {"w", TypeMeaning::result},
        {"vw", TypeMeaning::result},
        {"wv", TypeMeaning::result},
        {"pnl", TypeMeaning::result},
        {"pl", TypeMeaning::result},
        {"wenv", TypeMeaning::result},
        {"winstenverlies", TypeMeaning::result},
        {"winstverlies", TypeMeaning::result},
        {"resultaat", TypeMeaning::result},
        {"kosten", TypeMeaning::expense},
        {"lasten", TypeMeaning::expense},
        {"opbrengsten", TypeMeaning::income},
        {"opbrengst", TypeMeaning::income},
        {"baten", TypeMeaning::income},
    });
    const std::string key = normalise(type);
    const auto found = std::ranges::find(words, key, &std::pair<std::string_view, TypeMeaning>::first);
    return found == words.end() ? TypeMeaning::none : found->second;
}

/// Decides what a letter means beside the other letters of the file.
TypeMeaning in_this_file(TypeMeaning meaning, unsigned letters) {
    if (meaning < TypeMeaning::letter_a) return meaning;
    // A package with all four letters means activa, passiva, baten and lasten; the others mean balance and result.
    const bool sheet_letters = (letters & (bit_of(TypeMeaning::letter_a) | bit_of(TypeMeaning::letter_l))) != 0;
    const bool four = letters == all_letters;
    if (meaning == TypeMeaning::letter_a) return TypeMeaning::balance;
    if (meaning == TypeMeaning::letter_l) return four ? TypeMeaning::expense : TypeMeaning::result;
    if (meaning == TypeMeaning::letter_p)
        return four ? TypeMeaning::balance : sheet_letters ? TypeMeaning::none : TypeMeaning::result;
    return four ? TypeMeaning::income : sheet_letters ? TypeMeaning::none : TypeMeaning::balance;
}

std::string account_text(const AuditAccount& account) {
    return shown_text(account.name.empty() ? account.code : account.code + " " + account.name);
}

const char* side_word(Side side) {
    switch (side) {
        case Side::income:
            return "baten";
        case Side::expense:
            return "lasten";
        case Side::balance:
            break;
    }
    return "balans";
}

/// Proposes what to write in a model for these accounts.
std::string proposal(const std::vector<std::string>& codes) {
    constexpr std::array sides{Side::income, Side::expense, Side::balance};
    const std::vector<AccountKind> kinds = propose_kinds(codes);
    std::string text;
    for (const Side side : sides) {
        std::string list;
        for (const AccountKind& kind : kinds) {
            if (kind.side == side) list += (list.empty() ? "\"" : ", \"") + kind.accounts + "\"";
        }
        if (!list.empty()) text += (text.empty() ? "" : ", ") + std::string(side_word(side)) + " = [" + list + "]";
    }
    return text.empty() ? "lasten = [\"4000-4999\"]" : text;
}

}  // namespace

void AuditAccounts::list(AuditAccount account, std::uint32_t line) {
    account.listed = true;
    const TypeMeaning meaning = meaning_of(account.type);
    if (meaning >= TypeMeaning::letter_a) letters_ |= bit_of(meaning);
    const auto found = by_code_.find(account.code);
    if (found == by_code_.end()) {
        accounts_.push_back(std::move(account));
        by_code_.emplace(accounts_.back().code, &accounts_.back());
        ++listed_;
        return;
    }
    AuditAccount& first = *found->second;
    if (!first.listed) {  // booked before it was listed: its side stands as it was decided
        first.listed = true;
        if (!first.doubt.empty()) first.doubt = "staat pas achter de boekingen in het rekeningschema";
        first.name = std::move(account.name);
        ++listed_;
        return;
    }
    const bool same = first.name == account.name && first.type == account.type && first.rgs == account.rgs;
    findings_->add(Severity::warning, "rekening_dubbel", line,
                   "rekening " + account_text(account) + " staat twee keer in het rekeningschema" +
                       (same ? "" : "; de eerste geldt: " + account_text(first)),
                   "elke rekening een keer", "");
}

const AuditAccount& AuditAccounts::book(std::string_view code, std::uint32_t line) {
    if (last_ == nullptr || last_->code != code) {
        const auto found = by_code_.find(code);
        if (found == by_code_.end()) {
            accounts_.push_back({std::string(code), {}, {}, {}});
            by_code_.emplace(accounts_.back().code, &accounts_.back());
            last_ = &accounts_.back();
        } else {
            last_ = found->second;
        }
    }
    if (last_->lines++ == 0) {
        last_->first_line = line;
        decide(*last_);
    }
    return *last_;
}

bool AuditAccounts::is_result(const AuditAccount& account) const {
    return in_this_file(meaning_of(account.type), letters_) == TypeMeaning::result;
}

/// Tells the side by the type of an account, with its RGS code for what the type leaves open.
std::optional<Side> AuditAccounts::side_by_type(const AuditAccount& account, std::string& doubt) const {
    const auto rgs = side_of_rgs(account.rgs);
    const TypeMeaning meaning = in_this_file(meaning_of(account.type), letters_);
    const std::string type = account.type.empty() ? "zonder soort" : "soort " + account.type;
    switch (meaning) {
        case TypeMeaning::balance:
            if (!rgs || *rgs == Side::balance) return Side::balance;
            doubt = type + ", maar RGS-code " + account.rgs;
            return std::nullopt;
        case TypeMeaning::income:
            return Side::income;
        case TypeMeaning::expense:
            return Side::expense;
        case TypeMeaning::result:
            if (rgs && *rgs != Side::balance) return rgs;
            doubt = type + (rgs ? ", maar RGS-code " + account.rgs : "");
            return std::nullopt;
        case TypeMeaning::none:
        case TypeMeaning::mixed:
        case TypeMeaning::letter_a:
        case TypeMeaning::letter_b:
        case TypeMeaning::letter_l:
        case TypeMeaning::letter_p:
            break;
    }
    doubt = account.listed ? type : "niet in het rekeningschema";
    return rgs;
}

AuditAccounts::Known AuditAccounts::look_up(std::string_view code) const {
    Known known{.listed = false, .side = side_of(kinds_, code), .balance = false};
    const auto found = by_code_.find(code);
    if (found == by_code_.end() || !found->second->listed) {
        known.balance = !known.side || *known.side == Side::balance;
        return known;
    }
    known.listed = true;
    std::string doubt;
    if (!known.side) known.side = side_by_type(*found->second, doubt);
    known.balance = known.side ? *known.side == Side::balance : !is_result(*found->second);
    return known;
}

void AuditAccounts::decide(AuditAccount& account) {
    if (const auto both = contradiction_of(kinds_, account.code)) {
        account.doubt = "valt in het model onder " + *both;
        return;
    }
    std::string doubt;
    const auto own = side_by_type(account, doubt);
    account.side = side_of(kinds_, account.code);
    if (!account.side) {
        account.side = own;
        account.doubt = std::move(doubt);
    } else if (own && *own != *account.side) {
        findings_->add(Severity::warning, "rekeningsoort_tegenstrijdig", account.first_line,
                       "rekening " + account_text(account) + " is in het model " + side_word(*account.side) +
                           " en in het bestand " + side_word(*own) + "; het model geldt",
                       "", "controleer rekeningsoort onder [[bron]]");
    }
}

void AuditAccounts::report_missing() {
    for (const AuditAccount& account : accounts_) {
        if (account.listed || account.lines == 0) continue;
        findings_->add(Severity::warning, "rekening_niet_in_schema", account.first_line,
                       "rekening " + shown_text(account.code) + " staat niet in het rekeningschema en heeft " +
                           std::to_string(account.lines) + (account.lines == 1 ? " boeking" : " boekingen"),
                       "elke rekening met soort en naam onder generalLedger", "");
    }
}

std::optional<Error> AuditAccounts::undecided() const {
    constexpr std::size_t shown_max = 5;
    std::vector<std::string> codes;
    std::string shown;
    Error error;
    for (const AuditAccount& account : accounts_) {
        if (account.lines == 0 || account.side) continue;
        if (codes.empty()) error.place.line = account.first_line;
        if (codes.size() < shown_max)
            shown += (codes.empty() ? "" : ", ") + account_text(account) +
                     (account.doubt.empty() ? "" : " (" + account.doubt + ")");
        codes.push_back(account.code);
    }
    if (codes.empty()) return std::nullopt;
    if (codes.size() > shown_max) shown += " en " + std::to_string(codes.size() - shown_max) + " andere";
    error.found = (codes.size() == 1 ? "van 1 rekening" : "van " + std::to_string(codes.size()) + " rekeningen") +
                  " is niet te zien of het baten, lasten of balans is: " + shown;
    error.expected = "een RGS-code in het bestand, of rekeningsoort in het model";
    error.action = "zet onder [[bron]], na controle, rekeningsoort = { " + proposal(codes) + " }";
    return error;
}

}  // namespace begroot::exchange::detail
