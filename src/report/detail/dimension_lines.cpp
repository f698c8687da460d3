#include "report/detail/account_rubrics.hpp"
#include "report/detail/amounts.hpp"
#include "report/detail/lines.hpp"
#include "report/detail/phased_amount.hpp"
#include "report/detail/remembered.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace begroot::report::detail {

namespace {

/// Names a group: income before expense, then the order of the model where it has one, then the code.
struct GroupKey {
    Side side = Side::expense;
    std::size_t order = 0;
    std::string code;

    friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

std::string code_of(const BudgetLine& line, Per per) {
    switch (per) {
        case Per::account:
            return line.account.text();
        case Per::cost_centre:
            return line.cost_centre.text();
        case Per::cost_unit:
            return line.cost_unit.text();
        default:
            return line.rubric.text();
    }
}

Level level_of(Per per) {
    switch (per) {
        case Per::account:
            return Level::account;
        case Per::cost_centre:
            return Level::cost_centre;
        case Per::cost_unit:
            return Level::cost_unit;
        case Per::board:
            return Level::board;
        case Per::neighbourhood:
            return Level::neighbourhood;
        default:
            return Level::rubric;
    }
}

/// Knows the rubric of an account from the budget, and the names by code.
struct Names {
    std::map<std::string, std::string> rubric_of_account;
    std::map<std::string, std::string> rubric_name;
    std::map<std::string, std::string> account_name;
};

Names names_of(const Facts& facts) {
    Names names;
    if (facts.ledger != nullptr) {
        Remembered<Coding, bool> seen;  // of an account the first posting gives the name
        for (const Posting& posting : facts.ledger->postings) {
            (void)seen.of(*posting.coding, [&] {
                return names.account_name.emplace(posting.coding->account.text(), posting.account_name.text()).second;
            });
        }
    }
    names.rubric_of_account = rubrics_of_accounts(facts);
    if (facts.budget != nullptr) {
        for (const BudgetLine& line : facts.budget->lines) {
            names.rubric_name.emplace(line.rubric.text(), line.rubric_name);
            names.account_name.emplace(line.account.text(), line.name);
        }
    }
    return names;
}

std::string code_of(const Coding& coding, Per per, const Names& names) {
    switch (per) {
        case Per::account:
            return coding.account.text();
        case Per::cost_centre:
            return coding.cost_centre.text();
        case Per::cost_unit:
            return coding.cost_unit.text();
        default:
            break;
    }
    const auto rubric = names.rubric_of_account.find(coding.account.text());
    return rubric != names.rubric_of_account.end() ? rubric->second : "";
}

std::string name_of(const std::string& code, Per per, const Names& names) {
    if (code.empty()) {
        switch (per) {
            case Per::cost_centre:
                return "zonder kostenplaats";
            case Per::cost_unit:
                return "zonder kostendrager";
            default:
                return "zonder rubriek in de begroting";
        }
    }
    const auto& known = per == Per::account ? names.account_name : names.rubric_name;
    if (per != Per::account && per != Per::rubric) return "";
    const auto found = known.find(code);
    return found != known.end() ? found->second : "";
}

Money with_sign(Side side, Money debit) { return side == Side::income ? -debit : debit; }

/// Names the codes of a change as those of a line of the office's budget.
BudgetLine line_of(const BudgetChange& change, const Names& names) {
    BudgetLine line;
    line.side = change.mutation.side;
    line.account = change.mutation.account;
    line.cost_centre = change.mutation.cost_centre;
    line.cost_unit = change.mutation.cost_unit;
    const auto rubric = names.rubric_of_account.find(line.account.text());
    if (rubric != names.rubric_of_account.end()) line.rubric = RubricId(rubric->second);
    return line;
}

/// Calls `add` with every change that is shown: its index, its codes and its months.
template <typename Add>
void for_changes(const Facts& facts, const Names& names, const Add& add) {
    const auto shown = changes_shown(facts);
    if (shown.empty()) return;
    const std::vector<MonthAmounts> months = months_of_changes(facts);
    for (std::size_t i = 0; i < shown.size(); ++i) add(i, line_of(shown[i], names), months[i]);
}

std::optional<DimensionKind> dimension_of(Per per) {
    if (per == Per::board) return DimensionKind::board;
    return per == Per::neighbourhood ? std::optional(DimensionKind::neighbourhood) : std::nullopt;
}

/// Knows the group of every posting and budget line in a dimension: a member of the model in its order, what the
/// office's column says when the model names no members, or none.
class MemberGroups {
public:
    MemberGroups(const Facts& facts, DimensionKind kind)
        : facts_(facts),
          kind_(kind),
          dimension_(facts.dimensions != nullptr ? find_dimension(*facts.dimensions, kind) : nullptr) {
        if (dimension_ == nullptr) return;
        if (facts.ledger != nullptr) postings_ = members_of(*facts.ledger, *dimension_);
        if (facts.budget != nullptr) lines_ = members_of(*facts.budget, *dimension_);
    }

    [[nodiscard]] GroupKey of_line(std::size_t line) const {
        const BudgetLine& source = facts_.budget->lines[line];
        if (dimension_ == nullptr) return said(source.side, said_member(source, kind_));
        return key(source.side, lines_[line]);
    }

