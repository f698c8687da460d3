#include "scenario/detail/draw_run.hpp"

#include "scenario/detail/chunks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace begroot::scenario::detail {

namespace {

constexpr std::size_t certain_figure = SIZE_MAX;
/// Draws from which the bins are made, when there is room for their values.
constexpr std::size_t sample_draws = 1024;
constexpr std::size_t sample_chunk = 2 * block_draws;
/// Draws of a chunk when all values are kept.
constexpr std::size_t values_chunk = 1024;
/// Draws of a chunk of which the bins are kept, and the bytes for them: a figure's counts are fetched once a chunk.
constexpr std::size_t bins_chunk_max = 4096;
constexpr std::size_t bins_chunk_bytes = 8U << 20U;
/// So much further the bins of the next figure start, so that figures do not all want the same places of the cache.
constexpr std::size_t bins_stride_extra = 160;
/// Bins of a figure, and the bytes for all counts.
constexpr std::size_t bins_min = 64;
constexpr std::size_t bins_max = 4096;
constexpr std::size_t counts_bytes = 64U << 20U;
constexpr std::size_t locks = 64;

/// Gives how many whole blocks of draws fit in `draws`, at least one, as draws.
std::size_t whole_blocks(std::size_t draws) { return std::max<std::size_t>(draws / block_draws, 1) * block_draws; }

}  // namespace

DrawRun::DrawRun(const model::BlockEvaluator& evaluator, const DeviationColumns& columns, const AskedFigures& asked,
                 const RiskOptions& options)
    : evaluator_(&evaluator),
      columns_(&columns),
      asked_(&asked),
      options_(options),
      uncertain_of_(asked.figures.size(), certain_figure),
      locks_(locks),
      sums_(0, asked.crossings.size(), columns.drivers().size()) {
    for (std::size_t i = 0; i < asked.figures.size(); ++i) {
        const double base = evaluator.base_value(i);
        if (evaluator.is_uncertain(i)) {
            uncertain_of_[i] = figures_.size();
            figures_.push_back(i);
            centres_.push_back(std::isfinite(base) ? base : 0);
        } else if (!std::isfinite(base)) {
            always_without_value_ = true;
        }
    }
    sums_.figures.resize(figures_.size());
}

std::optional<std::size_t> DrawRun::uncertain(std::size_t figure) const {
    if (uncertain_of_[figure] == certain_figure) return std::nullopt;
    return uncertain_of_[figure];
}

void DrawRun::run() {
    const auto draws = static_cast<std::size_t>(options_.draws);
    const std::size_t row_bytes = std::max<std::size_t>(figures_.size(), 1) * sizeof(double);
    const std::size_t keepable = options_.exact_bytes / row_bytes;
    const bool exact = draws <= keepable;
    const std::size_t kept = exact ? draws : std::min({draws, sample_draws, whole_blocks(keepable)});
    const auto kept_draws = static_cast<std::int64_t>(kept);
    kept_.emplace(figures_.size(), kept);
    run_stretch({0, kept_draws}, static_cast<std::int64_t>(exact ? values_chunk : sample_chunk), Keep::values);
    if (!exact) {
        make_bins();
        kept_.reset();
        run_stretch({kept_draws, options_.draws}, chunk_draws_, Keep::bins);
    }
    if (always_without_value_) sums_.without_value = options_.draws;
    find_quantiles();
}

void DrawRun::make_workers(std::size_t chunks) {
    const std::size_t threads = threads_for(options_.threads, chunks);
    while (workers_.size() < threads) {
        workers_.push_back({model::BlockEvaluator::Scratch(*evaluator_),
                            columns_->memory(),
                            std::vector<double>(columns_->columns() * block_draws),
                            std::vector<double>(block_draws),
                            {},
                            {},
                            DrawSums(figures_.size(), asked_->crossings.size(), columns_->drivers().size())});
    }
    for (Worker& worker : workers_) {
        worker.bins.resize(bins_stride_ * figures_.size());
        worker.counted.resize(2 * bins_per_figure_);
    }
}

