#include "exchange/profile.hpp"

#include <algorithm>
#include <array>

namespace begroot::exchange {

namespace {

// Heads as packages and offices were seen to write them; a system that is not here is read by a general profile.
constexpr auto known = std::to_array<Profile>({
    {"afas_financiele_mutaties", "AFAS Profit", "financiële mutaties", Shape::ledger,
     "administratie nummerjournaalpost volgnummerjournaalpost jaar periodenummer codedagboek rekeningnummer "
     "omschrijving bedragdebet bedragcredit datumboeking factuurnummer boekstukdatum boekstuknummer "
     "omschrijvingboeking verbijzonderingsas1 verbijzonderingsas2 typerekening"},
    {"afas_verbijzonderde_kolommenbalans", "AFAS Profit", "verbijzonderde kolommenbalans", Shape::ledger,
     "administratie jaar periodenummer rekeningnummer omschrijving verbijzonderingsas1 verbijzonderingsas2 "
     "bedragdebet bedragcredit typerekening"},
    {"twinfield_grootboektransacties", "Twinfield", "grootboektransacties", Shape::ledger,
     "administratie jaar periode dagboek boekingsnummer boekdatum grootboekrek grootboekreknaam kplrel kplrelnaam "
     "actproj bedrag basisbedrag dc omschrijving"},
    {"exact_online_grootboekkaart", "Exact Online", "grootboekkaart", Shape::ledger,
     "grootboekrekening omschrijving dagboek bkstnr datum periode kostenplaatscode kostendragercode debet credit "
     "saldo"},
    {"exact_online_mutaties", "Exact Online", "mutaties (API)", Shape::ledger,
     "journalentryid entrydate glaccountcode glaccountdescription costcenter costunit amountdc financialyear "
     "financialperiod"},
    {"exact_globe_journaal", "Exact Globe", "journaal", Shape::ledger,
     "regelnr dagboektype dagboeknr periode boekjaar boekstuknr omschrijving datum grootboek tegenrekening bedrag "
     "kostenplaats kostendrager aantalkostendrager stornoboeking"},
    {"snelstart_mutaties", "SnelStart", "grootboekmutaties", Shape::ledger, "grootboeknr omschrijving datum bedrageur"},
    {"yuki_mutaties", "Yuki", "grootboektransacties", Shape::ledger,
     "glaccount gldescription date projectcode amounteur"},
    {"ctrl_saldi", "ctrl", "Number, Name, Amount, Period, Year", Shape::ledger, "number name amount period year", true},
    {"speedbooks_saldi", "Speedbooks", "saldi zonder koppen", Shape::ledger, "", true, true},
    {"digiboox_kolommenbalans", "DigiBoox", "kolommenbalans", Shape::ledger,
     "categorie beginbalansdebet beginbalanscredit mutatiesdebet mutatiescredit mutatiesmutaties eindbalansdebet "
     "eindbalanscredit"},
    {"proefbalans", "", "proef- en saldibalans", Shape::ledger,
     "rekening omschrijving proefbalansdebet proefbalanscredit saldibalansdebet saldibalanscredit "
     "resultatenrekeningdebet resultatenrekeningcredit balansdebet balanscredit"},
    {"saldibalans", "", "saldibalans met begin- en eindsaldo", Shape::ledger,
     "rekeningnummer omschrijving categorie beginsaldodebet beginsaldocredit periodedebet periodecredit "
     "eindsaldodebet eindsaldocredit"},
    {"grootboekkaart", "", "grootboekkaart van één rekening", Shape::ledger,
     "boekdatum boekstuknummer periode regelomschrijving bedragendebet bedragencredit"},
    {"auditfile", "", "auditfile financieel (XAF)", Shape::ledger, ""},
    {"duo_financiele_verantwoording", "DUO", "financiële verantwoording", Shape::reference,
     "bevoegdgezag naamkort groepering beleidsterrein jaar"},
    {"duo_leerlingen_swv", "DUO", "leerlingen per samenwerkingsverband", Shape::reference,
     "swvbetalend binnenswv bekostigingscategorie uitstroomprofiel schoolsoort aantalleerlingen"},
    {"duo_instellingen", "DUO", "adressen en besturen", Shape::reference,
     "bevoegdgezagnummer bevoegdgezagnaam plaatsnaam kvknummer administratiekantoor"},
    {"iv3_open_data", "CBS", "Iv3, begroting en jaarrekening van gemeenten", Shape::reference,
     "gemeenten taakveldbalanspost categorie k2eplaatsing2"},
    {"meerjarenbegroting", "", "begroting met een kolom per jaar", Shape::budget, ""},
    {"begroting_per_maand", "", "begroting met een kolom per maand", Shape::budget, ""},
    {"grootboekmutaties", "", "grootboekmutaties of saldi, pakket niet herkend", Shape::ledger, ""},
});

}  // namespace

std::span<const Profile> profiles() { return known; }

const Profile* find_profile(std::string_view name) {
    const auto* const found = std::ranges::find(known, name, &Profile::name);
    return found == known.end() ? nullptr : found;
}

std::string profile_names(Shape shape) {
    std::string names;
    for (const Profile& profile : known) {
        if (profile.shape == shape) names += (names.empty() ? "" : ", ") + std::string(profile.name);
    }
    return names;
}

std::optional<std::string_view> source_word(Shape shape) {
    if (shape == Shape::ledger) return "mutaties";
    if (shape == Shape::budget) return "begroting";
    return std::nullopt;
}

}  // namespace begroot::exchange
