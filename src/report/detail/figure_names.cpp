#include "report/detail/figure_names.hpp"

#include "report/detail/multi_year_tables.hpp"
#include "report/detail/year_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace begroot::report::detail {

namespace {

constexpr std::array titles = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"totaal_baten", "Totaal baten"},
    {"totaal_lasten", "Totaal lasten"},
    {"financieel", "Financiële baten en lasten"},
    {"resultaat", "Resultaat"},
    {"bruto_baten", "Baten bruto"},
    {"afdrachten_duo", "Afdrachten via DUO"},
    {"netto_baten", "Baten netto"},
    {"totaal_activa", "Totaal activa"},
    {"totaal_passiva", "Totaal passiva"},
    {"balansverschil", "Verschil op de balans"},
    {"kasstroom", "Kasstroom"},
});

}  // namespace

std::string title_of(const model::Definition& definition, const std::string& code) {
    const auto found = std::ranges::find(definition.variables, code, &model::Variable::code);
    if (found != definition.variables.end()) return found->title;
    const auto* const total = std::ranges::find(titles, code, &std::pair<std::string_view, std::string_view>::first);
    return total != titles.end() ? std::string(total->second) : code;
}

std::string series_title(const FigureNames& names, std::uint32_t series) {
    const model::Series& one = names.graph->series[series];
    std::string title = title_of(*names.definition, one.name.substr(0, one.name.find('.')));
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
