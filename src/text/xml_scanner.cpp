#include "text/xml_scanner.hpp"

#include "text/xml_attributes.hpp"
#include "text/xml_text.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

#include <fmt/format.h>

namespace begroot::text {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{256} << 10;

/// A small document takes a small buffer; the last byte is for the zero behind the text.
std::size_t first_buffer_bytes(std::uint64_t declared_bytes) {
    return std::min<std::uint64_t>(buffer_bytes, declared_bytes + Utf8Stream::out_bytes_min) + 1;
}

std::size_t name_hash(std::string_view name) { return std::hash<std::string_view>{}(name); }

}  // namespace

XmlScanner::XmlScanner(Utf8Stream stream, XmlLimits limits, XmlManner manner)
    : stream_(std::move(stream)),
      limits_(limits),
      manner_(manner),
      buffer_(first_buffer_bytes(stream_.declared_bytes())) {}

void XmlScanner::fail(Error error) {
    if (!failed_) error_ = std::move(error);
    failed_ = true;
}

XmlEvent XmlScanner::malformed(std::string_view why) {
    if (manner_ == XmlManner::strict) {
        fail(source().error(fmt::format("is beschadigd: {}, rond byte {}", why, passed_ + cursor_), ""));
    } else {
        Error error = source().error(fmt::format("is beschadigd: {}", why), "");
        error.place.line = line();
        fail(std::move(error));
    }
    return XmlEvent::failed;
}

/// Gets more bytes behind those that wait; false at the end and on failure. Views into the buffer die.
bool XmlScanner::fill() {
    if (at_end_ || failed_) return false;
    if (cursor_ > 0) {
        if (manner_ == XmlManner::lenient) count_lines();
        std::memmove(buffer_.data(), buffer_.data() + cursor_, filled_ - cursor_);
        passed_ += cursor_;
        filled_ -= cursor_;
        cursor_ = 0;
        counted_ = 0;
    }
    if (buffer_.size() - 1 - filled_ < Utf8Stream::out_bytes_min) {
        // Entities make a text longer than what it stands for; a tag may hold several attributes.
        const std::size_t bytes_max = buffer_bytes + 8 * limits_.text_bytes_max;
        if (buffer_.size() > bytes_max) {
            (void)malformed(fmt::format("een tekst of element is langer dan {} bytes", bytes_max));
            return false;
        }
        buffer_.resize(std::max(std::min(buffer_.size() * 2, bytes_max + 1), filled_ + Utf8Stream::out_bytes_min + 1));
    }
    const Result<std::size_t> count = stream_.read(std::span(buffer_).subspan(filled_, buffer_.size() - 1 - filled_));
    if (!count) {
        fail(count.error());
        return false;
    }
    filled_ += *count;
    buffer_[filled_] = '\0';
    at_end_ = *count == 0;
    return !at_end_;
}

/// Finds `pattern` at or after `from` (counted from the cursor), reading on as needed; gives its distance to the
/// cursor.
std::optional<std::size_t> XmlScanner::find(std::string_view pattern, std::size_t from) {
    while (true) {
        const std::size_t found = ahead().find(pattern, from);
        if (found != std::string_view::npos) return found;
        const std::size_t searched = filled_ - cursor_;
        if (searched >= pattern.size()) from = std::max(from, searched - pattern.size() + 1);
        if (!fill()) return std::nullopt;
    }
}

/// Finds the `>` that closes the tag at the cursor; one inside a quoted attribute does not count.
std::optional<std::size_t> XmlScanner::find_tag_end() {
    char quote = '\0';
    std::size_t at = 1;
    while (true) {
        const std::string_view bytes = ahead();
        for (; at < bytes.size(); ++at) {
            const char byte = bytes[at];
            if (quote != '\0') {
                if (byte == quote) quote = '\0';
            } else if (byte == '"' || byte == '\'') {
                quote = byte;
            } else if (byte == '>') {
                return at;
            }
        }
        if (!fill()) return std::nullopt;
    }
}

/// Moves the cursor past `pattern` without keeping what stands before it: comments may be of any length.
bool XmlScanner::pass_over(std::string_view pattern) {
    while (true) {
        const std::size_t found = ahead().find(pattern);
        if (found != std::string_view::npos) {
            cursor_ += found + pattern.size();
            return true;
        }
        const std::size_t waiting = filled_ - cursor_;
        if (waiting >= pattern.size()) cursor_ += waiting - pattern.size() + 1;
        if (!fill()) return false;
    }
}