    /// A change has no column, so only conditions say whose it is.
    [[nodiscard]] GroupKey of_change(const BudgetLine& source) const {
        if (dimension_ == nullptr) return said(source.side, said_member(source, kind_));
        return key(source.side, member_of(source, *dimension_));
    }

    [[nodiscard]] GroupKey of_posting(std::size_t posting) const {
        const Coding& coding = *facts_.ledger->postings[posting].coding;
        if (dimension_ == nullptr) return said(coding.side, said_member(coding, kind_));
        return key(coding.side, postings_[posting]);
    }

    [[nodiscard]] std::string name_of(const std::string& code) const {
        if (code.empty() || dimension_ == nullptr) return code.empty() ? "niet toegewezen" : "";
        return std::ranges::find(dimension_->members, code, &DimensionMember::code)->name;
    }

private:
    static constexpr std::size_t last = std::numeric_limits<std::size_t>::max();

    static GroupKey said(Side side, const std::string& code) { return {side, code.empty() ? last : 0, code}; }

    [[nodiscard]] GroupKey key(Side side, std::optional<std::uint32_t> member) const {
        return member ? GroupKey{side, *member, dimension_->members[*member].code} : GroupKey{side, last, ""};
    }

    const Facts& facts_;
    DimensionKind kind_;
    const Dimension* dimension_;
    MemberOfEach postings_;
    MemberOfEach lines_;
};

}  // namespace

void make_dimension_lines(const Facts& facts, BudgetVsActual& table) {
    const Per per = table.options.per;
    const Names names = names_of(facts);
    const auto kind = dimension_of(per);
    const auto members = kind ? std::optional<MemberGroups>(std::in_place, facts, *kind) : std::nullopt;
    std::map<GroupKey, Line> groups;
    const auto group = [&](const GroupKey& key) -> Line& {
        Line& line = groups[key];
        line.side = key.side;
        return line;
    };
    if (facts.budget != nullptr) {
        for (std::size_t i = 0; i < facts.budget_parts->size(); ++i) {
            const BudgetPart& part = (*facts.budget_parts)[i];
            const BudgetLine& source = facts.budget->lines[part.line];
            Line& line = group(members ? members->of_line(part.line) : GroupKey{source.side, 0, code_of(source, per)});
            line.budget_parts.push_back(i);
            line.amounts.budget = line.amounts.budget.value_or(Money()) + with_sign(source.side, part.year);
            const MonthAmounts months = part.months ? *part.months : phase(part.year, equal_months());
            for (std::size_t m = 0; m < months.size(); ++m) line.months[m] += with_sign(source.side, months[m]);
            line.phasing = workbook_phasing;
        }
        for_changes(facts, names, [&](std::size_t index, const BudgetLine& source, const MonthAmounts& months) {
            Line& line = group(members ? members->of_change(source) : GroupKey{source.side, 0, code_of(source, per)});
            line.changes.push_back(index);
            line.amounts.budget = line.amounts.budget.value_or(Money()) + changes_shown(facts)[index].amount;
            for (std::size_t m = 0; m < months.size(); ++m) line.months[m] += months[m];
            line.phasing = workbook_phasing;
        });
    }
    if (facts.ledger != nullptr) {
        Remembered<Coding, Line*> lines;
        for (std::size_t i = 0; i < facts.posting_parts->size(); ++i) {
            const PostingPart& part = (*facts.posting_parts)[i];
            const Posting& posting = facts.ledger->postings[part.posting];
            if (!counts(posting, booked_months(table))) continue;
            const Coding& coding = *posting.coding;
            Line& line = members
                             ? group(members->of_posting(part.posting))
                             : *lines.of(coding, [&] { return &group({coding.side, 0, code_of(coding, per, names)}); });
            line.posting_parts.push_back(i);
            line.amounts.actual = line.amounts.actual.value_or(Money()) + with_sign(coding.side, part.amount);
        }
    }
    for (auto& [key, line] : groups) {
        line.level = level_of(per);
        line.code = key.code.empty() ? "-" : key.code;
        line.name = members ? members->name_of(key.code) : name_of(key.code, per, names);
        if (facts.ledger != nullptr && !line.amounts.actual) line.amounts.actual = Money();
        if (line.amounts.budget) {
            line.amounts.budget_to_date = sum_to(line.months, table.year.position(table.until));
            keep_part(table, line, split_school_year(*line.amounts.budget));
            line.kind = line.amounts.budget->is_zero() ? AmountKind::zero : AmountKind::amount;
        }
        derive(line.amounts, line.side);
        Amounts net = line.amounts;
        for (auto* amount : {&net.budget, &net.budget_to_date, &net.actual}) {
            if (*amount) *amount = with_sign(line.side, **amount);
        }
        add(table.total, net);
        table.lines.push_back(std::move(line));
    }
    derive(table.total, Side::expense);
    if (facts.budget != nullptr) table.unassigned.budget = table.unassigned.budget_to_date = Money();
    if (facts.ledger != nullptr) table.unassigned.actual = Money();
    derive(table.unassigned, Side::expense);
}

}  // namespace begroot::report::detail
