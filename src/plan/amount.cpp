#include "plan/amount.hpp"

#include "money/format.hpp"

#include <algorithm>
#include <array>

namespace begroot {

namespace {

bool is_amount_character(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '='; }

/// Tells whether words change the size of the number before them, so that the number alone is not the amount.
bool scales(std::string_view words) {
    constexpr std::array scaling = std::to_array<std::string_view>(
        {"%", "k", "K", "procent", "promille", "duizend", "mln", "miljoen", "mld", "miljard"});
    const std::string_view first = words.substr(0, words.find_first_of(" .,"));
    return std::ranges::find(scaling, first) != scaling.end();
}

/// Splits `€50.000 Expertisedeling` into the amount's text and the words behind it.
std::pair<std::string_view, std::string_view> split_amount(std::string_view text) {
    constexpr std::string_view euro = "€";
    std::size_t end = text.starts_with(euro) ? euro.size() : 0;
    while (end < text.size() && text[end] == ' ') ++end;
    while (end < text.size() && is_amount_character(text[end])) ++end;
    const bool thousands = end < text.size() && text[end] == 'k' &&
                           (end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == ',');
    if (thousands) ++end;
    if (thousands && end < text.size() && text[end] == ',') ++end;
    // a comma that ends a number starts a clause: `€20.000, waarvan 10k …`
    std::size_t clause = end;
    if (end > 0 && text[end - 1] == ',') --end;
    while (clause < text.size() && text[clause] == ' ') ++clause;
    return {text.substr(0, end), text.substr(clause)};
}

}  // namespace

std::optional<Money> number(const PlanAmount& amount) {
    const auto* money = std::get_if<Money>(&amount.value);
    return money != nullptr ? std::optional(*money) : std::nullopt;
}

AmountKind kind(const PlanAmount& amount) {
    if (const auto money = number(amount)) {
        if (money->is_zero()) return AmountKind::zero;
        return amount.booked.size() > 1 ? AmountKind::split : AmountKind::amount;
    }
    if (std::holds_alternative<ProMemorie>(amount.value)) return AmountKind::pro_memorie;
    if (std::holds_alternative<Dash>(amount.value)) return AmountKind::dash;
    if (std::holds_alternative<NoBudget>(amount.value)) return AmountKind::no_budget;
    return AmountKind::blank;
}

const char* kind_name(AmountKind kind) {
    switch (kind) {
        case AmountKind::amount:
            return "bedrag";
        case AmountKind::split:
            return "bedrag_gesplitst";
        case AmountKind::pro_memorie:
            return "pm";
        case AmountKind::dash:
            return "streep";
        case AmountKind::blank:
            return "leeg";
        case AmountKind::zero:
            return "nul";
        case AmountKind::no_budget:
            return "geen_budget";
    }
    return "";
}

const char* mark_text(AmountKind kind) {
    switch (kind) {
        case AmountKind::pro_memorie:
            return "p.m.";
        case AmountKind::dash:
            return "--";
        case AmountKind::no_budget:
            return "geen budget";
        default:
            return "";
    }
}

std::optional<PlanAmount> parse_plan_amount(std::string_view printed) {
    PlanAmount amount;
    amount.printed = printed;
    std::string_view text = printed;
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.empty()) return amount;
    if (text == "--" || text == "-" || text == "–" || text == "—") {
        amount.value = Dash{};
        return amount;
    }
    if (text == "p.m." || text == "P.M." || text == "pm" || text == "PM" || text == "p.m") {
        amount.value = ProMemorie{};
        return amount;
    }
    const auto [figures, words] = split_amount(text);
    const auto money = parse_amount(figures);
    if (!money || scales(words)) return std::nullopt;
    amount.value = *money;
    amount.description = words;
    return amount;
}

void count_skipped(SkippedAmounts& skipped, const PlanAmount& amount) {
    switch (kind(amount)) {
        case AmountKind::pro_memorie:
            ++skipped.pro_memorie;
            break;
        case AmountKind::dash:
            ++skipped.dash;
            break;
        case AmountKind::blank:
            ++skipped.blank;
            break;
        case AmountKind::no_budget:
            ++skipped.no_budget;
            break;
        default:
            break;
    }
}

SkippedAmounts operator+(const SkippedAmounts& a, const SkippedAmounts& b) {
    return {a.pro_memorie + b.pro_memorie, a.dash + b.dash, a.blank + b.blank, a.no_budget + b.no_budget};
}

std::string total_with_skipped(std::optional<Money> total, const SkippedAmounts& skipped) {
    std::string text = total ? format_euro(*total) : std::string();
    const auto add = [&text](std::int64_t count, const char* word) {
        if (count == 0) return;
        if (!text.empty()) text += " + ";
        text += std::to_string(count) + "x " + word;
    };
    add(skipped.pro_memorie, "p.m.");
    add(skipped.dash, "--");
    add(skipped.blank, "leeg");
    add(skipped.no_budget, "geen apart budget");
    return text;
}

}  // namespace begroot
