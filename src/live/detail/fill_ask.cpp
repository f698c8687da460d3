#include "live/detail/fill_ask.hpp"

#include "live/fill.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace begroot::live {

namespace detail {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::string with_code(std::string_view amount, std::string_view code) {
    amount = trimmed(amount);
    const std::size_t end = std::min(amount.find(' '), amount.size());
    return std::string(amount.substr(0, end)) + " " + std::string(trimmed(code)) + std::string(amount.substr(end));
}

}  // namespace detail

namespace {

/// Takes text apart at any of these characters; nothing between two of them is no word.
std::vector<std::string> words_of(std::string_view text, std::string_view between) {
    std::vector<std::string> words;
    while (true) {
        const std::size_t first = text.find_first_not_of(between);
        if (first == std::string_view::npos) return words;
        text.remove_prefix(first);
        const std::size_t end = std::min(text.find_first_of(between), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

std::string in_lower_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return text;
}

std::optional<report::TraceColumn> amount_named(const std::string& name) {
    const auto& names = report::trace_column_names();
    const auto found = std::ranges::find(names, in_lower_case(name));
    if (found == names.end()) return std::nullopt;
    return static_cast<report::TraceColumn>(found - names.begin());
}

bool is_digits(const std::string& text, std::size_t count) {
    return text.size() == count && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Tells whether a word only tells one name from another: `nr2`.
bool is_number_word(const std::string& word) {
    return word.size() > 2 && word.starts_with("nr") && is_digits(word.substr(2), word.size() - 2);
}

/// Gives the name of an amount that a defined name begins with, the longest there is.
std::optional<std::string> amount_before(std::string_view lower) {
    std::optional<std::string> longest;
    for (const std::string& name : report::trace_column_names()) {
        const bool begins = lower.starts_with(name + "_");
        if (begins && (!longest || longest->size() < name.size())) longest = name;
    }
    return longest;
}

}  // namespace

std::optional<Ask> read_ask(std::string_view text) {
    const auto words = words_of(text, " \t\r\n");
    if (words.size() < 2 || words.size() > 3) return std::nullopt;
    const auto amount = amount_named(words[0]);
    if (!amount) return std::nullopt;
    Ask ask{*amount, words[1], std::nullopt};
    if (words.size() == 3) {
        ask.month = parse_month(words[2]);
        if (!ask.month) return std::nullopt;
    }
    return ask;
}

std::optional<Ask> ask_of_name(std::string_view name) {
    const std::string lower = in_lower_case(std::string(name));
    const auto amount = amount_before(lower);
    if (!amount) return std::nullopt;
    auto words = words_of(std::string_view(lower).substr(amount->size() + 1), "_.");
    if (words.size() > 1 && is_number_word(words.back())) words.pop_back();
    Ask ask{*amount_named(*amount), "", std::nullopt};
    if (words.size() > 2 && is_digits(words[words.size() - 2], 4) && is_digits(words.back(), 2)) {
        ask.month = parse_month(words[words.size() - 2] + "-" + words.back());
        if (!ask.month) return std::nullopt;
        words.resize(words.size() - 2);
    }
    if (words.empty()) return std::nullopt;
    // A code begins with a digit and has points; the others are words with underscores. Anything else is a name of the
    // office's own.
    const bool is_code = words.front().front() >= '0' && words.front().front() <= '9';
    for (const std::string& word : words) ask.code += (ask.code.empty() ? "" : is_code ? "." : "_") + word;
    const bool known = is_code || ask.code == "totaal" || ask.code == "niet_toegewezen" ||
                       ask.code == "buiten_jaarplan" || ask.code == "zonder_regel";
    return known ? std::optional(std::move(ask)) : std::nullopt;
}

std::string to_text(const Ask& ask) {
    std::string text = report::trace_column_names()[static_cast<std::size_t>(ask.amount)] + " " + ask.code;
    if (ask.month) text += " " + to_text(*ask.month);
    return text;
}

}  // namespace begroot::live
