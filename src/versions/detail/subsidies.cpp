#include "money/format.hpp"
#include "period/calendar_day.hpp"
#include "table/cells.hpp"
#include "versions/detail/words.hpp"

#include <algorithm>
#include <array>

namespace begroot::versions::detail {

namespace {

/// Tells whether two subsidies pay for the same: at one goal or speerpunt, or one at the speerpunt of the other's goal.
bool overlap(const Subsidy& a, const Subsidy& b) {
    return a.at == b.at || a.at.starts_with(b.at + ".") || b.at.starts_with(a.at + ".");
}

/// Gives the forecast of the month to which is booked; an older one says nothing of what was spent since.
const Figures* last_forecast(const Versions& versions) {
    if (!versions.actual) return nullptr;
    const auto found = std::ranges::find(versions.forecasts, versions.actual->until, &Figures::until);
    return found == versions.forecasts.end() ? nullptr : &*found;
}

/// Finds the row of a subsidy's goal or speerpunt; nothing when it stands at the plan, or when another subsidy stands
/// there or at a part of it too, for then nobody knows which of the two paid.
std::optional<std::size_t> own_row(const Plan& plan, const Versions& versions, const Subsidy& subsidy) {
    const auto overlaps = [&subsidy](const Subsidy& one) { return overlap(one, subsidy); };
    if (std::ranges::count_if(plan.subsidies, overlaps) > 1) return std::nullopt;
    const auto found = std::ranges::find_if(versions.rows, [&subsidy](const VersionRow& row) {
        return row.kind == RowKind::line && row.code == subsidy.at;
    });
    if (found == versions.rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - versions.rows.begin());
}

Cell granted_cell(const Subsidy& subsidy) {
    if (!subsidy.amount) return {};
    Cell cell = money_cell(number(*subsidy.amount));
    const std::string mark = mark_text(kind(*subsidy.amount));
    if (is_empty(cell) && !mark.empty()) cell.value = Mark{mark};
    return cell;
}

Row subsidy_row(const Plan& plan, const Versions& versions, const Subsidy& subsidy) {
    const auto row = own_row(plan, versions, subsidy);
    std::optional<Money> spent;
    std::optional<Money> forecast;
    if (row && versions.actual) spent = versions.actual->of_rows[*row].amount;
    if (const Figures* column = last_forecast(versions); row && column != nullptr)
        forecast = column->of_rows[*row].amount;
    const std::optional<Money> granted = subsidy.amount ? number(*subsidy.amount) : std::nullopt;
    const std::optional<Money> used = forecast ? forecast : spent;
    const std::optional<Money> left = granted && used ? std::optional(*granted - *used) : std::nullopt;
    Cell until;
    if (subsidy.until) until.value = *subsidy.until;
    Cell left_cell = money_cell(left);
    if (left && *left < Money()) left_cell.tone = Tone::unfavourable;
    return {RowRole::body,
            1,
            {text_cell(subsidy.name), text_cell(subsidy.at), granted_cell(subsidy), money_cell(spent),
             money_cell(forecast), std::move(left_cell), std::move(until)}};
}

}  // namespace

Table make_subsidies_table(const Plan& plan, const Versions& versions) {
    Table table;
    table.name = table.title = "Subsidies";
    const std::string until =
        versions.actual ? "t/m " + std::string(month_name(versions.actual->until->month)).substr(0, 3) : "";
    const Figures* last = last_forecast(versions);
    const std::string forecast = last == nullptr ? "" : last->code.substr(last->code.find(':') + 1);
    table.columns = {{"subsidie", "Subsidie", ColumnKind::text, 0, 44},
                     {"bij", "Bij", ColumnKind::text, 0, 8},
                     {"toegekend", "Toegekend", ColumnKind::money, 0, 0},
                     {"besteed", "Besteed\n" + until, ColumnKind::money, 0, 0},
                     {"prognose", "Prognose\n" + forecast, ColumnKind::money, 0, 0},
                     {"over", "Dan over", ColumnKind::money, 0, 0},
                     {"tot", "Loopt tot", ColumnKind::day, 0, 0}};
    constexpr std::array models = std::to_array<const char*>({"G1", "G2A", "G2B", ""});
    for (const std::string model : models) {
        const auto of_model = [&model](const Subsidy& one) { return one.model == model; };
        if (std::ranges::none_of(plan.subsidies, of_model)) continue;
        Row head{RowRole::section, 0, std::vector<Cell>(table.columns.size())};
        head.cells.front() = text_cell(model.empty() ? "Model niet gezegd" : "Model " + model);
        table.rows.push_back(std::move(head));
        for (const Subsidy& one : plan.subsidies) {
            if (of_model(one)) table.rows.push_back(subsidy_row(plan, versions, one));
        }
    }
    table.notes = {
        "Besteed en prognose zijn van het doel of speerpunt waar de subsidie bij staat, dit jaar; wat daarvan "
        "uit andere middelen komt, weet het model niet. Staat een subsidie bij het plan, of staan er twee bij "
        "een doel of bij een doel en zijn speerpunt, dan is niet bekend wat ervan besteed is. Prognose is die van het "
        "moment tot waar geboekt is; zonder die is over: toegekend min besteed."};
    return table;
}

}  // namespace begroot::versions::detail
