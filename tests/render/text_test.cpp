#include "render/text.hpp"

#include "render/sample.hpp"

#include <gtest/gtest.h>

namespace begroot::render {
namespace {

using sample::cents;
using sample::euros;
using sample::mark;
using sample::text;

std::string plain(const Table& table, std::size_t width) { return to_text(table, {width, false}); }

std::string named(std::string name) {
    Table table = sample::small();
    table.rows = {{RowRole::body, 0, {text(std::move(name)), euros(5)}}};
    return plain(table, 80);
}

TEST(Text, DropsColumnsAndNamesThemWhenTheWindowIsNarrow) {
    EXPECT_EQ("\n" + to_text(sample::budget_document(), {80, false}), R"(
Begroting en werkelijk per speerpunt
Samenwerkingsverband Voorbeeld, boekjaar 2025 tot en met augustus
Bedragen in hele euro's; verschil is begroting min werkelijk

                                       Begroting  Begroting  Werkelijk
Speerpunt en doel                           2025    t/m aug    t/m aug  Verschil
────────────────────────────────────────────────────────────────────────────────
1 Sterke basisondersteuning op elke    1.240.000    826.667    803.120    23.547
  school
  1.1 Basisondersteuning in de klas      760.000    506.667    512.940    -6.273
  1.2 Professionalisering van leraren    310.000    206.667    174.680    31.987
      en intern begeleiders
  1.3 Beleidsarme activiteiten           170.000    113.333    115.500    -2.167

2 Dekkend aanbod, dichtbij huis en     3.480.000  2.320.000  2.415.310   -95.310
  passend bij iedere leerling
  2.1 Arrangementen                    2.050.000  1.366.667  1.472.010  -105.343
  2.2 Crisisplaatsen en                  640.000    426.667    401.300    25.367
      onderwijszorgarrangementen voor
      thuiszitters
  2.3 Onderwijs aan hoogbegaafde         790.000    526.666    542.000   -15.334
      leerlingen (privé-aanbod niet
      meegerekend)

3 Verbinding met jeugdhulp en            415.000    276.666    241.980    34.686
  gemeenten
  3.1 Coördinatie                        190.000    126.666    126.400       266
  3.2 Schoolmaatschappelijk werk         225.000    150.000    115.580    34.420
────────────────────────────────────────────────────────────────────────────────
Totaal speerpunten                     5.135.000  3.423.333  3.460.410   -37.077
Niet toegewezen                                0          0     12.480   -12.480
────────────────────────────────────────────────────────────────────────────────
Niet getoond bij deze breedte: "Verschil in %", "Verplicht", "Prognose 2025" en
"Verwacht verschil".
Begroting t/m augustus volgt de sleutel twaalf_gelijke_maanden.
Niet toegewezen: 2 boekingen zonder kostenplaats in het grootboek; zie de
bevindingen onder de tabel voor de cellen waarin zij staan.
)");
}

TEST(Text, KeepsMoreColumnsOnAWiderWindow) {
    EXPECT_EQ("\n" + to_text(sample::budget_document(), {100, false}), R"(
Begroting en werkelijk per speerpunt
Samenwerkingsverband Voorbeeld, boekjaar 2025 tot en met augustus
Bedragen in hele euro's; verschil is begroting min werkelijk

                                      Begroting  Begroting  Werkelijk            Verschil   Prognose
Speerpunt en doel                          2025    t/m aug    t/m aug  Verschil      in %       2025
────────────────────────────────────────────────────────────────────────────────────────────────────
1 Sterke basisondersteuning op elke   1.240.000    826.667    803.120    23.547      2,8%  1.228.400
  school
  1.1 Basisondersteuning in de klas     760.000    506.667    512.940    -6.273     -1,2%    771.200
  1.2 Professionalisering van           310.000    206.667    174.680    31.987     15,5%    286.000
      leraren en intern begeleiders
  1.3 Beleidsarme activiteiten          170.000    113.333    115.500    -2.167     -1,9%    171.200

2 Dekkend aanbod, dichtbij huis en    3.480.000  2.320.000  2.415.310   -95.310     -4,1%  3.602.000
  passend bij iedere leerling
  2.1 Arrangementen                   2.050.000  1.366.667  1.472.010  -105.343     -7,7%  2.190.000
  2.2 Crisisplaatsen en                 640.000    426.667    401.300    25.367      5,9%    622.000
      onderwijszorgarrangementen
      voor thuiszitters
  2.3 Onderwijs aan hoogbegaafde        790.000    526.666    542.000   -15.334     -2,9%    790.000
      leerlingen (privé-aanbod niet
      meegerekend)

3 Verbinding met jeugdhulp en           415.000    276.666    241.980    34.686     12,5%    398.500
  gemeenten
  3.1 Coördinatie                       190.000    126.666    126.400       266      0,2%    190.000
  3.2 Schoolmaatschappelijk werk        225.000    150.000    115.580    34.420     22,9%    208.500
────────────────────────────────────────────────────────────────────────────────────────────────────
Totaal speerpunten                    5.135.000  3.423.333  3.460.410   -37.077     -1,1%  5.228.900
Niet toegewezen                               0          0     12.480   -12.480               12.480
────────────────────────────────────────────────────────────────────────────────────────────────────
Niet getoond bij deze breedte: "Verplicht" en "Verwacht verschil".
Begroting t/m augustus volgt de sleutel twaalf_gelijke_maanden.
Niet toegewezen: 2 boekingen zonder kostenplaats in het grootboek; zie de bevindingen onder de tabel
voor de cellen waarin zij staan.
)");
}

TEST(Text, ShowsEveryColumnOnAWideWindow) {
    EXPECT_EQ("\n" + to_text(sample::budget_document(), {160, false}), R"(
Begroting en werkelijk per speerpunt
Samenwerkingsverband Voorbeeld, boekjaar 2025 tot en met augustus
Bedragen in hele euro's; verschil is begroting min werkelijk

                                                   Begroting   Begroting   Werkelijk              Verschil                Prognose   Verwacht
Speerpunt en doel                                       2025     t/m aug     t/m aug   Verschil       in %   Verplicht        2025   verschil
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
1 Sterke basisondersteuning op elke school         1.240.000     826.667     803.120     23.547       2,8%      96.000   1.228.400     11.600
  1.1 Basisondersteuning in de klas                  760.000     506.667     512.940     -6.273      -1,2%      41.000     771.200    -11.200
  1.2 Professionalisering van leraren en intern      310.000     206.667     174.680     31.987      15,5%      55.000     286.000     24.000
      begeleiders
  1.3 Beleidsarme activiteiten                       170.000     113.333     115.500     -2.167      -1,9%        p.m.     171.200     -1.200

2 Dekkend aanbod, dichtbij huis en passend bij     3.480.000   2.320.000   2.415.310    -95.310      -4,1%     120.500   3.602.000   -122.000
  iedere leerling
  2.1 Arrangementen                                2.050.000   1.366.667   1.472.010   -105.343      -7,7%      64.000   2.190.000   -140.000
  2.2 Crisisplaatsen en                              640.000     426.667     401.300     25.367       5,9%      56.500     622.000     18.000
      onderwijszorgarrangementen voor
      thuiszitters
  2.3 Onderwijs aan hoogbegaafde leerlingen          790.000     526.666     542.000    -15.334      -2,9%           0     790.000          0
      (privé-aanbod niet meegerekend)

3 Verbinding met jeugdhulp en gemeenten              415.000     276.666     241.980     34.686      12,5%      18.000     398.500     16.500
  3.1 Coördinatie                                    190.000     126.666     126.400        266       0,2%           0     190.000          0
  3.2 Schoolmaatschappelijk werk                     225.000     150.000     115.580     34.420      22,9%      18.000     208.500     16.500
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Totaal speerpunten                                 5.135.000   3.423.333   3.460.410    -37.077      -1,1%     234.500   5.228.900    -93.900
Niet toegewezen                                            0           0      12.480    -12.480                      0      12.480    -12.480
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Begroting t/m augustus volgt de sleutel twaalf_gelijke_maanden.
Niet toegewezen: 2 boekingen zonder kostenplaats in het grootboek; zie de bevindingen onder de tabel voor de cellen
waarin zij staan.
)");
}

TEST(Text, AlignsAccentsEurosAndCombiningMarks) {
    Table table = sample::small();
    table.money_style = MoneyStyle::cents;
    table.rows = {{RowRole::body, 0, {text("prive\u0301"), cents(-123'456)}},
                  {RowRole::body, 0, {text("privé € 5"), cents(5)}},
                  {RowRole::body, 0, {text("学校"), mark("p.m.")}},
                  {RowRole::body, 0, {text("leeg"), Cell{}}}};
    EXPECT_EQ("\n" + plain(table, 80),
              "\nKlein\n"
              "\n"
              "Naam           Bedrag\n"
              "─────────────────────\n"
              "prive\u0301       -1.234,56\n"
              "privé € 5        0,05\n"
              "学校             p.m.\n"
              "leeg\n"
              "─────────────────────\n");
}

TEST(Text, RulesASubtotalBelowItsFiguresAndATotalBelowAll) {
    Table table = sample::small();
    table.rows = {{RowRole::section, 0, {text("Lasten"), Cell{}}},  {RowRole::body, 1, {text("Personeel"), euros(40)}},
                  {RowRole::subtotal, 0, {text("Som"), euros(40)}}, {RowRole::section, 0, {text("Baten"), Cell{}}},
                  {RowRole::body, 1, {text("Rijk"), euros(50)}},    {RowRole::blank, 0, {}},
                  {RowRole::total, 0, {text("Saldo"), euros(10)}}};
    EXPECT_EQ("\n" + plain(table, 80), R"(
Klein

Naam          Bedrag
────────────────────
Lasten
  Personeel       40
              ──────
Som               40

Baten
  Rijk            50

────────────────────
Saldo             10
────────────────────
)");
}

TEST(Text, BreaksAMarkThatIsWiderThanTheFigures) {
    Table table = sample::small();
    table.rows = {{RowRole::body, 0, {text("Hulp"), mark("geen apart budget")}},
                  {RowRole::body, 0, {text("Uren"), euros(1'000)}}};
    EXPECT_EQ("\n" + plain(table, 20), R"(
Klein

Naam       Bedrag
─────────────────
Hulp   geen apart
           budget
Uren        1.000
─────────────────
)");
}

TEST(Text, RunsOverTheWidthRatherThanCutAFigure) {
    Table table = sample::small();
    table.rows = {{RowRole::body, 0, {text("Onderwijszorgarrangementen"), cents(money_cents_max)}}};
    EXPECT_EQ("\n" + plain(table, 10), R"(
Klein

Naam                    Bedrag
──────────────────────────────
Onderwijszorga  10.000.000.000
rrangementen
──────────────────────────────
)");
}

TEST(Text, HasNoTrailingSpacesAndFitsTheWindowAtAnyWidth) {
    for (std::size_t width = 60; width <= 200; ++width) {
        const std::string printed = to_text(sample::budget_document(), {width, false});
        for (std::size_t begin = 0; begin < printed.size();) {
            const std::size_t end = printed.find('\n', begin);
            const std::string line = printed.substr(begin, end - begin);
            ASSERT_LE(display_width(line), width) << line;
            ASSERT_FALSE(line.ends_with(' ')) << width << ": " << line;
            begin = end + 1;
        }
    }
}

TEST(Text, ColoursTonesAndHeadsOnlyWhenAsked) {
    Table table = sample::small();
    table.rows = {{RowRole::group, 0, {text("Groep"), euros(5, Tone::favourable)}},
                  {RowRole::body, 1, {text("Lijn"), euros(-5, Tone::unfavourable)}},
                  {RowRole::body, 1, {text("Matig"), euros(-1, Tone::caution)}},
                  {RowRole::body, 1, {text("Later"), mark("p.m.")}}};
    EXPECT_EQ(to_text(table, {80, true}),
              "\x1b[1mKlein\x1b[0m\n"
              "\n"
              "\x1b[1mNaam\x1b[0m      \x1b[1mBedrag\x1b[0m\n"
              "\x1b[2m────────────────\x1b[0m\n"
              "\x1b[1mGroep\x1b[0m          \x1b[1;32m5\x1b[0m\n"
              "  Lijn        \x1b[31m-5\x1b[0m\n"
              "  Matig       \x1b[33m-1\x1b[0m\n"
              "  Later     \x1b[2mp.m.\x1b[0m\n"
              "\x1b[2m────────────────\x1b[0m\n");
    EXPECT_EQ(plain(table, 80).find('\x1b'), std::string::npos);
}

TEST(Text, LooksTheSameWithAndWithoutColour) {
    for (const std::size_t width : {80U, 100U, 160U}) {
        std::string coloured = to_text(sample::budget_document(), {width, true});
        for (std::size_t begin = coloured.find('\x1b'); begin != std::string::npos; begin = coloured.find('\x1b')) {
            coloured.erase(begin, coloured.find('m', begin) - begin + 1);
        }
        EXPECT_EQ(coloured, to_text(sample::budget_document(), {width, false}));
    }
}

TEST(Text, LetsNoControlCharacterPass) {
    const std::string printed = named("rood \x1b[31m\abel\u202Eom");
    EXPECT_NE(printed.find("rood [31m belom"), std::string::npos) << printed;
    EXPECT_EQ(printed.find_first_of("\x1b\a"), std::string::npos);
}

TEST(Text, SaysSoWhenATableHasNoRows) {
    EXPECT_NE(plain(sample::small(), 80).find("Geen regels.\n"), std::string::npos);
}

TEST(Text, PrintsADocumentsTitleOnce) {
    Document document;
    document.title = "Klein";
    document.subject = "SWV Voorbeeld, 2025";
    document.tables = {sample::small()};
    document.tables[0].subtitles = {"SWV Voorbeeld, 2025"};
    document.tables[0].rows = {{RowRole::body, 0, {text("Uren"), euros(5)}}};
    EXPECT_EQ("\n" + to_text(document, {80, false}), R"(
Klein
SWV Voorbeeld, 2025

Naam   Bedrag
─────────────
Uren        5
─────────────
)");
}

TEST(Text, HangsNotesUnderTheirNumber) {
    Table table = sample::small();
    table.notes = {"1) Een noot die langer is dan de regel."};
    EXPECT_TRUE(plain(table, 24).ends_with("1) Een noot die langer\n   is dan de regel.\n"));
}

}  // namespace
}  // namespace begroot::render
