#include "store/detail/reading_keys.hpp"

#include "store/detail/bare_text.hpp"
#include "store/detail/toml_reason.hpp"

#include <span>
#include <utility>

namespace begroot::store::detail {

namespace {

constexpr std::int64_t header_row_most = 1000;
constexpr std::int64_t unit_most = 1'000'000;
constexpr std::int64_t period_most = 12;

/// Gives line and column (both from 1) of a position; a column counts characters, not bytes.
Place place_at(std::string_view text, std::size_t at) {
    Place place;
    place.line = 1;
    place.column = 1;
    for (const char c : text.substr(0, at)) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) !=
                   0x80U) {  // a byte that continues a character is no column
            ++place.column;
        }
    }
    return place;
}

std::optional<std::int64_t> whole_within(const Section& section, std::string_view key, std::int64_t least,
                                         std::int64_t most) {
    if (!section.has(key)) return std::nullopt;
    return section.required_whole(key, least, most);
}

/// Reads a word that stands for a value; reports any other word with those that may stand there.
template <typename T>
std::optional<T> read_word(const Section& section, std::string_view key, std::span<const Word<T>> words) {
    const auto text = section.text(key);
    if (!text) return std::nullopt;
    std::string known;
    for (const Word<T>& word : words) {
        if (*text == word.text) return word.value;
        known += (known.empty() ? "" : " of ") + std::string(word.text);
    }
    section.fail(key, "\"" + *text + "\" past niet bij " + std::string(key), known);
    return std::nullopt;
}

void read_account_kinds(const Section& section, const std::string& name, exchange::SourceSettings& settings) {
    const auto kinds = section.child("rekeningsoort", name + ".rekeningsoort");
    if (!kinds) return;
    constexpr std::pair<std::string_view, Side> sides[] = {
        {"baten", Side::income}, {"lasten", Side::expense}, {"balans", Side::balance}};
    for (const auto& [key, side] : sides) {
        for (std::string& accounts : kinds->texts(key)) settings.account_kinds.push_back({side, std::move(accounts)});
    }
}

}  // namespace

void read_reading_keys(const Section& section, std::string_view name, exchange::SourceSettings& settings) {
    const std::string section_name(name);
    settings.sheet = section.text_or("blad", "");
    if (const auto row = whole_within(section, "kopregel", 0, header_row_most))
        settings.header_row = static_cast<std::uint32_t>(*row);
    if (const auto unit = whole_within(section, "eenheid", 1, unit_most)) settings.unit = unit;
    if (const auto period = whole_within(section, "periode", 1, period_most))
        settings.period = static_cast<std::int32_t>(*period);
    settings.account = section.text_or("rekening", "");
    settings.cumulative = section.flag("cumulatief");
    settings.school_years = section.flag("schooljaar");
    settings.decimal_mark = read_word<exchange::DecimalMark>(section, "decimaal", decimal_marks);
    settings.sign = read_word<exchange::SignRule>(section, "teken", sign_rules);
    if (const auto columns = section.child("kolommen", section_name + ".kolommen")) {
        for (auto& [meaning, head] : columns->entries()) settings.columns.emplace(meaning, std::move(head));
    }
    read_account_kinds(section, section_name, settings);
}

std::optional<Error> explain_no_text(std::string_view text, const std::string& shown_as) {
    const Place place{shown_as, "", "", 0, 0};
    if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) {
        return Error{ErrorKind::input, place, "dit is een werkmap, geen model", "een modelbestand (.toml)",
                     "noem het model; de werkmap staat daarin onder [[bron]]"};
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return Error{ErrorKind::input, place, "het model is opgeslagen als UTF-16", "UTF-8",
                     "sla het bestand op als UTF-8"};
    }
    return std::nullopt;
}

std::optional<toml::table> parse_toml(std::string_view text, ModelReading& reading) {
    if (const auto at = first_bare_letter(text)) {
        reading.fail(place_at(text, *at),
                     "hier staat een letter met een accent of een bijzonder teken buiten aanhalingstekens",
                     "tekst tussen aanhalingstekens", "zet de tekst tussen aanhalingstekens");
        return std::nullopt;
    }
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        reading.fail(reading.place_of(error.source()), "dit is geen geldige TOML: " + toml_reason(error.description()),
                     "", "verbeter de regel; models/README.md heeft van alles een voorbeeld");
        return std::nullopt;
    }
}

}  // namespace begroot::store::detail
