#include "live/detail/actual_sheets.hpp"

#include "base/place.hpp"
#include "live/detail/actual_rows.hpp"
#include "live/detail/layout.hpp"
#include "period/month.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace begroot::live::detail {

namespace {

constexpr std::uint32_t choice_of_month_row = 2;
constexpr std::uint16_t name_column = 1;
constexpr double amount_most = 1e12;
constexpr double key_width = 14;
constexpr double name_width = 70;
constexpr double amount_width = 14;
constexpr double month_width = 11;

/// The columns of Begroot-werkelijk behind the name.
enum AmountColumn : std::uint16_t { budget = 2, to_date, actual, variance, remaining, forecast, printed };

double in_euros(Money amount) {
    constexpr double cents_per_euro = 100;
    return static_cast<double>(amount.cents()) / cents_per_euro;
}

Money sum_of_year(const MonthAmounts& months) { return sum_to(months, months_in_year); }

/// Joins cells of one column: `SUM(C6:C8)` where they follow each other, else `SUM(C6,C9)`.
std::string sum_of_rows(const std::vector<std::uint32_t>& rows, std::uint16_t column) {
    std::string list;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t last = i;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
        list += (list.empty() ? "" : ",") + cell_name(rows[i], column);
        if (last > i) list += ":" + cell_name(rows[last], column);
        i = last + 1;
    }
    return "ROUND(SUM(" + list + "),2)";
}

std::string range_of_months(std::uint32_t row) {
    return cell_name(row, first_month_column) + ":" + cell_name(row, first_month_column + months_in_year - 1);
}

/// Adds the postings of the line in front of a row, in the periods that a criterion takes.
std::string sum_of_postings(std::uint32_t row, const std::string& periods) {
    return "ROUND(SUMIFS(" + std::string(posting_amount_name) + "," + posting_line_name + ",$" + cell_name(row, 0) +
           "," + posting_period_name + "," + periods + "),2)";
}

void write_sheet_head(Grid& grid, const std::string& title, const std::string& subtitle,
                      const std::string& live_subtitle) {
    grid.cells.push_back({0, 0, title, "", GridRole::title, {}, 0});
    grid.cells.push_back({1, 0, subtitle, live_subtitle, GridRole::subtitle, {}, 0});
    grid.head_row = actual_head_row;
    grid.frozen_rows = first_actual_row;
    grid.frozen_columns = 2;
    grid.is_protected = true;
}

void write_row_head(Grid& grid, std::uint32_t row, const ActualRow& line) {
    const auto indent = static_cast<std::uint8_t>(line.role == GridRole::figure ? 1 : 0);
    grid.cells.push_back({row, 0, line.key, "", line.role, {}, 0});
    grid.cells.push_back({row, name_column, line.name, "", line.role, {}, indent});
}

void add_head(Grid& grid, std::uint16_t column, const std::string& text, const std::string& formula = {}) {
    grid.cells.push_back({actual_head_row, column, text, formula, GridRole::head,
                          column < first_month_column ? GridNumber::none : GridNumber::whole, 0});
}

/// Writes the sheet for the board.
class ActualSheet {
public:
    ActualSheet(const ExportInput& input, const std::vector<ActualRow>& rows)
        : input_(&input), rows_(&rows), until_(input.actuals->at->until) {}

