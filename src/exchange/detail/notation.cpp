#include "exchange/detail/notation.hpp"

#include "exchange/detail/amount_marks.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/shown_number.hpp"
#include "exchange/detail/variance_columns.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <array>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

/// What the texts of one column say about its notation: the first cell that says each thing.
struct Evidence {
    const Cell* dutch = nullptr;
    const Cell* english = nullptr;
    const Cell* ambiguous = nullptr;
    const Cell* first = nullptr;
    const Cell* side = nullptr;  ///< a number with D or C in its format, one with C if there is any
    bool fewer = false;          ///< an amount that tells its notation has no three decimals
    std::size_t count = 0;

    [[nodiscard]] Notation notation() const {
        if (dutch != nullptr && english != nullptr) return Notation::none;
        if (dutch != nullptr) return Notation::dutch;
        if (english != nullptr) return Notation::english;
        return ambiguous != nullptr ? Notation::ambiguous : Notation::open;
    }
};

/// Tells whether an amount that tells its notation has three decimals: `1234,500`, `1.234,500`, `0,125 C`.
bool has_three_decimals(std::string_view text) {
    const std::size_t mark = text.find_last_of(",.");
    if (mark == std::string_view::npos) return false;
    const std::string_view behind = text.substr(mark + 1);
    const std::size_t digits = std::min(behind.size(), behind.find_first_not_of("0123456789"));
    const bool grouped = text.find(text[mark]) != mark;  // `1.234.500` has none
    return digits == 3 && !grouped;
}

void note(Evidence& evidence, const Cell& cell, std::string_view text) {
    const Notation notation = notation_of(text);
    if (notation == Notation::none) return;
    ++evidence.count;
    const auto keep = [&cell](const Cell*& first) {
        if (first == nullptr) first = &cell;
    };
    keep(evidence.first);
    if (notation == Notation::dutch) keep(evidence.dutch);
    if (notation == Notation::english) keep(evidence.english);
    if (notation == Notation::ambiguous) keep(evidence.ambiguous);
    const bool certain = notation == Notation::dutch || notation == Notation::english;
    if (certain && !evidence.fewer) evidence.fewer = !has_three_decimals(text);
}

void note_side(Evidence& evidence, const SheetGrid& grid, const Cell& cell) {
    const auto credit = shown_credit(grid, cell);
    if (!credit || cell.number() == 0.0) return;
    if (evidence.side == nullptr || (*credit && !shown_credit(grid, *evidence.side).value_or(true)))
        evidence.side = &cell;
}

std::string quote(std::string_view text) { return "\"" + std::string(trim(text)) + "\""; }

Finding contradiction(const SheetGrid& grid, const Evidence& evidence) {
    const std::string dutch = cell_name(evidence.dutch->row(), evidence.dutch->column());
    const Origin origin = grid.origin(*evidence.english);
    return {Severity::error,
            "notatie_tegenstrijdig",
            to_place(origin),
            quote(evidence.english->text()) + " heeft een decimale punt, " + quote(evidence.dutch->text()) +
                " in cel " + dutch + " een decimale komma",
            "één notatie per kolom",
            "zet de kolom in Excel om naar getallen"};
}

/// Gives an amount the sign that D or C beside it means; one that shows a minus too says two things.
Amount sided(const SheetGrid& grid, const Cell& cell, Amount amount) {
    const auto credit = shown_credit(grid, cell);
    if (!credit || amount.value.is_zero()) return amount;
    if (shown_negative(grid, cell)) return {.state = AmountState::no_amount};
    amount.value = *credit ? -amount.value.abs() : amount.value.abs();
    return amount;
}

Finding sides_read(const SheetGrid& grid, const Cell& cell, const Amount& sample) {
    return {Severity::notice,
            "teken_van_bedrag",
            to_place(grid.origin(cell)),
            "D of C staat in de getalnotatie: \"" + shown_with_words(grid, cell) + "\" is gelezen als " +
                format_euro(sample.value, Decimals::cents),
            "",
            ""};
}

Finding texts_read(const SheetGrid& grid, const Evidence& evidence, const Amount& sample) {
    return {Severity::notice,
            "bedragen_als_tekst",
            to_place(grid.origin(*evidence.first)),
            std::to_string(evidence.count) + (evidence.count == 1 ? " bedrag staat" : " bedragen staan") +
                " als tekst in deze kolom; " + quote(evidence.first->text()) + " is gelezen als " +
                format_euro(sample.value, Decimals::cents),
            "",
            ""};
}

}  // namespace

