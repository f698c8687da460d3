// The models that come along: what they compute is what pencil and paper give, in every scenario the balance balances.

#include "model/evaluate.hpp"
#include "model/graph.hpp"
#include "plan/amount.hpp"
#include "scenario/scenario.hpp"
#include "store/model_file.hpp"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

namespace begroot {
namespace {

/// A model of the folder models, computed under one scenario and perhaps a change of the command line.
class Computed {
public:
    explicit Computed(const std::string& name)
        : model_(read(name)), graph_(compiled(*model_.multi_year)), evaluator_(graph_) {}

    void take(const std::string& scenario, const std::string& ad_hoc = "") {
        std::vector<scenario::Adjustment> more;
        if (!ad_hoc.empty()) {
            const auto parsed = scenario::parse_adjustment(ad_hoc, *model_.multi_year, graph_);
            ASSERT_TRUE(parsed) << to_text(parsed.error());
            more.push_back(*parsed);
        }
        const auto adjustments = scenario::flatten(model_.scenarios, scenario, more);
        ASSERT_TRUE(adjustments) << to_text(adjustments.error());
        const auto overlay = scenario::overlay_of(graph_, *adjustments);
        ASSERT_TRUE(overlay) << to_text(overlay.error());
        evaluator_.set_overlay(*overlay);
    }

    /// Gives a figure in its unit, euros for money; not a number when the year has none.
    [[nodiscard]] double value(const std::string& name, std::int32_t year) const {
        const model::NodeId node = find(name, year);
        return node == model::no_node ? std::nan("") : evaluator_.in_unit(node);
    }
    [[nodiscard]] double cents(const std::string& name, std::int32_t year) const {
        const model::NodeId node = find(name, year);
        return node == model::no_node ? std::nan("") : evaluator_.value(node);
    }
    [[nodiscard]] const store::Model& model() const { return model_; }
    [[nodiscard]] const model::Graph& graph() const { return graph_; }
    [[nodiscard]] const model::Evaluator& evaluator() const { return evaluator_; }

private:
    static store::Model read(const std::string& name) {
        auto read = store::read_model(std::string(BEGROOT_SOURCE_DIR) + "/models/" + name);
        if (!read) {
            for (const Error& error : read.error()) ADD_FAILURE() << to_text(error);
            return {};
        }
        return std::move(*read);
    }
    static model::Graph compiled(const model::Definition& definition) {
        auto compiled = model::compile(definition);
        if (!compiled) {
            for (const Error& error : compiled.error()) ADD_FAILURE() << to_text(error);
            return {};
        }
        return std::move(*compiled);
    }
    [[nodiscard]] model::NodeId find(const std::string& name, std::int32_t year) const {
        const auto series = graph_.find_series(name);
        EXPECT_TRUE(series) << name;
        return series ? graph_.node_of(*series, year) : model::no_node;
    }