    [[nodiscard]] Grid make() {
        grid_.name = sheet_actuals;
        const std::string month = month_name(until_.month);
        const std::string year = std::to_string(until_.year);
        const std::string shown = report::budget_words(input_->actuals->facts);
        const std::string subtitle =
            input_->organisation + (shown.empty() ? "" : "; begroting: " + shown) + "; januari tot en met ";
        write_sheet_head(grid_, "Begroot versus werkelijk " + year, subtitle + month + " " + year,
                         "\"" + doubled_quotes(subtitle) + "\"&" + chosen_month_name + "&\" " + year + "\"");
        grid_.cells.push_back({choice_of_month_row, 0, std::string("Kies de maand"), "", GridRole::label, {}, 0});
        grid_.cells.push_back({choice_of_month_row, name_column, month, "", GridRole::input, {}, 0});
        grid_.cells.push_back({choice_of_month_row, budget, static_cast<double>(until_.month),
                               "MATCH(" + std::string(chosen_month_name) + "," + months_name + ",0)", GridRole::muted,
                               GridNumber::whole, 0});
        grid_.choices.push_back({choice_of_month_row, name_column, months_name, 0, 0});
        write_heads(month, year);
        for (std::uint32_t i = 0; i < rows_->size(); ++i) write_row(first_actual_row + i, (*rows_)[i]);
        write_signals();
        write_ties();
        return std::move(grid_);
    }

private:
    static std::string doubled_quotes(const std::string& text) {
        std::string doubled;
        for (const char c : text) doubled += c == '"' ? std::string("\"\"") : std::string(1, c);
        return doubled;
    }

    void write_heads(const std::string& month, const std::string& year) {
        const std::string live = "&" + std::string(chosen_month_name);
        add_head(grid_, 0, "Regel");
        add_head(grid_, name_column, "Speerpunt en doel");
        add_head(grid_, budget, "Begroot " + year);
        add_head(grid_, to_date, "Begroot t/m " + month, "\"Begroot t/m \"" + live);
        add_head(grid_, actual, "Werkelijk t/m " + month, "\"Werkelijk t/m \"" + live);
        add_head(grid_, variance, "Verschil");
        add_head(grid_, remaining, "Nog te besteden");
        add_head(grid_, forecast, "Prognose " + year);
        add_head(grid_, printed, "In het jaarplan");
        grid_.widths = {key_width,    name_width,   amount_width, amount_width, amount_width,
                        amount_width, amount_width, amount_width, key_width};
    }

    void write_amount(std::uint32_t row, AmountColumn column, const ActualRow& line, const std::optional<Money>& amount,
                      const std::string& formula) {
        GridCell cell{row, column, {}, "", line.role, GridNumber::whole, 0};
        if (amount) {
            cell.value = in_euros(*amount);
            cell.formula = formula;
        }
        grid_.cells.push_back(std::move(cell));
    }

    void write_row(std::uint32_t row, const ActualRow& line) {
        write_row_head(grid_, row, line);
        const report::Amounts& amounts = line.amounts;
        const auto rule = [&](std::uint16_t column, std::string own) {
            return line.parts.empty() ? std::move(own) : sum_of_rows(line.parts, column);
        };
        const std::string prefix = sheet_prefix(sheet_budget_months);
        const std::string months = prefix + range_of_months(row);
        const std::string first = prefix + cell_name(row, first_month_column);
        const auto cell = [row](std::uint16_t column) { return cell_name(row, column); };
        write_amount(row, budget, line, amounts.budget, rule(budget, "ROUND(SUM(" + months + "),2)"));
        write_amount(row, to_date, line, amounts.budget_to_date,
                     rule(to_date, "ROUND(SUM(" + first + ":INDEX(" + months + "," + month_number_name + ")),2)"));
        write_amount(row, actual, line, amounts.actual,
                     rule(actual, sum_of_postings(row, "\"<=\"&" + std::string(month_number_name))));
        write_amount(row, variance, line, amounts.variance, "ROUND(" + cell(to_date) + "-" + cell(actual) + ",2)");
        write_amount(row, remaining, line, amounts.remaining, "ROUND(" + cell(budget) + "-" + cell(actual) + ",2)");
        const bool planned = amounts.budget && amounts.budget_to_date;
        write_amount(
            row, forecast, line, amounts.forecast,
            planned ? "ROUND(" + cell(actual) + "+" + cell(budget) + "-" + cell(to_date) + ",2)" : cell(actual));
        grid_.cells.push_back({row, printed, line.printed, "", line.role, {}, 1});
    }

