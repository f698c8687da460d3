#include "scenario/goal_seek.hpp"

#include "model/quantity.hpp"
#include "scenario/detail/goal_search.hpp"
#include "scenario/detail/naming.hpp"
#include "scenario/detail/simplest.hpp"
#include "scenario/detail/turned_model.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace begroot::scenario {

namespace {

using detail::Jump;
using detail::plausible;
using detail::Scan;
using detail::Search;
using detail::shown;
using detail::shown_decimals;
using detail::simplest;
using detail::Stretch;
using detail::TurnedModel;

/// Tells whether a stretch is more than the width of the last cent: beyond its own width the target is far off.
bool is_flat(const Stretch& stretch, TurnedModel& turned) {
    const double width = stretch.last - stretch.first;
    constexpr double rounding_slack = 1.01;
    if (stretch.at_start && stretch.at_end) return true;
    if (width <= turned.knob_step() * rounding_slack) return false;
    constexpr double quanta = 8;
    const auto is_far = [&turned](double value) {
        const double gap = std::abs(turned.gap(value));
        return std::isfinite(gap) && gap > quanta * turned.tolerance();
    };
    return (!stretch.at_start && is_far(stretch.first - width)) || (!stretch.at_end && is_far(stretch.last + width));
}

double distance(const Stretch& stretch, double value) {
    return std::max({stretch.first - value, value - stretch.last, 0.0});
}

/// Gives a value of a stretch as a person writes it: for a flat one the value nearest to the present.
double value_in(const Stretch& stretch, bool flat, TurnedModel& turned) {
    const auto fits = [&](double value) {
        return value >= stretch.first && value <= stretch.last && turned.gap(value) == 0;
    };
    if (flat && fits(turned.present())) return turned.present();
    const double near = flat ? std::clamp(turned.present(), stretch.first, stretch.last)
                             : stretch.first + (stretch.last - stretch.first) / 2;
    return simplest(near, turned.unit(), flat ? shown_decimals(turned.unit()) : 0, fits);
}

std::pair<double, double> ends_of(const Stretch& stretch, const model::Unit& unit) {
    const auto fits = [&](double value) { return value >= stretch.first && value <= stretch.last; };
    const int decimals = shown_decimals(unit);
    return {simplest(stretch.first, unit, decimals, fits), simplest(stretch.last, unit, decimals, fits)};
}

void add_reason(Found& found, const std::string& reason) {
    found.reason += (found.reason.empty() ? "" : "; ") + reason;
}

/// Fills in the value and what is to be known about it.
void take_value(Found& found, const Search& search, TurnedModel& turned, const Goal& goal) {
    const auto& reached = search.scan().reached;
    const auto best = std::ranges::min_element(
        reached, {}, [&turned](const Stretch& one) { return distance(one, turned.present()); });
    const bool flat = is_flat(*best, turned);
    found.value = value_in(*best, flat, turned);
    for (auto one = reached.begin(); one != reached.end(); ++one) {
        if (one != best) found.others.push_back(value_in(*one, is_flat(*one, turned), turned));
    }
    const model::Unit& unit = turned.unit();
    if (std::abs(found.before - goal.wanted) <= turned.tolerance()) add_reason(found, "het doel is al bereikt");
    if (flat && best->at_start && best->at_end) {
        found.flat = {best->first, best->last};
        add_reason(found, goal.target.text + " is dit bij elke waarde van " + shown(best->first, unit) +
                              " tot en met " + shown(best->last, unit));
    } else if (flat) {
        found.flat = ends_of(*best, unit);
        add_reason(found, "het doel geldt van " + shown(found.flat->first, unit) + " tot en met " +
                              shown(found.flat->second, unit) +
                              (best->at_start || best->at_end ? " en misschien verder" : ""));
    }
    if (*found.value < 0 && turned.present_least() >= 0) add_reason(found, "alleen een waarde onder nul haalt het");
    if (const auto range = plausible(turned); range && (*found.value < range->least || *found.value > range->most)) {
        add_reason(found, "buiten het bereik van de aanname, " + shown(range->least, unit) + " tot en met " +
                              shown(range->most, unit));
    }
}

/// Says where a jump is: between two values of a knob that is rounded itself, or at one value.
std::string where_of(const Jump& jump, TurnedModel& turned) {
    const model::Unit& unit = turned.unit();
    if (turned.knob_step() == 0) return "bij " + shown(jump.below, unit);
    const auto end = [&](double value, double gap) {
        return simplest(value, unit, shown_decimals(unit), [&](double one) { return turned.gap(one) == gap; });
    };
    return "tussen " + shown(end(jump.below, jump.gap_below), unit) + " en " +
           shown(end(jump.above, jump.gap_above), unit);
}

/// Says why there is no value, and which comes nearest.
void explain_failure(Found& found, const Search& search, TurnedModel& turned, const Goal& goal, const Knob& knob) {
    const Scan& scan = search.scan();
    const model::Unit& unit = turned.unit();
    const model::Unit& target_unit = turned.target_unit();
    const std::string between =
        " van " + shown(search.bounds().least, unit) + " tot en met " + shown(search.bounds().most, unit);
    if (!scan.nearest)
        return add_reason(found, goal.target.text + " is bij geen enkele waarde" + between + " te berekenen");
    const double gap = std::abs(turned.gap(*scan.nearest));
    found.nearest = simplest(*scan.nearest, unit, 0, [&](double value) {
        return value >= search.bounds().least && value <= search.bounds().most && std::abs(turned.gap(value)) <= gap;
    });
    if (!turned.is_reached())
        return add_reason(found, goal.target.text + " rust niet op " + knob.variable + " in deze jaren");
    if (!scan.moves) return add_reason(found, goal.target.text + " beweegt niet met " + knob.variable + between);
    const auto jump = std::ranges::min_element(
        scan.jumps, {}, [](const Jump& one) { return std::min(std::abs(one.gap_below), std::abs(one.gap_above)); });
    if (jump != scan.jumps.end()) {
        return add_reason(found, goal.target.text + " springt " + where_of(*jump, turned) + " van " +
                                     shown(goal.wanted + jump->gap_below, target_unit) + " naar " +
                                     shown(goal.wanted + jump->gap_above, target_unit));
    }
    add_reason(found, goal.target.text + " komt bij geen enkele waarde" + between + " op " +
                          model::write_value(goal.wanted, target_unit));
}

}  // namespace

