#include "scenario/detail/naming.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace begroot::scenario::detail {

namespace {

constexpr std::size_t year_digits = 4;
constexpr std::string_view adjustable = "een aanname, berekening, regel of balanspost";

std::vector<std::string> codes_of(const model::Graph& graph) {
    std::vector<std::string> codes;
    for (const model::Series& series : graph.series) {
        if (series.is_signal) continue;
        const std::string code = series.name.substr(0, series.name.find('.'));
        if (codes.empty() || codes.back() != code) codes.push_back(code);
    }
    return codes;
}

/// Gives the place of a member among the lists of a variable that are not chosen yet; nothing when it is in none.
std::optional<std::size_t> list_of(const model::Graph& graph, std::span<const std::uint32_t> all,
                                   std::span<const std::string* const> chosen, const std::string& member) {
    for (std::size_t list = 0; list < chosen.size(); ++list) {
        if (chosen[list] != nullptr) continue;
        if (std::ranges::any_of(all, [&](std::uint32_t one) { return graph.series[one].members[list] == member; }))
            return list;
    }
    return std::nullopt;
}

Mistake unknown_member(const model::Graph& graph, std::span<const std::uint32_t> all, std::string_view variable,
                       const std::string& member) {
    std::set<std::string> members;
    for (const std::uint32_t one : all)
        members.insert(graph.series[one].members.begin(), graph.series[one].members.end());
    const std::vector<std::string> known(members.begin(), members.end());
    std::string otherwise = known.empty() ? std::string(variable) + " zonder lid"
                                          : "een lid van zijn lijsten, bijvoorbeeld " + graph.series[all.front()].name;
    return {in_quotes(member) + " is geen lid van " + std::string(variable),
            meant_or(member, known, std::move(otherwise))};
}

std::expected<std::optional<std::int32_t>, Mistake> parse_year(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::int32_t year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (text.size() != year_digits || error != std::errc() || end != text.data() + text.size() || year < 0)
        return std::unexpected(
            Mistake{in_quotes(text) + " is geen jaar", "een jaar van vier cijfers, bijvoorbeeld @2026"});
    return year;
}

}  // namespace

Error usage_error(std::string_view text, Mistake mistake) {
    const std::string whole = in_quotes(text);
    std::string found = mistake.found.starts_with(whole) ? std::move(mistake.found) : whole + ": " + mistake.found;
    return {ErrorKind::usage, {}, std::move(found), std::move(mistake.expected), ""};
}

std::string in_quotes(std::string_view word) { return "\"" + std::string(word) + "\""; }

std::string meant_or(std::string_view word, std::span<const std::string> known, std::string otherwise) {
    const auto meant = nearest(word, known);
    return meant ? in_quotes(*meant) : std::move(otherwise);
}

Name split_name(std::string_view text) {
    Name name;
    std::size_t point = text.find('.');
    name.variable = text.substr(0, point);
    while (point != std::string_view::npos) {
        const std::size_t next = text.find('.', point + 1);
        name.members.emplace_back(text.substr(point + 1, next == std::string_view::npos ? next : next - point - 1));
        point = next;
    }
    return name;
}

std::expected<std::vector<std::uint32_t>, Mistake> select(const model::Graph& graph, std::string_view variable,
                                                          std::span<const std::string> members) {
    const std::vector<std::uint32_t> all = graph.series_of(variable);
    if (all.empty() || variable.find('.') != std::string_view::npos) {
        return std::unexpected(Mistake{in_quotes(variable) + " bestaat niet",
                                       meant_or(variable, codes_of(graph), "een code uit het model")});
    }
    std::vector<const std::string*> chosen(graph.series[all.front()].members.size(), nullptr);
    for (const std::string& member : members) {
        const auto list = list_of(graph, all, chosen, member);
        if (!list) return std::unexpected(unknown_member(graph, all, variable, member));
        chosen[*list] = &member;
    }
    std::vector<std::uint32_t> selected;
    for (const std::uint32_t one : all) {
        bool fits = true;
        for (std::size_t i = 0; i < chosen.size(); ++i)
            fits = fits && (chosen[i] == nullptr || graph.series[one].members[i] == *chosen[i]);
        if (fits) selected.push_back(one);
    }
    return selected;
}

std::expected<std::vector<std::uint32_t>, Mistake> select_adjustable(const model::Graph& graph,
                                                                     const model::Definition& definition,
                                                                     std::string_view variable,
                                                                     std::span<const std::string> members) {
    auto selected = select(graph, variable, members);
    if (!selected) return selected;
    const std::size_t index = graph.series[selected->front()].variable;
    if (index >= definition.variables.size())
        return std::unexpected(Mistake{in_quotes(variable) + " is een totaal", std::string(adjustable)});
    if (definition.variables[index].kind == model::VariableKind::ratio)
        return std::unexpected(Mistake{in_quotes(variable) + " is een kengetal", std::string(adjustable)});
    return selected;
}

std::expected<Dated, Mistake> split_years(std::string_view text) {
    const std::size_t mark = text.rfind('@');
    if (mark == std::string_view::npos) return Dated{text, {}};
    const std::string_view written = without_blanks(text.substr(mark + 1));
    const std::size_t dash = written.find('-');
    const auto from = parse_year(written.substr(0, dash));
    if (!from) return std::unexpected(from.error());
    if (dash == std::string_view::npos && *from) return Dated{text.substr(0, mark), {*from, *from}};
    const auto until = dash == std::string_view::npos ? parse_year("") : parse_year(written.substr(dash + 1));
    if (!until) return std::unexpected(until.error());
    if (!*from && !*until)
        return std::unexpected(Mistake{in_quotes(text.substr(mark)) + " noemt geen jaar",
                                       "@2026 (dat jaar), @2026- (vanaf dat jaar) of @2026-2028"});
    return Dated{text.substr(0, mark), {*from, *until}};
}

std::string to_text(const YearSpan& years) {
    if (!years.from && !years.until) return "";
    std::string text = "@";
    if (years.from) text += std::to_string(*years.from);
    if (years.from && years.until && *years.from == *years.until) return text;
    text += "-";
    if (years.until) text += std::to_string(*years.until);
    return text;
}

std::optional<Mistake> check_years(const model::Graph& graph, const YearSpan& years) {
    for (const auto& year : {years.from, years.until}) {
        if (!year || (*year >= graph.earliest_year && *year <= graph.last_year)) continue;
        return Mistake{
            "het jaar " + std::to_string(*year) + " valt buiten het model",
            "een jaar van " + std::to_string(graph.earliest_year) + " tot en met " + std::to_string(graph.last_year)};
    }
    if (!years.from && !years.until) return std::nullopt;
    const std::int32_t from = years.from.value_or(graph.base_year + 1);
    const std::int32_t until = years.until.value_or(graph.last_year);
    if (from <= until) return std::nullopt;
    return Mistake{"de jaren lopen van " + std::to_string(from) + " terug naar " + std::to_string(until),
                   "een eerste jaar dat niet na het laatste ligt"};
}

std::string_view without_blanks(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

}  // namespace begroot::scenario::detail
