#pragma once
// Documents as a controller would print them, made by hand so that every expected text can be checked by eye.

#include "table/table.hpp"

#include <string>
#include <utility>

namespace begroot::render::sample {

[[nodiscard]] inline Cell text(std::string words) { return {std::move(words), {}, Tone::plain}; }
[[nodiscard]] inline Cell euros(std::int64_t whole, Tone tone = Tone::plain) {
    return {Money::from_euros(whole), {}, tone};
}
[[nodiscard]] inline Cell cents(std::int64_t amount) { return {Money::from_cents(amount), {}, Tone::plain}; }
[[nodiscard]] inline Cell rate(std::int64_t ppm, Tone tone = Tone::plain) { return {Rate::from_ppm(ppm), {}, tone}; }
[[nodiscard]] inline Cell mark(std::string words) { return {Mark{std::move(words)}, {}, Tone::muted}; }

/// A table of one row a column pair, to show one thing: columns `naam` (text) and `bedrag` (money).
[[nodiscard]] inline Table small() {
    Table table;
    table.name = "klein";
    table.title = "Klein";
    table.columns = {{"naam", "Naam", ColumnKind::text, 0, 48}, {"bedrag", "Bedrag", ColumnKind::money, 0, 48}};
    return table;
}

/// One row of begroting versus werkelijk: year, to date, actual, committed; difference, share and forecast follow.
struct Line {
    RowRole role = RowRole::body;
    std::uint8_t indent = 0;
    std::string name;
    std::int64_t year = 0;
    std::int64_t to_date = 0;
    std::int64_t actual = 0;
    std::int64_t committed = 0;
    std::int64_t forecast = 0;
};

[[nodiscard]] inline Row to_row(const Line& line) {
    const std::int64_t left = line.to_date - line.actual;
    const Tone tone = left > 0 ? Tone::favourable : left < 0 ? Tone::unfavourable : Tone::plain;
    const auto share = ratio(Money::from_euros(left), Money::from_euros(line.to_date));
    return {line.role,
            line.indent,
            {text(line.name), euros(line.year), euros(line.to_date), euros(line.actual), euros(left, tone),
             share ? Cell{*share, {}, tone} : Cell{}, euros(line.committed), euros(line.forecast),
             euros(line.year - line.forecast)}};
}

/// Begroting versus werkelijk per speerpunt, nine columns, sixteen lines.
[[nodiscard]] inline Table budget_vs_actual() {
    Table table;
    table.name = "Begroting-werkelijk";
    table.title = "Begroting en werkelijk per speerpunt";
    table.subtitles = {"Bedragen in hele euro's; verschil is begroting min werkelijk"};
    table.columns = {{"omschrijving", "Speerpunt en doel", ColumnKind::text, 0, 48},
                     {"begroting_jaar", "Begroting\n2025", ColumnKind::money, 0, 48},
                     {"begroting_tm", "Begroting\nt/m aug", ColumnKind::money, 0, 48},
                     {"werkelijk_tm", "Werkelijk\nt/m aug", ColumnKind::money, 0, 48},
                     {"verschil", "Verschil", ColumnKind::money, 0, 48},
                     {"verschil_procent", "Verschil\nin %", ColumnKind::percent, 3, 48},
                     {"verplicht", "Verplicht", ColumnKind::money, 2, 48},
                     {"prognose", "Prognose\n2025", ColumnKind::money, 4, 48},
                     {"verwacht_verschil", "Verwacht\nverschil", ColumnKind::money, 1, 48}};
    const std::vector<Line> lines = {
        {RowRole::group, 0, "1 Sterke basisondersteuning op elke school", 1'240'000, 826'667, 803'120, 96'000,
         1'228'400},
        {RowRole::body, 1, "1.1 Basisondersteuning in de klas", 760'000, 506'667, 512'940, 41'000, 771'200},
        {RowRole::body, 1, "1.2 Professionalisering van leraren en intern begeleiders", 310'000, 206'667, 174'680,
         55'000, 286'000},
        {RowRole::body, 1, "1.3 Beleidsarme activiteiten", 170'000, 113'333, 115'500, 0, 171'200},
        {RowRole::group, 0, "2 Dekkend aanbod, dichtbij huis en passend bij iedere leerling", 3'480'000, 2'320'000,
         2'415'310, 120'500, 3'602'000},
        {RowRole::body, 1, "2.1 Arrangementen", 2'050'000, 1'366'667, 1'472'010, 64'000, 2'190'000},
        {RowRole::body, 1, "2.2 Crisisplaatsen en onderwijszorgarrangementen voor thuiszitters", 640'000, 426'667,
         401'300, 56'500, 622'000},
        {RowRole::body, 1, "2.3 Onderwijs aan hoogbegaafde leerlingen (privé-aanbod niet meegerekend)", 790'000,
         526'666, 542'000, 0, 790'000},
        {RowRole::group, 0, "3 Verbinding met jeugdhulp en gemeenten", 415'000, 276'666, 241'980, 18'000, 398'500},
        {RowRole::body, 1, "3.1 Coördinatie", 190'000, 126'666, 126'400, 0, 190'000},
        {RowRole::body, 1, "3.2 Schoolmaatschappelijk werk", 225'000, 150'000, 115'580, 18'000, 208'500},
        {RowRole::total, 0, "Totaal speerpunten", 5'135'000, 3'423'333, 3'460'410, 234'500, 5'228'900},
        {RowRole::remainder, 0, "Niet toegewezen", 0, 0, 12'480, 0, 12'480}};
    for (const Line& line : lines) table.rows.push_back(to_row(line));
    table.rows[3].cells[6] = mark("p.m.");
    table.notes = {"Begroting t/m augustus volgt de sleutel twaalf_gelijke_maanden.",
                   "Niet toegewezen: 2 boekingen zonder kostenplaats in het grootboek; zie de bevindingen onder de "
                   "tabel voor de cellen waarin zij staan."};
    return table;
}

/// The document of that table with one chart: budget and actual per speerpunt.
[[nodiscard]] inline Document budget_document() {
    Document document;
    document.title = "Begroting en werkelijk per speerpunt";
    document.subject = "Samenwerkingsverband Voorbeeld, boekjaar 2025 tot en met augustus";
    document.tables = {budget_vs_actual()};
    document.charts = {{"Begroting en werkelijk t/m augustus", "Begroting-werkelijk", 0, {2, 3}, {0, 4, 8}}};
    return document;
}

}  // namespace begroot::render::sample