Result<Goal> parse_goal(std::string_view text, const model::Graph& graph, const model::Definition& definition) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) {
        return failure(detail::usage_error(text, {detail::in_quotes(text) + " is geen doel",
                                                  "een cijfer in een jaar en wat het moet worden, bijvoorbeeld "
                                                  "eigen_vermogen@2029=500.000"}));
    }
    auto target = parse_target(text.substr(0, equals), graph);
    if (!target) return failure(std::move(target.error()));
    const std::string_view written = detail::without_blanks(text.substr(equals + 1));
    auto wanted = model::parse_value(written, model::unit_of(definition, graph.series[target->series]));
    if (!wanted) {
        return failure(detail::usage_error(
            text,
            {detail::in_quotes(written) + " is niet wat " + target->text + " kan worden", std::move(wanted.error())}));
    }
    return Goal{std::move(*target), *wanted};
}

Result<Knob> parse_knob(std::string_view text, const model::Graph& graph, const model::Definition& definition) {
    const auto dated = detail::split_years(detail::without_blanks(text));
    if (!dated) return failure(detail::usage_error(text, dated.error()));
    detail::Name name = detail::split_name(detail::without_blanks(dated->rest));
    const auto selected = detail::select_adjustable(graph, definition, name.variable, name.members);
    if (!selected) return failure(detail::usage_error(text, selected.error()));
    if (const auto mistake = detail::check_years(graph, dated->years))
        return failure(detail::usage_error(text, *mistake));
    return Knob{std::move(name.variable), std::move(name.members), dated->years.from, dated->years.until, {}, {}};
}

Adjustment turn(const Knob& knob, double value) {
    return {knob.variable, knob.members, Action::set, value, knob.from, knob.until, {}};
}

Result<Found> seek(const model::Graph& graph, const model::Definition& definition, std::span<const Adjustment> base,
                   const Goal& goal, const Knob& knob) {
    auto turned = TurnedModel::make(graph, definition, base, goal, knob);
    if (!turned) return failure(std::move(turned.error()));
    if (knob.least && knob.most && *knob.least >= *knob.most) {
        return failure(
            {ErrorKind::usage,
             {},
             "de grenzen lopen van " + shown(*knob.least, turned->unit()) + " tot " + shown(*knob.most, turned->unit()),
             "een ondergrens onder de bovengrens",
             ""});
    }
    Search search(*turned, knob);
    search.run();
    Found found;
    found.before = turned->before();
    found.present = turned->present();
    found.least = search.bounds().least;
    found.most = search.bounds().most;
    if (search.scan().reached.empty()) {
        explain_failure(found, search, *turned, goal, knob);
    } else {
        take_value(found, search, *turned, goal);
    }
    const auto used = found.value ? found.value : found.nearest;
    found.reached = used ? turned->target(*used) : found.before;
    if (used) found.moved = turned->moved(*used);
    return found;
}

}  // namespace begroot::scenario
