#pragma once
// A document taken apart without changing a byte of it: put the pieces back one behind the other and it is the same.

#include "base/result.hpp"
#include "text/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace begroot::workbook::patching {

/// What a piece is: `empty` is an element that closes itself; `other` is text, a comment, an instruction or a part of
/// one.
enum class RawKind : std::uint8_t { start, empty, end, other, finished, failed };

/// Walks over a document that a reader has already found sound. Only UTF-8 is taken: a piece is what the file has.
class RawXml {
public:
    explicit RawXml(std::unique_ptr<text::ByteSource> source);

    /// Moves to the next piece.
    [[nodiscard]] RawKind next();

    /// Gives the bytes of the piece; they live until the next call of next().
    [[nodiscard]] std::string_view raw() const { return raw_; }

    /// Gives the name of the element without its prefix, of a start, empty or end piece.
    [[nodiscard]] std::string_view name() const { return name_; }

    /// Gives the prefix of the element with its colon (`x:`), or nothing.
    [[nodiscard]] std::string_view prefix() const { return prefix_; }

    /// Gives what stands between the name and the end of a start or empty piece.
    [[nodiscard]] std::string_view attributes() const { return attributes_; }

    /// Counts the elements around and with this piece.
    [[nodiscard]] std::size_t depth() const { return depth_; }

    /// Tells why next() failed.
    [[nodiscard]] const Error& error() const { return error_; }

    [[nodiscard]] const text::ByteSource& source() const { return *source_; }

    /// Fails on purpose, for an editor that finds the structure wrong.
    [[nodiscard]] RawKind fail(Error error);

private:
    [[nodiscard]] std::string_view ahead() const { return {buffer_.data() + cursor_, filled_ - cursor_}; }
    [[nodiscard]] bool fill();
    [[nodiscard]] RawKind broken(std::string_view why);
    [[nodiscard]] RawKind take_other(std::size_t bytes);
    [[nodiscard]] RawKind take_until(std::string_view mark, std::size_t from);
    [[nodiscard]] RawKind take_markup();
    [[nodiscard]] RawKind take_tag(std::size_t bytes);

    std::unique_ptr<text::ByteSource> source_;
    std::vector<char> buffer_;
    std::size_t cursor_ = 0;
    std::size_t filled_ = 0;
    bool at_end_ = false;
    bool begun_ = false;
    bool failed_ = false;
    bool pop_ = false;  // the element that closed itself or ended leaves depth_ at the next piece
    std::size_t depth_ = 0;
    std::string_view raw_;
    std::string_view name_;
    std::string_view prefix_;
    std::string_view attributes_;
    Error error_;
};

}  // namespace begroot::workbook::patching
