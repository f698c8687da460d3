// Reading and writing an ad hoc change.

#include "model/quantity.hpp"
#include "scenario/detail/adjust.hpp"
#include "scenario/detail/naming.hpp"
#include "scenario/scenario.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace begroot::scenario {

namespace {

using detail::in_quotes;
using detail::Mistake;

constexpr std::string_view off_word = "uit";
constexpr std::string_view example = "bijvoorbeeld deelname.so.laag=+0,1pp@2026-";

/// The actions that have a word; the figure stands behind it.
constexpr std::array action_words = std::to_array<std::pair<std::string_view, Action>>({{"zet", Action::set},
                                                                                        {"groei", Action::grow},
                                                                                        {"hoogstens", Action::cap},
                                                                                        {"minstens", Action::floor},
                                                                                        {"schuif", Action::shift}});

std::expected<double, Mistake> parse_growth(std::string_view text) {
    const auto quantity = model::parse_quantity(text);
    if (!quantity || quantity->mark != model::Quantity::Mark::percent)
        return std::unexpected(
            Mistake{in_quotes(text) + " is geen groei", "een percentage per jaar, bijvoorbeeld +2%"});
    return quantity->value;
}

std::expected<double, Mistake> parse_shift(std::string_view text) {
    std::string_view digits = text;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    std::int32_t years = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), years);
    const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
    if (!is_whole || years == 0 || std::abs(years) > model::years_max) {
        return std::unexpected(Mistake{in_quotes(text) + " is geen aantal jaren om te schuiven",
                                       "een geheel getal, bijvoorbeeld 1 (een jaar later) of -1 (een jaar eerder)"});
    }
    return years;
}

std::expected<double, Mistake> parse_amount_of(Action action, std::string_view text, const model::Unit& unit) {
    if (action == Action::grow) return parse_growth(text);
    if (action == Action::shift) return parse_shift(text);
    auto value = model::parse_value(text, unit);
    if (!value) return std::unexpected(Mistake{in_quotes(text) + " past niet", std::move(value.error())});
    return *value;
}

std::expected<std::pair<Action, double>, Mistake> parse_action(std::string_view text, const model::Unit& unit) {
    if (text == off_word) return std::pair(Action::off, 0.0);
    for (const auto& [word, action] : action_words) {
        if (!text.starts_with(word)) continue;
        const auto amount = parse_amount_of(action, detail::without_blanks(text.substr(word.size())), unit);
        if (!amount) return std::unexpected(amount.error());
        return std::pair(action, *amount);
    }
    auto change = model::parse_change(text, unit);
    if (!change) {
        const std::string found =
            text.empty() ? "achter = staat niets" : in_quotes(text) + " past niet bij de eenheid " + to_text(unit);
        return std::unexpected(Mistake{found, std::move(change.error())});
    }
    return std::pair(detail::action_of(change->kind), change->amount);
}

std::expected<Adjustment, Mistake> parse(std::string_view text, const model::Definition& definition,
                                         const model::Graph& graph) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return std::unexpected(Mistake{in_quotes(text) + " is geen wijziging", std::string(example)});
    const detail::Name name = detail::split_name(detail::without_blanks(text.substr(0, equals)));
    const auto selected = detail::select_adjustable(graph, definition, name.variable, name.members);
    if (!selected) return std::unexpected(selected.error());
    const auto dated = detail::split_years(text.substr(equals + 1));
    if (!dated) return std::unexpected(dated.error());
    if (auto mistake = detail::check_years(graph, dated->years)) return std::unexpected(std::move(*mistake));
    const model::Unit& unit = model::unit_of(definition, graph.series[selected->front()]);
    const auto action = parse_action(detail::without_blanks(dated->rest), unit);
    if (!action) return std::unexpected(action.error());
    return Adjustment{
        name.variable, name.members, action->first, action->second, dated->years.from, dated->years.until, {}};
}

std::string write_action(const Adjustment& adjustment, const model::Unit& unit) {
    using model::Change;
    const auto worded = [&adjustment](std::string amount) {
        const auto* const word =
            std::ranges::find(action_words, adjustment.action, &std::pair<std::string_view, Action>::second);
        return std::string(word->first) + " " + std::move(amount);
    };
    switch (adjustment.action) {
        case Action::set:  // a sign without a word adds
            return adjustment.amount < 0 ? worded(model::write_value(adjustment.amount, unit))
                                         : to_text(Change{Change::Kind::set, adjustment.amount}, unit);
        case Action::add:
            return to_text(Change{Change::Kind::add, adjustment.amount}, unit);
        case Action::multiply:
            return to_text(Change{Change::Kind::multiply, adjustment.amount}, unit);
        case Action::grow:
            return worded(to_text(Change{Change::Kind::multiply, adjustment.amount}, unit));
        case Action::cap:
        case Action::floor:
            return worded(model::write_value(adjustment.amount, unit));
        case Action::shift:
            return worded(std::to_string(std::lround(adjustment.amount)));
        case Action::off:
            return std::string(off_word);
    }
    return "";
}

}  // namespace

Action detail::action_of(model::Change::Kind kind) {
    switch (kind) {
        case model::Change::Kind::set:
            return Action::set;
        case model::Change::Kind::add:
            return Action::add;
        case model::Change::Kind::multiply:
            return Action::multiply;
    }
    return Action::set;
}

Adjustment detail::adjustment_of(const std::string& variable, const model::Change& change) {
    return {variable, {}, action_of(change.kind), change.amount, {}, {}, {}};
}

Result<Adjustment> parse_adjustment(std::string_view text, const model::Definition& definition,
                                    const model::Graph& graph) {
    auto adjustment = parse(text, definition, graph);
    if (!adjustment) return failure(detail::usage_error(text, std::move(adjustment.error())));
    return std::move(*adjustment);
}

std::string to_text(const Adjustment& adjustment, const model::Definition& definition) {
    const auto variable = std::ranges::find(definition.variables, adjustment.variable, &model::Variable::code);
    const model::Unit unit = variable == definition.variables.end() ? model::Unit{} : variable->unit;
    std::string text = adjustment.variable;
    for (const std::string& member : adjustment.members) text += "." + member;
    return text + "=" + write_action(adjustment, unit) + detail::to_text({adjustment.from, adjustment.until});
}

}  // namespace begroot::scenario