    void write_signals() {
        const auto last = static_cast<std::uint32_t>(first_actual_row + rows_->size() - 1);
        const std::string cell = cell_name(first_actual_row, variance);
        grid_.signals.push_back({first_actual_row, variance, last, variance,
                                 "AND(ISNUMBER(" + cell + ")," + cell + "<-0.005)", Tone::unfavourable});
    }

    /// Writes what makes the table tie to the sheet of postings, and that it does.
    void write_ties() {
        auto row = static_cast<std::uint32_t>(first_actual_row + rows_->size() + 1);
        grid_.cells.push_back({row++, 0, std::string("Aansluiting op de mutaties"), "", GridRole::section, {}, 0});
        Money all;
        for (const Posting& posting : input_->actuals->facts.ledger->postings) all += posting.amount;
        const Money outside = all - sum_of_year(rows_->back().actual_months);
        const Money table = rows_->back().amounts.actual.value_or(Money());
        const Money later = sum_of_year(rows_->back().actual_months) - table;
        const std::uint32_t first = row;
        const std::string other = "\"" + std::string(outside_key) + "\"";
        add_tie(row++, "Alle mutaties", all, "ROUND(SUM(" + std::string(posting_amount_name) + "),2)");
        add_tie(row++, "Waarvan buiten de tabel: balans, ander jaar, periode die geen maand is", outside,
                "ROUND(SUMIFS(" + std::string(posting_amount_name) + "," + posting_line_name + "," + other + "),2)");
        add_tie(row++, "Waarvan na de gekozen maand", later,
                "ROUND(SUMIFS(" + std::string(posting_amount_name) + "," + posting_line_name + ",\"<>\"&" + other +
                    "," + posting_period_name + ",\">\"&" + month_number_name + "),2)");
        const auto whole = static_cast<std::uint32_t>(first_actual_row + rows_->size() - 1);
        add_tie(row++, "In de tabel: hele organisatie", table, cell_name(whole, actual));
        const std::string gap = "ROUND(" + cell_name(first, budget) + "-" + cell_name(first + 1, budget) + "-" +
                                cell_name(first + 2, budget) + "-" + cell_name(first + 3, budget) + ",2)";
        add_tie(row, "Verschil, moet nul zijn", all - outside - later - table, gap);
        const std::string cell = cell_name(row, budget);
        grid_.signals.push_back({row, budget, row, budget, "ABS(" + cell + ")>=0.005", Tone::unfavourable});
        grid_.signals.push_back({row, budget, row, budget, "ABS(" + cell + ")<0.005", Tone::favourable});
        row += 2;
        for (const char* text :
             {"Verschil = begroot t/m min werkelijk: boven nul is voordelig. Prognose = werkelijk + begroot voor de "
              "rest "
              "van het jaar.",
              "Werkelijk telt het blad Mutaties op; begroot komt van het blad Begroot per maand, waar de gele cellen "
              "mogen worden veranderd."}) {
            grid_.cells.push_back({row++, 0, std::string(text), "", GridRole::subtitle, {}, 0});
        }
    }

    void add_tie(std::uint32_t row, const char* label, Money amount, const std::string& formula) {
        grid_.cells.push_back({row, 0, {}, "", GridRole::label, {}, 0});
        grid_.cells.push_back({row, name_column, std::string(label), "", GridRole::label, {}, 0});
        grid_.cells.push_back({row, budget, in_euros(amount), formula, GridRole::figure, GridNumber::cents, 0});
    }

    const ExportInput* input_;
    const std::vector<ActualRow>* rows_;
    Month until_;
    Grid grid_;
};

