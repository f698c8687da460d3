#include "money/format.hpp"
#include "period/calendar_day.hpp"
#include "progress/detail/goal_words.hpp"
#include "progress/goals.hpp"
#include "table/cells.hpp"

#include <algorithm>

namespace begroot::progress {

namespace {

/// The texts of one row; the amount stands apart.
struct RowTexts {
    std::string part;  ///< Plan, Do, Check, Uren, Geld
    std::string what;
    std::string who = {};
    std::string when = {};
    std::string state = {};
    std::string figures = {};
    Tone tone = Tone::plain;  ///< of the state
};

/// Makes the rows of one goal.
class GoalRows {
public:
    GoalRows(const report::Facts& facts, const report::BudgetVsActual& answer, bool one_table)
        : facts_(&facts), answer_(&answer), one_table_(one_table) {}

    void add(const GoalReport& report, Table& table) {
        table_ = &table;
        code_ = report.goal != nullptr ? report.goal->id.text()
                                       : (report.speerpunt != nullptr ? report.speerpunt->id.text() : "plan");
        last_part_.clear();
        if (report.goal != nullptr)
            add_goal(*report.goal, report);
        else
            add_whole(report);
    }

private:
    void row(RowTexts texts, Cell amount = {}) {
        Row made;
        if (one_table_) made.cells.push_back(text_cell(code_));
        const bool again = !one_table_ && texts.part == last_part_;
        last_part_ = texts.part;
        made.cells.push_back(text_cell(again ? "" : texts.part));
        for (std::string* text : {&texts.what, &texts.who, &texts.when, &texts.state, &texts.figures})
            made.cells.push_back(text_cell(std::move(*text)));
        made.cells[made.cells.size() - 2].tone = texts.tone;
        made.cells.push_back(std::move(amount));
        table_->rows.push_back(std::move(made));
    }

    void paragraphs(const char* part, const Paragraphs& texts) {
        for (const std::string& text : texts) row({part, text});
    }

    void add_whole(const GoalReport& report) {
        if (report.speerpunt != nullptr) {
            const Speerpunt& speerpunt = *report.speerpunt;
            if (!speerpunt.inspection_code.empty()) row({"Code", detail::inspection_text(speerpunt)});
            if (!speerpunt.development_points_printed.empty())
                row({"Ontwikkelpunt", speerpunt.development_points_printed});
            paragraphs("Toelichting", speerpunt.explanation);
            paragraphs("Agenda", speerpunt.agenda);
            paragraphs("Belang", speerpunt.importance);
            paragraphs("Bereiken", speerpunt.aims);
            paragraphs("Leidt tot", speerpunt.outcome);
            paragraphs("Meten", speerpunt.measuring);
            paragraphs("Incidenteel", speerpunt.incidental);
            paragraphs("Noot", speerpunt.notes);
        } else {
            add_plan(*facts_->plan);
        }
        add_indicators(report);
    }

    void add_plan(const Plan& plan) {
        paragraphs("Kernwaarden", plan.core_values);
        if (!plan.legend.empty()) row({"Legenda", plan.legend});
        for (const Organisation& organisation : plan.organisations) {
            const Organisation* whole =
                organisation.part_of.empty() ? nullptr : find_organisation(plan, organisation.part_of);
            row({"Organisatie", organisation.name,
                 organisation_kind_names()[static_cast<std::size_t>(organisation.kind)] +
                     (whole != nullptr ? " van " + whole->name : "")});
        }
    }

    void add_goal(const Goal& goal, const GoalReport& report) {
        paragraphs("Achtergrond", goal.background);
        paragraphs("Plan", goal.plan);
        for (const Activity& activity : goal.activities) add_activity(activity);
        paragraphs("Planning", goal.planning);
        for (const PhaseMarks& phase : goal.phases)
            row({"Fasen", phase.name, "", detail::phase_years(phase), "",
                 std::string(static_cast<std::size_t>(phase.marks), 'x')});
        paragraphs("Check", goal.check);
        add_indicators(report);
        if (goal.outcome || goal.level != GoalLevel::school_goal) {
            const auto& outcome = goal.outcome;
            row({"Behaald", outcome ? outcome->source : "", "", outcome && outcome->on ? dutch_text(*outcome->on) : "",
                 detail::outcome_text(goal), "",
                 outcome && outcome->reached == Reached::yes ? Tone::favourable : Tone::plain});
        }
        if (goal.hours) add_hours(*goal.hours);
        paragraphs("Organisatie", goal.organisation);
        paragraphs("Communicatie", goal.communication);
        if (report.money != nullptr && goal.level != GoalLevel::school_goal) add_money(goal, *report.money);
        for (const std::int64_t number : goal.footnotes) add_footnote(number);
        for (const Activity& activity : goal.activities) {
            for (const std::int64_t number : activity.footnotes) add_footnote(number);
        }
        paragraphs("Noot", goal.notes);
    }

