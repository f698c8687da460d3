#include "report/json.hpp"

#include "report/plein013.hpp"

#include <array>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace begroot::report {
namespace {

using namespace test;
using Json = nlohmann::json;

constexpr std::array amount_keys = {"begroot_cent", "begroot_tot_cent", "werkelijk_cent", "verschil_cent",
                                    "prognose_cent"};

void expect_amounts(const Json& json, const char* where) {
    for (const char* key : amount_keys) {
        ASSERT_TRUE(json.contains(key)) << where << " " << key;
        EXPECT_TRUE(json[key].is_null() || json[key].is_number_integer()) << where << " " << key;
    }
}

void expect_skipped(const Json& json) {
    ASSERT_TRUE(json.contains("overgeslagen"));
    for (const char* key : {"pm", "streep", "leeg", "geen_budget"})
        EXPECT_TRUE(json["overgeslagen"].at(key).is_number_integer()) << key;
}

Json table_json(Per per = Per::goal, View view = View::plan) {
    return Json::parse(to_json(facts_of(plein013()), to_august(plein013(), per, view)));
}

Json line_json(const Json& json, const std::string& code) {
    for (const Json& one : json.at("regels")) {
        if (one.at("code") == code) return one;
    }
    return nullptr;
}

TEST(TableJson, HasEveryKeyOfTheContract) {
    for (const View view : all_views) {
        for (const Per per : all_pers) {
            const Json json = table_json(per, view);
            EXPECT_EQ(json.at("organisatie"), "Plein 013");
            EXPECT_EQ(json.at("boekjaar"), 2025);
            EXPECT_EQ(json.at("tot"), "2025-08");
            EXPECT_EQ(json.at("weergave"), view == View::plan ? "plan" : "boeking");
            for (const Json& one : json.at("regels")) {
                for (const char* key : {"niveau", "code", "naam", "begroot_soort", "gedrukt", "omschrijving"})
                    EXPECT_TRUE(one.at(key).is_string()) << key;
                expect_amounts(one, "regel");
                expect_skipped(one);
            }
            expect_amounts(json.at("totaal"), "totaal");
            expect_skipped(json.at("totaal"));
            expect_amounts(json.at("niet_toegewezen"), "niet_toegewezen");
            EXPECT_EQ(json.at("aansluiting").at("grootboek_cent"), -508'786);
            EXPECT_EQ(json.at("aansluiting").at("tabel_cent"), -508'786);
            EXPECT_EQ(json.at("aansluiting").at("sluit"), true);
            EXPECT_EQ(json.at("aansluiting_begroting").at("plan_cent"), 22'300'000);
            EXPECT_EQ(json.at("aansluiting_begroting").at("werkboek_cent"), 22'300'000);
            EXPECT_EQ(json.at("aansluiting_begroting").at("sluit"), true);
            for (const Json& group : json.at("buiten")) {
                EXPECT_TRUE(group.at("reden").is_string());
                EXPECT_TRUE(group.at("aantal").is_number_integer());
                EXPECT_TRUE(group.at("cent").is_number_integer());
            }
        }
    }
}

TEST(TableJson, UsesOnlyTheWordsOfTheContract) {
    std::set<std::string> kinds;
    std::set<std::string> levels;
    const Json json = table_json(Per::goal, View::booking);
    for (const Json& one : json.at("regels")) {
        kinds.insert(one.at("begroot_soort").get<std::string>());
        levels.insert(one.at("niveau").get<std::string>());
    }
    EXPECT_THAT(kinds, testing::ElementsAre("bedrag", "bedrag_gesplitst", "leeg", "pm", "streep"));
    EXPECT_THAT(levels, testing::ElementsAre("doel", "geboekt_elders", "speerpunt"));
}

TEST(TableJson, HoldsTheFiguresOf2025) {
    const Json json = table_json();
    EXPECT_EQ(json.at("totaal").at("overgeslagen"), Json({{"pm", 2}, {"streep", 4}, {"leeg", 3}, {"geen_budget", 0}}));
    EXPECT_EQ(json.at("totaal").at("begroot_cent"), 22'300'000);
    const Json loket = line_json(json, "4.2");
    EXPECT_EQ(loket.at("niveau"), "doel");
    EXPECT_EQ(loket.at("begroot_soort"), "bedrag_gesplitst");
    EXPECT_EQ(loket.at("gedrukt"), "€20.000 Onderwijs Transparant - > 1Loket");
    EXPECT_EQ(loket.at("omschrijving"), "Onderwijs Transparant - > 1Loket");
    EXPECT_EQ(loket.at("begroot_cent"), 2'000'000);
    EXPECT_EQ(loket.at("werkelijk_cent"), 1'294'700);
    EXPECT_EQ(line_json(json, "6").at("begroot_cent"), 4'800'000);
    EXPECT_EQ(line_json(table_json(Per::goal, View::booking), "6").at("begroot_cent"), 5'800'000);
}

TEST(TableJson, SaysNullWhereThereIsNoNumberAndZeroWhereThereIsNoPosting) {
    const Json memo = line_json(table_json(), "1.3");
    EXPECT_EQ(memo.at("begroot_soort"), "pm");
    EXPECT_EQ(memo.at("gedrukt"), "p.m.");
    EXPECT_TRUE(memo.at("begroot_cent").is_null());
    EXPECT_TRUE(memo.at("begroot_tot_cent").is_null());
    EXPECT_TRUE(memo.at("verschil_cent").is_null());
    EXPECT_EQ(memo.at("werkelijk_cent"), 0);
    EXPECT_EQ(memo.at("prognose_cent"), 0);
}

TEST(TableJson, AccountsForEveryRowThatWasRead) {
    const Json json = table_json();
    std::int64_t all = json.at("aansluiting").at("grootboek_cent");
    for (const Json& group : json.at("buiten")) all += group.at("cent").get<std::int64_t>();
    EXPECT_EQ(all, plein013().ledger->source_total.cents());
    EXPECT_EQ(json.at("totaal").at("werkelijk_cent").get<std::int64_t>() +
                  json.at("niet_toegewezen").at("werkelijk_cent").get<std::int64_t>(),
              -508'786);
}

TEST(TableJson, OfAPlanWithoutWorkbooksHasNoTies) {
    const store::Dossier dossier = read_dossier("plein013-2023.toml");
    const Facts facts = facts_of(dossier);
    const Json json = Json::parse(to_json(facts, compare_budget_with_actual(facts, {}).value()));
    EXPECT_EQ(json.at("totaal").at("begroot_cent"), 31'333'300);
    EXPECT_TRUE(json.at("totaal").at("werkelijk_cent").is_null());
    EXPECT_TRUE(json.at("aansluiting").at("sluit").is_null());
    EXPECT_TRUE(json.at("aansluiting_begroting").at("sluit").is_null());
    EXPECT_EQ(line_json(json, "1.1").at("begroot_soort"), "geen_budget");
    EXPECT_EQ(line_json(json, "1.1").at("niveau"), "actielijn");
    EXPECT_EQ(json.at("totaal").at("overgeslagen").at("geen_budget"), 1);
}

TEST(TraceJson, HasEveryKeyOfTheContract) {
    const Facts facts = facts_of(plein013());
    const Json json = Json::parse(to_json(*trace(facts, to_august(plein013()), "4.2", TraceColumn::forecast)));
    EXPECT_EQ(json.at("code"), "4.2");
    EXPECT_EQ(json.at("kolom"), "prognose");
    std::int64_t total = 0;
    for (const Json& item : json.at("posten")) {
        total += item.at("cent").get<std::int64_t>();
        for (const char* key : {"bestand", "blad", "cel", "regel"}) EXPECT_TRUE(item.at(key).is_string()) << key;
        EXPECT_EQ(item.at("sha256").get<std::string>().size(), 64U);
        EXPECT_EQ(item.at("berekend"), false);
    }
    EXPECT_EQ(json.at("cent"), total);
}

TEST(TraceJson, SaysWhichAmountARecalculationGave) {
    Trace trace;
    trace.items = {{Money::from_euros(1), {"b.xlsx", "Lasten", "D14", 0, 0}, "", "", "", "", true}};
    const Json json = Json::parse(to_json(trace));
    EXPECT_EQ(json.at("posten")[0].at("berekend"), true);
    EXPECT_EQ(json.at("posten")[0].at("cel"), "D14");
}

TEST(FindingsJson, HasEveryKeyOfTheContract) {
    const Findings findings{
        {Severity::error, "soort_een", {"a.xlsx", "Blad", "D14", 0, 0}, "gevonden", "verwacht", "doen"},
        {Severity::warning, "soort_twee", {"model.toml", "", "", 12, 3}, "x", "", ""}};
    const Json json = Json::parse(to_json(findings));
    ASSERT_EQ(json.at("bevindingen").size(), 2U);
    EXPECT_EQ(json["bevindingen"][0], Json({{"ernst", "fout"},
                                            {"soort", "soort_een"},
                                            {"bestand", "a.xlsx"},
                                            {"blad", "Blad"},
                                            {"cel", "D14"},
                                            {"gevonden", "gevonden"},
                                            {"verwacht", "verwacht"},
                                            {"actie", "doen"}}));
    EXPECT_EQ(json["bevindingen"][1].at("ernst"), "waarschuwing");
    EXPECT_EQ(json["bevindingen"][1].at("regel"), 12);
    EXPECT_EQ(Json::parse(to_json(Findings{})), Json({{"bevindingen", Json::array()}}));
}

TEST(JoinedJson, KeepsTheOrderOfTheModels) {
    const Json json =
        Json::parse(join_json(std::array<std::string, 2>{R"({"boekjaar":2025})", R"({"boekjaar":2023})"}));
    ASSERT_EQ(json.at("modellen").size(), 2U);
    EXPECT_EQ(json["modellen"][0].at("boekjaar"), 2025);
    EXPECT_EQ(json["modellen"][1].at("boekjaar"), 2023);
}

TEST(JoinedJson, IsLaidOutAsOneDocument) {
    const std::vector<std::string> models{to_json(sample_office().facts(), sample_office().table()), "{}\n"};
    const std::vector<RefusedModel> refused{{"weg.toml", {"weg.toml: het bestand \"weg\"\nbestaat niet"}}};
    nlohmann::ordered_json whole{{"modellen", nlohmann::ordered_json::array()}};
    for (const std::string& model : models) whole["modellen"].push_back(nlohmann::ordered_json::parse(model));
    EXPECT_EQ(join_json(models), whole.dump(2) + "\n");
    whole["geweigerd"] = {{{"bestand", "weg.toml"}, {"meldingen", refused[0].messages}}};
    EXPECT_EQ(join_json(models, refused), whole.dump(2) + "\n");
}

TEST(JoinedJson, HoldsNoModelWhenAllWereRefused) {
    const Json json = Json::parse(join_json({}, std::vector<RefusedModel>{{"weg.toml", {"weg"}}, {"ook.toml", {}}}));
    EXPECT_EQ(json.at("modellen"), Json::array());
    EXPECT_EQ(json.at("geweigerd").size(), 2U);
    EXPECT_EQ(Json::parse(join_json({})), (Json{{"modellen", Json::array()}}));
}

TEST(TableJson, SurvivesTextThatIsNoUtf8) {
    Office office = sample_office();
    office.plan.organisation = "Plein \xff 013";
    EXPECT_THAT(Json::parse(to_json(office.facts(), office.table())).at("organisatie").get<std::string>(),
                testing::StartsWith("Plein "));
}

TEST(TableJson, IsTheSameBytesForTheSameInput) {
    const store::Dossier again = read_dossier("plein013-2025.toml");
    for (const Per per : all_pers) {
        EXPECT_EQ(to_json(facts_of(plein013()), to_august(plein013(), per)),
                  to_json(facts_of(again), to_august(again, per)));
    }
}

}  // namespace
}  // namespace begroot::report
