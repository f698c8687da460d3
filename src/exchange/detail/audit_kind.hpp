#pragma once
// What kind of auditfile bytes are, before a line of it is read.

#include "base/error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// Says in what shape an auditfile comes.
enum class AuditShape : std::uint8_t {
    none,  ///< no auditfile
    xml,
    fixed_columns,  ///< ADF of 1999
    gzip,
    zip
};

/// Recognises an auditfile by its bytes; a packed one only by the name that the package gives it.
[[nodiscard]] AuditShape audit_shape(std::string_view bytes);

/// Makes the error for a shape that is not read: what it is and how to get one that is.
[[nodiscard]] Error refuse_shape(AuditShape shape, const std::string& shown_as);

/// Says which part of a divided file this is.
struct AuditPart {
    std::uint32_t number = 0;
    std::uint32_t count = 0;
};

/// Finds the remark `Vervolgbestand 2 van 3` near the start or the end of the bytes.
[[nodiscard]] std::optional<AuditPart> find_audit_part(std::string_view bytes);

/// Gives the version that a namespace stands for, whatever its capitals; nothing for one that no version has.
[[nodiscard]] std::optional<std::string_view> version_of_namespace(std::string_view name_space);

}  // namespace begroot::exchange::detail
