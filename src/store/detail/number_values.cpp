#include "store/detail/number_values.hpp"

#include "base/nearest.hpp"
#include "model/quantity.hpp"
#include "money/money.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace begroot::store::detail {

namespace {

constexpr std::int32_t value_year_least = 1990;
constexpr std::int32_t value_year_most = 2150;
constexpr double number_max = 1e12;
constexpr std::int32_t months_in_year = 12;

/// How a key of a table of values names its year.
enum class KeyForm : std::uint8_t { year, school_year, count_date, month };

struct ValueKey {
    KeyForm form = KeyForm::year;
    std::int32_t year = 0;
    std::int32_t month = 0;
};

std::optional<std::int32_t> digits(std::string_view text, std::size_t count) {
    std::int32_t number = 0;
    if (text.size() != count) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
    return number;
}

/// Reads `2025`, `2024-2025`, `2025-02-01` or `2025-03`.
std::optional<ValueKey> read_value_key(std::string_view key) {
    const auto year = digits(key.substr(0, 4), 4);
    if (!year || *year < value_year_least || *year > value_year_most) return std::nullopt;
    if (key.size() == 4) return ValueKey{KeyForm::year, *year, 0};
    if (key[4] != '-') return std::nullopt;
    const std::string_view rest = key.substr(5);
    if (const auto next = digits(rest, 4))
        return *next == *year + 1 ? std::optional(ValueKey{KeyForm::school_year, *year, 0}) : std::nullopt;
    const auto month = digits(rest.substr(0, 2), 2);
    if (!month || *month < 1 || *month > months_in_year) return std::nullopt;
    if (rest.size() == 2) return ValueKey{KeyForm::month, *year, *month};
    const auto day = rest[2] == '-' ? digits(rest.substr(3), 2) : std::nullopt;
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    return ValueKey{KeyForm::count_date, *year, *month};
}

/// Reads the values of one choice of members.
class SeriesReading {
public:
    SeriesReading(const Section& section, const ValueReading& how, std::string_view key)
        : section_(&section), how_(&how), key_(key) {}

    std::map<std::int32_t, model::GivenValue> read(const toml::table& table);

private:
    void read_one(std::string_view key, const toml::node& node, std::map<std::int32_t, model::GivenValue>& values);
    void add_month(const ValueKey& key, model::GivenValue value, const toml::node& node,
                   std::map<std::int32_t, model::GivenValue>& values);
    void fail(const toml::node& node, std::string found, std::string expected) const;

