#include "store/model_schema.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>

namespace begroot::store {

namespace {

using Key = std::string_view;

constexpr std::array root = std::to_array<Key>(
    {"jaarplan",    "organisatie", "bestuur",    "buurt",       "tabel",       "moment",   "bron",    "invulling",
     "koppelregel", "fasering",    "termijn",    "kalender",    "bijeenkomst", "subsidie", "versie",  "indicator",
     "tegenspraak", "voetnoot",    "onleesbaar", "overzicht",   "rapportage",  "prognose", "besluit", "speerpunt",
     "meerjaren",   "lijst",       "aanname",    "puntentabel", "berekening",  "regel",

     "balanspost",  "kengetal",    "samenhang",  "tarievenset", "scenario"});
constexpr std::array jaarplan =
    std::to_array<Key>({"organisatie", "titel", "versie", "datum", "vastgesteld", "boekjaar", "schooljaar",
                        "planperiode", "document", "inleiding", "noten", "bronnen", "legenda", "kernwaarden"});
constexpr std::array organisatie = std::to_array<Key>({"code", "naam", "soort", "deel_van"});
constexpr std::array dimensielid = std::to_array<Key>({"code", "naam", "als"});
constexpr std::array tabel = std::to_array<Key>({"fasering"});
constexpr std::array moment = std::to_array<Key>({"code", "tot", "gedrukt"});
constexpr std::array bron =
    std::to_array<Key>({"soort", "bestand", "jaar", "profiel", "blad", "kopregel", "kolommen", "rekeningsoort",
                        "decimaal", "eenheid", "cumulatief", "schooljaar", "teken", "periode", "rekening"});
constexpr std::array bron_kolommen = std::to_array<Key>({"rubriek",
                                                         "rekening",
                                                         "omschrijving",
                                                         "kostenplaats",
                                                         "kostendrager",
                                                         "bestuur",
                                                         "buurt",
                                                         "januari",
                                                         "februari",
                                                         "maart",
                                                         "april",
                                                         "mei",
                                                         "juni",
                                                         "juli",
                                                         "augustus",
                                                         "september",
                                                         "oktober",
                                                         "november",
                                                         "december",
                                                         "totaal",
                                                         "jaar",
                                                         "periode",
                                                         "dagboek",
                                                         "rekeningnaam",
                                                         "type_rekening",
                                                         "journaalpost",
                                                         "volgnummer",
                                                         "debet",
                                                         "credit",
                                                         "bedrag",
                                                         "debet_credit",
                                                         "jaar_periode",
                                                         "datum",
                                                         "begin",
                                                         "begin_debet",
                                                         "begin_credit",
                                                         "eind",
                                                         "eind_debet",
                                                         "eind_credit",
                                                         "soort_kostenplaats",
                                                         "schooljaar_tot_juli",
                                                         "schooljaar_vanaf_augustus"});
constexpr std::array rekeningsoort = std::to_array<Key>({"baten", "lasten", "balans"});
constexpr std::array profielbestand = std::to_array<Key>({"profiel"});
constexpr std::array profiel =
    std::to_array<Key>({"basis", "blad", "kopregel", "kolommen", "rekeningsoort", "decimaal", "eenheid", "cumulatief",
                        "schooljaar", "teken", "periode", "rekening"});
constexpr std::array invulling = std::to_array<Key>({"blad", "kopregel", "sleutel", "kolom", "rij"});
constexpr std::array invulling_kolom = std::to_array<Key>({"kop", "bedrag"});
constexpr std::array invulling_rij = std::to_array<Key>({"sleutel", "code"});
constexpr std::array koppelregel =
    std::to_array<Key>({"naam", "als", "naar", "geboekt_bij", "voor", "verdeling", "bijdrage"});
constexpr std::array koppelregel_als = std::to_array<Key>(
    {"rekening", "kostenplaats", "kostendrager", "bestuur", "buurt", "dagboek", "omschrijving", "periode"});
constexpr std::array koppelregel_verdeling = std::to_array<Key>({"naar", "geboekt_bij", "bedrag", "aandeel"});
constexpr std::array koppelregel_bijdrage = std::to_array<Key>({"van", "voor"});
constexpr std::array fasering = std::to_array<Key>({"naam", "gewichten", "schooljaar"});
constexpr std::array fasering_schooljaar = std::to_array<Key>({"januari_juli", "augustus_december"});
constexpr std::array termijn = std::to_array<Key>({"bij", "wanneer", "soort", "van", "tot", "wat"});
constexpr std::array kalender =
    std::to_array<Key>({"groep", "wat", "wanneer", "soort", "wie", "toelichting", "elk_jaar_voor", "om_de_jaren",
                        "eerste", "van", "tot", "status", "stand"});
constexpr std::array bijeenkomst =
    std::to_array<Key>({"overleg", "wanneer", "op", "tijd", "plaats", "reserve", "geld", "noot"});
constexpr std::array subsidie = std::to_array<Key>({"naam", "bij", "model", "van", "tot", "woorden", "bedrag"});
constexpr std::array versie = std::to_array<Key>({"code", "naam", "datum", "reden", "besluit", "mutatie"});
constexpr std::array versie_mutatie = std::to_array<Key>({"doel", "bedrag", "wordt", "soort", "omschrijving", "aard",
                                                          "geboekt_bij", "rekening", "kostenplaats", "kostendrager"});
constexpr std::array indicator =
    std::to_array<Key>({"bij", "tekst", "meting", "bron", "eenheid", "richting", "nulmeting", "nulmeting_op", "streef",
                        "streef_woorden", "streef_op", "streef_wanneer", "organisaties", "berekend", "metingen"});
constexpr std::array indicator_meting = std::to_array<Key>({"op", "waarde", "bron"});
constexpr std::array voetnoot = std::to_array<Key>({"nummer", "tekst"});
constexpr std::array onleesbaar = std::to_array<Key>({"tekst", "plaats", "reden"});
constexpr std::array tegenspraak = std::to_array<Key>({"onderwerp", "eerste", "tweede", "toelichting"});
constexpr std::array overzicht = std::to_array<Key>({"kop", "inleiding", "totaal", "regel"});
constexpr std::array rapportage =
    std::to_array<Key>({"voorbeeld", "prognose", "vergelijk_met", "drempel_bedrag", "drempel_procent", "drempel_samen",
                        "oranje_vanaf", "rood_vanaf", "licht_bij", "toelichtingen"});
constexpr std::array prognose = std::to_array<Key>({"doel", "moment", "methode", "bedrag", "toelichting"});
constexpr std::array besluit = std::to_array<Key>({"moment", "tekst", "toelichting"});
constexpr std::array overzicht_regel = std::to_array<Key>({"speerpunt", "naam", "toelichting", "kosten"});
constexpr std::array speerpunt = std::to_array<Key>({"nummer",
                                                     "soort",
                                                     "naam",
                                                     "naam_lijst",
                                                     "code",
                                                     "code_naam",
                                                     "toelichting",
                                                     "noot",
                                                     "kop_begroot",
                                                     "kop_werkelijk",
                                                     "totaal",
                                                     "ontwikkelagenda",
                                                     "ontwikkelagenda_naam",
                                                     "ontwikkelpunten",
                                                     "ontwikkelpunten_gedrukt",
                                                     "belang",
                                                     "leidt_toe",
                                                     "bereiken",
                                                     "meten",
                                                     "incidenteel",
                                                     "doel",
                                                     "actielijn",
                                                     "project",
                                                     "resultaat",
                                                     "maatregel",
                                                     "schooldoel"});
constexpr std::array doel = std::to_array<Key>(
    {"nummer",       "naam",    "plan",          "do",      "actie",   "check",      "noten",       "voetnoten",
     "organisaties", "begroot", "begroot_soort", "geboekt", "delen",   "afleiding",  "eerder",      "partners",
     "kassier",      "geheel",  "fasering",      "uren",    "behaald", "behaald_op", "behaald_bron"});
constexpr std::array actielijn =
    std::to_array<Key>({"nummer", "naam",      "naam_lijst",   "achtergrond", "doelen",        "activiteiten",
                        "actie",  "planning",  "resultaten",   "organisatie", "communicatie",  "kosten",
                        "noten",  "voetnoten", "organisaties", "begroot",     "begroot_soort", "geboekt",
                        "delen",  "afleiding", "eerder",       "partners",    "kassier",       "geheel",
                        "fasen",  "fasering",  "uren",         "behaald",     "behaald_op",    "behaald_bron"});
constexpr std::array project = std::to_array<Key>(
    {"nummer",       "naam",    "tekst",         "do",      "actie",   "check",      "noten",       "voetnoten",
     "organisaties", "begroot", "begroot_soort", "geboekt", "delen",   "afleiding",  "eerder",      "partners",
     "kassier",      "geheel",  "fasering",      "uren",    "behaald", "behaald_op", "behaald_bron"});
constexpr std::array schooldoel = std::to_array<Key>({"nummer", "naam", "tekst", "check", "noten", "voetnoten",
                                                      "organisaties", "behaald", "behaald_op", "behaald_bron"});
constexpr std::array actie = std::to_array<Key>(
    {"wat", "wie", "wanneer", "soort", "van", "tot", "status", "stand", "voetnoten", "organisaties"});
constexpr std::array uren = std::to_array<Key>({"toegekend", "gebruikt", "op", "bron"});
constexpr std::array geboekt = std::to_array<Key>({"bij", "bedrag"});
constexpr std::array delen = std::to_array<Key>({"bedrag", "omschrijving"});
constexpr std::array afleiding = std::to_array<Key>({"zeker", "uit", "deler", "lezingen"});
constexpr std::array eerder = std::to_array<Key>({"jaar", "bedrag", "omschrijving"});
constexpr std::array partners = std::to_array<Key>({"naam", "rol", "aandeel"});
constexpr std::array fasen = std::to_array<Key>({"naam", "kruisjes", "jaren", "jaar"});
constexpr std::array meerjaren =
    std::to_array<Key>({"basisjaar", "jaren", "inclusief", "schooljaar", "continuiteit", "eenheden"});
constexpr std::array meerjaren_continuiteit = std::to_array<Key>({"jaren", "bron"});
constexpr std::array lijst = std::to_array<Key>({"naam", "leden"});
constexpr std::array aanname =
    std::to_array<Key>({"code", "naam", "eenheid", "over", "waarden", "uit", "werkelijk", "maanden", "groei", "formule",
                        "bron", "status", "moment", "voorbeeld", "opmerking", "bereik", "onzekerheid"});
constexpr std::array aanname_onzekerheid = std::to_array<Key>(
    {"verdeling", "spreiding", "laag", "top", "hoog", "uitkomsten", "kansen", "over_jaren", "per_lid", "vanaf"});
constexpr std::array aanname_uit = std::to_array<Key>({"bestand", "blad", "waarden", "jaren", "leden", "procenten"});
constexpr std::array waarde = std::to_array<Key>({"waarde", "status"});
constexpr std::array puntentabel = std::to_array<Key>({"code", "naam", "eenheid_x", "eenheid", "punten", "bron"});
constexpr std::array berekening =
    std::to_array<Key>({"code", "naam", "eenheid", "over", "formule", "waarden", "bron", "opmerking"});
constexpr std::array regel = std::to_array<Key>({"code",
                                                 "naam",
                                                 "soort",
                                                 "rj",
                                                 "speerpunt",
                                                 "doel",
                                                 "geboekt_bij",
                                                 "over",
                                                 "formule",
                                                 "waarden",
                                                 "uit",
                                                 "werkelijk",
                                                 "maanden",
                                                 "status",
                                                 "aard",
                                                 "subsidie",
                                                 "subsidie_tot_en_met",
                                                 "duo",
                                                 "afronding",
                                                 "jaar0",
                                                 "bron",
                                                 "opmerking"});
constexpr std::array balanspost =
    std::to_array<Key>({"code", "naam", "rj", "over", "formule", "waarden", "uit", "status", "bron", "opmerking"});
constexpr std::array kengetal = std::to_array<Key>(
    {"code", "naam", "eenheid", "over", "formule", "signaal", "richting", "continuiteit", "bron", "opmerking"});
constexpr std::array samenhang = std::to_array<Key>({"aannames", "waarde"});
constexpr std::array tarievenset = std::to_array<Key>({"code", "naam", "bron", "status", "tarief"});
constexpr std::array tarievenset_tarief = std::to_array<Key>({"aanname", "waarden"});
constexpr std::array scenario = std::to_array<Key>({"code", "naam", "opmerking", "ouder", "tarieven", "wijziging"});
constexpr std::array scenario_wijziging =
    std::to_array<Key>({"wat", "zet", "tel_op", "vermenigvuldig", "groei", "hoogstens", "minstens", "schuif", "uit",
                        "vanaf", "tot_en_met", "jaar"});
constexpr std::array gedeeld = std::to_array<Key>({"lijst", "aanname", "puntentabel", "berekening", "regel",
                                                   "balanspost", "kengetal", "samenhang", "tarievenset", "scenario"});

constexpr std::array consolidatiebestand = std::to_array<Key>({"consolidatie", "lid", "eliminatie", "hoofdspeerpunt"});
constexpr std::array consolidatie = std::to_array<Key>({"naam", "titel", "voorbeeld"});
constexpr std::array lid = std::to_array<Key>({"code", "naam", "model"});
constexpr std::array eliminatie = std::to_array<Key>({"naam", "van", "naar"});
constexpr std::array eliminatie_kant = std::to_array<Key>({"lid", "doel", "rekening", "kostenplaats", "kostendrager",
                                                           "bestuur", "buurt", "dagboek", "omschrijving", "periode"});
constexpr std::array hoofdspeerpunt = std::to_array<Key>({"nummer", "naam", "van"});
constexpr std::array hoofdspeerpunt_van = std::to_array<Key>({"lid", "codes"});

constexpr std::array schema = std::to_array<SectionSchema>({
    {"model", root},
    {"[jaarplan]", jaarplan},
    {"[[organisatie]]", organisatie},
    {"[[bestuur]]", dimensielid},
    {"[[bestuur]].als", koppelregel_als},
    {"[[buurt]]", dimensielid},
    {"[[buurt]].als", koppelregel_als},
    {"[tabel]", tabel},
    {"[[moment]]", moment},
    {"[[bron]]", bron},
    {"[[bron]].kolommen", bron_kolommen},
    {"[[bron]].rekeningsoort", rekeningsoort},
    {"profielbestand", profielbestand},
    {"[profiel]", profiel},
    {"[profiel].kolommen", bron_kolommen},
    {"[profiel].rekeningsoort", rekeningsoort},
    {"[[invulling]]", invulling},
    {"[[invulling.kolom]]", invulling_kolom},
    {"[[invulling.rij]]", invulling_rij},
    {"[[koppelregel]]", koppelregel},
    {"[[koppelregel]].als", koppelregel_als},
    {"[[koppelregel]].verdeling", koppelregel_verdeling},
    {"[[koppelregel]].bijdrage", koppelregel_bijdrage},
    {"[[fasering]]", fasering},
    {"[[fasering]].schooljaar", fasering_schooljaar},
    {"[[termijn]]", termijn},
    {"[[kalender]]", kalender},
    {"[[bijeenkomst]]", bijeenkomst},
    {"[[subsidie]]", subsidie},
    {"[[versie]]", versie},
    {"[[versie.mutatie]]", versie_mutatie},
    {"[[indicator]]", indicator},
    {"[[indicator]].metingen", indicator_meting},
    {"[[tegenspraak]]", tegenspraak},
    {"[[voetnoot]]", voetnoot},
    {"[[onleesbaar]]", onleesbaar},
    {"[overzicht]", overzicht},
    {"[[overzicht.regel]]", overzicht_regel},
    {"[rapportage]", rapportage},
    {"[[prognose]]", prognose},
    {"[[besluit]]", besluit},
    {"[[speerpunt]]", speerpunt},
    {"[[speerpunt.doel]]", doel},
    {"[[speerpunt.actielijn]]", actielijn},
    {"[[speerpunt.project]]", project},
    {"[[speerpunt.resultaat]]", project},
    {"[[speerpunt.maatregel]]", project},
    {"[[speerpunt.schooldoel]]", schooldoel},
    {"[[speerpunt.doel.actie]]", actie},
    {"[[speerpunt.doel]].uren", uren},
    {"[[speerpunt.doel]].geboekt", geboekt},
    {"[[speerpunt.doel]].delen", delen},
    {"[[speerpunt.doel]].afleiding", afleiding},
    {"[[speerpunt.doel]].eerder", eerder},
    {"[[speerpunt.doel]].partners", partners},
    {"[[speerpunt.actielijn]].fasen", fasen},
    {"[meerjaren]", meerjaren},
    {"[meerjaren].schooljaar", fasering_schooljaar},
    {"[meerjaren].continuiteit", meerjaren_continuiteit},
    {"gedeeld", gedeeld},
    {"[[lijst]]", lijst},
    {"[[aanname]]", aanname},
    {"[[aanname]].uit", aanname_uit},
    {"[[aanname]].onzekerheid", aanname_onzekerheid},
    {"waarde", waarde},
    {"[[puntentabel]]", puntentabel},
    {"[[berekening]]", berekening},
    {"[[regel]]", regel},
    {"[[balanspost]]", balanspost},
    {"[[kengetal]]", kengetal},
    {"[[samenhang]]", samenhang},
    {"[[tarievenset]]", tarievenset},
    {"[[tarievenset.tarief]]", tarievenset_tarief},
    {"[[scenario]]", scenario},
    {"[[scenario.wijziging]]", scenario_wijziging},
    {"consolidatiebestand", consolidatiebestand},
    {"[consolidatie]", consolidatie},
    {"[[lid]]", lid},
    {"[[eliminatie]]", eliminatie},
    {"[[eliminatie]].van", eliminatie_kant},
    {"[[hoofdspeerpunt]]", hoofdspeerpunt},
    {"[[hoofdspeerpunt]].van", hoofdspeerpunt_van},
});

}  // namespace

std::span<const SectionSchema> model_schema() { return schema; }

std::span<const std::string_view> keys_of(std::string_view section) {
    const auto found = std::ranges::find(schema, section, &SectionSchema::name);
    BEGROOT_CHECK(found != schema.end(), "onbekende sectie in het schema");
    return found->keys;
}

}  // namespace begroot::store
