#pragma once
// The zip that libxlsxwriter has just made: looked through for parts cut short, and one part of it replaced.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook::writing {

/// One part of a written workbook, as the zip's directory describes it.
struct WrittenPart {
    std::string_view name;
    std::uint16_t method = 0;  ///< 0 stored, 8 deflated
    std::uint32_t packed_bytes = 0;
    std::uint32_t plain_bytes = 0;
    std::uint32_t header_at = 0;   ///< offset of the local header
    std::uint32_t data_at = 0;     ///< offset of the packed bytes
    std::size_t directory_at = 0;  ///< offset of the directory record
    std::size_t directory_bytes = 0;
};

/// How a part lies in a zip.
struct PartFigures {
    std::uint16_t method = 0;
    std::uint32_t checksum = 0;
    std::uint32_t packed_bytes = 0;
    std::uint32_t plain_bytes = 0;
};

/// Says so in a local header or a directory record.
void describe_local(std::string& header, const PartFigures& figures);
void describe_record(std::string& record, const PartFigures& figures);

/// Gives the directory record of a part that starts elsewhere.
[[nodiscard]] std::string moved_record(std::string_view record, std::uint32_t header_at);

/// Gives the end of a zip of the same parts whose directory is elsewhere.
[[nodiscard]] std::string moved_end(std::string_view end, std::uint32_t directory_at, std::uint32_t directory_bytes);

/// Reads a zip as libxlsxwriter writes it: no zip64, no data descriptors, no comment.
class WrittenZip {
public:
    /// Opens a zip; `bytes` must outlive it. Nothing when it is not whole or not of this simple kind.
    [[nodiscard]] static std::optional<WrittenZip> open(std::string_view bytes);

    /// Inflates a part; nothing when there is none or it is damaged.
    [[nodiscard]] std::optional<std::string> text_of(std::string_view name) const;

    /// Names the first XML part whose root element is not closed, which is what a full disk leaves; nothing when all
    /// are whole.
    [[nodiscard]] std::optional<std::string> first_cut_part() const;

    [[nodiscard]] const std::vector<WrittenPart>& parts() const { return parts_; }
    [[nodiscard]] std::string_view local_header(const WrittenPart& part) const;
    [[nodiscard]] std::string_view record(const WrittenPart& part) const;
    [[nodiscard]] std::string_view packed(const WrittenPart& part) const;
    [[nodiscard]] std::string_view end() const;

    /// Gives the zip with one part replaced (stored, not deflated); all others keep their bytes.
    [[nodiscard]] std::string with_part(std::string_view name, std::string_view content) const;

private:
    WrittenZip(std::string_view bytes, std::size_t directory_at) : bytes_(bytes), directory_at_(directory_at) {}

    std::string_view bytes_;
    std::size_t directory_at_;
    std::vector<WrittenPart> parts_;
};

}  // namespace begroot::workbook::writing
