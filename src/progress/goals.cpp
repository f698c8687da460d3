#include "progress/goals.hpp"

#include "base/nearest.hpp"

#include <algorithm>

namespace begroot::progress {

namespace {

std::vector<IndicatorReport> indicators_at(const Plan& plan, const std::string& at) {
    std::vector<IndicatorReport> found;
    for (const Indicator& indicator : plan.indicators) {
        if (indicator.at == at) found.push_back({&indicator, progress_of(plan, indicator)});
    }
    return found;
}

const report::Line* money_of(const report::BudgetVsActual& answer, const GoalId& goal) {
    const auto found = std::ranges::find_if(answer.lines, [&](const report::Line& line) {
        return line.level != report::Level::speerpunt && line.level != report::Level::booked_elsewhere &&
               line.code == goal.text();
    });
    return found != answer.lines.end() ? &*found : nullptr;
}

bool has_words(const Speerpunt& speerpunt) {
    return !speerpunt.importance.empty() || !speerpunt.outcome.empty() || !speerpunt.aims.empty() ||
           !speerpunt.measuring.empty() || !speerpunt.incidental.empty() || !speerpunt.explanation.empty() ||
           !speerpunt.notes.empty() || !speerpunt.agenda.empty() || !speerpunt.development_points_printed.empty() ||
           !speerpunt.inspection_code.empty();
}

bool has_words(const Plan& plan) {
    return !plan.core_values.empty() || !plan.legend.empty() || !plan.organisations.empty();
}

/// Says which codes were asked for.
class Chosen {
public:
    explicit Chosen(const std::vector<std::string>& codes) : codes_(&codes) {}
    [[nodiscard]] bool has(const std::string& code) const {
        return codes_->empty() || std::ranges::find(*codes_, code) != codes_->end();
    }

private:
    const std::vector<std::string>* codes_;
};

std::optional<Error> unknown_code(const Plan& plan, const std::vector<std::string>& codes) {
    std::vector<std::string> known{"plan"};
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        known.push_back(speerpunt.id.text());
        for (const Goal& goal : speerpunt.goals) known.push_back(goal.id.text());
    }
    for (const std::string& code : codes) {
        if (std::ranges::find(known, code) != known.end()) continue;
        const auto meant = nearest(code, known);
        return Error{ErrorKind::usage,
                     {},
                     "\"" + code + "\" is geen doel van " + plan.title,
                     "een doel zoals 1.1, een speerpunt zoals 1, of plan",
                     meant ? "bedoelde u \"" + *meant + "\"?" : "zonder codes toont begroot doelen alles"};
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<GoalReport>> report_goals(const Plan& plan, const report::BudgetVsActual& answer,
                                             const std::vector<std::string>& codes) {
    if (auto error = unknown_code(plan, codes)) return failure(std::move(*error));
    const Chosen chosen(codes);
    std::vector<GoalReport> reports;
    if (chosen.has("plan")) {
        auto indicators = indicators_at(plan, "plan");
        if (!indicators.empty() || has_words(plan))
            reports.push_back({nullptr, nullptr, nullptr, std::move(indicators)});
    }
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        const bool whole = chosen.has(speerpunt.id.text());
        auto indicators = indicators_at(plan, speerpunt.id.text());
        if (whole && (!indicators.empty() || has_words(speerpunt)))
            reports.push_back({&speerpunt, nullptr, nullptr, std::move(indicators)});
        for (const Goal& goal : speerpunt.goals) {
            if (!whole && !chosen.has(goal.id.text())) continue;
            reports.push_back({&speerpunt, &goal, money_of(answer, goal.id), indicators_at(plan, goal.id.text())});
        }
    }
    return reports;
}

}  // namespace begroot::progress