    const Section* section_;
    const ValueReading* how_;
    std::string_view key_;
    std::optional<KeyForm> form_;
    std::map<std::int32_t, std::int32_t> months_;  ///< how many months of a year were read
};

void SeriesReading::fail(const toml::node& node, std::string found, std::string expected) const {
    section_->reading().fail(section_->reading().place_of(node.source()), std::move(found), std::move(expected), "");
}

void SeriesReading::read_one(std::string_view key, const toml::node& node,
                             std::map<std::int32_t, model::GivenValue>& values) {
    const auto when = read_value_key(key);
    if (!when) {
        fail(node,
             "\"" + std::string(key) + "\" in " + std::string(key_) + " van " + section_->name() + " is geen jaar",
             "een jaar (2025), schooljaar (2024-2025), teldatum (2025-02-01) of maand (2025-01)");
        return;
    }
    if (form_ && *form_ != when->form) {
        fail(node, "\"" + std::string(key) + "\" staat tussen sleutels van een andere vorm",
             "alleen jaren, alleen schooljaren, alleen teldata of alleen maanden");
        return;
    }
    form_ = when->form;
    model::GivenValue value;
    value.status = how_->status;
    value.place = section_->reading().place_of(node.source());
    std::optional<double> number;
    if (const auto* table = node.as_table()) {
        const Section inside(section_->reading(), *table, "waarde");
        value.status = inside.has("status") ? read_status(inside, "status") : how_->status;
        if (const toml::node* written = table->get("waarde"); written != nullptr) {
            number = read_number(inside, "waarde", *written, *how_->unit);
        } else {
            fail(node, "\"waarde\" ontbreekt", "bijvoorbeeld { waarde = 100, status = \"definitief\" }");
        }
    } else {
        number = read_number(*section_, key, node, *how_->unit);
    }
    if (!number) return;
    value.value = *number;
    if (when->form == KeyForm::month) return add_month(*when, value, node, values);
    if (!values.emplace(when->year, value).second)
        fail(node, std::to_string(when->year) + " staat er twee keer", "elk jaar een keer");
}

void SeriesReading::add_month(const ValueKey& key, model::GivenValue value, const toml::node& node,
                              std::map<std::int32_t, model::GivenValue>& values) {
    if (how_->months.empty()) {
        fail(node, "waarden per maand zonder \"maanden\"",
             "maanden = \"som\" of \"gemiddelde\": wat twaalf maanden samen in een jaar zijn");
        return;
    }
    if (how_->months == "gemiddelde") value.value /= months_in_year;
    const auto [found, is_first] = values.emplace(key.year, value);
    if (!is_first) found->second.value += value.value;
    ++months_[key.year];
}

std::map<std::int32_t, model::GivenValue> SeriesReading::read(const toml::table& table) {
    std::map<std::int32_t, model::GivenValue> values;
    for (const auto& [key, node] : table) read_one(key.str(), node, values);
    for (const auto& [year, count] : months_) {
        if (count != months_in_year)
            fail(table, "van " + std::to_string(year) + " staan er " + std::to_string(count) + " maanden",
                 "alle twaalf maanden");
    }
    return values;
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

void read_members(const Section& section, std::string_view key, const toml::table& table, const ValueReading& how,
                  std::vector<std::string>& members, std::vector<model::GivenSeries>& given, bool actuals) {
    if (members.size() == how.lists.size())
        return add_series(members, SeriesReading(section, how, key).read(table), given, actuals);
    const model::MemberList& list = *how.lists[members.size()];
    for (const auto& [member, node] : table) {
        const auto place = section.reading().place_of(node.source());
        if (std::ranges::find(list.members, member.str()) == list.members.end()) {
            const auto meant = nearest(member.str(), list.members);
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
    const auto refuse = [&section, &node](std::string found, std::string expected) {
        section.reading().fail(section.reading().place_of(node.source()), std::move(found), std::move(expected), "");
        return std::optional<double>();
    };
    double value = 0;
    if (const auto* text = node.as_string()) {
        const auto number = model::parse_quantity(text->get());
        if (!number || number->mark == model::Quantity::Mark::points)
            return refuse("\"" + text->get() + "\" is geen getal", unit.percent
                                                                       ? "een percentage, bijvoorbeeld \"2,3%\""
                                                                       : "een getal, bijvoorbeeld \"1.234,50\"");
        const bool is_percentage = number->mark == model::Quantity::Mark::percent;
        if (is_percentage && !unit.exponents.empty())
            return refuse("\"" + text->get() + "\" is een percentage", "een getal in " + to_text(unit));
        if (!is_percentage && unit.percent && number->value != 0)
            return refuse("\"" + text->get() + "\" is een getal zonder procentteken",
                          "een percentage, bijvoorbeeld \"2,3%\"");
        value = number->value;
    } else if (const auto number = node.value<double>(); number && !node.is_boolean()) {
        if (unit.percent && *number != 0)
            return refuse("\"" + std::string(key) + "\" is een getal zonder procentteken",
                          "een percentage als tekst, bijvoorbeeld \"2,3%\"");
        value = *number;
    } else {
        return refuse("\"" + std::string(key) + "\" heeft een andere soort waarde",
                      "een getal, of een tekst zoals \"1.234,50\" of \"2,3%\"");
    }
    if (!std::isfinite(value) || std::abs(value) > number_max)
        return refuse("\"" + std::string(key) + "\" is te groot", "een getal onder een biljoen");
    return value;
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

void read_values(const Section& section, std::string_view key, const ValueReading& how,
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
