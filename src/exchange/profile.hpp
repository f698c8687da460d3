#pragma once
// The exports that are known by name: which package made them, which view it was and what its heads are. Data only.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace begroot::exchange {

/// Says what the rows of a sheet are.
enum class Shape : std::uint8_t {
    ledger,    ///< postings, or one balance an account (kolommenbalans, saldibalans)
    budget,    ///< budget lines, months or years across
    reference  ///< open data: recognised and shown, but no ledger and no budget
};

/// One built-in reading. `heads` are normalised (lower-case letters and digits), separated by spaces; a head under a
/// wider one is written joined (`mutatiesdebet`). A profile without heads is the general one of its shape.
struct Profile {
    std::string_view name;     ///< as models write it
    std::string_view package;  ///< as its makers write it; empty for a general profile
    std::string_view view;     ///< what the package or the office calls this export
    Shape shape = Shape::ledger;
    std::string_view heads;
    bool may_be_cumulative = false;  ///< amounts of a period may include those of the periods before it
    bool headless = false;           ///< the export has no heads: its columns are known by their places
};

/// Gives all built-in profiles, the general ones last.
[[nodiscard]] std::span<const Profile> profiles();

/// Finds a profile by name; nullptr when there is none.
[[nodiscard]] const Profile* find_profile(std::string_view name);

/// Lists the names of the profiles of one shape, separated by commas, for messages.
[[nodiscard]] std::string profile_names(Shape shape);

/// Gives the word that models use for a shape: mutaties, begroting; nothing for reference data.
[[nodiscard]] std::optional<std::string_view> source_word(Shape shape);

}  // namespace begroot::exchange
