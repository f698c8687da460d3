#include "render/detail/stored_zip.hpp"

#include "base/check.hpp"

#include <array>
#include <limits>

namespace begroot::render::detail {

namespace {

constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t directory_signature = 0x02014b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint16_t version_needed = 20;
constexpr std::uint16_t utf8_names = 0x0800;
constexpr std::uint16_t first_day = 0x0021;
constexpr unsigned byte_bits = 8;
constexpr std::uint32_t byte_mask = 0xFF;
constexpr std::size_t table_size = 256;

constexpr std::array<std::uint32_t, table_size> make_crc_table() {
    constexpr std::uint32_t polynomial = 0xEDB88320;
    std::array<std::uint32_t, table_size> table{};
    for (std::uint32_t i = 0; i < table_size; ++i) {
        std::uint32_t value = i;
        for (unsigned bit = 0; bit < byte_bits; ++bit)
            value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
        table.at(i) = value;
    }
    return table;
}

void put16(std::string& out, std::uint16_t value) {
    out += static_cast<char>(value & byte_mask);
    out += static_cast<char>(value >> byte_bits);
}

void put32(std::string& out, std::uint32_t value) {
    constexpr std::uint32_t half_mask = 0xFFFF;
    put16(out, static_cast<std::uint16_t>(value & half_mask));
    put16(out, static_cast<std::uint16_t>(value >> (2 * byte_bits)));
}

std::uint32_t size32(std::size_t size) {
    BEGROOT_CHECK(size <= std::numeric_limits<std::uint32_t>::max(), "zip te groot");
    return static_cast<std::uint32_t>(size);
}

/// Writes what the local header and the directory say alike: version to name length.
void put_common(std::string& out, std::string_view name, std::string_view content, std::uint32_t checksum) {
    put16(out, version_needed);
    put16(out, utf8_names);
    put16(out, 0);  // stored
    put16(out, 0);
    put16(out, first_day);
    put32(out, checksum);
    put32(out, size32(content.size()));
    put32(out, size32(content.size()));
    put16(out, static_cast<std::uint16_t>(name.size()));
    put16(out, 0);
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
    static constexpr auto table = make_crc_table();
    std::uint32_t value = ~std::uint32_t{0};
    for (const char c : bytes)
        value = table.at((value ^ static_cast<unsigned char>(c)) & byte_mask) ^ (value >> byte_bits);
    return ~value;
}

void StoredZip::add(std::string_view name, std::string_view content) {
    const std::uint32_t at = size32(file_.size());
    const std::uint32_t checksum = crc32_of(content);
    put32(file_, local_signature);
    put_common(file_, name, content, checksum);
    file_.append(name).append(content);
    put32(directory_, directory_signature);
    put16(directory_, version_needed);
    put_common(directory_, name, content, checksum);
    put16(directory_, 0);  // comment
    put16(directory_, 0);  // disk
    put16(directory_, 0);  // internal attributes
    put32(directory_, 0);  // external attributes
    put32(directory_, at);
    directory_ += name;
    ++parts_;
}

std::string StoredZip::finish() {
    const std::uint32_t at = size32(file_.size());
    file_ += directory_;
    put32(file_, end_signature);
    put16(file_, 0);
    put16(file_, 0);
    put16(file_, parts_);
    put16(file_, parts_);
    put32(file_, size32(directory_.size()));
    put32(file_, at);
    put16(file_, 0);
    return std::move(file_);
}

}  // namespace begroot::render::detail
