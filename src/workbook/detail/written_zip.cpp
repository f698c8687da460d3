#include "workbook/detail/written_zip.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <isa-l.h>

namespace begroot::workbook::writing {

namespace {

constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t directory_signature = 0x02014b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::size_t local_bytes = 30;
constexpr std::size_t directory_bytes = 46;
constexpr std::size_t end_bytes = 22;
constexpr std::uint16_t descriptor_flag = 0x0008;
constexpr std::size_t piece_bytes = std::size_t{256} * 1024;
constexpr std::size_t edge_bytes = 2'048;  // enough for the name of a root element and for its end tag

template <typename Number>
Number read(std::string_view bytes, std::size_t at) {  // zip is little-endian, as are the machines ISA-L runs on
    Number number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

template <typename Number>
void write(std::string& bytes, std::size_t at, Number number) {
    std::memcpy(bytes.data() + at, &number, sizeof number);
}

/// Inflates `packed` piece by piece and hands each piece to `take`; false when the stream is damaged or cut.
template <typename Take>
bool inflate(std::string_view packed, Take take) {
    inflate_state state;
    isal_inflate_init(&state);
    std::string input(packed);  // ISA-L wants a writable pointer
    state.next_in = reinterpret_cast<std::uint8_t*>(input.data());
    state.avail_in = static_cast<std::uint32_t>(input.size());
    std::vector<std::uint8_t> piece(piece_bytes);
    while (state.block_state != ISAL_BLOCK_FINISH) {
        state.next_out = piece.data();
        state.avail_out = static_cast<std::uint32_t>(piece.size());
        if (isal_inflate(&state) != ISAL_DECOMP_OK) return false;
        const std::size_t made = piece.size() - state.avail_out;
        if (made == 0 && state.block_state != ISAL_BLOCK_FINISH) return false;
        take(std::string_view(reinterpret_cast<const char*>(piece.data()), made));
    }
    return true;
}

template <typename Take>
bool unpack(std::string_view zip, const WrittenPart& part, Take take) {
    const std::string_view packed = zip.substr(part.data_at, part.packed_bytes);
    if (part.method == 8) return inflate(packed, take);
    take(packed);
    return true;
}

/// Tells whether XML that begins with `head` and ends with `tail` closes its root element.
bool closes_root(std::string_view head, std::string_view tail) {
    if (head.starts_with("<?")) head.remove_prefix(std::min(head.size(), head.find("?>") + 2));
    const std::size_t open = head.find('<');
    if (open == std::string_view::npos) return false;
    const std::size_t name_end = head.find_first_of(" />\r\n", open);
    if (name_end == std::string_view::npos) return false;
    const std::string end_tag = "</" + std::string(head.substr(open + 1, name_end - open - 1)) + ">";
    while (!tail.empty() && (tail.back() == '\n' || tail.back() == '\r')) tail.remove_suffix(1);
    return tail.ends_with(end_tag) || tail.ends_with("/>");
}

std::optional<WrittenPart> read_part(std::string_view bytes, std::size_t at) {
    if (at + directory_bytes > bytes.size() || read<std::uint32_t>(bytes, at) != directory_signature)
        return std::nullopt;
    WrittenPart part;
    part.directory_at = at;
    part.method = read<std::uint16_t>(bytes, at + 10);
    part.packed_bytes = read<std::uint32_t>(bytes, at + 20);
    part.plain_bytes = read<std::uint32_t>(bytes, at + 24);
    const std::size_t name_bytes = read<std::uint16_t>(bytes, at + 28);
    part.directory_bytes =
        directory_bytes + name_bytes + read<std::uint16_t>(bytes, at + 30) + read<std::uint16_t>(bytes, at + 32);
    part.header_at = read<std::uint32_t>(bytes, at + 42);
    const bool descriptor = (read<std::uint16_t>(bytes, at + 8) & descriptor_flag) != 0;
    if (descriptor || (part.method != 0 && part.method != 8)) return std::nullopt;
    if (at + part.directory_bytes > bytes.size() || part.header_at + local_bytes > bytes.size()) return std::nullopt;
    if (read<std::uint32_t>(bytes, part.header_at) != local_signature) return std::nullopt;
    part.name = bytes.substr(at + directory_bytes, name_bytes);
    const std::size_t data_at = part.header_at + local_bytes + read<std::uint16_t>(bytes, part.header_at + 26) +
                                read<std::uint16_t>(bytes, part.header_at + 28);
    if (data_at + part.packed_bytes > bytes.size()) return std::nullopt;
    part.data_at = static_cast<std::uint32_t>(data_at);
    return part;
}

/// Sets method, checksum and sizes in a header; `at` is where the method stands.
void describe(std::string& header, std::size_t at, const PartFigures& figures) {
    write(header, at, figures.method);
    write(header, at + 6, figures.checksum);
    write(header, at + 10, figures.packed_bytes);
    write(header, at + 14, figures.plain_bytes);
}

PartFigures stored(std::string_view content) {
    const auto size = static_cast<std::uint32_t>(content.size());
    return {0, crc32_gzip_refl(0, reinterpret_cast<const std::uint8_t*>(content.data()), content.size()), size, size};
}

}  // namespace

void describe_local(std::string& header, const PartFigures& figures) { describe(header, 8, figures); }

void describe_record(std::string& record, const PartFigures& figures) { describe(record, 10, figures); }

std::string moved_record(std::string_view record, std::uint32_t header_at) {
    std::string moved(record);
    write(moved, 42, header_at);
    return moved;
}

std::string moved_end(std::string_view end, std::uint32_t directory_at, std::uint32_t directory_bytes) {
    std::string moved(end);
    write(moved, 12, directory_bytes);
    write(moved, 16, directory_at);
    return moved;
}

std::string_view WrittenZip::local_header(const WrittenPart& part) const {
    return bytes_.substr(part.header_at, part.data_at - part.header_at);
}

std::string_view WrittenZip::record(const WrittenPart& part) const {
    return bytes_.substr(part.directory_at, part.directory_bytes);
}

std::string_view WrittenZip::packed(const WrittenPart& part) const {
    return bytes_.substr(part.data_at, part.packed_bytes);
}

std::string_view WrittenZip::end() const { return bytes_.substr(bytes_.size() - end_bytes); }

std::optional<WrittenZip> WrittenZip::open(std::string_view bytes) {
    if (bytes.size() < end_bytes || bytes.size() > UINT32_MAX) return std::nullopt;
    const std::size_t end = bytes.size() - end_bytes;
    if (read<std::uint32_t>(bytes, end) != end_signature) return std::nullopt;
    const std::uint16_t count = read<std::uint16_t>(bytes, end + 10);
    WrittenZip zip(bytes, read<std::uint32_t>(bytes, end + 16));
    std::size_t at = zip.directory_at_;
    for (std::uint16_t i = 0; i < count; ++i) {
        const auto part = read_part(bytes, at);
        if (!part) return std::nullopt;
        at += part->directory_bytes;
        zip.parts_.push_back(*part);
    }
    return at == end ? std::optional(zip) : std::nullopt;
}

std::optional<std::string> WrittenZip::text_of(std::string_view name) const {
    const auto part = std::ranges::find(parts_, name, &WrittenPart::name);
    if (part == parts_.end()) return std::nullopt;
    std::string text;
    const bool whole = unpack(bytes_, *part, [&text](std::string_view piece) { text += piece; });
    return whole && text.size() == part->plain_bytes ? std::optional(text) : std::nullopt;
}

std::optional<std::string> WrittenZip::first_cut_part() const {
    for (const WrittenPart& part : parts_) {
        if (!part.name.ends_with(".xml") && !part.name.ends_with(".rels")) continue;
        std::string head;
        std::string tail;
        const bool whole = unpack(bytes_, part, [&head, &tail](std::string_view piece) {
            if (head.size() < edge_bytes) head += piece.substr(0, edge_bytes - head.size());
            tail += piece.substr(piece.size() - std::min(piece.size(), edge_bytes));
            if (tail.size() > edge_bytes) tail.erase(0, tail.size() - edge_bytes);
        });
        if (!whole || !closes_root(head, tail)) return std::string(part.name);
    }
    return std::nullopt;
}

std::string WrittenZip::with_part(std::string_view name, std::string_view content) const {
    std::string made;
    std::string directory;
    made.reserve(bytes_.size() + content.size());
    for (const WrittenPart& part : parts_) {
        std::string local(local_header(part));
        std::string entry = moved_record(record(part), static_cast<std::uint32_t>(made.size()));
        std::string_view data = packed(part);
        if (part.name == name) {
            data = content;
            describe_local(local, stored(content));
            describe_record(entry, stored(content));
        }
        made.append(local).append(data);
        directory += entry;
    }
    const auto directory_at = static_cast<std::uint32_t>(made.size());
    return made.append(directory).append(moved_end(end(), directory_at, static_cast<std::uint32_t>(directory.size())));
}

}  // namespace begroot::workbook::writing
