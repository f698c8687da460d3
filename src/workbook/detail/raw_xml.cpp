#include "workbook/detail/raw_xml.hpp"

#include "text/xml_attributes.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::patching {

namespace {

constexpr std::size_t first_bytes = std::size_t{256} << 10;
constexpr std::size_t piece_bytes_max = std::size_t{16} << 20;
constexpr std::string_view comment_mark = "<!--";
constexpr std::string_view cdata_mark = "<![CDATA[";

/// Finds the `>` of the tag at the start of `bytes`; one inside a quoted attribute does not count.
std::optional<std::size_t> tag_end(std::string_view bytes) {
    std::size_t at = 1;
    while (true) {
        at = bytes.find_first_of("\"'>", at);
        if (at == std::string_view::npos) return std::nullopt;
        if (bytes[at] == '>') return at;
        at = bytes.find(bytes[at], at + 1);
        if (at == std::string_view::npos) return std::nullopt;
        ++at;
    }
}

}  // namespace

RawXml::RawXml(std::unique_ptr<text::ByteSource> source) : source_(std::move(source)), buffer_(first_bytes) {}

RawKind RawXml::fail(Error error) {
    if (!failed_) error_ = std::move(error);
    failed_ = true;
    return RawKind::failed;
}

RawKind RawXml::broken(std::string_view why) { return fail(source_->error(fmt::format("is beschadigd: {}", why), "")); }

/// Gets more bytes behind those that wait; false at the end and on failure.
bool RawXml::fill() {
    if (at_end_ || failed_) return false;
    if (cursor_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + cursor_, filled_ - cursor_);
        filled_ -= cursor_;
        cursor_ = 0;
    }
    if (filled_ == buffer_.size()) {
        if (buffer_.size() >= piece_bytes_max) {
            (void)broken(fmt::format("een element is langer dan {} bytes", piece_bytes_max));
            return false;
        }
        buffer_.resize(2 * buffer_.size());
    }
    const Result<std::size_t> count = source_->read(std::span(buffer_).subspan(filled_));
    if (!count) {
        (void)fail(count.error());
        return false;
    }
    filled_ += *count;
    at_end_ = *count == 0;
    return !at_end_;
}

RawKind RawXml::next() {
    if (pop_) --depth_;
    pop_ = false;
    if (failed_) return RawKind::failed;
    if (cursor_ == filled_ && !fill()) {
        if (failed_) return RawKind::failed;
        return depth_ == 0 ? RawKind::finished : broken("het breekt af");
    }
    if (!begun_) {
        begun_ = true;
        while (filled_ < 2 && fill()) {
        }
        const std::string_view first = ahead().substr(0, 2);
        const bool wide = first.starts_with("\xFE\xFF") || first.starts_with("\xFF\xFE") ||
                          first.find('\0') != std::string_view::npos;
        if (wide) return fail(source_->error("staat in UTF-16", "UTF-8"));
    }
    if (buffer_[cursor_] == '<') return take_markup();
    const std::size_t end = ahead().find('<');
    return take_other(std::min(end, filled_ - cursor_));
}

RawKind RawXml::take_other(std::size_t bytes) {
    raw_ = ahead().substr(0, bytes);
    cursor_ += bytes;
    return RawKind::other;
}

/// Takes a piece that ends with `mark`.
RawKind RawXml::take_until(std::string_view mark, std::size_t from) {
    while (true) {
        const std::size_t end = ahead().find(mark, from);
        if (end != std::string_view::npos) return take_other(end + mark.size());
        if (!fill()) return failed_ ? RawKind::failed : broken("het breekt af");
    }
}

RawKind RawXml::take_markup() {
    while (filled_ - cursor_ < cdata_mark.size() && fill()) {
    }
    if (failed_) return RawKind::failed;
    const std::string_view bytes = ahead();
    if (bytes.starts_with(comment_mark)) return take_until("-->", comment_mark.size());
    if (bytes.starts_with("<?")) return take_until("?>", 2);
    if (bytes.starts_with(cdata_mark)) return take_until("]]>", cdata_mark.size());
    if (bytes.starts_with("<!")) return broken("DOCTYPE wordt niet gelezen");
    while (true) {
        if (const auto end = tag_end(ahead())) return take_tag(*end + 1);
        if (!fill()) return failed_ ? RawKind::failed : broken("een element houdt niet op");
    }
}

RawKind RawXml::take_tag(std::size_t bytes) {
    raw_ = ahead().substr(0, bytes);
    cursor_ += bytes;
    const bool ends = raw_.starts_with("</");
    const bool closes_itself = !ends && raw_.ends_with("/>");
    const std::size_t begin = ends ? 2 : 1;
    const std::string_view inside = raw_.substr(begin, raw_.size() - begin - (closes_itself ? 2 : 1));
    const std::string_view whole_name = inside.substr(0, inside.find_first_of(" \t\r\n"));
    attributes_ = inside.substr(whole_name.size());
    name_ = text::local_name(whole_name);
    prefix_ = whole_name.substr(0, whole_name.size() - name_.size());
    if (ends) {
        if (depth_ == 0) return broken("begin en einde van een element verschillen");
        pop_ = true;
        return RawKind::end;
    }
    ++depth_;
    pop_ = closes_itself;
    return closes_itself ? RawKind::empty : RawKind::start;
}

}  // namespace begroot::workbook::patching
