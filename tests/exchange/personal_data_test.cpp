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
