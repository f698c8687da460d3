#include "management/evaluation.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace begroot::management {

namespace {

constexpr std::int32_t last_month_of_year = 12;

/// Gives what is said about a code at the moment to which the books run.
std::vector<std::string> said_at_the_end(const Input& input, const std::string& code, Month until) {
    const auto moment = std::ranges::find(input.facts.plan->moments, until, &Moment::until);
    if (moment == input.facts.plan->moments.end()) return {};
    const Explanation* said = find_explanation(*input.explanations, code, moment->code);
    return said != nullptr ? said->paragraphs : std::vector<std::string>();
}

std::optional<Money> left_of(const report::Amounts& amounts) {
    if (!amounts.budget || !amounts.actual) return std::nullopt;
    return *amounts.budget - *amounts.actual;
}

}  // namespace

Result<Evaluation> evaluate_plan(const Input& input) {
    BEGROOT_CHECK(input.explanations != nullptr, "een evaluatie zonder toelichtingen");
    auto table = report::compare_budget_with_actual(input.facts, {report::Per::goal, report::View::plan, {}});
    if (!table) return failure(table.error());
    Evaluation made;
    made.table = std::move(*table);
    made.sources = input.sources;
    made.left = left_of(made.table.total);
    made.year_is_over = input.facts.ledger != nullptr && made.table.until.month == last_month_of_year;
    made.introduction = said_at_the_end(input, "plan", made.table.until);
    made.lines.reserve(made.table.lines.size());
    for (const report::Line& line : made.table.lines) {
        EvaluatedLine evaluated;
        evaluated.line = line;
        if (line.parent) evaluated.goal = find_goal(*input.facts.plan, GoalId(line.code));
        evaluated.left = left_of(line.amounts);
        evaluated.explanation = said_at_the_end(input, line.code, made.table.until);
        made.lines.push_back(std::move(evaluated));
    }
    if (input.facts.ledger != nullptr && !made.year_is_over) {
        made.findings.push_back({Severity::warning,
                                 "jaar_loopt_nog",
                                 {input.facts.model_file, "", "", 0, 0},
                                 "de boekingen lopen tot en met " + std::string(month_name(made.table.until.month)) +
                                     "; de evaluatie gaat over een jaar dat nog loopt",
                                 "boekingen tot en met december",
                                 "voeg de mutaties van de andere maanden toe als [[bron]]"});
    }
    return made;
}

}  // namespace begroot::management
