// Which month period 1 is: by the header, by the file's own periods, and by the dates of the bookings.

#include "exchange/detail/audit_year.hpp"

#include "audit_sample.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::test {
namespace {

using detail::AuditDay;
using detail::choose_year;

struct YearCase {
    const char* fiscal_year;
    const char* first_day;
    const char* last_day;
    BookPeriod first;
    std::optional<BookPeriod> other;
};

class AuditYearChoice : public testing::TestWithParam<YearCase> {};

TEST_P(AuditYearChoice, FollowsStartDateOnlyWhereAWholeYearBegins) {
    const auto& [fiscal_year, first_day, last_day, first, other] = GetParam();
    const auto year = choose_year({fiscal_year, first_day, last_day});
    ASSERT_TRUE(year);
    EXPECT_EQ(year->first, first) << first_day;
    EXPECT_EQ(year->other, other) << first_day;
}

constexpr YearCase year_cases[] = {
    {"2025", "", "", {2025, 1}, std::nullopt},
    {"2025", "2025-01-01", "2025-12-31", {2025, 1}, std::nullopt},
    {"2025", "2025-01-01", "2025-03-31", {2025, 1}, std::nullopt},
    {"2024-2025", "2024-08-01", "2025-07-31", {2024, 8}, BookPeriod{2025, 1}},
    {"2024", "2024-08-01", "", {2024, 8}, BookPeriod{2024, 1}},
    {"2024", "2024/08/01", "2025/07/31", {2024, 8}, BookPeriod{2024, 1}},
    {"2024", "2024-8-1", "2025-7-31", {2024, 8}, BookPeriod{2024, 1}},
    {"2024-2025", "2024-07-31T22:00:00Z", "2025-07-31", {2024, 8}, BookPeriod{2025, 1}},
    {"2025", "2024-12-31T23:00:00Z", "2025-12-31", {2025, 1}, std::nullopt},
    {"2025", "2025-03-01", "2025-03-31", {2025, 1}, BookPeriod{2025, 3}},
    {"2025", "2025-03-15", "2025-12-31", {2025, 1}, BookPeriod{2025, 3}},
    {"2024-2025", "2024-08-01", "2024-10-31", {2024, 1}, BookPeriod{2024, 8}},
    {"2025", "2024-01-01", "2024-12-31", {2024, 1}, BookPeriod{2025, 1}},
};

INSTANTIATE_TEST_SUITE_P(All, AuditYearChoice, testing::ValuesIn(year_cases));

TEST(AuditYear, IsUnknownWithoutYearAndDate) {
    EXPECT_FALSE(choose_year({"", ""}));
    EXPECT_FALSE(choose_year({"20", "x"}));
    EXPECT_FALSE(choose_year({"2024-2025"}));
}

/// A header, one transaction, and how its first posting is read.
struct DatedCase {
    const char* header;
    const char* periods;
    const char* key;
    const char* date;
    const char* read_as;
    const char* kinds;
};

class AuditDates : public testing::TestWithParam<DatedCase> {};

TEST_P(AuditDates, DecideOrContradict) {
    const DatedCase& each = GetParam();
    AuditSample sample;
    sample.header = each.header;
    sample.before = each.periods;
    sample.head = "<nr>12</nr><periodNumber>" + std::string(each.key) + "</periodNumber><trDt>" + each.date + "</trDt>";
    const auto reading = read_audit(sample);
    const std::string postings = posting_lines(reading);
    EXPECT_EQ(postings.substr(0, postings.find(' ')), each.read_as) << each.header << each.key;
    EXPECT_EQ(finding_kinds(reading), each.kinds) << each.header << each.key;
}

constexpr const char* march_only =
    "<fiscalYear>2025</fiscalYear><startDate>2025-03-01</startDate><endDate>2025-03-31</endDate>";
constexpr const char* first_year =
    "<fiscalYear>2025</fiscalYear><startDate>2025-03-15</startDate><endDate>2025-12-31</endDate>";
constexpr const char* whole_school_year =
    "<fiscalYear>2024-2025</fiscalYear><startDate>2024-08-01</startDate><endDate>2025-07-31</endDate>";
constexpr const char* school_autumn =
    "<fiscalYear>2024-2025</fiscalYear><startDate>2024-08-01</startDate><endDate>2024-10-31</endDate>";
constexpr const char* calendar_year =
    "<fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate>";
constexpr const char* cut_month =
    "<periods><period><periodNumber>3</periodNumber><startDatePeriod>2025-03-15</startDatePeriod>"
    "<endDatePeriod>2025-03-31</endDatePeriod></period></periods>";
constexpr const char* may_as_3 =
    "<periods><period><periodNumber>3</periodNumber><startDatePeriod>2025-05-01</startDatePeriod>"
    "<endDatePeriod>2025-05-31</endDatePeriod></period></periods>";

constexpr DatedCase dated_cases[] = {
    {march_only, "", "3", "2025-03-15", "2025/3", "startdatum_niet_gevolgd "},
    {march_only, "", "3", "", "2025/3", "startdatum_niet_gevolgd "},
    {march_only, "", "1", "2025-03-15", "2025/3", "boekjaar_gebroken "},
    {march_only, "", "1", "", "2025/3", "boekjaar_gebroken "},
    {first_year, "", "3", "2025-03-15", "2025/3", "startdatum_niet_gevolgd "},
    {first_year, "", "12", "2025-12-15", "2025/12", "startdatum_niet_gevolgd "},
    {first_year, cut_month, "3", "2025-03-15", "2025/3", "startdatum_niet_gevolgd "},
    {whole_school_year, "", "1", "2024-08-15", "2024/8", "boekjaar_gebroken "},
    {whole_school_year, "", "8", "2025-03-15", "2025/3", "boekjaar_gebroken "},
    {whole_school_year, "", "3", "2025-03-15", "2025/3", "startdatum_niet_gevolgd "},
    {whole_school_year, cut_month, "3", "2025-03-15", "2025/3", "boekjaar_gebroken periode_geen_maand "},
    {school_autumn, "", "2", "2024-09-15", "2024/9", "boekjaar_gebroken "},
    {school_autumn, "", "2", "", "2024/9", "boekjaar_gebroken "},
    {calendar_year, "", "3", "2025-03-15", "2025/3", ""},
    {calendar_year, "", "3", "2025-02-15", "2025/3", "periode_tegen_datum "},
    {calendar_year, "", "3", "2025-05-15", "2025/3", "periode_tegen_datum "},
    {calendar_year, may_as_3, "3", "2025-05-15", "2025/5", "periode_geen_maand "},
    {calendar_year, may_as_3, "3", "2025-03-15", "2025/5", "periode_tegen_datum periode_geen_maand "},
    {calendar_year, "", "13", "2025-03-15", "2025/13", "periode_geen_maand "},
    {"<fiscalYear>2025</fiscalYear><startDate>2024-01-01</startDate>", "", "3", "2025-03-15", "2025/3",
     "startdatum_niet_gevolgd "},
    {"<fiscalYear>2025</fiscalYear><startDate>2025/08/01</startDate>", "", "3", "2025-10-15", "2025/10",
     "boekjaar_gebroken "},
};

INSTANTIATE_TEST_SUITE_P(All, AuditDates, testing::ValuesIn(dated_cases));

TEST(AuditDate, OfMostTransactionsSpeaksAndIsAnErrorWhenMonthsAway) {
    AuditSample sample;
    const auto add = [&sample](const char* key, const char* date) {
        sample.lines += "</transaction>\n<transaction><nr>1</nr><periodNumber>" + std::string(key) +
                        "</periodNumber><trDt>" + date + "</trDt>" + audit_line("4000", "0", "D");
    };
    add("2", "2025-05-01");
    EXPECT_EQ(finding_kinds(read_audit(sample)), "");
    add("3", "2025-06-01");
    EXPECT_EQ(findings_of(read_audit(sample), "periode_tegen_datum"),
              "fout periode_tegen_datum: mutaties.xaf, regel 16: periode \"2\" is gelezen als februari 2025, maar de "
              "journaalpost is van mei 2025; zo is het bij 2 van de 3 journaalposten (verwacht: periode en datum van "
              "dezelfde maand). Controleer fiscalYear, startDate en periods in het auditfile.\n");
}

TEST(AuditDate, OfTheLineSpeaksWhereTheTransactionHasNone) {
    AuditSample sample;
    sample.head = "<nr>12</nr><periodNumber>1</periodNumber>";
    sample.lines = audit_line("4000", "5", "D", "<effDate>2025-06-15</effDate><costID>1</costID>");
    EXPECT_NE(findings_of(read_audit(sample), "periode_tegen_datum").find("juni 2025"), std::string::npos);
}

TEST(AuditDate, ThatIsNoneIsNamed) {
    AuditSample sample;
    sample.lines += "</transaction><transaction><nr>1</nr><trDt>2025-13-45</trDt>" + audit_line("4000", "5", "D");
    EXPECT_NE(findings_of(read_audit(sample), "periode_onleesbaar").find("ontbreekt, en \"2025-13-45\" is geen datum"),
              std::string::npos);
}

TEST(AuditHeader, WithAStartDateThatIsNoDateIsRefused) {
    AuditSample sample;
    sample.header = "<fiscalYear>2025</fiscalYear>\n<startDate>1 augustus</startDate>";
    EXPECT_EQ(posting_lines(read_audit(sample)),
              "mutaties.xaf, regel 4: startDate \"1 augustus\" is geen datum (verwacht: een datum als 2025-01-31: "
              "daarmee begint periode 1). Maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het "
              "pakket.");
}

TEST(AuditPeriodBlock, BehindTheBookingsIsRefusedWhereItSaysSomethingElse) {
    const auto behind = [](const char* block) {
        AuditSample sample;
        sample.head = "<nr>12</nr><periodNumber>3</periodNumber><trDt>2025-03-15</trDt>";
        std::string text = sample.text();
        text.insert(text.find("</company>"), block);
        return posting_lines(read_audit(std::string_view(text)));
    };
    EXPECT_EQ(behind(cut_month), "2025/3 4000 12/1 12100 kp=100 kd=P1\n2025/3 1500 12/2 -12100\n");
    EXPECT_EQ(behind(may_as_3),
              "mutaties.xaf, regel 12: periode \"3\" is bij de boekingen maart 2025, maar het blok periods geeft ook "
              "(2025-05-01 tot en met 2025-05-31) (verwacht: elke periode een keer in periods, voor de boekingen). "
              "Maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het pakket.");
}

TEST(AuditPeriodBlock, WithOnePeriodTwiceIsRefused) {
    AuditSample sample;
    sample.head = "<nr>12</nr><periodNumber>3</periodNumber>";
    sample.before = std::string(cut_month) + may_as_3;
    EXPECT_NE(posting_lines(read_audit(sample))
                  .find("periode \"3\" is bij de boekingen maart 2025 (2025-03-15 tot en "
                        "met 2025-03-31), maar het blok periods geeft ook (2025-05-01"),
              std::string::npos);
}

TEST(AuditTransactionField, ThatDecidesThePeriodIsNotGivenTwice) {
    AuditSample sample;
    sample.head = "<nr>12</nr><periodNumber>3</periodNumber><periodNumber/><periodNumber>3</periodNumber>";
    EXPECT_TRUE(read_audit(sample));
    sample.head += "<periodNumber>4</periodNumber>";
    EXPECT_NE(posting_lines(read_audit(sample)).find("een journaalpost heeft twee keer periodNumber: \"3\" en \"4\""),
              std::string::npos);
}

}  // namespace
}  // namespace begroot::exchange::test
