#include "workbook/detail/shared_strings.hpp"

#include "text/encoding.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/escaped_text.hpp"

#include <cstddef>
#include <optional>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

/// Reads `<si><t>…</t></si>` without entities straight from the buffer; gives the bytes to consume, 0 if it is
/// otherwise.
std::size_t plain_string(std::string_view ahead, std::string_view& text) {
    constexpr std::string_view start = "<si><t>";
    constexpr std::string_view preserved = "<si><t xml:space=\"preserve\">";
    constexpr std::string_view end = "</t></si>";
    std::size_t first = 0;
    if (ahead.starts_with(start))
        first = start.size();
    else if (ahead.starts_with(preserved))
        first = preserved.size();
    else
        return 0;
    const std::size_t last = ahead.find('<', first);
    if (last == std::string_view::npos || !ahead.substr(last).starts_with(end)) return 0;
    text = ahead.substr(first, last - first);
    if (text.find_first_of("&\r") != std::string_view::npos) return 0;
    return last + end.size();
}

}  // namespace

bool keep_text(std::string_view text, bool once, TextArena& arena, std::string_view& kept) {
    if (!text::valid_utf8(text)) return false;
    if (may_be_escaped(text)) {
        const std::string plain = unescape(text);
        kept = once ? arena.keep_once(plain) : arena.keep(plain);
    } else {
        kept = once ? arena.keep_once(text) : arena.keep(text);
    }
    return true;
}

bool read_rich_text(XmlScanner& scanner, std::string& out) {
    const std::size_t depth_before = scanner.depth();
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed || event == XmlEvent::finished) return false;
        if (event == XmlEvent::end && scanner.depth() == depth_before) return true;
        if (event != XmlEvent::start) continue;
        if (scanner.name() == "t") {
            if (!scanner.read_text(out)) return false;
        } else if (scanner.name() != "r") {
            if (!scanner.skip()) return false;
        }
    }
}

Result<std::vector<std::string_view>> read_shared_strings(XmlScanner scanner, TextArena& arena,
                                                          const ReadLimits& limits, const Deadline& deadline) {
    constexpr std::size_t texts_between_looks = 4096;
    std::vector<std::string_view> strings;
    std::string rich;
    const auto add = [&](std::string_view text) -> std::optional<Error> {
        if (text.size() > limits.text_bytes_max) {
            return over_limit(fmt::format("tekst {} is {} bytes lang", strings.size(), text.size()),
                              fmt::format("hoogstens {} bytes", limits.text_bytes_max));
        }
        if (strings.size() == limits.texts_max) {
            return over_limit("de werkmap heeft te veel teksten",
                              fmt::format("hoogstens {} teksten", limits.texts_max));
        }
        if ((strings.size() + 1) % texts_between_looks == 0 && deadline.passed()) return deadline.error();
        std::string_view kept;
        if (!keep_text(text, false, arena, kept))
            return scanner.source().error("is beschadigd: een tekst is geen geldige UTF-8", "");
        strings.push_back(kept);
        if (arena.bytes() <= limits.texts_bytes_max) return std::nullopt;
        return over_limit("de teksten van de werkmap zijn te groot",
                          fmt::format("hoogstens {} bytes", limits.texts_bytes_max));
    };
    while (true) {
        std::string_view ahead = scanner.settle();
        while (scanner.depth() == 1) {
            std::string_view plain;
            const std::size_t bytes = plain_string(ahead, plain);
            if (bytes == 0) break;
            if (auto error = add(plain)) return failure(std::move(*error));
            scanner.consume(bytes);
            ahead.remove_prefix(bytes);
        }
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return failure(scanner.error());
        if (event == XmlEvent::finished) return strings;
        if (event != XmlEvent::start || scanner.depth() == 1) continue;
        if (scanner.name() != "si") {
            if (!scanner.skip()) return failure(scanner.error());
            continue;
        }
        rich.clear();
        if (!read_rich_text(scanner, rich)) return failure(scanner.error());
        if (auto error = add(rich)) return failure(std::move(*error));
    }
}

}  // namespace begroot::workbook::detail
