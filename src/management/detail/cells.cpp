#include "management/detail/cells.hpp"

namespace begroot::management::detail {

Cell words_cell(std::string text, Tone tone) {
    Cell cell = text_cell(std::move(text));
    cell.tone = tone;
    return cell;
}

Cell budget_cell(const report::Line& line) {
    if (line.amounts.budget) return money_cell(line.amounts.budget);
    Cell cell;
    if (line.level == report::Level::speerpunt) {
        if (line.amounts.skipped.any()) cell.value = Mark{total_with_skipped(std::nullopt, line.amounts.skipped)};
        return cell;
    }
    if (line.kind == AmountKind::pro_memorie) cell.value = Mark{"p.m."};
    if (line.kind == AmountKind::dash) cell.value = Mark{"--"};
    if (line.kind == AmountKind::no_budget) cell.value = Mark{"geen budget"};
    return cell;
}

Tone tone_of(const std::optional<Money>& difference) {
    if (!difference || difference->is_zero()) return Tone::plain;
    return *difference > Money() ? Tone::favourable : Tone::unfavourable;
}

Cell verdict_cell(const std::optional<Money>& difference) {
    const Tone tone = tone_of(difference);
    if (tone == Tone::plain) return {};
    return words_cell(tone == Tone::favourable ? "voordelig" : "nadelig", tone);
}

Cell light_cell(Light light) {
    switch (light) {
        case Light::green:
            return words_cell("●\u00A0groen", Tone::favourable);
        case Light::amber:
            return words_cell("▲\u00A0oranje", Tone::caution);
        case Light::red:
            return words_cell("■\u00A0rood", Tone::unfavourable);
        case Light::none:
            break;
    }
    return words_cell("geen oordeel", Tone::muted);
}

std::string joined_paragraphs(const std::vector<std::string>& paragraphs) {
    std::string text;
    for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n") + paragraph;
    return text;
}

std::string period_text(PlanYear year, Month until) {
    const Month first = year.first();
    return month_name(first.month) + (first.year == until.year ? "" : " " + std::to_string(first.year)) + " " +
           until_text(until);
}

std::string day_words(Day day) {
    const auto two = [](std::int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(day.day) + "-" + two(day.month) + "-" + std::to_string(day.year);
}

std::string until_text(Month until) {
    return "tot en met " + std::string(month_name(until.month)) + " " + std::to_string(until.year);
}

std::string head_until(const std::string& word, Month until) {
    return word + "\nt/m " + std::string(month_name(until.month)).substr(0, 3);
}

}  // namespace begroot::management::detail