bool is_marker(std::string_view text) {
    if (text.starts_with("€"))
        text = trim(text.substr(std::string_view("€").size()));  // `€ -`, a zero as Excel shows it
    constexpr std::array<std::string_view, 12> markers{"p.m.", "p.m",    "pm",    "pm.", "-",    "--",
                                                       "---",  "n.v.t.", "n.v.t", "nvt", "nvt.", "null"};
    for (const std::string_view marker : markers) {
        if (equals_folded(text, marker)) return true;
    }
    return text == "\xE2\x80\x93" || text == "\xE2\x80\x94" || text == "\xE2\x88\x92";
}

bool may_be_amount(const Cell& cell) {
    if (cell.kind() == CellKind::number) return true;
    return cell.kind() == CellKind::text && notation_of(cell.text()) != Notation::none;
}

AmountReader::AmountReader(const SheetGrid& grid, const AmountColumns& wanted, Findings& findings)
    : grid_(grid),
      decided_(wanted.decimal_mark),
      variances_(wanted.variances),
      sides_(wanted.sides),
      unit_(wanted.unit) {
    const std::vector<std::uint32_t>& columns = wanted.columns;
    notations_.assign(grid.column_count(), Notation::open);
    never_three_.assign(grid.column_count(), false);
    std::vector<std::int32_t> index(grid.column_count(), -1);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] < index.size()) index[columns[i]] = static_cast<std::int32_t>(i);
    }
    std::vector<Evidence> evidence(columns.size());
    for (const Cell& cell : grid.sheet().cells) {
        if (cell.row() < wanted.first_row || index[cell.column()] < 0) continue;
        if (cell.worded_format() != 0) note_side(evidence[static_cast<std::size_t>(index[cell.column()])], grid, cell);
        if (cell.kind() != CellKind::text) continue;
        note(evidence[static_cast<std::size_t>(index[cell.column()])], cell, amount_text(cell));
    }
    bool dutch = false;
    bool english = false;
    bool fewer = false;
    for (const Evidence& one : evidence) {
        dutch = dutch || one.dutch != nullptr;
        english = english || one.english != nullptr;
        fewer = fewer || one.fewer;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Evidence& one = evidence[i];
        if (columns[i] >= notations_.size()) continue;
        Notation& notation = notations_[columns[i]];
        notation = one.notation();
        if (wanted.decimal_mark) {
            notation = *wanted.decimal_mark == DecimalMark::comma ? Notation::dutch : Notation::english;
        } else if (notation == Notation::none) {
            findings.push_back(contradiction(grid, one));
        }
        const bool follows = notation == Notation::ambiguous;
        if (follows && dutch != english) notation = dutch ? Notation::dutch : Notation::english;
        never_three_[columns[i]] = !decided_ && ((follows && fewer) || one.fewer || (dutch && english));
        if (one.side != nullptr) {
            const Amount sample = read(*one.side);
            if (sample.state == AmountState::value) findings.push_back(sides_read(grid, *one.side, sample));
        }
        if (one.first == nullptr || variance_of(columns[i]) != nullptr) continue;
        const Amount sample = read(*one.first);
        if (sample.state == AmountState::value) findings.push_back(texts_read(grid, one, sample));
    }
}

const VarianceColumn* AmountReader::variance_of(std::uint32_t column) const {
    const auto found = std::ranges::find(variances_, column, &VarianceColumn::column);
    return found == variances_.end() ? nullptr : &*found;
}

/// Gives the text of a cell without the mark of a variance.
std::string_view AmountReader::amount_text(const Cell& cell) const {
    const VarianceColumn* variance = variance_of(cell.column());
    return variance == nullptr || variance->marks_apart() ? trim(cell.text()) : split_mark(cell.text()).rest;
}

Amount AmountReader::read(const Cell& cell) const {
    Amount amount = read_in_unit(cell);
    if (cell.worded_format() != 0 && amount.state == AmountState::value) amount = sided(grid_, cell, amount);
    if (!sides_.empty() && amount.state == AmountState::value) amount = in_its_side(cell, amount);
    const VarianceColumn* variance = variances_.empty() ? nullptr : variance_of(cell.column());
    if (variance == nullptr || amount.state != AmountState::value) return amount;
    const VarianceMark mark = mark_of(grid_, *variance, cell);
    if (mark == VarianceMark::favourable) amount.value = amount.value.abs();
    if (mark == VarianceMark::unfavourable) amount.value = -amount.value.abs();
    return amount;
}

