#pragma once
// A zip whose parts are stored as they are: small packages that must be the same bytes every time.

#include <cstdint>
#include <string>
#include <string_view>

namespace begroot::render::detail {

/// Collects parts and gives the whole file. All parts carry the first day a zip knows, 1 January 1980.
class StoredZip {
public:
    /// Adds a part; names differ, and all parts together stay below 4 GB (checked).
    void add(std::string_view name, std::string_view content);

    /// Gives the file; nothing may follow.
    [[nodiscard]] std::string finish();

private:
    std::string file_;
    std::string directory_;
    std::uint16_t parts_ = 0;
};

/// Computes the CRC-32 that zip files use.
[[nodiscard]] std::uint32_t crc32_of(std::string_view bytes);

}  // namespace begroot::render::detail
