#include "report/trace.hpp"

#include "base/nearest.hpp"
#include "report/detail/phased_amount.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace begroot::report {

namespace {

/// The lines whose parts stand behind a code, and the figures to explain.
struct Subject {
    std::string name;
    Amounts amounts;
    std::vector<const Line*> lines;
    std::string printed;
};

/// Gives the lines that carry a head's own amounts: goals below a speerpunt; a line without lines below is its own.
std::vector<const Line*> carriers(const BudgetVsActual& answer, std::size_t index) {
    if (answer.lines[index].level != Level::speerpunt) return {&answer.lines[index]};
    std::vector<const Line*> lines;
    for (const Line& line : answer.lines) {
        if (line.parent == index) lines.push_back(&line);
    }
    if (lines.empty()) lines.push_back(&answer.lines[index]);
    return lines;
}

/// Gives the codes by which lines are traced: a line's own, or `baten:100` and `lasten:100` where both sides have it.
std::vector<std::string> trace_codes(const BudgetVsActual& answer) {
    std::unordered_map<std::string_view, int> counts;
    for (const Line& line : answer.lines) ++counts[line.code];
    std::vector<std::string> codes;
    codes.reserve(answer.lines.size() + answer.remainder.size() + 2);
    for (const Line& line : answer.lines) {
        const bool both = counts[line.code] > 1;
        codes.push_back(both ? (line.side == Side::income ? "baten:" : "lasten:") + line.code : line.code);
    }
    return codes;
}

std::optional<Subject> find_subject(const BudgetVsActual& answer, const std::string& code) {
    const std::vector<std::string> codes = trace_codes(answer);
    if (const auto found = std::ranges::find(codes, code); found != codes.end()) {
        const auto index = static_cast<std::size_t>(found - codes.begin());
        const Line& line = answer.lines[index];
        return Subject{line.name, line.amounts, carriers(answer, index), line.printed};
    }
    for (const Line& line : answer.remainder) {
        if (line.code == code) return Subject{line.name, line.amounts, {&line}, ""};
    }
    Subject subject;
    if (code == "totaal") {
        subject = {"totaal", answer.total, {}, ""};
        for (std::size_t i = 0; i < answer.lines.size(); ++i) {
            if (answer.lines[i].parent) continue;
            const auto lines = carriers(answer, i);
            subject.lines.insert(subject.lines.end(), lines.begin(), lines.end());
        }
        return subject;
    }
    if (code == "niet_toegewezen") {
        subject = {"niet toegewezen", answer.unassigned, {}, ""};
        for (const Line& line : answer.remainder) subject.lines.push_back(&line);
        return subject;
    }
    return std::nullopt;
}

std::string dimension_text(const std::string& account, const std::string& cost_centre, const std::string& cost_unit) {
    return account + " / " + (cost_centre.empty() ? "-" : cost_centre) + " / " + (cost_unit.empty() ? "-" : cost_unit);
}

/// Collects the items of one subject.
class Collector {
public:
    Collector(const Facts& facts, const BudgetVsActual& answer, bool net) : facts_(facts), answer_(answer), net_(net) {}

    /// Adds every posting, times `sign`.
    void add_actual(const Line& line, int sign) {
        for (const std::size_t index : line.posting_parts) {
            const PostingPart& part = (*facts_.posting_parts)[index];
            const Posting& posting = facts_.ledger->postings[part.posting];
            const Coding& coding = *posting.coding;
            const Origin origin = posting.origin();
            add(line, sign,
                {part.amount, to_place(origin), coding.sheet ? coding.sheet->sha256 : "", rule_name(part.rule),
                 std::string(posting.description.text()),
                 dimension_text(coding.account.text(), coding.cost_centre.text(), coding.cost_unit.text()) +
                     " / periode " + std::to_string(posting.period_number),
                 is_computed(origin)});
        }
    }

