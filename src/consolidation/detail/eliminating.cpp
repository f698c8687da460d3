#include "consolidation/detail/eliminating.hpp"

#include "consolidation/detail/side_taker.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace begroot::consolidation::detail {

namespace {

/// Does all eliminations one after the other; what one took, another may not take again.
class Eliminating {
public:
    Eliminating(const Consolidation& definition, std::span<const Member> members, const std::vector<LineRows>& rows,
                Consolidated& answer)
        : definition_(definition), members_(members), rows_(rows), answer_(answer), taken_(members.size()) {}

    void run() {
        for (std::size_t i = 0; i < definition_.eliminations.size(); ++i) {
            const Elimination& one = definition_.eliminations[i];
            EliminationResult result;
            result.elimination = i;
            const auto from = find(one.from.member);
            const auto to = find(one.to.member);
            result.skipped = !from || !to;
            if (from && to) {
                set_sources(one, *from, *to);
                const Places from_places = take(i, one.from, *from, result.from, result.from_count);
                const Places to_places = take(i, one.to, *to, result.to, result.to_count);
                compare(one, result, from_places, to_places);
            } else {
                const std::string& missing = from ? one.to.member : one.from.member;
                answer_.findings.push_back({Severity::notice, "eliminatie_overgeslagen", one.place,
                                            "\"" + one.name + "\" is niet geëlimineerd: " + missing + " doet niet mee",
                                            "", "laat het lid meedoen, of lees het bedrag als een met derden"});
            }
            answer_.eliminations.push_back(result);
        }
    }

private:
    /// Sets which measures both members have. What one of them has no source of cannot be matched, so it stays.
    void set_sources(const Elimination& one, std::size_t from, std::size_t to) {
        const auto has_budget = [this](const EliminationSide& side, std::size_t member) {
            return members_[member].facts.budget != nullptr || (!side.has_condition && !side.goal.empty());
        };
        has_budgets_ = has_budget(one.from, from) && has_budget(one.to, to);
        has_ledgers_ = members_[from].facts.ledger != nullptr && members_[to].facts.ledger != nullptr;
        const auto report = [&](const char* what, const std::string& member) {
            answer_.findings.push_back({Severity::notice, "eliminatie_overgeslagen", one.place,
                                        std::string(what) + " van \"" + one.name +
                                            "\" is niet geëlimineerd: " + member + " heeft daar geen cijfers van",
                                        "", "lees het bedrag als een met derden"});
        };
        const bool from_budget = has_budget(one.from, from);
        const bool from_ledger = members_[from].facts.ledger != nullptr;
        if (from_budget != has_budget(one.to, to)) report("begroot", from_budget ? one.to.member : one.from.member);
        if (from_ledger != (members_[to].facts.ledger != nullptr))
            report("werkelijk", from_ledger ? one.to.member : one.from.member);
    }

    [[nodiscard]] bool is_matched(Measure measure) const {
        return measure == Measure::actual ? has_ledgers_ : has_budgets_;
    }

    struct Taken {
        std::set<std::size_t> budget, changes, postings;
        std::set<std::string> goals;
    };

    /// Takes a goal as a whole; false when an elimination before has it, or a part of it.
    static bool take_whole(const report::Line& line, Taken& taken) {
        const auto part_before = [&taken](std::size_t part) { return taken.budget.contains(part); };
        const auto change_before = [&taken](std::size_t change) { return taken.changes.contains(change); };
        if (std::ranges::any_of(line.budget_parts, part_before) || std::ranges::any_of(line.changes, change_before))
            return false;
        if (!taken.goals.insert(line.code).second) return false;
        taken.budget.insert(line.budget_parts.begin(), line.budget_parts.end());
        taken.changes.insert(line.changes.begin(), line.changes.end());
        return true;
    }

    [[nodiscard]] std::optional<std::size_t> find(const std::string& code) const {
        const auto found = std::ranges::find(members_, code, &Member::code);
        if (found == members_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - members_.begin());
    }

    void put(std::size_t row, const report::Line& line, EliminatedItem item, Amounts& total,
             std::array<std::size_t, measures.size()>& count) {
        const auto at = static_cast<std::size_t>(item.measure);
        const Money debit = is_income(line) ? -item.item.amount : item.item.amount;
        add_to(total[at], debit);
        ++count[at];
        add_to(answer_.rows[row].eliminated[at], -item.item.amount);
        answer_.rows[row].items.push_back(std::move(item));
    }

    /// Calls `add` with every index that is asked and that no elimination before took; says when one did.
    template <typename Asked, typename Add>
    static void claim(const std::vector<std::size_t>& indices, std::set<std::size_t>& taken, bool& overlaps,
                      const Asked& asked, const Add& add) {
        for (const std::size_t index : indices) {
            if (!asked(index)) continue;
            if (taken.insert(index).second) {
                add(index);
            } else {
                overlaps = true;
            }
        }
    }

    /// Gives what a side takes out of one line.
    static std::vector<EliminatedItem> gather(const report::Line& line, const SideTaker& taker, Taken& taken,
                                              bool& overlaps, bool& untied) {
        std::vector<EliminatedItem> items;
        const auto add_both = [&items](std::array<EliminatedItem, 2> both) {
            for (EliminatedItem& item : both) items.push_back(std::move(item));
        };
        if (!taker.is_whole_goal(line)) {
            const auto parts = taker.parts_of(line);
            claim(
                line.budget_parts, taken.budget, overlaps, [&](std::size_t i) { return taker.takes_budget(i); },
                [&](std::size_t i) {
                    if (parts)
                        add_both(taker.budget_items(line, i, parts->at(i)));
                    else
                        untied = true;
                });
            claim(
                line.changes, taken.changes, overlaps, [&](std::size_t i) { return taker.takes_change(i); },
                [&](std::size_t i) { add_both(taker.change_items(line, i)); });
        } else if (take_whole(line, taken)) {
            items = taker.plan_items(line);
        } else {
            overlaps = true;
        }
        claim(
            line.posting_parts, taken.postings, overlaps, [&](std::size_t i) { return taker.takes_posting(i); },
            [&](std::size_t i) { items.push_back(taker.posting_item(line, i)); });
        return items;
    }

