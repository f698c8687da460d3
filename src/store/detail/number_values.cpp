#include "store/detail/number_values.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <utility>

namespace begroot::store::detail {

namespace {

void refuse_at(const Section& section, const toml::node& node, Refusal refusal) {
    section.reading().fail(section.reading().place_of(node.source()), std::move(refusal.found),
                           std::move(refusal.expected), "");
}

/// Reads one value with its status: a number, or `{ waarde = 100, status = "definitief" }`.
std::optional<model::GivenValue> read_value(const Section& section, std::string_view key, const toml::node& node,
                                            const ValueReading& how) {
    model::GivenValue value;
    value.status = how.status;
    value.place = section.reading().place_of(node.source());
    std::optional<double> number;
    if (const auto* table = node.as_table()) {
        const Section inside(section.reading(), *table, "waarde");
        if (inside.has("status")) value.status = read_status(inside, "status");
        if (const toml::node* written = table->get("waarde"); written != nullptr) {
            number = read_number(inside, "waarde", *written, *how.unit);
        } else {
            refuse_at(section, node,
                      {"\"waarde\" ontbreekt", "bijvoorbeeld { waarde = 100, status = \"definitief\" }"});
        }
    } else {
        number = read_number(section, key, node, *how.unit);
    }
    if (!number) return std::nullopt;
    value.value = *number;
    return value;
}

/// Reads the values of one choice of members.
std::map<std::int32_t, model::GivenValue> read_series(const Section& section, std::string_view name,
                                                      const toml::table& table, ValueReading& how) {
    YearValues values(how.naming);
    bool complete = true;  // a month that was refused is not told once more as missing
    for (const auto& [key, node] : table) {
        const auto when = read_year_key(key.str());
        if (!when) {
            refuse_at(section, node,
                      {"\"" + std::string(key.str()) + "\" in " + std::string(name) + " van " + section.name() +
                           " is geen jaar",
                       std::string(year_forms)});
        }
        const auto value = when ? read_value(section, key.str(), node, how) : std::nullopt;
        auto refusal = value ? values.add(key.str(), *when, *value) : std::nullopt;
        complete = complete && value && !refusal;
        if (refusal) refuse_at(section, node, std::move(*refusal));
    }
    if (auto refusal = values.finish(); refusal && complete) refuse_at(section, table, std::move(*refusal));
    return values.take();
}

void add_series(std::vector<std::string> members, std::map<std::int32_t, model::GivenValue> values,
                std::vector<model::GivenSeries>& given, bool actuals) {
    auto found = std::ranges::find(given, members, &model::GivenSeries::members);
    if (found == given.end()) {
        given.push_back({std::move(members), {}, {}});
        found = given.end() - 1;
    }
    (actuals ? found->actuals : found->values) = std::move(values);
}

void read_members(const Section& section, std::string_view key, const toml::table& table, ValueReading& how,
                  std::vector<std::string>& members, std::vector<model::GivenSeries>& given, bool actuals) {
    if (members.size() == how.lists.size())
        return add_series(members, read_series(section, key, table, how), given, actuals);
    const model::MemberList& list = *how.lists[members.size()];
    for (const auto& [member, node] : table) {
        const auto place = section.reading().place_of(node.source());
        if (std::ranges::find(list.members, member.str()) == list.members.end()) {
            const auto meant = section.reading().failed_often() ? std::nullopt : nearest(member.str(), list.members);
            section.reading().fail(place, "\"" + std::string(member.str()) + "\" is geen lid van de lijst " + list.name,
                                   meant ? "\"" + *meant + "\"" : "een van de leden, daarna het jaar", "");
        } else if (const auto* inside = node.as_table()) {
            members.emplace_back(member.str());
            read_members(section, key, *inside, how, members, given, actuals);
            members.pop_back();
        } else {
            section.reading().fail(place, "bij \"" + std::string(member.str()) + "\" ontbreekt het jaar",
                                   "het lid en daarna het jaar: " + std::string(member.str()) + ".2025 = 100", "");
        }
    }
}

}  // namespace

std::optional<double> read_number(const Section& section, std::string_view key, const toml::node& node,
                                  const model::Unit& unit) {
    std::expected<double, Refusal> number;
    if (const auto* text = node.as_string()) {
        number = read_number_text(text->get(), unit);
    } else if (const auto written = node.value<double>(); !written || node.is_boolean()) {
        number = std::unexpected(Refusal{"\"" + std::string(key) + "\" heeft een andere soort waarde",
                                         "een getal, of een tekst zoals \"1.234,50\" of \"2,3%\""});
    } else if (unit.percent && *written != 0) {
        number = std::unexpected(Refusal{"\"" + std::string(key) + "\" is een getal zonder procentteken",
                                         "een percentage als tekst, bijvoorbeeld \"2,3%\""});
    } else {
        number = within_limits(*written);
    }
    if (number) return *number;
    refuse_at(section, node, std::move(number.error()));
    return std::nullopt;
}

std::optional<double> read_number_at(const Section& section, std::string_view key, const model::Unit& unit) {
    const toml::node* node = section.table().get(key);
    return node == nullptr ? std::nullopt : read_number(section, key, *node, unit);
}

model::ValueStatus read_status(const Section& section, std::string_view key) {
    using model::ValueStatus;
    const auto word = section.text(key);
    if (!word) return ValueStatus::none;
    if (*word == "voorlopig") return ValueStatus::provisional;
    if (*word == "definitief") return ValueStatus::definitive;
    if (*word == "aangepast") return ValueStatus::adjusted;
    section.fail(key, "\"" + *word + "\" is geen status", "voorlopig, definitief of aangepast");
    return ValueStatus::none;
}

void read_values(const Section& section, std::string_view key, ValueReading& how,
                 std::vector<model::GivenSeries>& given, bool actuals) {
    const toml::node* node = section.table().get(key);
    if (node == nullptr) return;
    if (const auto* table = node->as_table()) {
        std::vector<std::string> members;
        return read_members(section, key, *table, how, members, given, actuals);
    }
    section.fail(key, "\"" + std::string(key) + "\" in " + section.name() + " heeft een andere soort waarde",
                 "een tabel met jaren, bijvoorbeeld { 2025 = 100 }");
}

}  // namespace begroot::store::detail
