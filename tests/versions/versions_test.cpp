#include "versions/versions.hpp"

#include "amendment/version_builder.hpp"
#include "versions/versioned_office.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::versions::test {
namespace {

std::size_t row_of(const Versions& made, const std::string& code) {
    const auto found = std::ranges::find(made.rows, code, &VersionRow::code);
    BEGROOT_CHECK(found != made.rows.end(), "die rij is er niet");
    return static_cast<std::size_t>(found - made.rows.begin());
}

std::optional<Money> amount(const Versions& made, const Figures& figures, const std::string& code) {
    return figures.of_rows[row_of(made, code)].amount;
}

TEST(VersionColumns, StandBesideEachOther) {
    const VersionedOffice office = changed_office();
    const Versions made = show_versions(office.input()).value();
    ASSERT_EQ(made.budgets.size(), 3U);
    EXPECT_EQ(amount(made, made.budgets[0], "1.1"), Money::from_euros(12'000));
    EXPECT_EQ(amount(made, made.budgets[1], "1.1"), Money::from_euros(15'000));
    EXPECT_EQ(amount(made, made.budgets[2], "1.1"), Money::from_euros(15'000));
    EXPECT_EQ(amount(made, made.budgets[1], "1.2"), std::nullopt);
    EXPECT_EQ(amount(made, made.budgets[2], "1.2"), Money::from_euros(600));
    EXPECT_EQ(change_of(made, 0, row_of(made, "1.1")), Money::from_euros(3'000));
    EXPECT_EQ(change_of(made, 1, row_of(made, "1.1")), std::nullopt);
    EXPECT_EQ(change_of(made, 1, row_of(made, "1")), Money::from_euros(600));
}

TEST(VersionColumns, CountBatenOutsideThePlanAsLessLasten) {
    const Versions made = show_versions(changed_office().input()).value();
    EXPECT_EQ(change_of(made, 0, row_of(made, "buiten_jaarplan")), Money::from_euros(-1'000));
    EXPECT_EQ(change_of(made, 0, row_of(made, "hele_organisatie")), Money::from_euros(2'000));
}

TEST(VersionColumns, ForecastOnTheBudgetThatWasInForce) {
    const Versions made = show_versions(changed_office().input()).value();
    ASSERT_EQ(made.forecasts.size(), 2U);  // M8 has no bookings yet
    EXPECT_EQ(made.forecasts[0].code, "prognose:M1");
    EXPECT_EQ(made.forecasts[0].budget, "primitief");
    EXPECT_EQ(amount(made, made.forecasts[0], "1.1"), Money::from_euros(12'000));
    EXPECT_EQ(made.forecasts[1].budget, "w1");
    EXPECT_EQ(amount(made, made.forecasts[1], "1.1"), Money::from_euros(3'000 + 15'000 * 9 / 12));
    ASSERT_TRUE(made.actual.has_value());
    EXPECT_EQ(amount(made, *made.actual, "1.1"), Money::from_euros(3'000));
}

TEST(VersionColumns, AreFoundByTheirCode) {
    const Versions made = show_versions(changed_office().input()).value();
    EXPECT_THAT(comparable_codes(made),
                testing::ElementsAre("primitief", "w1", "w2", "actueel", "prognose:M1", "prognose:M3", "realisatie"));
    for (const std::string& code : comparable_codes(made)) EXPECT_TRUE(find_figures(made, "--van", code).has_value());
    EXPECT_EQ(find_figures(made, "--van", "actueel").value(), &made.budgets[2]);
    const auto wrong = find_figures(made, "--naar", "prognose:M4");
    ASSERT_FALSE(wrong.has_value());
    EXPECT_EQ(wrong.error().action, "bedoelde u \"prognose:M1\"?");
}

TEST(VersionColumns, CompareANumberWithWhatIsNone) {
    const Versions made = show_versions(changed_office().input()).value();
    EXPECT_EQ(difference(made.budgets[0], made.budgets[2], row_of(made, "1.2")), Money::from_euros(-600));
    EXPECT_EQ(difference(made.budgets[0], made.budgets[2], row_of(made, "1.3")), std::nullopt);
}

TEST(VersionColumns, AreOneBudgetOfAModelWithoutVersions) {
    VersionedOffice office = changed_office();
    office.versions.reset();
    const Versions made = show_versions(office.input()).value();
    ASSERT_EQ(made.budgets.size(), 1U);
    EXPECT_EQ(made.budgets[0].code, "primitief");
    EXPECT_EQ(made.forecasts[1].budget, "primitief");
}

class VersionColumnLaws : public testing::TestWithParam<unsigned> {};

TEST_P(VersionColumnLaws, AnyTwoBudgetsDifferByTheMutationsBetween) {
    std::mt19937 random{GetParam()};  // NOLINT(cert-msc51-cpp): the seed is the name of the test
    const auto cents = [&random] { return std::uniform_int_distribution<std::int64_t>(0, 999'999)(random); };
    VersionedOffice office = changed_office();
    std::vector<BudgetVersion> versions;
    for (int i = 1; i <= 4; ++i) {
        std::vector<Mutation> mutations;
        for (const char* goal : {"1.1", "1.2", "2.1", ""}) {
            if (cents() % 3 == 0) continue;
            Mutation one = begroot::test::adds(goal, 0);
            one.amount = Money::from_cents(cents());
            if (one.goal.empty() && cents() % 2 == 0) one.side = Side::income;
            mutations.push_back(one);
        }
        versions.push_back(begroot::test::version("w" + std::to_string(i), {2025, i, 15}, mutations));
    }
    office.versions = stack_versions(office.office.plan, versions).value();
    const Versions made = show_versions(office.input()).value();
    const std::size_t whole = row_of(made, "hele_organisatie");
    for (std::size_t a = 0; a < made.budgets.size(); ++a) {
        for (std::size_t b = a; b < made.budgets.size(); ++b) {
            Money between;
            for (std::size_t i = a; i < b; ++i) between += change_of(made, i, whole).value_or(Money());
            Money mutations;
            for (const BudgetChange& change : office.versions->changes) {
                if (change.version >= a && change.version < b)
                    mutations += debit_positive(change.mutation.side, change.amount);
            }
            EXPECT_EQ(between, mutations);
            EXPECT_EQ(difference(made.budgets[b], made.budgets[a], whole), mutations);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, VersionColumnLaws, testing::Range(0U, 25U));

}  // namespace
}  // namespace begroot::versions::test
