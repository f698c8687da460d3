#include "live/detail/same_shape.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace begroot::live::detail {

namespace {

constexpr std::size_t shown_max = 5;

/// Names what tells a row from the others.
const std::string& name_of(const WrittenRow& row) { return row.series.empty() ? row.label : row.series; }

/// Lists what the first has and the second has not, a few of them.
std::string missing(const std::vector<std::string>& of, const std::vector<std::string>& in) {
    const std::set<std::string> known(in.begin(), in.end());
    std::string text;
    std::size_t count = 0;
    for (const std::string& one : of) {
        if (known.contains(one)) continue;
        if (++count <= shown_max) text += (text.empty() ? "" : ", ") + one;
    }
    if (count > shown_max) text += " en nog " + std::to_string(count - shown_max);
    return text;
}

std::vector<std::string> row_names(const WrittenSheet& sheet) {
    std::vector<std::string> names;
    names.reserve(sheet.rows.size());
    for (const WrittenRow& row : sheet.rows) names.push_back(name_of(row));
    return names;
}

/// Tells whether every row stands where it stood; what stands beside the figures is text, and may change.
bool same_rows(const WrittenSheet& before, const WrittenSheet& fresh) {
    return std::ranges::equal(before.rows, fresh.rows, [](const WrittenRow& a, const WrittenRow& b) {
        return a.row == b.row && a.series == b.series;
    });
}

Error refusal(const std::string& where, const std::string& only_fresh, const std::string& only_before) {
    Error error;
    error.place.sheet = where;
    error.found = only_fresh.empty() && only_before.empty() ? "de rijen of jaren staan nu in een andere volgorde" : "";
    if (!only_fresh.empty()) error.found += "een export van nu heeft ook " + only_fresh;
    if (!only_before.empty())
        error.found += (error.found.empty() ? "" : "; ") + ("een export van nu heeft niet meer " + only_before);
    error.expected = "dezelfde rijen, jaren en scenario's als in de werkmap";
    error.action = "lees de werkmap terug met begroot terug en schrijf met begroot export een nieuwe";
    return error;
}

}  // namespace

std::optional<Error> other_shape(const Memory& before, const Memory& fresh) {
    std::vector<std::string> old_scenarios;
    std::vector<std::string> new_scenarios;
    old_scenarios.reserve(before.scenarios.size());
    new_scenarios.reserve(fresh.scenarios.size());
    for (const auto& [code, title] : before.scenarios) old_scenarios.push_back(code);
    for (const auto& [code, title] : fresh.scenarios) new_scenarios.push_back(code);
    if (old_scenarios != new_scenarios) {
        return refusal("", missing(new_scenarios, old_scenarios), missing(old_scenarios, new_scenarios));
    }
    for (const WrittenSheet& sheet : before.sheets) {
        const WrittenSheet* other = fresh.sheet(sheet.name);
        if (other == nullptr) return refusal(sheet.name, "", "dit blad");
        if (sheet.heads != other->heads)
            return refusal(sheet.name, missing(other->heads, sheet.heads), missing(sheet.heads, other->heads));
        if (!same_rows(sheet, *other))
            return refusal(sheet.name, missing(row_names(*other), row_names(sheet)),
                           missing(row_names(sheet), row_names(*other)));
    }
    for (const WrittenSheet& sheet : fresh.sheets) {
        if (before.sheet(sheet.name) == nullptr) return refusal(sheet.name, "dit blad", "");
    }
    return std::nullopt;
}

}  // namespace begroot::live::detail
