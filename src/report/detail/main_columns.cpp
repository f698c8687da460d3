#include "report/detail/main_rows.hpp"

namespace begroot::report::detail {

namespace {

std::string name_head(const Plan& plan, Per per) {
    const LevelWords words = level_words(plan);
    switch (per) {
        case Per::speerpunt:
            return words.speerpunt;
        case Per::goal:
            return words.speerpunt + " en " + words.goal;
        case Per::activity:
            return words.speerpunt + ", " + words.goal + " en activiteit";
        case Per::account:
            return "Rekening";
        case Per::cost_centre:
            return "Kostenplaats";
        case Per::cost_unit:
            return "Kostendrager";
        case Per::rubric:
            return "RJ-rubriek";
        case Per::board:
            return "Bestuur";
        case Per::neighbourhood:
            return "Buurt";
    }
    return "";
}

}  // namespace

std::string year_words(const BudgetVsActual& answer) {
    const auto& part = answer.options.part;
    return part ? "deel " + to_text(part->year) : to_text(answer.year);
}

MainColumns main_columns(const Plan& plan, const BudgetVsActual& answer, Medium medium) {
    MainColumns main;
    const std::string year = year_words(answer);
    const std::string until = "t/m " + std::string(month_name(answer.until.month)).substr(0, 3);
    const auto add = [&main](std::string id, std::string head, ColumnKind kind, std::uint8_t drop_order,
                             std::uint16_t width) {
        main.columns.push_back({std::move(id), std::move(head), kind, drop_order, width});
        return main.columns.size() - 1;
    };
    main.code = add("code", "Code", ColumnKind::text, 0, 14);
    main.name = add("naam", name_head(plan, answer.options.per), ColumnKind::text, 0, 44);
    if (medium == Medium::workbook) {
        main.printed = add("gedrukt", "Gedrukt in\nhet jaarplan", ColumnKind::text, 0, 40);
        main.skipped = add("niet_opgeteld", "Niet\nopgeteld", ColumnKind::text, 0, 28);
    }
    main.budget = add("begroot", "Begroot\n" + year, ColumnKind::money, 0, 0);
    main.budget_to_date = add("begroot_tot", "Begroot\n" + until, ColumnKind::money, 0, 0);
    main.actual = add("werkelijk", "Werkelijk\n" + until, ColumnKind::money, 0, 0);
    main.variance = add("verschil", "Verschil\neuro", ColumnKind::money, 0, 0);
    main.percent = add("verschil_procent", "Verschil\n%", ColumnKind::percent, 3, 0);
    main.verdict = add("oordeel", "Oordeel", ColumnKind::text, 0, 10);
    main.remaining = add("nog_te_besteden", "Nog te\nbesteden", ColumnKind::money, 2, 0);
    main.forecast = add("prognose", "Prognose\n" + year, ColumnKind::money, 4, 0);
    main.phasing = add("fasering", "Fasering", ColumnKind::text, 1, 22);
    return main;
}

}  // namespace begroot::report::detail
