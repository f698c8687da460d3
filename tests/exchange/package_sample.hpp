#pragma once
// Small exports under the heads of each package; every one holds the same two bookings unless it says otherwise:
// 85.360,02 debit on 4010 in January, 4.337,11 credit on 8100 in February 2025.

#include "exchange/sheet_builder.hpp"

#include <string>
#include <vector>

namespace begroot::exchange::test {

struct PackageSample {
    std::string profile;
    TestRows rows;
    std::vector<workbook::CellRange> merged = {};
};

inline workbook::Workbook make_workbook(const PackageSample& sample) {
    workbook::Sheet sheet = make_sheet(sample.rows);
    sheet.merged = sample.merged;
    return make_workbook(std::vector{std::move(sheet)});
}

inline PackageSample twinfield_sample() {
    return {"twinfield_grootboektransacties",
            {{"Administratie", "Jaar", "Periode", "Dagboek", "Boekingsnummer", "Boekdatum", "Grootboekrek.",
              "Grootboekrek.naam", "Kpl./rel.", "Kpl.-/rel.naam", "Act./proj.", "Bedrag", "Basisbedrag", "D/C",
              "Omschrijving"},
             {"SWV01", "2025", "01", "MEMO", "202500001", "04/01/2025", "4010", "Salariskosten", "210", "Arr.", "",
              "85.360,02", "85.360,02", "D", "Salaris"},
             {"SWV01", "2025", "02", "MEMO", "202500002", "04/02/2025", "8100", "Rijksbijdrage", "200", "Basis", "",
              "-4.337,11", "-4.337,11", "C", "Beschikking"}}};
}

inline PackageSample exact_card_sample() {
    return {"exact_online_grootboekkaart",
            {{"Grootboekkaart"},
             {"Administratie:", "001 - SWV"},
             {"Boekjaar:", "2025", "Periode:", "1 - 12"},
             {"Grootboekrekening", "Omschrijving", "Dagboek", "Bkst.nr.", "Datum", "Periode", "Kostenplaats: Code",
              "Kostendrager: Code", "Debet", "Credit", "Saldo"},
             {"4010 - Salariskosten directie"},
             {"", "Beginsaldo", "", "", "", "", "", "", "", "", 0},
             {"4010", "Mutatie", "90", "25900001", date(45661), 1, "210", "", 85360.02, "", 85360.02},
             {"Totaal 4010", "", "", "", "", "", "", "", 85360.02, 0},
             {"8100 - Rijksbijdrage"},
             {"8100", "Mutatie", "90", "25900002", date(45692), 2, "200", "", "", 4337.11, -4337.11},
             {"Totaal 8100", "", "", "", "", "", "", "", 0, 4337.11},
             {"Eindtotaal", "", "", "", "", "", "", "", 85360.02, 4337.11}}};
}

inline PackageSample ctrl_sample() {
    return {"ctrl_saldi",
            {{"Number", "Name", "Amount", "Period", "Year"},
             {"4010", "Salariskosten", "85360,02", "1", "2025"},
             {"8100", "Rijksbijdrage", "-4337,11", "2", "2025"}}};
}

inline PackageSample snelstart_sample() {
    return {"snelstart_mutaties",
            {{"Grootboeknr", "Omschrijving", "Datum", "BedragEUR"},
             {"4010", "Salaris", date(45661), "85360,02"},
             {"8100", "Rijksbijdrage", date(45692), "-4337,11"}}};
}

inline PackageSample yuki_sample() {
    return {"yuki_mutaties",
            {{"Date", "GLAccount", "GLDescription", "ProjectCode", "AmountEUR"},
             {date(45661), "4010", "Salaris", "P1", "85360.02"},
             {date(45692), "8100", "Rijksbijdrage", "", "-4337.11"}}};
}

/// A balance list up to December: the same amounts, both in period 12.
inline PackageSample digiboox_sample() {
    return {"digiboox_kolommenbalans",
            {{},
             {"", "SWV Voorbeeld"},
             {"", "01-01-2025 - 31-12-2025"},
             {"", "", "Beginbalans", "", "Mutaties", "", "", "", "", "Eindbalans", ""},
             {"", "Categorie", "Debet", "Credit", "Debet", "Credit", "Debet", "Credit", "Mutaties", "Debet", "Credit"},
             {"", "4010 Salariskosten directie", 0, 0, 0, 0, 85360.02, 0, 85360.02, 85360.02, 0},
             {"", "8100 Rijksbijdrage", 0, 0, 0, 0, 0, 4337.11, -4337.11, 0, 4337.11}},
            {{3, 2, 3, 3}, {3, 4, 3, 8}, {3, 9, 3, 10}}};
}

inline PackageSample balance_sample() {
    return {"saldibalans",
            {{"Saldibalans t/m periode 12"},
             {"Rekeningnummer", "Omschrijving", "Categorie", "Beginsaldo debet", "Beginsaldo credit", "Periode debet",
              "Periode credit", "Eindsaldo debet", "Eindsaldo credit"},
             {"4010", "Salariskosten", "K", "0,00", "0,00", "85.360,02", "0,00", "85.360,02", "0,00"},
             {"8100", "Rijksbijdrage", "O", "0,00", "0,00", "0,00", "4.337,11", "0,00", "4.337,11"}}};
}

/// Two heads above each other; the upper ones are merged in a workbook and stand alone in a text.
inline PackageSample trial_balance_sample() {
    return {"proefbalans",
            {{"Proef- en saldibalans"},
             {"Periode 1 - 12 2025"},
             {"", "", "Proefbalans", "", "Saldibalans", "", "Resultatenrekening", "", "Balans", ""},
             {"Rekening", "Omschrijving", "Debet", "Credit", "Debet", "Credit", "Debet", "Credit", "Debet", "Credit"},
             {"4010", "Salariskosten", "85.360,02", "0,00", "85.360,02", "", "85.360,02", "", "", ""},
             {"8100", "Rijksbijdrage", "0,00", "4.337,11", "", "4.337,11", "", "4.337,11", "", ""}},
            {{2, 2, 2, 3}, {2, 4, 2, 5}, {2, 6, 2, 7}, {2, 8, 2, 9}}};
}

inline PackageSample exact_api_sample() {
    return {"exact_online_mutaties",
            {{"JournalEntryID", "EntryDate", "GLAccountCode", "GLAccountDescription", "CostCenter", "CostUnit",
              "AmountDC", "FinancialYear", "FinancialPeriod"},
             {"1", date(45661), "4010", "Salariskosten", "210", "", "85360.02", "2025", "1"},
             {"2", date(45692), "8100", "Rijksbijdrage", "200", "", "-4337.11", "2025", "2"}}};
}

inline PackageSample exact_globe_sample() {
    return {"exact_globe_journaal",
            {{"Regelnr.", "DagboekType", "Dagboeknr.", "Periode", "BoekJaar", "BoekstukNr", "Omschrijving", "Datum",
              "Grootboek", "Tegenrekening", "Bedrag", "Kostenplaats", "Kostendrager", "AantalKostendrager",
              "Stornoboeking"},
             {"0", "M", "90", "1", "2025", "E1", "Memoriaal", date(45661), "", "", "0.00", "", "", "", "N"},
             {"1", "M", "90", "1", "2025", "E1", "Salaris", date(45661), "4010", "", "85360.02", "210", "", "", "N"},
             {"1", "M", "90", "2", "2025", "E2", "Beschikking", date(45692), "8100", "", "-4337.11", "", "", "", "N"}}};
}

inline std::vector<PackageSample> all_package_samples() {
    return {twinfield_sample(), exact_card_sample(), ctrl_sample(),          snelstart_sample(), yuki_sample(),
            digiboox_sample(),  balance_sample(),    trial_balance_sample(), exact_api_sample(), exact_globe_sample()};
}

}  // namespace begroot::exchange::test
