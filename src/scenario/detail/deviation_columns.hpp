#pragma once
// The deviations of a block of draws: a column for every driver (or member of it) and year that deviates on its own.

#include "base/result.hpp"
#include "model/evaluate.hpp"
#include "scenario/detail/correlation.hpp"
#include "scenario/detail/distribution.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace begroot::scenario::detail {

/// Draws of one block.
inline constexpr std::size_t block_draws = model::BlockEvaluator::block_draws;

/// The columns of one driver, one after another.
struct DriverColumns {
    std::string code;
    std::size_t first = 0;
    std::size_t count = 0;
};

/// All that deviates in a model, and how.
class DeviationColumns {
public:
    /// The memory of one thread.
    struct Memory {
        std::vector<std::uint64_t> bits;
        std::vector<double> fresh;  ///< independent scores of a bundle's movers
        std::vector<double> scores;
    };

    /// Finds what deviates. Errors: no driver has an uncertainty, or correlations that cannot be (see `tie_movers`).
    [[nodiscard]] static Result<DeviationColumns> make(const model::Graph& graph, const model::Definition& definition);

    /// Gives the nodes that deviate, with their columns.
    [[nodiscard]] std::span<const model::Deviation> nodes() const { return nodes_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    /// Gives the uncertain drivers that the graph has, in the order of the model.
    [[nodiscard]] std::span<const DriverColumns> drivers() const { return drivers_; }
    [[nodiscard]] Memory memory() const;

    /// Draws all columns for `block_draws` draws from `first_draw` on.
    void fill(std::uint64_t seed, std::uint64_t first_draw, std::span<double> columns, Memory& memory) const;

private:
    static constexpr std::uint32_t no_column = 0xFFFFFFFF;

    struct Track {
        Mover mover;
        std::uint64_t stream = 0;
        std::size_t distribution = 0;
        std::vector<std::uint32_t> columns;  ///< by year from `first_year_` on; one when it is for all years
    };

    void add_driver(const model::Graph& graph, const model::Variable& driver);
    void add_track(const model::Graph& graph, Track track, std::span<const std::uint32_t> series);
    /// Gives the first and the last year in which the scores of a bundle change, counted from `first_year_`.
    [[nodiscard]] std::pair<std::size_t, std::size_t> years_of(const Bundle& bundle) const;
    [[nodiscard]] std::int32_t calendar_year(std::size_t year) const {
        return first_year_ + static_cast<std::int32_t>(year);
    }
    void draw_scores(const Bundle& bundle, const Eigen::MatrixXd& factor, std::uint64_t seed, std::int32_t year,
                     std::uint64_t first_draw, Memory& memory) const;
    void write_columns(const Bundle& bundle, std::size_t year, std::span<double> columns, const Memory& memory) const;

    std::int32_t first_year_ = 0;
    std::int32_t last_year_ = 0;
    std::vector<model::Deviation> nodes_;
    std::vector<DriverColumns> drivers_;
    std::vector<Distribution> distributions_;
    std::vector<Track> tracks_;
    std::vector<Bundle> bundles_;                             ///< of tracks
    std::vector<std::pair<std::size_t, std::size_t>> years_;  ///< by bundle, see `years_of`
    std::size_t columns_ = 0;
};

}  // namespace begroot::scenario::detail
