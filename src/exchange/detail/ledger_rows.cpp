#include "exchange/detail/ledger_rows.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/posting_cells.hpp"
#include "exchange/detail/row_balance.hpp"
#include "exchange/detail/sheet_report.hpp"
#include "exchange/detail/shown_number.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace begroot::exchange::detail {

using workbook::Cell;
using workbook::CellKind;

LedgerRows::LedgerRows(OpenedSheet& opened, Ledger& ledger, const SourceSettings& settings)
    : opened_(&opened),
      ledger_(&ledger),
      settings_(&settings),
      cells_(opened.grid, opened.header),
      known_(ledger.store),
      card_(opened.header.account ? std::optional(Cell::of_text(opened.header.row, 0, *opened.header.account))
                                  : std::nullopt),
      last_data_row_(opened.header.row) {}

void LedgerRows::add(Severity severity, const char* kind, const Origin& origin, std::string found, std::string expected,
                     std::string action) {
    opened_->report.findings.push_back(
        {severity, kind, to_place(origin), std::move(found), std::move(expected), std::move(action)});
}

Origin LedgerRows::origin(unsigned meaning, std::uint32_t row) const {
    const auto& column = opened_->header.columns[meaning];
    return opened_->grid.origin(row, column ? column->column : 0);
}

Result<void> LedgerRows::prepare() {
    if (auto chosen = choose_amounts(); !chosen) return chosen;
    if (auto sides = choose_sides(); !sides) return sides;
    auto periods = RowPeriods::decide(*opened_, *settings_);
    if (!periods) return failure(std::move(periods).error());
    periods_ = *periods;
    if (!paired_ && opened_->header.has(ledger_debit_or_credit)) decide_sign();
    report_axes();
    checks_currency_ = opened_->header.has(ledger_currency) && !is_in_euros();
    checks_balances_ = has_balances(opened_->header) && amount_columns_[0] != ledger_closing_debit;
    return {};
}

/// Takes debit and credit, else one amount, else the closing balance.
Result<void> LedgerRows::choose_amounts() {
    const Header& header = opened_->header;
    paired_ = header.has(ledger_debit) && header.has(ledger_credit);
    const bool half = header.has(ledger_debit) != header.has(ledger_credit);
    if (paired_ || (!half && header.has(ledger_amount))) return {};
    const bool closing_pair = header.has(ledger_closing_debit) && header.has(ledger_closing_credit);
    if (!half && (closing_pair || header.has(ledger_closing))) {
        paired_ = closing_pair;
        amount_columns_ = {ledger_closing_debit, ledger_closing_credit, ledger_closing};
        const LedgerColumn shown = closing_pair ? ledger_closing_debit : ledger_closing;
        add(Severity::notice, "saldo_als_mutatie", opened_->grid.origin(header.row, header.columns[shown]->column),
            "de export heeft saldi en geen mutaties; bij baten en lasten is het saldo wat er dit jaar is geboekt", "",
            "");
        return {};
    }
    if (!header.undecided.empty()) return failure(header.undecided.front());
    const std::string found =
        half ? std::string("een kolom ") + (header.has(ledger_debit) ? "debet zonder credit" : "credit zonder debet")
             : "geen kolom met bedragen";
    return failure({ErrorKind::input, to_place(opened_->grid.origin(header.row, 0)), found,
                    "Bedrag debet en Bedrag credit, of één kolom Bedrag",
                    "noem de kolommen in het model onder kolommen: debet, credit of bedrag"});
}

Result<void> LedgerRows::choose_sides() {
    const Header& header = opened_->header;
    if (header.has(ledger_type) || !settings_->account_kinds.empty()) return {};
    return failure({ErrorKind::input, to_place(opened_->grid.origin(header.row, 0)),
                    "de export zegt niet welke rekeningen baten, lasten of balans zijn",
                    "een kolom Type rekening, of rekeningsoort in het model",
                    "zet in [[bron]] bijvoorbeeld rekeningsoort = { baten = [\"8*\"], lasten = [\"4*\"], balans = "
                    "[\"0*\", \"1*\"] }; begroot kijk doet een voorstel"});
}

void LedgerRows::report_axes() {
    const Header& header = opened_->header;
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
}

