#include "store/detail/toml_reason.hpp"

#include <array>

namespace begroot::store::detail {

namespace {

struct Phrase {
    std::string_view english;
    std::string_view dutch;
};

// Longer phrases stand before the shorter ones they hold.
constexpr std::array phrases = std::to_array<Phrase>({
    {"Error while parsing ", "in "},
    {"Encountered invalid utf-8 sequence", "een teken is geen UTF-8"},
    {"Reached EOF during incomplete utf-8 sequence", "het bestand breekt af midden in een teken"},
    {"hexadecimal floating-point", "een hexadecimaal getal"},
    {"floating-point", "een getal"},
    {"cannot redefine existing key-value pair", "staat er twee keer:"},
    {"cannot redefine existing array-of-tables", "staat er twee keer:"},
    {"cannot redefine existing string", "staat er twee keer:"},
    {"cannot redefine existing table", "staat er twee keer:"},
    {"cannot redefine existing ", "staat er twee keer: "},
    {"key-value pair, saw closing '}' (dangling comma)", "een sleutel met waarde, gevonden } na een komma"},
    {"key-value pair", "een sleutel met waarde"},
    {"table header", "de kop van een sectie"},
    {"literal string", "tekst tussen enkele aanhalingstekens"},
    {"inline table", "een tabel tussen { en }"},
    {"unicode scalar sequence", "een unicode-teken"},
    {"date-time offset", "een tijdzone"},
    {"date-time", "een tijdstip"},
    {"unescaped control characters other than TAB (U+0009) are explicitly prohibited",
     "het aanhalingsteken aan het eind ontbreekt"},
    {"array-of-tables", "lijst van secties"},
    {"encountered end-of-file", "het bestand houdt op, of er ontbreekt een afsluitend teken"},
    {"expected value-terminator", "verwacht het einde van de waarde"},
    {"expected bare key starting character or string delimiter", "verwacht een sleutel"},
    {"expected keys, tables, whitespace or comments", "verwacht een sleutel, een sectie of een opmerking"},
    {"expected comma or closing ", "verwacht een komma of "},
    {"expected a comment or whitespace", "verwacht een nieuwe regel of een opmerking"},
    {"expected value or closing ", "verwacht een waarde of "},
    {"expected key or closing ", "verwacht een sleutel of "},
    {"expected value", "verwacht een waarde"},
    {"expected month between 1 and 12 (inclusive)", "verwacht een maand van 1 tot en met 12"},
    {"expected day between 1 and ", "verwacht een dag van 1 tot en met "},
    {"could not determine value type", "onbekende soort waarde; tekst hoort tussen aanhalingstekens"},
    {" could not be interpreted as a value", " is geen waarde; tekst hoort tussen aanhalingstekens"},
    {"values may not begin with underscores", "een waarde begint niet met een streepje"},
    {"leading zeroes are prohibited", "een getal begint niet met 0; zet een code tussen aanhalingstekens"},
    {"unknown escape sequence", "onbekend teken na een schuine streep (schrijf twee keer \\):"},
    {"exceeded maximum nested value depth of ", "te diep genest; ten hoogste "},
    {"(inclusive)", ""},
    {"end-of-file", "het einde van het bestand"},
    {"decimal digit", "een cijfer"},
    {"expected ", "verwacht "},
    {", saw comma", ", gevonden een komma"},
    {", saw ", ", gevonden "},
    {"in boolean", "in true of false"},
    {"in string", "in tekst"},
    {"in array", "in een lijst"},
    {"in value", "in een waarde"},
    {"in table", "in een sectie"},
    {"in date", "in een datum"},
    {"in key", "in een sleutel"},
    {"in time", "in een tijd"},
    {"in comment", "in een opmerking"},
});

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

}  // namespace

std::string toml_reason(std::string_view description) {
    std::string text(description);
    for (const Phrase& phrase : phrases) replace_all(text, phrase.english, phrase.dutch);
    return text;
}

}  // namespace begroot::store::detail
