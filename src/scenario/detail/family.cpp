#include "scenario/detail/family.hpp"

#include "scenario/detail/naming.hpp"

#include <algorithm>

namespace begroot::scenario::detail {

namespace {

const Scenario* find_scenario(const ScenarioBook& book, std::string_view code) {
    const auto found = std::ranges::find(book.scenarios, code, &Scenario::code);
    return found == book.scenarios.end() ? nullptr : &*found;
}

bool is_base(std::string_view name) { return name.empty() || name == base_name; }

std::string known_scenario(const ScenarioBook& book, std::string_view name) {
    std::vector<std::string> codes{std::string(base_name)};
    for (const Scenario& one : book.scenarios) codes.push_back(one.code);
    constexpr std::size_t shown_max = 8;
    std::string listed = "een scenario van het model: " + codes.front();
    for (std::size_t i = 1; i < std::min(codes.size(), shown_max); ++i) listed += ", " + codes[i];
    if (codes.size() > shown_max) listed += ", …";
    return meant_or(name, codes, std::move(listed));
}

/// Prints a circle from its first scenario in the file on, so that it reads the same from wherever it was met.
Error circle(const std::vector<const Scenario*>& upwards, const Scenario* again) {
    std::vector<const Scenario*> members(std::ranges::find(upwards, again), upwards.end());
    std::ranges::rotate(members, std::ranges::min_element(members));
    std::string path;
    for (const Scenario* one : members) path += one->code + " ← ";
    return {ErrorKind::input, members.front()->place, "een kring van ouders: " + path + members.front()->code,
            "een ouder die niet op dit scenario rust", ""};
}

}  // namespace

Result<std::vector<const Scenario*>> family_of(const ScenarioBook& book, std::string_view name) {
    std::vector<const Scenario*> upwards;
    if (is_base(name)) return upwards;
    const Scenario* one = find_scenario(book, name);
    if (one == nullptr) {
        return failure({ErrorKind::usage,
                        {},
                        in_quotes(name) + " is geen scenario van dit model",
                        known_scenario(book, name),
                        ""});
    }
    while (true) {
        upwards.push_back(one);
        if (upwards.size() > depth_max + 1) {
            return failure({ErrorKind::input, upwards.front()->place,
                            upwards.front()->code + " heeft meer dan " + std::to_string(depth_max) + " ouders",
                            "hoogstens " + std::to_string(depth_max) + " ouders boven elkaar", ""});
        }
        if (is_base(one->parent)) break;
        const Scenario* parent = find_scenario(book, one->parent);
        if (parent == nullptr) {
            return failure({ErrorKind::input, one->place,
                            "de ouder " + in_quotes(one->parent) + " van " + one->code + " bestaat niet",
                            known_scenario(book, one->parent), ""});
        }
        if (std::ranges::find(upwards, parent) != upwards.end()) return failure(circle(upwards, parent));
        one = parent;
    }
    std::ranges::reverse(upwards);
    return upwards;
}

Error unknown_tariff_set(const ScenarioBook& book, const Scenario& scenario, std::string_view code) {
    std::vector<std::string> codes;
    codes.reserve(book.tariff_sets.size());
    for (const TariffSet& one : book.tariff_sets) codes.push_back(one.code);
    return {ErrorKind::input, scenario.place,
            "de tarievenset " + in_quotes(code) + " van " + scenario.code + " bestaat niet",
            meant_or(code, codes, "de code van een [[tarievenset]]"), ""};
}

}  // namespace begroot::scenario::detail
