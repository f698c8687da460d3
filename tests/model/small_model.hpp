#pragma once
// Small models for tests, written in a few words.

#include "model/graph.hpp"

#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace begroot::model::testing {

/// Writes models without a file.
class SmallModel {
public:
    SmallModel(std::int32_t first, std::int32_t last, std::int32_t base) {
        definition.first_year = first;
        definition.last_year = last;
        definition.base_year = base;
    }

    Variable& variable(VariableKind kind, const std::string& code, const std::string& unit,
                       const std::string& formula = "") {
        Variable made;
        made.kind = kind;
        made.code = code;
        made.title = code;
        made.unit = *parse_unit(unit);
        made.place = {"proef.toml", "", "", static_cast<std::uint32_t>(definition.variables.size() + 1), 1};
        if (!formula.empty()) {
            const auto parsed = parse_formula(formula);
            EXPECT_TRUE(parsed.has_value()) << formula;
            made.formula = *parsed;
            made.formula_text = formula;
            made.formula_place = made.place;
        }
        definition.variables.push_back(std::move(made));
        return definition.variables.back();
    }
    Variable& driver(const std::string& code, const std::string& unit, const std::map<std::int32_t, double>& values,
                     const std::string& formula = "") {
        Variable& made = variable(VariableKind::driver, code, unit, formula);
        give(made, {}, values);
        return made;
    }
    Variable& line(const std::string& code, Side side, const std::string& rubric, const std::string& formula) {
        Variable& made = variable(VariableKind::line, code, "€", formula);
        made.line.side = side;
        made.line.rubric = rubric;
        return made;
    }
    Variable& item(const std::string& code, const std::string& rubric, const std::string& formula,
                   const std::map<std::int32_t, double>& values) {
        Variable& made = variable(VariableKind::balance_item, code, "€", formula);
        made.rubric = rubric;
        if (!values.empty()) give(made, {}, values);
        return made;
    }
    static void give(Variable& variable, std::vector<std::string> members,
                     const std::map<std::int32_t, double>& values) {
        GivenSeries series;
        series.members = std::move(members);
        for (const auto& [year, value] : values) series.values[year].value = value;
        variable.given.push_back(std::move(series));
    }

    [[nodiscard]] Graph graph() const {
        auto compiled = compile(definition);
        if (!compiled) {
            for (const Error& error : compiled.error()) ADD_FAILURE() << to_text(error);
            return {};
        }
        return std::move(*compiled);
    }
    /// Gives all errors of a model that must not compile.
    [[nodiscard]] std::string refusal() const {
        const auto compiled = compile(definition);
        if (compiled) return "";
        std::string text;
        for (const Error& error : compiled.error()) text += to_text(error) + "\n";
        return text;
    }

    Definition definition;
};

/// Finds the node of `name` in a year; fails when there is none.
inline NodeId node(const Graph& graph, std::string_view name, std::int32_t year) {
    const auto series = graph.find_series(name);
    EXPECT_TRUE(series.has_value()) << name;
    if (!series) return no_node;
    const NodeId found = graph.node_of(*series, year);
    EXPECT_NE(found, no_node) << name << "@" << year;
    return found;
}

/// Makes a small partnership: income, deductions over a list, equity, cash and a ratio.
inline SmallModel partnership() {
    SmallModel model(2025, 2034, 2025);
    model.definition.lists.push_back({"categorie", {"laag", "midden", "hoog"}, {}});
    model.driver("leerlingen", "leerling", {{2024, 10000}, {2025, 9900}}, "leerlingen[-1] * 0,99");
    model.driver("index", "1", {{2025, 1.0}}, "index[-1] * 1,03");
    model.driver("bedrag", "€/leerling", {{2025, 700}}, "indexeer(700; index; 2025)");
    Variable& share = model.variable(VariableKind::driver, "deelname", "%", "deelname[-1]");
    share.lists = {"categorie"};
    SmallModel::give(share, {"laag"}, {{2025, 0.02}});
    SmallModel::give(share, {"midden"}, {{2025, 0.004}});
    SmallModel::give(share, {"hoog"}, {{2025, 0.002}});
    Variable& rate = model.variable(VariableKind::driver, "tarief", "€/leerling", "tarief[-1] * 1,03");
    rate.lists = {"categorie"};
    SmallModel::give(rate, {"laag"}, {{2025, 12938.34}});
    SmallModel::give(rate, {"midden"}, {{2025, 21053.23}});
    SmallModel::give(rate, {"hoog"}, {{2025, 31419.53}});
    model.line("bekostiging", Side::income, "3.1", "leerlingen[-1] * bedrag");
    Variable& deduction = model.line("afdracht", Side::expense, "4.5.1", "omhoog(deelname * leerlingen[-1]) * tarief");
    deduction.lists = {"categorie"};
    deduction.line.through_duo = true;
    model.line("staf", Side::expense, "4.1", "300000 * index");
    model.line("rente", Side::expense, "5", "1000,005");
    model.item("eigen_vermogen", "2.1", "eigen_vermogen[-1] + resultaat", {{2024, 800000}});
    model.item("schulden", "2.4", "schulden[-1] * 1,01", {{2024, 200000}});
    model.item("vorderingen", "1.5", "vorderingen[-1]", {{2024, 100000}});
    model.item("liquide_middelen", "1.7", "liquide_middelen[-1] + kasstroom", {{2024, 900000}});
    Variable& excess = model.variable(VariableKind::ratio, "bovenmatig", "€",
                                      "max(0; eigen_vermogen - max(3,5% * bruto_baten; 250000))");
    excess.ratio.signal = *parse_formula("0");
    excess.ratio.signal_text = "0";
    excess.ratio.direction = SignalDirection::above;
    return model;
}

}  // namespace begroot::model::testing
