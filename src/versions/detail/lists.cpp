#include "period/calendar_day.hpp"
#include "table/cells.hpp"
#include "versions/detail/words.hpp"

namespace begroot::versions::detail {

namespace {

/// What changes add to one side: structureel, incidenteel, not said, and in all.
struct SideSums {
    Money structural, incidental, not_said, total;
};

/// Adds the changes of one side that `counts` chooses.
template <typename Counts>
SideSums sums_of(const VersionedBudget& budget, Side side, const Counts& counts) {
    SideSums sums;
    for (const BudgetChange& change : budget.changes) {
        if (change.mutation.side != side || !counts(change)) continue;
        const std::optional<Nature>& nature = change.mutation.nature;
        (!nature ? sums.not_said : *nature == Nature::structural ? sums.structural : sums.incidental) += change.amount;
        sums.total += change.amount;
    }
    return sums;
}

std::string name_of(Nature nature) { return nature_names().at(static_cast<std::size_t>(nature)); }

Cell day_cell(Day day) {
    Cell cell;
    cell.value = day;
    return cell;
}

Table make_versions_list(const VersionedBudget& budget) {
    Table table;
    table.name = table.title = "Begrotingswijzigingen";
    table.columns = {{"versie", "Versie", ColumnKind::text, 0, 18},   {"datum", "Datum", ColumnKind::day, 0, 0},
                     {"naam", "Naam", ColumnKind::text, 1, 30},       {"reden", "Reden", ColumnKind::text, 0, 40},
                     {"besluit", "Besluit", ColumnKind::text, 0, 30}, {"lasten", "Lasten", ColumnKind::money, 0, 0},
                     {"baten", "Baten", ColumnKind::money, 0, 0}};
    for (std::size_t i = 0; i < budget.versions.size(); ++i) {
        const BudgetVersion& version = budget.versions[i];
        const auto of_version = [i](const BudgetChange& change) { return change.version == i; };
        table.rows.push_back({RowRole::body,
                              0,
                              {text_cell(version.code), day_cell(version.date), text_cell(version.name),
                               text_cell(version.reason.empty() ? "(geen reden)" : version.reason),
                               text_cell(version.decision.empty() ? "(geen besluit)" : version.decision),
                               money_cell(sums_of(budget, Side::expense, of_version).total),
                               money_cell(sums_of(budget, Side::income, of_version).total)}});
    }
    table.notes = {"Lasten en baten zijn wat erbij komt; onder nul gaat eraf."};
    return table;
}

/// Splits all changes by what comes back every year and what does not.
Table make_nature_table(const VersionedBudget& budget) {
    Table table;
    table.name = "Structureel-incidenteel";
    table.title = "Wijzigingen: structureel en incidenteel";
    table.columns = {{"kant", "Kant", ColumnKind::text, 0, 24},
                     {"structureel", "Structureel", ColumnKind::money, 0, 0},
                     {"incidenteel", "Incidenteel", ColumnKind::money, 0, 0},
                     {"niet_gezegd", "Niet gezegd", ColumnKind::money, 0, 0},
                     {"totaal", "Totaal", ColumnKind::money, 0, 0}};
    const auto all = [](const BudgetChange&) { return true; };
    const SideSums income = sums_of(budget, Side::income, all);
    const SideSums expense = sums_of(budget, Side::expense, all);
    const auto add = [&table](RowRole role, const std::string& name, const SideSums& sums) {
        const std::size_t row = table.rows.size();
        Cell total = money_cell(sums.total);
        total.formula = {std::string("SUM("), RangeRef{"", row, 1, row, 3}, std::string(")")};
        table.rows.push_back({role,
                              0,
                              {text_cell(name), money_cell(sums.structural), money_cell(sums.incidental),
                               money_cell(sums.not_said), std::move(total)}});
    };
    add(RowRole::body, "Baten", income);
    add(RowRole::body, "Lasten", expense);
    add(RowRole::total, "Resultaat (baten min lasten)",
        {income.structural - expense.structural, income.incidental - expense.incidental,
         income.not_said - expense.not_said, income.total - expense.total});
    table.notes = {"Alle wijzigingen samen, naar de aard die de mutatie zelf noemt."};
    return table;
}

Table make_mutations_list(const VersionedBudget& budget) {
    Table table;
    table.name = table.title = "Mutaties";
    table.columns = {{"versie", "Versie", ColumnKind::text, 0, 18},
                     {"waar", "Waar", ColumnKind::text, 0, 24},
                     {"bedrag", "Bedrag", ColumnKind::money, 0, 0},
                     {"ervoor", "Stond er", ColumnKind::text, 0, 12},
                     {"erna", "Wordt", ColumnKind::text, 0, 12},
                     {"aard", "Aard", ColumnKind::text, 0, 12},
                     {"omschrijving", "Omschrijving", ColumnKind::text, 0, 44},
                     {"rekening", "Rekening", ColumnKind::text, 2, 12},
                     {"regel", "Regel\nmodel", ColumnKind::count, 1, 0}};
    for (const BudgetChange& change : budget.changes) {
        const Mutation& mutation = change.mutation;
        Cell line;
        line.value = static_cast<std::int64_t>(mutation.place.line);
        table.rows.push_back(
            {RowRole::body,
             0,
             {text_cell(budget.versions[change.version].code), text_cell(place_of(mutation)), money_cell(change.amount),
              text_cell(mark_of(change.before)), text_cell(mark_of(change.after)),
              text_cell(mutation.nature ? name_of(*mutation.nature) : ""), text_cell(mutation.description),
              text_cell(mutation.account.text()), line}});
    }
    table.notes = {
        "Bedrag is wat erbij komt; onder nul gaat eraf. \"Stond er\" en \"Wordt\" zijn gevuld waar geen "
        "bedrag stond of staat; dat telt als niets."};
    return table;
}

}  // namespace

std::string place_of(const Mutation& mutation) {
    if (!mutation.goal.empty()) return mutation.goal.text();
    return mutation.side == Side::income ? "baten buiten het jaarplan" : "lasten buiten het jaarplan";
}

std::string mark_of(AmountKind kind) {
    if (kind == AmountKind::blank) return "leeg";
    return mark_text(kind);
}

std::vector<Table> make_lists(const VersionedBudget& budget) {
    return {make_versions_list(budget), make_nature_table(budget), make_mutations_list(budget)};
}

}  // namespace begroot::versions::detail
