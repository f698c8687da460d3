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
    lines_.push_back({line.side, line.rubric.text(), amounts});
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

std::optional<ColumnSums> BudgetTotals::parts_of(const Label& label, const LineAmounts& printed) {
    ColumnSums result = side_sums(Side::income);
    result.subtract(side_sums(Side::expense));
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
    for (std::size_t i = 0; i < amount_columns; ++i) {
        if (!printed->values[i]) continue;
        const Origin origin = opened.grid.origin(row, opened.header.columns[budget_month + i]->column);
        const Money difference = *printed->values[i] - parts->sums[i];
        if (i >= year_index) budget.controls.push_back({text, origin, *printed->values[i], parts->sums[i]});
        if (difference.is_zero()) continue;
        const bool rounding = difference.abs().cents() * 2 <= parts->rounded[i] + 1 && parts->rounded[i] > 0;
        opened.report.findings.push_back(
            {rounding ? Severity::warning : Severity::error, rounding ? "afrondingsverschil" : "totaal_klopt_niet",
             to_place(origin), "\"" + text + "\" is " + format_euro(*printed->values[i], Decimals::cents),
             "de som van de regels: " + format_euro(parts->sums[i], Decimals::cents) + ", verschil " +
                 format_euro(difference, Decimals::cents),
             rounding ? "rond de regels in Excel af op centen" : "herstel het totaal of de regels in het bestand"});
    }
    return {};
}

}  // namespace begroot::exchange::detail
