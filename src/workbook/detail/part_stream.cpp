#include "workbook/detail/part_stream.hpp"

#include "workbook/detail/errors.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

namespace begroot::workbook::detail {

namespace {

constexpr std::uint16_t encrypted_flag = 1;
constexpr std::size_t piece_max = std::size_t{1} << 30;  // ISA-L counts in 32 bits

/// Gives the error if `bytes` inflated from `stored` pass a limit.
std::optional<Error> beyond_limits(const ZipEntry& entry, std::uint64_t bytes, const ReadLimits& limits) {
    if (bytes > limits.part_bytes_max) {
        return over_limit(fmt::format("onderdeel {} is uitgepakt meer dan {} bytes", entry.name, limits.part_bytes_max),
                          fmt::format("hoogstens {} bytes", limits.part_bytes_max));
    }
    if (bytes > limits.ratio_free_bytes && bytes / limits.ratio_max > entry.stored.size()) {
        return over_limit(
            fmt::format("onderdeel {} is uitgepakt meer dan {} keer zo groot", entry.name, limits.ratio_max),
            fmt::format("hoogstens {} keer", limits.ratio_max));
    }
    return std::nullopt;
}

}  // namespace

PartStream::PartStream(const ZipEntry& entry, const ReadLimits& limits)
    : entry_(&entry), limits_(&limits), rest_(entry.stored) {
    if (entry.method != zip_method_deflate) return;
    state_ = std::make_unique<inflate_state>();
    isal_inflate_init(state_.get());
}

PartStream::PartStream(PartStream&&) noexcept = default;
PartStream& PartStream::operator=(PartStream&&) noexcept = default;
PartStream::~PartStream() = default;

Result<PartStream> PartStream::open(const ZipEntry& entry, const ReadLimits& limits) {
    if ((entry.flags & encrypted_flag) != 0) {
        return failure(input_error(fmt::format("onderdeel {} is met een wachtwoord beveiligd", entry.name), "",
                                   "sla de werkmap in Excel op zonder wachtwoord"));
    }
    if (entry.method != zip_method_stored && entry.method != zip_method_deflate) {
        return failure(
            input_error(fmt::format("onderdeel {} is ingepakt met onbekende methode {}", entry.name, entry.method),
                        "methode 0 of 8", save_again_action));
    }
    if (auto error = beyond_limits(entry, entry.inflated_bytes, limits)) return failure(std::move(*error));
    return PartStream(entry, limits);
}

std::size_t PartStream::copy_into(std::span<char> out) {
    const std::size_t count = std::min(out.size(), rest_.size());
    if (count > 0) std::memcpy(out.data(), rest_.data(), count);
    rest_ = rest_.subspan(count);
    finished_ = rest_.empty();
    return count;
}

Result<std::size_t> PartStream::inflate_into(std::span<char> out) {
    out = out.first(std::min(out.size(), piece_max));
    inflate_state& state = *state_;
    state.next_out = reinterpret_cast<std::uint8_t*>(out.data());
    state.avail_out = static_cast<std::uint32_t>(out.size());
    while (state.avail_out > 0 && !finished_) {
        const std::span<const std::byte> piece = rest_.first(std::min(rest_.size(), piece_max));
        // ISA-L takes a pointer to non-const but only reads from it.
        state.next_in = const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(piece.data()));
        state.avail_in = static_cast<std::uint32_t>(piece.size());
        const std::uint32_t out_before = state.avail_out;
        const int code = isal_inflate(&state);
        const std::size_t taken = piece.size() - state.avail_in;
        rest_ = rest_.subspan(taken);
        if (code != ISAL_DECOMP_OK) return failure(damaged_part(name(), "het is niet uit te pakken"));
        finished_ = state.block_state == ISAL_BLOCK_FINISH;
        if (!finished_ && taken == 0 && state.avail_out == out_before) {
            return failure(damaged_part(name(), "het breekt af"));
        }
    }
    return out.size() - state.avail_out;
}

Error PartStream::error(std::string_view what, std::string expected) const {
    return input_error(fmt::format("onderdeel {} {}", name(), what), std::move(expected), save_again_action);
}

Result<std::size_t> PartStream::read(std::span<char> out) {
    if (finished_ || out.empty()) return std::size_t{0};
    Result<std::size_t> count = state_ ? inflate_into(out) : Result<std::size_t>(copy_into(out));
    if (!count) return count;
    crc_ = crc32_gzip_refl(crc_, reinterpret_cast<const unsigned char*>(out.data()), *count);
    produced_ += *count;
    if (auto error = beyond_limits(*entry_, produced_, *limits_)) return failure(std::move(*error));
    if (produced_ > entry_->inflated_bytes || (finished_ && produced_ != entry_->inflated_bytes)) {
        return failure(damaged_part(name(), "de grootte klopt niet"));
    }
    if (finished_ && crc_ != entry_->crc32) return failure(damaged_part(name(), "de controlesom klopt niet"));
    return count;
}

}  // namespace begroot::workbook::detail
