#pragma once
// A model with one knob: what a figure becomes when a variable takes a value.

#include "scenario/goal_seek.hpp"

#include <string>
#include <vector>

namespace begroot::scenario::detail {

/// Evaluates a goal for any value of a knob, on top of a scenario.
class TurnedModel {
public:
    /// Errors: as `seek`. `graph` and `definition` must outlive it.
    [[nodiscard]] static Result<TurnedModel> make(const model::Graph& graph, const model::Definition& definition,
                                                  std::span<const Adjustment> base, const Goal& goal, const Knob& knob);

    /// Gives the target less what is wanted, in the unit of the target: 0 when it is near enough, not a number where it
    /// cannot be computed.
    double gap(double value);
    /// Gives the target in its unit.
    double target(double value);
    /// Gives the figures of the target's year that differ from the model as it is.
    std::vector<Moved> moved(double value);

    /// The unit of the knob.
    [[nodiscard]] const model::Unit& unit() const { return *unit_; }
    /// The unit of the target.
    [[nodiscard]] const model::Unit& target_unit() const { return *target_unit_; }
    /// The knob's variable.
    [[nodiscard]] const model::Variable& variable() const { return *variable_; }
    /// How far the target may be off, in its unit.
    [[nodiscard]] double tolerance() const { return tolerance_; }
    /// To what the knob itself is rounded, in its unit; 0 when it is not.
    [[nodiscard]] double knob_step() const { return knob_step_; }
    /// The target as it is.
    [[nodiscard]] double before() const { return before_; }
    /// The least, mean and largest present value of the knob over its members and years.
    [[nodiscard]] double present_least() const { return present_least_; }
    [[nodiscard]] double present() const { return present_; }
    [[nodiscard]] double present_most() const { return present_most_; }
    /// Tells whether the target rests on the knob at all.
    [[nodiscard]] bool is_reached() const { return is_reached_; }

private:
    TurnedModel(const model::Graph& graph, const model::Definition& definition, model::Overlay overlay,
                const Goal& goal)
        : definition_(&definition), overlay_(std::move(overlay)), goal_(goal), evaluator_(graph) {}
    void find_present();

    const model::Definition* definition_;
    model::Overlay overlay_;
    Goal goal_;
    model::Evaluator evaluator_;
    std::vector<model::NodeId> nodes_;  ///< of the knob
    std::vector<Moved> watched_;        ///< as they are
    const model::Variable* variable_ = nullptr;
    const model::Unit* unit_ = nullptr;
    const model::Unit* target_unit_ = nullptr;
    double tolerance_ = 0;
    double knob_step_ = 0;
    double before_ = 0;
    double present_least_ = 0;
    double present_ = 0;
    double present_most_ = 0;
    bool is_reached_ = false;
};

}  // namespace begroot::scenario::detail
