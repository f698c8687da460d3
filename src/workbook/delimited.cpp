#include "workbook/delimited.hpp"

#include "workbook/detail/delimited_sheet.hpp"
#include "workbook/detail/delimiter.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/file_kind.hpp"
#include "workbook/detail/text_buffer.hpp"

#include <cstring>
#include <functional>
#include <memory>
#include <new>
#include <utility>

namespace begroot::workbook {

namespace {

std::string_view line_end_name(LineEnd line_end) {
    switch (line_end) {
        case LineEnd::none:
            return "één regel";
        case LineEnd::feed:
            return "regeleinde LF";
        case LineEnd::carriage:
            return "regeleinde CR";
        case LineEnd::carriage_feed:
            return "regeleinde CRLF";
        case LineEnd::mixed:
            break;
    }
    return "verschillende regeleinden";
}

Result<void> read_sheet(detail::TextBlock block, const ReadOptions& options, const TextChoice& choice,
                        Workbook& workbook) {
    Result<detail::DecodedText> decoded = detail::decode_text(std::move(block), choice.encoding);
    if (!decoded) return failure(std::move(decoded.error()));
    if (auto markup = detail::explain_markup(decoded->block.view())) return failure(std::move(*markup));
    auto read = detail::read_delimited_sheet(std::move(*decoded), choice.delimiter, options, workbook.sheets.front());
    if (!read) return failure(std::move(read.error()));
    workbook.text_format = *read;
    return {};
}

/// Reads a block; the hash of the file is asked for last, when a second thread has long computed it.
Result<Workbook> read_block(detail::TextBlock block, const std::string& shown_as, const ReadOptions& options,
                            const TextChoice& choice, const std::function<std::string()>& sha256) {
    Workbook workbook;
    workbook.file = shown_as;
    const auto source = std::make_shared<SourceSheet>(SourceSheet{shown_as, "", ""});
    workbook.sheets.emplace_back();
    workbook.sheets.front().source = source;
    if (auto read = read_sheet(std::move(block), options, choice, workbook); !read) {
        read.error().place.file = shown_as;
        return failure(std::move(read.error()));
    }
    workbook.sha256 = sha256();
    source->sha256 = workbook.sha256;
    return workbook;
}

Error no_memory(const std::string& shown_as) {
    Error error = detail::over_limit("er is niet genoeg geheugen voor dit bestand", "");
    error.place.file = shown_as;
    return error;
}

}  // namespace

std::string to_text(const TextFormat& format) {
    std::string text(detail::delimiter_name(format.delimiter));
    text += ", ";
    text += text::encoding_name(format.encoding);
    if (format.byte_order_mark) text += " met BOM";
    text += ", ";
    text += line_end_name(format.line_end);
    if (format.quoted) text += ", met aanhalingstekens";
    if (format.separator_line) text += ", met een regel sep=";
    return text;
}

Result<Workbook> read_delimited(const SourceFile& file, const std::string& shown_as, const ReadOptions& options,
                                const TextChoice& choice) {
    try {
        return read_block({file.shared_bytes(), 0, file.bytes().size()}, shown_as, options, choice,
                          [&file] { return file.sha256(); });
    } catch (const std::bad_alloc&) {
        return failure(no_memory(shown_as));
    }
}

Result<Workbook> read_delimited(std::span<const std::byte> bytes, const std::string& shown_as,
                                const ReadOptions& options, const TextChoice& choice) {
    try {
        const auto copy = detail::make_text_bytes(bytes.size());
        if (!bytes.empty()) std::memcpy(copy.get(), bytes.data(), bytes.size());
        return read_block({copy, 0, bytes.size()}, shown_as, options, choice, [bytes] { return sha256_of(bytes); });
    } catch (const std::bad_alloc&) {
        return failure(no_memory(shown_as));
    }
}

}  // namespace begroot::workbook
