#include "consolidation/consolidate.hpp"

#include "base/check.hpp"
#include "consolidation/detail/eliminating.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace begroot::consolidation {

namespace {

using detail::add_to;

constexpr std::size_t at(Measure measure) { return static_cast<std::size_t>(measure); }

Amounts amounts_of(const report::Amounts& amounts) { return {amounts.budget, amounts.budget_to_date, amounts.actual}; }

void add_amounts(Amounts& total, const Amounts& part, bool subtract = false) {
    for (const Measure measure : measures) {
        const auto& amount = part[at(measure)];
        if (amount) add_to(total[at(measure)], subtract ? -*amount : *amount);
    }
}

Row make_row(RowKind kind, std::string code, std::string name, std::size_t members) {
    Row row;
    row.kind = kind;
    row.code = std::move(code);
    row.name = std::move(name);
    row.members.resize(members);
    row.member_codes.resize(members);
    return row;
}

/// Adds a line of a member to its row.
void put_line(Row& row, std::size_t member, const Amounts& amounts, std::string code) {
    add_amounts(row.members[member], amounts);
    row.member_codes[member].push_back(std::move(code));
}

/// Gives the code by which a line of a member is traced: with its side when both sides have the code.
std::string traced_code(const report::BudgetVsActual& table, const report::Line& line) {
    const auto same = std::ranges::count(table.lines, line.code, &report::Line::code);
    return (same > 1 ? std::string(line.side == Side::income ? "baten:" : "lasten:") : std::string()) + line.code;
}

/// Builds the rows of one view: first those that hold lines, then, after the eliminations, the totals.
class View {
public:
    View(const Consolidation& definition, std::span<const Member> members, Consolidated& answer)
        : definition_(definition), members_(members), answer_(answer), rows_of_(members.size()) {
        for (std::size_t m = 0; m < members.size(); ++m) {
            rows_of_[m].of_line.resize(answer.answers[m].lines.size());
            rows_of_[m].of_remainder.resize(answer.answers[m].remainder.size());
        }
    }

    void make_rubric_rows() {
        std::map<std::tuple<Side, bool, std::string>, std::size_t> known;
        std::map<std::tuple<Side, bool, std::string>, Row> rows;
        for (std::size_t m = 0; m < members_.size(); ++m) {
            for (const report::Line& line : answer_.answers[m].lines) {
                const RowKind kind = line.side == Side::income ? RowKind::income : RowKind::expense;
                const auto key = std::tuple(line.side, line.code == "-", line.code);
                Row& row = rows.try_emplace(key, make_row(kind, line.code, line.name, members_.size())).first->second;
                if (row.name.empty()) row.name = line.name;
                put_line(row, m, amounts_of(line.amounts), traced_code(answer_.answers[m], line));
            }
        }
        for (auto& [key, row] : rows) {
            known[key] = answer_.rows.size();
            answer_.rows.push_back(std::move(row));
        }
        for (std::size_t m = 0; m < members_.size(); ++m) {
            const auto& lines = answer_.answers[m].lines;
            for (std::size_t i = 0; i < lines.size(); ++i)
                rows_of_[m].of_line[i] = known.at({lines[i].side, lines[i].code == "-", lines[i].code});
        }
    }

    [[nodiscard]] Result<void> make_speerpunt_rows() {
        std::map<std::pair<std::size_t, std::string>, std::size_t> row_of_code;
        for (const SharedSpeerpunt& speerpunt : definition_.speerpunten) {
            const std::size_t row = answer_.rows.size();
            answer_.rows.push_back(make_row(RowKind::speerpunt, speerpunt.id.text(), speerpunt.name, members_.size()));
            for (const SharedSpeerpuntSource& source : speerpunt.sources) {
                if (auto error = note_source(source, row, row_of_code)) return failure(std::move(*error));
            }
        }
        for (std::size_t m = 0; m < members_.size(); ++m) place_goals(m, row_of_code);
        for (const auto& [kind, name] : {std::pair(RowKind::outside_plan, "buiten het jaarplan (reguliere uitvoering)"),
                                         std::pair(RowKind::without_rule, "zonder koppelregel")})
            place_rest(kind, name);
        return {};
    }

    void eliminate() { detail::eliminate(definition_, members_, rows_of_, answer_); }

