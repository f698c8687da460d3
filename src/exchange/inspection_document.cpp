// An inspection as tables: the same for the terminal, for paper and for a page.

#include "exchange/inspection.hpp"
#include "money/format.hpp"

#include <map>

namespace begroot::exchange {

namespace {

Column text_column(const char* id, const char* head, std::uint16_t width_max, std::uint8_t drop_order = 0) {
    return {id, head, ColumnKind::text, drop_order, width_max};
}

begroot::Cell text_of(std::string text) { return {std::move(text), {}, Tone::plain}; }

void add_fact(Table& table, const char* what, std::string value) {
    if (value.empty()) return;
    Row row;
    row.cells = {text_of(what), text_of(std::move(value))};
    table.rows.push_back(std::move(row));
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

/// Writes the periods as `2025: 0, 1 t/m 12`.
std::string coverage(const std::vector<PeriodCount>& periods) {
    std::map<std::int32_t, std::vector<std::int32_t>> years;
    for (const PeriodCount& count : periods) years[count.period.year].push_back(count.period.number);
    std::string text;
    for (const auto& [year, numbers] : years) {
        text += (text.empty() ? "" : "; ") + std::to_string(year) + ": ";
        for (std::size_t i = 0; i < numbers.size();) {
            std::size_t last = i;
            while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
            text += (i == 0 ? "" : ", ") + std::to_string(numbers[i]);
            if (last > i) text += " t/m " + std::to_string(numbers[last]);
            i = last + 1;
        }
    }
    return text;
}

Table facts_table(const Inspection& inspection) {
    Table table;
    table.name = "Bestand";
    table.title = "Wat het is";
    table.columns = {text_column("wat", "Wat", 16), text_column("waarde", "Waarde", 100)};
    add_fact(table, "Bestand", inspection.file);
    add_fact(table, "Soort bestand", inspection.format);
    std::string what = inspection.package.empty() ? inspection.view : inspection.package + ", " + inspection.view;
    if (!inspection.certainty.empty()) what += " (" + inspection.certainty + ")";
    add_fact(table, "Herkend als", what);
    add_fact(table, "Profiel", inspection.profile);
    add_fact(table, "Blad", inspection.sheet);
    add_fact(table, "Andere bladen", joined(inspection.other_sheets));
    if (!inspection.columns.empty())
        add_fact(table, "Kopregel",
                 inspection.header_row == 0 ? "geen" : "rij " + std::to_string(inspection.header_row));
    if (inspection.lines > 0) {
        const bool one = inspection.lines == 1;
        const char* noun = inspection.kind == "mutaties"    ? (one ? " boeking" : " boekingen")
                           : inspection.kind == "begroting" ? (one ? " begrotingsregel" : " begrotingsregels")
                                                            : (one ? " rij" : " rijen");
        add_fact(table, "Gelezen",
                 format_amount(Money::from_euros(static_cast<std::int64_t>(inspection.lines)), Decimals::whole) + noun);
    }
    add_fact(table, "Periodes", coverage(inspection.periods));
    for (const std::string& fact : inspection.facts) {
        const std::size_t colon = fact.find(": ");
        add_fact(table, fact.substr(0, colon).c_str(), fact.substr(colon + 2));
    }
    add_fact(table, "SHA-256", inspection.sha256);
    return table;
}

Table columns_table(const Inspection& inspection) {
    Table table;
    table.name = "Kolommen";
    table.title = "Kolommen";
    table.columns = {text_column("kolom", "Kolom", 6),          text_column("kop", "Kop", 26),
                     text_column("betekenis", "Betekenis", 16), text_column("inhoud", "Inhoud", 18, 3),
                     text_column("notatie", "Notatie", 16, 2),  text_column("teken", "Teken", 14, 1),
                     text_column("voorbeeld", "Voorbeeld", 30), {"gevuld", "Gevuld", ColumnKind::count, 4, 10}};
    for (const InspectedColumn& column : inspection.columns) {
        Row row;
        row.cells = {text_of(column_name(column.column)),
                     text_of(column.head.empty() ? "(geen kop)" : column.head),
                     {column.meaning.empty() ? std::string("niet gebruikt") : column.meaning,
                      {},
                      column.meaning.empty() ? Tone::muted : Tone::plain},
                     text_of(column.content),
                     text_of(column.notation),
                     text_of(column.sign),
                     text_of(column.sample),
                     {static_cast<std::int64_t>(column.filled), {}, Tone::plain}};
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table periods_table(const Inspection& inspection) {
    Table table;
    table.name = "Periodes";
    table.title = "Boekingen per periode";
    table.money_style = MoneyStyle::cents;
    table.columns = {text_column("periode", "Periode", 12),
                     {"boekingen", "Boekingen", ColumnKind::count, 0, 12},
                     {"debet", "Debet", ColumnKind::money, 0, 20},
                     {"credit", "Credit", ColumnKind::money, 0, 20},
                     {"saldo", "Debet min credit", ColumnKind::money, 1, 20}};
    PeriodCount all;
    for (const PeriodCount& count : inspection.periods) {
        Row row;
        row.cells = {text_of(std::to_string(count.period.year) + "-" + (count.period.number < 10 ? "0" : "") +
                             std::to_string(count.period.number)),
                     {static_cast<std::int64_t>(count.postings), {}, Tone::plain},
                     {count.debit, {}, Tone::plain},
                     {count.credit, {}, Tone::plain},
                     {count.debit - count.credit, {}, Tone::plain}};
        table.rows.push_back(std::move(row));
        all.postings += count.postings;
        all.debit += count.debit;
        all.credit += count.credit;
    }
    Row total;
    total.role = RowRole::total;
    total.cells = {text_of("Totaal"),
                   {static_cast<std::int64_t>(all.postings), {}, Tone::plain},
                   {all.debit, {}, Tone::plain},
                   {all.credit, {}, Tone::plain},
                   {all.debit - all.credit, {}, Tone::plain}};
    table.rows.push_back(std::move(total));
    return table;
}

Table totals_table(const Inspection& inspection) {
    Table table;
    table.name = "Totalen";
    table.title = "Totalen in het bestand";
    table.money_style = MoneyStyle::cents;
    table.columns = {text_column("totaal", "Totaal", 40),
                     text_column("cel", "Cel", 12, 1),
                     {"gedrukt", "In het bestand", ColumnKind::money, 0, 20},
                     {"gelezen", "Gelezen", ColumnKind::money, 0, 20},
                     text_column("sluit", "Sluit", 8)};
    for (const LedgerControl& control : inspection.totals) {
        const bool ties = control.printed == control.imported;
        Row row;
        row.cells = {text_of(control.label),
                     text_of(to_place(control.origin).cell),
                     {control.printed, {}, Tone::plain},
                     {control.imported, {}, Tone::plain},
                     {std::string(ties ? "ja" : "NEE"), {}, ties ? Tone::favourable : Tone::unfavourable}};
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table skipped_table(const Inspection& inspection) {
    constexpr std::size_t places_shown_max = 6;
    struct Group {
        std::size_t count = 0;
        std::string places;
        std::string sample;
    };
    std::map<std::string, Group> groups;
    for (const Skipped& skipped : inspection.skipped) {
        Group& group = groups[skipped.reason];
        if (group.count < places_shown_max)
            group.places += (group.places.empty() ? "" : ", ") + to_place(skipped.origin).cell;
        else if (group.count == places_shown_max)
            group.places += ", …";
        if (group.sample.empty()) group.sample = skipped.text;
        ++group.count;
    }
    Table table;
    table.name = "Overgeslagen";
    table.title = "Wat geen regel werd, en waarom";
    table.columns = {text_column("reden", "Reden", 24),
                     {"aantal", "Aantal", ColumnKind::count, 0, 10},
                     text_column("cellen", "Cellen", 44, 1),
                     text_column("voorbeeld", "Voorbeeld", 40)};
    for (const auto& [reason, group] : groups) {
        Row row;
        row.cells = {text_of(reason),
                     {static_cast<std::int64_t>(group.count), {}, Tone::plain},
                     text_of(group.places),
                     text_of(group.sample)};
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

Document to_document(const Inspection& inspection) {
    Document document;
    document.title = "Wat staat er in " + inspection.file;
    document.subject = inspection.file;
    document.tables.push_back(facts_table(inspection));
    if (!inspection.columns.empty()) document.tables.push_back(columns_table(inspection));
    if (!inspection.periods.empty()) document.tables.push_back(periods_table(inspection));
    if (!inspection.totals.empty()) document.tables.push_back(totals_table(inspection));
    if (!inspection.skipped.empty()) document.tables.push_back(skipped_table(inspection));
    check_document(document);
    return document;
}

}  // namespace begroot::exchange
