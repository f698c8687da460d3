#include "versions/versions.hpp"

#include "base/check.hpp"
#include "base/nearest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace begroot::versions {

namespace {

constexpr std::string_view forecast_prefix = "prognose:";
constexpr std::string_view actual_code = "realisatie";

using Column = std::optional<Money> report::Amounts::*;

/// The amounts of every row of one table.
struct TableRows {
    std::vector<VersionRow> rows;
    std::vector<report::Amounts> amounts;
    std::vector<AmountKind> kinds;

    void add(VersionRow row, const report::Amounts& of_row, AmountKind kind) {
        rows.push_back(std::move(row));
        amounts.push_back(of_row);
        kinds.push_back(kind);
    }
};

std::optional<Money> plus(const std::optional<Money>& a, const std::optional<Money>& b) {
    if (!a) return b;
    return b ? std::optional(*a + *b) : a;
}

AmountKind kind_of(const std::optional<Money>& amount) {
    if (!amount) return AmountKind::blank;
    return amount->is_zero() ? AmountKind::zero : AmountKind::amount;
}

/// Puts the rows of a table below each other: the plan, what stands outside it, and the whole organisation.
TableRows rows_of(const report::BudgetVsActual& table) {
    TableRows made;
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        const report::Line& line = table.lines[i];
        const bool head = line.level == report::Level::speerpunt;
        made.add({RowKind::line, line.level, line.code, line.name, head}, line.amounts, line.kind);
    }
    made.add({RowKind::total, {}, "totaal", "Totaal jaarplan", false}, table.total, kind_of(table.total.budget));
    if (!table.unassigned.actual && !table.unassigned.budget) return made;
    for (const report::Line& line : table.remainder)
        made.add({RowKind::remainder, {}, line.code, line.name, false}, line.amounts, line.kind);
    made.add({RowKind::unassigned, {}, "niet_toegewezen", "Niet toegewezen (lasten min baten)", false},
             table.unassigned, kind_of(table.unassigned.budget));
    report::Amounts whole;
    for (const Column column : {&report::Amounts::budget, &report::Amounts::actual, &report::Amounts::forecast})
        whole.*column = plus(table.total.*column, table.unassigned.*column);
    made.add({RowKind::whole, {}, "hele_organisatie", "Hele organisatie (lasten min baten)", false}, whole,
             kind_of(whole.budget));
    return made;
}

std::vector<Figure> figures_of(const TableRows& rows, Column column) {
    std::vector<Figure> figures;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        const std::optional<Money>& amount = rows.amounts[i].*column;
        const bool budget = column == &report::Amounts::budget;
        figures.push_back(
            {amount, budget ? rows.kinds[i] : kind_of(amount), budget ? rows.amounts[i].skipped : SkippedAmounts{}});
    }
    return figures;
}

/// Makes the columns one after another.
class Maker {
public:
    explicit Maker(const management::Input& input) : input_(input) {}

    [[nodiscard]] Result<Versions> make() {
        const std::size_t states = input_.facts.versions != nullptr ? input_.facts.versions->states.size() : 1;
        for (std::size_t state = 0; state < states; ++state) {
            if (auto error = add_budget(state)) return failure(std::move(*error));
        }
        check_changes();
        if (input_.facts.ledger == nullptr) return std::move(made_);
        const Month known = report::last_month_with_postings(input_.facts);
        for (const Moment& moment : input_.facts.plan->moments) {
            if (moment.until > known) continue;
            if (auto error = add_forecast(moment)) return failure(std::move(*error));
        }
        if (auto error = add_actual(known)) return failure(std::move(*error));
        return std::move(made_);
    }

private:
    [[nodiscard]] Result<report::BudgetVsActual> table_of(const report::Facts& facts,
                                                          const std::optional<Month>& until) const {
        return report::compare_budget_with_actual(facts, {report::Per::goal, report::View::plan, until});
    }

    [[nodiscard]] std::optional<Error> add_budget(std::size_t state) {
        const report::Facts facts = report::with_state(input_.facts, state);
        auto table = table_of(facts, year_of(*facts.plan).last());
        if (!table) return table.error();
        const TableRows rows = rows_of(*table);
        if (made_.rows.empty()) made_.rows = rows.rows;
        made_.budgets.push_back(
            {FigureKind::budget, budget_of(facts), budget_of(facts), {}, figures_of(rows, &report::Amounts::budget)});
        made_.findings = std::move(table->findings);  // of the last budget, which is the one that counts
        return std::nullopt;
    }