    void finish() {
        for (Row& row : answer_.rows) sum(row);
        if (answer_.options.per == Per::rubric) {
            const auto income = close_group(RowKind::total_income, "Totaal baten", {RowKind::income});
            const auto expense = close_group(RowKind::total_expense, "Totaal lasten", {RowKind::expense});
            add_difference();
            Row result = make_row(RowKind::result, "resultaat", "Resultaat (baten min lasten)", members_.size());
            if (income) result.added.push_back(*income);
            if (expense) result.subtracted.push_back(*expense);
            if (const auto difference = find(RowKind::difference)) result.added.push_back(*difference);
            push_total(std::move(result));
        } else {
            const auto planned = close_group(RowKind::total_speerpunten, "Totaal speerpunten (lasten min baten)",
                                             {RowKind::speerpunt, RowKind::unmapped});
            const auto rest = close_group(RowKind::total_rest, "Niet toegewezen (lasten min baten)",
                                          {RowKind::outside_plan, RowKind::without_rule});
            add_difference();
            Row whole = make_row(RowKind::whole, "geheel", "Alle organisaties (lasten min baten)", members_.size());
            for (const auto& part : {planned, rest}) {
                if (part) whole.added.push_back(*part);
            }
            if (const auto difference = find(RowKind::difference)) whole.added.push_back(*difference);
            push_total(std::move(whole));
        }
        check();
    }

private:
    [[nodiscard]] std::optional<Error> note_source(const SharedSpeerpuntSource& source, std::size_t row,
                                                   std::map<std::pair<std::size_t, std::string>, std::size_t>& known) {
        const auto member = std::ranges::find(members_, source.member, &Member::code);
        if (member == members_.end()) return std::nullopt;  // left out
        const Plan& plan = *member->facts.plan;
        const auto index = static_cast<std::size_t>(member - members_.begin());
        for (const std::string& code : source.codes) {
            const bool exists =
                find_goal(plan, GoalId(code)) != nullptr || find_speerpunt(plan, SpeerpuntId(code)) != nullptr;
            if (!exists) {
                return Error{ErrorKind::input, source.place,
                             "\"" + code + "\" is geen speerpunt of doel van " + source.member,
                             "een speerpunt zoals 1 of een doel zoals 1.1 van dat lid", "verbeter codes"};
            }
            if (known.try_emplace({index, code}, row).second) continue;
            return Error{ErrorKind::input, source.place,
                         "\"" + code + "\" van " + source.member + " staat bij twee speerpunten",
                         "elk speerpunt en elk doel een keer", "haal het bij een van beide weg"};
        }
        return std::nullopt;
    }

    /// Puts every goal of a member in the row of its own code, or of its speerpunt's, or of what no speerpunt has.
    void place_goals(std::size_t m, const std::map<std::pair<std::size_t, std::string>, std::size_t>& row_of_code) {
        const auto& lines = answer_.answers[m].lines;
        std::optional<std::size_t> unmapped;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const report::Line& line = lines[i];
            if (!line.parent) continue;  // a speerpunt heads its goals
            auto found = row_of_code.find({m, line.code});
            if (found == row_of_code.end()) found = row_of_code.find({m, lines[*line.parent].code});
            std::size_t row = 0;
            if (found != row_of_code.end()) {
                row = found->second;
            } else {
                if (!unmapped) {
                    unmapped = answer_.rows.size();
                    answer_.rows.push_back(make_row(RowKind::unmapped, members_[m].code,
                                                    "zonder speerpunt: " + members_[m].name, members_.size()));
                }
                row = *unmapped;
            }
            rows_of_[m].of_line[i] = row;
            put_line(answer_.rows[row], m, amounts_of(line.amounts), line.code);
        }
        if (!unmapped) return;
        std::string codes;
        for (const std::string& code : answer_.rows[*unmapped].member_codes[m])
            codes += (codes.empty() ? "" : ", ") + code;
        answer_.findings.push_back({Severity::warning,
                                    "zonder_gezamenlijk_speerpunt",
                                    {members_[m].facts.model_file, "", "", 0, 0},
                                    "geen speerpunt van de consolidatie neemt " + codes + " van " + members_[m].name,
                                    "",
                                    "noem de codes bij een [[hoofdspeerpunt]]"});
    }

