#include "report/detail/figure_names.hpp"
#include "report/detail/multi_year_tables.hpp"
#include "report/detail/table_parts.hpp"
#include "report/detail/year_table.hpp"
#include "report/scenarios.hpp"

#include <algorithm>

namespace begroot::report {

namespace {

using detail::figure_cell;
using detail::text_cell;

/// Knows the unit of what is turned.
class KnobCells {
public:
    KnobCells(const scenario::Knob& knob, const FigureNames& names) {
        const auto found = std::ranges::find(names.definition->variables, knob.variable, &model::Variable::code);
        if (found != names.definition->variables.end()) unit_ = found->unit;
    }
    [[nodiscard]] Cell cell(double value) const {
        Cell made;
        made.value = detail::value_in(unit_, value);
        if (is_empty(made)) made.value = Mark{"n.b."};
        return made;
    }
    [[nodiscard]] std::string suffix() const { return detail::unit_suffix(unit_); }

private:
    model::Unit unit_;
};

std::string knob_name(const scenario::Knob& knob) {
    std::string name = knob.variable;
    for (const std::string& member : knob.members) name += "." + member;
    return name;
}

std::string knob_years(const scenario::Knob& knob, const FigureNames& names) {
    const std::int32_t from = knob.from.value_or(names.definition->base_year + 1);
    const std::int32_t until = knob.until.value_or(names.definition->last_year);
    return from == until ? std::to_string(from) : std::to_string(from) + " tot en met " + std::to_string(until);
}

Table answer_table(const scenario::Found& found, const scenario::Goal& goal, const scenario::Knob& knob,
                   const FigureNames& names) {
    const KnobCells knobs(knob, names);
    const std::uint32_t target = goal.target.series;
    Table table;
    table.name = "Gevonden";
    table.title = found.value ? "Gevonden: " + knob_name(knob) : "Niet gevonden: " + knob_name(knob);
    table.subtitles = {detail::subject_of(names)};
    table.money_style = MoneyStyle::cents;
    table.columns = {{"wat", "Wat", ColumnKind::text, 0, 60}, {"waarde", "Waarde", ColumnKind::number, 0, 0}};
    const auto add = [&table](RowRole role, const std::string& what, Cell cell) {
        table.rows.push_back({role, 0, {text_cell(what), std::move(cell)}});
    };
    const std::string turned = knob_name(knob) + knobs.suffix();
    add(RowRole::body, "Doel: " + goal.target.text, figure_cell(names, target, goal.wanted));
    add(RowRole::body, goal.target.text + " nu", figure_cell(names, target, found.before));
    add(RowRole::body, turned + " nu (gemiddeld)", knobs.cell(found.present));
    if (found.value) add(RowRole::total, turned + " wordt, in " + knob_years(knob, names), knobs.cell(*found.value));
    if (found.nearest) add(RowRole::total, "Het dichtst bij komt " + turned + " met", knobs.cell(*found.nearest));
    if (found.value || found.nearest)
        add(RowRole::body, goal.target.text + " wordt dan", figure_cell(names, target, found.reached));
    for (const double other : found.others) add(RowRole::body, "Ook goed", knobs.cell(other));
    if (found.flat) {
        add(RowRole::body, "Het doel is gehaald vanaf", knobs.cell(found.flat->first));
        add(RowRole::body, "tot en met", knobs.cell(found.flat->second));
    }
    add(RowRole::body, "Gezocht vanaf", knobs.cell(found.least));
    add(RowRole::body, "tot en met", knobs.cell(found.most));
    if (!found.reason.empty()) table.notes.push_back("Let op: " + found.reason + ".");
    if (found.value && found.others.empty() && !found.flat)
        table.notes.emplace_back("Binnen deze grenzen is er geen andere waarde die het doel haalt.");
    return table;
}

Table moved_table(const scenario::Found& found, const scenario::Goal& goal, const FigureNames& names) {
    Table table;
    table.name = "Wat meebeweegt";
    table.title = "Wat er in " + std::to_string(goal.target.year) + " meebeweegt";
    table.money_style = names.money;
    table.columns = {{"naam", "Wat", ColumnKind::text, 0, 48},
                     {"code", "Code", ColumnKind::text, 1, 30},
                     {"nu", "Nu", ColumnKind::number, 0, 0},
                     {"wordt", "Wordt", ColumnKind::number, 0, 0}};
    for (const scenario::Moved& one : found.moved) {
        table.rows.push_back(
            {RowRole::body,
             0,
             {text_cell(detail::series_title(names, one.series)), text_cell(names.graph->series[one.series].name),
              figure_cell(names, one.series, one.before), figure_cell(names, one.series, one.after)}});
    }
    return table;
}

}  // namespace

Document to_document(const scenario::Found& found, const scenario::Goal& goal, const scenario::Knob& knob,
                     const FigureNames& names) {
    Document document;
    document.tables.push_back(answer_table(found, goal, knob, names));
    document.title = document.tables.front().title;
    document.subject = document.tables.front().subtitles.front();
    if (!found.moved.empty()) document.tables.push_back(moved_table(found, goal, names));
    check_document(document);
    return document;
}

}  // namespace begroot::report
