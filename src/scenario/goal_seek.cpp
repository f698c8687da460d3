#include "scenario/goal_seek.hpp"

#include "model/quantity.hpp"
#include "scenario/detail/adjust.hpp"
#include "scenario/detail/naming.hpp"
#include "scenario/detail/root_scan.hpp"
#include "scenario/detail/turned_model.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace begroot::scenario {

namespace {

using detail::Jump;
using detail::Scan;
using detail::Stretch;
using detail::TurnedModel;

constexpr std::size_t scan_points = 200;

/// What a knob may be.
struct Bounds {
    double least = 0;
    double most = 0;
};

bool is_money(const model::Unit& unit) {
    return std::ranges::any_of(unit.exponents, [](const auto& one) { return one.first.starts_with("€"); });
}

/// Gives the number of decimals that a person reads: cents, 0,0001%, millionths.
int shown_decimals(const model::Unit& unit) {
    if (is_money(unit)) return 2;
    return unit.percent ? 4 : 6;
}

/// Rounds to a number of decimals as they are written: those of the percentage for a percentage.
double with_decimals(double value, const model::Unit& unit, int decimals, double (*rounding)(double)) {
    const double scale = std::pow(10.0, decimals + (unit.percent ? 2 : 0));
    return rounding(value * scale) / scale;
}

double half_away(double value) { return std::round(value); }
double downwards(double value) { return std::floor(value); }
double upwards(double value) { return std::ceil(value); }

std::string shown(double value, const model::Unit& unit) {
    return model::write_value(with_decimals(value, unit, shown_decimals(unit), half_away), unit);
}

/// Says the bounds within which an unwritten bound is sought, whatever the model says.
Bounds widest(const model::Unit& unit) {
    constexpr double most_euros = 1e10;
    constexpr double most_percent = 10;
    constexpr double most_others = 1e9;
    if (is_money(unit)) return {-most_euros, most_euros};
    if (unit.percent) return {-1, most_percent};
    return {unit.exponents.empty() ? -most_others : 0, most_others};  // there are no fewer than 0 pupils
}

/// Gives a first step away from the present value.
double first_width(const TurnedModel& turned) {
    constexpr double euros = 1000;
    constexpr double percent = 0.01;
    const double size = std::max({std::abs(turned.present_least()), std::abs(turned.present_most())});
    if (size > 0) return size;
    if (is_money(turned.unit())) return euros;
    return turned.unit().percent ? percent : 1;
}

std::vector<double> even_points(const Bounds& bounds, double present) {
    std::vector<double> points;
    points.reserve(scan_points + 2);
    for (std::size_t i = 0; i <= scan_points; ++i)
        points.push_back(std::lerp(bounds.least, bounds.most, static_cast<double>(i) / scan_points));
    if (present > bounds.least && present < bounds.most) points.push_back(present);
    std::ranges::sort(points);
    points.erase(std::ranges::unique(points).begin(), points.end());
    return points;
}

double changed(double value, const model::Change& change) {
    switch (change.kind) {
        case model::Change::Kind::set:
            return change.amount;
        case model::Change::Kind::add:
            return value + change.amount;
        case model::Change::Kind::multiply:
            return value * (1 + change.amount);
    }
    return value;
}

/// Gives the plausible range of a driver around its present values.
std::optional<Bounds> plausible(const TurnedModel& turned) {
    const auto& range = turned.variable().range;
    if (!range) return std::nullopt;
    Bounds bounds{turned.present(), turned.present()};
    for (const model::Change& change : {range->low, range->high}) {
        for (const double present : {turned.present_least(), turned.present_most()}) {
            bounds.least = std::min(bounds.least, changed(present, change));
            bounds.most = std::max(bounds.most, changed(present, change));
        }
    }
    return bounds;
}

/// Looks for the goal, from near the present value outwards.
class Search {
public:
    Search(TurnedModel& turned, const Knob& knob) : turned_(&turned), knob_(&knob) {}

