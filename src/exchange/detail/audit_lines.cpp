#include "exchange/detail/audit_lines.hpp"

#include "exchange/detail/label.hpp"
#include "text/xml_text.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace begroot::exchange::detail {

namespace {

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c); }

/// Walks over bytes in memory; every step checks the end.
class PlainBytes {
public:
    explicit PlainBytes(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    [[nodiscard]] const char* at() const { return at_; }
    void skip_space() {
        while (at_ != end_ && text::is_xml_space(*at_)) ++at_;
    }
    [[nodiscard]] bool take(std::string_view wanted) {
        if (static_cast<std::size_t>(end_ - at_) < wanted.size()) return false;
        if (std::memcmp(at_, wanted.data(), wanted.size()) != 0) return false;
        at_ += wanted.size();
        return true;
    }
    [[nodiscard]] std::string_view take_name() {
        const char* const start = at_;
        while (at_ != end_ && is_name_character(*at_)) ++at_;
        return {start, static_cast<std::size_t>(at_ - start)};
    }
    /// Takes what stands before the next `<`; false where there is none.
    [[nodiscard]] bool take_text(std::string_view& out) {
        const void* const found = std::memchr(at_, '<', static_cast<std::size_t>(end_ - at_));
        if (found == nullptr) return false;
        const char* const less = static_cast<const char*>(found);
        out = {at_, static_cast<std::size_t>(less - at_)};
        at_ = less;
        return true;
    }
    /// Passes over an element with elements in it, behind its start tag; false when a comment could hide its end.
    [[nodiscard]] bool skip_nested(std::string_view end_tag) {
        const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
        const std::size_t found = rest.find(end_tag);
        if (found == std::string_view::npos || rest.substr(0, found).find("<!") != std::string_view::npos) return false;
        at_ += found + end_tag.size();
        return true;
    }

private:
    const char* at_;
    const char* end_;
};

std::string_view without_space(std::string_view text) {
    while (!text.empty() && text::is_xml_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && text::is_xml_space(text.back())) text.remove_suffix(1);
    return text;
}

/// Takes one element inside a line; false when it is not plain.
bool take_element(PlainBytes& bytes, AuditLine& line) {
    const std::string_view name = bytes.take_name();
    if (name.empty()) return false;
    if (bytes.take("/>")) {
        const auto empty = line_field(name);
        return !empty || line.set(*empty, {});
    }
    if (!bytes.take(">")) return false;
    if (name == "vat") return bytes.skip_nested("</vat>");
    if (name == "currency") return bytes.skip_nested("</currency>");
    std::string_view value;
    if (!bytes.take_text(value) || !bytes.take("</") || !bytes.take(name) || !bytes.take(">")) return false;
    const auto field = line_field(name);
    if (!field) return true;
    if (value.find_first_of("&\r") != std::string_view::npos) return false;
    return line.set(*field, without_space(value));
}

}  // namespace

std::optional<LineField> line_field(std::string_view name) {
    static constexpr auto fields = std::to_array<std::pair<std::string_view, LineField>>({
        {"nr", LineField::number},
        {"accID", LineField::account},
        {"desc", LineField::description},
        {"effDate", LineField::date},
        {"amnt", LineField::amount},
        {"amntTp", LineField::amount_type},
        {"costID", LineField::cost},
        {"prodID", LineField::product},
        {"projID", LineField::project},
        {"cost", LineField::cost},
        {"product", LineField::product},
        {"project", LineField::project},
        {"recordID", LineField::number},
        {"accountID", LineField::account},
        {"description", LineField::description},
        {"effectiveDate", LineField::date},
        {"debitAmount", LineField::debit},
        {"creditAmount", LineField::credit},
        {"costDesc", LineField::cost},
        {"productDesc", LineField::product},
        {"projectDesc", LineField::project},
    });
    for (const auto& [text, field] : fields) {
        if (text.size() == name.size() && text.front() == name.front() && text == name) return field;
    }
    return std::nullopt;
}

bool AuditLine::set(LineField field, std::string_view value) {
    if (has(field)) return false;
    seen |= 1U << static_cast<unsigned>(field);
    values[static_cast<std::size_t>(field)] = value;
    return true;
}

std::size_t scan_plain_line(std::string_view ahead, AuditLine& line) {
    line = {};
    PlainBytes bytes(ahead);
    std::string_view end = "</trLine>";
    if (!bytes.take("<trLine>")) {
        if (!bytes.take("<line>")) return 0;
        end = "</line>";
    }
    while (true) {
        bytes.skip_space();
        if (bytes.take(end)) return static_cast<std::size_t>(bytes.at() - ahead.data());
        if (!bytes.take("<") || !take_element(bytes, line)) return 0;
    }
}

std::size_t scan_plain_element(std::string_view ahead, std::string_view& name, std::string_view& value) {
    PlainBytes bytes(ahead);
    if (!bytes.take("<")) return 0;
    name = bytes.take_name();
    value = {};
    if (name.empty()) return 0;
    if (!bytes.take("/>")) {
        if (!bytes.take(">") || !bytes.take_text(value)) return 0;
        if (!bytes.take("</") || !bytes.take(name) || !bytes.take(">")) return 0;
        if (value.find_first_of("&\r") != std::string_view::npos) return 0;
        value = without_space(value);
    }
    return static_cast<std::size_t>(bytes.at() - ahead.data());
}

bool LineReader::read(text::XmlScanner& scanner, AuditLine& line) {
    line = {};
    const std::size_t depth = scanner.depth();
    while (true) {
        const text::XmlEvent event = scanner.next();
        if (event == text::XmlEvent::failed || event == text::XmlEvent::finished) return false;
        if (event == text::XmlEvent::end && scanner.depth() == depth) return true;
        if (event != text::XmlEvent::start) continue;
        const auto field = line_field(scanner.name());
        if (!field) {
            if (!scanner.skip()) return false;
            continue;
        }
        std::string& kept = kept_[static_cast<std::size_t>(*field)];
        kept.clear();
        if (!scanner.read_text(kept)) return false;
        if (line.set(*field, without_space(kept))) continue;
        Error error = scanner.source().error("heeft een regel waarin een veld twee keer staat", "elk veld een keer");
        error.place.line = scanner.line();
        scanner.fail(std::move(error));
        return false;
    }
}

}  // namespace begroot::exchange::detail
