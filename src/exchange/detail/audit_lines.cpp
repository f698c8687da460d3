#include "exchange/detail/audit_lines.hpp"

#include "exchange/detail/audit_watch.hpp"
#include "exchange/detail/label.hpp"
#include "text/text_run.hpp"
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
    [[nodiscard]] bool take_text(text::TextRun& run, std::string_view& out) {
        run = text::scan_text_run(at_, end_);
        if (run.end == nullptr) return false;
        out = {at_, static_cast<std::size_t>(run.end - at_)};
        at_ = run.end;
        return true;
    }
    /// Takes the text of an element and its end; false where that is not what stands here.
    [[nodiscard]] bool take_rest(std::string_view name, text::TextRun& run, std::string_view& out) {
        return take_text(run, out) && take("</") && take(name) && take(">");
    }
    /// Passes over the rest of an element that holds flat elements, behind its start tag; false when it holds more.
    [[nodiscard]] bool skip_nested(std::string_view outer) {
        text::TextRun run;
        std::string_view passed;
        while (take_text(run, passed)) {
            if (take("</")) return take(outer) && take(">");
            ++at_;
            const std::string_view name = take_name();
            if (name.empty()) return false;
            if (take("/>")) continue;
            if (!take(">") || !take_rest(name, run, passed)) return false;
        }
        return false;
    }

private:
    const char* at_;
    const char* end_;
};

/// Takes white space off both ends as trim() does; nearly every value has none.
std::string_view without_space(std::string_view text) {
    const auto is_plain = [](char c) { return c > ' ' && c < '\x7f'; };
    return text.empty() || (is_plain(text.front()) && is_plain(text.back())) ? text : trim(text);
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
    if (name == "vat" || name == "currency") return bytes.skip_nested(name);
    text::TextRun run;
    std::string_view value;
    if (!bytes.take_rest(name, run, value)) return false;
    const auto field = line_field(name);
    if (!field) return true;
    return run.resolved && line.set(*field, without_space(value));
}