XmlEvent XmlScanner::next() {
    if (pop_) open_.pop_back();
    pop_ = false;
    if (failed_) return XmlEvent::failed;
    if (pending_end_) {
        pending_end_ = false;
        pop_ = true;
        return XmlEvent::end;
    }
    while (true) {
        if (cursor_ == filled_ && !fill()) return finish();
        if (const auto event = buffer_[cursor_] == '<' ? scan_markup() : scan_text()) return *event;
    }
}

std::string_view XmlScanner::settle() {
    if (pop_) open_.pop_back();
    pop_ = false;
    return pending_end_ || failed_ ? std::string_view() : ahead();
}

void XmlScanner::count_lines() {
    // Counted in bytes, 255 at a time, for which the compiler has vector code.
    while (counted_ < cursor_) {
        const std::size_t count = std::min(cursor_ - counted_, std::size_t{255});
        const char* const bytes = buffer_.data() + counted_;
        unsigned char lines = 0;
        for (std::size_t i = 0; i < count; ++i) lines = static_cast<unsigned char>(lines + (bytes[i] == '\n'));
        lines_ += lines;
        counted_ += count;
    }
}

std::uint32_t XmlScanner::line() {
    if (manner_ == XmlManner::strict) return 0;
    count_lines();
    return lines_;
}

/// Puts raw text into scratch_ with its entities resolved; false on one that XML does not have.
bool XmlScanner::decode(std::string_view raw) {
    scratch_.clear();
    if (manner_ == XmlManner::strict) return append_decoded(raw, scratch_);
    const std::size_t bare = append_leniently(raw, scratch_);
    if (bare > 0 && oddities_.bare_ampersands == 0) oddities_.first_ampersand_line = line();
    oddities_.bare_ampersands += bare;
    return true;
}

/// Tells whether text may stand outside the document: white space, and to a lenient scanner control characters behind
/// it.
bool XmlScanner::is_outside_text(std::string_view raw) {
    if (std::ranges::all_of(raw, is_xml_space)) return true;
    if (manner_ == XmlManner::strict || !root_seen_) return false;
    if (!std::ranges::all_of(raw, [](char byte) { return static_cast<unsigned char>(byte) <= ' '; })) return false;
    oddities_.trailing_control_line = line();
    return true;
}

void XmlScanner::open(std::string_view whole_name, std::size_t bytes) {
    cursor_ += bytes;
    open_.push_back(name_hash(whole_name));
}

bool XmlScanner::close(std::string_view whole_name, std::size_t bytes) {
    if (open_.empty() || open_.back() != name_hash(whole_name)) return false;
    cursor_ += bytes;
    open_.pop_back();
    return true;
}

XmlEvent XmlScanner::finish() {
    if (failed_) return XmlEvent::failed;
    if (!open_.empty() || !root_seen_) return malformed("het breekt af");
    return XmlEvent::finished;
}

std::optional<XmlEvent> XmlScanner::scan_text() {
    const std::size_t length = find("<", 0).value_or(filled_ - cursor_);
    if (failed_) return XmlEvent::failed;
    const std::string_view raw = ahead().substr(0, length);
    if (open_.empty()) {
        if (!is_outside_text(raw)) return malformed("er staat tekst buiten het document");
        cursor_ += length;
        return std::nullopt;
    }
    text_ = raw;
    if (raw.find_first_of("&\r") != std::string_view::npos) {
        if (!decode(raw)) return malformed("een onbekend teken met &");
        text_ = scratch_;
    }
    cursor_ += length;
    return XmlEvent::text;
}

std::optional<XmlEvent> XmlScanner::scan_markup() {
    constexpr std::string_view cdata_mark = "<![CDATA[";
    while (filled_ - cursor_ < cdata_mark.size() && fill()) {
    }
    if (failed_) return XmlEvent::failed;
    const std::string_view bytes = ahead();
    if (bytes.starts_with("</")) return scan_end();
    if (bytes.starts_with("<!--")) {
        cursor_ += 4;
        if (!pass_over("-->")) return malformed("een opmerking houdt niet op");
        return std::nullopt;
    }
    if (bytes.starts_with("<?")) {
        if (!check_declaration() || !pass_over("?>")) return malformed("een instructie houdt niet op");
        return std::nullopt;
    }
    if (bytes.starts_with(cdata_mark)) return scan_cdata();
    if (bytes.starts_with("<!")) return malformed("DOCTYPE wordt niet gelezen");
    return scan_start();
}

