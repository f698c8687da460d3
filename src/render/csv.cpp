#include "render/csv.hpp"

#include "render/detail/unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>

namespace begroot::render {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";

/// Tells whether a spreadsheet may take this text for a formula.
bool may_run(std::string_view text) {
    constexpr std::array<std::string_view, 11> starts = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(starts, [text](std::string_view start) { return text.starts_with(start); });
}

std::string quoted(std::string_view text) {
    const bool has_outer_blank = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!has_outer_blank && text.find_first_of(";\"\r\n") == std::string_view::npos) return std::string(text);
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

/// Cleans what would steer a screen, after looking at how the text began: a tab in front is a sign of bad intent.
std::string text_field(std::string_view text) {
    const std::string clean = detail::clean(text);
    const bool runs = may_run(text) || may_run(clean);
    return quoted((runs ? "'" : "") + clean);
}

std::string mark_field(const std::string& text) {
    const bool only_dashes = !text.empty() && text.find_first_not_of('-') == std::string::npos;
    return only_dashes ? text : text_field(text);
}

/// Writes value / 10^decimals with a decimal comma; zeros at the end go, down to `decimals_min`.
std::string decimal(std::int64_t value, std::size_t decimals, std::size_t decimals_min) {
    const bool negative = value < 0;
    const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    std::string digits = fmt::format("{:0{}}", size, decimals + 1);
    digits.insert(digits.size() - decimals, 1, ',');
    std::size_t removable = decimals - decimals_min;
    while (removable > 0 && digits.back() == '0') {
        digits.pop_back();
        --removable;
    }
    if (digits.back() == ',') digits.pop_back();
    return (negative ? "-" : "") + digits;
}

/// Writes a number with as many decimals as it needs to be read back the same.
std::string number(double value) {
    std::array<char, 400> buffer{};  // the longest double without an exponent has 310 digits before its point
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr;
    std::string text(buffer.data(), end);
    std::ranges::replace(text, '.', ',');
    return text;
}

std::string field(const Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using Held = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::string>) {
                return text_field(held);
            } else if constexpr (std::is_same_v<Held, Money>) {
                return decimal(held.cents(), 2, 2);
            } else if constexpr (std::is_same_v<Held, Rate>) {
                return decimal(held.ppm(), 4, 0);
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                return std::to_string(held);
            } else if constexpr (std::is_same_v<Held, Day>) {
                return fmt::format("{:04}-{:02}-{:02}", held.year, held.month, held.day);
            } else if constexpr (std::is_same_v<Held, Mark>) {
                return mark_field(held.text);
            } else if constexpr (std::is_same_v<Held, Quantity>) {
                return number(held.value);
            } else {
                static_assert(std::is_same_v<Held, std::monostate>);
                return {};
            }
        },
        value);
}

}  // namespace

std::string to_csv(const Document& document) {
    std::string text(byte_order_mark);
    if (document.tables.empty()) return text;
    const Table& table = document.tables.front();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) text += ';';
        text += text_field(table.columns[i].id);
    }
    text += line_end;
    for (const Row& row : table.rows) {
        if (row.role == RowRole::blank) continue;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i > 0) text += ';';
            text += field(row.cells[i].value);
        }
        text += line_end;
    }
    return text;
}

}  // namespace begroot::render
