#include "live/back.hpp"

#include "live/refresh.hpp"
#include "model/small_model.hpp"
#include "workbook/patcher.hpp"
#include "workbook/reader.hpp"
#include "workbook/writer.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

namespace begroot::live {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A partnership with one scenario, exported to a file that goes with it.
struct ExportedBook {
    model::testing::SmallModel model = model::testing::partnership();
    model::Graph graph = model.graph();
    ExportInput input;
    std::filesystem::path path =
        std::filesystem::path(testing::TempDir()) /
        (std::string("back_") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".xlsx");

    ExportedBook() {
        model::Overlay fewer;
        for (std::int32_t year = 2026; year <= 2034; ++year)
            fewer.changes[model::testing::node(graph, "leerlingen", year)] = {
                {model::NodeChange::Kind::multiply, 0.95, model::no_node}};
        input.definition = &model.definition;
        input.graph = &graph;
        input.scenarios = {{"basis", "Het model zelf", "", {}}, {"minder", "Minder leerlingen", "", fewer}};
        input.organisation = "Voorbeeld";
        input.title = "Meerjarenbegroting";
        input.model_file = "proef.toml";
        input.version = "0";
        input.made_with.scenario = "basis";
        EXPECT_TRUE(workbook::write_workbook(to_workbook(input), path).has_value());
    }
    ExportedBook(const ExportedBook&) = delete;
    ExportedBook& operator=(const ExportedBook&) = delete;
    ExportedBook(ExportedBook&&) = delete;
    ExportedBook& operator=(ExportedBook&&) = delete;
    ~ExportedBook() { std::filesystem::remove(path); }

    [[nodiscard]] workbook::Workbook read() const { return *workbook::read_workbook(path, "map.xlsx"); }

    /// Gives where a figure stands.
    [[nodiscard]] std::pair<std::string, CellPlace> place_of(std::string_view series, std::int32_t year) const {
        const LiveMap map = map_of(input);
        const auto row = std::ranges::find(map.rows, series, &LiveRow::series);
        return {row->sheet, {row->row, static_cast<std::uint32_t>(map.first_column + (year - map.first_year))}};
    }

    /// Changes one cell as a person does.
    void edit(const std::string& sheet, CellPlace place, workbook::WrittenValue value) const {
        const workbook::Workbook book = read();
        const auto found =
            std::ranges::find_if(book.sheets, [&](const auto& one) { return one.source->sheet == sheet; });
        const workbook::CellWrite write{static_cast<std::uint32_t>(found - book.sheets.begin()), place,
                                        std::move(value)};
        write_cells({write});
    }

    void write_cells(const std::vector<workbook::CellWrite>& writes) const {
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        const std::span all(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size());
        workbook::PatchOptions options;
        options.overwrite = true;
        const auto plan = workbook::plan_patch(all, read(), writes, options);
        ASSERT_TRUE(plan.has_value()) << to_text(plan.error());
        const auto made = workbook::write_patch(all, *plan);
        ASSERT_TRUE(made.has_value());
        std::ofstream(path, std::ios::binary) << made->bytes;
    }

