#pragma once
// The table of texts to which cells point, and the rich text that it shares with inline strings.

#include "base/result.hpp"
#include "text/xml_scanner.hpp"
#include "workbook/detail/deadline.hpp"
#include "workbook/detail/shared_texts.hpp"
#include "workbook/detail/text_arena.hpp"
#include "workbook/read_limits.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook::detail {

using text::XmlEvent;
using text::XmlScanner;

/// Reads the shared strings part; the texts lie in `arena`. Runs are joined, phonetic hints left out.
[[nodiscard]] Result<SharedTexts> read_shared_strings(XmlScanner scanner, TextArena& arena, const ReadLimits& limits,
                                                      const Deadline& deadline);

/// Appends the text of the `<si>` or `<is>` that just started, up to and with its end; false on failure.
[[nodiscard]] bool read_rich_text(XmlScanner& scanner, std::string& out);

/// Resolves Excel's escapes and keeps the text; nothing (and the scanner fails) where it is no UTF-8 or memory runs
/// out.
[[nodiscard]] bool keep_text(std::string_view text, bool once, TextArena& arena, std::string_view& kept);

}  // namespace begroot::workbook::detail
