#pragma once
// A pull scanner for XML: elements by local name, whatever prefix or namespace edition they have.

#include "base/error.hpp"
#include "text/utf8_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::text {

/// What next() came upon. `finished` comes once, after the root element and with the source read to its end.
enum class XmlEvent : std::uint8_t { start, end, text, finished, failed };

/// How deep elements may lie in each other and how long a text may be; beyond it the document is refused.
struct XmlLimits {
    std::size_t depth_max = 64;
    std::uint64_t text_bytes_max = 1ULL << 20;
};

/// Says what is done about writers that do not keep to XML. `lenient` takes `&` that begins no entity as it stands, and
/// passes over control characters behind the document; it counts both, and counts lines for messages and origins.
enum class XmlManner : std::uint8_t { strict, lenient };

/// What a lenient scanner let pass, with the line on which that text begins (0 where nothing was).
struct XmlOddities {
    std::uint64_t bare_ampersands = 0;
    std::uint32_t first_ampersand_line = 0;
    std::uint32_t trailing_control_line = 0;  ///< behind the document: 0x1A, NUL
};

/// Walks through one document in its order. Comments and instructions are passed over; DOCTYPE is refused, for it can
/// define entities. After `failed` only error() is of use. Views live until the next call of next() or a skip.
class XmlScanner {
public:
    XmlScanner(Utf8Stream stream, XmlLimits limits, XmlManner manner = XmlManner::strict);

    /// Moves to the next event. `<a/>` gives a start and an end.
    [[nodiscard]] XmlEvent next();

    /// Gives the local name of the element that started or ended.
    [[nodiscard]] std::string_view name() const { return name_; }

    /// Gives the prefix of the element that started: `x` for `<x:a>`, nothing for `<a>`.
    [[nodiscard]] std::string_view prefix() const { return prefix_; }

    /// Gives the decoded characters of a text event; one text may come in several events.
    [[nodiscard]] std::string_view text() const { return text_; }

    /// Gives an attribute of the element that just started, by its whole name (`r`, `state`). Entities are not
    /// resolved: references, numbers and tokens have none.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const;

    /// Gives an attribute by local name under any prefix (`r:id` for `id`), entities resolved.
    [[nodiscard]] std::optional<std::string> decoded_attribute(std::string_view local_name) const;

    /// Counts the open elements; during a start or end event the element itself counts.
    [[nodiscard]] std::size_t depth() const { return open_.size(); }

    /// Passes over the rest of the element that just started, its end included; false on failure.
    [[nodiscard]] bool skip();

    /// Appends the characters directly inside the element that just started, up to and with its end; false on failure.
    [[nodiscard]] bool read_text(std::string& out);

    /// Fails on purpose, for a reader that finds the structure wrong.
    void fail(Error error);

    /// Closes the element whose end was told and gives the bytes after it that are already in memory, always followed
    /// by a zero byte; none where there is an end still to be told. For fast paths over whole elements.
    [[nodiscard]] std::string_view settle();

    /// Passes over bytes that settle() gave: whole elements only.
    void consume(std::size_t bytes) { cursor_ += bytes; }

    /// Gives the line, from 1, on which what was told last ends; only a lenient scanner counts them.
    [[nodiscard]] std::uint32_t line();

    /// Tells what was let pass so far.
    [[nodiscard]] const XmlOddities& oddities() const { return oddities_; }

    /// Passes over the start tag of an element, read by its caller from what settle() gave.
    void open(std::string_view whole_name, std::size_t bytes);

    /// Passes over the end tag of the innermost element, read by its caller from what settle() gave; false, and nothing
    /// is passed over, where that element has another name.
    [[nodiscard]] bool close(std::string_view whole_name, std::size_t bytes);

    /// Tells why next() failed.
    [[nodiscard]] const Error& error() const { return error_; }

    /// Gives the source that is read, to name and to speak for it.
    [[nodiscard]] const ByteSource& source() const { return stream_.source(); }

private:
    [[nodiscard]] std::string_view ahead() const { return {buffer_.data() + cursor_, filled_ - cursor_}; }
    [[nodiscard]] bool fill();
    void count_lines();
    [[nodiscard]] bool decode(std::string_view raw);
    [[nodiscard]] bool is_outside_text(std::string_view raw);
    [[nodiscard]] std::optional<std::size_t> find(std::string_view pattern, std::size_t from);
    [[nodiscard]] std::optional<std::size_t> find_tag_end();
    [[nodiscard]] bool pass_over(std::string_view pattern);
    [[nodiscard]] std::optional<XmlEvent> scan_text();
    [[nodiscard]] std::optional<XmlEvent> scan_markup();
    [[nodiscard]] bool check_declaration();
    [[nodiscard]] XmlEvent scan_cdata();
    [[nodiscard]] XmlEvent scan_start();
    [[nodiscard]] XmlEvent scan_end();
    [[nodiscard]] XmlEvent malformed(std::string_view why);
    [[nodiscard]] XmlEvent finish();

    Utf8Stream stream_;
    XmlLimits limits_;
    XmlManner manner_;
    XmlOddities oddities_;
    std::vector<char> buffer_;  // bytes [cursor_, filled_) wait; buffer_[filled_] is zero
    std::size_t cursor_ = 0;
    std::size_t filled_ = 0;
    std::uint64_t passed_ = 0;  // bytes that left the buffer, for messages
    bool at_end_ = false;
    bool pending_end_ = false;  // the end of a self-closing element is still to be told
    bool pop_ = false;          // the element that ended leaves open_ at the next event
    bool root_seen_ = false;
    bool failed_ = false;
    std::vector<std::size_t> open_;  // hash of the whole name of each open element
    std::size_t counted_ = 0;        // up to where in the buffer lines_ counts
    std::uint32_t lines_ = 1;
    std::string_view name_;
    std::string_view prefix_;
    std::string_view attributes_;
    std::string_view text_;
    std::string scratch_;
    Error error_;
};

}  // namespace begroot::text
