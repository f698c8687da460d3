// The dates of a whole column: which order its texts prove.

#include "exchange/detail/date_text.hpp"
#include "exchange/detail/label.hpp"
#include "exchange/detail/notation.hpp"
#include "period/serial_day.hpp"

#include <string>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

/// What the texts of one column say about their order: the first cell that says each thing.
struct DateEvidence {
    const Cell* day_first = nullptr;
    const Cell* month_first = nullptr;
    const Cell* ambiguous = nullptr;
    std::size_t count = 0;  ///< of dates whose order is not written

    [[nodiscard]] DateOrder order() const {
        if (day_first != nullptr && month_first != nullptr) return DateOrder::none;
        if (day_first != nullptr) return DateOrder::day_first;
        if (month_first != nullptr) return DateOrder::month_first;
        return ambiguous != nullptr ? DateOrder::ambiguous : DateOrder::open;
    }

    void note(const Cell& cell) {
        const DateOrder order = date_order_of(cell.text());
        const Cell** first = order == DateOrder::day_first     ? &day_first
                             : order == DateOrder::month_first ? &month_first
                             : order == DateOrder::ambiguous   ? &ambiguous
                                                               : nullptr;
        if (first == nullptr) return;
        ++count;
        if (*first == nullptr) *first = &cell;
    }
};

std::string in_quotes(const Cell& cell) { return "\"" + std::string(trim(cell.text())) + "\""; }

std::string shown_day(Day day) {
    const auto padded = [](std::int32_t part) { return (part < 10 ? "0" : "") + std::to_string(part); };
    return padded(day.day) + "-" + padded(day.month) + "-" + std::to_string(day.year);
}

Finding date_contradiction(const SheetGrid& grid, const DateEvidence& evidence) {
    return {Severity::error,
            "datums_tegenstrijdig",
            to_place(grid.origin(*evidence.month_first)),
            in_quotes(*evidence.month_first) + " heeft de maand voorop, " + in_quotes(*evidence.day_first) +
                " in cel " + cell_name(evidence.day_first->row(), evidence.day_first->column()) + " de dag",
            "één volgorde per kolom",
            "zet de kolom in Excel om naar datums"};
}

Finding date_sample(const SheetGrid& grid, const DateEvidence& evidence, const Cell& cell, DateOrder order,
                    DateReading sample) {
    const bool month_first = order == DateOrder::month_first;
    return {month_first ? Severity::warning : Severity::notice,
            "datums_als_tekst",
            to_place(grid.origin(cell)),
            std::to_string(evidence.count) + (evidence.count == 1 ? " datum staat" : " datums staan") +
                " als tekst in deze kolom, met de " + (month_first ? "maand" : "dag") + " voorop; " + in_quotes(cell) +
                " is gelezen als dag-maand-jaar " + shown_day(sample.day),
            "",
            ""};
}

}  // namespace

DateReader::DateReader(const SheetGrid& grid, const DateColumns& wanted, Findings& findings) {
    const std::vector<std::uint32_t>& columns = wanted.columns;
    orders_.assign(grid.column_count(), DateOrder::open);
    std::vector<std::int32_t> index(grid.column_count(), -1);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] < index.size()) index[columns[i]] = static_cast<std::int32_t>(i);
    }
    std::vector<DateEvidence> evidence(columns.size());
    for (const Cell& cell : grid.sheet().cells) {
        if (cell.kind() != CellKind::text || cell.row() < wanted.first_row || index[cell.column()] < 0) continue;
        evidence[static_cast<std::size_t>(index[cell.column()])].note(cell);
    }
    bool day_first = false;
    bool month_first = false;
    for (const DateEvidence& one : evidence) {
        day_first = day_first || one.day_first != nullptr;
        month_first = month_first || one.month_first != nullptr;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const DateEvidence& one = evidence[i];
        if (columns[i] >= orders_.size()) continue;
        DateOrder& order = orders_[columns[i]];
        order = wanted.order.value_or(one.order());
        if (order == DateOrder::none) findings.push_back(date_contradiction(grid, one));
        if (order == DateOrder::ambiguous && day_first && !month_first) order = DateOrder::day_first;
        const Cell* const sample = one.ambiguous != nullptr   ? one.ambiguous
                                   : one.day_first != nullptr ? one.day_first
                                                              : one.month_first;
        if (sample == nullptr) continue;
        const DateReading date = read(*sample);
        if (date.state == DateState::value) findings.push_back(date_sample(grid, one, *sample, order, date));
    }
}

DateReading DateReader::read(const Cell& cell) const {
    switch (cell.kind()) {
        case CellKind::empty:
            return {};
        case CellKind::date: {
            const auto day = day_of_serial(cell.number());
            if (!day) return {.state = DateState::impossible};
            return read_date_number(day->year * 10'000 + day->month * 100 + day->day);
        }
        case CellKind::number:
            return read_date_number(cell.number());
        case CellKind::not_computed:
            return {.state = DateState::not_computed};
        case CellKind::error:
            return {.state = DateState::excel_error};
        case CellKind::boolean:
            return {.state = DateState::no_date};
        case CellKind::text:
            break;
    }
    const std::string_view text = trim(cell.text());
    if (text.empty()) return {};
    if (is_digit(text[0])) return read_date(text, order(cell.column()));
    if (is_marker(text)) return {.state = DateState::marker};
    if (dutch_excel_error(text)) return {.state = DateState::excel_error};
    return {.state = DateState::no_date};
}

std::optional<Error> date_refusal(const DateReading& date, const Cell& cell, const Origin& origin) {
    Error error{ErrorKind::input, to_place(origin), "\"" + shown_text(cell) + "\"",
                "een datum, bijvoorbeeld 31-12-2025", "verbeter de cel"};
    switch (date.state) {
        case DateState::blank:
        case DateState::value:
        case DateState::no_end:
        case DateState::marker:
            return std::nullopt;
        case DateState::not_computed:
            error.found = "formule zonder berekende waarde";
            error.expected = "een formule met haar uitkomst";
            error.action = "open het bestand in Excel of LibreOffice, bereken en sla het op";
            return error;
        case DateState::excel_error:
            error.found = "de Excel-fout " + shown_text(cell);
            error.expected = "een datum";
            error.action = "herstel de formule in Excel en sla het bestand op";
            return error;
        case DateState::ambiguous:
            error.found += " kan de dag of de maand voorop hebben, en geen andere datum in de kolom beslist dat";
            error.action = "zet de kolom in Excel om naar datums";
            return error;
        case DateState::zone_unclear:
            error.found += " is laat op de avond in UTC; in Nederland kan dat de volgende dag zijn";
            error.action = "lever de datum aan zonder tijd";
            return error;
        case DateState::impossible:
            error.found += " is geen dag die bestaat tussen 1900 en 2199";
            return error;
        case DateState::no_date:
            break;
    }
    error.found += " is geen datum";
    return error;
}

}  // namespace begroot::exchange::detail
