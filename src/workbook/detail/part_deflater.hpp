#pragma once
// A part of a workbook that is written anew: packed piece by piece, with its check sum and size counted on the way.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct isal_zstream;

namespace begroot::workbook::patching {

/// A part as a zip file stores it.
struct PackedPart {
    std::string deflated;
    std::uint32_t crc32 = 0;
    std::uint64_t inflated_bytes = 0;
};

/// Deflates what it is given.
class PartDeflater {
public:
    PartDeflater();
    PartDeflater(const PartDeflater&) = delete;
    PartDeflater& operator=(const PartDeflater&) = delete;
    PartDeflater(PartDeflater&&) noexcept;
    PartDeflater& operator=(PartDeflater&&) noexcept;
    ~PartDeflater();

    /// Takes the next bytes of the part.
    void append(std::string_view bytes);

    /// Gives what has been packed and forgets it, for a part that goes to a file as it is made.
    [[nodiscard]] std::string take();

    /// Ends the part and gives it, without what was taken; nothing may follow.
    [[nodiscard]] PackedPart finish();

private:
    void pack(bool last);

    std::unique_ptr<isal_zstream> stream_;
    std::vector<std::uint8_t> level_buffer_;
    std::string waiting_;
    PackedPart part_;
};

}  // namespace begroot::workbook::patching
