#include "model/detail/catalogue.hpp"

#include "base/nearest.hpp"
#include "model/detail/built_in.hpp"

#include <algorithm>
#include <set>

namespace begroot::model::detail {

namespace {

const Unit& euros() {
    static const Unit unit{{{"€", 1}}, false};
    return unit;
}

Error at(const Place& place, std::string found, std::string expected, std::string action = "") {
    return {ErrorKind::input, place, std::move(found), std::move(expected), std::move(action)};
}

bool holds_cents(const Variable& variable) {
    return variable.kind == VariableKind::line || variable.kind == VariableKind::balance_item;
}

}  // namespace

Catalogue::Catalogue(const Definition& definition) : definition_(&definition) {
    for (std::size_t i = 0; i < definition.lists.size(); ++i) lists_.emplace(definition.lists[i].name, i);
    for (std::uint32_t i = 0; i < definition.tables.size(); ++i) tables_.emplace(definition.tables[i].code, i);
    for (std::size_t i = 0; i < definition.variables.size(); ++i) {
        const Variable& variable = definition.variables[i];
        variables_.emplace(variable.code, i);
        add_series(i, variable.code, variable.lists, holds_cents(variable), false);
    }
    for (const BuiltIn& one : built_ins()) {
        const std::size_t index = first_series_.size();
        variables_.emplace(one.name, index);
        add_series(index, std::string(one.name), {}, true, false);
    }
    for (std::size_t i = 0; i < definition.variables.size(); ++i) {
        if (!definition.variables[i].ratio.signal) continue;
        const auto first = static_cast<std::uint32_t>(series_.size());
        add_series(i, definition.variables[i].code, definition.variables[i].lists, false, true);
        for (std::uint32_t k = 0; k < series_count_[i]; ++k) signals_.emplace(first_series_[i] + k, first + k);
    }
}

void Catalogue::add_series(std::size_t variable, const std::string& code, const std::vector<std::string>& lists,
                           bool in_cents, bool is_signal) {
    const auto first = static_cast<std::uint32_t>(series_.size());
    series_.push_back({variable, {}, code, in_cents, is_signal});
    for (const std::string& list : lists) {
        const MemberList* members = find_list(list);
        std::vector<Series> longer;
        longer.reserve((series_.size() - first) * members->members.size());
        for (std::size_t i = first; i < series_.size(); ++i) {
            for (const std::string& member : members->members) {
                longer.push_back(series_[i]);
                longer.back().members.push_back(member);
                longer.back().name += "." + member;
            }
        }
        series_.resize(first);
        series_.insert(series_.end(), longer.begin(), longer.end());
    }
    if (is_signal) {
        for (std::size_t i = first; i < series_.size(); ++i) series_[i].name += " (signaal)";
        return;
    }
    first_series_.push_back(first);
    series_count_.push_back(static_cast<std::uint32_t>(series_.size()) - first);
}

std::optional<std::size_t> Catalogue::find_variable(std::string_view code) const {
    const auto found = variables_.find(code);
    return found == variables_.end() ? std::nullopt : std::optional(found->second);
}

const MemberList* Catalogue::find_list(std::string_view name) const {
    const auto found = lists_.find(name);
    return found == lists_.end() ? nullptr : &definition_->lists[found->second];
}

std::optional<std::uint32_t> Catalogue::find_table(std::string_view code) const {
    const auto found = tables_.find(code);
    return found == tables_.end() ? std::nullopt : std::optional(found->second);
}

const Unit& Catalogue::unit_of(std::size_t variable) const {
    return is_built_in(variable) ? euros() : definition_->variables[variable].unit;
}

const std::string& Catalogue::code_of(std::size_t variable) const {
    return is_built_in(variable) ? series_[first_series_[variable]].name : definition_->variables[variable].code;
}

const std::vector<std::string>& Catalogue::lists_of(std::size_t variable) const {
    static const std::vector<std::string> none;
    return is_built_in(variable) ? none : definition_->variables[variable].lists;
}

std::optional<std::uint32_t> Catalogue::signal_of(std::uint32_t ratio_series) const {
    const auto found = signals_.find(ratio_series);
    return found == signals_.end() ? std::nullopt : std::optional(found->second);
}

std::string Catalogue::nearest_variable(std::string_view code) const {
    std::vector<std::string> names;
    names.reserve(variables_.size());
    for (const auto& [name, index] : variables_) names.push_back(name);
    const auto meant = nearest(code, names);
    return meant ? "\"" + *meant + "\"" : "de code van een aanname, berekening, regel, balanspost of kengetal";
}

FormulaError Catalogue::unknown_name(const Reference& reference, std::size_t position) const {
    return {position, "\"" + reference.name + "\" bestaat niet", nearest_variable(reference.name)};
}

std::expected<std::uint32_t, FormulaError> Catalogue::resolve(const Reference& reference, std::size_t position,
                                                              const Context& context) const {
    const auto variable = find_variable(reference.name);
    if (!variable) return std::unexpected(unknown_name(reference, position));
    const std::vector<std::string>& lists = lists_of(*variable);
    std::vector<const std::string*> chosen(lists.size(), nullptr);
    for (const std::string& member : reference.members) {
        bool taken = false;
        for (std::size_t i = 0; i < lists.size() && !taken; ++i) {
            if (chosen[i] != nullptr ||
                std::ranges::find(find_list(lists[i])->members, member) == find_list(lists[i])->members.end())
                continue;
            chosen[i] = &member;
            taken = true;
        }
        if (taken) continue;
        std::vector<std::string> known;
        for (const std::string& list : lists)
            known.insert(known.end(), find_list(list)->members.begin(), find_list(list)->members.end());
        const auto meant = nearest(member, known);
        return std::unexpected(FormulaError{position, "\"" + member + "\" is geen lid van " + reference.name,
                                            known.empty() ? reference.name + " zonder lid"
                                            : meant       ? "\"" + *meant + "\""
                                                          : "een lid, bijvoorbeeld \"" + known.front() + "\""});
    }
    std::uint32_t offset = 0;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        const MemberList& list = *find_list(lists[i]);
        if (chosen[i] == nullptr) {
            const auto found = context.find(lists[i]);
            if (found == context.end()) {
                return std::unexpected(
                    FormulaError{position, reference.name + " loopt over de lijst " + lists[i] + ", deze formule niet",
                                 "som(" + reference.name + "; " + lists[i] + ") of een lid, bijvoorbeeld " +
                                     reference.name + "." + list.members.front()});
            }
            chosen[i] = &found->second;
        }
        const auto place = std::ranges::find(list.members, *chosen[i]) - list.members.begin();
        offset = offset * static_cast<std::uint32_t>(list.members.size()) + static_cast<std::uint32_t>(place);
    }
    return first_series_[*variable] + offset;
}

