#include "exchange/inspection.hpp"
#include "exchange/sheet_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Six made-up numbers that pass the check, under an innocent head.
test::TestRows rows_with(const std::vector<std::string>& numbers) {
    test::TestRows rows{{"Grootboeknr", "Omschrijving", "Datum", "BedragEUR", "Relatie"}};
    for (const std::string& number : numbers) rows.push_back({"4010", "Salaris", test::date(45661), "1,00", number});
    return rows;
}

const std::vector<std::string> passing{"111222333", "123456782", "999990007", "999991863", "999992879", "111111110"};

TEST(PersonalData, AreSeenByTheNumbersThemselves) {
    const Inspection inspection = inspect(test::make_workbook(rows_with(passing)), {});
    ASSERT_TRUE(inspection.refusal);
    EXPECT_THAT(inspection.refusal->found, HasSubstr("kolom E bevat burgerservicenummers"));
    EXPECT_THAT(to_text(*inspection.refusal), Not(HasSubstr("111222333")));
    EXPECT_TRUE(inspection.columns.empty()) << "nothing of such a file is shown";
}

TEST(PersonalData, AreNotSuspectedWhenOneNumberDoesNotPass) {
    auto numbers = passing;
    numbers.push_back("111222334");
    EXPECT_FALSE(inspect(test::make_workbook(rows_with(numbers)), {}).refusal);
}

TEST(PersonalData, AreSeenBesideAMistakeAndWithoutTheirFirstZero) {
    std::vector<std::string> numbers;
    for (int i = 0; i < 3; ++i) numbers.insert(numbers.end(), passing.begin(), passing.end());
    numbers.emplace_back("onbekend");
    EXPECT_TRUE(inspect(test::make_workbook(rows_with(numbers)), {}).refusal);
    const std::vector<std::string> short_ones{"10101019", "12345672", "23456784", "34567896", "45678911", "56789014"};
    EXPECT_TRUE(inspect(test::make_workbook(rows_with(short_ones)), {}).refusal) << "a zero in front is lost in Excel";
}

TEST(PersonalData, AreSeenByAPartOfTheirHead) {
    for (const char* head :
         {"Burgerservicenummer (BSN)", "BSN leerling", "Leerling BSN", "Geboortedatum kind", "Achternaam",
          "Leerlingnummer school", "PGN", "Onderwijsnr", "Voornaam kind", "Roepnaam", "geb.datum", "Geb. dat.",
          "Leerl.", "Naam kind", "Cliëntnaam", "Leerlingnr. school", "Geb.datum leerling"}) {
        test::TestRows rows = rows_with({"1", "2"});
        rows[0][4] = head;
        EXPECT_TRUE(inspect(test::make_workbook(rows), {}).refusal) << head;
    }
    for (const char* head :
         {"Leerlingen", "Aantal leerlingen", "Bedrag per leerling", "Naam", "Naam relatie", "Omschrijving",
          "Leerlingaantal", "Aantal leerl.", "Groepnaam", "Naam kinderopvang", "Voornaamste post", "Lln"}) {
        test::TestRows rows = rows_with({"1", "2"});
        rows[0][4] = head;
        EXPECT_FALSE(inspect(test::make_workbook(rows), {}).refusal) << head;
    }
}

TEST(PersonalData, AreRefusedInOpenDataToo) {
    const Inspection inspection = inspect(test::make_workbook({{"SWV_BETALEND", "BINNEN_SWV", "Bekostigingscategorie",
                                                                "Uitstroomprofiel", "Schoolsoort", "Bsn"},
                                                               {"PO2401", "J", "1", "A", "so", "x"}}),
                                          {});
    ASSERT_TRUE(inspection.refusal);
    EXPECT_THAT(inspection.refusal->found, HasSubstr("kolom \"Bsn\" bevat persoonsgegevens"));
}

}  // namespace
}  // namespace begroot::exchange