/// An amount beside D/C may carry its own sign (Twinfield) or not (banks): a positive C means it does not.
void LedgerRows::decide_sign() {
    std::optional<std::uint32_t> sample;
    for (std::uint32_t row = opened_->header.first_row; row < opened_->grid.row_count() && !credit_flips_; ++row) {
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

Result<void> LedgerRows::take(std::span<const Cell> cells) {
    const std::uint32_t row = cells.front().row();
    cells_.load(cells);
    const Cell* cell = cells_[ledger_account];
    if (is_unreadable(cell)) return failure(unreadable(*cell, opened_->grid));
    if (card_ && !is_account_head()) cell = &*card_;
    KnownAccount* const account = known_.account(cell);
    return account != nullptr ? take_posting(row, *account) : take_other(row);
}

Result<LedgerRows::RowAmounts> LedgerRows::read_amounts(RowKind kind) {
    RowAmounts amounts;
    for (std::size_t i = 0; i < amount_sides; ++i) {
        const Cell* cell = cells_[amount_columns_[i]];
        if (cell == nullptr || (i == signed_index) == paired_) continue;
        const Amount amount = opened_->amounts.read(*cell);
        // No figure rests on a total; one without value is told with the other formulas and not checked.
        if (kind == RowKind::total && amount.state == AmountState::not_computed) continue;
        if (is_refused(amount.state)) return failure(*refusal(amount, *cell, opened_->grid.origin(*cell)));
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

/// Gives the error for an amount marked D beside a C, or the other way round.
std::optional<Error> LedgerRows::two_sides(std::uint32_t row) const {
    const Cell* amount = cells_[amount_columns_[signed_index]];
    const auto beside = is_credit(cells_[ledger_debit_or_credit]);
    if (amount == nullptr || !beside) return std::nullopt;
    const auto marked = marked_credit(opened_->grid, *amount);
    if (!marked || *marked == *beside) return std::nullopt;
    return Error{ErrorKind::input, to_place(origin(amount_columns_[signed_index], row)),
                 "\"" + shown_with_words(opened_->grid, *amount) + "\" is " + (*marked ? "credit" : "debet") +
                     " en \"" + shown_text(*cells_[ledger_debit_or_credit]) + "\" ernaast niet",
                 "twee keer dezelfde kant", "verbeter het bedrag of de kolom debet_credit in de export"};
}

Result<Money> LedgerRows::signed_amount(std::uint32_t row, const RowAmounts& amounts) {
    const auto& [debit, credit, amount] = amounts.values;
    if (paired_) {
        if (debit && credit && !debit->is_zero() && !credit->is_zero()) {
            add(Severity::notice, "debet_en_credit", origin(amount_columns_[0], row),
                "de rij heeft een bedrag in debet en in credit; het verschil is genomen: " +
                    format_euro(debit.value_or(Money()) - credit.value_or(Money()), Decimals::cents),
                "", "");
        }
        return debit.value_or(Money()) - credit.value_or(Money());
    }
    if (auto error = two_sides(row)) return failure(std::move(*error));
    if (!credit_flips_) return amount.value_or(Money());  // the sign rule follows once the side is known
    const auto flips = is_credit(cells_[ledger_debit_or_credit]);
    if (!flips) {
        return failure({ErrorKind::input, to_place(origin(ledger_debit_or_credit, row)),
                        "niet te zien of dit bedrag debet of credit is", "D of C", "vul de kolom aan in de export"});
    }
    return *flips ? -amount.value_or(Money()) : amount.value_or(Money());
}

/// Tells whether nothing says when or in which entry the row was booked.
bool LedgerRows::stands_alone() const {
    for (const unsigned meaning : {ledger_period, ledger_year_period, ledger_date, ledger_entry, ledger_entry_line}) {
        if (cells_[meaning] != nullptr) return false;
    }
    return true;
}

/// Gives the text that makes a row with an account a total of that account's rows; empty where it is none. A text that
/// may be a name with that word in it counts where the amounts add up.
std::string LedgerRows::total_text(const KnownAccount& account, const RowAmounts& amounts) {
    const auto counts = [&](std::string_view text) {
        const TotalText total = read_total_text(text);
        return total == TotalText::certain ||
               (total == TotalText::possible && checks_.adds_up(account.number, amounts.values));
    };
    if (counts(account.text.name)) return account.text.name;
    for (const LedgerColumn column : {ledger_account_name, ledger_description, ledger_cost_centre, ledger_cost_unit}) {
        const Cell* cell = cells_[column];
        if (cell == nullptr || cell->kind() != CellKind::text) continue;
        if (std::string text = shown_text(*cell); counts(text)) return text;
    }
    return {};
}

/// Tells whether the row only names an account above its postings: nothing that a posting has is filled in.
bool LedgerRows::is_account_head() const {
    if (!stands_alone()) return false;
    return opened_->header.has(ledger_period) || opened_->header.has(ledger_date) ||
           opened_->header.has(ledger_year_period);
}

/// Tells whether the row is line 0 of a booking, which has no account: its lines follow (Exact Globe).
bool LedgerRows::is_entry_head() const {
    return cells_[ledger_account] == nullptr && read_code(cells_[ledger_entry_line]) == "0";
}

Result<Side> LedgerRows::read_row_side(std::uint32_t row, KnownAccount& account) {
    if (account.side) return *account.side;
    if (!settings_->account_kinds.empty()) {
        const std::string& code = account.text.code;
        if (const auto both = contradiction_of(settings_->account_kinds, code)) {
            return failure({ErrorKind::input, to_place(origin(ledger_account, row)),
                            "rekening " + code + " past in rekeningsoort bij twee soorten: " + *both, "één soort",
                            "verbeter rekeningsoort in het model"});
        }
        account.side = side_of(settings_->account_kinds, code);
        if (account.side) return *account.side;
        if (!opened_->header.has(ledger_type)) {
            return failure({ErrorKind::input, to_place(origin(ledger_account, row)),
                            "rekening " + code + " staat bij geen enkele rekeningsoort", "baten, lasten of balans",
                            "vul rekeningsoort in het model aan"});
        }
    }
    const auto side = read_side(cells_[ledger_type]);
    if (!side) return failure(unknown_type(row));
    if (account.typed != side) note_type(row, account, *side);
    return *side;
}

/// Reads the cost centre; where the column holds relations too, only what is marked as a cost centre.
CodeNumber LedgerRows::read_cost_centre() {
    const Cell* kind = cells_[ledger_dimension_type];
    if (opened_->header.has(ledger_dimension_type) && (kind == nullptr || !equals_folded(shown_text(*kind), "kpl")))
        return no_code;
    return known_.code(ledger_cost_centre, cells_[ledger_cost_centre]);
}

/// Gives the coding of a row, which its codes, its side and the year make.
Result<const Coding*> LedgerRows::coding_of(std::uint32_t row, KnownAccount& account, std::int32_t year) {
    const auto side = read_row_side(row, account);
    if (!side) return failure(side.error());
    const auto code = [this](LedgerColumn column) { return known_.code(column, cells_[column]); };
    return ledger_->store.keep(
        NumberedCoding{FiscalYear{year}, *side, account.number, read_cost_centre(), code(ledger_cost_unit),
                       code(ledger_journal), code(ledger_board), code(ledger_neighbourhood)},
        opened_->grid.sheet().source);
}

Result<void> LedgerRows::take_posting(std::uint32_t row, KnownAccount& account) {
    const auto amounts = read_amounts(RowKind::posting);
    if (!amounts) return failure(amounts.error());
    const auto& values = amounts->values;
    const bool any = values[0] || values[1] || values[2];
    if (!any && !amounts->marked && is_account_head()) {
        skip_row(*opened_, row, "tussenkop");
        return {};
    }
    last_data_row_ = row;
    if (any && stands_alone()) {
        if (std::string text = total_text(account, *amounts); !text.empty()) {
            checks_.add_account_total(row, account.text.code + " " + text, account.number, values);
            skip_row(*opened_, row, "subtotaal");
            return {};
        }
    }
    if (!any) {
        add(Severity::warning, "boeking_zonder_bedrag", origin(ledger_account, row),
            "de boeking op rekening " + account.text.code + " heeft geen bedrag en telt niet mee",
            "een bedrag, ook als het 0 is", "controleer de export");
        skip_row(*opened_, row, amounts->marked ? "p.m. of streep" : "geen bedrag");
        return {};
    }
    for (const unsigned meaning :
         {ledger_year, ledger_period, ledger_year_period, ledger_date, ledger_type, ledger_cost_centre,
          ledger_cost_unit, ledger_board, ledger_neighbourhood, ledger_entry, ledger_journal}) {
        if (is_unreadable(cells_[meaning])) return failure(unreadable(*cells_[meaning], opened_->grid));
    }
    const auto period = periods_.read(cells_);
    if (!period) {
        const auto column = periods_.column();
        add(Severity::error, "periode_onleesbaar", origin(column.value_or(ledger_account), row),
            "jaar of periode van de boeking op rekening " + account.text.code +
                " is niet te lezen; de boeking telt niet mee",
            "een jaar als 2025 en een periode van 0 tot en met 99", "verbeter jaar en periode");
        skip_row(*opened_, row, "periode onleesbaar");
        return {};
    }
    if (checks_currency_) {
        if (auto euros = check_currency(row); !euros) return euros;
    }
    note_administration(row);
    const auto coding = coding_of(row, account, period->year);
    if (!coding) return failure(coding.error());
    const Side side = (*coding)->side;
    auto amount = signed_amount(row, *amounts);
    if (!amount) return failure(amount.error());
    if (checks_balances_) check_balance(*opened_, cells_, row, *amount);
    const SignRule rule = settings_->sign.value_or(SignRule::debit_positive);
    const bool flips = rule == SignRule::credit_positive || (rule == SignRule::all_positive && side == Side::income);
    if (!paired_ && flips) amount = -*amount;
    if (side == Side::income) {
        income_ += *amount;
        ++incomes_;
    } else if (side == Side::expense) {
        expense_ += *amount;
    }
    const std::string entry = read_code(cells_[ledger_entry]);
    const std::string line = read_code(cells_[ledger_entry_line]);
    const Cell* const named = cells_[ledger_account_name];
    const std::string_view name = named == nullptr ? account.text.name : shown_text(*named, shown_name_);
    // An export with one Omschrijving has no other text to recognise a booking by.
    const Cell* description =
        opened_->header.has(ledger_description) ? cells_[ledger_description] : cells_[ledger_account_name];
    const std::size_t filled = paired_ ? (values[0] && (!values[0]->is_zero() || !values[1]) ? 0U : 1U) : 2U;
    const std::string_view said =
        description == nullptr ? std::string_view() : shown_text(*description, shown_description_);
    const Posting& posting =
        ledger_->add(*coding, {name, line.empty() ? entry : entry + "/" + line, said, *amount, period->number, row,
                               opened_->header.columns[amount_columns_[filled]]->column});
    checks_.add_posting({values[0].value_or(Money()), values[1].value_or(Money()), values[2].value_or(Money())},
                        posting, posting.entry.text().substr(0, entry.size()), FiscalYear{period->year},
                        account.number);
    ledger_->source_total += paired_ ? values[0].value_or(Money()) - values[1].value_or(Money()) : *amount;
    return {};
}

Result<void> LedgerRows::take_other(std::uint32_t row) {
    if (repeats_header(*opened_, row)) {
        skip_row(*opened_, row, "kop");
        return {};
    }
    bool any = false;
    for (std::size_t i = 0; i < amount_sides; ++i) {
        const Cell* cell = cells_[amount_columns_[i]];
        if (cell == nullptr || (i == signed_index) == paired_) continue;
        const AmountState state = opened_->amounts.read(*cell).state;
        any = any || (state != AmountState::blank && state != AmountState::marker && state != AmountState::no_amount);
    }
    if (!any) {
        skip_row(*opened_, row, "tussenkop");
        return {};
    }
    last_data_row_ = row;
    for (const Cell& cell : opened_->grid.row(row)) {
        if (cell.kind() != CellKind::text) continue;
        const Label label = read_label(cell.text());
        if (label.kind < LabelKind::subtotal) continue;
        const auto amounts = read_amounts(RowKind::total);
        if (!amounts) return failure(amounts.error());
        checks_.add_total(row, shown_text(cell), label.kind, amounts->values);
        skip_row(*opened_, row, label.kind == LabelKind::subtotal ? "subtotaal" : "totaal");
        return {};
    }
    if (const auto amounts = read_amounts(RowKind::posting); !amounts) return failure(amounts.error());
    if (is_entry_head()) {
        skip_row(*opened_, row, "tussenkop");
        return {};
    }
    add(Severity::error, "regel_zonder_rekening", opened_->grid.origin(opened_->grid.row(row).front()),
        "de rij heeft een bedrag maar geen rekening en telt niet mee", "een grootboekrekening of een totaal",
        "vul de rekening in en lever de export opnieuw aan");
    skip_row(*opened_, row, "geen rekening");
    return {};
}

}  // namespace begroot::exchange::detail