    /// Adds the workbook's lines of the year, times `sign`.
    void add_workbook_budget(const Line& line, int sign) {
        for (const std::size_t index : line.budget_parts) {
            const BudgetPart& part = (*facts_.budget_parts)[index];
            const BudgetLine& source = facts_.budget->lines[part.line];
            if (source.year_is_sum && part.months)
                add_months(line, part, {0, part.months->size()}, sign);
            else
                add_budget_cell(line, part, {part.year, source.year_origin, ""}, sign);
        }
    }

    /// Adds the budget of the year, times `sign`: the plan's own line, or the workbook's lines where the plan says
    /// nothing; then what versions of the budget changed.
    void add_budget(const Line& line, int sign) {
        if (!line.amounts.budget) return;
        const auto shown = changes_shown(facts_);
        if (line.place.line > 0) {
            add_plan_budget(line, sign);
        } else {
            add_workbook_budget(line, sign);
        }
        for (const std::size_t index : line.changes) add_change(line, sign, index, shown[index].amount);
        if (answer_.options.part) add_rest(line, sign);
    }

    /// Adds the budget to date, times `sign`: the workbook's month cells, or the plan's line spread by its key.
    void add_budget_to_date(const Line& line, int sign) {
        if (!line.amounts.budget_to_date) return;
        const bool by_rule = answer_.options.part && answer_.options.part->split == YearSplit::school_year;
        if (!line.changes.empty() && !by_rule) {
            add_changed_to_date(line, sign);
        } else if (line.phasing != detail::workbook_phasing) {
            add_phased(line, *line.amounts.budget_to_date, line.phasing, sign);
        } else {
            add_workbook_to_date(line, sign);
        }
    }

    /// Tells whether a line's amounts count as income, shown positive and voordelig when above budget.
    [[nodiscard]] bool as_income(const Line& line) const { return line.side == Side::income && !net_; }
    [[nodiscard]] std::vector<TraceItem> take() { return std::move(items_); }

private:
    /// Gives an amount of a line as parts have it: debit positive.
    [[nodiscard]] static Money debit_of(const Line& line, Money amount) {
        return line.side == Side::income ? -amount : amount;
    }

    /// Gives the position, from 0, of the first month that the table counts.
    [[nodiscard]] std::int32_t months_before() const { return answer_.year.position(answer_.counted.first) - 1; }

    [[nodiscard]] Money to_date(const MonthAmounts& months) const {
        return sum_to(months, answer_.year.position(answer_.until)) - sum_to(months, months_before());
    }

    /// Gives the budget of a line in the whole plan, also when a part of it is shown.
    [[nodiscard]] static Money whole_budget(const Line& line) {
        return line.amounts.budget.value_or(Money()) + line.rest_of_plan.value_or(Money());
    }

    /// Adds what the plan itself has for a line, before any version of the budget.
    void add_plan_budget(const Line& line, int sign) {
        const auto shown = changes_shown(facts_);
        Money before = whole_budget(line);
        for (const std::size_t index : line.changes) before -= shown[index].amount;
        if (line.changes.empty() || is_number(shown[line.changes.front()].before))
            add(line, sign, {before, line.place, facts_.model_sha256, "jaarplan", line.printed, "", false});
    }

    /// Takes off what lies outside the part of the plan that is shown.
    void add_rest(const Line& line, int sign) {
        if (line.rest_of_plan.value_or(Money()).is_zero()) return;
        add(line, sign,
            {-debit_of(line, line.rest_of_plan.value_or(Money())), in_model(), facts_.model_sha256,
             "verdeling " + line.phasing, "af: wat in de rest van " + name_of(answer_.year) + " valt", "", false});
    }

    void add_phased(const Line& line, Money amount, const std::string& key, int sign) {
        add(line, sign,
            {debit_of(line, amount), line.place.line > 0 ? line.place : in_model(), facts_.model_sha256,
             "fasering " + key, line.printed, "", false});
    }

    void add_workbook_to_date(const Line& line, int sign) {
        for (const std::size_t index : line.budget_parts) {
            const BudgetPart& part = (*facts_.budget_parts)[index];
            add_months(line, part,
                       {static_cast<std::size_t>(months_before()),
                        static_cast<std::size_t>(answer_.year.position(answer_.until))},
                       sign);
        }
    }

