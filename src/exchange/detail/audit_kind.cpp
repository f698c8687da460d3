#include "exchange/detail/audit_kind.hpp"

#include "exchange/detail/label.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace begroot::exchange::detail {

namespace {

constexpr std::size_t head_bytes = 64U << 10;

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

/// Gives a text in lower case, its zero bytes left out: UTF-16 reads as what it is of ASCII.
std::string ascii_of(std::string_view bytes) {
    std::string text(bytes);
    std::erase(text, '\0');
    return in_lower_case(text);
}

/// Gives the start of a text, likewise, without its byte order mark.
std::string head_of(std::string_view bytes) {
    std::string head = ascii_of(bytes.substr(0, head_bytes));
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
        if (head.starts_with(mark)) head.erase(0, mark.size());
    }
    return head;
}

bool is_audit_root(std::string_view root) {
    std::string_view name = root.substr(0, root.find_first_of(" \t\r\n/>["));
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    return name == "auditfile";
}

/// Gives what comes behind a DOCTYPE, whose declarations stand between brackets; nothing where it does not end. A
/// bracket inside a quoted value is not told from its own, which only a document that is refused anyway has.
std::string_view behind_doctype(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    std::size_t end = text.find_first_of("[>");
    if (end != std::string_view::npos && text[end] == '[') {
        do {
            end = text.find(']', end);
            if (end != std::string_view::npos) end = text.find_first_not_of(spaces, end + 1);
        } while (end != std::string_view::npos && text[end] != '>');
    }
    return end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
}

/// Passes over `<? ?>`, `<!-- -->` and `<!DOCTYPE >` in front of the first element; gives what begins with its name,
/// which a DOCTYPE of an auditfile says already.
std::string_view root_of(std::string_view head) {
    while (true) {
        head = trim(head);
        if (head.starts_with("<!doctype")) {
            const std::string_view named = trim(head.substr(9));
            if (is_audit_root(named)) return named;
            head = behind_doctype(named);
            continue;
        }
        if (!head.starts_with('<')) return {};
        if (!head.starts_with("<?") && !head.starts_with("<!")) return head.substr(1);
        const std::string_view end = head.starts_with("<?") ? "?>" : head.starts_with("<!--") ? "-->" : "";
        const std::size_t found = end.empty() ? std::string_view::npos : head.find(end);
        if (found == std::string_view::npos) return {};
        head.remove_prefix(found + end.size());
    }
}

bool is_audit_name(std::string_view lower) {
    const bool ending = lower.ends_with(".xaf") || lower.ends_with(".adf");
    return ending || lower.find("auditfile") != std::string_view::npos;
}

/// Gives the name of the first file in a zip.
std::string_view first_name_in_zip(std::string_view bytes) {
    constexpr std::size_t fixed = 30;
    if (!bytes.starts_with("PK\x03\x04") || bytes.size() < fixed) return {};
    const auto at = [bytes](std::size_t i) { return std::size_t{static_cast<unsigned char>(bytes[i])}; };
    return bytes.substr(fixed, at(26) + 256 * at(27));
}

/// Gives the name that a gzip keeps of what is in it.
std::string_view name_in_gzip(std::string_view bytes) {
    constexpr std::size_t fixed = 10;
    constexpr unsigned char has_extra = 4;
    constexpr unsigned char has_name = 8;
    if (!bytes.starts_with("\x1F\x8B") || bytes.size() < fixed) return {};
    const auto flags = static_cast<unsigned char>(bytes[3]);
    if ((flags & has_name) == 0 || (flags & has_extra) != 0) return {};
    const std::string_view name = bytes.substr(fixed, 1024);
    return name.substr(0, name.find('\0'));
}

std::optional<std::uint32_t> take_whole(std::string_view& text) {
    text = trim(text);
    std::uint32_t value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end.ec != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end.ptr - text.data()));
    return value;
}

}  // namespace

AuditShape audit_shape(std::string_view bytes) {
    const std::string head = head_of(bytes);
    if (head.starts_with("clair1.")) return AuditShape::fixed_columns;
    if (is_audit_root(root_of(head))) return AuditShape::xml;
    if (is_audit_name(in_lower_case(first_name_in_zip(bytes)))) return AuditShape::zip;
    if (is_audit_name(in_lower_case(name_in_gzip(bytes)))) return AuditShape::gzip;
    return AuditShape::none;
}

Error refuse_shape(AuditShape shape, const std::string& shown_as) {
    Error error;
    error.place.file = shown_as;
    error.expected = "een XML-auditfile (.xaf), versie 3.1 of later";
    switch (shape) {
        case AuditShape::fixed_columns:
            error.found = "dit is een auditfile van de oude soort met vaste kolommen (ADF, CLAIR1.00.00)";
            error.action = "kies bij het exporteren XML-auditfile (XAF) 3.2 of 4.0";
            break;
        case AuditShape::gzip:
        case AuditShape::zip:
            error.found =
                std::string("dit is een ingepakt auditfile (") + (shape == AuditShape::zip ? "zip" : "gzip") + ")";
            error.action = "pak het uit en noem het .xaf-bestand zelf";
            break;
        case AuditShape::none:
        case AuditShape::xml:
            error.found = "dit is geen auditfile";
            error.action = "controleer het bestand";
            break;
    }
    return error;
}

std::optional<AuditPart> find_audit_part(std::string_view bytes) {
    constexpr std::size_t near_bytes = 8192;
    constexpr std::string_view word = "vervolgbestand";
    const std::string start = ascii_of(bytes.substr(0, near_bytes));
    const std::string end = ascii_of(bytes.substr(bytes.size() - std::min(bytes.size(), near_bytes)));
    for (const std::string& piece : {start, end}) {
        const std::size_t found = piece.find(word);
        if (found == std::string::npos) continue;
        std::string_view rest = std::string_view(piece).substr(found + word.size());
        const auto number = take_whole(rest);
        rest = trim(rest);
        if (!number || !rest.starts_with("van")) continue;
        rest.remove_prefix(3);
        if (const auto count = take_whole(rest)) return AuditPart{*number, *count};
    }
    return std::nullopt;
}

std::optional<std::string_view> version_of_namespace(std::string_view name_space) {
    constexpr std::string_view office = "http://www.odb.belastingdienst.nl/belastingdienst/bcpp/";
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> plain{{
        {"http://www.auditfiles.nl/xaf/3.0", "3.0"},
        {"http://www.auditfiles.nl/xaf/3.1", "3.1"},
        {"http://www.auditfiles.nl/xaf/3.2", "3.2"},
    }};
    const std::string lower = in_lower_case(name_space);
    for (const auto& [name, version] : plain) {
        if (lower == name) return version;
    }
    if (!lower.starts_with(office)) return std::nullopt;
    const std::string_view rest = std::string_view(lower).substr(office.size());
    if (rest == "1.0/structures/xmlauditfilefinancieel3.2.1") return "3.2.1";
    if (rest == "1.1/structures/xmlauditfilexaf_4.0") return "4.0";
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
