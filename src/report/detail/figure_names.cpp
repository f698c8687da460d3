#include "report/detail/figure_names.hpp"

#include "report/detail/multi_year_tables.hpp"
#include "report/detail/year_table.hpp"

#include <algorithm>

namespace begroot::report::detail {

std::string title_of(const model::Definition& definition, const std::string& code) {
    const auto found = std::ranges::find(definition.variables, code, &model::Variable::code);
    return found != definition.variables.end() ? found->title : code;
}

std::string series_title(const FigureNames& names, std::uint32_t series) {
    const model::Series& one = names.graph->series[series];
    const bool own = one.variable < names.definition->variables.size();
    std::string title = own ? names.definition->variables[one.variable].title : one.name;
    for (const std::string& member : one.members) title += ", " + member;
    return title + (one.in_cents ? std::string() : unit_suffix(model::unit_of(*names.definition, one)));
}

Cell figure_cell(const FigureNames& names, std::uint32_t series, double value) {
    Cell cell;
    cell.value = value_in(model::unit_of(*names.definition, names.graph->series[series]), value);
    if (is_empty(cell)) cell.value = Mark{"n.b."};
    return cell;
}

std::string subject_of(const FigureNames& names) {
    return (names.organisation.empty() ? "" : names.organisation + " · ") + "scenario " + names.scenario;
}

std::string list_of(const std::vector<std::string>& codes) {
    std::string text;
    for (std::size_t i = 0; i < codes.size(); ++i)
        text += (i == 0 ? "" : (i + 1 == codes.size() ? " en " : ", ")) + codes[i];
    return text;
}

}  // namespace begroot::report::detail
