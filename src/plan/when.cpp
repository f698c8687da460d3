#include "plan/when.hpp"

#include "period/calendar_day.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace begroot {

namespace {

constexpr std::array names = std::to_array<std::string_view>(
    {"dag", "voor_dag", "week", "maand", "kwartaal", "halfjaar", "jaar", "seizoen", "periode", "doorlopend",
     "frequentie", "idem", "nader_te_bepalen", "leeg", "onbekend"});

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// Gives the number that the last word of a text names, in digits or in letters; nothing when it is none.
std::optional<std::int64_t> number_at_end(std::string_view text) {
    constexpr std::array words = std::to_array<std::string_view>(
        {"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"});
    while (text.ends_with(' ')) text.remove_suffix(1);
    const auto start = text.find_last_of(" (/");
    const std::string_view word = start == std::string_view::npos ? text : text.substr(start + 1);
    if (word == "één" || word == "eén" || word == "1") return 1;
    const auto found = std::ranges::find(words, word);
    if (found != words.end()) return found - words.begin();
    if (word.empty() || word.size() > 2 || word.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : word) value = value * 10 + (c - '0');
    return value;
}

/// Gives the number before `keer per jaar` and its like.
std::optional<std::int64_t> times_a_year(const std::string& words) {
    for (const std::string_view phrase : {"keer per jaar", "maal per jaar", "x per jaar", "keer in het jaar"}) {
        const auto at = words.find(phrase);
        if (at == std::string::npos) continue;
        if (const auto number = number_at_end(std::string_view(words).substr(0, at))) return number;
    }
    return std::nullopt;
}

}  // namespace

std::string_view kind_name(WhenKind kind) { return names[static_cast<std::size_t>(kind)]; }

std::span<const std::string_view> when_kind_names() { return names; }

std::optional<WhenKind> parse_when_kind(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<WhenKind>(found - names.begin());
}

std::optional<Day> last_day_of(const When& when) {
    const auto day = when.until ? when.until : (when.kind == WhenKind::day ? when.from : std::nullopt);
    return day && when.kind == WhenKind::before_day ? std::optional(add_days(*day, -1)) : day;
}

std::optional<FrequencyClash> frequency_clash(std::string_view words) {
    constexpr std::array periods = std::to_array<std::pair<std::string_view, std::int64_t>>(
        {{"halfjaar", 2}, {"half jaar", 2}, {"kwartaal", 4}, {"maand", 12}, {"week", 52}});
    const std::string text = lower(words);
    const auto times = times_a_year(text);
    if (!times) return std::nullopt;
    const auto open = text.find('(');
    if (open == std::string::npos) return std::nullopt;
    const std::string_view bracket = std::string_view(text).substr(open, text.find(')', open) - open);
    for (const auto& [period, count] : periods) {
        if (bracket.find(period) != std::string_view::npos && count != *times)
            return FrequencyClash{*times, std::string(period), count};
    }
    return std::nullopt;
}

}  // namespace begroot