    /// Adds what a line had to date before any version, and what every change did to that.
    void add_changed_to_date(const Line& line, int sign) {
        const Goal* goal = line.place.line > 0 ? goal_of(line) : nullptr;
        if (goal == nullptr) {
            add_workbook_to_date(line, sign);
            const auto months = months_of_changes(facts_);
            for (const std::size_t index : line.changes) add_change(line, sign, index, to_date(months[index]));
            return;
        }
        const auto parts = detail::take_apart(facts_, *goal, whole_budget(line), line.changes, line.budget_parts);
        if (parts.before && parts.before_phased.key == detail::workbook_phasing) {
            add_workbook_to_date(line, sign);
        } else if (parts.before) {
            add_phased(line, to_date(parts.before_phased.months), parts.before_phased.key, sign);
        }
        for (std::size_t i = 0; i < line.changes.size(); ++i)
            add_change(line, sign, line.changes[i], to_date(parts.of_changes[i]));
    }

    /// Finds the goal of a line; what is booked at another speerpunt has that before the code: `6.4.2`.
    [[nodiscard]] const Goal* goal_of(const Line& line) const {
        const bool elsewhere = line.level == Level::booked_elsewhere;
        return find_goal(*facts_.plan, GoalId(elsewhere ? line.code.substr(line.code.find('.') + 1) : line.code));
    }

    /// Adds a change by a version of the budget, at its place in the model.
    void add_change(const Line& line, int sign, std::size_t index, Money amount) {
        const BudgetChange& change = changes_shown(facts_)[index];
        const Mutation& mutation = change.mutation;
        const BudgetVersion& version = facts_.versions->versions[change.version];
        add(line, sign,
            {debit_positive(mutation.side, amount), mutation.place, facts_.model_sha256, version.code,
             mutation.description.empty() ? version.name : mutation.description,
             mutation.account.empty()
                 ? ""
                 : dimension_text(mutation.account.text(), mutation.cost_centre.text(), mutation.cost_unit.text()),
             false});
    }

    [[nodiscard]] std::string rule_name(const std::optional<std::size_t>& rule) const {
        return rule ? (*facts_.rules)[*rule].name : "(geen koppelregel)";
    }

    /// One amount of a budget and the cell behind it; `remark` says which part of that cell counts.
    struct BudgetCell {
        Money amount;
        Origin origin;
        std::string remark;
    };

    /// Names the model as a whole, for what stands in none of its lines.
    [[nodiscard]] Place in_model() const { return {.file = facts_.model_file}; }

    /// Positions of months in the plan's year, from 0; `end` is the one after the last.
    struct Months {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// Adds the cells of these months; months of one cell, as of a school year, are one item.
    void add_months(const Line& line, const BudgetPart& part, Months asked, int sign) {
        const BudgetLine& source = facts_.budget->lines[part.line];
        const MonthAmounts months = part.months ? *part.months : phase(part.year, equal_months());
        for (std::size_t month = asked.begin; month < asked.end;) {
            const std::size_t first = month;
            Money amount = months[month++];
            while (part.months && month < asked.end && source.month_columns[month] == source.month_columns[first])
                amount += months[month++];
            if (amount.is_zero()) continue;
            std::string remark;
            if (source.school_years) remark = " (" + std::to_string(month - first) + "/12 van het schooljaar)";
            add_budget_cell(line, part, {amount, month_origin(source, first), std::move(remark)}, sign);
        }
    }

    void add_budget_cell(const Line& line, const BudgetPart& part, const BudgetCell& cell, int sign) {
        const BudgetLine& source = facts_.budget->lines[part.line];
        add(line, sign,
            {cell.amount, to_place(cell.origin), cell.origin.sheet ? cell.origin.sheet->sha256 : "",
             rule_name(part.rule), source.name + cell.remark,
             dimension_text(source.account.text(), source.cost_centre.text(), source.cost_unit.text()),
             is_computed(cell.origin)});
    }

    /// Amounts of parts are debit positive; an income line shows them the other way round, and a net total does not.
    /// The plan's own amounts are already as shown.
    void add(const Line& line, int sign, TraceItem item) {
        if (as_income(line) != (sign < 0)) item.amount = -item.amount;
        items_.push_back(std::move(item));
    }