std::uint64_t load_word(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// An element that lines have, with its tags ready to be compared 16 bytes at a time.
struct KnownTag {
    std::uint64_t open[2]{};       // `<accID>` behind the `<`, then zeros
    std::uint64_t open_mask[2]{};  // which of those bytes count
    std::uint8_t size = 0;         // of the name
    bool nests = false;            // holds elements itself: vat, currency
    bool is_read = false;
    LineField field = LineField::number;
};

/// The elements of a line of 3.x and 4.0, in the order in which most packages write them; others are found more slowly.
constexpr std::array<std::string_view, 22> usual_tags{
    "nr",        "accID",  "docRef",  "effDate", "settDate",  "desc",    "amnt",    "amntTp",
    "custSupID", "invRef", "costID",  "prodID",  "projID",    "cost",    "product", "project",
    "vat",       "vatID",  "vatPerc", "vatAmnt", "vatAmntTp", "currency"};

using KnownTags = std::array<KnownTag, usual_tags.size()>;

KnownTags make_known_tags() {
    KnownTags known{};
    for (std::size_t i = 0; i < usual_tags.size(); ++i) {
        const std::string_view name = usual_tags[i];
        KnownTag& tag = known[i];
        tag.size = static_cast<std::uint8_t>(name.size());
        tag.nests = name == "vat" || name == "currency";
        const auto field = line_field(name);
        tag.is_read = field.has_value();
        tag.field = field.value_or(LineField::number);
        char open[16]{};
        char mask[16]{};
        std::memcpy(open, name.data(), name.size());
        open[name.size()] = '>';
        std::memset(mask, 0xFF, name.size() + 1);
        for (std::size_t half = 0; half < 2; ++half) {
            tag.open[half] = load_word(open + 8 * half);
            tag.open_mask[half] = load_word(mask + 8 * half);
        }
    }
    return known;
}

bool has_name(const KnownTag& tag, const char* name) {
    return (((load_word(name) & tag.open_mask[0]) ^ tag.open[0]) |
            ((load_word(name + 8) & tag.open_mask[1]) ^ tag.open[1])) == 0;
}

/// Finds the known tag whose `name>` stands here, looking first at the one behind `guess`.
const KnownTag* find_known_tag(const KnownTags& known, const char* name, const KnownTag* guess) {
    const KnownTag* const end = known.data() + known.size();
    for (std::size_t tried = 0; tried < known.size(); ++tried) {
        if (++guess >= end) guess = known.data();
        if (has_name(*guess, name)) return guess;
    }
    return nullptr;
}

/// Reads the lines that begin far enough from the end of what is in memory to look ahead without asking each time.
class FastLine {
public:
    /// How many bytes may be looked at behind the place where it is checked that they are there.
    static constexpr std::size_t slack = 64;

    FastLine(std::string_view ahead, AuditLine& line)
        : at_(ahead.data()), last_(ahead.data() + ahead.size() - slack), line_(&line) {}

    /// Takes elements until `</trLine>`; gives where that ends, or nothing when anything is not plain.
    [[nodiscard]] const char* take() {
        static const KnownTags known_tags = make_known_tags();
        known_ = &known_tags;
        last_tag_ = &known_tags.back();
        at_ += 8;  // <trLine>
        while (true) {
            while (text::is_xml_space(*at_)) {
                if (++at_ >= last_) return nullptr;
            }
            if (*at_ != '<' || at_ >= last_) return nullptr;
            if (at_[1] == '/') return std::memcmp(at_, "</trLine>", 9) == 0 ? at_ + 9 : nullptr;
            if (!take_element()) return nullptr;
        }
    }

private:
    /// Finds the next `<`, in `at_`; false when it is too far away to be looked at safely.
    [[nodiscard]] bool find_less(text::TextRun& run) {
        if (at_ >= last_) return false;
        run = text::scan_text_run(at_, last_);
        if (run.end == nullptr) return false;
        at_ = run.end;
        return true;
    }

    /// Takes the start of a known element; nothing where something else stands.
    [[nodiscard]] const KnownTag* take_start() {
        const KnownTag* const tag = find_known_tag(*known_, at_ + 1, last_tag_);
        if (tag == nullptr) return nullptr;
        last_tag_ = tag;
        at_ += tag->size + 2;
        return tag;
    }

    [[nodiscard]] bool take_end(const KnownTag& tag) {
        if (at_[1] != '/' || !has_name(tag, at_ + 2)) return false;
        at_ += tag.size + 3;
        return true;
    }

    [[nodiscard]] bool take_element() {
        const KnownTag* const tag = take_start();
        if (tag == nullptr) return take_empty(at_ + 1);
        if (tag->nests) return take_nested(*tag);
        const char* const start = at_;
        text::TextRun run;
        if (!find_less(run)) return false;
        const std::string_view value(start, static_cast<std::size_t>(at_ - start));
        if (!take_end(*tag)) return false;
        if (!tag->is_read) return true;
        return run.resolved && line_->set(tag->field, without_space(value));
    }

    /// Takes the flat elements inside an element, whose values are not read.
    [[nodiscard]] bool take_nested(const KnownTag& outer) {
        text::TextRun run;
        while (find_less(run)) {
            if (at_[1] == '/') return take_end(outer);
            const KnownTag* const tag = take_start();
            if (tag == nullptr || tag->nests) return false;
            if (!find_less(run) || !take_end(*tag)) return false;
        }
        return false;
    }

    /// Takes `<costID/>`, which no known tag equals.
    [[nodiscard]] bool take_empty(const char* name) {
        const char* end = name;
        while (is_name_character(*end) && end - name < 32) ++end;
        if (end == name || end[0] != '/' || end[1] != '>') return false;
        at_ = end + 2;
        const auto field = line_field({name, static_cast<std::size_t>(end - name)});
        return !field || line_->set(*field, {});
    }

    const char* at_;
    const char* last_;  // from here on too little is left to look ahead
    const KnownTags* known_ = nullptr;
    const KnownTag* last_tag_ = nullptr;  // that was taken last
    AuditLine* line_;
};

bool refuse_twice(text::XmlScanner& scanner, const std::string& name) {
    Error error = scanner.source().error("heeft een regel waarin " + name + " een tweede keer wordt gegeven",
                                         "elk veld een keer");
    error.place.line = scanner.line();
    scanner.fail(std::move(error));
    return false;
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
        {"costDesc", LineField::cost_description},
        {"productDesc", LineField::product_description},
        {"projectDesc", LineField::project_description},
    });
    for (const auto& [text, field] : fields) {
        if (text.size() == name.size() && text.front() == name.front() && text == name) return field;
    }
    return std::nullopt;
}

std::size_t scan_plain_line(std::string_view ahead, AuditLine& line) {
    line.clear();
    if (ahead.size() > FastLine::slack && ahead.starts_with("<trLine>")) {
        if (const char* const end = FastLine(ahead, line).take()) return static_cast<std::size_t>(end - ahead.data());
        line.clear();
    }
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
        text::TextRun run;
        if (!bytes.take(">") || !bytes.take_rest(name, run, value) || !run.resolved) return 0;
        value = without_space(value);
    }
    return static_cast<std::size_t>(bytes.at() - ahead.data());
}

bool LineReader::read(text::XmlScanner& scanner, AuditLine& line) {
    line.clear();
    const std::size_t depth = scanner.depth();
    while (true) {
        const text::XmlEvent event = scanner.next();
        if (event == text::XmlEvent::failed || event == text::XmlEvent::finished) return false;
        if (event == text::XmlEvent::end && scanner.depth() == depth) return true;
        if (event != text::XmlEvent::start) continue;
        const auto field = line_field(scanner.name());
        if (!field) {
            if (!skip_watching(scanner)) return false;
            continue;
        }
        const std::string name(scanner.name());
        text_.clear();
        if (!scanner.read_text(text_)) return false;
        const std::string_view value = without_space(text_);
        if (line.has(*field) && value.empty()) continue;
        if (!line[*field].empty()) return refuse_twice(scanner, name);
        std::string& kept = kept_[static_cast<std::size_t>(*field)];
        kept = value;
        (void)line.set(*field, kept);
    }
}

}  // namespace begroot::exchange::detail
