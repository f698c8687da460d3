#include "exchange/ledger_sheet.hpp"
#include "workbook/delimited.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::exchange {
namespace {

/// Reads a ledger in text; gives the cell and the words of the error, or how many postings it has.
std::pair<std::string, std::string> read_text_ledger(std::string_view text) {
    const auto workbook = workbook::read_delimited(std::as_bytes(std::span(text)), "mutaties.csv");
    if (!workbook) return {"", to_text(workbook.error())};
    SourceSettings settings;
    settings.profile = "grootboekmutaties";
    settings.year = {2025};
    settings.account_kinds = {{Side::income, {"8*"}}, {Side::expense, {"4*"}}};
    const auto reading = read_ledger(*workbook, settings);
    if (!reading) return {reading.error().place.cell, to_text(reading.error())};
    return {"", std::to_string(reading->ledger.postings.size()) + " boekingen"};
}

constexpr const char* one_amount = "Jaar,Periode,Rekening,Omschrijving,Bedrag\n";
constexpr const char* two_sides = "Jaar,Periode,Rekening,Omschrijving,Debet,Credit\n";

TEST(ShiftedRows, RefuseTheFileAtTheFieldBeyondTheHeads) {
    const std::vector<std::pair<std::string, const char*>> cases{
        {one_amount + std::string("2025,1,4010,a,100,75\n2025,1,8000,b,-200,25\n"), "F2"},
        {two_sides + std::string("2025,1,4010,a,100,75,\n2025,1,8000,b,,200,25\n"), "E2"},
        {two_sides + std::string("2025,1,4010,a,100,75,\n2025,1,4010,b,100,50,\n"), "E2"},
        {two_sides + std::string("2025,1,4010,a,100,75,0,00\n"), "G2"},
        {"Jaar;Periode;Rekening;Omschrijving;Bedrag\n2025;1;4010;a;1,00\n2025;1;4010;b; c;100,00\n", "F3"},
        {"Jaar;Periode;Rekening;Omschrijving;Bedrag\n2025;1;4010;a;1,00;\n2025;1;4010;b; c;100,00;\n"
         "2025;1;4010;d;2,00;\n2025;1;4010;e;3,00;\n2025;1;4010;f;4,00;\n",
         "F3"}};
    for (const auto& [text, cell] : cases) {
        const auto [where, said] = read_text_ledger(text);
        EXPECT_EQ(where, cell) << text << said;
        EXPECT_THAT(said, testing::HasSubstr("dan de kopregel")) << text;
    }
}

TEST(ShiftedRows, AreNotARowThatEndsInADelimiterOrAColumnWithoutAHead) {
    const std::vector<std::string> texts{
        "Jaar;Periode;Rekening;Omschrijving;Bedrag\n2025;1;4010;a;1,00;\n2025;1;4010;b;2,00;\n",
        "Jaar;Periode;Rekening;Omschrijving;Bedrag;\n2025;1;4010;a;1,00;nota\n2025;1;4010;b;2,00;\n",
        "Jaar;Periode;Rekening;Omschrijving;Bedrag\n2025;1;4010;a;1,00\n2025;1;4010;b;2,00;;volgt nog\n",
        two_sides + std::string("2025,1,4010,a,100.75,,\n2025,1,4010,b,,12,\n"),
        "Jaar;Periode;Rekening;Omschrijving;Bedrag\n2025;1;4010;a;1,00\n2025;1;4010;b;2,00\n"
        "Gemaakt door;het kantoor;van;het;verband;in;Almere\n"};
    for (const std::string& text : texts) EXPECT_EQ(read_text_ledger(text).second, "2 boekingen") << text;
}

}  // namespace
}  // namespace begroot::exchange
