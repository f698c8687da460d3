#include "money/format.hpp"
#include "report/detail/bars.hpp"
#include "report/detail/figure_names.hpp"
#include "report/detail/multi_year_tables.hpp"
#include "report/detail/table_parts.hpp"
#include "report/scenarios.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace begroot::report {

namespace {

using detail::figure_cell;
using detail::text_cell;

bool is_main(const FigureNames& names, std::uint32_t series) {
    const model::Series& one = names.graph->series[series];
    if (one.variable >= names.definition->variables.size()) {
        constexpr std::array shown = {"totaal_baten", "totaal_lasten", "resultaat"};
        return std::ranges::find(shown, one.name) != shown.end();
    }
    const model::Variable& variable = names.definition->variables[one.variable];
    if (variable.kind == model::VariableKind::ratio) return !one.is_signal && variable.ratio.signal.has_value();
    return variable.kind == model::VariableKind::balance_item && model::is_under(variable.rubric, "2.1");
}

/// Tells whether a figure varies in any year.
bool is_uncertain(const std::vector<const scenario::Band*>& bands) {
    return std::ranges::any_of(bands, [](const scenario::Band* band) { return band->p5 != band->p95; });
}

/// The bands of one figure, by year.
using FigureBands = std::vector<const scenario::Band*>;

std::vector<FigureBands> figures_of(const scenario::Risk& risk, RiskRows rows, const FigureNames& names) {
    std::vector<FigureBands> figures;
    for (const scenario::Band& band : risk.bands) {
        if (rows == RiskRows::main && !is_main(names, band.series)) continue;
        if (figures.empty() || figures.back().front()->series != band.series) figures.emplace_back();
        figures.back().push_back(&band);
    }
    if (rows == RiskRows::main) std::erase_if(figures, [](const FigureBands& bands) { return !is_uncertain(bands); });
    return figures;
}

detail::BarScale scale_of(const FigureBands& bands, std::size_t width) {
    detail::BarScale scale{bands.front()->p5, bands.front()->p95, width};
    for (const scenario::Band* band : bands) {
        if (std::isfinite(band->p5)) scale.low = std::min(scale.low, band->p5);
        if (std::isfinite(band->p95)) scale.high = std::max(scale.high, band->p95);
    }
    return scale;
}

/// Leaves a band the room that five amounts leave.
std::size_t band_width(const FigureNames& names) {
    constexpr std::size_t amounts = 66;
    const std::size_t left = names.text_width > amounts ? names.text_width - amounts : 0;
    return std::clamp(left, detail::bar_min, detail::bar_max);
}

void add_figure(Table& table, const FigureBands& bands, const FigureNames& names) {
    const std::uint32_t series = bands.front()->series;
    Row head{RowRole::section, 0, std::vector<Cell>(table.columns.size())};
    head.cells[0] = text_cell(detail::series_title(names, series));
    table.rows.push_back(std::move(head));
    const detail::BarScale scale = scale_of(bands, band_width(names));
    for (const scenario::Band* band : bands) {
        Row row{RowRole::body, 1, {text_cell(std::to_string(band->year)), text_cell(names.graph->series[series].name)}};
        for (const double value : {band->p5, band->p25, band->p50, band->p75, band->p95})
            row.cells.push_back(figure_cell(names, series, value));
        row.cells.push_back(text_cell(detail::band_bar(scale, {band->p5, band->p25, band->p50, band->p75, band->p95})));
        table.rows.push_back(std::move(row));
    }
}

std::string count_words(std::int64_t count) {
    return format_amount(Money::from_euros(count), Decimals::whole);  // the same thousands points
}

/// Says how far quantiles may be off that were counted in bins.
std::string error_note(const scenario::Risk& risk, const FigureNames& names) {
    double widest = 0;
    for (const scenario::Band& band : risk.bands) {
        if (names.graph->series[band.series].in_cents) widest = std::max(widest, band.error);
    }
    if (widest <= 0) return "De kwantielen zijn die van de trekkingen zelf.";
    return "De kwantielen zijn geteld in vakjes; bedragen wijken hooguit " +
           format_euro(Money::from_cents(std::llround(widest * 100))) + " af van die van de trekkingen zelf.";
}

Table band_table(const scenario::Risk& risk, RiskRows rows, const FigureNames& names) {
    Table table;
    table.name = "Banden";
    table.title = "Risico: wat het kan worden";
    table.subtitles = {detail::subject_of(names),
                       count_words(risk.options.draws) + " trekkingen, zaad " + std::to_string(risk.options.seed)};
    table.money_style = names.money;
    table.columns = {{"jaar", "Jaar", ColumnKind::text, 0, 30},
                     {"code", "Code", ColumnKind::text, 1, 30},
                     {"p5", "P5", ColumnKind::number, 0, 0},
                     {"p25", "P25", ColumnKind::number, 2, 0},
                     {"p50", "P50", ColumnKind::number, 0, 0},
                     {"p75", "P75", ColumnKind::number, 2, 0},
                     {"p95", "P95", ColumnKind::number, 0, 0},
                     {"band", "Band", ColumnKind::text, 3, static_cast<std::uint16_t>(band_width(names))}};
    for (const FigureBands& bands : figures_of(risk, rows, names)) add_figure(table, bands, names);
    table.notes = {
        "P5: in een op de twintig trekkingen is het minder. P50: in de helft. P95: in een op de twintig is het meer. "
        "Band: ├ P5, ▒ van P25 tot P75, █ P50, P95 ┤, per cijfer op een eigen schaal.",
        error_note(risk, names)};
    if (risk.without_value > 0) {
        table.notes.push_back("In " + count_words(risk.without_value) +
                              " trekkingen was een gevraagd cijfer niet te berekenen; daar telt het niet mee.");
    }
    if (!risk.certain_drivers.empty())
        table.notes.push_back("Zonder onzekerheid in het model: " + detail::list_of(risk.certain_drivers) + ".");
    return table;
}

Table chance_table(const scenario::Risk& risk, const FigureNames& names) {
    std::set<std::int32_t> years;
    for (const scenario::Crossing& one : risk.crossings) years.insert(one.year);
    Table table;
    table.name = "Kansen";
    table.title = "Kans dat een kengetal voorbij zijn signaal is";
    table.continues = true;
    table.columns = {{"naam", "Kengetal", ColumnKind::text, 0, 44}, {"code", "Code", ColumnKind::text, 1, 30}};
    for (const std::int32_t year : years)
        table.columns.push_back({std::to_string(year), std::to_string(year), ColumnKind::percent, 0, 0});
    double widest = 0;
    for (const scenario::Crossing& one : risk.crossings) {
        widest = std::max(widest, one.standard_error);
        if (table.rows.empty() || std::get<std::string>(table.rows.back().cells[1].value) != one.ratio) {
            const std::string code = one.ratio.substr(0, one.ratio.find('.'));
            Row row{RowRole::body, 0, std::vector<Cell>(table.columns.size())};
            row.cells[0] = text_cell(detail::title_of(*names.definition, code));
            row.cells[1] = text_cell(one.ratio);
            table.rows.push_back(std::move(row));
        }
        const auto at = static_cast<std::size_t>(std::distance(years.begin(), years.find(one.year)));
        table.rows.back().cells[2 + at].value = Rate::from_ppm(std::llround(one.chance * 1e6));
    }
    const std::string error = format_percent(Rate::from_ppm(std::llround(widest * 1e6)));
    table.notes = {"De standaardfout van deze kansen is hooguit " + error + "."};
    return table;
}

Table share_table(const scenario::Risk& risk, const FigureNames& names) {
    const std::size_t width = std::clamp(names.text_width / 4, detail::bar_min, detail::bar_max);
    Table table;
    table.name = "Verklaring";
    table.title = "Waar de spreiding van " + names.graph->series[risk.explained_series].name + " in " +
                  std::to_string(risk.explained_year) + " mee samengaat";
    table.columns = {{"naam", "Aanname", ColumnKind::text, 0, 44},
                     {"aanname", "Code", ColumnKind::text, 1, 30},
                     {"aandeel", "Aandeel", ColumnKind::percent, 0, 0},
                     {"balk", "", ColumnKind::text, 2, static_cast<std::uint16_t>(width)}};
    const detail::BarScale scale{0, 1, width};
    for (const scenario::Share& one : risk.shares) {
        table.rows.push_back({RowRole::body,
                              0,
                              {text_cell(detail::title_of(*names.definition, one.driver)), text_cell(one.driver),
                               Cell{Rate::from_ppm(std::llround(one.share * 1e6)), {}},
                               text_cell(detail::tornado_bar(scale, 0, 0, one.share))}});
    }
    table.notes = {"Aandeel van de variantie; aannames die samenhangen delen het, dus de som hoeft geen 100% te zijn."};
    return table;
}

}  // namespace

Document to_document(const scenario::Risk& risk, RiskRows rows, const FigureNames& names) {
    Document document;
    document.tables.push_back(band_table(risk, rows, names));
    document.title = document.tables.front().title;
    document.subject = document.tables.front().subtitles.front();
    if (!risk.crossings.empty()) document.tables.push_back(chance_table(risk, names));
    if (!risk.shares.empty()) document.tables.push_back(share_table(risk, names));
    check_document(document);
    return document;
}

}  // namespace begroot::report
