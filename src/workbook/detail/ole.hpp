#pragma once
// OLE containers: the old Office files and the wrapping of password-protected new ones. Only recognised, never read.

#include <cstddef>
#include <cstdint>
#include <span>

namespace begroot::workbook::detail {

/// What an OLE container holds.
enum class OleContents : std::uint8_t {
    other,
    encrypted_package,
    old_excel,
    old_excel_with_password,
    old_word,
    old_powerpoint
};

/// Tells whether bytes begin as an OLE container does.
[[nodiscard]] bool looks_like_ole(std::span<const std::byte> bytes);

/// Tells what an OLE container holds by the names of its streams; never fails.
[[nodiscard]] OleContents ole_contents(std::span<const std::byte> bytes);

/// Tells whether bytes begin with the BOF record of an .xls from before OLE (Excel 2 to 5).
[[nodiscard]] bool looks_like_bare_biff(std::span<const std::byte> bytes);

}  // namespace begroot::workbook::detail
