#pragma once
// Who is in a plan: the samenwerkingsverband, its regions, the bodies it works with.

#include "base/codes.hpp"
#include "base/place.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot {

using OrganisationId = Id<struct OrganisationTag>;  ///< `po`, `midden`: the model's own code

/// Says what an organisation is; the names stand in models/README.md.
enum class OrganisationKind : std::uint8_t { swv, region, national, school_board, municipality, partner };

/// One organisation of a plan.
struct Organisation {
    OrganisationId id;
    std::string name;
    OrganisationKind kind = OrganisationKind::swv;
    OrganisationId part_of;  ///< empty: of none
    Place place;
};

/// Gives all Dutch names, in the order of the kinds: swv, regio, landelijk, schoolbestuur, gemeente, partner.
[[nodiscard]] const std::vector<std::string>& organisation_kind_names();

}  // namespace begroot
