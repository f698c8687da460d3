#include "store/detail/uncertainty_section.hpp"

#include "model/quantity.hpp"
#include "store/detail/number_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace begroot::store::detail {

namespace {

using model::Uncertainty;
using Shape = model::Uncertainty::Shape;

constexpr std::string_view section_name = "[[aanname]].onzekerheid";
constexpr double chance_slack = 1e-9;

constexpr std::array shapes = std::to_array<std::pair<std::string_view, Shape>>({{"normaal", Shape::normal},
                                                                                 {"lognormaal", Shape::lognormal},
                                                                                 {"uniform", Shape::uniform},
                                                                                 {"driehoek", Shape::triangular},
                                                                                 {"pert", Shape::pert},
                                                                                 {"discreet", Shape::discrete},
                                                                                 {"historisch", Shape::historical}});

/// Reads deviations: all relative (`-5%`), or all in the unit of the driver (`+50`, `0,1pp`).
class Deviations {
public:
    Deviations(const Section& section, const model::Unit& unit) : section_(&section), unit_(&unit) {}

    [[nodiscard]] double at(std::string_view key) {
        const toml::node* node = section_->table().get(key);
        if (node == nullptr) {
            section_->fail(key, "\"" + std::string(key) + "\" ontbreekt in onzekerheid", "bijvoorbeeld \"-5%\"");
            return 0;
        }
        return read(key, *node);
    }
    [[nodiscard]] std::vector<double> list(std::string_view key) {
        const toml::node* node = section_->table().get(key);
        const toml::array* array = node == nullptr ? nullptr : node->as_array();
        std::vector<double> values;
        if (array == nullptr || array->empty()) {
            section_->fail(key, "\"" + std::string(key) + "\" ontbreekt in onzekerheid of is geen lijst",
                           "een lijst, bijvoorbeeld [\"-10%\", \"0%\", \"+5%\"]");
            return values;
        }
        for (const toml::node& one : *array) values.push_back(read(key, one));
        return values;
    }
    [[nodiscard]] bool relative() const { return relative_.value_or(true); }

private:
    double read(std::string_view key, const toml::node& node) {
        double value = 0;
        std::optional<bool> is_relative;
        if (const auto* text = node.as_string()) {
            const auto number = model::parse_quantity(text->get());
            const bool fits = number && (number->mark != model::Quantity::Mark::points || unit_->percent);
            if (!fits) return refuse(key, "\"" + text->get() + "\" is geen afwijking");
            value = number->value;
            is_relative = number->mark == model::Quantity::Mark::percent;
            if (value == 0 && number->mark == model::Quantity::Mark::none) is_relative.reset();
        } else if (const auto number = node.value<double>(); number && !node.is_boolean()) {
            value = *number;
            if (value != 0) is_relative = false;
        } else {
            return refuse(key, "\"" + std::string(key) + "\" heeft een andere soort waarde");
        }
        if (is_relative == false && unit_->percent && value != 0 && node.as_string() == nullptr)
            return refuse(key, "\"" + std::string(key) + "\" is een getal bij een percentage");
        if (!is_relative) return value;
        if (relative_ && *relative_ != *is_relative)
            return refuse(key, "afwijkingen in procenten en in " +
                                   (unit_->percent ? "procentpunten" : to_text(*unit_)) + " door elkaar");
        relative_ = is_relative;
        return value;
    }
    double refuse(std::string_view key, std::string found) {
        section_->fail(key, std::move(found),
                       unit_->percent ? "\"5%\" van de waarde, of \"0,1pp\"" : "\"5%\" van de waarde, of een getal");
        return 0;
    }

