#include "workbook/detail/part_deflater.hpp"

#include "base/check.hpp"

#include <cstddef>
#include <utility>

#include <isa-l.h>

namespace begroot::workbook::patching {

namespace {

constexpr std::size_t piece_bytes = std::size_t{256} << 10;

}  // namespace

PartDeflater::PartDeflater() : stream_(std::make_unique<isal_zstream>()), level_buffer_(ISAL_DEF_LVL1_DEFAULT) {
    isal_deflate_init(stream_.get());
    stream_->level = 1;
    stream_->level_buf = level_buffer_.data();
    stream_->level_buf_size = static_cast<std::uint32_t>(level_buffer_.size());
    waiting_.reserve(2 * piece_bytes);
}

PartDeflater::PartDeflater(PartDeflater&&) noexcept = default;
PartDeflater& PartDeflater::operator=(PartDeflater&&) noexcept = default;
PartDeflater::~PartDeflater() = default;

void PartDeflater::append(std::string_view bytes) {
    waiting_ += bytes;
    if (waiting_.size() >= piece_bytes) pack(false);
}

std::string PartDeflater::take() { return std::exchange(part_.deflated, std::string()); }

PackedPart PartDeflater::finish() {
    pack(true);
    return std::move(part_);
}

void PartDeflater::pack(bool last) {
    auto* const input = reinterpret_cast<std::uint8_t*>(waiting_.data());
    part_.crc32 = crc32_gzip_refl(part_.crc32, input, waiting_.size());
    part_.inflated_bytes += waiting_.size();
    stream_->next_in = input;
    stream_->avail_in = static_cast<std::uint32_t>(waiting_.size());
    stream_->end_of_stream = last ? 1 : 0;
    stream_->flush = NO_FLUSH;
    do {
        const std::size_t before = part_.deflated.size();
        part_.deflated.resize(before + piece_bytes);
        stream_->next_out = reinterpret_cast<std::uint8_t*>(part_.deflated.data()) + before;
        stream_->avail_out = piece_bytes;
        const int code = isal_deflate(stream_.get());
        BEGROOT_CHECK(code == COMP_OK, "een onderdeel is niet in te pakken");
        part_.deflated.resize(before + piece_bytes - stream_->avail_out);
    } while (stream_->avail_out == 0 || (last && stream_->internal_state.state != ZSTATE_END));
    waiting_.clear();
}

}  // namespace begroot::workbook::patching
