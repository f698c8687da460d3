#include "workbook/detail/shared_strings.hpp"

#include "text/encoding.hpp"
#include "text/text_run.hpp"
#include "text/xml_text.hpp"
#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/escaped_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

/// A text as it stands in the buffer.
struct PlainText {
    std::string_view characters;
    bool plain = false;    ///< ASCII without `_`
    bool encoded = false;  ///< with entities or line ends to resolve
};

/// Reads `<si><t>…</t></si>` straight from the buffer; gives the bytes to consume, 0 if it is otherwise.
std::size_t plain_string(std::string_view ahead, PlainText& text) {
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
    const text::TextRun run = text::scan_text_run(ahead.data() + first, ahead.data() + ahead.size());
    if (run.end == nullptr) return 0;
    const auto last = static_cast<std::size_t>(run.end - ahead.data());
    if (!ahead.substr(last).starts_with(end)) return 0;
    text = {ahead.substr(first, last - first), run.plain && run.resolved, !run.resolved};
    return last + end.size();
}

/// Makes room for the texts that are announced, as far as a part of this size can hold them.
void reserve_texts(const XmlScanner& scanner, const ReadLimits& limits, SharedTexts& texts) {
    constexpr std::uint64_t text_bytes_min = 5;  // `<si/>`
    const std::uint64_t announced = parse_count(scanner.attribute("uniqueCount").value_or("")).value_or(0);
    texts.reserve(
        std::min({announced, scanner.source().declared_bytes() / text_bytes_min, std::uint64_t{limits.texts_max}}));
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

Result<SharedTexts> read_shared_strings(XmlScanner scanner, TextArena& arena, const ReadLimits& limits,
                                        const Deadline& deadline) {
    constexpr std::size_t texts_between_looks = 4096;
    SharedTexts texts;
    std::string rich;
    const auto add = [&](const PlainText& text) -> std::optional<Error> {
        const std::string_view characters = text.characters;
        if (characters.size() > limits.text_bytes_max) {
            return over_limit(fmt::format("tekst {} is {} bytes lang", texts.size(), characters.size()),
                              fmt::format("hoogstens {} bytes", limits.text_bytes_max));
        }
        if (texts.size() == limits.texts_max) {
            return over_limit("de werkmap heeft te veel teksten",
                              fmt::format("hoogstens {} teksten", limits.texts_max));
        }
        if ((texts.size() + 1) % texts_between_looks == 0 && deadline.passed()) return deadline.error();
        std::string_view kept;
        if (text.plain) {
            kept = arena.keep(characters);
        } else if (!keep_text(characters, false, arena, kept)) {
            return damaged_part(scanner.source().name(), "een tekst is geen geldige UTF-8");
        }
        texts.add(kept);
        if (arena.bytes() <= limits.texts_bytes_max) return std::nullopt;
        return over_limit("de teksten van de werkmap zijn te groot",
                          fmt::format("hoogstens {} bytes", limits.texts_bytes_max));
    };
    while (true) {
        std::string_view ahead = scanner.settle();
        while (scanner.depth() == 1) {
            PlainText plain;
            const std::size_t bytes = plain_string(ahead, plain);
            if (bytes == 0) break;
            if (plain.encoded) {
                rich.clear();
                if (!text::append_decoded(plain.characters, rich)) break;  // the general scanner tells
                plain.characters = rich;
            }
            if (auto error = add(plain)) return failure(std::move(*error));
            scanner.consume(bytes);
            ahead.remove_prefix(bytes);
        }
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return failure(scanner.error());
        if (event == XmlEvent::finished) return texts;
        if (event != XmlEvent::start) continue;
        if (scanner.depth() == 1) {
            reserve_texts(scanner, limits, texts);
        } else if (scanner.name() == "si") {
            rich.clear();
            if (!read_rich_text(scanner, rich)) return failure(scanner.error());
            if (auto error = add({rich, false, false})) return failure(std::move(*error));
        } else if (!scanner.skip()) {
            return failure(scanner.error());
        }
    }
}

}  // namespace begroot::workbook::detail