/// Refuses, where strict, a document that says it is in another encoding than UTF-8 or UTF-16; false on failure.
bool XmlScanner::check_declaration() {
    if (manner_ == XmlManner::lenient || !ahead().starts_with("<?xml")) return true;
    const auto end = find("?>", 0);
    if (!end) return false;
    const auto encoding = find_attribute(ahead().substr(5, *end - 5), "encoding");
    if (!encoding) return true;
    std::string lower(*encoding);
    for (char& letter : lower)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    if (lower == "utf-8" || lower == "utf8" || lower == "utf-16" || lower == "us-ascii" || lower == "ascii")
        return true;
    fail(source().error("gebruikt de tekenset " + lower.substr(0, 40), "UTF-8 of UTF-16"));
    return false;
}

XmlEvent XmlScanner::scan_cdata() {
    constexpr std::size_t mark_size = 9;
    const auto end = find("]]>", mark_size);
    if (!end || open_.empty()) return malformed("CDATA houdt niet op of staat buiten het document");
    scratch_.clear();
    append_with_line_ends(ahead().substr(mark_size, *end - mark_size), scratch_);
    text_ = scratch_;
    cursor_ += *end + 3;
    return XmlEvent::text;
}

XmlEvent XmlScanner::scan_start() {
    const auto end = find_tag_end();
    if (!end) return malformed("een element houdt niet op");
    std::string_view tag = ahead().substr(1, *end - 1);
    cursor_ += *end + 1;
    pending_end_ = tag.ends_with('/');
    if (pending_end_) tag.remove_suffix(1);
    const std::size_t name_size = std::min(tag.find_first_of(" \t\r\n/<\"'="), tag.size());
    const std::string_view whole_name = tag.substr(0, name_size);
    attributes_ = tag.substr(name_size);
    if (whole_name.empty() || (!attributes_.empty() && !is_xml_space(attributes_.front()))) {
        return malformed("een element heeft geen goede naam");
    }
    if (open_.empty() && root_seen_) return malformed("er staat een tweede hoofdelement");
    if (open_.size() >= limits_.depth_max)
        return malformed(fmt::format("meer dan {} elementen in elkaar", limits_.depth_max));
    root_seen_ = true;
    open_.push_back(name_hash(whole_name));
    name_ = local_name(whole_name);
    prefix_ = whole_name.substr(0, whole_name.size() == name_.size() ? 0 : whole_name.size() - name_.size() - 1);
    return XmlEvent::start;
}

XmlEvent XmlScanner::scan_end() {
    const auto end = find(">", 2);
    if (!end) return malformed("een element houdt niet op");
    const std::string_view whole_name = trim(ahead().substr(2, *end - 2));
    if (open_.empty() || open_.back() != name_hash(whole_name))
        return malformed("begin en einde van een element verschillen");
    cursor_ += *end + 1;
    name_ = local_name(whole_name);
    pop_ = true;
    return XmlEvent::end;
}

std::optional<std::string_view> XmlScanner::attribute(std::string_view name) const {
    return find_attribute(attributes_, name);
}

std::optional<std::string> XmlScanner::decoded_attribute(std::string_view name) const {
    const auto raw = find_attribute_by_local_name(attributes_, name);
    if (!raw) return std::nullopt;
    std::string value;
    if (!append_decoded(*raw, value)) return std::string(*raw);
    return value;
}

bool XmlScanner::skip() {
    const std::size_t depth_before = open_.size();
    while (true) {
        const XmlEvent event = next();
        if (event == XmlEvent::failed || event == XmlEvent::finished) return false;
        if (event == XmlEvent::end && open_.size() == depth_before) return true;
    }
}

bool XmlScanner::read_text(std::string& out) {
    const std::size_t depth_before = open_.size();
    while (true) {
        const XmlEvent event = next();
        if (event == XmlEvent::failed || event == XmlEvent::finished) return false;
        if (event == XmlEvent::end && open_.size() == depth_before) return true;
        if (event != XmlEvent::text || open_.size() != depth_before) continue;
        if (out.size() + text_.size() > limits_.text_bytes_max) {
            (void)malformed(fmt::format("een tekst is langer dan {} bytes", limits_.text_bytes_max));
            return false;
        }
        out += text_;
    }
}

}  // namespace begroot::text
