#include "exchange/detail/variance_columns.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/shown_number.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

/// Counts what stands below the head of one column.
struct ColumnCounts {
    std::size_t marked_amounts = 0;    ///< `500 N`
    std::size_t favourable = 0;        ///< `V` alone
    std::size_t unfavourable = 0;      ///< `N` alone
    std::size_t behind_no_amount = 0;  ///< `V` or `N` alone, without an amount left of it
    std::size_t other_texts = 0;
    std::size_t filled = 0;

    [[nodiscard]] std::size_t marks() const { return favourable + unfavourable; }
};

const Head* head_at(const Header& header, std::uint32_t column) {
    const auto found = std::ranges::find(header.heads, column, &Head::column);
    return found == header.heads.end() ? nullptr : &*found;
}

/// Tells at a glance of most amounts in text that they carry no mark.
bool is_bare_amount(std::string_view text) {
    constexpr std::string_view begins = "0123456789-+.,";
    return !text.empty() && is_digit(text.back()) && begins.find(text.front()) != std::string_view::npos;
}

void count(ColumnCounts& counts, const SheetGrid& grid, const Header& header, const Cell& cell) {
    ++counts.filled;
    if (cell.worded_format() != 0 && shown_mark(grid, cell) != VarianceMark::unmarked) ++counts.marked_amounts;
    // One text that is neither amount nor mark decides a column; most columns of a large file are decided at once.
    if (cell.kind() != CellKind::text || counts.other_texts > 0 || is_bare_amount(cell.text())) return;
    if (const VarianceMark mark = read_mark(cell.text()); mark != VarianceMark::unmarked) {
        ++(mark == VarianceMark::favourable ? counts.favourable : counts.unfavourable);
        const Cell* left = cell.column() == 0 ? nullptr : grid.find(cell.row(), cell.column() - 1);
        if (left == nullptr || !may_be_amount(*left)) ++counts.behind_no_amount;
        return;
    }
    const MarkedText marked = split_mark(cell.text());
    if (marked.mark != VarianceMark::unmarked && notation_of(marked.rest) != Notation::none) {
        ++counts.marked_amounts;
        return;
    }
    const Head* head = head_at(header, cell.column());
    const bool repeats_head = head != nullptr && normalise(cell.text()) == head->key;
    if (!repeats_head && !may_be_amount(cell) && !is_marker(trim(cell.text()))) ++counts.other_texts;
}

/// Tells whether a column holds V and N alone, right of amounts.
bool holds_marks(const ColumnCounts& counts, const Head* head) {
    if (counts.marks() == 0 || counts.marks() != counts.filled || counts.behind_no_amount > 0) return false;
    return head == nullptr || is_mark_head(head->key) || (counts.favourable > 0 && counts.unfavourable > 0);
}

std::string quoted(const SheetGrid& grid, const VarianceColumn& variance, const Cell& cell) {
    std::string text = shown_with_words(grid, cell);
    if (variance.marks_apart()) {
        if (const Cell* mark = grid.find(cell.row(), variance.mark_column)) text += " " + shown_text(*mark);
    }
    return "\"" + text + "\"";
}

/// The first cell of every kind in a column of variances.
struct Signs {
    const Cell* favourable_below_zero = nullptr;
    const Cell* unfavourable_below_zero = nullptr;
    const Cell* unfavourable_above_zero = nullptr;
    const Cell* unmarked = nullptr;
    const Cell* sample = nullptr;  ///< the first that is marked, a nadelig one if there is any
};

/// Tells of an amount as shown whether it is below zero; nothing of 0 and of what is no amount.
std::optional<bool> below_zero(const SheetGrid& grid, const VarianceColumn& variance, const Cell& cell,
                               Notation notation) {
    Amount amount;
    if (cell.kind() == CellKind::number) {
        amount = read_number(cell.number());
        if (!amount.value.is_zero()) return shown_negative(grid, cell);
    }
    if (cell.kind() == CellKind::text)
        amount = read_text(variance.marks_apart() ? cell.text() : split_mark(cell.text()).rest, notation);
    if (amount.state != AmountState::value || amount.value.is_zero()) return std::nullopt;
    return amount.value < Money();
}