    /// The place of the first amount of each measure, or of the side itself where there is none.
    using Places = std::array<Place, measures.size()>;

    /// Takes one side out of the lines of its member.
    Places take(std::size_t elimination, const EliminationSide& side, std::size_t member, Amounts& total,
                std::array<std::size_t, measures.size()>& count) {
        const report::BudgetVsActual& table = answer_.answers[member];
        const SideTaker taker(members_[member], table, side);
        Places places;
        places.fill(side.place);
        bool any = false;
        bool overlaps = false;
        std::string untied_goals;
        const auto take_line = [&](const report::Line& line, const std::optional<std::size_t>& row) {
            if (!row) return;
            bool untied = false;
            for (EliminatedItem& item : gather(line, taker, taken_[member], overlaps, untied)) {
                if (!is_matched(item.measure)) continue;
                item.elimination = elimination;
                item.member = member;
                item.item.rule = definition_.eliminations[elimination].name;
                any = true;
                const auto at = static_cast<std::size_t>(item.measure);
                if (count[at] == 0) places[at] = item.item.place;
                put(*row, line, std::move(item), total, count);
            }
            if (untied) untied_goals += (untied_goals.empty() ? "" : ", ") + line.code;
        };
        for (std::size_t i = 0; i < table.lines.size(); ++i) take_line(table.lines[i], rows_[member].of_line[i]);
        for (std::size_t i = 0; i < table.remainder.size(); ++i)
            take_line(table.remainder[i], rows_[member].of_remainder[i]);
        if (!untied_goals.empty())
            answer_.findings.push_back(
                {Severity::error, "eliminatie_past_niet_bij_plan", side.place,
                 "\"" + definition_.eliminations[elimination].name + "\" neemt bij " + side.member +
                     " begrotingsregels van " + untied_goals +
                     ", waar het jaarplan een ander bedrag noemt; begroot is daar niet geëlimineerd",
                 "begrotingsregels die samen het bedrag van het doel zijn",
                 "elimineer het hele doel met doel = \"…\", of laat plan en werkmap aansluiten"});
        if (overlaps)
            answer_.findings.push_back({Severity::error, "eliminatie_overlapt", side.place,
                                        "\"" + definition_.eliminations[elimination].name + "\" neemt bij " +
                                            side.member + " regels die een eerdere eliminatie al nam",
                                        "elke regel in een eliminatie", "maak een van beide voorwaarden nauwer"});
        if (!any && !overlaps && untied_goals.empty()) {
            answer_.findings.push_back({Severity::warning, "eliminatie_past_nergens", side.place,
                                        "\"" + definition_.eliminations[elimination].name + "\" vindt bij " +
                                            side.member + " geen enkele boeking of begrotingsregel",
                                        "ten minste een treffer", "controleer de codes van de eliminatie"});
        }
        return places;
    }

    [[nodiscard]] static Money sum(const EliminationResult& result, std::size_t at) {
        return result.from[at].value_or(Money()) + result.to[at].value_or(Money());
    }

    /// Reports what the two sides differ; the month's figures only when those of the year agree.
    void compare(const Elimination& one, const EliminationResult& result, const Places& from, const Places& to) {
        const std::string until = "t/m " + std::string(month_name(answer_.until.month));
        const std::array<std::string, measures.size()> words{"begroot", "begroot " + until, "werkelijk " + until};
        for (const Measure measure : measures) {
            const auto at = static_cast<std::size_t>(measure);
            const Money difference = sum(result, at);
            if (difference.is_zero()) continue;
            if (measure == Measure::budget_to_date && !sum(result, 0).is_zero()) continue;
            const auto said = [&](const std::string& member, const std::optional<Money>& amount, std::size_t count,
                                  const Place& place) {
                return member + " " + format_euro(amount.value_or(Money()), Decimals::cents) + " (" +
                       std::to_string(count) + " regel(s), " + to_text(place) + ")";
            };
            answer_.findings.push_back(
                {Severity::error, "eliminatie_sluit_niet", one.place,
                 words[at] + " van \"" + one.name +
                     "\": " + said(one.from.member, result.from[at], result.from_count[at], from[at]) + " tegenover " +
                     said(one.to.member, result.to[at], result.to_count[at], to[at]) +
                     " (lasten min baten); het verschil is " + format_euro(difference, Decimals::cents),
                 "bij beide hetzelfde bedrag, de een als last en de ander als bate",
                 "zoek uit wie het anders heeft; het verschil staat in een eigen regel"});
        }
    }

    const Consolidation& definition_;
    std::span<const Member> members_;
    const std::vector<LineRows>& rows_;
    Consolidated& answer_;
    std::vector<Taken> taken_;
    bool has_budgets_ = true;  ///< both members of the elimination at hand
    bool has_ledgers_ = true;
};

}  // namespace

void eliminate(const Consolidation& definition, std::span<const Member> members, const std::vector<LineRows>& rows,
               Consolidated& answer) {
    Eliminating(definition, members, rows, answer).run();
}

}  // namespace begroot::consolidation::detail
