#include "management/management_report.hpp"

#include "base/check.hpp"
#include "money/format.hpp"

#include <algorithm>

namespace begroot::management {

namespace {

std::optional<Money> minus(const std::optional<Money>& a, const std::optional<Money>& b) {
    if (!a || !b) return std::nullopt;
    return *a - *b;
}

std::string line_text(const report::Line& line) {
    switch (line.level) {
        case report::Level::action_line:
            return "actielijn " + line.code;
        default:
            return line.code == "buiten_jaarplan" || line.code == "zonder_regel" ? line.name : "doel " + line.code;
    }
}

std::string deviation_text(const Judgement& judgement, Compared compared, Month until) {
    const Money deviation = *judgement.deviation;
    std::string text = format_euro(deviation.abs(), Decimals::whole);
    if (const auto share = judgement.basis ? ratio(deviation.abs(), judgement.basis->abs()) : std::nullopt)
        text += " (" + format_percent(*share) + ")";
    text += deviation > Money() ? " voordelig" : " nadelig";
    return text + (compared == Compared::to_date
                       ? " af van de begroting tot en met " + std::string(month_name(until.month))
                       : " af van de begroting van het jaar, volgens de prognose");
}

/// Makes a report part by part.
class ReportMaker {
public:
    ReportMaker(const Input& input, const Moment& moment, report::BudgetVsActual&& table) : input_(input) {
        report_.moment = moment;
        report_.table = std::move(table);
        report_.sources = input.sources;
    }

    [[nodiscard]] ManagementReport make() {
        const Forecasts forecasts = forecast_lines(input_.facts, report_.table, *input_.rules, report_.moment.code);
        report_.findings.insert(report_.findings.end(), forecasts.findings.begin(), forecasts.findings.end());
        add_lines(report_.table.lines, forecasts.of_lines, report_.lines);
        add_lines(report_.table.remainder, forecasts.of_remainder, report_.remainder);
        report_.total = report_.table.total;
        report_.total.forecast = forecasts.total;
        report_.total_judgement = judge({report_.total, forecasts.total, false}, *input_.rules);
        report_.introduction = said_about("plan");
        for (const Decision& decision : input_.rules->decisions) {
            if (decision.moment == report_.moment.code) report_.decisions.push_back(decision);
        }
        look_how_far_the_books_go();
        return std::move(report_);
    }

private:
    [[nodiscard]] std::vector<std::string> said_about(const std::string& code) const {
        const Explanation* said = find_explanation(*input_.explanations, code, report_.moment.code);
        return said != nullptr ? said->paragraphs : std::vector<std::string>();
    }

    void add_lines(const std::vector<report::Line>& lines, const std::vector<LineForecast>& forecasts,
                   std::vector<ReportLine>& to) {
        to.reserve(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            ReportLine made;
            made.line = lines[i];
            made.forecast = forecasts[i];
            made.line.amounts.forecast = forecasts[i].amount;
            made.forecast_variance = minus(made.line.amounts.budget, forecasts[i].amount);
            made.judgement = judge({made.line.amounts, forecasts[i].amount, &to == &report_.remainder}, *input_.rules);
            made.explanation = said_about(made.line.code);
            if (made.line.level == report::Level::speerpunt) made.judgement.must_be_explained = false;
            if (made.judgement.must_be_explained && made.explanation.empty()) add_missing(made);
            to.push_back(std::move(made));
        }
    }

    void add_missing(const ReportLine& line) {
        const std::string head = "## " + line.line.code + " " + report_.moment.code;
        const std::string& file = input_.explanations->file;
        report_.findings.push_back(
            {Severity::error, "afwijking_zonder_toelichting",
             line.line.place.file.empty() ? input_.rules->place : line.line.place,
             line_text(line.line) + " wijkt " +
                 deviation_text(line.judgement, input_.rules->compared, report_.table.until),
             file.empty() ? "een bestand met toelichtingen onder [rapportage]"
                          : "een toelichting onder de kop " + head + " in " + file,
             file.empty() ? "noem er een met toelichtingen = \"toelichtingen.md\" en schrijf daarin " + head
                          : "schrijf haar; de rapportage toont tot dan een gat"});
    }

    void look_how_far_the_books_go() {
        if (input_.facts.ledger == nullptr) return;
        report_.known_until = report::last_month_with_postings(input_.facts);
        if (*report_.known_until >= report_.table.until) return;
        report_.findings.push_back(
            {Severity::warning, "cijfers_lopen_achter", input_.rules->place,
             "de boekingen lopen tot en met " + std::string(month_name(report_.known_until->month)) + ", en " +
                 report_.moment.code + " gaat tot en met " + month_name(report_.table.until.month),
             "boekingen tot en met " + std::string(month_name(report_.table.until.month)),
             "voeg de mutaties van de andere maanden toe als [[bron]]"});
    }

    const Input& input_;
    ManagementReport report_;
};

}  // namespace

LightCounts lights_below(const ManagementReport& report, std::size_t head) {
    LightCounts counts{};
    for (const ReportLine& line : report.lines) {
        if (line.line.parent == head) ++counts.at(static_cast<std::size_t>(line.judgement.light));
    }
    return counts;
}

Result<ManagementReport> make_report(const Input& input, const Moment& moment) {
    BEGROOT_CHECK(input.rules != nullptr && input.explanations != nullptr, "een rapportage zonder afspraken");
    auto table = report::compare_budget_with_actual(input.facts, {report::Per::goal, report::View::plan, moment.until});
    if (!table) return failure(table.error());
    return ReportMaker(input, moment, std::move(*table)).make();
}

}  // namespace begroot::management
