// The rows of a budget sheet that are no lines: headings and totals.

#include "exchange/detail/budget_rows.hpp"
#include "exchange/detail/sheet_report.hpp"

#include <algorithm>
#include <utility>

namespace begroot::exchange::detail {

using workbook::Cell;
using workbook::CellKind;

namespace {

/// A heading that stands where it may be something else too.
SectionLabel uncertain(SectionLabel said) {
    said.certain = said.bare = false;
    return said;
}

bool is_short_number(std::string_view code) {
    constexpr std::size_t digits_max = 2;
    return code.size() <= digits_max && std::ranges::all_of(code, is_digit);
}

}  // namespace

/// Finds the text that says what a row without account is: a total word first, then the first text.
BudgetRows::RowLabel BudgetRows::row_label(std::uint32_t row) const {
    RowLabel found;
    for (const Cell& cell : opened_->grid.row(row)) {
        if (cell.kind() != CellKind::text || is_blank(cell)) continue;
        RowLabel here{shown_text(cell), read_label(cell.text())};
        if (here.label.kind >= LabelKind::subtotal) {
            if (here.label.rubric.empty()) here.label.rubric = found.label.rubric;
            return here;
        }
        if (found.text.empty()) found = std::move(here);
    }
    return found;
}

/// Finds the first text left of the amounts that speaks of baten or lasten.
std::pair<const Cell*, SectionLabel> BudgetRows::row_section(std::uint32_t row) const {
    for (const Cell& cell : opened_->grid.row(row)) {
        const auto holds = [&cell](const auto& column) { return column && column->column == cell.column(); };
        const auto& columns = opened_->header.columns;
        if (std::any_of(columns.begin() + budget_month, columns.end(), holds)) break;
        if (cell.kind() != CellKind::text) continue;
        if (const SectionLabel said = read_section(cell.text()); !said.silent()) return {&cell, said};
    }
    return {nullptr, {}};
}

void BudgetRows::enter_rubric(const Label& label) {
    section_rubric_ = label.rubric;
    rubric_names_[label.rubric] = label.rest;
    if (rubric_side(label.rubric)) unclear_heading_.clear();
}

/// Takes the side that a heading names for the lines below it. One that may name another side than that of the lines
/// above it leaves the side open: then the lines must say it.
void BudgetRows::enter_section(const SectionLabel& said, const Cell& cell) {
    const std::optional<Side> by_rubric = rubric_side(section_rubric_);
    const std::optional<Side> side = said.side();
    if (side && (said.certain || side == (by_rubric ? by_rubric : section_))) {
        if (said.certain) section_ = side;
        if (said.bare || (by_rubric && by_rubric != side)) section_rubric_.clear();
        unclear_heading_.clear();
        return;
    }
    section_.reset();
    section_rubric_.clear();
    unclear_heading_ = "\"" + shown_text(cell) + "\" (cel " + cell_name(cell.row(), cell.column()) + ")";
}

/// Gives the text behind a number that is too short for an account: `2. Baten` in one cell, or 8 beside `Baten`.
std::optional<std::string_view> BudgetRows::numbered_text(const CodeAndName& account) const {
    const Cell& cell = *cells_[budget_account];
    if (const auto behind = cell.kind() == CellKind::text ? behind_number(cell.text()) : std::nullopt) return behind;
    const Cell* name = cells_[budget_name];
    const bool lone = account.name.empty() && is_short_number(account.code);
    return lone && name != nullptr && name->kind() == CellKind::text ? std::optional(name->text()) : std::nullopt;
}

/// Takes a heading or a total of which the number looks like an account; false when the row is a line.
Result<bool> BudgetRows::take_numbered(std::uint32_t row, const CodeAndName& account) {
    const auto text = numbered_text(account);
    if (!text) {
        if (!any_amount_cell()) doubt_section(account);
        return false;
    }
    const Cell& cell = *cells_[budget_account];
    const SectionLabel said = read_section(*text);
    if (any_amount_cell()) {
        if (read_label(*text).kind >= LabelKind::subtotal) {
            if (auto taken = take_label(row); !taken) return failure(std::move(taken).error());
            return true;
        }
        if (!said.bare) return false;
        return failure({ErrorKind::input, to_place(opened_->grid.origin(cell)),
                        "\"" + account.code + " " + std::string(*text) +
                            "\" kan een rekening zijn en een tussenkop met een totaal",
                        "een rekening van drie of meer cijfers, of een tussenkop zonder bedragen",
                        "schrijf Totaal voor het woord als de bedragen een totaal zijn, en haal ze anders weg"});
    }
    if (said.silent()) return false;
    const Cell* const name = cells_[budget_name];
    enter_section(said, account.name.empty() && name != nullptr ? *name : cell);
    skip_row(*opened_, row, "tussenkop");
    return true;
}

/// Leaves the side open below `4000 Personeelskosten` without amounts among baten: the head of a group, and no line.
void BudgetRows::doubt_section(const CodeAndName& account) {
    if (!account.code.ends_with("00")) return;
    const Cell* cell = account.name.empty() ? cells_[budget_name] : cells_[budget_account];
    if (cell == nullptr || cell->kind() != CellKind::text) return;
    const SectionLabel said = read_section(account.name.empty() ? cell->text() : std::string_view(account.name));
    if (said.certain) enter_section(uncertain(said), *cell);
}

/// Finds the text beside an account number that says total: behind the number, the name, or in place of a code.
std::optional<BudgetRows::TotalCell> BudgetRows::total_cell(const CodeAndName& account) const {
    std::optional<TotalCell> possible;
    for (const unsigned meaning : {budget_account, budget_name, budget_rubric, budget_cost_centre, budget_cost_unit,
                                   budget_board, budget_neighbourhood}) {
        const Cell* cell = cells_[meaning];
        if (cell == nullptr || cell->kind() != CellKind::text) continue;
        const TotalText kind =
            read_total_text(meaning == budget_account ? std::string_view(account.name) : cell->text());
        if (kind == TotalText::certain) return TotalCell{cell, kind};
        if (kind == TotalText::possible && !possible && meaning <= budget_name) possible = TotalCell{cell, kind};
    }
    return possible;
}

/// Takes a total that carries the number of its account; false when the row is a line. What may be either is refused.
Result<bool> BudgetRows::take_account_total(std::uint32_t row, const CodeAndName& account) {
    const auto found = total_cell(account);
    if (!found || !has_amounts()) return false;
    const auto total = totals_.weigh(*opened_, row, account.code);
    if (!total) return failure(total.error());
    const bool certain = found->kind == TotalText::certain;
    const std::string text = shown_text(*found->cell);
    if (!total->has_lines && !total->fits_block && !total->fits_one && !certain) return false;
    if (!total->fits && !total->fits_block && !(certain && total->has_lines)) {
        const std::string lines = total->has_lines ? "en is niet de som van de regels van die rekening erboven"
                                                   : "en er staat geen regel van die rekening boven";
        return failure({ErrorKind::input, to_place(opened_->grid.origin(*found->cell)),
                        "\"" + text + "\" bij rekening " + account.code + " zegt totaal, " + lines,
                        "een totaal onder de regels waarvan het de som is, of een regel zonder het woord totaal",
                        "verwijder of verbeter het totaal, of noem de regel anders"});
    }
    last_data_row_ = row;
    skip_row(*opened_, row, "subtotaal");
    totals_.take(*opened_, *budget_, row,
                 text.find(account.code) == std::string::npos ? text + " " + account.code : text, account.code, *total);
    return true;
}

Result<void> BudgetRows::take_label(std::uint32_t row) {
    const bool amounts = has_amounts();
    const auto [text, label] = row_label(row);
    const bool total = label.kind >= LabelKind::subtotal;
    if (total && amounts) {
        last_data_row_ = row;
        skip_row(*opened_, row, label.kind == LabelKind::subtotal ? "subtotaal" : "totaal");
        return totals_.check(*opened_, *budget_, row, text, label);
    }
    second_table_.see(row);
    if (repeats_header(*opened_, row)) {
        skip_row(*opened_, row, "kop");
        return {};
    }
    if (amounts) {
        last_data_row_ = row;
        skip_row(*opened_, row, "geen rekening");
        const auto& row_cells = opened_->grid.row(row);
        add(Severity::error, "regel_zonder_rekening", opened_->grid.origin(row_cells.front()),
            "\"" + text + "\" heeft bedragen maar geen rekening en telt niet mee",
            "een grootboekrekening of een totaal", "vul de rekening in of verwijder de bedragen");
        // it may be a heading with its total beside it
        if (const auto [cell, said] = row_section(row); cell != nullptr)
            enter_section(said.bare ? said : uncertain(said), *cell);
        return {};
    }
    if (label.kind == LabelKind::rubric) enter_rubric(label);
    if (label.kind != LabelKind::rubric || !rubric_side(label.rubric)) {
        // a total without amounts stands in the place of a heading and may be meant as one
        const auto [cell, said] = row_section(row);
        if (cell != nullptr) enter_section(total ? uncertain(said) : said, *cell);
    }
    skip_row(*opened_, row, "tussenkop");
    return {};
}

}  // namespace begroot::exchange::detail