    void add_activity(const Activity& activity) {
        RowTexts texts{"Do", activity.letter + ". " + full_text(activity)};
        for (const std::string& one : activity.who) texts.who += (texts.who.empty() ? "" : "; ") + one;
        texts.when = activity.when.words;
        texts.state = detail::status_text(activity);
        if (activity.status == ActivityStatus::done) texts.tone = Tone::favourable;
        texts.figures = activity.state;
        row(std::move(texts));
    }

    void add_indicators(const GoalReport& report) {
        for (const IndicatorReport& one : report.indicators) {
            const Indicator& indicator = *one.indicator;
            RowTexts texts{"Check", indicator.text};
            texts.who = indicator.method;
            texts.when = !indicator.target_when.empty() ? indicator.target_when
                         : indicator.target_on          ? dutch_text(*indicator.target_on)
                                                        : "";
            texts.state = detail::verdict_text(one.progress);
            texts.figures = detail::figures_text(indicator, one.progress);
            if (one.progress.verdict == Verdict::reached) texts.tone = Tone::favourable;
            if (one.progress.verdict == Verdict::not_reached) texts.tone = Tone::unfavourable;
            row(std::move(texts));
        }
    }

    void add_hours(const Hours& hours) {
        const std::string on = hours.on ? "tot en met " + dutch_text(*hours.on) : "";
        row({"Uren", "toegekend", hours.source, "", "", detail::hours_text(hours.granted_hundredths)});
        row({"Uren", "gebruikt", "", on, "", detail::hours_text(hours.used_hundredths)});
        if (!hours.granted_hundredths || !hours.used_hundredths) return;
        const std::int64_t left = *hours.granted_hundredths - *hours.used_hundredths;
        row({"Uren", "over", "", "", left >= 0 ? "binnen de uren" : "meer dan toegekend", detail::hours_text(left),
             left >= 0 ? Tone::favourable : Tone::unfavourable});
    }

    void add_money(const Goal& goal, const report::Line& line) {
        const std::string year = to_text(answer_->year);
        Cell budget = money_cell(line.amounts.budget);
        const std::string mark = mark_text(line.kind);
        if (!mark.empty()) budget.value = Mark{mark};
        const bool silent = goal.amount.printed.empty() && !line.amounts.budget;
        row({"Geld", "begroot " + year + (goal.amount.description.empty() ? "" : ": " + goal.amount.description), "",
             "", silent ? "geen bedrag genoemd" : ""},
            std::move(budget));
        for (const AmountPart& part : goal.amount.parts)
            row({"Geld", "waarvan " + part.description}, money_cell(part.amount));
        for (const BookedPart& part : goal.amount.booked)
            row({"Geld", "geboekt bij speerpunt " + part.at.text()}, money_cell(part.amount));
        add_partners(goal, line);
        if (goal.amount.derivation) {
            for (const std::string& reading : goal.amount.derivation->readings)
                row({"Geld", "mogelijke herkomst: " + goal.amount.derivation->from + " gedeeld door " +
                                 std::to_string(goal.amount.derivation->divisor) + "; " + reading});
        }
        for (const EarlierCost& earlier : goal.earlier)
            row({"Geld", std::to_string(earlier.year) + ", telt niet mee: " + earlier.description},
                money_cell(earlier.amount));
        paragraphs("Kosten", goal.cost_text);
        if (facts_->ledger == nullptr) return;
        const std::string until =
            "t/m " + std::string(month_name(answer_->until.month)) + " " + std::to_string(answer_->until.year);
        if (line.amounts.budget_to_date) row({"Geld", "begroot " + until}, money_cell(line.amounts.budget_to_date));
        row({"Geld", "werkelijk " + until}, money_cell(line.amounts.actual));
        add_claims(line);
        if (line.amounts.variance) {
            const bool good = *line.amounts.variance >= Money();
            row({"Geld", "verschil", "", "", line.amounts.variance->is_zero() ? "" : (good ? "voordelig" : "nadelig"),
                 "", good ? Tone::favourable : Tone::unfavourable},
                money_cell(line.amounts.variance));
        }
        row({"Geld", "prognose " + year}, money_cell(line.amounts.forecast));
    }

