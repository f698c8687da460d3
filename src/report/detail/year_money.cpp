#include "report/detail/year_money.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cmath>

namespace begroot::report::detail {

namespace {

/// Beyond this a double no longer holds every whole number of cents.
constexpr double exact_cents_max = 9007199254740992.0;

YearMoney combine(const YearMoney& a, const YearMoney& b,
                  std::optional<Money> (*operation)(const std::optional<Money>&, const std::optional<Money>&)) {
    BEGROOT_CHECK(a.size() == b.size(), "bedragen van verschillende jaren opgeteld");
    YearMoney made(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) made[i] = operation(a[i], b[i]);
    return made;
}

}  // namespace

std::optional<Money> plus(const std::optional<Money>& a, const std::optional<Money>& b) {
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

std::optional<Money> minus(const std::optional<Money>& a, const std::optional<Money>& b) {
    return a && b ? std::optional(*a - *b) : std::nullopt;
}

YearMoney plus(const YearMoney& a, const YearMoney& b) { return combine(a, b, plus); }

YearMoney minus(const YearMoney& a, const YearMoney& b) { return combine(a, b, minus); }

YearMoney zeros(std::size_t years) { return YearMoney(years, Money()); }

bool any(const YearMoney& years) {
    return std::ranges::any_of(years, [](const std::optional<Money>& one) { return !one || !one->is_zero(); });
}

std::optional<Money> MoneyReader::at(std::uint32_t series, std::int32_t year) const {
    const model::NodeId node = evaluator_.graph().node_of(series, year);
    if (node == model::no_node) return std::nullopt;
    const double cents = evaluator_.value(node);
    if (!std::isfinite(cents) || std::abs(cents) > exact_cents_max) return std::nullopt;
    return Money::from_cents(static_cast<std::int64_t>(std::llround(cents)));
}

std::optional<Money> MoneyReader::in_year(std::string_view code, std::int32_t year) const {
    std::optional<Money> total = Money();
    for (const std::uint32_t series : evaluator_.graph().series_of(code)) total = plus(total, at(series, year));
    return total;
}

std::vector<YearMember> MoneyReader::members_of(std::string_view code) const {
    std::vector<YearMember> members;
    const model::Graph& graph = evaluator_.graph();
    for (const std::uint32_t series : graph.series_of(code)) {
        if (graph.series[series].members.empty()) return {};
        YearMember member{graph.series[series].name, {}};
        for (const std::int32_t year : years_) member.years.push_back(at(series, year));
        members.push_back(std::move(member));
    }
    return members;
}

YearMoney MoneyReader::of(std::string_view code) const {
    YearMoney made;
    for (const std::int32_t year : years_) made.push_back(in_year(code, year));
    return made;
}

YearMoney MoneyReader::a_year_before(std::string_view code) const {
    YearMoney made;
    for (const std::int32_t year : years_) made.push_back(in_year(code, year - 1));
    return made;
}

}  // namespace begroot::report::detail
