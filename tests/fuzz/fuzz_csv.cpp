// Delimited text: the fast scanner cuts records as the plainest reading of the rules does, and whatever bytes come, the
// reader gives a sheet in order or an error that says something.

#include "workbook/delimited.hpp"
#include "workbook/detail/record_scanner.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace begroot;
using namespace begroot::workbook;

struct Field {
    std::uint32_t row;
    std::uint32_t column;
    std::string text;

    friend bool operator==(const Field&, const Field&) = default;
};

/// What a text holds, and how its reading ended.
struct Fields {
    std::vector<Field> fields;
    std::uint32_t rows = 0;
    detail::ScanEnd end = detail::ScanEnd::done;

    bool field(std::uint32_t row, std::uint32_t column, std::string_view text, bool) {
        fields.push_back({row, column, std::string(text)});
        return true;
    }
    bool end_record(std::uint32_t row, std::uint32_t) {
        rows = row + 1;
        return true;
    }
};

/// Reads records a character at a time.
Fields read_plainly(std::string_view text, char delimiter) {
    Fields fields;
    std::uint32_t column = 0;
    for (std::size_t at = 0; at < text.size() || column > 0;) {
        std::string field;
        if (at < text.size() && text[at] == '"') {
            for (++at;; ++at) {
                if (at == text.size()) return fields.end = detail::ScanEnd::unclosed_quote, fields;
                if (text[at] == '"' && text.substr(at + 1, 1) != "\"") break;
                if (text[at] == '"') ++at;
                field += text[at];
            }
            ++at;
            const bool ends = at == text.size() || text[at] == delimiter || text[at] == '\n' || text[at] == '\r';
            if (!ends) return fields.end = detail::ScanEnd::text_behind_quote, fields;
        } else {
            for (; at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r'; ++at) {
                field += text[at];
            }
        }
        if (!field.empty()) fields.fields.push_back({fields.rows, column, field});
        if (at < text.size() && text[at] == delimiter) {
            ++column;
            ++at;
            continue;
        }
        at += text.substr(at, 2) == "\r\n" ? 2 : at < text.size() ? 1 : 0;
        ++fields.rows;
        column = 0;
    }
    return fields;
}

void compare_scanner(std::string_view text) {
    if (text.empty()) return;
    constexpr std::string_view delimiters = ";,\t|:";
    const char delimiter = delimiters[static_cast<unsigned char>(text[0]) % delimiters.size()];
    text.remove_prefix(1);
    Fields scanned;
    constexpr std::uint32_t columns_max = 1U << 30;
    const auto result = detail::RecordScanner(text, delimiter, columns_max, scanned).scan();
    const Fields plain = read_plainly(text, delimiter);
    if (result.end != plain.end || scanned.fields != plain.fields) std::abort();
    if (result.end == detail::ScanEnd::done && scanned.rows != plain.rows) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    compare_scanner({reinterpret_cast<const char*>(data), size});
    ReadOptions options;
    ReadLimits& limits = options.limits;
    limits.cells_max = 10'000;
    limits.text_rows_max = 5'000;
    limits.columns_max = 500;
    const auto workbook = read_delimited(std::as_bytes(std::span(data, size)), "fuzz.csv", options);
    if (!workbook) {
        if (workbook.error().found.empty()) std::abort();
        return 0;
    }
    if (to_text(*workbook->text_format).empty()) std::abort();
    for (const Cell& cell : workbook->sheets.front().cells) {
        const bool marks_width = cell.kind() == CellKind::empty;
        const bool filled = cell.kind() == CellKind::text && !cell.text().empty();
        if (!(filled || marks_width) || cell.column() >= limits.columns_max) std::abort();
    }
    return 0;
}
