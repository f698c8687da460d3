#include "base/nearest.hpp"
#include "exchange/profile.hpp"
#include "store/detail/reading_keys.hpp"
#include "store/detail/rule_sections.hpp"
#include "store/profile_file.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace begroot::store::detail {

namespace {

constexpr std::int64_t weight_most = 1'000'000'000;
constexpr std::string_view workbook_phasing = "werkboek";

PhasingKey read_phasing_key(const Section& section) {
    PhasingKey key = equal_months();
    if (const auto school_year = section.child("schooljaar", "[[fasering]].schooljaar")) {
        key = school_year_months({school_year->required_whole("januari_juli", 0, weight_most),
                                  school_year->required_whole("augustus_december", 1, weight_most)});
    } else {
        const auto weights = section.wholes("gewichten");
        const bool legal = weights.size() == key.weights.size() &&
                           std::ranges::all_of(weights, [](std::int64_t w) { return w >= 0 && w <= weight_most; }) &&
                           std::accumulate(weights.begin(), weights.end(), std::int64_t{0}) > 0;
        if (legal) {
            std::ranges::copy(weights, key.weights.begin());
        } else {
            section.fail("gewichten", "dit zijn geen gewichten voor een jaar",
                         "twaalf gehele getallen van januari tot december, niet negatief en niet allemaal nul");
        }
    }
    key.name = section.required_text("naam");
    return key;
}

/// Reads the calendar year of a file. A plan over two calendar years must say which one; another plan has only one.
FiscalYear read_source_year(const Section& section, PlanYear plan) {
    const auto year = section.year("jaar");
    const std::string years = std::to_string(plan.first().year) + " of " + std::to_string(plan.last().year);
    if (plan.first_month == 1) {
        if (section.has("jaar"))
            section.fail("jaar", "\"jaar\" hoort alleen bij een plan per schooljaar", "de sleutel weglaten");
    } else if (!section.has("jaar")) {
        section.fail("jaar", "\"jaar\" ontbreekt in een [[bron]] van " + name_of(plan), "jaar = " + years,
                     "beide kalenderjaren hebben een eigen [[bron]]");
    } else if (year && *year != plan.first().year && *year != plan.last().year) {
        section.fail("jaar", std::to_string(*year) + " heeft geen maand in " + name_of(plan), years);
    }
    return FiscalYear{year.value_or(plan.year)};
}

ModelSource read_source(const Section& section, const Plan& plan) {
    ModelSource source;
    source.place = section.place();
    source.files = section.texts("bestand");
    if (source.files.empty() || std::ranges::any_of(source.files, &std::string::empty))
        section.fail("bestand", "\"bestand\" ontbreekt in [[bron]] of is leeg", "de naam van een bestand");
    const std::string kind = section.required_text("soort");
    if (kind == "mutaties") {
        source.kind = SourceKind::ledger;
    } else if (kind != "begroting" && !kind.empty()) {
        section.fail("soort", "\"" + kind + "\" is geen soort bron", "begroting of mutaties");
    }
    source.settings.profile = section.required_text("profiel");
    const bool kind_is_known = kind == "mutaties" || kind == "begroting";
    const auto wanted = kind == "begroting" ? exchange::Shape::budget : exchange::Shape::ledger;
    const exchange::Profile* profile = exchange::find_profile(source.settings.profile);
    if (kind_is_known && !source.settings.profile.empty() && !names_profile_file(source.settings.profile) &&
        (profile == nullptr || profile->shape != wanted)) {
        section.fail("profiel", "\"" + source.settings.profile + "\" is geen profiel voor " + kind,
                     exchange::profile_names(wanted) + ", of een profielbestand (.toml)",
                     "begroot kijk BESTAND zegt welk profiel past");
    }
    read_reading_keys(section, "[[bron]]", source.settings);
    source.settings.year = read_source_year(section, year_of(plan));
    return source;
}

std::vector<std::string> phasing_names(const std::vector<PhasingKey>& keys) {
    std::vector<std::string> names{std::string(workbook_phasing)};
    for (const PhasingKey& key : keys) names.push_back(key.name);
    return names;
}

}  // namespace

std::vector<PhasingKey> read_phasing_keys(const Section& root) {
    std::vector<PhasingKey> keys{equal_months(), school_year_months()};
    for (const Section& section : root.children("fasering", "[[fasering]]")) {
        PhasingKey key = read_phasing_key(section);
        if (key.name == workbook_phasing || std::ranges::find(keys, key.name, &PhasingKey::name) != keys.end()) {
            section.fail("naam", "fasering \"" + key.name + "\" bestaat al", "een andere naam");
        }
        keys.push_back(std::move(key));
    }
    return keys;
}

std::vector<ModelSource> read_sources(const Section& root, const Plan& plan) {
    std::vector<ModelSource> sources;
    for (const Section& section : root.children("bron", "[[bron]]")) sources.push_back(read_source(section, plan));
    return sources;
}

std::vector<exchange::FillMapping> read_fill_mappings(const Section& root) {
    constexpr std::int64_t header_row_most = 1'048'576;
    std::vector<exchange::FillMapping> mappings;
    for (const Section& section : root.children("invulling", "[[invulling]]")) {
        exchange::FillMapping mapping;
        mapping.place = section.place();
        mapping.sheet = section.required_text("blad");
        mapping.key_head = section.required_text("sleutel");
        if (section.has("kopregel"))
            mapping.header_row = static_cast<std::uint32_t>(section.required_whole("kopregel", 1, header_row_most));
        for (const Section& column : section.children("kolom", "[[invulling.kolom]]"))
            mapping.columns.emplace_back(column.required_text("kop"), column.required_text("bedrag"));
        for (const Section& row : section.children("rij", "[[invulling.rij]]"))
            mapping.rows.emplace_back(row.required_text("sleutel"), row.required_text("code"));
        if (mapping.columns.empty())
            section.fail("kolom", "[[invulling]] noemt geen kolom",
                         "minstens een [[invulling.kolom]] met kop en bedrag");
        mappings.push_back(std::move(mapping));
    }
    return mappings;
}

void check_references(const Section& root, const Plan& plan, const std::vector<PhasingKey>& keys) {
    const auto names = phasing_names(keys);
    const auto check_phasing = [&](const std::string& name, const Place& place) {
        if (name.empty() || std::ranges::find(names, name) != names.end()) return;
        const auto meant = nearest(name, names);
        root.reading().fail(place, "fasering \"" + name + "\" bestaat niet",
                            meant ? "\"" + *meant + "\"" : "een naam uit [[fasering]]", "");
    };
    check_phasing(plan.default_phasing, root.place("tabel"));
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            check_phasing(goal.phasing, goal.place);
            for (const BookedPart& part : goal.amount.booked) {
                if (find_speerpunt(plan, part.at) != nullptr) continue;
                root.reading().fail(goal.place, "geboekt bij speerpunt " + part.at.text() + ", dat niet bestaat",
                                    "het nummer van een speerpunt", "");
            }
        }
    }
}

}  // namespace begroot::store::detail
