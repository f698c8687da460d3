#include "plan/indicator.hpp"

#include "money/format.hpp"

namespace begroot {

std::optional<IndicatorValue> parse_indicator_value(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    const bool is_percentage = text.ends_with('%');
    const auto rate = parse_percent(is_percentage ? std::string(text) : std::string(text) + "%");
    if (!rate) return std::nullopt;
    return IndicatorValue{rate->ppm(), is_percentage};
}

std::string to_text(const IndicatorValue& value) {
    constexpr std::int64_t scale = 10'000;
    const std::int64_t size = value.ten_thousandths < 0 ? -value.ten_thousandths : value.ten_thousandths;
    std::string text = format_amount(Money::from_cents(size / scale * 100), Decimals::if_needed);
    std::string decimals = std::to_string(scale + size % scale).substr(1);
    while (decimals.ends_with('0')) decimals.pop_back();
    if (!decimals.empty()) text += "," + decimals;
    return (value.ten_thousandths < 0 ? "-" : "") + text + (value.is_percentage ? "%" : "");
}

const std::vector<std::string>& direction_names() {
    static const std::vector<std::string> names{"hoger", "lager", "minstens", "hoogstens", "precies"};
    return names;
}

const std::vector<std::string>& computation_names() {
    static const std::vector<std::string> names{"doelen_behaald", "projecten_binnen_uren"};
    return names;
}

}  // namespace begroot