/// Writes a sheet with a column a month; `write` makes the cell of a row that is no sum.
template <typename Write>
Grid months_sheet(const ExportInput& input, const std::vector<ActualRow>& rows, const char* name,
                  MonthAmounts ActualRow::* amounts, Write write) {
    Grid grid;
    grid.name = name;
    const std::string year = std::to_string(input.actuals->at->until.year);
    write_sheet_head(grid, std::string(name) + ", " + year, input.organisation, "");
    add_head(grid, 0, "Regel");
    add_head(grid, name_column, "Speerpunt en doel");
    grid.widths = {key_width, name_width};
    constexpr std::uint16_t total_column = first_month_column + months_in_year;
    for (std::uint16_t month = 1; month <= months_in_year; ++month) {
        add_head(grid, static_cast<std::uint16_t>(first_month_column + month - 1), month_name(month));
        grid.widths.push_back(month_width);
    }
    add_head(grid, total_column, year);
    grid.widths.push_back(month_width + 1);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const ActualRow& line = rows[i];
        const std::uint32_t row = first_actual_row + i;
        write_row_head(grid, row, line);
        for (std::uint16_t month = 0; month < months_in_year; ++month) {
            const auto column = static_cast<std::uint16_t>(first_month_column + month);
            GridCell cell{row, column, in_euros((line.*amounts).at(month)), "", line.role, GridNumber::whole, 0};
            if (line.parts.empty()) {
                write(grid, cell, line);
            } else {
                cell.formula = sum_of_rows(line.parts, column);
            }
            grid.cells.push_back(std::move(cell));
        }
        grid.cells.push_back({row, total_column, in_euros(sum_of_year(line.*amounts)),
                              "ROUND(SUM(" + range_of_months(row) + "),2)", line.role, GridNumber::whole, 0});
    }
    return grid;
}

}  // namespace

std::vector<Grid> actual_sheets(const ExportInput& input) {
    const std::vector<ActualRow> rows = actual_rows(*input.actuals);
    std::vector<Grid> grids;
    grids.push_back(ActualSheet(input, rows).make());
    grids.push_back(months_sheet(input, rows, sheet_actual_months, &ActualRow::actual_months,
                                 [](Grid&, GridCell& cell, const ActualRow&) {
                                     const int month = cell.column - first_month_column + 1;
                                     cell.formula = sum_of_postings(cell.row, std::to_string(month));
                                 }));
    grids.push_back(months_sheet(input, rows, sheet_budget_months, &ActualRow::budget_months,
                                 [](Grid& grid, GridCell& cell, const ActualRow& line) {
                                     if (!line.amounts.budget) {
                                         cell.value = std::monostate();
                                         return;
                                     }
                                     cell.role = GridRole::input;
                                     grid.choices.push_back({cell.row, cell.column, "", -amount_most, amount_most});
                                 }));
    return grids;
}

std::vector<std::pair<std::string, std::string>> actual_names(const Grid& postings) {
    constexpr std::uint16_t line_column = 0;
    constexpr std::uint16_t period_column = 2;
    constexpr std::uint16_t amount_column = 10;
    const auto absolute = [](std::uint32_t row, std::uint16_t column) {
        return "$" + column_name(column) + "$" + std::to_string(row + 1);
    };
    const auto rows = [&](std::uint16_t column) {
        const std::uint32_t last = first_actual_row + std::max(postings.list.rows, 1U) - 1;
        return sheet_prefix(sheet_postings) + absolute(first_actual_row, column) + ":" + absolute(last, column);
    };
    const std::string board = sheet_prefix(sheet_actuals);
    return {{chosen_month_name, board + absolute(choice_of_month_row, name_column)},
            {month_number_name, board + absolute(choice_of_month_row, budget)},
            {months_name, sheet_prefix(sheet_budget_months) + absolute(actual_head_row, first_month_column) + ":" +
                              absolute(actual_head_row, first_month_column + months_in_year - 1)},
            {posting_line_name, rows(line_column)},
            {posting_period_name, rows(period_column)},
            {posting_amount_name, rows(amount_column)}};
}

}  // namespace begroot::live::detail
