#include "exchange/detail/inspected_columns.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/variance_columns.hpp"
#include "money/format.hpp"
#include "period/serial_day.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

constexpr std::size_t kinds = 7;

struct Counts {
    std::array<std::size_t, kinds> of{};
    const Cell* first = nullptr;

    [[nodiscard]] std::size_t filled() const {
        std::size_t sum = 0;
        for (const std::size_t count : of) sum += count;
        return sum;
    }
    [[nodiscard]] std::size_t operator[](CellKind kind) const { return of[static_cast<std::size_t>(kind)]; }
};

std::string content_of(const Counts& counts) {
    const std::size_t filled = counts.filled();
    if (filled == 0) return "leeg";
    const std::array<std::pair<CellKind, const char*>, 4> names{{{CellKind::number, "getal"},
                                                                 {CellKind::date, "datum"},
                                                                 {CellKind::text, "tekst"},
                                                                 {CellKind::boolean, "ja/nee"}}};
    for (const auto& [kind, name] : names) {
        if (counts[kind] == filled) return name;
    }
    if (counts[CellKind::error] > 0) return "met Excel-fouten";
    if (counts[CellKind::not_computed] > 0) return "met formules zonder waarde";
    std::string mixed;
    for (const auto& [kind, name] : names) {
        if (counts[kind] > 0) mixed += (mixed.empty() ? "" : " en ") + std::string(name);
    }
    return mixed;
}

std::string notation_text(Notation notation, const Counts& counts) {
    if (counts[CellKind::text] == 0) return counts[CellKind::number] > 0 ? "getal" : "";
    switch (notation) {
        case Notation::dutch:
            return "1.234,56";
        case Notation::english:
            return "1,234.56";
        case Notation::open:
            return "1234";
        case Notation::ambiguous:
            return "1.234 of 1,234?";
        case Notation::none:
            return "tegenstrijdig";
    }
    return {};
}

std::string sign_text(std::string_view meaning) {
    if (meaning.ends_with("debet")) return "debet +";
    if (meaning.ends_with("credit")) return "credit -";
    if (meaning == "bedrag" || meaning == "begin" || meaning == "eind") return "eigen teken";
    return "zoals begroot";
}

/// Writes a day as dd-mm-jjjj.
std::string day_text(double serial) {
    const auto day = day_of_serial(serial);
    if (!day) return {};
    const auto two = [](std::int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(day->day) + "-" + two(day->month) + "-" + std::to_string(day->year);
}

/// Writes a sample short enough for a line.
std::string sample_of(const Cell* cell) {
    if (cell == nullptr) return {};
    constexpr std::size_t shown_max = 28;
    std::string text = cell->kind() == CellKind::date ? day_text(cell->number()) : shown_text(*cell);
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    if (text.size() <= shown_max) return text;
    std::size_t end = shown_max - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // never half a character
    return text.substr(0, end) + "…";
}

constexpr const char* variance_amounts = "verschil, V of N";

/// Says of a column that it holds variances, or their marks alone; empty for another.
std::string variance_content(const std::vector<VarianceColumn>& variances, std::uint32_t column) {
    for (const VarianceColumn& variance : variances) {
        if (variance.column == column) return variance_amounts;
        if (variance.mark_column == column) return "V of N";
    }
    return {};
}

}  // namespace

std::vector<InspectedColumn> inspect_columns(const SheetGrid& grid, const Header& header,
                                             std::span<const HeadRule> rules, const AmountReader* amounts) {
    std::vector<Counts> counts(grid.column_count());
    for (const Cell& cell : grid.sheet().cells) {
        if (cell.row() < header.first_row || is_blank(cell)) continue;
        Counts& column = counts[cell.column()];
        ++column.of[static_cast<std::size_t>(cell.kind())];
        if (column.first == nullptr) column.first = &cell;
    }
    const std::vector<VarianceColumn> variances = find_variances(grid, header);
    std::vector<InspectedColumn> columns;
    for (std::uint32_t c = 0; c < grid.column_count(); ++c) {
        InspectedColumn column;
        column.column = c;
        const auto head = std::ranges::find(header.heads, c, &Head::column);
        if (head != header.heads.end()) column.head = head->shown;
        const Counts& count = counts[c];
        column.filled = count.filled();
        if (column.head.empty() && column.filled == 0) continue;
        column.content = content_of(count);
        if (const std::string content = variance_content(variances, c); !content.empty()) column.content = content;
        column.sample = sample_of(count.first);
        for (std::size_t m = 0; m < rules.size(); ++m) {
            if (!header.columns[m] || header.columns[m]->column != c) continue;
            column.meaning = rules[m].meaning;
            if (!rules[m].amount || amounts == nullptr) continue;
            const bool variance = variance_content(variances, c) == variance_amounts;
            if (!variance) column.content = "bedrag";
            column.notation = notation_text(amounts->notation(c), count);
            column.sign = variance ? "V + en N -" : sign_text(rules[m].meaning);
            if (count.first == nullptr) continue;
            const Amount amount = amounts->read(*count.first);
            if (amount.state == AmountState::value && count.first->kind() == CellKind::number)
                column.sample = format_amount(amount.value);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

}  // namespace begroot::exchange::detail
