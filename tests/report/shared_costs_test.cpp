#include "report/budget_table.hpp"
#include "report/office_builder.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;

Partner partner(const std::string& name, std::int64_t part, std::int64_t whole) {
    return {name, "", PartnerShare{part, whole, std::to_string(part) + "/" + std::to_string(whole)}};
}

Office shared_office(const std::string& cashier) {
    Office office = sample_office();
    Goal& goal = office.plan.speerpunten[0].goals[0];
    goal.partners = {partner("Een", 1, 3), partner("Twee", 1, 3)};
    goal.cashier = cashier;
    return office;
}

TEST(SharedCosts, ShareTheWholeToTheCentWhenWePay) {
    Office office = shared_office("Voorbeeld");
    office.ledger = ledger({{.cents = 100'000, .account = "4011"}});
    office.join();
    const BudgetVsActual answer = office.table();
    ASSERT_EQ(answer.shared.size(), 1U);
    const SharedCost& shared = answer.shared.front();
    EXPECT_EQ(shared.budget, euros(12'000));
    EXPECT_EQ(shared.actual, cents(100'000));
    ASSERT_EQ(shared.parts.size(), 3U);
    EXPECT_EQ(shared.parts[0].bearer.name, "Voorbeeld");
    EXPECT_EQ(shared.parts[0].actual, cents(33'334)) << "de cent die overblijft gaat naar de eerste";
    EXPECT_EQ(shared.parts[1].actual, cents(33'333));
    EXPECT_FALSE(shared.parts[0].claim) << "geen vordering op onszelf";
    EXPECT_EQ(shared.parts[1].claim, cents(33'333));
}

TEST(SharedCosts, TakeWhatAPartnerPaidOffTheClaim) {
    Office office = shared_office("Voorbeeld");
    Rule paid = rule("bijdrage", on_account("8500"), {{target("buiten")}});
    paid.contribution = Contribution{"Twee", GoalId("1.1")};
    office.rules.push_back(paid);
    office.ledger =
        ledger({{.cents = 90'000, .account = "4011"}, {.cents = -10'000, .account = "8500", .side = Side::income}});
    office.join();
    const auto answer = office.table();
    const SharedCost& shared = answer.shared.front();
    EXPECT_EQ(shared.parts[2].received, cents(10'000));
    EXPECT_EQ(shared.parts[2].claim, cents(20'000));
    EXPECT_EQ(shared.parts[1].claim, cents(30'000));
}

TEST(SharedCosts, KeepTheLineAsOurOwnPartWhenAnotherPays) {
    Office office = shared_office("Een");
    office.plan.speerpunten[0].goals[0].whole = Money::from_euros(36'001);
    const auto answer = office.table();
    const SharedCost& shared = answer.shared.front();
    EXPECT_EQ(shared.budget, euros(36'001));
    EXPECT_FALSE(shared.actual) << "wat de ander betaalt, is niet bekend";
    EXPECT_EQ(shared.parts[0].budget, euros(12'000));
    EXPECT_EQ(*shared.parts[1].budget + *shared.parts[2].budget, Money::from_euros(24'001));
    EXPECT_FALSE(shared.parts[1].claim);
}

TEST(SharedCosts, GiveNoClaimWhenNobodyIsSaidToPay) {
    const auto answer = shared_office("").table();
    EXPECT_TRUE(answer.shared.front().parts[1].actual);
    EXPECT_FALSE(answer.shared.front().parts[1].claim);
}

TEST(SharedCosts, StandInATableOfTheirOwnThatTiesToThePlan) {
    const Office office = shared_office("Voorbeeld");
    const auto answer = office.table();
    const Document document = to_document(office.facts(), answer, {});
    ASSERT_EQ(document.tables.size(), 2U);
    const Table& table = document.tables[1];
    EXPECT_EQ(table.name, "Gedeelde kosten");
    EXPECT_EQ(std::get<Money>(table.rows.back().cells[4].value), *answer.total.budget);
    EXPECT_EQ(to_document(sample_office().facts(), sample_office().table(), {}).tables.size(), 1U)
        << "zonder aandelen geen tabel";
}

class SharedCostsLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(SharedCostsLaws, PartsAreTheWhole) {
    std::mt19937 random(GetParam());
    const auto up_to = [&random](std::uint32_t most) { return static_cast<std::int64_t>(random() % (most + 1)); };
    Office office = sample_office();
    Goal& goal = office.plan.speerpunten[0].goals[0];
    const std::int64_t whole = 2 + up_to(998);
    std::int64_t left = whole;
    for (int i = 0; i < 5 && left > 1; ++i) {
        const std::int64_t part = 1 + up_to(static_cast<std::uint32_t>(left - 1));
        goal.partners.push_back(partner("P" + std::to_string(i), part, whole));
        left -= part;
    }
    goal.cashier = "Voorbeeld";
    std::vector<Booked> booked;
    for (int i = 0; i < 20; ++i) booked.push_back({.cents = up_to(999'999) - 300'000, .account = "4011"});
    office.ledger = ledger(booked);
    office.join();
    const auto answer = office.table();
    const SharedCost& shared = answer.shared.front();
    Money budget;
    Money to_date;
    Money actual;
    for (const CostPart& part : shared.parts) {
        budget += *part.budget;
        to_date += *part.budget_to_date;
        actual += *part.actual;
    }
    EXPECT_EQ(budget, *shared.budget);
    EXPECT_EQ(to_date, *shared.budget_to_date);
    EXPECT_EQ(actual, *shared.actual);
    EXPECT_EQ(actual, *line(answer, "1.1").amounts.actual);
}

INSTANTIATE_TEST_SUITE_P(Seeds, SharedCostsLaws, testing::Range(1U, 101U));

class MemberLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(MemberLaws, EveryCentStandsInAMemberOrInTheRest) {
    std::mt19937 random(GetParam());
    Office office = sample_office();
    std::vector<Dimension> dimensions{{DimensionKind::board, {}}};
    for (const char* code : {"4011", "4012", "4022", "8010"}) {
        if (random() % 2 == 0) dimensions[0].members.push_back({code, "", {on_account(code)}, {}});
    }
    dimensions[0].members.push_back({"altijd", "", {on_account("4100")}, {}});
    Facts facts = office.facts();
    facts.dimensions = &dimensions;
    const auto by_board = compare_budget_with_actual(facts, {Per::board, View::plan, {}});
    ASSERT_TRUE(by_board);
    const auto by_rubric = office.table({Per::rubric, View::plan, {}});
    EXPECT_EQ(by_board->total.actual, by_rubric.total.actual);
    EXPECT_EQ(by_board->total.budget, by_rubric.total.budget);
    EXPECT_TRUE(by_board->ledger_tie->ties);
}

INSTANTIATE_TEST_SUITE_P(Seeds, MemberLaws, testing::Range(1U, 33U));

TEST(PerBoard, OrdersMembersAsTheModelDoesAndTheRestLast) {
    Office office = sample_office();
    const std::vector<Dimension> dimensions{
        {DimensionKind::board, {{"Z", "Bestuur Z", {on_account("4011")}, {}}, {"A", "", {on_account("4022")}, {}}}}};
    Facts facts = office.facts();
    facts.dimensions = &dimensions;
    const auto answer = compare_budget_with_actual(facts, {Per::board, View::plan, {}}).value();
    std::vector<std::string> codes;
    for (const Line& one : answer.lines) {
        if (one.side == Side::expense) codes.push_back(one.code + " " + one.name);
    }
    EXPECT_THAT(codes, testing::ElementsAre("Z Bestuur Z", "A ", "- niet toegewezen"));
}

TEST(PerBoard, RefusesAModelThatKnowsNone) {
    const auto answer = compare_budget_with_actual(sample_office().facts(), {Per::neighbourhood, View::plan, {}});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::usage);
    EXPECT_EQ(answer.error().found, "geen regel van dit model heeft een buurt");
}

}  // namespace
}  // namespace begroot::report