    /// Puts the forecasts of the report in the place of those of the table.
    [[nodiscard]] std::optional<Error> add_forecast(const Moment& moment) {
        management::Input input = input_;
        input.facts = report::with_budget_of(input_.facts, moment.until);
        auto table = table_of(input.facts, moment.until);
        if (!table) return table.error();
        const auto forecasts = management::forecast_lines(input.facts, *table, *input.rules, moment.code);
        for (std::size_t i = 0; i < table->lines.size(); ++i)
            table->lines[i].amounts.forecast = forecasts.of_lines[i].amount;
        table->total.forecast = forecasts.total;
        made_.findings.insert(made_.findings.end(), forecasts.findings.begin(), forecasts.findings.end());
        made_.forecasts.push_back({FigureKind::forecast, std::string(forecast_prefix) + moment.code,
                                   budget_of(input.facts), moment.until,
                                   figures_of(rows_of(*table), &report::Amounts::forecast)});
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> add_actual(Month known) {
        const report::Facts facts = report::with_budget_of(input_.facts, known);
        const auto table = table_of(facts, known);
        if (!table) return table.error();
        made_.actual = Figures{FigureKind::actual, std::string(actual_code), budget_of(facts), known,
                               figures_of(rows_of(*table), &report::Amounts::actual)};
        return std::nullopt;
    }

    [[nodiscard]] static std::string budget_of(const report::Facts& facts) {
        const std::string code = report::budget_code(facts);
        return code.empty() ? std::string(primitive_code) : code;
    }

    /// Aborts unless in every row of the plan and outside it the first budget and all changes give the last one.
    void check_changes() const {
        if (input_.facts.versions == nullptr) return;
        for (std::size_t row = 0; row < made_.rows.size(); ++row) {
            Money total = made_.budgets.front().of_rows[row].amount.value_or(Money());
            for (const BudgetChange& change : input_.facts.versions->changes) {
                if (touches(change, made_.rows[row])) total += debit_positive(change.mutation.side, change.amount);
            }
            BEGROOT_CHECK(total == made_.budgets.back().of_rows[row].amount.value_or(Money()),
                          "primitief en wijzigingen tellen niet op tot de actuele begroting");
        }
    }

    [[nodiscard]] bool touches(const BudgetChange& change, const VersionRow& row) const {
        const GoalId& goal = change.mutation.goal;
        switch (row.kind) {
            case RowKind::line:
                return !goal.empty() && (row.is_head ? speerpunt_of(goal) == row.code : goal.text() == row.code);
            case RowKind::total:
                return !goal.empty();
            case RowKind::remainder:
                return goal.empty() && row.code == "buiten_jaarplan" && input_.facts.budget != nullptr;
            case RowKind::unassigned:
                return goal.empty() && input_.facts.budget != nullptr;
            case RowKind::whole:
                return !goal.empty() || input_.facts.budget != nullptr;
        }
        return false;
    }

    [[nodiscard]] std::string speerpunt_of(const GoalId& id) const {
        const Goal* goal = find_goal(*input_.facts.plan, id);
        return goal != nullptr ? goal->speerpunt.text() : std::string();
    }

    const management::Input& input_;
    Versions made_;
};

}  // namespace

const char* figure_kind_name(FigureKind kind) {
    switch (kind) {
        case FigureKind::budget:
            return "begroting";
        case FigureKind::forecast:
            return "prognose";
        case FigureKind::actual:
            return "realisatie";
    }
    return "";
}

Result<Versions> show_versions(const management::Input& input) { return Maker(input).make(); }

std::optional<Money> change_of(const Versions& versions, std::size_t version, std::size_t row) {
    const Figure& before = versions.budgets[version].of_rows[row];
    const Figure& after = versions.budgets[version + 1].of_rows[row];
    const Money change = after.amount.value_or(Money()) - before.amount.value_or(Money());
    if (change.is_zero() && before.kind == after.kind) return std::nullopt;
    return change;
}

std::vector<std::string> comparable_codes(const Versions& versions) {
    std::vector<std::string> codes;
    for (const auto* list : {&versions.budgets, &versions.forecasts}) {
        for (const Figures& figures : *list) codes.push_back(figures.code);
    }
    codes.insert(codes.begin() + static_cast<std::ptrdiff_t>(versions.budgets.size()), std::string(current_code));
    if (versions.actual) codes.push_back(versions.actual->code);
    return codes;
}

Result<const Figures*> find_figures(const Versions& versions, const std::string& option, const std::string& code) {
    if (code == current_code) return &versions.budgets.back();
    for (const auto* list : {&versions.budgets, &versions.forecasts}) {
        const auto found = std::ranges::find(*list, code, &Figures::code);
        if (found != list->end()) return &*found;
    }
    if (versions.actual && versions.actual->code == code) return &*versions.actual;
    const std::vector<std::string> codes = comparable_codes(versions);
    std::string list;
    for (const std::string& one : codes) list += (list.empty() ? "" : ", ") + one;
    const auto meant = nearest(code, codes);
    return failure({ErrorKind::usage,
                    {},
                    "\"" + code + "\" is geen keuze voor " + option,
                    list,
                    meant ? "bedoelde u \"" + *meant + "\"?" : "kies een van deze woorden"});
}

std::optional<Money> difference(const Figures& from, const Figures& to, std::size_t row) {
    const std::optional<Money>& a = from.of_rows[row].amount;
    const std::optional<Money>& b = to.of_rows[row].amount;
    if (!a && !b) return std::nullopt;
    return a.value_or(Money()) - b.value_or(Money());
}

}  // namespace begroot::versions
