#include "ledger/imports.hpp"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot {
namespace {

using testing::HasSubstr;

struct Booked {
    std::string account = "4425";
    std::int32_t period = 1;
    std::string entry = "1/1";
    std::int64_t cents = 10'000;
    std::string name = "Inhuur";
};

/// Builds a ledger from files, one list of bookings a file.
class Files {
public:
    Files& file(const std::string& name, const std::vector<Booked>& bookings) {
        const auto sheet = std::make_shared<SourceSheet>(SourceSheet{name, "", "Blad1"});
        Import read{name, ledger.postings.size(), 0};
        for (const Booked& booked : bookings) {
            Coding coding;
            coding.year = FiscalYear{2025};
            coding.account = AccountId(booked.account);
            coding.sheet = sheet;
            ledger.add(coding, {booked.name, booked.entry, "", Money::from_cents(booked.cents), booked.period,
                                static_cast<std::uint32_t>(ledger.postings.size()), 8});
        }
        read.last = ledger.postings.size();
        imports.push_back(read);
        return *this;
    }
    [[nodiscard]] Findings check() const { return check_imports(ledger, imports); }

    Ledger ledger;
    std::vector<Import> imports;
};

std::size_t count(const Findings& findings, const char* kind) {
    return static_cast<std::size_t>(std::ranges::count(findings, kind, &Finding::kind));
}

TEST(Imports, OfMonthsThatFollowEachOtherAreFine) {
    Files files;
    files.file("jan.xlsx", {{.period = 1}}).file("feb.xlsx", {{.period = 2, .entry = "2/1"}});
    EXPECT_TRUE(files.check().empty());
}

TEST(Imports, ThatHoldTheSameBookingAreAFout) {
    Files files;
    files.file("jan-aug.xlsx", {{.period = 1}, {.period = 2, .entry = "2/1"}})
        .file("jan-sep.xlsx", {{.period = 1}, {.period = 2, .entry = "2/1"}, {.period = 3, .entry = "3/1"}});
    const Findings findings = files.check();
    ASSERT_EQ(count(findings, "boeking_in_twee_bestanden"), 2U);
    EXPECT_EQ(findings[0].severity, Severity::error);
    EXPECT_EQ(to_text(findings[0].place), "jan-sep.xlsx, blad Blad1, cel I3");
    EXPECT_THAT(findings[0].found, HasSubstr("jan-aug.xlsx, blad Blad1, cel I1 en telt twee keer"));
    EXPECT_EQ(count(findings, "periode_in_twee_bestanden"), 2U);
}

TEST(Imports, OfBalancesOfTheSamePeriodAreDoubleWhateverTheAmount) {
    Files files;
    files.file("a.csv", {{.entry = "", .cents = 100}}).file("b.csv", {{.entry = "", .cents = 250}});
    EXPECT_EQ(count(files.check(), "boeking_in_twee_bestanden"), 1U);
}

TEST(Imports, MayShareAPeriodWhenTheirBookingsDiffer) {
    Files files;
    files.file("inkoop.xlsx", {{.entry = "1/1"}}).file("memo.xlsx", {{.entry = "9/1"}});
    const Findings findings = files.check();
    EXPECT_EQ(count(findings, "boeking_in_twee_bestanden"), 0U);
    EXPECT_EQ(count(findings, "periode_in_twee_bestanden"), 1U);
    EXPECT_FALSE(has_error(findings));
}

TEST(Imports, TellARowThatStandsTwiceInOneFile) {
    Files files;
    files.file("jan.xlsx", {{}, {}, {}});
    EXPECT_EQ(count(files.check(), "boeking_twee_keer"), 2U);
}

TEST(Imports, LeaveEqualRowsAloneWhereNothingNumbersThem) {
    Files files;
    files.file("jan.xlsx", {{.entry = "1"}, {.entry = "1"}});
    EXPECT_TRUE(files.check().empty());
}

TEST(Imports, TellOfAMonthThatIsMissing) {
    Files files;
    files.file("a.xlsx", {{.period = 1}, {.period = 0, .entry = "0/1"}})
        .file("b.xlsx", {{.period = 4, .entry = "4/1"}});
    const Findings findings = files.check();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].found, "geen enkele boeking in 2025, periode 2, 3");
}

TEST(Imports, TellOnceOfAnAccountWithTwoNames) {
    Files files;
    files.file("a.xlsx", {{}, {.entry = "1/2", .name = "Inhuur derden"}, {.entry = "1/3", .name = "Anders"}});
    const Findings findings = files.check();
    ASSERT_EQ(count(findings, "rekening_heet_anders"), 1U);
    EXPECT_THAT(findings[0].found, HasSubstr("heet hier \"Inhuur derden\" en eerder \"Inhuur\""));
}

TEST(Previous, IsComparedPerPeriodAndAccount) {
    Files before;
    before.file("aug.xlsx", {{.period = 7, .cents = 100}, {.account = "4010", .period = 7, .cents = 5}});
    Files now;
    now.file("sep.xlsx", {{.period = 7, .cents = 150}, {.account = "4010", .period = 7, .cents = 5}, {.period = 9}});
    const Findings findings = compare_with_previous(now.ledger, "sep.xlsx", before.ledger, "aug.xlsx");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, "eerdere_periode_gewijzigd");
    EXPECT_EQ(findings[0].found, "rekening 4425 in 2025, periode 7 is € 1,50");
    EXPECT_EQ(findings[0].expected, "€ 1,00, zoals in aug.xlsx; verschil € 0,50");
}

TEST(Previous, TellsOfAPeriodAndOfAnAccountThatDisappeared) {
    Files before;
    before.file("aug.xlsx", {{.period = 6}, {.period = 7}, {.account = "4010", .period = 7, .cents = 5}});
    Files now;
    now.file("sep.xlsx", {{.period = 7}});
    const Findings findings = compare_with_previous(now.ledger, "sep.xlsx", before.ledger, "aug.xlsx");
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].kind, "periode_verdwenen");
    EXPECT_EQ(findings[1].found, "rekening 4010 in 2025, periode 7 is € 0,00");
}

TEST(Previous, ThatIsTheSameIsNoNews) {
    Files before;
    before.file("aug.xlsx", {{.period = 7}});
    EXPECT_TRUE(compare_with_previous(before.ledger, "b.xlsx", before.ledger, "a.xlsx").empty());
}

}  // namespace
}  // namespace begroot
