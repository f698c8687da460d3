#include "exchange/detail/budget_totals.hpp"

#include "money/format.hpp"

#include <algorithm>
#include <utility>

namespace begroot::exchange::detail {

namespace {

/// Reads the amounts of a total row; what cannot be read refuses the file.
Result<LineAmounts> read_printed(const OpenedSheet& opened, std::uint32_t row) {
    LineAmounts printed;
    for (std::size_t i = 0; i < amount_columns; ++i) {
        const auto& column = opened.header.columns[budget_month + i];
        const workbook::Cell* cell = column ? opened.grid.find(row, column->column) : nullptr;
        if (cell == nullptr) continue;
        const Amount amount = opened.amounts.read(*cell);
        // No figure rests on a total; one without value is told with the other formulas and not checked.
        if (amount.state == AmountState::not_computed) continue;
        if (auto error = refusal(amount, *cell, opened.grid.origin(*cell))) return failure(std::move(*error));
        if (amount.state == AmountState::value) printed.values[i] = amount.value;
    }
    return printed;
}

/// Tells whether rounding the parts to cents may explain a difference.
bool explains_rounding(Money difference, std::int64_t rounded) {
    return rounded > 0 && difference.abs().cents() * 2 <= rounded + 1;
}

/// Tells whether every printed amount is the sum of its parts, but for rounding.
bool agrees(const LineAmounts& printed, const ColumnSums& parts) {
    for (std::size_t i = 0; i < amount_columns; ++i) {
        if (!printed.values[i]) continue;
        const Money difference = *printed.values[i] - parts.sums[i];
        if (!difference.is_zero() && !explains_rounding(difference, parts.rounded[i])) return false;
    }
    return true;
}

}  // namespace

bool LineAmounts::any() const {
    return std::ranges::any_of(values, [](const auto& value) { return value.has_value(); });
}

bool LineAmounts::any_month() const {
    return std::any_of(values.begin(), values.begin() + year_index,
                       [](const auto& value) { return value.has_value(); });
}

void ColumnSums::add(const LineAmounts& line) {
    for (std::size_t i = 0; i < amount_columns; ++i) {
        if (line.values[i]) sums[i] += *line.values[i];
        if (line.rounded[i]) ++rounded[i];
    }
}

void ColumnSums::add(const ColumnSums& other) {
    for (std::size_t i = 0; i < amount_columns; ++i) {
        sums[i] += other.sums[i];
        rounded[i] += other.rounded[i];
    }
}

void ColumnSums::subtract(const ColumnSums& other) {
    for (std::size_t i = 0; i < amount_columns; ++i) {
        sums[i] -= other.sums[i];
        rounded[i] += other.rounded[i];
    }
}

void BudgetTotals::add_line(const BudgetLine& line, const LineAmounts& amounts) {
    lines_.push_back({line.side, line.rubric.text(), line.account.text(), amounts});
}

ColumnSums BudgetTotals::side_sums(Side side) const {
    ColumnSums sums;
    for (const LineSums& line : lines_) {
        if (line.side == side) sums.add(line.amounts);
    }
    return sums;
}

ColumnSums BudgetTotals::rubric_sums(const std::string& rubric) const {
    ColumnSums sums;
    for (const LineSums& line : lines_) {
        if (line.rubric == rubric || line.rubric.starts_with(rubric + ".")) sums.add(line.amounts);
    }
    return sums;
}

ColumnSums BudgetTotals::block_sums(std::size_t from) const {
    ColumnSums sums;
    for (std::size_t i = from; i < lines_.size(); ++i) sums.add(lines_[i].amounts);
    return sums;
}

/// Gives baten less lasten. Of signed amounts that is their sum, or its opposite where that is what is printed.
ColumnSums BudgetTotals::result_sums(const LineAmounts& printed) const {
    if (sign_ == SignRule::all_positive) {
        ColumnSums result = side_sums(Side::income);
        result.subtract(side_sums(Side::expense));
        return result;
    }
    ColumnSums opposite;
    opposite.subtract(block_sums(0));
    return agrees(printed, opposite) ? opposite : block_sums(0);
}

std::optional<ColumnSums> BudgetTotals::parts_of(const Label& label, const LineAmounts& printed) {
    const ColumnSums result = result_sums(printed);
    switch (label.kind) {
        case LabelKind::total_income:
            return side_sums(Side::income);
        case LabelKind::total_expense:
            return side_sums(Side::expense);
        case LabelKind::result:
            return result;
        case LabelKind::subtotal: {
            const std::size_t from = std::exchange(block_start_, lines_.size());
            const bool rubrics = std::ranges::any_of(lines_, [](const LineSums& line) { return !line.rubric.empty(); });
            if (!label.rubric.empty() && rubrics) return rubric_sums(label.rubric);
            if (from == lines_.size()) return std::nullopt;
            return block_sums(from);
        }
        case LabelKind::total:
            if (section_start_ < lines_.size()) return block_sums(section_start_);
            [[fallthrough]];
        case LabelKind::grand_total: {
            // Some print baten + lasten as grand total, most print baten - lasten; the year says which.
            const ColumnSums all = block_sums(0);
            for (std::size_t i = year_index; i < amount_columns; ++i) {
                if (printed.values[i]) return *printed.values[i] == all.sums[i] ? all : result;
            }
            return result;
        }
        case LabelKind::none:
        case LabelKind::income:
        case LabelKind::expense:
        case LabelKind::rubric:
            break;
    }
    return std::nullopt;
}

Result<void> BudgetTotals::check(OpenedSheet& opened, Budget& budget, std::uint32_t row, const std::string& text,
                                 const Label& label) {
    const auto printed = read_printed(opened, row);
    if (!printed) return failure(printed.error());
    const auto parts = parts_of(label, *printed);
    if (label.kind != LabelKind::subtotal) section_start_ = block_start_ = lines_.size();
    if (!parts) {
        opened.report.findings.push_back(
            {Severity::notice, "totaal_niet_gecontroleerd", to_place(opened.grid.origin(row, 0)),
             "\"" + text + "\" staat boven geen enkele eigen regel", "", "controleer dit totaal met de hand"});
        return {};
    }
    compare(opened, budget, row, text, *printed, *parts);
    return {};
}

void BudgetTotals::compare(OpenedSheet& opened, Budget& budget, std::uint32_t row, const std::string& text,
                           const LineAmounts& printed, const ColumnSums& parts) {
    for (std::size_t i = 0; i < amount_columns; ++i) {
        if (!printed.values[i]) continue;
        const Origin origin = opened.grid.origin(row, opened.header.columns[budget_month + i]->column);
        const Money difference = *printed.values[i] - parts.sums[i];
        if (i >= year_index) budget.controls.push_back({text, origin, *printed.values[i], parts.sums[i]});
        if (difference.is_zero()) continue;
        const bool rounding = explains_rounding(difference, parts.rounded[i]);
        opened.report.findings.push_back(
            {rounding ? Severity::warning : Severity::error, rounding ? "afrondingsverschil" : "totaal_klopt_niet",
             to_place(origin), "\"" + text + "\" is " + format_euro(*printed.values[i], Decimals::cents),
             "de som van de regels: " + format_euro(parts.sums[i], Decimals::cents) + ", verschil " +
                 format_euro(difference, Decimals::cents),
             rounding ? "rond de regels in Excel af op centen" : "herstel het totaal of de regels in het bestand"});
    }
}

Result<AccountTotal> BudgetTotals::weigh(const OpenedSheet& opened, std::uint32_t row,
                                         const std::string& account) const {
    auto printed = read_printed(opened, row);
    if (!printed) return failure(std::move(printed).error());
    AccountTotal total{*printed, {}};
    // lines since the account's last total first, then all of them, then those of a group of accounts
    const std::array<bool (*)(const LineSums&, const std::string&), 3> kinds{
        [](const LineSums& line, const std::string& code) { return line.account == code && !line.in_account_total; },
        [](const LineSums& line, const std::string& code) { return line.account == code; },
        [](const LineSums& line, const std::string& code) { return line.account.starts_with(code); }};
    for (const auto belongs : kinds) {
        ColumnSums sums;
        bool any = false;
        for (const LineSums& line : lines_) {
            if (!belongs(line, account)) continue;
            sums.add(line.amounts);
            any = true;
        }
        if (!any || (total.has_lines && !agrees(total.printed, sums))) continue;
        total.parts = sums;
        total.has_lines = true;
        if (total.fits = agrees(total.printed, sums); total.fits) break;
    }
    // without lines of its own it may be the total of a block, or of all that stands above it
    for (const std::size_t from : {block_start_, section_start_, std::size_t{0}}) {
        if (total.has_lines || total.fits_block || from == lines_.size()) continue;
        total.parts = block_sums(from);
        const bool agreed = agrees(total.printed, total.parts);
        total.fits_block = agreed && from + 1 < lines_.size();
        total.fits_one = total.fits_one || (agreed && !total.fits_block);
    }
    return total;
}

void BudgetTotals::take(OpenedSheet& opened, Budget& budget, std::uint32_t row, const std::string& text,
                        const std::string& account, const AccountTotal& total) {
    compare(opened, budget, row, text, total.printed, total.parts);
    if (!total.has_lines) block_start_ = lines_.size();
    for (LineSums& line : lines_) line.in_account_total = line.in_account_total || line.account == account;
}

}  // namespace begroot::exchange::detail