    store::Model model_;
    model::Graph graph_;
    model::Evaluator evaluator_;
};

constexpr auto partnership = "swv-po-voorbeeld.toml";
constexpr auto sector = "swv-vo-landelijk.toml";

TEST(Partnership, ComputesTheFundingOf2024AsTheRulesSay) {
    const Computed model(partnership);
    EXPECT_EQ(model.cents("licht", 2024), 201'056'000);                 // 9.760 x 206,00
    EXPECT_EQ(model.cents("zwaar", 2024), 507'570'000);                 // 10.000 x 507,57, 490,77 indexed
    EXPECT_EQ(model.cents("afdracht_sbo", 2024), 159'228'480);          // 240 x 6.634,52
    EXPECT_EQ(model.cents("afdracht_so.so.laag", 2024), 207'013'440);   // 160 x 12.938,34
    EXPECT_EQ(model.cents("afdracht_so.so.midden", 2024), 52'633'075);  // 25 x 21.053,23
    EXPECT_EQ(model.cents("afdracht_so.so.hoog", 2024), 109'968'355);   // 35 x 31.419,53
    EXPECT_EQ(model.cents("tussenvoorziening", 2024), 11'200'000);      // 7/12 x 10 + 5/12 x 14 places of 9.600
    EXPECT_NEAR(model.value("netto_licht", 2024), 418'275.20, 1e-6);
    EXPECT_EQ(model.cents("bruto_baten", 2024) - model.cents("netto_baten", 2024), model.cents("afdrachten_duo", 2024));
}

TEST(Partnership, ATenthOfAPointMoreInSoIn2023Costs129383Euros40In2024) {
    Computed model(partnership);
    const double deduction = model.cents("afdracht_so.so.laag", 2024);
    const double result = model.cents("resultaat", 2024);
    model.take("basis", "deelname.so.laag=+0,1pp@2023");
    EXPECT_EQ(model.cents("afdracht_so.so.laag", 2024) - deduction, 12'938'340);
    EXPECT_EQ(model.cents("resultaat", 2024) - result, -12'938'340);
}

TEST(Partnership, StartsEveryGoalAtTheAmountOfItsPlan) {
    const Computed model(partnership);
    for (const Speerpunt& speerpunt : model.model().plan.speerpunten) {
        for (const Goal& goal : speerpunt.goals) {
            std::int64_t cents = 0;
            for (const model::Variable& line : model.model().multi_year->variables) {
                if (line.kind != model::VariableKind::line || line.line.goal != goal.id) continue;
                if (line.line.side == Side::income) continue;
                for (const std::uint32_t series : model.graph().series_of(line.code))
                    cents += std::llround(model.evaluator().value(model.graph().node_of(series, 2024)));
            }
            EXPECT_EQ(number(goal.amount), Money::from_cents(cents)) << goal.id.text();
        }
    }
}

TEST(Partnership, BalancesInEveryYearOfEveryScenario) {
    Computed model(partnership);
    for (const Error& wrong :
         scenario::check_scenarios(model.model().scenarios, *model.model().multi_year, model.graph()))
        ADD_FAILURE() << to_text(wrong);
    for (const scenario::Scenario& one : model.model().scenarios.scenarios) {
        model.take(one.code);
        for (std::int32_t year = 2024; year <= 2034; ++year) {
            EXPECT_EQ(model.cents("balansverschil", year), 0) << one.code << ' ' << year;
            EXPECT_GE(model.value("netto_zwaar", year), 0) << one.code << ' ' << year;
            EXPECT_GE(model.cents("extra_doorbetaling", year), 0) << one.code << ' ' << year;
        }
    }
}

struct Question {
    const char* scenario;
    const char* figure;
    std::int32_t year;
    double difference;  ///< with the model itself
};

constexpr Question questions[] = {
    {"leerlingdaling", "zwaar", 2025, 0},                // counted on 1 February of the year before
    {"leerlingdaling", "zwaar", 2026, -79'805.77},       // 1,5% of 9.940 pupils x 535,25
    {"leerlingdaling", "licht", 2026, -31'613.12},       // 149,1 x 97,6% x 217,24
    {"leerlingdaling", "salarissen.directie", 2034, 0},  // the organisation stays
    {"deelname_stijgt", "afdracht_so.so.laag", 2025, 0},
    {"deelname_stijgt", "afdracht_so.so.laag", 2026, 135'619.37},  // 9,94 pupils x 13.643,80
    {"andere_noemer", "leerlingen_tlv_so", 2025, 5.1481},          // 9.940 x (2,25% / 97,75% - 2,25%)
    {"hogere_indexatie", "zwaar", 2025, 45'064.40},                // 9.970 x (526,99 - 522,47)
    {"meer_plaatsen", "tussenvoorziening", 2025, 28'460.00},       // 5/12 x 6 x 10.040 + 14 x 240
    {"korting_terug", "generieke_korting", 2026, -134'190.00},     // 9.940 x 13,50
    {"korting_terug", "zwaar", 2026, 0},
    {"groep_in_plaats_van_individueel", "groepsarrangementen", 2025, 19'312.50},         // 5/12 x 46.350
    {"groep_in_plaats_van_individueel", "individuele_arrangementen", 2025, -24'033.33},  // 5/12 x 14 x 4.120
    {"verschuiving_van_begin", "resultaat", 2025, 0},                                    // DUO counts on 1 February
    {"verschuiving_van_begin", "resultaat", 2026, 68'708.10},                            // 12 x (13.643,80 - 7.918,125)
    {"verschuiving_van_begin", "verschoven_leerlingen", 2028, 45},                       // 20% of 221,6
    {"verschuiving_van_rest", "verschoven_leerlingen", 2028, 42},                        // 18,55% of 221,6
    {"telfout", "resultaat", 2025, 0},
    {"telfout", "resultaat", 2026, -18'812.25},                 // 25 x (217,24 + 535,25)
    {"vangnet_groei", "vangnet.laag", 2026, 218'300.80},        // 16 x 13.643,80
    {"vangnet_groei", "vangnet_te_betalen", 2026, 240'501.94},  // and 22.201,14 for one pupil in midden
    {"vangnet_groei", "vangnet_te_betalen", 2027, 0},
    {"eigen_aandeel_besturen", "resultaat", 2026, 0},
    {"eigen_aandeel_besturen", "saldo_medeverantwoordelijkheid.bestuur_a", 2026, -112'780.23},
    {"uitgeput", "netto_zwaar", 2026, -1'350'403.88},  // to nothing
    {"uitgeput", "netto_licht", 2026, -438'510.66},    // to nothing
    {"uitgeput", "uitputting", 2026, -1'625'587.12},   // the schools pay it
    {"late_indexatie", "resultaat", 2025, 26'271.41},  // 1,5% of what DUO pays out
    {"late_indexatie", "basisondersteuning.bestuur_a", 2025, 0},
    {"subsidie_weg_personeel_blijft", "resultaat", 2025, 0},
    {"subsidie_weg_personeel_blijft", "resultaat", 2026, -97'129.00},  // 92.000 x 1,03 x 1,025
};

TEST(Partnership, AnswersEveryQuestionAsPencilAndPaperDo) {
    Computed model(partnership);
    for (const Question& asked : questions) {
        model.take("basis");
        const double before = model.value(asked.figure, asked.year);
        model.take(asked.scenario);
        EXPECT_NEAR(model.value(asked.figure, asked.year) - before, asked.difference, 0.0051)
            << asked.scenario << ": " << asked.figure << '@' << asked.year;
    }
}

TEST(Partnership, DrawsTheReserveDownToItsSignalAndNeverBelowItsOwnBuffer) {
    Computed model(partnership);
    model.take("afbouw_reserve");
    EXPECT_EQ(model.value("bovenmatig_vermogen", 2029), 0);
    EXPECT_GT(model.value("bovenmatig_vermogen", 2024), 0);
    // far more than there is: the withdrawal stops at the buffer of last year's end
    model.take("afbouw_reserve", "onttrekking=5000000@2025-");
    EXPECT_EQ(model.cents("extra_doorbetaling", 2025), model.cents("eigen_vermogen", 2024) - 20'000'000);
}

TEST(Sector, GivesTheKengetallenOf2023) {
    const Computed model(sector);
    EXPECT_NEAR(model.value("signaalwaarde_vermogen", 2023), 55'545'000, 1e-3);  // 3,5% of 1.587 million: 55,5
    EXPECT_NEAR(model.value("bovenmatig_vermogen", 2023), 15'455'000, 1e-3);     // 71 - 55,5 = 15,5
    EXPECT_NEAR(model.value("solvabiliteit_2", 2023), 0.467, 0.0005);            // (71 + 7) / 167
    EXPECT_NEAR(model.value("liquiditeit", 2023), 1.82, 0.005);                  // 160 / 88
}

TEST(Sector, GivesThePrintedTotals) {
    const Computed model(sector);
    const double millions = 100e6;  // cents
    EXPECT_EQ(model.cents("totaal_baten", 2023), 1587 * millions);
    EXPECT_EQ(model.cents("totaal_lasten", 2023), 1614 * millions);
    EXPECT_EQ(model.cents("resultaat", 2023), -24 * millions);  // -27 and 3 of interest
    EXPECT_EQ(model.cents("afronding_baten", 2023), 1 * millions);
    for (std::int32_t year = 2017; year <= 2023; ++year) EXPECT_EQ(model.cents("balansverschil", year), 0) << year;
}

TEST(Sector, ShowsWhereTheEquityDoesNotFollowFromTheResult) {
    const Computed model(sector);
    EXPECT_TRUE(std::isnan(model.value("breuk_eigen_vermogen", 2017)));  // nothing is published for the end of 2016
    EXPECT_NEAR(model.value("breuk_eigen_vermogen", 2021), 24e6, 1e-3);  // 133 + 10 = 143 against 119
    for (const std::int32_t year : {2018, 2019, 2020, 2022, 2023})
        EXPECT_LE(model.value("breuk_eigen_vermogen", year), 2e6) << year;  // four rounded figures
}

TEST(Programmabegroting, MovesFivePercentOfTheStartOrOfTheRest) {
    Computed model("almere-programmabegroting-voorbeeld.toml");
    EXPECT_EQ(model.value("verschoven_leerlingen", 2027), 0);
    model.take("verschuiving_van_begin");
    EXPECT_EQ(model.value("verschoven_leerlingen", 2024), 40);   // 5% of 400 + 300 + 40 + 60 = 800
    EXPECT_EQ(model.value("verschoven_leerlingen", 2027), 160);  // 20%
    EXPECT_EQ(model.cents("groepsplekken", 2024), 0);            // a year later
    EXPECT_EQ(model.value("groepen", 2024), 4);                  // 40 / 12 = 3,3
    model.take("verschuiving_van_rest");
    EXPECT_EQ(model.value("verschoven_leerlingen", 2027), 149);  // 18,5%: 148,4
}

TEST(Programmabegroting, CostsTheNationalAmountForATlvAndForAnArrangement) {
    const Computed model("almere-programmabegroting-voorbeeld.toml");
    EXPECT_EQ(model.cents("niveau_tlv.sbo", 2024), 265'380'800);             // 400 x 6.634,52
    EXPECT_EQ(model.cents("niveau_arrangement.so_laag", 2024), 51'753'360);  // 40 x 12.938,34
}

}  // namespace
}  // namespace begroot
