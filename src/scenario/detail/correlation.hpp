#pragma once
// Which drivers move together, and the matrices that make their scores do so.

#include "base/result.hpp"
#include "model/definition.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <Eigen/Core>

namespace begroot::scenario::detail {

/// What deviates on its own: a driver with all its members, or one choice of its members.
struct Mover {
    const model::Variable* driver = nullptr;
    std::vector<std::string> members;  ///< one per list of the driver; empty: all its members together
    std::string name;                  ///< `loon`, or `deelname.so` of one that deviates per member
    double over_years = 1;
};

/// At most so many movers may be tied together.
inline constexpr std::size_t tied_max = 256;

/// Movers that are tied, each directly or through others; most often one alone. A score follows its own year before,
/// z_y = r z_(y-1) + e_y with r its `over_years`, and in every year the scores have the asked correlations: those of e
/// are then R_ij (1 - r_i r_j), and 1 - r_i² with itself.
struct Bundle {
    std::vector<std::size_t> movers;  ///< ascending
    Eigen::MatrixXd first;            ///< times independent scores: the scores of the first year
    Eigen::MatrixXd next;             ///< times independent scores: e of a later year
};

/// Ties movers by the correlations of a model. A correlation of drivers holds between members that agree on the lists
/// that both run over. Errors: a pair given twice, more movers than `tied_max`, correlations that cannot hold together
/// or not in every year (a smallest set of movers that cannot).
[[nodiscard]] Result<std::vector<Bundle>> tie_movers(std::span<const Mover> movers,
                                                     std::span<const model::Correlation> correlations);

}  // namespace begroot::scenario::detail
