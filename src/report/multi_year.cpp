#include "report/multi_year.hpp"

#include "base/check.hpp"
#include "report/detail/multi_year_findings.hpp"
#include "report/detail/rubric_names.hpp"
#include "report/detail/year_money.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace begroot::report {

namespace {

using detail::MoneyReader;
using model::Variable;
using model::VariableKind;

YearLine line_of(const Variable& variable, const MoneyReader& reader) {
    const model::LineTraits& traits = variable.line;
    const bool elsewhere = traits.booked_at != traits.speerpunt;
    return {variable.code,           variable.title,           traits.side,
            traits.speerpunt.text(), traits.goal.text(),       elsewhere ? traits.booked_at.text() : std::string(),
            traits.rubric,           reader.of(variable.code), reader.members_of(variable.code)};
}

YearLine item_of(const Variable& variable, const MoneyReader& reader) {
    return {variable.code,
            variable.title,
            Side::balance,
            "",
            "",
            "",
            variable.rubric,
            reader.of(variable.code),
            reader.members_of(variable.code)};
}

bool line_before(const YearLine& a, const YearLine& b) {
    if (a.side != b.side) return a.side == Side::income;
    return detail::rubric_before(a.rubric, b.rubric);
}

/// Gives a node in its unit by year; nothing without a node, or when it cannot be computed.
std::vector<std::optional<double>> values_of(const model::Evaluator& evaluator, std::uint32_t series,
                                             const std::vector<std::int32_t>& years) {
    std::vector<std::optional<double>> values;
    for (const std::int32_t year : years) {
        const model::NodeId node = evaluator.graph().node_of(series, year);
        const double value = node == model::no_node ? std::nan("") : evaluator.in_unit(node);
        values.push_back(std::isfinite(value) ? std::optional(value) : std::nullopt);
    }
    return values;
}

/// Makes the ratios of a variable: one for every choice of members of its lists.
void add_ratios(const Variable& variable, const model::Evaluator& evaluator, MultiYear& view) {
    const model::Graph& graph = evaluator.graph();
    for (const std::uint32_t series : graph.series_of(variable.code)) {
        YearRatio ratio;
        ratio.code = graph.series[series].name;
        ratio.name = variable.title;
        for (const std::string& member : graph.series[series].members) ratio.name += ", " + member;
        ratio.unit = variable.unit;
        ratio.direction = variable.ratio.direction;
        ratio.continuity = variable.ratio.continuity;
        ratio.signal_text = variable.ratio.signal_text;
        ratio.values = values_of(evaluator, series, view.years);
        ratio.signals.resize(view.years.size());
        if (const auto signal = graph.signal_of(ratio.code)) ratio.signals = values_of(evaluator, *signal, view.years);
        view.ratios.push_back(std::move(ratio));
    }
}

YearMoney sum_under(const std::vector<YearLine>& lines, std::string_view rubric, std::size_t years) {
    YearMoney total = detail::zeros(years);
    for (const YearLine& line : lines) {
        if (model::is_under(line.rubric, rubric)) total = detail::plus(total, line.years);
    }
    return total;
}

/// Checks that a total of the model is the sum of the lines that are shown.
void check_total(const YearMoney& total, const YearMoney& lines) {
    for (std::size_t i = 0; i < total.size(); ++i) {
        BEGROOT_CHECK(!total[i] || !lines[i] || *total[i] == *lines[i], "een totaal is niet de som van zijn regels");
    }
}

void check_totals(const MultiYear& view) {
    const std::size_t years = view.years.size();
    check_total(view.income, sum_under(view.lines, "3", years));
    check_total(view.expense, sum_under(view.lines, "4", years));
    check_total(view.result, detail::plus(detail::minus(view.income, view.expense), view.financial));
    check_total(view.assets, sum_under(view.balance, "1", years));
    check_total(view.liabilities, sum_under(view.balance, "2", years));
}

/// Adds the balance items under a rubric, this year and the year before.
struct Stock {
    YearMoney closing;
    YearMoney opening;
    std::string only_item;  ///< its name, when there is one
};

Stock stock_of(const model::Definition& definition, const MoneyReader& reader, std::string_view rubric,
               std::size_t years) {
    Stock stock{detail::zeros(years), detail::zeros(years), {}};
    std::size_t items = 0;
    for (const Variable& variable : definition.variables) {
        if (variable.kind != VariableKind::balance_item || !model::is_under(variable.rubric, rubric)) continue;
        stock.closing = detail::plus(stock.closing, reader.of(variable.code));
        stock.opening = detail::plus(stock.opening, reader.a_year_before(variable.code));
        stock.only_item = ++items == 1 ? variable.title : std::string();
    }
    return stock;
}

YearLine flow(std::string code, std::string name, std::string rubric, YearMoney years) {
    return {std::move(code), std::move(name), Side::balance, "", "", "", std::move(rubric), std::move(years), {}};
}

bool has_item(const MultiYear& view, std::string_view rubric) {
    return std::ranges::any_of(view.balance,
                               [rubric](const YearLine& item) { return model::is_under(item.rubric, rubric); });
}

/// Makes the cash flow by the indirect method; the sum is the model's own kasstroom (checked).
void add_cash_flow(const model::Definition& definition, const MoneyReader& reader, MultiYear& view) {
    if (!has_item(view, "1.7")) return;
    const std::size_t years = view.years.size();
    view.cash_flow.push_back(flow("resultaat", "Resultaat", "", view.result));
    YearMoney total = view.result;
    std::string before;
    for (const YearLine& item : view.balance) {
        const std::string rubric = detail::main_rubric(item.rubric);
        if (rubric == before || rubric == "1.7" || rubric == "2.1") continue;
        before = rubric;
        const Stock stock = stock_of(definition, reader, rubric, years);
        const bool asset = rubric.starts_with('1');
        YearMoney change =
            asset ? detail::minus(stock.opening, stock.closing) : detail::minus(stock.closing, stock.opening);
        total = detail::plus(total, change);
        view.cash_flow.push_back(
            flow(rubric, "Mutatie " + detail::rubric_name(rubric, stock.only_item), rubric, std::move(change)));
    }
    const YearMoney cash = reader.of("kasstroom");
    check_total(cash, total);
    const Stock stock = stock_of(definition, reader, "1.7", years);
    view.cash_flow.push_back(flow("kasstroom", "Kasstroom", "", total));
    view.cash_flow.push_back(flow("begin", "Liquide middelen begin van het jaar", "1.7", stock.opening));
    view.cash_flow.push_back(flow("eind", "Liquide middelen eind van het jaar", "1.7", stock.closing));
}

void add_equity(const model::Definition& definition, const MoneyReader& reader, MultiYear& view) {
    if (!has_item(view, "2.1")) return;
    const Stock stock = stock_of(definition, reader, "2.1", view.years.size());
    const YearMoney expected = detail::plus(stock.opening, view.result);
    view.equity = {flow("begin", "Eigen vermogen begin van het jaar", "2.1", stock.opening),
                   flow("resultaat", "Resultaat", "", view.result),
                   flow("overig", "Overige mutaties", "2.1", detail::minus(stock.closing, expected)),
                   flow("eind", "Eigen vermogen eind van het jaar", "2.1", stock.closing)};
}

}  // namespace