void DrawRun::run_stretch(const Stretch& all, std::int64_t chunk_draws, Keep keep) {
    const auto chunks = static_cast<std::size_t>((all.last - all.first + chunk_draws - 1) / chunk_draws);
    make_workers(chunks);
    const auto work = [&](std::size_t chunk, std::size_t thread) {
        const std::int64_t first = all.first + static_cast<std::int64_t>(chunk) * chunk_draws;
        const Stretch part{first, std::min(first + chunk_draws, all.last)};
        run_chunk(part, keep, workers_[thread]);
        if (keep == Keep::bins) count_bins(static_cast<std::size_t>(part.last - part.first), thread);
    };
    const auto take = [&](std::size_t, std::size_t thread) { sums_.add(workers_[thread].sums); };
    run_chunks(chunks, threads_for(options_.threads, chunks), work, take);
}

void DrawRun::run_chunk(const Stretch& chunk, Keep keep, Worker& worker) {
    worker.sums.clear();
    constexpr auto block = static_cast<std::int64_t>(block_draws);
    for (std::int64_t draw = chunk.first; draw < chunk.last; draw += block) {
        columns_->fill(options_.seed, static_cast<std::uint64_t>(draw), worker.deviations, worker.memory);
        evaluator_->run(worker.deviations, worker.scratch);
        const auto count = static_cast<std::size_t>(std::min(block, chunk.last - draw));
        record(count, static_cast<std::size_t>(keep == Keep::values ? draw : draw - chunk.first), keep, worker);
        record_crossings(count, worker);
        record_explained(count, worker);
    }
}

/// Adds the first `count` draws of a block to the sums, and keeps them at `place`.
void DrawRun::record(std::size_t count, std::size_t place, Keep keep, Worker& worker) {
    std::array<bool, block_draws> lacking{};
    bool any_lacking = false;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const auto values = evaluator_->output(figures_[i], worker.scratch).first(count);
        const bool finite = worker.sums.figures[i].add(values, centres_[i]);
        if (keep == Keep::values) {
            std::ranges::copy(values, kept_->of(i).subspan(place).begin());
        } else {
            bins_[i].find(values, std::span(worker.bins).subspan(i * bins_stride_ + place));
        }
        if (finite) continue;
        any_lacking = true;
        for (std::size_t k = 0; k < count; ++k) {
            if (std::isfinite(values[k])) continue;
            lacking[k] = true;
            if (keep == Keep::bins)
                worker.bins[i * bins_stride_ + place + k] = static_cast<std::uint16_t>(bins_per_figure_ - 1);
        }
    }
    if (any_lacking) worker.sums.without_value += std::ranges::count(lacking, true);
}

std::span<const double> DrawRun::values_of(std::size_t figure, const Worker& worker, std::span<double> room) const {
    if (uncertain_of_[figure] != certain_figure) return evaluator_->output(figure, worker.scratch);
    std::ranges::fill(room, evaluator_->base_value(figure));
    return room;
}

void DrawRun::record_crossings(std::size_t count, Worker& worker) const {
    std::array<double, block_draws> ratio_room;
    std::array<double, block_draws> signal_room;
    for (std::size_t i = 0; i < asked_->crossings.size(); ++i) {
        const AskedCrossing& asked = asked_->crossings[i];
        const auto ratios = values_of(asked.figure, worker, ratio_room);
        const auto signals = values_of(asked.signal, worker, signal_room);
        CrossingSums& sums = worker.sums.crossings[i];
        for (std::size_t k = 0; k < count; ++k) {
            if (!std::isfinite(ratios[k]) || !std::isfinite(signals[k])) continue;
            ++sums.count;
            sums.beyond += (asked.below ? ratios[k] < signals[k] : ratios[k] > signals[k]) ? 1 : 0;
        }
    }
}

