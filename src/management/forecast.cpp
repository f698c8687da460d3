#include "management/forecast.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <optional>

namespace begroot::management {

namespace {

__extension__ using Wide = __int128;
constexpr std::int64_t months_in_year = 12;

/// What a goal cost last year: up to the same month, and in all.
struct LastYear {
    Money to_date;
    Money year;
};

/// Tells whether every month of a year has bookings; of a year that is cut off nobody knows the pattern.
bool is_whole(const Ledger& ledger, PlanYear year) {
    std::array<bool, months_in_year> booked{};
    for (const Posting& posting : ledger.postings) {
        if (posting.coding->side == Side::balance || !is_within(posting.period(), year, year.last())) continue;
        const BookPeriod period = posting.period();
        booked.at(static_cast<std::size_t>(year.position(Month{period.year, period.number}) - 1)) = true;
    }
    return std::ranges::all_of(booked, std::identity{});
}

/// Forecasts lines one by one.
class LineForecaster {
public:
    LineForecaster(const report::Facts& facts, const report::BudgetVsActual& table, const ReportRules& rules,
                   const std::string& moment)
        : facts_(facts), table_(table), rules_(rules), moment_(moment) {}

    [[nodiscard]] LineForecast forecast(const report::Line& line) {
        LineForecast made;
        made.method = rules_.method;
        const ForecastRule* rule = find_forecast(rules_, line.code, moment_);
        if (rule != nullptr) {
            made.method = rule->method;
            made.by_rule = true;
            made.explanation = rule->explanation;
        }
        if (made.method == ForecastMethod::own) {
            made.amount = rule->amount;
        } else if (line.amounts.actual) {
            made.amount = computed(line, rule, made);
        }
        return made;
    }

    [[nodiscard]] Findings take_findings() { return std::move(findings_); }

private:
    [[nodiscard]] Money computed(const report::Line& line, const ForecastRule* rule, LineForecast& made) {
        const Money actual = *line.amounts.actual;
        const Money plus_rest = line.amounts.forecast.value_or(actual);
        if (made.method == ForecastMethod::run_rate)
            return scaled(actual, months_in_year, table_.year.position(table_.until));
        if (made.method == ForecastMethod::actual_plus_rest) return plus_rest;
        const LastYear last = last_year_of(line.code);
        PlanYear before = table_.year;
        --before.year;
        if (!last_is_whole_) last_is_whole_ = is_whole(*facts_.ledger, before);
        if (*last_is_whole_ && last.to_date > Money() && last.year >= last.to_date)
            return scaled(actual, last.year.cents(), last.to_date.cents());
        made.method = ForecastMethod::actual_plus_rest;
        made.without_pattern = true;
        const std::string year = to_text(before);
        findings_.push_back({Severity::warning, "prognose_zonder_patroon", rule != nullptr ? rule->place : line.place,
                             "van doel " + line.code + " geven de boekingen van " + year +
                                 " geen patroon; de prognose is nu werkelijk plus wat er nog begroot is",
                             "lasten op dit doel in " + year + " tot en met " + month_name(table_.until.month) +
                                 ", en boekingen in alle twaalf maanden van " + year,
                             "voeg de mutaties van " + year + " toe als [[bron]], of kies een andere methode"});
        return plus_rest;
    }

    [[nodiscard]] LastYear last_year_of(const std::string& goal) const {
        LastYear last;
        PlanYear year = table_.year;
        --year.year;
        const Month same{table_.until.year - 1, table_.until.month};
        for (const PostingPart& part : *facts_.posting_parts) {
            const Posting& posting = facts_.ledger->postings[part.posting];
            if (posting.coding->side == Side::balance || !is_within(posting.period(), year, year.last())) continue;
            if (target_of(part, *facts_.rules).goal.text() != goal) continue;
            last.year += part.amount;
            if (is_within(posting.period(), year, same)) last.to_date += part.amount;
        }
        return last;
    }

    const report::Facts& facts_;
    const report::BudgetVsActual& table_;
    const ReportRules& rules_;
    const std::string& moment_;
    std::optional<bool> last_is_whole_;  ///< whether last year has all its months; asked once
    Findings findings_;
};

void add_forecast(std::optional<Money>& total, const std::optional<Money>& amount) {
    if (amount) total = total.value_or(Money()) + *amount;
}

}  // namespace

Money scaled(Money amount, std::int64_t part, std::int64_t whole) {
    BEGROOT_CHECK(whole != 0, "delen door nul");
    Wide top = static_cast<Wide>(amount.cents()) * part;
    Wide bottom = whole;
    if (bottom < 0) {
        top = -top;
        bottom = -bottom;
    }
    const Wide half = bottom / 2;
    const Wide rounded = top >= 0 ? (top + half) / bottom : -((-top + half) / bottom);
    BEGROOT_CHECK(
        rounded <= std::numeric_limits<std::int64_t>::max() && rounded >= std::numeric_limits<std::int64_t>::min(),
        "prognose te groot");
    return Money::from_cents(static_cast<std::int64_t>(rounded));
}

Forecasts forecast_lines(const report::Facts& facts, const report::BudgetVsActual& table, const ReportRules& rules,
                         const std::string& moment) {
    BEGROOT_CHECK(table.options.per == report::Per::goal && table.options.view == report::View::plan,
                  "een prognose gaat over de tabel per doel");
    Forecasts made;
    made.of_lines.resize(table.lines.size());
    LineForecaster forecaster(facts, table, rules, moment);
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        const report::Line& line = table.lines[i];
        if (!line.parent) continue;
        made.of_lines[i] = forecaster.forecast(line);
        add_forecast(made.of_lines[*line.parent].amount, made.of_lines[i].amount);
        add_forecast(made.total, made.of_lines[i].amount);
    }
    std::optional<Money> of_heads;
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        if (!table.lines[i].parent) add_forecast(of_heads, made.of_lines[i].amount);
    }
    BEGROOT_CHECK(of_heads == made.total, "de prognoses per speerpunt tellen niet op tot die van het jaarplan");
    for (const report::Line& line : table.remainder) {
        made.of_remainder.emplace_back();
        made.of_remainder.back().amount = line.amounts.forecast;
    }
    made.findings = forecaster.take_findings();
    return made;
}

}  // namespace begroot::management