    /// Shows the partners; with shares also the whole and everyone's part of it.
    void add_partners(const Goal& goal, const report::Line& line) {
        const report::SharedCost* shared = shared_cost(line);
        if (shared == nullptr) {
            for (const Partner& partner : goal.partners)
                row({"Geld", of_partner(partner.name, partner.role), "", "", "",
                     partner.share ? partner.share->printed : ""});
            return;
        }
        if (!shared->cashier.empty()) row({"Geld", "kassier", shared->cashier});
        if (shared->another_pays && shared->budget)
            row({"Geld", "begroot van allen samen"}, money_cell(shared->budget));
        for (const report::CostPart& part : shared->parts) {
            const bool is_line = shared->another_pays && part.bearer.is_own;
            row({"Geld", of_partner(part.bearer.name, part.bearer.role), "", "", is_line ? "eigen deel: begroot" : "",
                 part.bearer.share},
                money_cell(part.budget));
        }
    }

    [[nodiscard]] const report::SharedCost* shared_cost(const report::Line& line) const {
        const auto is_this = [&](const report::SharedCost& one) { return &answer_->lines[one.line] == &line; };
        const auto found = std::ranges::find_if(answer_->shared, is_this);
        return found != answer_->shared.end() ? &*found : nullptr;
    }

    /// Shows what the partners still owe of what was spent.
    void add_claims(const report::Line& line) {
        const report::SharedCost* shared = shared_cost(line);
        if (shared == nullptr) return;
        for (const report::CostPart& part : shared->parts) {
            if (part.claim) row({"Geld", "te vorderen van " + part.bearer.name}, money_cell(part.claim));
        }
    }

    static std::string of_partner(const std::string& name, const std::string& role) {
        return "waarvan " + name + (role.empty() ? "" : " (" + role + ")");
    }

    void add_footnote(std::int64_t number) {
        const Footnote* footnote = find_footnote(*facts_->plan, number);
        if (footnote != nullptr) row({"Voetnoot", std::to_string(number) + ". " + footnote->text});
    }

    const report::Facts* facts_;
    const report::BudgetVsActual* answer_;
    bool one_table_;
    Table* table_ = nullptr;
    std::string code_;
    std::string last_part_;
};

std::vector<Column> goal_columns(bool one_table) {
    std::vector<Column> all;
    if (one_table) all.push_back({"code", "Code", ColumnKind::text, 0, 8});
    all.insert(all.end(), {{"onderdeel", "Onderdeel", ColumnKind::text, 0, 12},
                           {"wat", "Wat", ColumnKind::text, 0, 60},
                           {"wie", "Wie, waaruit", ColumnKind::text, 1, 28},
                           {"wanneer", "Wanneer", ColumnKind::text, 0, 20},
                           {"stand", "Stand", ColumnKind::text, 0, 20},
                           {"cijfers", "Cijfers", ColumnKind::text, 0, 32},
                           {"bedrag", "Bedrag", ColumnKind::money, 0, 0}});
    return all;
}

std::string title_of(const GoalReport& report) {
    if (report.speerpunt == nullptr) return "Het hele plan";
    if (report.goal == nullptr) {
        return heading(report.speerpunt->kind) + " " + report.speerpunt->id.text() + ": " + report.speerpunt->name;
    }
    return heading(report.goal->level) + " " + report.goal->id.text() + ": " + report.goal->name;
}

std::string name_of_table(const GoalReport& report) {
    if (report.speerpunt == nullptr) return "Plan";
    return report.goal == nullptr ? "Speerpunt " + report.speerpunt->id.text() : "Doel " + report.goal->id.text();
}

}  // namespace

Document to_document(const report::Facts& facts, const report::BudgetVsActual& answer,
                     const std::vector<GoalReport>& goals, bool one_table) {
    const Plan& plan = *facts.plan;
    Document document;
    document.title = "Doelen";
    document.subject = plan.organisation + ", " + plan.title;
    GoalRows rows(facts, answer, one_table);
    for (const GoalReport& report : goals) {
        if (document.tables.empty() || !one_table) {
            Table table;
            table.name = one_table ? "Doelen" : name_of_table(report);
            table.title = one_table ? "Doelen" : title_of(report);
            table.columns = goal_columns(one_table);
            document.tables.push_back(std::move(table));
        }
        rows.add(report, document.tables.back());
    }
    if (document.tables.empty()) {
        Table table;
        table.name = table.title = "Doelen";
        table.columns = goal_columns(one_table);
        table.notes = {"Er zijn geen doelen."};
        document.tables.push_back(std::move(table));
    }
    document.tables.front().subtitles = {plan.organisation + " · " + plan.title + " · " + name_of(answer.year)};
    if (const std::string budget = report::budget_words(facts); !budget.empty())
        document.tables.front().subtitles.push_back("Begroting: " + budget);
    check_document(document);
    return document;
}

}  // namespace begroot::progress
