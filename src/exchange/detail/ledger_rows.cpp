#include "exchange/detail/ledger_rows.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/posting_cells.hpp"
#include "exchange/detail/sheet_report.hpp"
#include "money/format.hpp"

#include <utility>

namespace begroot::exchange::detail {

using workbook::Cell;
using workbook::CellKind;

namespace {

constexpr std::array<LedgerColumn, amount_sides> amount_meanings{ledger_debit, ledger_credit, ledger_amount};

}  // namespace

LedgerRows::LedgerRows(OpenedSheet& opened, Ledger& ledger)
    : opened_(&opened), ledger_(&ledger), cells_(opened.grid, opened.header), last_data_row_(opened.header.row) {}

void LedgerRows::add(Severity severity, const char* kind, const Origin& origin, std::string found, std::string expected,
                     std::string action) {
    opened_->report.findings.push_back(
        {severity, kind, to_place(origin), std::move(found), std::move(expected), std::move(action)});
}

Origin LedgerRows::origin(unsigned meaning, std::uint32_t row) const {
    return opened_->grid.origin(row, opened_->header.columns[meaning]->column);
}

Result<void> LedgerRows::prepare() {
    const Header& header = opened_->header;
    paired_ = header.has(ledger_debit) && header.has(ledger_credit);
    const bool half = header.has(ledger_debit) != header.has(ledger_credit);
    if (!paired_ && (half || !header.has(ledger_amount))) {
        const std::string found = half ? std::string("een kolom ") +
                                             (header.has(ledger_debit) ? "debet zonder credit" : "credit zonder debet")
                                       : "geen kolom met bedragen";
        return failure({ErrorKind::input, to_place(opened_->grid.origin(header.row, 0)), found,
                        "Bedrag debet en Bedrag credit, of één kolom Bedrag",
                        "noem de kolommen in het model onder kolommen: debet, credit of bedrag"});
    }
    if (!paired_ && header.has(ledger_debit_or_credit)) decide_sign();
    for (const Head& head : header.heads) {
        const bool axis = head.key.starts_with("verbijzonderingsas");
        if (!axis || (header.has(ledger_cost_centre) && header.has(ledger_cost_unit))) continue;
        const bool used =
            (header.has(ledger_cost_centre) && header.columns[ledger_cost_centre]->column == head.column) ||
            (header.has(ledger_cost_unit) && header.columns[ledger_cost_unit]->column == head.column);
        if (used) continue;
        add(Severity::warning, "verbijzonderingsas_zonder_betekenis", opened_->grid.origin(header.row, head.column),
            "kolom \"" + head.shown + "\" is niet gelezen: niet bekend of dit kostenplaats of kostendrager is", "",
            "noem in het model onder kolommen bijvoorbeeld kostenplaats = \"" + head.shown + "\"");
    }
    return {};
}

/// An amount beside D/C may carry its own sign (Twinfield) or not (banks): a positive C means it does not.
void LedgerRows::decide_sign() {
    std::optional<std::uint32_t> sample;
    for (std::uint32_t row = opened_->header.row + 1; row < opened_->grid.row_count() && !credit_flips_; ++row) {
        cells_.load(opened_->grid.row(row));
        const Cell* cell = cells_[ledger_amount];
        if (cell == nullptr || !is_credit(cells_[ledger_debit_or_credit]).value_or(false)) continue;
        const Amount amount = opened_->amounts.read(*cell);
        if (amount.state != AmountState::value || amount.value.is_zero()) continue;
        sample = row;
        credit_flips_ = amount.value > Money();
    }
    if (!sample) return;
    add(Severity::notice, "teken_van_bedrag", origin(ledger_amount, *sample),
        credit_flips_ ? "bedragen staan zonder teken; C maakt ze negatief"
                      : "bedragen hebben hun eigen teken; C is al negatief",
        "", "");
}

Result<void> LedgerRows::take(std::uint32_t row) {
    cells_.load(opened_->grid.row(row));
    if (auto error = unreadable(cells_[ledger_account], opened_->grid)) return failure(std::move(*error));
    if (auto account = read_account(cells_[ledger_account])) return take_posting(row, std::move(*account));
    return take_other(row);
}

Result<LedgerRows::RowAmounts> LedgerRows::read_amounts() {
    RowAmounts amounts;
    for (std::size_t i = 0; i < amount_sides; ++i) {
        const Cell* cell = cells_[amount_meanings[i]];
        if (cell == nullptr || (amount_meanings[i] == ledger_amount) == paired_) continue;
        const Amount amount = opened_->amounts.read(*cell);
        if (auto error = refusal(amount, *cell, opened_->grid.origin(*cell))) return failure(std::move(*error));
        amounts.marked = amounts.marked || amount.state == AmountState::marker;
        if (amount.state != AmountState::value) continue;
        amounts.values[i] = amount.value;
        if (amount.rounded) {
            add(Severity::warning, "meer_dan_twee_decimalen", opened_->grid.origin(*cell),
                shown_text(*cell) + " is gelezen als " + format_euro(amount.value, Decimals::cents),
                "hoogstens twee decimalen", "rond het bedrag af op centen");
        }
    }
    return amounts;
}

Error LedgerRows::unknown_type(std::uint32_t row) const {
    const Cell* cell = cells_[ledger_type];
    return {ErrorKind::input, to_place(origin(ledger_type, row)),
            cell == nullptr ? "het type rekening ontbreekt" : "\"" + shown_text(*cell) + "\" is geen type rekening",
            "Kosten, Opbrengsten, Activa of Passiva", "vul de kolom aan in de export"};
}

Result<Money> LedgerRows::signed_amount(std::uint32_t row, const RowAmounts& amounts) {
    const auto& [debit, credit, amount] = amounts.values;
    if (paired_) {
        if (debit && credit && !debit->is_zero() && !credit->is_zero()) {
            add(Severity::notice, "debet_en_credit", origin(ledger_debit, row),
                "de rij heeft een bedrag in debet en in credit; het verschil is genomen: " +
                    format_euro(debit.value_or(Money()) - credit.value_or(Money()), Decimals::cents),
                "", "");
        }
        return debit.value_or(Money()) - credit.value_or(Money());
    }
    if (!credit_flips_) return amount.value_or(Money());
    const auto flips = is_credit(cells_[ledger_debit_or_credit]);
    if (!flips) {
        return failure({ErrorKind::input, to_place(origin(ledger_debit_or_credit, row)),
                        "niet te zien of dit bedrag debet of credit is", "D of C", "vul de kolom aan in de export"});
    }
    return *flips ? -amount.value_or(Money()) : amount.value_or(Money());
}

Result<void> LedgerRows::take_posting(std::uint32_t row, CodeAndName account) {
    last_data_row_ = row;
    const auto amounts = read_amounts();
    if (!amounts) return failure(amounts.error());
    const auto& values = amounts->values;
    const bool any = values[0] || values[1] || values[2];
    const Origin account_origin = origin(ledger_account, row);
    if (!any) {
        add(Severity::warning, "boeking_zonder_bedrag", account_origin,
            "de boeking op rekening " + account.code + " heeft geen bedrag en telt niet mee",
            "een bedrag, ook als het 0 is", "controleer de export");
        skip_row(*opened_, row, amounts->marked ? "p.m. of streep" : "geen bedrag");
        return {};
    }
    for (const unsigned meaning : {ledger_year, ledger_period, ledger_type, ledger_cost_centre, ledger_cost_unit,
                                   ledger_entry, ledger_journal}) {
        if (auto error = unreadable(cells_[meaning], opened_->grid)) return failure(std::move(*error));
    }
    const auto period = read_period(cells_[ledger_year], cells_[ledger_period]);
    if (!period) {
        add(Severity::error, "periode_onleesbaar", account_origin,
            "jaar of periode van de boeking op rekening " + account.code +
                " is niet te lezen; de boeking telt niet mee",
            "een jaar als 2025 en een periode van 0 tot en met 99", "verbeter jaar en periode");
        skip_row(*opened_, row, "periode onleesbaar");
        return {};
    }
    const auto side = read_side(cells_[ledger_type]);
    if (!side) return failure(unknown_type(row));
    const auto amount = signed_amount(row, *amounts);
    if (!amount) return failure(amount.error());
    const std::string entry = read_code(cells_[ledger_entry]);
    const std::string line = read_code(cells_[ledger_entry_line]);
    const bool has_name = cells_[ledger_account_name] != nullptr;
    const std::string name = has_name ? shown_text(*cells_[ledger_account_name]) : std::move(account.name);
    // An export with one Omschrijving has no other text to recognise a booking by.
    const Cell* description =
        opened_->header.has(ledger_description) ? cells_[ledger_description] : cells_[ledger_account_name];
    const std::size_t filled = paired_ ? (values[0] && (!values[0]->is_zero() || !values[1]) ? 0U : 1U) : 2U;
    const std::string said = description == nullptr ? std::string() : shown_text(*description);
    const Posting& posting = ledger_->add(
        {FiscalYear{period->year}, AccountId(std::move(account.code)), *side,
         CostCentreId(read_code(cells_[ledger_cost_centre])), CostUnitId(read_code(cells_[ledger_cost_unit])),
         JournalId(read_code(cells_[ledger_journal])), account_origin.sheet},
        {name, line.empty() ? entry : entry + "/" + line, said, *amount, period->number, row,
         opened_->header.columns[amount_meanings[filled]]->column});
    checks_.add_posting({values[0].value_or(Money()), values[1].value_or(Money()), values[2].value_or(Money())},
                        posting, posting.entry.text().substr(0, entry.size()));
    ledger_->source_total += paired_ ? values[0].value_or(Money()) - values[1].value_or(Money()) : *amount;
    return {};
}

Result<void> LedgerRows::take_other(std::uint32_t row) {
    if (repeats_header(*opened_, row)) {
        skip_row(*opened_, row, "kop");
        return {};
    }
    bool any = false;
    for (const LedgerColumn meaning : amount_meanings) {
        const Cell* cell = cells_[meaning];
        if (cell == nullptr || (meaning == ledger_amount) == paired_) continue;
        const AmountState state = opened_->amounts.read(*cell).state;
        any = any || (state != AmountState::blank && state != AmountState::marker && state != AmountState::no_amount);
    }
    if (!any) {
        skip_row(*opened_, row, "tussenkop");
        return {};
    }
    const auto amounts = read_amounts();
    if (!amounts) return failure(amounts.error());
    last_data_row_ = row;
    for (const Cell& cell : opened_->grid.row(row)) {
        if (cell.kind != CellKind::text) continue;
        const Label label = read_label(cell.text);
        if (label.kind < LabelKind::subtotal) continue;
        checks_.add_total(row, shown_text(cell), label.kind, amounts->values);
        skip_row(*opened_, row, label.kind == LabelKind::subtotal ? "subtotaal" : "totaal");
        return {};
    }
    add(Severity::error, "regel_zonder_rekening", opened_->grid.origin(opened_->grid.row(row).front()),
        "de rij heeft een bedrag maar geen rekening en telt niet mee", "een grootboekrekening of een totaal",
        "vul de rekening in en lever de export opnieuw aan");
    skip_row(*opened_, row, "geen rekening");
    return {};
}

void LedgerRows::finish() { checks_.finish(*opened_, *ledger_); }

}  // namespace begroot::exchange::detail
