#include "workbook/detail/plain_cell.hpp"

#include "text/text_run.hpp"
#include "workbook/detail/cell_value.hpp"

#include <charconv>
#include <cstring>
#include <optional>

namespace begroot::workbook::detail {

namespace {

constexpr std::ptrdiff_t fixed_bytes_max = 128;  // of all of a cell but a text

/// Takes `word` at `at`, where at least fixed_bytes_max bytes can be read.
template <std::size_t N>
bool take(const char*& at, const char (&word)[N]) {
    if (std::memcmp(at, word, N - 1) != 0) return false;
    at += N - 1;
    return true;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Takes at most seven digits as a number: enough for every row, style and text, too few to overflow.
std::uint32_t take_digits(const char*& at) {
    std::uint32_t value = 0;
    for (int i = 0; i < 7 && is_digit(*at); ++i) value = value * 10 + static_cast<std::uint32_t>(*at++ - '0');
    return value;
}

/// Takes `B2"`, the row being known; the column ends up 0-based.
bool take_reference(const char*& at, const RowSuffix& row, std::uint32_t& column) {
    std::uint32_t letters = 0;
    for (int i = 0; i < 3 && *at >= 'A' && *at <= 'Z'; ++i)
        letters = letters * 26 + static_cast<std::uint32_t>(*at++ - 'A') + 1;
    if (letters == 0 || !row.matches(at)) return false;
    at += row.size();
    column = letters - 1;
    return true;
}

/// Takes ` t="s"` up to and with its quote.
bool take_type(const char*& at, CellType& type) {
    if (take(at, "s\"")) {
        type = CellType::shared_text;
        return true;
    }
    const char* const start = at;
    while (at - start < 10 && *at >= 'A' && *at <= 'z') ++at;
    const auto found = parse_cell_type({start, static_cast<std::size_t>(at - start)});
    if (!found || *at++ != '"') return false;
    type = *found;
    return true;
}

/// Takes the attributes `s` and `t`, once each, up to the `>` or `/>`, which stays.
bool take_attributes(const char*& at, RawCell& cell) {
    cell.style = 0;
    cell.type = CellType::number;
    if (take(at, " s=\"")) {
        if (!is_digit(*at)) return false;
        cell.style = take_digits(at);
        if (*at++ != '"') return false;
    }
    return !take(at, " t=\"") || take_type(at, cell.type);
}

/// Takes a number up to the `<` behind it, the two parts being joined as whole digits.
bool take_number(const char*& at, double& number) {
    constexpr std::uint64_t exact_max = std::uint64_t{1} << 53;
    constexpr int digits_max = 18;  // more may overflow
    const bool negative = *at == '-';
    if (negative) ++at;
    std::uint64_t digits = 0;
    const char* const start = at;
    while (is_digit(*at) && at - start < digits_max) digits = digits * 10 + static_cast<std::uint64_t>(*at++ - '0');
    auto count = at - start;
    std::ptrdiff_t decimals = 0;
    if (*at == '.') {
        const char* const point = ++at;
        while (is_digit(*at) && count + (at - point) < digits_max)
            digits = digits * 10 + static_cast<std::uint64_t>(*at++ - '0');
        decimals = at - point;
        count += decimals;
    }
    if (*at != '<' || count == 0 || digits > exact_max) return false;
    // Both are exact, so their quotient is rounded once.
    const double value = static_cast<double>(digits) / power_of_ten(static_cast<std::size_t>(decimals));
    number = negative ? -value : value;
    return true;
}

/// Takes a text up to the `<` behind it, as far from the end as the rest of a cell needs.
bool take_text(const char*& at, const char* end, PlainCell& cell) {
    const text::TextRun run = text::scan_text_run(at, end - fixed_bytes_max / 2);
    if (run.end == nullptr) return false;
    cell.form = PlainForm::raw;
    cell.raw.value = {at, static_cast<std::size_t>(run.end - at)};
    cell.raw.value_is_plain = run.plain && run.resolved;
    cell.encoded = !run.resolved;
    at = run.end;
    return true;
}

/// Takes what stands in `<v>` and the end of the cell.
bool take_value(const char*& at, const char* end, PlainCell& cell) {
    if (cell.raw.type == CellType::shared_text) {
        const char* const start = at;
        cell.index = take_digits(at);
        cell.form = PlainForm::index;
        return at != start && take(at, "</v></c>");
    }
    if (cell.raw.type == CellType::number) {
        cell.form = PlainForm::number;
        return take_number(at, cell.number) && take(at, "</v></c>");
    }
    return take_text(at, end, cell) && take(at, "</v></c>");
}

bool take_inline_text(const char*& at, const char* end, PlainCell& cell) {
    return cell.raw.type == CellType::inline_text && take(at, "><is><t>") && take_text(at, end, cell) &&
           take(at, "</t></is></c>");
}

/// Takes one attribute of a row; false for one that may hide it and for what is not plain.
bool take_row_attribute(const char*& at, const char* end) {
    const char* const name = ++at;
    while (at != end && *at != '=' && *at > ' ' && *at != '>') ++at;
    const std::string_view word(name, static_cast<std::size_t>(at - name));
    if (word.empty() || end - at < 2 || *at != '=' || at[1] != '"') return false;
    const char* const value = at + 2;
    const auto* const quote = static_cast<const char*>(std::memchr(value, '"', static_cast<std::size_t>(end - value)));
    if (quote == nullptr || word == "hidden" || word == "r") return false;
    if (word == "ht" && (*value < '1' || *value > '9')) return false;
    at = quote + 1;
    return true;
}

}  // namespace

RowSuffix::RowSuffix(std::uint32_t row) {
    std::array<char, 16> text{};
    char* const end = std::to_chars(text.data(), text.data() + text.size() - 1, row + 1).ptr;
    *end = '"';
    size_ = static_cast<std::size_t>(end - text.data()) + 1;
    const std::array<char, 8> all_bits{'\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF'};
    if (size_ > sizeof bytes_) return;  // no sheet has such a row: mask and bytes differ, so nothing matches
    std::memcpy(&mask_, all_bits.data(), size_);
    std::memcpy(&bytes_, text.data(), size_);
}

bool RowSuffix::matches(const char* at) const {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return mask_ != 0 && (word & mask_) == bytes_;
}

std::size_t scan_plain_cell(std::string_view ahead, const RowSuffix& row, PlainCell& cell) {
    const char* at = ahead.data();
    const char* const end = at + ahead.size();
    if (end - at < fixed_bytes_max || !take(at, "<c r=\"")) return 0;
    if (!take_reference(at, row, cell.raw.column) || !take_attributes(at, cell.raw)) return 0;
    if (take(at, "><v>")) {
        if (!take_value(at, end, cell)) return 0;
    } else if (take(at, "/>")) {
        cell.form = PlainForm::nothing;
    } else if (!take_inline_text(at, end, cell)) {
        return 0;
    }
    return static_cast<std::size_t>(at - ahead.data());
}

std::size_t scan_plain_row(std::string_view ahead, std::uint32_t& number) {
    const char* at = ahead.data();
    const char* const end = at + ahead.size();
    if (end - at < fixed_bytes_max || !take(at, "<row r=\"")) return 0;
    number = take_digits(at);
    if (number == 0 || *at++ != '"') return 0;
    while (at != end && *at == ' ') {
        if (!take_row_attribute(at, end)) return 0;
    }
    return at != end && *at == '>' ? static_cast<std::size_t>(at + 1 - ahead.data()) : 0;
}

}  // namespace begroot::workbook::detail
