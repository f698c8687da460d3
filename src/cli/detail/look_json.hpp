#pragma once
// An inspection as JSON, with the same list of bevindingen as `controle`.

#include "exchange/inspection.hpp"

#include <string>

namespace begroot::cli {

/// Writes an inspection as one JSON object; `profile` is the reading as TOML, empty when there is none.
[[nodiscard]] std::string look_json(const exchange::Inspection& inspection, const std::string& profile);

}  // namespace begroot::cli
