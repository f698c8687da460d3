#include "consolidation/consolidation_trace.hpp"

#include "base/check.hpp"
#include "base/nearest.hpp"
#include "consolidation/detail/json_parts.hpp"
#include "money/format.hpp"
#include "table/cells.hpp"

#include <algorithm>

namespace begroot::consolidation {

namespace {

std::string traced_code(const Consolidated& answer, const Row& row) {
    const auto same = std::ranges::count(answer.rows, row.code, &Row::code);
    if (same < 2) return row.code;
    return (row.kind == RowKind::income ? "baten:" : "lasten:") + row.code;
}

report::TraceColumn column_of(Measure measure) {
    switch (measure) {
        case Measure::budget:
            return report::TraceColumn::budget;
        case Measure::budget_to_date:
            return report::TraceColumn::budget_to_date;
        case Measure::actual:
            return report::TraceColumn::actual;
    }
    return report::TraceColumn::actual;
}

/// Collects the items of a row, times `sign`; of a total those of the rows that it adds and subtracts.
void collect(std::span<const Member> members, const Consolidated& answer, const Row& row, int sign,
             ConsolidationTrace& trace) {
    for (const std::size_t part : row.added) collect(members, answer, answer.rows[part], sign, trace);
    for (const std::size_t part : row.subtracted) collect(members, answer, answer.rows[part], -sign, trace);
    const auto add = [&](std::size_t member, report::TraceItem item, bool eliminated) {
        if ((sign < 0) != eliminated) item.amount = -item.amount;
        trace.items.push_back({member, eliminated, std::move(item)});
    };
    if (!row.added.empty() || !row.subtracted.empty()) return;
    for (std::size_t m = 0; m < members.size(); ++m) {
        for (const std::string& code : row.member_codes[m]) {
            auto traced = report::trace(members[m].facts, answer.answers[m], code, column_of(trace.measure));
            BEGROOT_CHECK(traced.has_value(), "een regel van een lid is niet te herleiden");
            for (report::TraceItem& item : traced->items) add(m, std::move(item), false);
        }
    }
    for (const EliminatedItem& one : row.items) {
        if (one.measure == trace.measure) add(one.member, one.item, true);
    }
}

std::string place_text(const report::TraceItem& item) {
    return item.place.cell.empty() ? "regel " + std::to_string(item.place.line) : sheet_cell(item.place);
}

}  // namespace

Result<ConsolidationTrace> trace(std::span<const Member> members, const Consolidated& answer, const std::string& code,
                                 Measure measure) {
    std::vector<std::string> codes;
    codes.reserve(answer.rows.size());
    for (const Row& row : answer.rows) codes.push_back(traced_code(answer, row));
    const auto found = std::ranges::find(codes, code);
    if (found == codes.end()) {
        const auto meant = nearest(code, codes);
        return failure({ErrorKind::usage,
                        {},
                        "\"" + code + "\" is geen regel van deze consolidatie",
                        meant ? "\"" + *meant + "\"" : "een code zoals 4.5 of resultaat",
                        "kies een code uit de eerste kolom van begroot samen"});
    }
    const Row& row = answer.rows[static_cast<std::size_t>(found - codes.begin())];
    ConsolidationTrace result{code, row.name, measure, amount_of(row.total, measure), {}};
    if (row.kind == RowKind::difference) {
        return failure({ErrorKind::usage,
                        {},
                        "het verschil in onderlinge posten heeft geen eigen boekingen",
                        "een code zoals 4.5 of resultaat",
                        "de bevinding eliminatie_sluit_niet noemt de twee kanten"});
    }
    collect(members, answer, row, 1, result);
    Money total;
    for (const TracedItem& item : result.items) total += item.item.amount;
    // eliminations move no result: what they differ stands in a row without postings
    for (const std::size_t part : row.added) {
        if (answer.rows[part].kind == RowKind::difference)
            total += amount_of(answer.rows[part].total, measure).value_or(Money());
    }
    BEGROOT_CHECK(total == result.amount.value_or(Money()), "de herkomst telt niet op tot het geconsolideerde bedrag");
    return result;
}

Document to_document(std::span<const Member> members, const ConsolidationTrace& trace) {
    Table table;
    table.name = "Herkomst";
    table.title = "Herkomst van " + std::string(measure_name(trace.measure)) + " van " + trace.code +
                  (trace.name == trace.code ? "" : ": " + trace.name);
    table.subtitles = {trace.amount
                           ? format_euro(*trace.amount, Decimals::cents) + ", " + std::to_string(trace.items.size()) +
                                 (trace.items.size() == 1 ? " post" : " posten")
                           : "hier staat geen bedrag"};
    table.money_style = MoneyStyle::cents;
    table.columns = {{"bedrag", "Bedrag", ColumnKind::money, 0, 0},
                     {"organisatie", "Organisatie", ColumnKind::text, 0, 28},
                     {"cel", "Cel", ColumnKind::text, 0, 34},
                     {"codes", "Rekening / kostenplaats\n/ kostendrager", ColumnKind::text, 3, 34},
                     {"omschrijving", "Omschrijving", ColumnKind::text, 0, 40},
                     {"regel", "Koppelregel of eliminatie", ColumnKind::text, 0, 44},
                     {"bestand", "Bestand", ColumnKind::text, 2, 44},
                     {"sha256", "SHA-256", ColumnKind::text, 1, 64}};
    Money total;
    for (const TracedItem& one : trace.items) {
        table.rows.push_back(
            {RowRole::body,
             0,
             {money_cell(one.item.amount), text_cell(members[one.member].name), text_cell(place_text(one.item)),
              text_cell(one.item.dimensions), text_cell(one.item.description),
              text_cell((one.eliminated ? "eliminatie: " : "") + one.item.rule), text_cell(one.item.place.file),
              text_cell(one.item.sha256)}});
        total += one.item.amount;
    }
    if (trace.amount) {
        begroot::Row last{RowRole::total, 0, std::vector<Cell>(table.columns.size())};
        last.cells[0] = money_cell(total);
        last.cells[1] = text_cell("Totaal");
        table.rows.push_back(std::move(last));
        if (total != *trace.amount)
            table.notes.push_back(
                "Het verschil in onderlinge posten, " + format_euro(*trace.amount - total, Decimals::cents) +
                ", heeft geen eigen boekingen; de bevinding eliminatie_sluit_niet noemt de twee kanten.");
    }
    Document document{"Herkomst", table.title, {std::move(table)}, {}};
    check_document(document);
    return document;
}

std::string to_json(std::span<const Member> members, const ConsolidationTrace& trace) {
    using detail::Json;
    Json json{{"code", trace.code},
              {"naam", trace.name},
              {"kolom", measure_name(trace.measure)},
              {"cent", detail::cents(trace.amount)},
              {"posten", Json::array()}};
    for (const TracedItem& one : trace.items) {
        json["posten"].push_back({{"cent", one.item.amount.cents()},
                                  {"organisatie", members[one.member].code},
                                  {"eliminatie", one.eliminated},
                                  {"bestand", one.item.place.file},
                                  {"sha256", one.item.sha256},
                                  {"blad", one.item.place.sheet},
                                  {"cel", detail::cell_text(one.item.place)},
                                  {"regel", one.item.rule},
                                  {"omschrijving", one.item.description},
                                  {"codes", one.item.dimensions}});
    }
    return detail::dump(json);
}

}  // namespace begroot::consolidation
