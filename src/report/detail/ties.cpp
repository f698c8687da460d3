#include "money/format.hpp"
#include "report/detail/lines.hpp"

#include <algorithm>
#include <map>

namespace begroot::report::detail {

namespace {

/// Lists the cells of budget parts for a person: `Begroting 2025!R77, R78`.
std::string cells_of(const Facts& facts, const std::vector<std::size_t>& parts) {
    constexpr std::size_t cells_shown_max = 5;
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == cells_shown_max) return text + ", …";
        const BudgetLine& line = facts.budget->lines[(*facts.budget_parts)[parts[i]].line];
        text += (text.empty() ? "" : ", ") + to_text(to_place(line.year_origin));
    }
    return text;
}

void report_slot(const Facts& facts, const Slot& slot, Money workbook, Findings& findings) {
    const Goal& goal = *slot.goal;
    const bool elsewhere = slot.at != goal.speerpunt;
    const std::string where = "doel " + goal.id.text() + (elsewhere ? ", geboekt bij speerpunt " + slot.at.text() : "");
    Finding finding{Severity::error, "plan_begroting_verschil", goal.place, "", "", ""};
    finding.found = "het jaarplan begroot " +
                    (slot.amount ? format_euro(*slot.amount) : "\"" + goal.amount.printed + "\" (geen bedrag)") +
                    " voor " + where;
    finding.expected = slot.budget_parts.empty()
                           ? "een begrotingsregel in het werkboek; geen enkele koppelregel vindt er een"
                           : format_euro(workbook) + " volgens " + cells_of(facts, slot.budget_parts);
    finding.action = "verbeter het jaarplan, de begroting of de koppelregel";
    findings.push_back(std::move(finding));
}

bool controls_tie(const Budget& budget) {
    const auto line_ties = [](const BudgetLine& line) { return !line.months || sum(*line.months) == line.year; };
    const auto control_ties = [](const BudgetControl& control) { return control.printed == control.imported; };
    return std::ranges::all_of(budget.lines, line_ties) && std::ranges::all_of(budget.controls, control_ties);
}

/// Says why a posting stands outside the table, as a value that sorts and costs no text.
struct WhyOutside {
    enum class Kind : std::uint8_t { balance, other_year, no_month, later } kind = Kind::balance;
    std::int32_t period_number = 0;  ///< of no_month

    friend auto operator<=>(const WhyOutside&, const WhyOutside&) = default;
};

WhyOutside why_outside(const Facts& facts, const Posting& posting) {
    using Kind = WhyOutside::Kind;
    if (posting.coding->side == Side::balance) return {Kind::balance, 0};
    const PlanYear year = year_of(*facts.plan);
    const BookPeriod period = posting.period();
    if (period.year != year.first().year && period.year != year.last().year) return {Kind::other_year, 0};
    if (period.number < 1 || period.number > 12) return {Kind::no_month, period.number};
    if (!year.contains(Month{period.year, period.number})) return {Kind::other_year, 0};
    return {Kind::later, 0};
}

std::string to_text(const WhyOutside& why, PlanYear year, Month until) {
    switch (why.kind) {
        case WhyOutside::Kind::balance:
            return "balansrekening";
        case WhyOutside::Kind::other_year:
            return "buiten " + name_of(year);
        case WhyOutside::Kind::no_month:
            return "periode " + std::to_string(why.period_number) + " is geen maand van " + name_of(year);
        case WhyOutside::Kind::later:
            break;
    }
    return "later dan " + begroot::to_text(until);
}

std::string or_empty(const std::string& code) { return code.empty() ? "(leeg)" : code; }

/// Names every posting that no rule caught, whatever the table shows; after very many it counts the rest.
void report_unassigned(const Facts& facts, Month until, Findings& findings) {
    constexpr std::int64_t named_max = 10'000;
    std::int64_t count = 0;
    Money rest;
    Place rest_place;
    for (const PostingPart& part : *facts.posting_parts) {
        if (target_of(part, *facts.rules).kind != TargetKind::unassigned) continue;
        const Posting& posting = facts.ledger->postings[part.posting];
        if (!counts(facts, posting, until)) continue;
        if (++count > named_max) {
            if (count == named_max + 1) rest_place = to_place(posting.origin());
            rest += part.amount;
            continue;
        }
        const Coding& coding = *posting.coding;
        findings.push_back({Severity::warning, "niet_toegewezen", to_place(posting.origin()),
                            format_euro(part.amount) + " op rekening " + coding.account.text() + ", kostenplaats " +
                                or_empty(coding.cost_centre.text()) + ", kostendrager " +
                                or_empty(coding.cost_unit.text()) + ", \"" + std::string(posting.description.text()) +
                                "\"",
                            "een koppelregel die past", "maak een koppelregel of laat de boeking verbeteren"});
    }
    if (count <= named_max) return;
    findings.push_back({Severity::warning, "niet_toegewezen", rest_place,
                        "vanaf hier nog " + std::to_string(count - named_max) +
                            " boeking(en) zonder koppelregel, samen " + format_euro(rest),
                        "een koppelregel die past",
                        "maak eerst koppelregels; begroot herkomst met de code zonder_regel noemt elke boeking"});
}

