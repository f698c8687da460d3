#include "exchange/detail/budget_rows.hpp"

#include "exchange/detail/head_years.hpp"
#include "exchange/detail/sheet_report.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <utility>

namespace begroot::exchange::detail {

using workbook::Cell;
using workbook::CellKind;

BudgetRows::BudgetRows(OpenedSheet& opened, Budget& budget, const SourceSettings& settings)
    : opened_(&opened),
      budget_(&budget),
      cells_(opened.grid, opened.header),
      totals_(settings.sign.value_or(SignRule::all_positive)),
      signs_(settings),
      second_table_(opened, settings.year.year),
      year_(settings.year.year),
      last_data_row_(opened.header.row) {}

void BudgetRows::add(Severity severity, const char* kind, const Origin& origin, std::string found, std::string expected,
                     std::string action) {
    opened_->report.findings.push_back(
        {severity, kind, to_place(origin), std::move(found), std::move(expected), std::move(action)});
}

Result<void> BudgetRows::take(std::span<const Cell> cells) {
    const std::uint32_t row = cells.front().row();
    cells_.load(cells);
    auto account = read_account(cells_[budget_account]);
    for (std::size_t m = 0; m < budget_month; ++m) {
        if (m != budget_account && !account) continue;
        if (is_unreadable(cells_[m])) return failure(unreadable(*cells_[m], opened_->grid));
    }
    if (!account) return take_label(row);
    const auto numbered = take_numbered(row, *account);
    if (!numbered) return failure(numbered.error());
    if (*numbered) return {};
    const auto totalled = take_account_total(row, *account);
    if (!totalled) return failure(totalled.error());
    if (*totalled) return {};
    const auto other_year = take_other_year(row, *account);
    if (!other_year) return failure(other_year.error());
    if (*other_year) return {};
    return take_line(row, std::move(*account));
}

/// Leaves a row of another year out, where each row names its year; false when it is of the book year.
Result<bool> BudgetRows::take_other_year(std::uint32_t row, const CodeAndName& account) {
    if (!opened_->header.has(budget_row_year) || !any_amount_cell()) return false;
    const auto year = read_year(read_code(cells_[budget_row_year]));
    if (!year) {
        return failure({ErrorKind::input,
                        to_place(opened_->grid.origin(row, opened_->header.columns[budget_row_year]->column)),
                        "de regel van rekening " + account.code + " heeft geen jaar, en andere regels wel",
                        "een jaar als " + std::to_string(year_), "vul het jaar in of verwijder de regel"});
    }
    if (*year == year_) return false;
    ++other_years_[*year];
    last_data_row_ = row;
    skip_row(*opened_, row, "ander jaar");
    return true;
}

std::string BudgetRows::of_year() const { return other_years_.empty() ? "" : " van " + std::to_string(year_); }

bool BudgetRows::has_amounts() const {
    for (std::size_t i = 0; i < amount_columns; ++i) {
        const Cell* cell = cells_[budget_month + i];
        if (cell == nullptr) continue;
        const AmountState state = opened_->amounts.read(*cell).state;
        if (state != AmountState::blank && state != AmountState::marker && state != AmountState::no_amount) return true;
    }
    return false;
}

bool BudgetRows::any_amount_cell() const {
    for (std::size_t i = 0; i < amount_columns; ++i) {
        if (cells_[budget_month + i] != nullptr) return true;
    }
    return false;
}

/// Reads all amounts of a line; true when a cell says in words that it holds no number.
Result<bool> BudgetRows::read_amounts(std::uint32_t row, LineAmounts& line) {
    bool marked = false;
    for (std::size_t i = 0; i < amount_columns; ++i) {
        const Cell* cell = cells_[budget_month + i];
        if (cell == nullptr) continue;
        const Origin origin = opened_->grid.origin(row, cell->column());
        const Amount amount = opened_->amounts.read(*cell);
        if (auto error = refusal(amount, *cell, origin)) return failure(std::move(*error));
        if (amount.state == AmountState::marker) {
            marked = true;
            add(Severity::warning, "geen_bedrag", origin,
                "\"" + shown_text(*cell) + "\" is geen bedrag en telt als niets", "een bedrag, ook als het 0 is",
                "vul een bedrag in of laat de cel leeg");
        }
        if (amount.state != AmountState::value) continue;
        line.values[i] = amount.value;
        line.rounded[i] = amount.rounded;
        if (amount.rounded) {
            add(Severity::warning, "meer_dan_twee_decimalen", origin,
                shown_text(*cell) + " is gelezen als " + format_euro(amount.value, Decimals::cents),
                "hoogstens twee decimalen", "rond het bedrag in Excel af op centen");
        }
    }
    return marked;
}

Result<Side> BudgetRows::decide_side(std::uint32_t row, const std::string& rubric) {
    const std::optional<Side> by_rubric = rubric_side(rubric);
    const Origin origin = opened_->grid.origin(row, opened_->header.columns[budget_account]->column);
    if (by_rubric && section_ && *by_rubric != *section_) {
        add(Severity::error, "baten_lasten_tegenstrijdig", origin,
            "rubriek " + rubric + " staat onder " + (*section_ == Side::income ? "Baten" : "Lasten") +
                "; de rubriek is gevolgd",
            *by_rubric == Side::income ? "de regel onder Baten" : "de regel onder Lasten",
            "verplaats de regel of verbeter de rubriek");
    }
    if (by_rubric) return *by_rubric;
    if (section_) return *section_;
    return failure({ErrorKind::input, to_place(origin),
                    "niet te zien of deze regel een bate of een last is" +
                        (unclear_heading_.empty() ? "" : ", en " + unclear_heading_ + " erboven zegt het niet"),
                    "een rubriek 3.x of 4.x, of een tussenkop Baten of Lasten boven de regel",
                    "vul de rubriek in of voeg de tussenkop toe"});
}

/// Makes year and months agree, or says that they do not.
void BudgetRows::decide_year(std::uint32_t row, LineAmounts& amounts) {
    const auto& year_column = opened_->header.columns[budget_year];
    Money months;
    std::int64_t rounded = amounts.rounded[year_index] ? 1 : 0;
    for (std::size_t i = 0; i < year_index; ++i) {
        if (amounts.values[i]) months += *amounts.values[i];
        if (amounts.rounded[i]) ++rounded;
    }
    if (!amounts.any_month()) {
        if (opened_->header.has(budget_month)) {
            add(Severity::notice, "maanden_ontbreken",
                opened_->grid.origin(row, opened_->header.columns[budget_month]->column),
                "de regel heeft wel een jaarbedrag maar geen maandbedragen", "", "");
        }
        return;
    }
    std::optional<Money>& year = amounts.values[year_index];
    if (!year) {
        year = months;
        if (year_column)
            add(Severity::notice, "jaar_uit_maanden", opened_->grid.origin(row, year_column->column),
                "het jaarbedrag ontbreekt; de som van de maanden is genomen: " + format_euro(months, Decimals::cents),
                "", "");
        return;
    }
    const Money difference = *year - months;
    if (difference.is_zero()) return;
    const bool rounding = rounded > 0 && difference.abs().cents() * 2 <= rounded + 1;
    add(rounding ? Severity::warning : Severity::error, rounding ? "afrondingsverschil" : "maanden_tellen_niet_op",
        opened_->grid.origin(row, year_column->column), "het jaarbedrag is " + format_euro(*year, Decimals::cents),
        "de som van de maanden: " + format_euro(months, Decimals::cents) + ", verschil " +
            format_euro(difference, Decimals::cents),
        rounding ? "rond de maanden in Excel af op centen" : "verbeter het jaarbedrag of een maand");
}

void BudgetRows::take_rubric(BudgetLine& line) {
    std::string rubric = read_code(cells_[budget_rubric]);
    if (const Label label = read_label(rubric); label.kind == LabelKind::rubric) {
        rubric = label.rubric;
        if (!label.rest.empty()) rubric_names_[rubric] = label.rest;
    }
    if (rubric.empty()) rubric = section_rubric_;
    if (const auto name = rubric_names_.find(rubric); name != rubric_names_.end()) line.rubric_name = name->second;
    line.rubric = RubricId(std::move(rubric));
}

void BudgetRows::fill(BudgetLine& line, const LineAmounts& amounts, std::uint32_t row) const {
    const auto& columns = opened_->header.columns;
    line.year = amounts.values[year_index].value_or(Money());
    const auto first_month = std::find_if(columns.begin() + budget_month, columns.begin() + budget_year,
                                          [](const auto& column) { return column.has_value(); });
    const auto& told_by = columns[budget_year] ? columns[budget_year] : *first_month;
    line.year_origin = opened_->grid.origin(row, told_by->column);
    if (!amounts.any_month()) return;
    MonthAmounts months{};
    for (std::size_t i = 0; i < year_index; ++i) {
        months[i] = amounts.values[i].value_or(Money());
        const auto& column = columns[budget_month + i];
        line.month_columns[i] = column ? column->column : told_by->column;
    }
    line.months = months;
}

/// Takes from each school year the months that lie in the calendar year. The other months of it are the amount of
/// another calendar year, and the two are the school year's amount to the cent.
void BudgetRows::fill_from_school_years(BudgetLine& line, const LineAmounts& amounts, std::uint32_t row) const {
    const auto& columns = opened_->header.columns;
    const Money january_july = split_school_year(amounts.values[january_july_index].value_or(Money())).january_july;
    const Money august_december =
        split_school_year(amounts.values[august_december_index].value_or(Money())).august_december;
    line.year = january_july + august_december;
    line.months = spread_school_years(january_july, august_december);
    line.school_years = true;
    const std::uint32_t first = columns[budget_school_january_july]->column;
    line.year_origin = opened_->grid.origin(row, first);
    line.month_columns.fill(columns[budget_school_august_december]->column);
    std::fill_n(line.month_columns.begin(), months_before_august, first);
}

Result<void> BudgetRows::take_line(std::uint32_t row, CodeAndName account) {
    LineAmounts amounts;
    const auto marked = read_amounts(row, amounts);
    if (!marked) return failure(marked.error());
    last_data_row_ = row;
    if (!amounts.any()) {
        skip_row(*opened_, row, *marked ? "p.m. of streep" : "geen bedrag");
        return {};
    }
    if (auto error = second_table_.line(row)) return failure(std::move(*error));
    BudgetLine line;
    take_rubric(line);
    const auto side = decide_side(row, line.rubric.text());
    if (!side) return failure(side.error());
    line.side = *side;
    line.account = AccountId(std::move(account.code));
    line.name = cells_[budget_name] != nullptr ? shown_text(*cells_[budget_name]) : std::move(account.name);
    line.cost_centre = CostCentreId(read_code(cells_[budget_cost_centre]));
    line.cost_unit = CostUnitId(read_code(cells_[budget_cost_unit]));
    line.board = BoardId(read_code(cells_[budget_board]));
    line.neighbourhood = NeighbourhoodId(read_code(cells_[budget_neighbourhood]));
    line.year_is_sum = !amounts.values[year_index];
    const LineAmounts written = std::exchange(amounts, signs_.read(amounts, line.side));
    if (opened_->header.has(budget_school_january_july)) {
        fill_from_school_years(line, amounts, row);
    } else {
        decide_year(row, amounts);
        fill(line, amounts, row);
    }
    if (line.year < Money()) {
        add(Severity::notice, "negatieve_regel", line.year_origin,
            "rekening " + line.account.text() + " is negatief begroot: " + format_euro(line.year, Decimals::cents), "",
            "");
    }
    signs_.add_year(line.side, line.year);
    totals_.add_line(line, as_written(written, amounts.values[year_index], line.side));
    budget_->lines.push_back(std::move(line));
    return {};
}

/// Gives a line's amounts as its totals print them, with the year where it was added up from the months.
LineAmounts BudgetRows::as_written(LineAmounts written, const std::optional<Money>& year, Side side) const {
    if (!written.values[year_index] && year) written.values[year_index] = signs_.flips(side) ? -*year : *year;
    return written;
}

Result<void> BudgetRows::finish() {
    if (auto error = signs_.finish(*opened_)) return failure(std::move(*error));
    if (other_years_.empty()) return {};
    std::string years;
    for (const auto& [year, rows] : other_years_)
        years += (years.empty() ? "" : ", ") + std::to_string(year) + " (" + std::to_string(rows) +
                 (rows == 1 ? " regel)" : " regels)");
    add(Severity::notice, "andere_jaren",
        opened_->grid.origin(opened_->header.row, opened_->header.columns[budget_row_year]->column),
        "niet gelezen, want van een ander jaar dan " + std::to_string(year_) + ": " + years, "", "");
    return {};
}

}  // namespace begroot::exchange::detail
