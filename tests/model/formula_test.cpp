#include "model/formula.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace begroot::model {

namespace {

/// Reads and writes again; a refusal gives what was found.
std::string again(std::string_view text) {
    const auto formula = parse_formula(text);
    return formula ? to_text(*formula) : "geweigerd: " + formula.error().found;
}

std::string in_excel(std::string_view text) {
    const ExcelCells cells{
        [](const Reference& reference) {
            return reference.name + (reference.years_back > 0 ? "_" + std::to_string(reference.years_back) : "");
        },
        [](const Call& call) { return "SUM(" + (call.words.empty() ? std::string("x") : call.words[0]) + ")"; }};
    const auto formula = parse_formula(text);
    return formula ? to_excel(*formula, cells) : "geweigerd: " + formula.error().found;
}

/// Makes a random tree that the language can say.
Expression random_tree(std::mt19937& random, int depth) {
    const auto pick = [&random](std::uint32_t count) { return random() % count; };
    if (depth == 0 || pick(4) == 0) {
        if (pick(2) == 0) return {Number{12.5, "12,5"}, 0};
        return {Reference{"x", pick(2) == 0 ? std::vector<std::string>{"so"} : std::vector<std::string>{},
                          static_cast<std::int32_t>(pick(3)), std::nullopt},
                0};
    }
    constexpr std::array two = {Operation::add,   Operation::subtract, Operation::multiply, Operation::divide,
                                Operation::power, Operation::less,     Operation::equal,    Operation::minimum};
    constexpr std::array one = {Operation::negate, Operation::absolute, Operation::negation};
    Call call;
    call.operation = pick(4) == 0 ? one[pick(one.size())] : two[pick(two.size())];
    const bool single = std::ranges::find(one, call.operation) != one.end();
    for (int i = 0; i < (single ? 1 : 2); ++i) call.operands.push_back(random_tree(random, depth - 1));
    return {std::move(call), 0};
}

}  // namespace

TEST(Formula, WritesBackWhatItRead) {
    for (const char* text : {"a + b * c",
                             "(a + b) * c",
                             "a - (b - c)",
                             "a / (b * c)",
                             "-(a ^ b)",
                             "(-a)^b",
                             "a^(b^c)",
                             "leerlingen[-1] * bedrag",
                             "deelname.so.laag",
                             "index@2024",
                             "als(a < b; 0; a - b)",
                             "som(tlv * tarief; soort; categorie)",
                             "rubriek(\"4.5\")",
                             "12,5% * a",
                             "min(a; b; c)",
                             "interpoleer(staffel; leerlingen)",
                             "max(0; eigen_vermogen - max(3,5% * baten; 250000))",
                             "(a < b) = (c < d)",
                             "-(a * b)",
                             "-a * b"}) {
        const auto formula = parse_formula(text);
        ASSERT_TRUE(formula.has_value()) << text << ": " << formula.error().found;
        const auto twice = parse_formula(to_text(*formula));
        ASSERT_TRUE(twice.has_value()) << to_text(*formula);
        EXPECT_TRUE(*twice == *formula) << text << " werd " << to_text(*formula);
    }
}

TEST(Formula, NeedsNoMoreParenthesesThanTheReader) {
    EXPECT_EQ(again("((a)) + ((b * c))"), "a + b * c");
    EXPECT_EQ(again("(a - b) - c"), "a - b - c");
    EXPECT_EQ(again("a - (b + c)"), "a - (b + c)");
}

TEST(Formula, BindsAsTheControllerExpects) {
    const auto formula = parse_formula("1 + 2 * 3 ^ 2");
    ASSERT_TRUE(formula.has_value());
    const auto& sum = std::get<Call>(formula->node);
    EXPECT_EQ(sum.operation, Operation::add);
    const auto& product = std::get<Call>(sum.operands[1].node);
    EXPECT_EQ(product.operation, Operation::multiply);
    EXPECT_EQ(std::get<Call>(product.operands[1].node).operation, Operation::power);
}

TEST(Formula, ReadsNumbersInDutchNotation) {
    EXPECT_DOUBLE_EQ(std::get<Number>(parse_formula("12938,34")->node).value, 12938.34);
    EXPECT_EQ(std::get<Number>(parse_formula("0,1%")->node).value, 0.001);
    EXPECT_EQ(std::get<Number>(parse_formula("3,5%")->node).value, 0.035);
}

TEST(Formula, WritesPreviousIndexAndSchoolYearAsWhatTheyStandFor) {
    EXPECT_EQ(again("vorig(a)"), "a[-1]");
    EXPECT_EQ(again("vorig(a[-1] + b@2024; 2)"), "a[-3] + b@2024");
    EXPECT_EQ(again("indexeer(a; loonindex; 2024)"), "a * loonindex / loonindex@2024");
    EXPECT_EQ(again("schooljaar(plaatsen * tarief)"),
              "7 / 12 * (plaatsen[-1] * tarief[-1]) + 5 / 12 * (plaatsen * tarief)");
    const auto half = parse_formula("schooljaar(a)", {6, 6});
    ASSERT_TRUE(half.has_value());
    EXPECT_EQ(to_text(*half), "6 / 12 * a[-1] + 6 / 12 * a");
}