bool YearRatio::is_beyond(std::size_t year) const {
    const std::optional<double>& value = values[year];
    const std::optional<double>& signal = signals[year];
    if (!value || !signal || direction == model::SignalDirection::none) return false;
    return direction == model::SignalDirection::below ? *value < *signal : *value > *signal;
}

MultiYear multi_year(const model::Definition& definition, const model::Evaluator& evaluator,
                     const std::string& scenario, const std::vector<std::int32_t>& years) {
    MultiYear view;
    view.scenario = scenario;
    view.years = years;
    view.base_year = definition.base_year;
    const MoneyReader reader(evaluator, view.years);
    for (const Variable& variable : definition.variables) {
        if (variable.kind == VariableKind::line) {
            view.lines.push_back(line_of(variable, reader));
            view.has_deductions = view.has_deductions || variable.line.through_duo;
            view.base_is_forecast = view.base_is_forecast || variable.line.from_forecast;
        }
        if (variable.kind == VariableKind::balance_item) view.balance.push_back(item_of(variable, reader));
        if (variable.kind == VariableKind::ratio) add_ratios(variable, evaluator, view);
    }
    std::ranges::stable_sort(view.lines, line_before);
    std::ranges::stable_sort(view.balance, detail::rubric_before, &YearLine::rubric);
    for (const auto& [code, total] :
         {std::pair{"totaal_baten", &view.income}, std::pair{"totaal_lasten", &view.expense},
          std::pair{"financieel", &view.financial}, std::pair{"resultaat", &view.result},
          std::pair{"afdrachten_duo", &view.duo_deductions}, std::pair{"netto_baten", &view.net_income},
          std::pair{"totaal_activa", &view.assets}, std::pair{"totaal_passiva", &view.liabilities}}) {
        *total = reader.of(code);
    }
    check_totals(view);
    add_cash_flow(definition, reader, view);
    add_equity(definition, reader, view);
    view.findings = detail::find_in_years(definition, view);
    return view;
}

MultiYearNames name_plan(const Plan& plan) {
    MultiYearNames names;
    names.organisation = plan.organisation;
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        names.speerpunten[speerpunt.id.text()] = speerpunt.name;
        for (const Goal& goal : speerpunt.goals) names.goals[goal.id.text()] = goal.name;
    }
    return names;
}

}  // namespace begroot::report