void DrawRun::record_explained(std::size_t count, Worker& worker) const {
    if (!asked_->explained) return;
    const auto figure = uncertain(*asked_->explained);
    if (!figure) return;
    const double centre = centres_[*figure];
    const auto explained = evaluator_->output(*asked_->explained, worker.scratch).first(count);
    const bool finite = worker.sums.explained.add(explained, centre);
    for (std::size_t i = 0; i < columns_->drivers().size(); ++i) {
        const DriverColumns& driver = columns_->drivers()[i];
        std::ranges::fill(worker.driver_means, 0.0);
        for (std::size_t column = driver.first; column < driver.first + driver.count; ++column) {
            const double* const deviations = worker.deviations.data() + column * block_draws;
            for (std::size_t k = 0; k < block_draws; ++k) worker.driver_means[k] += deviations[k];
        }
        const double share = 1 / static_cast<double>(driver.count);
        DriverSums sums;
        for (std::size_t k = 0; k < count; ++k) {
            if (!finite && !std::isfinite(explained[k])) continue;
            const double x = worker.driver_means[k] * share;
            sums.x += x;
            sums.xx += x * x;
            sums.xy += x * (explained[k] - centre);
        }
        DriverSums& all = worker.sums.drivers[i];
        all.x += sums.x;
        all.xx += sums.xx;
        all.xy += sums.xy;
    }
}

/// Adds the bins of a chunk to the counts that all threads share. Threads start at different figures.
void DrawRun::count_bins(std::size_t draws, std::size_t thread) {
    Worker& worker = workers_[thread];
    const std::size_t per_lock = (figures_.size() + locks - 1) / locks;
    for (std::size_t i = 0; i < locks; ++i) {
        const std::size_t part = (i + thread * locks / workers_.size()) % locks;
        const std::size_t last = std::min((part + 1) * per_lock, figures_.size());
        const std::scoped_lock lock(locks_[part]);
        for (std::size_t figure = part * per_lock; figure < last; ++figure) {
            const auto bins = std::span(worker.bins).subspan(figure * bins_stride_, draws);
            std::ranges::fill(worker.counted, std::uint16_t{0});
            const auto even = std::span(worker.counted).first(bins_per_figure_);
            const auto odd = std::span(worker.counted).last(bins_per_figure_);
            count_twofold(bins, even, odd);
            std::uint32_t* const counts = counts_.data() + figure * bins_per_figure_;
            for (std::size_t bin = 0; bin < bins_per_figure_; ++bin)
                counts[bin] += static_cast<std::uint32_t>(even[bin]) + odd[bin];
        }
    }
}

/// Makes the bins of every figure from the kept values of the first draws, and counts those.
void DrawRun::make_bins() {
    const std::size_t figures = figures_.size();
    const std::size_t bins = std::clamp(counts_bytes / (figures * sizeof(std::uint32_t)), bins_min, bins_max) - 1;
    bins_per_figure_ = bins + 1;  // the last one holds the draws without a value
    counts_.assign(figures * bins_per_figure_, 0);
    const std::size_t chunk =
        std::min(bins_chunk_max, whole_blocks(bins_chunk_bytes / (figures * sizeof(std::uint16_t))));
    chunk_draws_ = static_cast<std::int64_t>(chunk);
    bins_stride_ = chunk + bins_stride_extra;
    std::vector<std::uint16_t> found(kept_->draws());
    for (std::size_t i = 0; i < figures; ++i) {
        const std::span values = kept_->of(i);
        const auto beyond = std::partition(values.begin(), values.end(), [](double x) { return std::isfinite(x); });
        const std::span finite(values.begin(), beyond);
        bins_.emplace_back(extent_of(finite), asked_->figures[figures_[i]].in_cents, bins);
        bins_.back().find(finite, found);
        for (std::size_t k = 0; k < finite.size(); ++k) ++counts_[i * bins_per_figure_ + found[k]];
    }
}

void DrawRun::find_quantiles() {
    quantiles_.resize(figures_.size());
    const auto find = [this](std::size_t i, std::size_t) {
        if (kept_) {
            quantiles_[i] = exact_quantiles(kept_->of(i), sums_.figures[i]);
        } else {
            const auto counts = std::span(counts_).subspan(i * bins_per_figure_, bins_per_figure_ - 1);
            quantiles_[i] = bins_[i].quantiles(counts, {sums_.figures[i].least, sums_.figures[i].most});
        }
    };
    run_chunks(figures_.size(), threads_for(options_.threads, figures_.size()), find, [](std::size_t, std::size_t) {});
}

}  // namespace begroot::scenario::detail