    const Facts& facts_;
    const BudgetVsActual& answer_;
    bool net_;
    std::vector<TraceItem> items_;
};

void collect(Collector& collector, const Line& line, TraceColumn column) {
    const bool income = collector.as_income(line);
    switch (column) {
        case TraceColumn::budget:
            collector.add_budget(line, 1);
            break;
        case TraceColumn::budget_to_date:
            collector.add_budget_to_date(line, 1);
            break;
        case TraceColumn::actual:
            collector.add_actual(line, 1);
            break;
        case TraceColumn::variance:
            collector.add_budget_to_date(line, income ? -1 : 1);
            collector.add_actual(line, income ? 1 : -1);
            break;
        case TraceColumn::remaining:
            collector.add_budget(line, 1);
            collector.add_actual(line, -1);
            break;
        case TraceColumn::forecast:
            collector.add_actual(line, 1);
            collector.add_budget(line, 1);
            collector.add_budget_to_date(line, -1);
            break;
    }
}

}  // namespace

std::vector<std::string> traceable_codes(const BudgetVsActual& answer) {
    std::vector<std::string> codes = trace_codes(answer);
    codes.emplace_back("totaal");
    if (!answer.remainder.empty()) codes.emplace_back("niet_toegewezen");
    for (const Line& line : answer.remainder) codes.push_back(line.code);
    return codes;
}

std::optional<Figures> find_figures(const BudgetVsActual& answer, const std::string& code) {
    const auto subject = find_subject(answer, code);
    if (!subject) return std::nullopt;
    return Figures{subject->name, subject->amounts, subject->printed};
}

Result<Trace> trace(const Facts& facts, const BudgetVsActual& answer, const std::string& code, TraceColumn column) {
    const auto subject = find_subject(answer, code);
    if (!subject && std::ranges::find(answer.lines, code, &Line::code) != answer.lines.end()) {
        return failure({ErrorKind::usage,
                        {},
                        "\"" + code + "\" staat er twee keer, bij de baten en bij de lasten",
                        "\"baten:" + code + "\" of \"lasten:" + code + "\"",
                        "kies een van beide"});
    }
    if (!subject) {
        const auto codes = traceable_codes(answer);
        const auto meant = nearest(code, codes);
        return failure({ErrorKind::usage,
                        {},
                        "\"" + code + "\" is geen regel van deze tabel",
                        meant ? "\"" + *meant + "\"" : "een code zoals 4, 4.2, totaal of niet_toegewezen",
                        "kies een code uit de eerste kolom van begroot tabel"});
    }
    if (answer.options.per == Per::speerpunt) {  // the lines of the goals know more than their speerpunt
        const auto by_goal =
            compare_budget_with_actual(facts, {Per::goal, answer.options.view, answer.until, answer.options.part});
        BEGROOT_CHECK(by_goal.has_value(), "de tabel per doel lukt niet");
        return trace(facts, *by_goal, code, column);
    }
    Trace result{code, subject->name, column, amount_in(subject->amounts, column), "", {}, {}};
    if (column != TraceColumn::actual) {
        result.budget_code = budget_code(facts);
        result.budget_words = budget_words(facts);
    }
    if (column == TraceColumn::budget) {
        Collector workbook(facts, answer, code == "totaal");
        for (const Line* line : subject->lines) {
            if (line->place.line > 0) workbook.add_workbook_budget(*line, 1);
        }
        result.workbook_items = workbook.take();
    }
    if (!result.amount) {
        if (!amount_in(subject->amounts, TraceColumn::budget)) result.printed = subject->printed;
        return result;
    }
    Collector collector(facts, answer, code == "totaal");
    for (const Line* line : subject->lines) collect(collector, *line, column);
    result.items = collector.take();
    Money total;
    for (const TraceItem& item : result.items) total += item.amount;
    BEGROOT_CHECK(total == *result.amount, "de herkomst telt niet op tot het bedrag");
    return result;
}

}  // namespace begroot::report
