#include "store/detail/year_values.hpp"

#include "model/quantity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace begroot::store::detail {

namespace {

constexpr std::int32_t value_year_least = 1990;
constexpr std::int32_t value_year_most = 2150;
constexpr std::int32_t months_in_year = 12;
constexpr double number_max = 1e12;

std::optional<std::int32_t> digits(std::string_view text, std::size_t count) {
    std::int32_t number = 0;
    if (text.size() != count) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
    return number;
}

bool may_be_year(std::int32_t year) { return year >= value_year_least && year <= value_year_most; }

std::string scientific_text(double value) {
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.4g", value);
    std::string shown(text.data(), static_cast<std::size_t>(length));
    std::ranges::replace(shown, '.', ',');
    return shown;
}

}  // namespace

std::optional<YearKey> read_year_key(std::string_view key) {
    const auto year = digits(key.substr(0, 4), 4);
    if (!year || !may_be_year(*year)) return std::nullopt;
    if (key.size() == 4) return YearKey{YearForm::year, *year, 0};
    if (key[4] != '-') return std::nullopt;
    const std::string_view rest = key.substr(5);
    if (const auto next = digits(rest, 4))
        return *next == *year + 1 ? std::optional(YearKey{YearForm::school_year, *year, 0}) : std::nullopt;
    const auto month = digits(rest.substr(0, 2), 2);
    if (!month || *month < 1 || *month > months_in_year) return std::nullopt;
    if (rest.size() == 2) return YearKey{YearForm::month, *year, *month};
    const auto day = rest[2] == '-' ? digits(rest.substr(3), 2) : std::nullopt;
    return day ? key_of({*year, *month, *day}) : std::nullopt;
}

std::optional<YearKey> key_of(Day count_date) {
    if (!exists(count_date) || !may_be_year(count_date.year)) return std::nullopt;
    return YearKey{YearForm::count_date, count_date.year, 0};
}

std::optional<Refusal> YearValues::add(std::string_view written, const YearKey& key, model::GivenValue value) {
    if (naming_->form && *naming_->form != key.form) {
        return Refusal{"\"" + std::string(written) + "\" staat tussen sleutels van een andere vorm",
                       "alleen jaren, alleen schooljaren, alleen teldata of alleen maanden"};
    }
    naming_->form = key.form;
    const auto [found, is_first] = values_.emplace(key.year, value);
    if (key.form != YearForm::month) {
        if (is_first) return std::nullopt;
        return Refusal{std::to_string(key.year) + " staat er twee keer", "elk jaar een keer"};
    }
    if (naming_->months.empty()) {
        return Refusal{"waarden per maand zonder \"maanden\"",
                       "maanden = \"som\" of \"gemiddelde\": wat twaalf maanden samen in een jaar zijn"};
    }
    std::uint32_t& read = months_[key.year];
    const std::uint32_t bit = 1U << static_cast<std::uint32_t>(key.month);
    if ((read & bit) != 0) return Refusal{"\"" + std::string(written) + "\" staat er twee keer", "elke maand een keer"};
    read |= bit;
    if (!is_first) found->second.value += value.value;
    return std::nullopt;
}

std::optional<Refusal> YearValues::finish() {
    for (const auto& [year, read] : months_) {
        if (const int count = std::popcount(read); count != months_in_year) {
            return Refusal{"van " + std::to_string(year) + " staan er " + std::to_string(count) + " maanden",
                           "alle twaalf maanden"};
        }
        if (naming_->months == "gemiddelde") values_.at(year).value /= months_in_year;
    }
    return std::nullopt;
}

std::expected<double, Refusal> read_number_text(std::string_view text, const model::Unit& unit) {
    const std::string shown = "\"" + std::string(text) + "\"";
    const auto number = model::parse_quantity(text);
    if (!number || number->mark == model::Quantity::Mark::points) {
        return std::unexpected(Refusal{shown + " is geen getal", unit.percent
                                                                     ? "een percentage, bijvoorbeeld \"2,3%\""
                                                                     : "een getal, bijvoorbeeld \"1.234,50\""});
    }
    const auto is_euro = [](const auto& symbol) { return symbol.first.starts_with("€"); };
    if (number->euro && std::ranges::none_of(unit.exponents, is_euro))
        return std::unexpected(Refusal{shown + " is een bedrag", "een getal in " + to_text(unit)});
    const bool is_percentage = number->mark == model::Quantity::Mark::percent;
    if (is_percentage && !unit.exponents.empty())
        return std::unexpected(Refusal{shown + " is een percentage", "een getal in " + to_text(unit)});
    if (!is_percentage && unit.percent && number->value != 0) {
        return std::unexpected(
            Refusal{shown + " is een getal zonder procentteken", "een percentage, bijvoorbeeld \"2,3%\""});
    }
    return within_limits(number->value);
}

std::expected<double, Refusal> within_limits(double value) {
    if (std::isfinite(value) && std::abs(value) <= number_max) return value;
    return std::unexpected(Refusal{scientific_text(value) + " is te groot", "een getal onder een biljoen"});
}

}  // namespace begroot::store::detail
