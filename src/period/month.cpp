#include "period/month.hpp"

#include <array>
#include <cstdio>

namespace begroot {

std::string to_text(Month month) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d", month.year, month.month);
    return text.data();
}

std::optional<Month> parse_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    Month month{0, 0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        std::int32_t& part = i < 4 ? month.year : month.month;
        part = part * 10 + (text[i] - '0');
    }
    if (month.year < 1900 || month.year > 2199 || month.month < 1 || month.month > 12) return std::nullopt;
    return month;
}

const char* month_name(std::int32_t month) {
    static constexpr std::array<const char*, 12> names = {"januari",   "februari", "maart",    "april",
                                                          "mei",       "juni",     "juli",     "augustus",
                                                          "september", "oktober",  "november", "december"};
    return month >= 1 && month <= 12 ? names[static_cast<std::size_t>(month - 1)] : "";
}

}  // namespace begroot
