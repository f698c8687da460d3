#include "exchange/detail/rgs.hpp"

#include "exchange/detail/label.hpp"

#include <array>

namespace begroot::exchange::detail {

namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_small(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }

/// Gives the code without what packages hang behind it (`.01`): B or W and groups of a capital and two others.
std::string_view rgs_code(std::string_view text) {
    text = trim(text);
    text = text.substr(0, text.find_first_of(". "));
    if (text.empty() || (text[0] != 'B' && text[0] != 'W') || text.size() % 3 != 1) return {};
    for (std::size_t i = 1; i < text.size(); i += 3) {
        if (!is_capital(text[i]) || !is_small(text[i + 1]) || !is_small(text[i + 2])) return {};
    }
    return text;
}

struct RgsGroup {
    std::string_view prefix;
    std::optional<Side> side;
};

// RGS 3.7: the groups of the profit and loss account whose own D/C flag and that of the groups below agree. A group
// that is an exception stands before the one that holds it.
constexpr std::array<RgsGroup, 26> groups{{
    {"WOmzKeb", std::nullopt}, {"WOmz", Side::income},     {"WOvb", Side::income},     {"WOvt", Side::income},
    {"WFbeRlm", Side::income}, {"WFbeRls", Side::expense}, {"WFbeOrl", Side::expense}, {"WPer", Side::expense},
    {"WAfsBov", std::nullopt}, {"WAfsDae", std::nullopt},  {"WAfsRvi", std::nullopt},  {"WAfsRvm", std::nullopt},
    {"WAfs", Side::expense},   {"WBedBno", std::nullopt},  {"WBedDvr", std::nullopt},  {"WBed", Side::expense},
    {"WKprLeb", std::nullopt}, {"WKprPrd", std::nullopt},  {"WKprPrg", std::nullopt},  {"WKprEmb", std::nullopt},
    {"WKprMuo", std::nullopt}, {"WKprVom", std::nullopt},  {"WKpr", Side::expense},    {"WVkf", Side::expense},
    {"WAkf", Side::expense},   {"WBel", Side::expense},
}};

}  // namespace

std::optional<Side> side_of_rgs(std::string_view code) {
    code = rgs_code(code);
    if (code.starts_with('B')) return Side::balance;
    for (const RgsGroup& group : groups) {
        if (code.starts_with(group.prefix)) return group.side;
    }
    return std::nullopt;
}

}  // namespace begroot::exchange::detail