void report_unassigned_budget(const Facts& facts, Findings& findings) {
    for (const BudgetPart& part : *facts.budget_parts) {
        if (part.target.kind != TargetKind::unassigned) continue;
        const BudgetLine& line = facts.budget->lines[part.line];
        findings.push_back(
            {Severity::warning, "begroting_niet_toegewezen", to_place(line.year_origin),
             format_euro(line.year) + " begroot op rekening " + line.account.text() + ", \"" + line.name + "\"",
             "een koppelregel die past", "maak een koppelregel, zo nodig naar buiten_jaarplan"});
    }
}

}  // namespace

BudgetTie tie_budget(const Facts& facts, Findings& findings) {
    BudgetTie tie;
    tie.ties = controls_tie(*facts.budget);
    tie.primitive = facts.versions != nullptr;
    const Facts primitive = with_state(facts, 0);  // the workbook is the budget before any version
    for (const Slot& slot : place_parts(primitive, View::booking, std::nullopt).slots) {
        Money workbook;
        for (const std::size_t index : slot.budget_parts) workbook += (*facts.budget_parts)[index].year;
        tie.workbook += workbook;
        tie.plan += slot.amount.value_or(Money());
        if (slot.amount.value_or(Money()) == workbook) continue;
        tie.ties = false;
        report_slot(facts, slot, workbook, findings);
    }
    report_unassigned_budget(facts, findings);
    return tie;
}

void tie_ledger(const Facts& facts, BudgetVsActual& table) {
    LedgerTie tie;
    Money outside_total;
    struct Group {
        std::int64_t count = 0;
        Money amount;
        const Posting* first = nullptr;
    };
    std::map<WhyOutside, Group> groups;
    for (const Posting& posting : facts.ledger->postings) {
        if (counts(facts, posting, table.until)) {
            tie.ledger += posting.amount;
            continue;
        }
        Group& group = groups[why_outside(facts, posting)];
        if (group.count++ == 0) group.first = &posting;
        group.amount += posting.amount;
        outside_total += posting.amount;
    }
    std::map<std::string, const Group*> by_reason;
    for (const auto& [why, group] : groups) by_reason[to_text(why, year_of(*facts.plan), table.until)] = &group;
    for (const auto& [reason, group] : by_reason) {
        table.outside.push_back({reason, group->count, group->amount});
        if (!reason.starts_with("buiten") && !reason.starts_with("periode")) continue;
        table.findings.push_back(
            {Severity::warning, "buiten_boekjaar", to_place(group->first->origin()),
             std::to_string(group->count) + " boeking(en) " + reason + ", samen " + format_euro(group->amount),
             "periode 1 tot en met 12 van het boekjaar",
             "controleer of de periode klopt; ze tellen in geen enkele regel mee"});
    }
    tie.table = table.total.actual.value_or(Money()) + table.unassigned.actual.value_or(Money());
    tie.read = facts.ledger->source_total;
    const bool controls =
        std::ranges::all_of(facts.ledger->controls, [](const LedgerControl& c) { return c.printed == c.imported; });
    tie.ties = tie.ledger == tie.table && tie.ledger + outside_total == tie.read && controls;
    if (tie.ledger != tie.table || tie.ledger + outside_total != tie.read) {
        table.findings.push_back(
            {Severity::error,
             "grootboek_sluit_niet",
             {},
             "de tabel telt op tot " + format_euro(tie.table) + " (lasten min baten)",
             format_euro(tie.ledger) + " volgens het grootboek, en " + format_euro(tie.read) + " ingelezen",
             "gebruik deze tabel niet en meld dit"});
    }
    report_unassigned(facts, table.until, table.findings);
    table.ledger_tie = tie;
}

}  // namespace begroot::report::detail