    const Section* section_;
    const model::Unit* unit_;
    std::optional<bool> relative_;
};

/// Refuses a figure that the shape has no use for.
void refuse_other_keys(const Section& section, Shape shape, const std::string& word) {
    const bool by_outcomes = shape == Shape::discrete || shape == Shape::historical;
    const bool by_spread = shape == Shape::normal || shape == Shape::lognormal;
    const auto refuse = [&](std::string_view key, bool fits) {
        if (fits || !section.has(key)) return;
        section.fail(key, "\"" + std::string(key) + "\" hoort niet bij " + word, "de sleutel weglaten");
    };
    refuse("spreiding", by_spread);
    refuse("laag", !by_spread && !by_outcomes);
    refuse("top", shape == Shape::triangular || shape == Shape::pert);
    refuse("hoog", !by_spread && !by_outcomes);
    refuse("uitkomsten", by_outcomes);
    refuse("kansen", shape == Shape::discrete);
}

/// Reads `kansen`: percentages as texts, or numbers from 0 to 1.
std::vector<double> read_chances(const Section& section) {
    std::vector<double> chances;
    const toml::node* node = section.table().get("kansen");
    const toml::array* array = node == nullptr ? nullptr : node->as_array();
    if (array == nullptr) return chances;
    for (const toml::node& one : *array) {
        const bool is_text = one.as_string() != nullptr;
        const auto chance = read_number(section, "kansen", one, model::Unit{{}, is_text});
        if (!chance) continue;
        if (*chance < 0) section.fail("kansen", "een kans onder nul", "kansen van 0% tot en met 100%");
        chances.push_back(*chance);
    }
    return chances;
}

void read_shape_figures(const Section& section, Deviations& deviations, Uncertainty& made) {
    switch (made.shape) {
        case Shape::normal:
        case Shape::lognormal:
            made.spread = deviations.at("spreiding");
            if (made.spread < 0) section.fail("spreiding", "een spreiding onder nul", "0 of meer");
            break;
        case Shape::uniform:
        case Shape::triangular:
        case Shape::pert: {
            made.low = deviations.at("laag");
            made.high = deviations.at("hoog");
            const bool has_top = made.shape != Shape::uniform;
            if (has_top && section.has("top")) made.top = deviations.at("top");
            if (made.low > made.high || (has_top && (made.top < made.low || made.top > made.high)))
                section.fail("laag", has_top ? "laag, top en hoog staan niet op volgorde" : "laag ligt boven hoog",
                             has_top ? "laag tot en met hoog, de top ertussen" : "laag tot en met hoog");
            break;
        }
        case Shape::discrete:
        case Shape::historical: {
            made.outcomes = deviations.list("uitkomsten");
            if (made.shape == Shape::historical) {
                made.chances.assign(made.outcomes.size(),
                                    1.0 / static_cast<double>(std::max<std::size_t>(made.outcomes.size(), 1)));
                break;
            }
            made.chances = read_chances(section);
            const double sum = std::accumulate(made.chances.begin(), made.chances.end(), 0.0);
            if (made.chances.size() != made.outcomes.size() || std::abs(sum - 1) > chance_slack)
                section.fail("kansen", "de kansen passen niet bij de uitkomsten of zijn samen geen 100%",
                             "een kans per uitkomst, samen 100%");
            break;
        }
    }
    made.relative = deviations.relative();
    if (made.shape == Shape::lognormal && !made.relative)
        section.fail("spreiding", "lognormaal in een eenheid", "een spreiding in procenten");
}

}  // namespace

std::optional<model::PlausibleRange> read_range(const Section& section, const model::Unit& unit) {
    if (!section.has("bereik")) return std::nullopt;
    const auto words = section.texts("bereik");
    model::PlausibleRange range;
    range.place = section.place("bereik");
    if (words.size() != 2) {
        section.fail("bereik", "\"bereik\" heeft geen twee veranderingen",
                     unit.percent ? "laag en hoog, bijvoorbeeld [\"-0,1pp\", \"+0,1pp\"]"
                                  : "laag en hoog, bijvoorbeeld [\"-5%\", \"+5%\"]");
        return std::nullopt;
    }
    for (std::size_t i = 0; i < 2; ++i) {
        const auto change = model::parse_change(words[i], unit);
        if (!change) {
            section.fail("bereik", "\"" + words[i] + "\" is geen verandering", change.error());
            return std::nullopt;
        }
        (i == 0 ? range.low : range.high) = *change;
    }
    return range;
}

std::optional<Uncertainty> read_uncertainty(const Section& section, const model::Unit& unit) {
    const auto inside = section.child("onzekerheid", section_name);
    if (!inside) return std::nullopt;
    Uncertainty made;
    made.place = section.place("onzekerheid");
    const std::string word = inside->required_text("verdeling");
    const auto* const shape = std::ranges::find(shapes, word, &std::pair<std::string_view, Shape>::first);
    if (shape == shapes.end()) {
        if (!word.empty())
            inside->fail("verdeling", "\"" + word + "\" is geen verdeling",
                         "normaal, lognormaal, uniform, driehoek, pert, discreet of historisch");
        return std::nullopt;
    }
    made.shape = shape->second;
    refuse_other_keys(*inside, made.shape, word);
    Deviations deviations(*inside, unit);
    read_shape_figures(*inside, deviations, made);
    if (const toml::node* node = inside->table().get("over_jaren"); node != nullptr) {
        const auto value = node->value<double>();
        if (!value || std::abs(*value) > 1) {
            inside->fail("over_jaren", "\"over_jaren\" is geen samenhang", "een getal van -1 tot en met 1");
        } else {
            made.over_years = *value;
        }
    }
    made.per_member = inside->flag("per_lid").value_or(false);
    made.from = inside->year("vanaf").value_or(0);
    return made;
}

}  // namespace begroot::store::detail
