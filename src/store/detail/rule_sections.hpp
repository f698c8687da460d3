#pragma once
// The sections of a model file that join plan and books: rules, phasing keys, workbooks.

#include "mapping/dimension.hpp"
#include "mapping/rule.hpp"
#include "period/phasing.hpp"
#include "plan/plan.hpp"
#include "store/detail/section.hpp"
#include "store/model_file.hpp"

#include <vector>

namespace begroot::store::detail {

/// Reads what a rule asks: one table `als`.
[[nodiscard]] Condition read_condition(const Section& section);

/// Reads all `[[bestuur]]` and `[[buurt]]`: one dimension for each that has members.
[[nodiscard]] std::vector<Dimension> read_dimensions(const Section& root);

/// Reads all `[[koppelregel]]`; targets must exist in `plan`.
[[nodiscard]] std::vector<Rule> read_rules(const Section& root, const Plan& plan);

/// Reads all `[[fasering]]` and adds the built-in keys `twaalf_gelijke_maanden` and `schooljaar`.
[[nodiscard]] std::vector<PhasingKey> read_phasing_keys(const Section& root);

/// Reads all `[[bron]]`.
[[nodiscard]] std::vector<ModelSource> read_sources(const Section& root, const Plan& plan);

/// Reads all `[[invulling]]`.
[[nodiscard]] std::vector<exchange::FillMapping> read_fill_mappings(const Section& root);

/// Reports codes in the plan that do not exist: phasing keys, `geboekt.bij`.
void check_references(const Section& root, const Plan& plan, const std::vector<PhasingKey>& keys);

}  // namespace begroot::store::detail
