#pragma once
// An auditfile of any size, made up, and two ways of reading it into the same postings: by begroot, and by the SAX of
// libxml2. The peer does less: it checks no encoding, no totals, no balance of transactions and no side of accounts.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace begroot::bench {

/// Makes an auditfile of so many lines, the same every time: 350 bytes a line.
[[nodiscard]] std::string make_audit_text(std::int64_t lines);

/// Reads an auditfile and gives the count of postings, 0 where it is not read.
[[nodiscard]] std::size_t read_audit_with_begroot(std::span<const std::byte> bytes);

/// Does the same with libxml2.
[[nodiscard]] std::size_t read_audit_with_libxml2(std::span<const std::byte> bytes);

}  // namespace begroot::bench