    /// The same model with another given value, as if somebody changed the file.
    void change_model(std::string_view series, std::int32_t year, double value) {
        graph.nodes[model::testing::node(graph, series, year)].value = value;
    }
};

std::vector<std::string> kinds_of(const Findings& findings) {
    std::vector<std::string> kinds;
    for (const Finding& one : findings) kinds.push_back(one.kind);
    return kinds;
}

TEST(Back, AnUntouchedExportSaysNothing) {
    const ExportedBook book;
    const auto back = read_back(book.read(), book.input);
    ASSERT_TRUE(back.has_value()) << to_text(back.error());
    EXPECT_THAT(back->inputs, IsEmpty());
    EXPECT_THAT(kinds_of(back->findings), IsEmpty());
    EXPECT_THAT(back->scenario.adjustments, IsEmpty());
    EXPECT_EQ(back->shown, "Het model zelf");
}

TEST(Back, AChangedInputBecomesASetOfThatYear) {
    const ExportedBook book;
    const auto [sheet, place] = book.place_of("tarief.laag", 2025);
    book.edit(sheet, place, 777.5);
    const auto back = read_back(book.read(), book.input);
    ASSERT_TRUE(back.has_value()) << to_text(back.error());
    ASSERT_EQ(back->inputs.size(), 1U);
    EXPECT_EQ(back->inputs[0].fate, InputFate::taken);
    EXPECT_EQ(back->inputs[0].now, 777.5);
    ASSERT_FALSE(back->scenario.adjustments.empty());
    EXPECT_EQ(back->scenario.adjustments[0].variable, "tarief");
    EXPECT_EQ(back->scenario.adjustments[0].from, 2025);
    EXPECT_EQ(back->scenario.adjustments[0].amount, 777.5);
}

TEST(Back, TheScenarioGivesTheFiguresOfTheWorkbook) {
    const ExportedBook book;
    const auto [sheet, place] = book.place_of("tarief.laag", 2025);
    book.edit(sheet, place, 777.5);
    book.edit("Scenario's", {4, 1}, std::string("Minder leerlingen"));
    const auto back = read_back(book.read(), book.input);
    ASSERT_TRUE(back.has_value()) << to_text(back.error());
    EXPECT_EQ(back->scenario.parent, "minder");
    model::Graph edited = book.graph;
    edited.nodes[model::testing::node(edited, "tarief.laag", 2025)].value = 777.5;
    model::Evaluator wanted(edited);
    wanted.set_overlay(book.input.scenarios[1].overlay);
    model::Overlay both = book.input.scenarios[1].overlay;
    const auto own = scenario::overlay_of(book.graph, back->scenario.adjustments);
    ASSERT_TRUE(own.has_value());
    for (const auto& [node, changes] : own->changes)
        both.changes[node].insert(both.changes[node].end(), changes.begin(), changes.end());
    model::Evaluator made(book.graph);
    made.set_overlay(both);
    for (model::NodeId node = 0; node < book.graph.nodes.size(); ++node)
        EXPECT_EQ(made.value(node), wanted.value(node)) << book.graph.series[book.graph.nodes[node].series].name;
}

TEST(Back, AModelThatChangedTheSameInputIsAConflict) {
    ExportedBook book;
    const auto [sheet, place] = book.place_of("tarief.laag", 2025);
    book.edit(sheet, place, 777.5);
    book.change_model("tarief.laag", 2025, 700);
    const auto back = read_back(book.read(), book.input);
    ASSERT_TRUE(back.has_value());
    ASSERT_EQ(back->inputs.size(), 1U);
    EXPECT_EQ(back->inputs[0].fate, InputFate::conflict);
    EXPECT_THAT(kinds_of(back->findings), ElementsAre("terug_conflict"));
    EXPECT_THAT(back->scenario.adjustments, IsEmpty());
}

TEST(Back, AnOverwrittenFormulaIsAFindingWithItsCell) {
    const ExportedBook book;
    const auto [sheet, place] = book.place_of("bekostiging", 2026);
    book.edit(sheet, place, 1.0);
    const auto back = read_back(book.read(), book.input);
    ASSERT_TRUE(back.has_value());
    ASSERT_THAT(kinds_of(back->findings), ElementsAre("terug_formule_overschreven"));
    EXPECT_EQ(back->findings[0].place.cell, cell_name(place.row, place.column));
}

TEST(Back, ATextBehindTheYearsBecomesARemark) {
    const ExportedBook book;
    const auto [sheet, place] = book.place_of("tarief.laag", 2034);
    book.edit(sheet, {place.row, place.column + 1}, std::string("volgens de brief van mei"));
    const auto back = read_back(book.read(), book.input);
    ASSERT_TRUE(back.has_value());
    EXPECT_THAT(back->scenario.remark, HasSubstr("volgens de brief van mei"));
    EXPECT_THAT(kinds_of(back->findings), IsEmpty());
}

TEST(Back, TextWhereANumberBelongsIsNotTaken) {
    const ExportedBook book;
    const auto [sheet, place] = book.place_of("tarief.laag", 2025);
    book.edit(sheet, place, std::string("veel"));
    const auto back = read_back(book.read(), book.input);
    ASSERT_TRUE(back.has_value());
    EXPECT_THAT(kinds_of(back->findings), ElementsAre("terug_geen_getal"));
    EXPECT_THAT(back->scenario.adjustments, IsEmpty());
}

TEST(Refresh, AnUntouchedExportOfTheSameModelNeedsNothing) {
    const ExportedBook book;
    const auto refresh = plan_refresh(book.read(), book.input);
    ASSERT_TRUE(refresh.has_value()) << to_text(refresh.error());
    EXPECT_THAT(refresh->writes, IsEmpty());
    EXPECT_THAT(refresh->kept, IsEmpty());
}

TEST(Refresh, WhatTheModelChangedIsWrittenAndWhatPeopleChangedStays) {
    ExportedBook book;
    const auto [sheet, place] = book.place_of("tarief.laag", 2025);
    const auto [other_sheet, other] = book.place_of("index", 2025);
    book.edit(other_sheet, other, 1.5);
    book.change_model("tarief.laag", 2025, 700);
    book.change_model("index", 2025, 1.25);
    const auto refresh = plan_refresh(book.read(), book.input);
    ASSERT_TRUE(refresh.has_value()) << to_text(refresh.error());
    const auto figures = refresh->writes.size() - refresh->remembered;
    EXPECT_EQ(figures, 1U);
    EXPECT_EQ(std::get<double>(refresh->writes[0].value), 700);
    EXPECT_EQ(refresh->writes[0].place, place);
    ASSERT_EQ(refresh->kept.size(), 1U);
    EXPECT_EQ(refresh->kept[0].of_model, "1.25");
    book.write_cells(refresh->writes);
    const auto again = plan_refresh(book.read(), book.input);
    ASSERT_TRUE(again.has_value());
    EXPECT_THAT(again->writes, IsEmpty());
}

TEST(Refresh, RowsThatTheModelHasMoreAreRefused) {
    ExportedBook book;
    book.input.scenarios.push_back({"meer", "Meer leerlingen", "", {}});
    const auto refresh = plan_refresh(book.read(), book.input);
    ASSERT_FALSE(refresh.has_value());
    EXPECT_THAT(refresh.error().found, HasSubstr("meer"));
}

}  // namespace

}  // namespace begroot::live
