#include "exchange/detail/ledger_checks.hpp"

#include "money/format.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace begroot::exchange::detail {

namespace {

std::string euros(Money amount) { return format_euro(amount, Decimals::cents); }

/// Tells whether all printed amounts of a total are those sums.
bool equal(const std::array<std::optional<Money>, amount_sides>& printed, const SideAmounts& sums) {
    for (std::size_t i = 0; i < amount_sides; ++i) {
        if (printed[i] && *printed[i] != sums[i]) return false;
    }
    return true;
}

}  // namespace

void LedgerChecks::add_posting(const SideAmounts& printed, const Posting& posting, std::string_view entry,
                               FiscalYear year, CodeNumber account) {
    for (std::size_t i = 0; i < amount_sides; ++i) {
        all_[i] += printed[i];
        block_[i] += printed[i];
    }
    ++postings_;
    if (entry.empty()) {
        SideAmounts& sums = accounts_[account];
        for (std::size_t i = 0; i < amount_sides; ++i) sums[i] += printed[i];
        return;
    }
    if (entries_.empty() || entries_.back().number != entry || entries_.back().year != year.year) {
        entries_.push_back({entry, year.year, Money(), posting.row, posting.column});
    }
    entries_.back().sum += posting.amount;
}

void LedgerChecks::add_total(std::uint32_t row, std::string text, LabelKind kind,
                             const std::array<std::optional<Money>, amount_sides>& printed) {
    totals_.push_back({row, std::move(text), kind, printed, all_, block_, postings_});
    block_ = {};
}

void LedgerChecks::add_account_total(std::uint32_t row, std::string text, CodeNumber account,
                                     const std::array<std::optional<Money>, amount_sides>& printed) {
    totals_.push_back({row, std::move(text), LabelKind::subtotal, printed, all_, accounts_[account], postings_, true});
    accounts_[account] = {};
}

bool LedgerChecks::adds_up(CodeNumber account, const std::array<std::optional<Money>, amount_sides>& printed) const {
    const auto found = accounts_.find(account);
    return found != accounts_.end() && found->second != SideAmounts{} && equal(printed, found->second);
}

void LedgerChecks::check_total(OpenedSheet& opened, Ledger& ledger, const Total& total,
                               const AmountSideColumns& columns, bool first) const {
    // A total that closes the file is of all postings, unless the file also prints one per account and this is the
    // last.
    const bool closes = total.postings == postings_;
    const bool whole = total.kind == LabelKind::grand_total ||
                       (!total.of_account && total.kind != LabelKind::subtotal && closes &&
                        (first || equal(total.printed, total.all) || !equal(total.printed, total.block)));
    const SideAmounts& sums = whole ? total.all : total.block;
    for (std::size_t i = 0; i < amount_sides; ++i) {
        const auto& column = opened.header.columns[columns[i]];
        if (!total.printed[i] || !column) continue;
        const Origin origin = opened.grid.origin(total.row, column->column);
        const std::string label = total.text + ", " + column->head;
        ledger.controls.push_back({label, origin, *total.printed[i], sums[i]});
        if (*total.printed[i] == sums[i]) continue;
        opened.report.findings.push_back(
            {Severity::error, "totaal_klopt_niet", to_place(origin), "\"" + label + "\" is " + euros(*total.printed[i]),
             "de som van de boekingen: " + euros(sums[i]) + ", verschil " + euros(*total.printed[i] - sums[i]),
             "controleer of de export volledig is en lever hem opnieuw aan"});
    }
}

void LedgerChecks::check_entries(OpenedSheet& opened, const Ledger& ledger) {
    if (entries_.empty()) return;
    const bool balance_side = std::ranges::any_of(
        ledger.postings, [](const Posting& posting) { return posting.coding->side == Side::balance; });
    if (!balance_side) {
        Place place = to_place(opened.grid.origin(0, 0));
        place.cell.clear();
        opened.report.findings.push_back(
            {Severity::notice, "journaalposten_niet_gecontroleerd", place,
             "de export heeft geen balansrekeningen; of journaalposten in evenwicht zijn is niet te zien", "", ""});
        return;
    }
    const auto key = [](const Entry& entry) { return std::tie(entry.year, entry.number); };
    // rows ascend, so that entries with one number stay in the order of the file without a copy of the list
    std::ranges::sort(entries_, {}, [](const Entry& entry) { return std::tie(entry.year, entry.number, entry.row); });
    std::vector<Entry> wrong;
    for (std::size_t i = 0; i < entries_.size();) {
        Entry entry = entries_[i];
        for (++i; i < entries_.size() && key(entries_[i]) == key(entry); ++i) entry.sum += entries_[i].sum;
        if (!entry.sum.is_zero()) wrong.push_back(entry);
    }
    std::ranges::stable_sort(wrong, {}, &Entry::row);
    for (const Entry& entry : wrong) {
        opened.report.findings.push_back(
            {Severity::warning, "journaalpost_niet_in_evenwicht", to_place(opened.grid.origin(entry.row, entry.column)),
             "journaalpost " + std::string(entry.number) + " heeft een verschil van " + euros(entry.sum),
             "debet gelijk aan credit", "controleer of de export de hele journaalpost bevat"});
    }
}

void LedgerChecks::finish(OpenedSheet& opened, Ledger& ledger, const AmountSideColumns& columns) {
    bool first = true;
    for (const Total& total : totals_) {
        check_total(opened, ledger, total, columns, first);
        first = first && total.of_account;
    }
    check_entries(opened, ledger);
}

}  // namespace begroot::exchange::detail
