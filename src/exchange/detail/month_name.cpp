#include "exchange/detail/month_name.hpp"

#include "exchange/detail/label.hpp"

#include <array>
#include <utility>

namespace begroot::exchange::detail {

std::optional<std::int32_t> month_of_name(std::string_view name) {
    using Named = std::pair<std::string_view, std::int32_t>;
    constexpr std::array<Named, 36> names{
        {{"jan", 1},      {"januari", 1},  {"january", 1}, {"feb", 2},       {"febr", 2},  {"februari", 2},
         {"february", 2}, {"mrt", 3},      {"maa", 3},     {"mar", 3},       {"maart", 3}, {"march", 3},
         {"apr", 4},      {"april", 4},    {"mei", 5},     {"may", 5},       {"jun", 6},   {"juni", 6},
         {"june", 6},     {"jul", 7},      {"juli", 7},    {"july", 7},      {"aug", 8},   {"augustus", 8},
         {"august", 8},   {"sep", 9},      {"sept", 9},    {"september", 9}, {"okt", 10},  {"oct", 10},
         {"oktober", 10}, {"october", 10}, {"nov", 11},    {"november", 11}, {"dec", 12},  {"december", 12}}};
    if (name.size() < 3) return std::nullopt;
    for (const auto& [known, month] : names) {
        if (equals_folded(name, known)) return month;
    }
    return std::nullopt;
}

std::string_view take_letters(std::string_view& text) {
    std::size_t size = 0;
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    while (size < text.size() && is_letter(text[size])) ++size;
    const std::string_view letters = text.substr(0, size);
    text.remove_prefix(size);
    return letters;
}

std::string_view take_digits(std::string_view& text) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size])) ++size;
    const std::string_view digits = text.substr(0, size);
    text.remove_prefix(size);
    return digits;
}

std::optional<std::int32_t> small_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    std::int32_t value = 0;
    for (const char c : digits) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace begroot::exchange::detail