TEST(Formula, RefusesWhatTwoReadersCouldReadDifferently) {
    struct Case {
        const char* text;
        std::size_t position;
        const char* found;
    };
    for (const Case& one :
         {Case{"1.000 * a", 0, "\"1.000\" heeft een punt"}, Case{"a < b < c", 6, "\"<\""},
          Case{"-a^b", 0, "een minteken voor een macht, dat op twee manieren te lezen is"}, Case{"a^b^c", 3, "\"^\""},
          Case{"2a", 1, "een letter direct achter een getal"}, Case{"a, b", 1, "een losse komma"}}) {
        const auto formula = parse_formula(one.text);
        ASSERT_FALSE(formula.has_value()) << one.text;
        EXPECT_EQ(formula.error().found, one.found) << one.text;
        EXPECT_EQ(formula.error().position, one.position) << one.text;
    }
}

TEST(Formula, SaysWhatIsWrongAndWhere) {
    struct Case {
        const char* text;
        std::size_t position;
        const char* found;
    };
    for (const Case& one :
         {Case{"", 0, "het einde van de formule"}, Case{"a +", 3, "het einde van de formule"},
          Case{"(a", 2, "het einde van de formule"}, Case{"a b", 2, "\"b\""}, Case{"Leerlingen", 0, "een hoofdletter"},
          Case{"somm(a)", 0, "\"somm\" is geen functie"}, Case{"max(1,2)", 0, "max met 1 argument"},
          Case{"als(a; b)", 0, "als met 2 argumenten"}, Case{"a[1]", 2, "\"1\""}, Case{"a[-11]", 3, "\"11\""},
          Case{"a@24", 2, "\"24\""}, Case{"rubriek(4)", 8, "\"4\""}, Case{"som(a; b.c)", 7, "\"b.c\""},
          Case{"a & b", 2, "het teken \"&\""}, Case{"a.", 0, "een punt zonder naam erachter"},
          Case{"vorig(cumulatief(a))", 6, "het vorige jaar van een totaal"},
          Case{"indexeer(a; 3; 2024)", 12, "geen index"},
          Case{"rubriek(\"4", 8, "een aanhalingsteken dat niet sluit"}}) {
        const auto formula = parse_formula(one.text);
        ASSERT_FALSE(formula.has_value()) << one.text;
        EXPECT_EQ(formula.error().found, one.found) << one.text;
        EXPECT_EQ(formula.error().position, one.position) << one.text;
        EXPECT_FALSE(formula.error().expected.empty()) << one.text;
    }
}

TEST(Formula, NamesTheNearestFunction) { EXPECT_EQ(parse_formula("gemidelde(a)").error().expected, "gemiddelde"); }

TEST(Formula, PointsAtTheErrorWithACaret) {
    const std::string text = "leerlingen *\n  bedrag ? 2";
    EXPECT_EQ(show_error(text, parse_formula(text).error()), "  bedrag ? 2\n         ^");
    EXPECT_EQ(show_error("a +", parse_formula("a +").error()), "a +\n   ^");
}

TEST(Formula, EndsBeforeItIsTooDeepOrTooLong) {
    EXPECT_TRUE(parse_formula(std::string(50, '(') + "a" + std::string(50, ')')).has_value());
    EXPECT_FALSE(parse_formula(std::string(1000, '(') + "a" + std::string(1000, ')')).has_value());
    EXPECT_FALSE(parse_formula(std::string(1000, '-') + "a").has_value());
    EXPECT_FALSE(parse_formula(std::string(formula_bytes_max + 1, '1')).has_value());
    std::string wide = "a";
    for (int i = 0; i < 20; ++i) wide += " + a";
    for (int i = 0; i < 8; ++i) wide = "schooljaar(" + wide + ")";  // 2^8 times 41 parts
    EXPECT_FALSE(parse_formula(wide).has_value());
    std::string nested = "a";
    for (int i = 0; i < 40; ++i) nested = "schooljaar(" + nested + ")";
    EXPECT_FALSE(parse_formula(nested).has_value());
}

TEST(Formula, WritesItselfAsAnExcelFormula) {
    EXPECT_EQ(in_excel("als(a >= 1,5; afronden(a[-1]); omhoog(b; 2))"), "IF(a >= 1.5,ROUND(a_1,0),ROUNDUP(b,2))");
    EXPECT_EQ(in_excel("12,5% * a"), "12.5% * a");
    EXPECT_EQ(in_excel("(-a)^2"), "(-a)^2");
    EXPECT_EQ(in_excel("-(a^2)"), "-(a^2)");
    EXPECT_EQ(in_excel("som(tlv; soort) + en(a; niet(b))"), "SUM(soort) + AND(a,NOT(b))");
}

TEST(Formula, GivesItsReferences) {
    const auto references = references_of(*parse_formula("a + max(b[-1]; c.so * a)"));
    ASSERT_EQ(references.size(), 4U);
    EXPECT_EQ(references[1].name, "b");
    EXPECT_EQ(references[1].years_back, 1);
    EXPECT_EQ(references[2].members, std::vector<std::string>{"so"});
}

TEST(Formula, ReadsBackEveryTreeItWritesForTenThousandSeeds) {
    for (std::uint32_t seed = 0; seed < 10'000; ++seed) {
        std::mt19937 random(seed);
        const Expression tree = random_tree(random, 4);
        const auto read = parse_formula(to_text(tree));
        ASSERT_TRUE(read.has_value()) << "zaad " << seed << ": " << to_text(tree) << ": " << read.error().found;
        ASSERT_TRUE(*read == tree) << "zaad " << seed << ": " << to_text(tree);
    }
}

}  // namespace begroot::model
