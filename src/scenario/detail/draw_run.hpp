#pragma once
// Draws: runs all blocks over threads and keeps of every figure what its band needs.

#include "model/evaluate.hpp"
#include "scenario/detail/asked_figures.hpp"
#include "scenario/detail/deviation_columns.hpp"
#include "scenario/detail/draw_sums.hpp"
#include "scenario/detail/kept_values.hpp"
#include "scenario/detail/quantiles.hpp"
#include "scenario/risk.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace begroot::scenario::detail {

/// One run. What comes out depends on all but the number of threads.
class DrawRun {
public:
    /// `columns`, `asked` and `evaluator` (whose outputs are the asked figures, in order) must outlive it.
    DrawRun(const model::BlockEvaluator& evaluator, const DeviationColumns& columns, const AskedFigures& asked,
            const RiskOptions& options);

    void run();

    [[nodiscard]] const DrawSums& sums() const { return sums_; }
    /// Gives which uncertain figure an asked one is; nothing when it is certain.
    [[nodiscard]] std::optional<std::size_t> uncertain(std::size_t figure) const;
    [[nodiscard]] const Quantiles& quantiles(std::size_t uncertain) const { return quantiles_[uncertain]; }
    [[nodiscard]] double mean(std::size_t uncertain) const {
        return sums_.figures[uncertain].mean(centres_[uncertain]);
    }

private:
    /// The memory of one thread.
    struct Worker {
        model::BlockEvaluator::Scratch scratch;
        DeviationColumns::Memory memory;
        std::vector<double> deviations;
        std::vector<double> driver_means;
        std::vector<std::uint16_t> bins;     ///< of the chunk's draws, by figure
        std::vector<std::uint16_t> counted;  ///< of one figure in a chunk, see `count_twofold`
        DrawSums sums;
    };
    /// Draws that are worked on together.
    struct Stretch {
        std::int64_t first = 0;
        std::int64_t last = 0;  ///< the first that does not belong to it
    };
    enum class Keep : std::uint8_t { values, bins };

    void make_workers(std::size_t chunks);
    void run_stretch(const Stretch& all, std::int64_t chunk_draws, Keep keep);
    void run_chunk(const Stretch& chunk, Keep keep, Worker& worker);
    void record(std::size_t count, std::size_t place, Keep keep, Worker& worker);
    void record_crossings(std::size_t count, Worker& worker) const;
    void record_explained(std::size_t count, Worker& worker) const;
    void count_bins(std::size_t draws, std::size_t thread);
    void make_bins();
    void find_quantiles();
    /// Gives the values of an asked figure in the block; `room` holds those of one that is certain.
    [[nodiscard]] std::span<const double> values_of(std::size_t figure, const Worker& worker,
                                                    std::span<double> room) const;

    const model::BlockEvaluator* evaluator_;
    const DeviationColumns* columns_;
    const AskedFigures* asked_;
    RiskOptions options_;
    std::vector<std::size_t> figures_;       ///< asked figure of every uncertain one
    std::vector<std::size_t> uncertain_of_;  ///< by asked figure
    std::vector<double> centres_;
    bool always_without_value_ = false;  ///< a figure that no deviation reaches cannot be computed
    std::vector<Worker> workers_;
    std::optional<KeptValues> kept_;  ///< of all draws, or of the first ones until there are bins
    std::int64_t chunk_draws_ = 0;    ///< draws of which a worker keeps bins
    std::size_t bins_stride_ = 0;     ///< from one figure's bins to the next
    std::vector<Bins> bins_;
    std::size_t bins_per_figure_ = 0;
    std::vector<std::uint32_t> counts_;
    std::vector<std::mutex> locks_;  ///< of stretches of `counts_`
    DrawSums sums_;
    std::vector<Quantiles> quantiles_;
};

}  // namespace begroot::scenario::detail