Signs signs_of(const SheetGrid& grid, const VarianceColumn& variance, Notation notation, std::uint32_t first_row) {
    Signs signs;
    const auto keep = [](const Cell*& first, const Cell& cell) {
        if (first == nullptr) first = &cell;
    };
    for (const Cell& cell : grid.sheet().cells) {
        if (cell.row() < first_row || cell.column() != variance.column) continue;
        const auto below = below_zero(grid, variance, cell, notation);
        if (!below) continue;
        const VarianceMark mark = mark_of(grid, variance, cell);
        if (mark == VarianceMark::unmarked) keep(signs.unmarked, cell);
        if (mark == VarianceMark::favourable && *below) keep(signs.favourable_below_zero, cell);
        if (mark == VarianceMark::unfavourable)
            keep(*below ? signs.unfavourable_below_zero : signs.unfavourable_above_zero, cell);
        if (mark == VarianceMark::favourable) keep(signs.sample, cell);
    }
    if (signs.unfavourable_above_zero != nullptr) {
        signs.sample = signs.unfavourable_above_zero;
    } else if (signs.unfavourable_below_zero != nullptr) {
        signs.sample = signs.unfavourable_below_zero;
    }
    return signs;
}

}  // namespace

bool is_mark_head(std::string_view key) {
    constexpr std::array<std::string_view, 6> heads{
        "vn", "vofn", "voordelignadelig", "voordeligofnadelig", "oordeel", "voordeelnadeel"};
    return std::ranges::find(heads, key) != heads.end();
}

std::vector<VarianceColumn> find_variances(const SheetGrid& grid, const Header& header) {
    std::vector<ColumnCounts> counts(grid.column_count());
    for (const Cell& cell : grid.sheet().cells) {
        if (cell.row() >= header.first_row && !is_blank(cell)) count(counts[cell.column()], grid, header, cell);
    }
    std::vector<VarianceColumn> variances;
    for (std::uint32_t c = 0; c < counts.size(); ++c) {
        if (counts[c].marked_amounts > 0 && counts[c].other_texts == 0) variances.push_back({c, c});
        if (c > 0 && holds_marks(counts[c], head_at(header, c))) variances.push_back({c - 1, c});
    }
    return variances;
}

VarianceMark mark_of(const SheetGrid& grid, const VarianceColumn& variance, const Cell& cell) {
    if (!variance.marks_apart())
        return cell.kind() == CellKind::text ? split_mark(cell.text()).mark : shown_mark(grid, cell);
    const Cell* mark = grid.find(cell.row(), variance.mark_column);
    return mark != nullptr && mark->kind() == CellKind::text ? read_mark(mark->text()) : VarianceMark::unmarked;
}

void report_variance(const SheetGrid& grid, const VarianceColumn& variance, const AmountReader& amounts,
                     const Header& header, Findings& findings) {
    const Signs signs = signs_of(grid, variance, amounts.notation(variance.column), header.first_row);
    if (signs.sample != nullptr) {
        findings.push_back({Severity::notice, "voordelig_nadelig", to_place(grid.origin(*signs.sample)),
                            "V is gelezen als plus en N als min: " + quoted(grid, variance, *signs.sample) + " is " +
                                format_euro(amounts.read(*signs.sample).value, Decimals::cents),
                            "", ""});
    }
    const auto add = [&](const Cell& cell, std::string found) {
        findings.push_back(
            {Severity::error, "voordelig_nadelig_tegenstrijdig", to_place(grid.origin(cell)),
             quoted(grid, variance, cell) + std::move(found),
             "V bij elk bedrag boven nul en N bij elk bedrag onder nul, of overal bedragen zonder minteken",
             "verbeter de kolom, of vraag het kantoor welke van de twee klopt"});
    };
    if (signs.favourable_below_zero != nullptr)
        add(*signs.favourable_below_zero, " is voordelig en heeft een minteken");
    if (signs.unfavourable_above_zero != nullptr && signs.unfavourable_below_zero != nullptr) {
        const Cell& other = *signs.unfavourable_below_zero;
        add(*signs.unfavourable_above_zero, " heeft geen minteken, " + quoted(grid, variance, other) + " in cel " +
                                                cell_name(other.row(), other.column()) + " wel");
    }
    if (signs.unmarked != nullptr && signs.sample != nullptr)
        add(*signs.unmarked, " heeft geen V of N, en andere bedragen in de kolom wel");
}

}  // namespace begroot::exchange::detail
