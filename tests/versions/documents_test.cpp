#include "versions/documents.hpp"

#include "versions/versioned_office.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace begroot::versions::test {
namespace {

using nlohmann::json;

std::vector<std::string> ids_of(const Table& table) {
    std::vector<std::string> ids;
    for (const Column& column : table.columns) ids.push_back(column.id);
    return ids;
}

TEST(VersionDocument, HasAColumnForEachAndTheListsBelow) {
    const VersionedOffice office = changed_office();
    const Versions made = show_versions(office.input()).value();
    const Document document = to_document(office.input(), made, MoneyStyle::cents);
    EXPECT_THAT(ids_of(document.tables.front()),
                testing::ElementsAre("code", "naam", "primitief", "w1", "w2", "actueel", "prognose:M1", "prognose:M3",
                                     "realisatie"));
    ASSERT_EQ(document.tables.size(), 4U);
    EXPECT_EQ(document.tables[1].rows.size(), 2U);
    EXPECT_EQ(document.tables[3].rows.size(), 3U);
    EXPECT_EQ(document.tables.front().notes.front(),
              "Totaal jaarplan: primitief € 14.000,00 + wijzigingen € 3.600,00 = actuele begroting € 17.600,00: sluit. "
              "Wat geen bedrag is, telt als niets.");
}

TEST(VersionDocument, ShowsProMemorieInPlace) {
    const VersionedOffice office = changed_office();
    const Document document = to_document(office.input(), show_versions(office.input()).value(), MoneyStyle::cents);
    const Row& row = document.tables.front().rows[2];  // 1.2
    EXPECT_EQ(row.cells[2].value, Value(Mark{"p.m."}));
    EXPECT_TRUE(is_empty(row.cells[3]));
    EXPECT_EQ(row.cells[4].value, Value(Money::from_euros(600)));
    EXPECT_EQ(row.cells[5].value, Value(Money::from_euros(600)));
}

TEST(VersionDocument, SaysWhetherADifferenceIsVoordelig) {
    const VersionedOffice office = changed_office();
    const Versions made = show_versions(office.input()).value();
    const Document document =
        to_document(office.input(), made, {&made.budgets.front(), &made.budgets.back()}, MoneyStyle::cents);
    const Row& raised = document.tables.front().rows[1];  // 1.1
    EXPECT_EQ(raised.cells[4].value, Value(Money::from_euros(-3'000)));
    EXPECT_EQ(raised.cells[5].value, Value(std::string("nadelig")));
    const Document back =
        to_document(office.input(), made, {&made.budgets.back(), &made.budgets.front()}, MoneyStyle::cents);
    EXPECT_EQ(back.tables.front().rows[1].cells[5].value, Value(std::string("voordelig")));
}

TEST(VersionDocument, SplitsStructureelFromIncidenteel) {
    VersionedOffice office = changed_office();
    Mutation once = begroot::test::adds("1.1", 3'000);
    once.nature = Nature::incidental;
    Mutation income = begroot::test::adds("", 1'000);
    income.side = Side::income;
    income.nature = Nature::structural;
    office.versions = stack_versions(office.office.plan,
                                     {begroot::test::version("w1", {2025, 3, 1}, {once, income}),
                                      begroot::test::version("w2", {2025, 4, 1}, {begroot::test::adds("1.2", 600)})})
                          .value();
    const Document document = to_document(office.input(), show_versions(office.input()).value(), MoneyStyle::cents);
    const Table& table = table_named(document, "Structureel-incidenteel");
    const auto amounts = [&table](std::size_t row) {
        std::vector<Value> values;
        for (std::size_t i = 1; i < table.columns.size(); ++i) values.push_back(table.rows[row].cells[i].value);
        return values;
    };
    const auto whole = [](std::int64_t amount) { return Value(Money::from_euros(amount)); };
    EXPECT_EQ(amounts(0), (std::vector{whole(1'000), whole(0), whole(0), whole(1'000)}));
    EXPECT_EQ(amounts(1), (std::vector{whole(0), whole(3'000), whole(600), whole(3'600)}));
    EXPECT_EQ(amounts(2), (std::vector{whole(1'000), whole(-3'000), whole(-600), whole(-2'600)}));
}

TEST(VersionJson, HoldsWholeCentsAndEveryMutatie) {
    const VersionedOffice office = changed_office();
    const json answer = json::parse(to_json(office.input(), show_versions(office.input()).value()));
    EXPECT_EQ(answer["actueel"], "w2");
    EXPECT_EQ(answer["versies"][0]["mutaties"][0]["cent"], 300'000);
    EXPECT_EQ(answer["versies"][0]["mutaties"][1]["doel"], nullptr);
    EXPECT_EQ(answer["versies"][1]["mutaties"][0]["ervoor"], "pm");
    EXPECT_EQ(answer["regels"][1]["bedragen"]["w1"]["cent"], 1'500'000);
    EXPECT_EQ(answer["kolommen"][4]["begroting"], "w1");
}

TEST(VersionJson, ComparesTwo) {
    const VersionedOffice office = changed_office();
    const Versions made = show_versions(office.input()).value();
    const json answer = json::parse(to_json(office.input(), made, {&made.budgets[0], &*made.actual}));
    EXPECT_EQ(answer["regels"][1]["verschil_cent"], 900'000);
    EXPECT_EQ(answer["regels"][1]["oordeel"], "voordelig");
    EXPECT_EQ(answer["naar"]["soort"], "realisatie");
}

}  // namespace
}  // namespace begroot::versions::test
