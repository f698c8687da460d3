#include "workbook/detail/plain_cell.hpp"

#include <cstring>

namespace begroot::workbook::detail {

namespace {

/// Takes `word` at `at`; a zero byte after the buffer stops every comparison in time.
bool take(const char*& at, std::string_view word) {
    if (std::strncmp(at, word.data(), word.size()) != 0) return false;
    at += word.size();
    return true;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Takes at most seven digits as a number: enough for every row and style, too few to overflow.
std::uint32_t take_digits(const char*& at) {
    std::uint32_t value = 0;
    for (int i = 0; i < 7 && is_digit(*at); ++i) value = value * 10 + static_cast<std::uint32_t>(*at++ - '0');
    return value;
}

/// Takes `B2"`, checking the row; the column ends up 0-based.
bool take_reference(const char*& at, std::uint32_t row, std::uint32_t& column) {
    std::uint32_t letters = 0;
    for (int i = 0; i < 3 && *at >= 'A' && *at <= 'Z'; ++i)
        letters = letters * 26 + static_cast<std::uint32_t>(*at++ - 'A') + 1;
    if (letters == 0 || take_digits(at) != row + 1 || *at != '"') return false;
    ++at;
    column = letters - 1;
    return true;
}

/// Takes the attributes `s` and `t` up to the `>` or `/>`, which stays.
bool take_attributes(const char*& at, RawCell& cell) {
    cell.style = 0;
    cell.type = CellType::number;
    while (*at == ' ') {
        ++at;
        if (at[0] == 's' && at[1] == '=' && at[2] == '"' && is_digit(at[3])) {
            at += 3;
            cell.style = take_digits(at);
            if (*at++ != '"') return false;
        } else if (at[0] == 't' && at[1] == '=' && at[2] == '"') {
            at += 3;
            const char* const start = at;
            while (*at >= 'A' && *at <= 'z') ++at;
            const auto type = parse_cell_type({start, static_cast<std::size_t>(at - start)});
            if (!type || *at++ != '"') return false;
            cell.type = *type;
        } else {
            return false;
        }
    }
    return true;
}

/// Takes the characters up to `<`; false where there are entities or line ends to resolve, or the buffer ends first.
bool take_characters(const char*& at, const char* end, std::string_view& characters) {
    const auto* const stop = static_cast<const char*>(std::memchr(at, '<', static_cast<std::size_t>(end - at)));
    if (stop == nullptr) return false;
    characters = {at, static_cast<std::size_t>(stop - at)};
    at = stop;
    return characters.find('&') == std::string_view::npos && characters.find('\r') == std::string_view::npos;
}

/// Takes the short text of a number or an index, where a loop is faster than memchr.
bool take_short(const char*& at, std::string_view& characters) {
    const char* const start = at;
    while (*at > ' ' && *at != '<' && *at != '&') ++at;
    characters = {start, static_cast<std::size_t>(at - start)};
    return *at == '<';
}

}  // namespace

std::size_t scan_plain_cell(std::string_view ahead, std::uint32_t row, RawCell& cell) {
    const char* at = ahead.data();
    const char* const end = at + ahead.size();
    if (ahead.empty() || !take(at, "<c r=\"") || !take_reference(at, row, cell.column) || !take_attributes(at, cell))
        return 0;
    cell.row = row;
    cell.has_formula = false;
    cell.formula = {};
    cell.value = {};
    cell.has_value = !take(at, "/>");
    if (cell.has_value) {
        if (take(at, "><v>")) {
            const bool text = cell.type == CellType::formula_text;
            if (!(text ? take_characters(at, end, cell.value) : take_short(at, cell.value))) return 0;
            if (!take(at, "</v></c>")) return 0;
        } else if (cell.type == CellType::inline_text && take(at, "><is><t>")) {
            if (!take_characters(at, end, cell.value) || !take(at, "</t></is></c>")) return 0;
        } else {
            return 0;
        }
    }
    return static_cast<std::size_t>(at - ahead.data());
}

}  // namespace begroot::workbook::detail
