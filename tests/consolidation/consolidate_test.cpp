#include "consolidation/consolidate.hpp"

#include "consolidation/consolidation_table.hpp"
#include "consolidation/consolidation_trace.hpp"
#include "report/office_builder.hpp"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace begroot::consolidation {
namespace {

using begroot::test::Booked;
using begroot::test::Planned;
using report::test::cents;
using report::test::Office;
using report::test::on_account;
using report::test::sample_office;

constexpr std::size_t actual_at = static_cast<std::size_t>(Measure::actual);

/// Two organisations: national pays the region 500, which the region has as income of `received`.
struct Pair {
    Office national = sample_office();
    Office region = sample_office();
    Consolidation definition;

    explicit Pair(std::int64_t received = 50'000) {
        national.ledger =
            begroot::test::ledger({{.cents = 50'000, .account = "4510"}, {.cents = 7'000, .account = "4011"}});
        national.budget = begroot::test::budget({{.cents = 50'000, .account = "4510", .rubric = "4.5"}});
        region.ledger = begroot::test::ledger(
            {{.cents = -received, .account = "3510", .side = Side::income}, {.cents = 3'000, .account = "4022"}});
        region.budget =
            begroot::test::budget({{.cents = 50'000, .account = "3510", .side = Side::income, .rubric = "3.5"}});
        national.join();
        region.join();
        definition.name = "Samen";
        definition.members = {{"land", "Land", "", {}}, {"regio", "Regio", "", {}}};
        Elimination one;
        one.name = "Doorbetaling";
        one.from = {"land", on_account("4510"), true, {}, {"samen.toml", "", "", 9, 1}};
        one.to = {"regio", on_account("3510"), true, {}, {"samen.toml", "", "", 10, 1}};
        one.place = {"samen.toml", "", "", 8, 1};
        definition.eliminations = {one};
        definition.speerpunten = {
            {SpeerpuntId("1"), "Alles van 1", {{"land", {"1"}, {}}, {"regio", {"1", "2.1"}, {}}}}};
    }

    [[nodiscard]] std::vector<Member> members() const {
        return {{"land", "Land", national.facts()}, {"regio", "Regio", region.facts()}};
    }
    [[nodiscard]] Result<Consolidated> answer(Per per = Per::rubric) const {
        return consolidate(definition, members(), {per, {}});
    }
};

const Row& row(const Consolidated& answer, RowKind kind, const std::string& code = {}) {
    const auto found = std::ranges::find_if(
        answer.rows, [&](const Row& one) { return one.kind == kind && (code.empty() || one.code == code); });
    BEGROOT_CHECK(found != answer.rows.end(), "die regel is er niet");
    return *found;
}

TEST(Consolidate, TakesOutWhatMembersOweEachOther) {
    const auto answer = Pair().answer().value();
    const Row& paid = row(answer, RowKind::expense, "4.5");
    EXPECT_EQ(paid.members[0][actual_at], cents(50'000));
    EXPECT_FALSE(paid.members[1][actual_at]) << "de regio heeft deze rubriek niet";
    EXPECT_EQ(paid.eliminated[actual_at], cents(-50'000));
    EXPECT_EQ(paid.total[actual_at], cents(0));
    EXPECT_EQ(row(answer, RowKind::income, "3.5").total[actual_at], cents(0));
    EXPECT_EQ(row(answer, RowKind::result).total[actual_at], cents(-10'000))
        << "het resultaat is dat van de leden samen";
    EXPECT_TRUE(answer.findings.empty());
}

TEST(Consolidate, ShowsWhatTheTwoSidesDifferAndTellsBothPlaces) {
    const auto answer = Pair(45'000).answer().value();
    ASSERT_EQ(answer.findings.size(), 1U);
    EXPECT_EQ(answer.findings[0].kind, "eliminatie_sluit_niet");
    EXPECT_EQ(answer.findings[0].severity, Severity::error);
    EXPECT_THAT(answer.findings[0].found,
                testing::HasSubstr("land € 500,00 (1 regel(s), mutaties.xlsx, blad Blad1, cel"));
    EXPECT_THAT(answer.findings[0].found, testing::HasSubstr("regio € -450,00"));
    EXPECT_EQ(row(answer, RowKind::difference).eliminated[actual_at], cents(-5'000));
    EXPECT_EQ(row(answer, RowKind::result).eliminated[actual_at], cents(0));
}

TEST(Consolidate, AddsSpeerpuntenAsTheDefinitionMapsThem) {
    const Pair pair;
    const auto answer = pair.answer(Per::speerpunt).value();
    const Row& first = row(answer, RowKind::speerpunt, "1");
    EXPECT_EQ(first.members[0][actual_at], cents(7'000));
    EXPECT_EQ(first.members[1][actual_at], cents(3'000)) << "doel 2.1 hoort erbij";
    EXPECT_EQ(row(answer, RowKind::unmapped, "land").members[0][0], cents(200'000)) << "2.1 van het land";
    EXPECT_EQ(row(answer, RowKind::without_rule).total[actual_at], cents(0)) << "50.000 - 50.000, geëlimineerd";
    EXPECT_TRUE(std::ranges::any_of(answer.findings,
                                    [](const Finding& one) { return one.kind == "zonder_gezamenlijk_speerpunt"; }));
}

TEST(Consolidate, EliminatesAGoalAsAWholeByThePlansOwnAmount) {
    Pair pair;
    pair.definition.eliminations[0].from = {"land", {}, false, GoalId("1.1"), {}};
    const auto answer = pair.answer(Per::speerpunt).value();
    const Row& first = row(answer, RowKind::speerpunt, "1");
    EXPECT_EQ(first.eliminated[0], cents(-1'200'000));
    EXPECT_EQ(first.eliminated[actual_at], cents(-7'000));
}

TEST(Consolidate, RefusesOtherYearsUnknownCodesAndCodesTwice) {
    Pair pair;
    pair.region.plan.year = 2024;
    const auto years = pair.answer();
    ASSERT_FALSE(years);
    EXPECT_EQ(years.error().found, "Regio gaat over boekjaar 2024 en Land over boekjaar 2025");
    Pair unknown;
    unknown.definition.speerpunten[0].sources[0].codes = {"7"};
    EXPECT_EQ(unknown.answer(Per::speerpunt).error().found, "\"7\" is geen speerpunt of doel van land");
    Pair twice;
    twice.definition.speerpunten[0].sources[0].codes = {"1", "1"};
    EXPECT_EQ(twice.answer(Per::speerpunt).error().found, "\"1\" van land staat bij twee speerpunten");
    Pair none;
    none.definition.speerpunten.clear();
    EXPECT_EQ(none.answer(Per::speerpunt).error().kind, ErrorKind::usage);
}

TEST(Consolidate, NeverTakesALineTwice) {
    Pair pair;
    pair.definition.eliminations.push_back(pair.definition.eliminations[0]);
    const auto answer = pair.answer().value();
    EXPECT_EQ(row(answer, RowKind::expense, "4.5").eliminated[actual_at], cents(-50'000));
    EXPECT_TRUE(
        std::ranges::any_of(answer.findings, [](const Finding& one) { return one.kind == "eliminatie_overlapt"; }));
}

TEST(Consolidate, TellsAnEliminationThatFitsNothingAndOneOfAMemberThatIsLeftOut) {
    Pair pair;
    pair.definition.eliminations[0].to.condition = on_account("9999");
    const auto nothing = pair.answer().value();
    EXPECT_EQ(nothing.findings[0].kind, "eliminatie_past_nergens");
    const std::vector<Member> one{pair.members()[0]};
    const auto alone = consolidate(pair.definition, one, {});
    ASSERT_TRUE(alone);
    EXPECT_TRUE(alone->eliminations[0].skipped);
    EXPECT_EQ(alone->findings[0].kind, "eliminatie_overgeslagen");
    EXPECT_EQ(row(*alone, RowKind::expense, "4.5").total[actual_at], cents(50'000));
}

TEST(Trace, ExplainsEveryConsolidatedFigureToTheCent) {
    const Pair pair(45'000);
    for (const Per per : {Per::rubric, Per::speerpunt}) {
        const auto answer = pair.answer(per).value();
        for (const Row& one : answer.rows) {
            if (one.kind == RowKind::difference) continue;
            for (const Measure measure : measures)
                EXPECT_TRUE(trace(pair.members(), answer, one.code, measure)) << one.code;
        }
    }
    const auto answer = pair.answer().value();
    const auto traced = trace(pair.members(), answer, "4.5", Measure::actual).value();
    ASSERT_EQ(traced.items.size(), 2U);
    EXPECT_EQ(traced.items[0].item.amount, Money::from_cents(50'000));
    EXPECT_TRUE(traced.items[1].eliminated);
    EXPECT_EQ(traced.items[1].item.amount, Money::from_cents(-50'000));
    EXPECT_EQ(to_document(pair.members(), traced).tables[0].rows.size(), 3U);
    EXPECT_EQ(nlohmann::json::parse(to_json(pair.members(), traced))["posten"].size(), 2U);
    EXPECT_FALSE(trace(pair.members(), answer, "4.9", Measure::actual));
    EXPECT_FALSE(trace(pair.members(), answer, "verschil", Measure::actual));
}

TEST(Document, HasAColumnForEveryMemberAndSaysWhoIsLeftOut) {
    const Pair pair;
    const auto answer = pair.answer().value();
    const Document document = to_document(pair.definition, pair.members(), answer, {MoneyStyle::cents, {"Oost"}, true});
    EXPECT_EQ(document.tables[0].columns.size(), 6U);
    EXPECT_THAT(document.tables[0].subtitles,
                testing::Contains("ZONDER Oost (op verzoek weggelaten); dit is niet het geheel"));
    EXPECT_EQ(document.tables.back().name, "Eliminaties");
    const auto json = nlohmann::json::parse(to_json(pair.definition, pair.members(), answer, {"Oost"}));
    EXPECT_EQ(json["zonder"][0], "Oost");
    EXPECT_EQ(json["regels"][0]["eliminaties"]["werkelijk_cent"], -50'000);
}

constexpr std::size_t variance_column = 5;

const Table& variances(const Document& document) { return table_named(document, "Geconsolideerd"); }

std::optional<Money> variance_of(const Document& document, std::string_view name) {
    for (const begroot::Row& one : variances(document).rows) {
        const auto* text = std::get_if<std::string>(&one.cells[1].value);
        if (text == nullptr || *text != name) continue;
        const auto* amount = std::get_if<Money>(&one.cells[variance_column].value);
        return amount == nullptr ? std::nullopt : std::optional(*amount);
    }
    return std::nullopt;
}

TEST(Document, TheDifferenceBetweenTwoSidesIsPartOfTheResult) {
    const Pair pair(45'000);
    const auto answer = pair.answer().value();
    const Document document = to_document(pair.definition, pair.members(), answer, {MoneyStyle::cents, {}, false});
    Money parts;
    for (const char* name : {"Totaal baten", "Totaal lasten", "Verschil in onderlinge posten"})
        parts += variance_of(document, name).value_or(Money());
    ASSERT_FALSE(variance_of(document, "Verschil in onderlinge posten").value_or(Money()).is_zero());
    EXPECT_EQ(variance_of(document, "Resultaat (baten min lasten)"), parts);
}

TEST(Document, ComparesNothingWithBooksThatAreNotThere) {
    Pair pair;
    pair.region.ledger.reset();
    pair.region.join();
    const auto answer = pair.answer().value();
    EXPECT_EQ(row(answer, RowKind::expense, "4.5").eliminated[actual_at], std::nullopt) << "er is geen andere kant";
    EXPECT_EQ(row(answer, RowKind::expense, "4.5").eliminated[0], cents(-50'000));
    EXPECT_TRUE(
        std::ranges::any_of(answer.findings, [](const Finding& one) { return one.kind == "eliminatie_overgeslagen"; }));
    const Document document = to_document(pair.definition, pair.members(), answer, {MoneyStyle::cents, {}, false});
    EXPECT_EQ(variance_of(document, "Totaal baten"), std::nullopt);
    EXPECT_EQ(variance_of(document, "Resultaat (baten min lasten)"), std::nullopt);
}

TEST(Consolidate, TellsWhoseBooksEndBeforeTheMonthThatIsAsked) {
    const Pair pair;
    const auto answer = consolidate(pair.definition, pair.members(), {Per::rubric, Month{2025, 12}}).value();
    EXPECT_EQ(std::ranges::count(answer.findings, "lid_loopt_achter", &Finding::kind), 2);
    EXPECT_EQ(std::ranges::count(pair.answer().value().findings, "lid_loopt_achter", &Finding::kind), 0);
}

std::string code_of(const Consolidated& answer, const Row& one) {
    if (std::ranges::count(answer.rows, one.code, &Row::code) < 2) return one.code;
    return (one.kind == RowKind::income ? "baten:" : "lasten:") + one.code;
}

/// Members with random books; every elimination is a pair of random accounts, so most do not agree.
class ConsolidationLaws : public testing::TestWithParam<std::uint32_t> {
protected:
    std::mt19937 random_{GetParam()};

    std::int64_t up_to(std::uint32_t most) { return static_cast<std::int64_t>(random_() % (most + 1)); }
    std::string expense() { return "40" + std::to_string(10 + up_to(15)); }
    std::string income() { return "80" + std::to_string(10 + up_to(3)); }

    Office random_office() {
        Office office = sample_office();
        std::vector<Booked> booked;
        for (std::int64_t i = 5 + up_to(40); i > 0; --i) {
            const bool earns = up_to(2) == 0;
            booked.push_back({.cents = (earns ? -1 : 1) * up_to(500'000),
                              .account = earns ? income() : expense(),
                              .period = static_cast<std::int32_t>(1 + up_to(11)),
                              .side = earns ? Side::income : Side::expense});
        }
        std::vector<Planned> planned;
        for (std::int64_t i = 1 + up_to(10); i > 0; --i) {
            const bool earns = up_to(2) == 0;
            planned.push_back({.cents = up_to(900'000),
                               .account = earns ? income() : expense(),
                               .side = earns ? Side::income : Side::expense,
                               .rubric = (earns ? "3." : "4.") + std::to_string(1 + up_to(4))});
        }
        office.ledger = begroot::test::ledger(booked);
        office.budget = begroot::test::budget(planned);
        office.join();
        return office;
    }
};

TEST_P(ConsolidationLaws, ColumnsAndEliminationsAreTheWholeWhateverTheOrder) {
    std::vector<Office> offices(static_cast<std::size_t>(2 + up_to(4)));
    for (Office& office : offices) office = random_office();
    Consolidation definition;
    std::vector<Member> members;
    for (std::size_t i = 0; i < offices.size(); ++i) {
        const std::string code = "lid" + std::to_string(i);
        definition.members.push_back({code, code, "", {}});
        members.push_back({code, code, offices[i].facts()});
    }
    for (int i = 0; i < 3; ++i) {
        Elimination one;
        one.name = "e" + std::to_string(i);
        one.from = {"lid0", on_account(expense()), true, {}, {}};
        one.to = {"lid1", on_account(income()), true, {}, {}};
        definition.eliminations.push_back(one);
    }
    definition.speerpunten = {{SpeerpuntId("1"), "een", {{"lid0", {"1"}, {}}, {"lid1", {"2", "1.1"}, {}}}}};
    for (const Per per : {Per::rubric, Per::speerpunt}) {
        const auto answer = consolidate(definition, members, {per, Month{2025, 12}}).value();
        for (const Row& one : answer.rows) {
            for (const Measure measure : measures) {
                Money sum = amount_of(one.eliminated, measure).value_or(Money());
                for (const Amounts& part : one.members) sum += amount_of(part, measure).value_or(Money());
                EXPECT_EQ(sum, amount_of(one.total, measure).value_or(Money()));
                if (one.kind == RowKind::difference) continue;
                EXPECT_TRUE(trace(members, answer, code_of(answer, one), measure)) << one.code;
            }
        }
        std::vector<Member> shuffled = members;
        std::ranges::shuffle(shuffled, random_);
        const auto again = consolidate(definition, shuffled, {per, Month{2025, 12}}).value();
        ASSERT_EQ(again.rows.back().total, answer.rows.back().total);
        for (const Row& one : answer.rows) {
            const auto same = std::ranges::find_if(
                again.rows, [&one](const Row& other) { return other.kind == one.kind && other.code == one.code; });
            ASSERT_NE(same, again.rows.end());
            EXPECT_EQ(same->total, one.total);
            EXPECT_EQ(same->eliminated, one.eliminated);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ConsolidationLaws, testing::Range(1U, 101U));

}  // namespace
}  // namespace begroot::consolidation
