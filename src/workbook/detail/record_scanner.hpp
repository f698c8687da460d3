#pragma once
// Cuts a text into records and fields, many bytes at a time: ledgers of a million rows come as csv.

#include "base/error.hpp"
#include "workbook/detail/mark_finder.hpp"
#include "workbook/workbook.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace begroot::workbook::detail {

/// Why a scan ended.
enum class ScanEnd : std::uint8_t {
    done,
    stopped,            ///< the sink wanted no more
    unclosed_quote,     ///< at the field that begins with it
    text_behind_quote,  ///< at the field
    too_many_columns
};

/// What a scan tells besides its fields. On an error `row`, `column` and `offset` say where the field began.
struct ScanResult {
    ScanEnd end = ScanEnd::done;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::size_t offset = 0;  ///< in the text
    bool quoted = false;
    bool feeds = false;           ///< lines that end in LF alone
    bool carriages = false;       ///< in CR alone
    bool carriage_feeds = false;  ///< in CR LF
};

/// Scans `text` and gives what it finds to a sink: `bool field(row, column, text, lasting)` for each field that is not
/// empty, false to stop, and `bool end_record(row, last_column)` behind each record, with the column of its last field,
/// empty or not. A field's text lies in `text` when it is lasting; one with doubled quotes is made up and only good
/// during the call.
template <typename Sink>
class RecordScanner {
public:
    RecordScanner(std::string_view text, char delimiter, std::uint32_t columns_max, Sink& sink)
        : text_(text.data()),
          size_(text.size()),
          delimiter_(delimiter),
          columns_max_(columns_max),
          finder_(delimiter),
          sink_(&sink) {}

    [[nodiscard]] ScanResult scan() {
        constexpr std::size_t block_bytes = 64;
        std::size_t block = 0;
        for (; block + block_bytes <= size_; block += block_bytes) {
            if (!take_marks(finder_.find(text_ + block), block)) return result_;
        }
        char rest[block_bytes] = {};
        std::memcpy(rest, text_ + block, size_ - block);
        std::uint64_t marks = finder_.find(rest);
        marks &= (std::uint64_t{1} << (size_ - block)) - 1;
        if (!take_marks(marks, block)) return result_;
        return finish();
    }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    /// Takes the marks of one block; false when the scan ends.
    bool take_marks(std::uint64_t marks, std::size_t block) {
        for (; marks != 0; marks &= marks - 1) {
            const std::size_t at = block + static_cast<unsigned>(__builtin_ctzll(marks));
            const char c = text_[at];
            if (in_quotes_) {
                if (c == '"' && !take_inner_quote(at)) return false;
            } else if (c == delimiter_) {
                if (!end_field(at)) return false;
                ++result_.column;
                if (result_.column == columns_max_) return fail(ScanEnd::too_many_columns);
            } else if (c == '\n') {
                const bool pair = at > start_ && text_[at - 1] == '\r';
                (pair ? result_.carriage_feeds : result_.feeds) = true;
                if (!end_field(pair ? at - 1 : at) || !end_record()) return false;
                start_ = at + 1;
            } else if (c == '\r') {
                if (at + 1 < size_ && text_[at + 1] == '\n') continue;  // its LF ends the record
                result_.carriages = true;
                if (!end_field(at) || !end_record()) return false;
            } else if (c == '"' && at == start_) {
                in_quotes_ = true;
                result_.quoted = true;
            }
        }
        return true;
    }

    /// Takes a quote inside quotes: half of a double one, or the closing one.
    bool take_inner_quote(std::size_t at) {
        if (at == second_of_pair_) return true;
        const char next = at + 1 < size_ ? text_[at + 1] : '\n';
        if (next == '"') {
            second_of_pair_ = at + 1;
            doubled_ = true;
            return true;
        }
        if (next != delimiter_ && next != '\n' && next != '\r') return fail(ScanEnd::text_behind_quote);
        in_quotes_ = false;
        closing_quote_ = at;
        return true;
    }

    bool end_field(std::size_t end) {
        std::size_t begin = start_;
        start_ = end + 1;
        if (closing_quote_ != nowhere) {
            ++begin;
            end = closing_quote_;
            closing_quote_ = nowhere;
            if (doubled_) return end_doubled(begin, std::string_view(text_ + begin, end - begin));
        }
        if (begin == end) return true;
        const std::string_view field(text_ + begin, end - begin);
        return sink_->field(result_.row, result_.column, field, true) || stop(begin);
    }

    /// Ends a field with doubled quotes, made single.
    bool end_doubled(std::size_t begin, std::string_view field) {
        doubled_ = false;
        made_.clear();
        while (!field.empty()) {
            const std::size_t quote = std::min(field.find('"'), field.size() - 1);
            made_.append(field.substr(0, quote + 1));
            field.remove_prefix(std::min(quote + (field[quote] == '"' ? 2 : 1), field.size()));
        }
        return sink_->field(result_.row, result_.column, made_, false) || stop(begin);
    }

    bool end_record() {
        if (!sink_->end_record(result_.row, result_.column)) return stop(start_);
        ++result_.row;
        result_.column = 0;
        return true;
    }

    ScanResult finish() {
        if (in_quotes_) {
            fail(ScanEnd::unclosed_quote);
        } else if (start_ < size_ || result_.column > 0) {  // the last line does not end
            if (end_field(size_)) static_cast<void>(end_record());
        }
        return result_;
    }

    bool fail(ScanEnd end) {
        result_.end = end;
        result_.offset = start_;
        return false;
    }

    bool stop(std::size_t offset) {
        result_.end = ScanEnd::stopped;
        result_.offset = offset;
        return false;
    }

    const char* text_;
    std::size_t size_;
    char delimiter_;
    std::uint32_t columns_max_;
    MarkFinder finder_;
    Sink* sink_;
    ScanResult result_;
    std::size_t start_ = 0;  // of the field
    std::size_t closing_quote_ = nowhere;
    std::size_t second_of_pair_ = nowhere;
    bool in_quotes_ = false;
    bool doubled_ = false;
    std::string made_;
};

}  // namespace begroot::workbook::detail