    void run() {
        const Bounds limits = widest(turned_->unit());
        bounds_ = {knob_->least.value_or(limits.least), knob_->most.value_or(limits.most)};
        if (knob_->least && knob_->most) return scan(even_points(bounds_, turned_->present()));
        const bool is_free = !knob_->least && !knob_->most;
        if (const auto near = plausible(*turned_); near && is_free) {
            bounds_ = *near;
            scan(even_points(bounds_, turned_->present()));
            if (!scan_.reached.empty()) return;
        }
        const bool stays_positive = !knob_->least && turned_->present_least() >= 0 && knob_->most.value_or(1) > 0;
        if (stays_positive) {
            scan_outwards({0, knob_->most.value_or(limits.most)});
            if (!scan_.reached.empty() || limits.least == 0) return;
        }
        scan_outwards({knob_->least.value_or(limits.least), knob_->most.value_or(limits.most)});
    }

    [[nodiscard]] const Scan& scan() const { return scan_; }
    [[nodiscard]] const Bounds& bounds() const { return bounds_; }

private:
    void scan(const std::vector<double>& points) {
        const auto nearest = scan_.nearest;
        scan_ = detail::scan_gap([this](double value) { return turned_->gap(value); }, points);
        // what an earlier, smaller scan met may be nearer
        if (nearest && (!scan_.nearest || std::abs(turned_->gap(*nearest)) < std::abs(turned_->gap(*scan_.nearest))))
            scan_.nearest = nearest;
    }

    /// Doubles the distance from the present value until the gap changes sign, then scans up to twice as far.
    void scan_outwards(const Bounds& limits) {
        const double start = std::clamp(turned_->present(), limits.least, limits.most);
        const auto ring = [&](double width) {
            return Bounds{std::max(start - width, limits.least), std::min(start + width, limits.most)};
        };
        std::vector<double> met{start};
        std::set<int> signs;
        note_sign(turned_->gap(start), signs);
        for (double width = first_width(*turned_); met.front() > limits.least || met.back() < limits.most; width *= 2) {
            met.insert(met.begin(), ring(width).least);
            met.push_back(ring(width).most);
            for (const double end : {met.front(), met.back()}) note_sign(turned_->gap(end), signs);
            if (signs.size() < 2) continue;
            bounds_ = ring(2 * width);
            return scan(even_points(bounds_, turned_->present()));
        }
        bounds_ = limits;
        constexpr double near = 8;
        const auto even = even_points(ring(near * first_width(*turned_)), start);
        met.insert(met.end(), even.begin(), even.end());
        std::ranges::sort(met);
        met.erase(std::ranges::unique(met).begin(), met.end());
        scan(met);
    }

    static void note_sign(double gap, std::set<int>& signs) {
        if (std::isfinite(gap)) signs.insert(gap == 0 ? 0 : (gap < 0 ? -1 : 1));
    }

    TurnedModel* turned_;
    const Knob* knob_;
    Bounds bounds_;
    Scan scan_;
};

/// Gives the value with the fewest decimals near a value for which `fits` holds; the value itself when there is none.
template <typename Fits>
double simplest(double near, const model::Unit& unit, int decimals, const Fits& fits) {
    constexpr int decimals_max = 15;
    for (; decimals <= decimals_max; ++decimals) {
        for (double (*rounding)(double) : {half_away, downwards, upwards}) {
            const double candidate = with_decimals(near, unit, decimals, rounding);
            if (fits(candidate)) return candidate;
        }
    }
    return near;
}

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
        return failure(detail::usage_error(text, {detail::quoted(text) + " is geen doel",
                                                  "een cijfer in een jaar en wat het moet worden, bijvoorbeeld "
                                                  "eigen_vermogen@2029=500.000"}));
    }
    auto target = parse_target(text.substr(0, equals), graph);
    if (!target) return failure(std::move(target.error()));
    const std::string_view written = detail::without_blanks(text.substr(equals + 1));
    auto wanted = model::parse_value(written, detail::unit_of(definition, graph.series[target->series]));
    if (!wanted) {
        return failure(detail::usage_error(
            text,
            {detail::quoted(written) + " is niet wat " + target->text + " kan worden", std::move(wanted.error())}));
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
