#include "exchange/detail/account_card.hpp"

#include "exchange/detail/account.hpp"
#include "exchange/detail/aliases.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/month_name.hpp"
#include "exchange/detail/period_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace begroot::exchange::detail {

namespace {

bool is_ledger(const HeadSearch& search) {
    return std::ranges::any_of(search.rules, [](const HeadRule& rule) { return rule.meaning == "debet"; });
}

/// Reads `Grootboekrekening: 4010 Salariskosten directie`, `Rekening 4010`; nothing for a range of accounts, a bank
/// account, a year.
std::optional<CodeAndName> read_account_title(std::string_view text) {
    constexpr std::array<std::string_view, 5> words{"rekening", "rekeningnummer", "grootboekrekening", "grootboekkaart",
                                                    "grootboeknummer"};
    constexpr std::size_t code_max = 10;
    text = trim(text);
    const std::string_view word = take_letters(text);
    if (std::ranges::none_of(words, [word](std::string_view one) { return equals_folded(word, one); }))
        return std::nullopt;
    text = trim(text);
    const bool colon = text.starts_with(':');
    if (colon) text = trim(text.substr(1));
    const workbook::Cell cell = workbook::Cell::of_text(0, 0, text);
    auto account = read_account(&cell);
    if (!account || account->code.size() > code_max || !is_digit(account->code[0])) return std::nullopt;
    const std::string& name = account->name;
    const bool range = (!name.empty() && is_digit(name[0])) || name.starts_with("t/m") || name.starts_with("tot");
    const bool year = !colon && name.empty() && read_year_text(account->code).has_value();
    if (range || year) return std::nullopt;
    return account;
}

std::string to_title(const CodeAndName& account) {
    return account.name.empty() ? account.code : account.code + " " + account.name;
}

/// Says beside what is missing what makes a card readable, unless a head looks like the one that is missing.
HeaderFailure explain_card(HeaderFailure failed) {
    if (failed.error.action.contains("bijvoorbeeld")) return failed;
    failed.error.action +=
        "; is dit de kaart van één rekening, zet dan in [[bron]] bijvoorbeeld rekening = \"4010\", of boven de koppen "
        "een regel als \"Grootboekrekening: 4010 Naam\"";
    return failed;
}

HeaderFailure account_twice(const SheetGrid& grid, const Header& header, const std::string& account) {
    const HeadColumn& column = *header.columns[ledger_account];
    return {header.heads.size(),
            Error{ErrorKind::input, to_place(grid.origin(header.row, column.column)),
                  "de rijen hebben een rekening (\"" + column.head + "\"), en [[bron]] noemt rekening = \"" + account +
                      "\"",
                  "rekening alleen bij de kaart van één rekening", "haal rekening weg uit [[bron]]"}};
}

}  // namespace

std::optional<std::string> titled_account(const SheetGrid& grid, std::uint32_t header_row) {
    std::optional<std::string> found;
    for (std::uint32_t row = 0; row < header_row; ++row) {
        std::string joined;
        for (const workbook::Cell& cell : grid.row(row)) {
            if (!is_blank(cell)) joined += (joined.empty() ? "" : " ") + shown_text(cell);
        }
        const auto account = read_account_title(joined);
        if (!account) continue;
        if (found && *found != to_title(*account)) return std::nullopt;
        found = to_title(*account);
    }
    return found;
}

std::expected<Header, HeaderFailure> find_header_or_card(const SheetGrid& grid, const SourceSettings& settings,
                                                         const HeadSearch& search) {
    auto header = find_header(grid, search);
    if (!is_ledger(search)) return header;
    if (header) {
        if (settings.account.empty()) return header;
        return std::unexpected(account_twice(grid, *header, settings.account));
    }
    HeadSearch without = search;
    without.needs_account = false;
    auto card = find_header(grid, without);
    if (!card) return header;
    auto account = settings.account.empty() ? titled_account(grid, card->row) : std::optional(settings.account);
    if (!account) return std::unexpected(explain_card(std::move(header).error()));
    card->account = std::make_shared<const std::string>(std::move(*account));
    return card;
}

}  // namespace begroot::exchange::detail
