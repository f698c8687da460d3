#include "scenario/detail/deviation_columns.hpp"

#include "scenario/detail/draw_numbers.hpp"
#include "scenario/detail/normal_quantile.hpp"

#include <algorithm>

namespace begroot::scenario::detail {

namespace {

/// Adds `factor` times a block of values.
void add_times(double factor, std::span<const double> values, std::span<double> target) {
    for (std::size_t i = 0; i < block_draws; ++i) target[i] += factor * values[i];
}

}  // namespace

Result<DeviationColumns> DeviationColumns::make(const model::Graph& graph, const model::Definition& definition) {
    DeviationColumns made;
    made.first_year_ = graph.last_year;
    made.last_year_ = graph.last_year;
    for (const model::Variable& one : definition.variables) {
        if (one.kind != model::VariableKind::driver || !one.uncertainty) continue;
        const std::int32_t from = one.uncertainty->from == 0 ? graph.base_year + 1 : one.uncertainty->from;
        made.first_year_ = std::min(made.first_year_, std::max(from, graph.earliest_year));
    }
    for (const model::Variable& one : definition.variables) {
        if (one.kind == model::VariableKind::driver && one.uncertainty) made.add_driver(graph, one);
    }
    if (made.tracks_.empty()) {
        Error error;
        if (!definition.variables.empty()) error.place.file = definition.variables.front().place.file;
        error.found = "geen enkele aanname heeft een onzekerheid";
        error.expected = "minstens een [[aanname]] met onzekerheid";
        error.action = "geef een aanname een onzekerheid";
        return failure(std::move(error));
    }
    std::vector<Mover> movers;
    movers.reserve(made.tracks_.size());
    for (const Track& track : made.tracks_) movers.push_back(track.mover);
    auto bundles = tie_movers(movers, definition.correlations);
    if (!bundles) return failure(std::move(bundles.error()));
    made.bundles_ = std::move(*bundles);
    for (const Bundle& bundle : made.bundles_) made.years_.push_back(made.years_of(bundle));
    return made;
}

std::pair<std::size_t, std::size_t> DeviationColumns::years_of(const Bundle& bundle) const {
    std::size_t first = static_cast<std::size_t>(last_year_ - first_year_);
    std::size_t last = first;
    bool constant = true;
    for (const std::size_t one : bundle.movers) {
        const auto& columns = tracks_[one].columns;
        if (columns.size() == 1) continue;
        constant = false;
        const auto used = std::ranges::find_if(columns, [](std::uint32_t column) { return column != no_column; });
        first = std::min(first, static_cast<std::size_t>(used - columns.begin()));
    }
    return {first, constant ? first : last};
}

void DeviationColumns::add_driver(const model::Graph& graph, const model::Variable& driver) {
    const std::vector<std::uint32_t> series = graph.series_of(driver.code);
    distributions_.emplace_back(*driver.uncertainty);
    DriverColumns columns{driver.code, columns_, 0};
    Track track;
    track.mover.driver = &driver;
    track.mover.over_years = driver.uncertainty->over_years;
    track.distribution = distributions_.size() - 1;
    if (driver.uncertainty->per_member && !driver.lists.empty()) {
        for (const std::uint32_t& one : series) {
            track.mover.members = graph.series[one].members;
            track.mover.name = graph.series[one].name;
            add_track(graph, track, std::span(&one, 1));
        }
    } else {
        track.mover.name = driver.code;
        add_track(graph, std::move(track), series);
    }
    columns.count = columns_ - columns.first;
    if (columns.count > 0) drivers_.push_back(std::move(columns));
}

void DeviationColumns::add_track(const model::Graph& graph, Track track, std::span<const std::uint32_t> series) {
    const model::Uncertainty& shape = *track.mover.driver->uncertainty;
    const std::int32_t from = shape.from == 0 ? graph.base_year + 1 : shape.from;
    const bool constant = shape.over_years == 1;
    track.stream = stream_name(track.mover.name);
    track.columns.assign(constant ? 1 : static_cast<std::size_t>(last_year_ - first_year_ + 1), no_column);
    for (std::int32_t year = std::max(from, first_year_); year <= last_year_; ++year) {
        std::uint32_t& column = track.columns[constant ? 0 : static_cast<std::size_t>(year - first_year_)];
        for (const std::uint32_t one : series) {
            const model::NodeId node = graph.node_of(one, year);
            if (node == model::no_node) continue;
            if (column == no_column) column = static_cast<std::uint32_t>(columns_++);
            nodes_.push_back({node, shape.relative, column});
        }
    }
    tracks_.push_back(std::move(track));
}

DeviationColumns::Memory DeviationColumns::memory() const {
    std::size_t most = 0;
    for (const Bundle& bundle : bundles_) most = std::max(most, bundle.movers.size());
    Memory made;
    made.bits.resize(block_draws);
    made.fresh.resize(most * block_draws);
    made.scores.resize(most * block_draws);
    return made;
}

void DeviationColumns::draw_scores(const Bundle& bundle, const Eigen::MatrixXd& factor, std::uint64_t seed,
                                   std::int32_t year, std::uint64_t first_draw, Memory& memory) const {
    const std::span fresh(memory.fresh);
    const std::span scores(memory.scores);
    for (std::size_t i = 0; i < bundle.movers.size(); ++i) {
        draw_numbers(seed, {tracks_[bundle.movers[i]].stream, year}, first_draw, memory.bits);
        normal_scores(memory.bits, fresh.subspan(i * block_draws, block_draws));
    }
    for (std::size_t i = 0; i < bundle.movers.size(); ++i) {
        for (std::size_t k = 0; k < bundle.movers.size(); ++k) {
            const double share = factor(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k));
            if (share != 0)
                add_times(share, fresh.subspan(k * block_draws, block_draws),
                          scores.subspan(i * block_draws, block_draws));
        }
    }
}

void DeviationColumns::write_columns(const Bundle& bundle, std::size_t year, std::span<double> columns,
                                     const Memory& memory) const {
    for (std::size_t i = 0; i < bundle.movers.size(); ++i) {
        const Track& track = tracks_[bundle.movers[i]];
        const std::size_t which = track.columns.size() == 1 ? 0 : year;
        if (track.columns[which] == no_column) continue;
        distributions_[track.distribution].deviations(
            std::span(memory.scores).subspan(i * block_draws, block_draws),
            columns.subspan(std::size_t{track.columns[which]} * block_draws, block_draws));
    }
}

void DeviationColumns::fill(std::uint64_t seed, std::uint64_t first_draw, std::span<double> columns,
                            Memory& memory) const {
    for (std::size_t i = 0; i < bundles_.size(); ++i) {
        const Bundle& bundle = bundles_[i];
        const auto [first, last] = years_[i];
        const bool constant = first == last;
        std::ranges::fill(memory.scores, 0.0);
        draw_scores(bundle, bundle.first, seed, constant ? 0 : calendar_year(first), first_draw, memory);
        write_columns(bundle, first, columns, memory);
        for (std::size_t year = first + 1; year <= last; ++year) {
            for (std::size_t k = 0; k < bundle.movers.size(); ++k) {
                const double over_years = tracks_[bundle.movers[k]].mover.over_years;
                for (double& score : std::span(memory.scores).subspan(k * block_draws, block_draws))
                    score *= over_years;
            }
            if (!bundle.next.isZero(0)) draw_scores(bundle, bundle.next, seed, calendar_year(year), first_draw, memory);
            write_columns(bundle, year, columns, memory);
        }
    }
}

}  // namespace begroot::scenario::detail
