#pragma once
// The codes by which plan, budget and ledger name things. They stand here because those three rooms never see each
// other.

#include "base/strong_id.hpp"

#include <cstdint>

namespace begroot {

using AccountId = Id<struct AccountTag>;              ///< grootboekrekening; text, leading zeros kept
using CostCentreId = Id<struct CostCentreTag>;        ///< kostenplaats
using CostUnitId = Id<struct CostUnitTag>;            ///< kostendrager
using BoardId = Id<struct BoardTag>;                  ///< bestuur, as a column of the office names it
using NeighbourhoodId = Id<struct NeighbourhoodTag>;  ///< buurt, as a column of the office names it
using JournalId = Id<struct JournalTag>;              ///< dagboek
using RubricId = Id<struct RubricTag>;                ///< rj rubric: 3.1 … 4.5
using SpeerpuntId = Id<struct SpeerpuntTag>;          ///< "4"
using GoalId = Id<struct GoalTag>;                    ///< doel or actielijn: "4.2"

/// Says on which side of the statements an account stands.
enum class Side : std::uint8_t { income, expense, balance };

}  // namespace begroot