std::vector<Error> check_names(const Definition& definition) {
    std::vector<Error> errors;
    std::set<std::string, std::less<>> taken(built_in_names().begin(), built_in_names().end());
    std::map<std::string, std::size_t, std::less<>> list_sizes;
    for (const MemberList& list : definition.lists) {
        if (!list_sizes.emplace(list.name, list.members.size()).second)
            errors.push_back(at(list.place, "de lijst \"" + list.name + "\" staat er twee keer", "een eigen naam"));
        if (list.members.empty() || list.members.size() > list_members_max)
            errors.push_back(
                at(list.place, "de lijst \"" + list.name + "\" heeft " + std::to_string(list.members.size()) + " leden",
                   "1 tot en met " + std::to_string(list_members_max) + " leden"));
    }
    std::size_t series = 0;
    const auto years = static_cast<std::size_t>(definition.last_year - definition.first_year) + 1;
    for (const Variable& variable : definition.variables) {
        if (!taken.insert(variable.code).second) {
            const bool built_in = std::ranges::find(built_in_names(), variable.code) != built_in_names().end();
            errors.push_back(at(
                variable.place,
                "de code \"" + variable.code + (built_in ? "\" is al van het programma zelf" : "\" staat er twee keer"),
                "een eigen code"));
        }
        std::size_t count = 1;
        for (const std::string& list : variable.lists) {
            const auto found = list_sizes.find(list);
            if (found == list_sizes.end()) {
                errors.push_back(at(variable.place, "de lijst \"" + list + "\" van " + variable.code + " bestaat niet",
                                    "een [[lijst]] met die naam"));
            } else {
                count = std::min(count * std::max<std::size_t>(found->second, 1), nodes_max);
            }
        }
        series = std::min(series + count, nodes_max);
    }
    if (series * years >= nodes_max || definition.variables.size() > variables_max) {
        errors.push_back(at({}, "het model heeft te veel cijfers",
                            "hoogstens " + std::to_string(nodes_max) + " (leden maal jaren) in " +
                                std::to_string(variables_max) + " aannames, berekeningen en regels",
                            "maak de lijsten korter"));
    }
    return errors;
}

}  // namespace begroot::model::detail
