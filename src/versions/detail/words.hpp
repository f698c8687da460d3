#pragma once
// Words that the tables and the JSON of versions share.

#include "versions/documents.hpp"

#include <string>

namespace begroot::versions::detail {

/// Says what a column shows, in a sentence: `prognose op M8 (t/m augustus 2025), op de begroting wijziging-1`.
[[nodiscard]] std::string words_of(const Figures& figures);

/// Writes two lines for the head of a column: `Prognose` and `M8`.
[[nodiscard]] std::string head_of(const Figures& figures, const PlanYear& year);

/// Says what was changed: `1.2`, or `baten buiten het jaarplan`.
[[nodiscard]] std::string place_of(const Mutation& mutation);

/// Says what stood in a place before or after a change, where that was no number: `p.m.`, `--`, `leeg`.
[[nodiscard]] std::string mark_of(AmountKind kind);

/// Makes the lists of a model with versions: Begrotingswijzigingen, Structureel-incidenteel and Mutaties.
[[nodiscard]] std::vector<Table> make_lists(const VersionedBudget& budget);

}  // namespace begroot::versions::detail