/// Gives an amount of a column of debits or credits without the sign of a mark that says the same; another mark
/// refuses.
Amount AmountReader::in_its_side(const Cell& cell, Amount amount) const {
    const auto side = std::ranges::find(sides_, cell.column(), &SideColumn::column);
    if (side == sides_.end() || amount.value.is_zero()) return amount;
    const auto marked = marked_credit(grid_, cell);
    if (!marked) return amount;
    if (*marked != side->credit) return {.state = AmountState::other_side};
    amount.value = amount.value.abs();
    return amount;
}

Amount AmountReader::read_in_unit(const Cell& cell) const {
    // A number in thousands has three decimals more before a cent is lost: multiply first, then round.
    if (unit_ != 1 && cell.kind() == CellKind::number) return read_number(cell.number() * static_cast<double>(unit_));
    Amount amount = read_as_written(cell);
    if (unit_ == 1 || amount.state != AmountState::value) return amount;
    if (amount.rounded) return {.state = AmountState::no_amount};  // a text in thousands with more than two decimals
    std::int64_t cents = 0;
    const bool fits = !__builtin_mul_overflow(amount.value.cents(), unit_, &cents) && cents <= money_cents_max &&
                      cents >= -money_cents_max;
    if (!fits) return {.state = AmountState::too_large};
    amount.value = Money::from_cents(cents);
    return amount;
}

Amount AmountReader::read_as_written(const Cell& cell) const {
    switch (cell.kind()) {
        case CellKind::empty:
            return {};
        case CellKind::number:
            return read_number(cell.number());
        case CellKind::not_computed:
            return {.state = AmountState::not_computed};
        case CellKind::error:
            return {.state = AmountState::excel_error};
        case CellKind::date:
        case CellKind::boolean:
            return {.state = AmountState::no_amount};
        case CellKind::text:
            break;
    }
    const std::string_view text = amount_text(cell);
    if (text.empty()) return {};
    if (!is_digit(text[0])) {
        if (is_marker(text)) return {.state = AmountState::marker};
        if (dutch_excel_error(text)) return {.state = AmountState::excel_error};
    }
    Amount amount = read_text(text, notation(cell.column()));
    const bool odd = amount.three_decimals && !amount.rounded && never_three_[cell.column()];
    if (odd) return {.state = AmountState::ambiguous};
    if (decided_ && amount.state == AmountState::ambiguous) amount.state = AmountState::other_notation;
    return amount;
}

std::optional<Error> refusal(const Amount& amount, const Cell& cell, const Origin& origin) {
    if (!is_refused(amount.state)) return std::nullopt;
    Error error{ErrorKind::input, to_place(origin), "", "een bedrag, bijvoorbeeld 12.500,00", "verbeter de cel"};
    switch (amount.state) {
        case AmountState::blank:
        case AmountState::value:
        case AmountState::marker:
            return std::nullopt;
        case AmountState::not_computed:
            error.found = "formule zonder berekende waarde";
            error.expected = "een formule met haar uitkomst";
            error.action =
                "open het bestand in Excel of LibreOffice, bereken en sla het op, of laat LibreOffice rekenen met "
                "--reken";
            return error;
        case AmountState::excel_error:
            error.found = "de Excel-fout " + shown_text(cell);
            error.expected = "een waarde";
            error.action = "herstel de formule in Excel en sla het bestand op";
            return error;
        case AmountState::too_large:
            error.found = "\"" + shown_text(cell) + "\" is te groot voor een bedrag";
            error.expected = "hoogstens " + format_euro(Money::from_cents(money_cents_max));
            return error;
        case AmountState::ambiguous:
            error.found =
                "\"" + shown_text(cell) + "\" kan duizend of decimalen betekenen, en geen ander bedrag beslist dat";
            error.action =
                "zet de kolom in Excel om naar getallen, of zet in [[bron]] decimaal = \"komma\" of \"punt\"";
            return error;
        case AmountState::other_notation:
            error.found = "\"" + shown_text(cell) + "\" past niet bij decimaal in het model";
            error.expected = "bedragen in de notatie die decimaal noemt";
            error.action = "verbeter decimaal in [[bron]] of laat haar weg; dan beslist de kolom";
            return error;
        case AmountState::other_side:
            error.found = "D of C past niet bij deze kolom";
            error.expected = "D in een kolom debet, C in een kolom credit, of geen van beide";
            return error;
        case AmountState::no_amount:
            break;
    }
    error.found = "\"" + shown_text(cell) + "\" is geen bedrag";
    if (cell.kind() == CellKind::date) error.found = "een datum is geen bedrag";
    if (cell.kind() == CellKind::number)
        error.found = "bij \"" + shown_text(cell) + "\" toont de getalnotatie een minteken en ook D of C";
    return error;
}

}  // namespace begroot::exchange::detail