    void place_rest(RowKind kind, const char* name) {
        const std::string code = row_kind_name(kind);
        const std::size_t at_row = answer_.rows.size();
        answer_.rows.push_back(make_row(kind, code, name, members_.size()));
        for (std::size_t m = 0; m < members_.size(); ++m) {
            const auto& lines = answer_.answers[m].remainder;
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (lines[i].code != code) continue;
                rows_of_[m].of_remainder[i] = at_row;
                put_line(answer_.rows[at_row], m, amounts_of(lines[i].amounts), lines[i].code);
            }
        }
    }

    static void sum(Row& row) {
        row.total = {};
        for (const Amounts& one : row.members) add_amounts(row.total, one);
        add_amounts(row.total, row.eliminated);
    }

    /// Adds what the sides of eliminations differ, so that the consolidated result stays that of the members together.
    void add_difference() {
        Row row = make_row(RowKind::difference, row_kind_name(RowKind::difference), "Verschil in onderlinge posten",
                           members_.size());
        for (const EliminationResult& one : answer_.eliminations) {
            const bool as_result = answer_.options.per == Per::rubric;
            add_amounts(row.eliminated, one.from, as_result);
            add_amounts(row.eliminated, one.to, as_result);
        }
        sum(row);
        const bool differs =
            std::ranges::any_of(row.eliminated, [](const auto& amount) { return amount && !amount->is_zero(); });
        if (differs) answer_.rows.push_back(std::move(row));
    }

    [[nodiscard]] std::optional<std::size_t> find(RowKind kind) const {
        const auto found = std::ranges::find(answer_.rows, kind, &Row::kind);
        if (found == answer_.rows.end()) return std::nullopt;
        return static_cast<std::size_t>(found - answer_.rows.begin());
    }

    /// Puts the total of the next rows, as far as they are of some kinds, right below them; groups are closed in order.
    std::optional<std::size_t> close_group(RowKind kind, const char* name, std::initializer_list<RowKind> added) {
        const auto belongs = [&added](const Row& row) { return std::ranges::find(added, row.kind) != added.end(); };
        const auto first = answer_.rows.begin() + static_cast<std::ptrdiff_t>(closed_);
        const auto end = std::find_if_not(first, answer_.rows.end(), belongs);
        if (first == end) return std::nullopt;
        Row row = make_row(kind, row_kind_name(kind), name, members_.size());
        for (auto at_row = first; at_row != end; ++at_row)
            row.added.push_back(static_cast<std::size_t>(at_row - answer_.rows.begin()));
        const std::vector<Row> below(end, answer_.rows.end());
        answer_.rows.erase(end, answer_.rows.end());
        const std::size_t total = push_total(std::move(row));
        answer_.rows.insert(answer_.rows.end(), below.begin(), below.end());
        closed_ = total + 1;
        return total;
    }

    std::size_t push_total(Row row) {
        for (const auto& [parts, subtract] : {std::pair(&row.added, false), std::pair(&row.subtracted, true)}) {
            for (const std::size_t part : *parts) {
                for (std::size_t m = 0; m < members_.size(); ++m)
                    add_amounts(row.members[m], answer_.rows[part].members[m], subtract);
                add_amounts(row.eliminated, answer_.rows[part].eliminated, subtract);
                add_amounts(row.total, answer_.rows[part].total, subtract);
            }
        }
        answer_.rows.push_back(std::move(row));
        return answer_.rows.size() - 1;
    }

    /// Checks that columns and eliminations are the consolidated amount, that a column is what its member's own table
    /// says, and that eliminations move no result.
    void check() const {
        for (const Row& row : answer_.rows) {
            Amounts total;
            for (const Amounts& one : row.members) add_amounts(total, one);
            add_amounts(total, row.eliminated);
            BEGROOT_CHECK(total == row.total, "de consolidatie telt niet op");
        }
        const Row& last = answer_.rows.back();
        const bool as_result = last.kind == RowKind::result;
        for (std::size_t m = 0; m < members_.size(); ++m) {
            Amounts own = amounts_of(answer_.answers[m].total);
            add_amounts(own, amounts_of(answer_.answers[m].unassigned));
            for (const Measure measure : measures) {
                const Money shown = last.members[m][at(measure)].value_or(Money());
                BEGROOT_CHECK(own[at(measure)].value_or(Money()) == (as_result ? -shown : shown),
                              "een kolom van de consolidatie is niet de tabel van het lid");
            }
        }
        for (const auto& amount : last.eliminated)
            BEGROOT_CHECK(!amount || amount->is_zero(), "de eliminaties veranderen het resultaat");
    }

    const Consolidation& definition_;
    std::span<const Member> members_;
    Consolidated& answer_;
    std::vector<detail::LineRows> rows_of_;
    std::size_t closed_ = 0;  ///< rows above that have their total
};

