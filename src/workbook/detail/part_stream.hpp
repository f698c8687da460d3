#pragma once
// The inflated bytes of one part, a window at a time, with its check sum, its size and the limits watched on the way.

#include "base/result.hpp"
#include "text/byte_source.hpp"
#include "workbook/detail/zip.hpp"
#include "workbook/read_limits.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct inflate_state;

namespace begroot::workbook::detail {

/// Inflates a stored or deflated part. Fails on damage, on a wrong check sum (known at the end) and on a zip bomb.
class PartStream final : public text::ByteSource {
public:
    /// Refuses parts that are encrypted, packed another way, or declared larger than the limits allow.
    [[nodiscard]] static Result<PartStream> open(const ZipEntry& entry, const ReadLimits& limits);

    PartStream(const PartStream&) = delete;
    PartStream& operator=(const PartStream&) = delete;
    PartStream(PartStream&&) noexcept;
    PartStream& operator=(PartStream&&) noexcept;
    ~PartStream() override;

    /// Fills `out` as far as it goes and gives the count; 0 is the end, reached only with size and check sum right.
    [[nodiscard]] Result<std::size_t> read(std::span<char> out) override;

    /// Gives the size that the directory declares; open() held it against the limits.
    [[nodiscard]] std::uint64_t declared_bytes() const override { return entry_->inflated_bytes; }

    [[nodiscard]] const std::string& name() const override { return entry_->name; }

    /// Makes an error that begins with `onderdeel xl/styles.xml` and asks to save the workbook again.
    [[nodiscard]] Error error(std::string_view what, std::string expected) const override;

private:
    PartStream(const ZipEntry& entry, const ReadLimits& limits);
    [[nodiscard]] Result<std::size_t> inflate_into(std::span<char> out);
    [[nodiscard]] std::size_t copy_into(std::span<char> out);

    const ZipEntry* entry_;
    const ReadLimits* limits_;
    std::span<const std::byte> rest_;
    std::unique_ptr<inflate_state> state_;  // only for deflated parts
    std::uint64_t produced_ = 0;
    std::uint32_t crc_ = 0;
    bool finished_ = false;
};

}  // namespace begroot::workbook::detail
