#include "report/detail/bars.hpp"
#include "report/detail/figure_names.hpp"
#include "report/detail/multi_year_tables.hpp"
#include "report/detail/table_parts.hpp"
#include "report/scenarios.hpp"

#include <algorithm>
#include <cmath>

namespace begroot::report {

namespace {

using detail::figure_cell;
using detail::text_cell;

constexpr const char* bar_head = "░ laag │ nu █ hoog";  // no-break spaces: one line

/// Gives the scale on which all bars of a tornado lie.
detail::BarScale scale_of(const scenario::Tornado& tornado, std::size_t width) {
    detail::BarScale scale{tornado.base, tornado.base, width};
    for (const scenario::TornadoBar& bar : tornado.bars) {
        for (const double value : {bar.at_low, bar.at_high}) {
            if (!std::isfinite(value)) continue;
            scale.low = std::min(scale.low, value);
            scale.high = std::max(scale.high, value);
        }
    }
    return scale;
}

Row tornado_row(const scenario::Tornado& tornado, const scenario::TornadoBar& bar, const detail::BarScale& scale,
                const FigureNames& names) {
    const std::uint32_t series = tornado.target.series;
    return {RowRole::body,
            0,
            {text_cell(detail::title_of(*names.definition, bar.driver)), text_cell(bar.driver),
             text_cell(bar.low_text + " tot " + bar.high_text), figure_cell(names, series, bar.at_low),
             figure_cell(names, series, bar.at_high), figure_cell(names, series, bar.width()),
             text_cell(detail::tornado_bar(scale, tornado.base, bar.at_low, bar.at_high))}};
}

}  // namespace

Document to_document(const scenario::Tornado& tornado, const FigureNames& names) {
    const std::size_t width = std::clamp(names.text_width / 4, detail::bar_min, detail::bar_max);
    Table table;
    table.name = "Tornado";
    table.title = "Gevoeligheid van " + tornado.target.text;
    table.subtitles = {detail::subject_of(names)};
    table.money_style = names.money;
    table.columns = {{"naam", "Aanname", ColumnKind::text, 0, 40},
                     {"aanname", "Code", ColumnKind::text, 2, 28},
                     {"bereik", "Bereik", ColumnKind::text, 0, 20},
                     {"bij_laag", "Bij laag", ColumnKind::number, 0, 0},
                     {"bij_hoog", "Bij hoog", ColumnKind::number, 0, 0},
                     {"breedte", "Breedte", ColumnKind::number, 1, 0},
                     {"balk", bar_head, ColumnKind::text, 0, static_cast<std::uint16_t>(width)}};
    Row base{RowRole::body, 0, std::vector<Cell>(table.columns.size())};
    base.cells[0] = text_cell("Nu: " + detail::series_title(names, tornado.target.series));
    base.cells[3] = figure_cell(names, tornado.target.series, tornado.base);
    base.cells[4] = base.cells[3];
    table.rows.push_back(std::move(base));
    const detail::BarScale scale = scale_of(tornado, width);
    for (const scenario::TornadoBar& bar : tornado.bars) table.rows.push_back(tornado_row(tornado, bar, scale, names));
    table.notes = {
        "Elke aanname beweegt apart over haar eigen bereik, in alle jaren na het basisjaar; al het andere blijft "
        "staan."};
    if (!tornado.no_effect.empty())
        table.notes.push_back("Zonder invloed: " + detail::list_of(tornado.no_effect) + ".");
    if (!tornado.no_range.empty())
        table.notes.push_back("Wel van invloed, maar zonder bereik in het model: " + detail::list_of(tornado.no_range) +
                              ".");
    if (detail::has_mark(table)) table.notes.emplace_back(detail::mark_note);
    Document document;
    document.title = table.title;
    document.subject = table.subtitles.front();
    document.tables.push_back(std::move(table));
    check_document(document);
    return document;
}

}  // namespace begroot::report
