#include "exchange/detail/amount_unit.hpp"

#include "exchange/detail/amount_marks.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/detail/shown_number.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

/// A unit, and the cell that names it; null where none does.
struct NamedUnit {
    std::int64_t euros = 1;
    const Cell* cell = nullptr;
};

Error two_units(const SheetGrid& grid, const Cell& cell, std::string found) {
    return {ErrorKind::input, to_place(grid.origin(cell)),
            "niet te zien in welke eenheid de bedragen staan: " + std::move(found), "één eenheid voor het hele blad",
            "zet in [[bron]] bijvoorbeeld eenheid = 1000"};
}

std::string quoted_cell(const SheetGrid& grid, const Cell& cell) { return "\"" + shown_with_words(grid, cell) + "\""; }

std::string times(std::int64_t euros) { return format_amount(Money::from_euros(euros), Decimals::whole); }

/// Collects the unit that cells name; they must agree.
class UnitSearch {
public:
    explicit UnitSearch(const SheetGrid& grid) : grid_(grid) {}

    [[nodiscard]] Result<void> look_at(const Cell& cell) {
        const auto named = read_unit(cell.text());
        if (!named) return {};
        if (!named->certain || (unit_.cell != nullptr && unit_.euros != named->euros))
            return failure(two_units(grid_, cell, quoted_cell(grid_, cell)));
        if (unit_.cell == nullptr) unit_ = NamedUnit{named->euros, &cell};
        return {};
    }

    [[nodiscard]] const NamedUnit& unit() const { return unit_; }

private:
    SheetGrid grid_;
    NamedUnit unit_;
};

bool speaks_of_money(std::string_view text) {
    const std::string key = normalise(text);
    return text.contains("€") || key.contains("eur") || key.contains("bedrag");
}

/// Looks at a row among the data in which no number stands: a row of units below the heads, a footer. Beside the
/// columns of amounts a text must speak of money.
Result<void> look_at_words(const SheetGrid& grid, std::uint32_t row, std::span<const std::uint32_t> amounts,
                           UnitSearch& search) {
    const auto cells = grid.row(row);
    if (std::ranges::any_of(cells, may_be_amount)) return {};
    for (const Cell& cell : cells) {
        if (cell.kind() != CellKind::text) continue;
        if (std::ranges::find(amounts, cell.column()) == amounts.end() && !speaks_of_money(cell.text())) continue;
        if (auto looked = search.look_at(cell); !looked) return looked;
    }
    return {};
}

/// Finds the unit that titles, heads of amount columns, rows below the heads and footers name.
Result<NamedUnit> unit_of_titles(const SheetGrid& grid, const Header& header, std::span<const std::uint32_t> amounts) {
    constexpr std::uint32_t rows_of_words = 25;  // at either end of the data
    UnitSearch search(grid);
    for (std::uint32_t row = 0; row < header.first_row; ++row) {
        for (const Cell& cell : grid.row(row)) {
            if (cell.kind() != CellKind::text) continue;
            if (row == header.row && std::ranges::find(amounts, cell.column()) == amounts.end()) continue;
            if (auto looked = search.look_at(cell); !looked) return failure(looked.error());
        }
    }
    const std::uint32_t last = grid.row_count();
    const std::uint32_t below = std::min(header.first_row + rows_of_words, last);
    for (std::uint32_t row = header.first_row; row < below; ++row) {
        if (auto looked = look_at_words(grid, row, amounts, search); !looked) return failure(looked.error());
    }
    for (std::uint32_t row = std::max(below, last - std::min(last, rows_of_words)); row < last; ++row) {
        if (auto looked = look_at_words(grid, row, amounts, search); !looked) return failure(looked.error());
    }
    return search.unit();
}

/// How the amounts of a sheet are shown.
struct ShownUnits {
    NamedUnit smaller;            ///< the first that is shown smaller than it is
    const Cell* other = nullptr;  ///< the first that is not shown so many times smaller
};

std::int64_t thousands_to(unsigned power) {
    constexpr unsigned power_max = 3;
    std::int64_t euros = 1;
    for (unsigned i = 0; i < std::min(power, power_max); ++i) euros *= 1'000;
    return euros;
}

/// Looks at the number formats of the amounts. Fails when one shows a unit that it does not make true: `5 mln` where 5
/// is stored, `5.000` by zeros of the format.
Result<ShownUnits> shown_units(const SheetGrid& grid, const Header& header, std::span<const std::uint32_t> amounts) {
    ShownUnits shown;
    if (!grid.sheet().worded_formats) return shown;
    for (const Cell& cell : grid.sheet().cells) {
        const bool looked_at = cell.row() >= header.first_row && may_be_amount(cell) &&
                               std::ranges::find(amounts, cell.column()) != amounts.end();
        if (!looked_at || (cell.kind() == CellKind::number && cell.number() == 0.0)) continue;
        const auto beside = workbook::words_beside(grid.sheet(), cell);
        const std::int64_t euros = beside ? thousands_to(beside->thousands) : 1;
        const auto named = beside ? read_unit("€ " + std::string(beside->words)) : std::nullopt;
        const bool more_zeros = beside && euros == 1 && !named && beside->words.find("000") != std::string_view::npos;
        if (more_zeros || (named && named->euros != euros))
            return failure(two_units(
                grid, cell, "de getalnotatie toont " + quoted_cell(grid, cell) + " en de cel is " + shown_text(cell)));
        if (euros != 1 && shown.smaller.cell == nullptr) shown.smaller = NamedUnit{euros, &cell};
        if (shown.other == nullptr && (euros == 1 || euros != shown.smaller.euros)) shown.other = &cell;
    }
    return shown;
}

}  // namespace

Result<std::int64_t> decide_unit(const SheetGrid& grid, const Header& header, std::span<const std::uint32_t> amounts,
                                 std::optional<std::int64_t> given, Findings& findings) {
    if (given) return *given;
    const auto titles = unit_of_titles(grid, header, amounts);
    if (!titles) return failure(titles.error());
    const auto shown = shown_units(grid, header, amounts);
    if (!shown) return failure(shown.error());
    const NamedUnit& smaller = shown->smaller;
    const auto& [euros, title] = *titles;
    if (title == nullptr || euros == 1) return 1;
    const auto tell = [&](std::string found) {
        findings.push_back({Severity::notice, "bedragen_in_eenheid", to_place(grid.origin(*title)),
                            quoted_cell(grid, *title) + ": " + std::move(found), "", ""});
    };
    if (smaller.cell == nullptr) {
        tell("elk bedrag is gelezen als " + times(euros) + " keer wat er staat");
        return euros;
    }
    if (shown->other != nullptr || smaller.euros != euros) {
        const Cell& cell = shown->other == nullptr ? *smaller.cell : *shown->other;
        return failure(two_units(grid, cell,
                                 quoted_cell(grid, *title) + " staat erboven, cel " +
                                     cell_name(smaller.cell->row(), smaller.cell->column()) +
                                     " is door haar getalnotatie " + times(smaller.euros) +
                                     " keer zo klein te zien, en deze cel niet"));
    }
    tell("zo laat Excel de bedragen zien; in de cellen staan hele bedragen, en die zijn gelezen");
    return 1;
}

}  // namespace begroot::exchange::detail
