#include "store/detail/section.hpp"

#include "base/nearest.hpp"
#include "store/model_schema.hpp"

#include <algorithm>

namespace begroot::store::detail {

void ModelReading::fail(Place place, std::string found, std::string expected, std::string action, std::string excerpt) {
    place.file = file_;
    errors_.push_back({ErrorKind::input, std::move(place), std::move(found), std::move(expected), std::move(action),
                       std::move(excerpt)});
}

Place ModelReading::place_of(const toml::source_region& region) const {
    return {file_, "", "", region.begin.line, region.begin.column};
}

std::vector<Error> ModelReading::take_errors() {
    std::ranges::stable_sort(errors_, {}, &Error::place);
    return std::move(errors_);
}

Section::Section(ModelReading& reading, const toml::table& table, std::string_view name)
    : reading_(&reading), table_(&table), name_(name) {
    const auto known = keys_of(name);
    const std::vector<std::string> words(known.begin(), known.end());
    for (const auto& [key, value] : table) {
        if (std::ranges::find(known, key.str()) != known.end()) continue;
        const auto meant = nearest(key.str(), words);
        reading.fail(reading.place_of(key.source()), "onbekende sleutel \"" + std::string(key.str()) + "\" in " + name_,
                     meant ? "\"" + *meant + "\"" : "een sleutel uit models/README.md",
                     "verbeter of verwijder de sleutel");
    }
}

Place Section::place(std::string_view key) const {
    const toml::node* node = table_->get(key);
    return node != nullptr ? reading_->place_of(node->source()) : place();
}

void Section::fail(std::string_view key, std::string found, std::string expected, std::string action) const {
    reading_->fail(place(key), std::move(found), std::move(expected), std::move(action));
}

void Section::wrong_type(std::string_view key, std::string_view expected) const {
    fail(key, "\"" + std::string(key) + "\" in " + name_ + " heeft een andere soort waarde", std::string(expected));
}

std::optional<std::string> Section::text(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_string()) return value->get();
    wrong_type(key, "tekst tussen aanhalingstekens");
    return std::nullopt;
}

std::string Section::text_or(std::string_view key, std::string_view otherwise) const {
    return text(key).value_or(std::string(otherwise));
}

std::string Section::required_text(std::string_view key) const {
    const bool present = has(key);
    auto value = text(key);
    if (value && !value->empty()) return *value;
    if (!present || value) fail(key, "\"" + std::string(key) + "\" ontbreekt in " + name_, "een tekst");
    return "";
}

std::optional<std::int64_t> Section::whole(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_integer()) return value->get();
    wrong_type(key, "een geheel getal");
    return std::nullopt;
}

std::int64_t Section::required_whole(std::string_view key, std::int64_t least, std::int64_t most) const {
    const bool present = has(key);
    const auto value = whole(key);
    const std::string range = "een geheel getal van " + std::to_string(least) + " tot en met " + std::to_string(most);
    if (!present) {
        fail(key, "\"" + std::string(key) + "\" ontbreekt in " + name_, range);
    } else if (value && (*value < least || *value > most)) {
        fail(key, "\"" + std::string(key) + "\" is " + std::to_string(*value), range);
    } else if (value) {
        return *value;
    }
    return least;
}

std::optional<std::int32_t> Section::year(std::string_view key) const {
    constexpr std::int64_t year_least = 1990;
    constexpr std::int64_t year_most = 2150;
    if (!has(key)) return std::nullopt;
    return static_cast<std::int32_t>(required_whole(key, year_least, year_most));
}

std::optional<bool> Section::flag(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_boolean()) return value->get();
    wrong_type(key, "true of false");
    return std::nullopt;
}

std::optional<Day> Section::day(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_date()) {
        const toml::date date = value->get();
        return Day{date.year, date.month, date.day};
    }
    wrong_type(key, "een datum zonder aanhalingstekens, bijvoorbeeld 2025-07-01");
    return std::nullopt;
}

std::vector<std::string> Section::texts(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return {};
    if (const auto* value = node->as_string()) return {value->get()};
    const toml::array* list = node->as_array();
    std::vector<std::string> result;
    if (list != nullptr) {
        for (const toml::node& entry : *list) {
            if (const auto* value = entry.as_string()) result.push_back(value->get());
        }
    }
    if (list == nullptr || result.size() != list->size()) wrong_type(key, "een lijst van teksten");
    return result;
}

bool Section::empty_list(std::string_view key) const {
    const toml::node* node = table_->get(key);
    return node != nullptr && node->as_array() != nullptr && node->as_array()->empty();
}

std::vector<std::int64_t> Section::wholes(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return {};
    const toml::array* list = node->as_array();
    std::vector<std::int64_t> result;
    if (list != nullptr) {
        for (const toml::node& entry : *list) {
            if (const auto* value = entry.as_integer()) result.push_back(value->get());
        }
    }
    if (list == nullptr || result.size() != list->size()) wrong_type(key, "een lijst van gehele getallen");
    return result;
}

std::optional<Section> Section::child(std::string_view key, std::string_view name) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_table()) return Section(*reading_, *value, name);
    wrong_type(key, "een tabel");
    return std::nullopt;
}

std::vector<Section> Section::children(std::string_view key, std::string_view name) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) return {};
    std::vector<Section> result;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(key, "een lijst van tabellen");
        return result;
    }
    for (const toml::node& entry : *list) {
        if (const auto* value = entry.as_table()) {
            result.emplace_back(*reading_, *value, name);
        } else {
            wrong_type(key, "een lijst van tabellen");
        }
    }
    return result;
}

std::size_t Section::count(std::string_view key) const {
    const toml::node* node = table_->get(key);
    return node != nullptr && node->as_array() != nullptr ? node->as_array()->size() : 0;
}

std::vector<std::pair<std::string, std::string>> Section::entries() const {
    std::vector<std::pair<std::string, std::string>> result;
    for (const auto& [key, value] : *table_) {
        if (auto entry = text(key.str())) result.emplace_back(std::string(key.str()), std::move(*entry));
    }
    return result;
}

}  // namespace begroot::store::detail