std::optional<Error> refuse_years(std::span<const Member> members) {
    const Plan& first = *members.front().facts.plan;
    for (const Member& member : members) {
        const Plan& plan = *member.facts.plan;
        if (year_of(plan) == year_of(first)) continue;
        return Error{ErrorKind::input,
                     {member.facts.model_file, "", "", 0, 0},
                     member.name + " gaat over " + name_of(year_of(plan)) + " en " + members.front().name + " over " +
                         name_of(year_of(first)),
                     "modellen van hetzelfde jaar",
                     "kies bij elk lid het model van dat jaar"};
    }
    return std::nullopt;
}

/// Reports members whose postings end before the month that was asked: the rest of theirs is missing, not 0.
void report_behind(std::span<const Member> members, Consolidated& answer) {
    for (const Member& member : members) {
        if (member.facts.ledger == nullptr) continue;
        const Month last = report::last_month_with_postings(member.facts);
        if (answer.year.position(last) >= answer.year.position(answer.until)) continue;
        answer.findings.push_back({Severity::warning,
                                   "lid_loopt_achter",
                                   {member.facts.model_file, "", "", 0, 0},
                                   member.name + " is geboekt tot en met " + begroot::to_text(last) +
                                       ", en de consolidatie loopt tot en met " + begroot::to_text(answer.until),
                                   "mutaties van elk lid tot en met die maand",
                                   "laat --tot weg, of vraag " + member.name + " om de mutaties"});
    }
}

}  // namespace

const char* measure_name(Measure measure) {
    constexpr std::array names{"begroot", "begroot_tot", "werkelijk"};
    return names[at(measure)];
}

const char* row_kind_name(RowKind kind) {
    constexpr std::array names{"baten",           "lasten",    "speerpunt",    "zonder_speerpunt", "buiten_jaarplan",
                               "zonder_regel",    "verschil",  "totaal_baten", "totaal_lasten",    "totaal_speerpunten",
                               "niet_toegewezen", "resultaat", "geheel"};
    return names[static_cast<std::size_t>(kind)];
}

Month common_month(std::span<const Member> members) {
    const PlanYear year = year_of(*members.front().facts.plan);
    std::int32_t last = year.position(year.last());
    for (const Member& member : members) {
        if (member.facts.ledger == nullptr) continue;
        last = std::min(last, std::max(1, year.position(report::last_month_with_postings(member.facts))));
    }
    return year.month_at(last);
}

Result<Consolidated> consolidate(const Consolidation& definition, std::span<const Member> members,
                                 const Options& options) {
    if (members.empty()) {
        return failure({ErrorKind::usage, {}, "er is geen lid om te consolideren", "ten minste een model", ""});
    }
    if (auto error = refuse_years(members)) return failure(std::move(*error));
    if (options.per == Per::speerpunt && definition.speerpunten.empty()) {
        return failure({ErrorKind::usage,
                        {},
                        "de consolidatie heeft geen gezamenlijke speerpunten",
                        "--per rubriek, of een bestand met [consolidatie] en [[hoofdspeerpunt]]",
                        ""});
    }
    Consolidated answer;
    answer.options = options;
    answer.year = year_of(*members.front().facts.plan);
    answer.until = options.until.value_or(common_month(members));
    for (const Member& member : members) {
        const auto per = options.per == Per::rubric ? report::Per::rubric : report::Per::goal;
        auto table = report::compare_budget_with_actual(member.facts, {per, report::View::plan, answer.until});
        if (!table) return failure(table.error());
        answer.answers.push_back(std::move(*table));
    }
    report_behind(members, answer);
    View view(definition, members, answer);
    if (options.per == Per::rubric) {
        view.make_rubric_rows();
    } else if (auto made = view.make_speerpunt_rows(); !made) {
        return failure(made.error());
    }
    view.eliminate();
    view.finish();
    return answer;
}

}  // namespace begroot::consolidation
