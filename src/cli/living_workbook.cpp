#include "cli/living_workbook.hpp"

#include "store/atomic_file.hpp"
#include "workbook/writer.hpp"

#include <algorithm>
#include <utility>

namespace begroot::cli {

Result<live::ExportInput> export_input(const YearModel& model, const ChosenScenario& chosen, const YearWords& words) {
    const store::Model& file = model.dossier->model;
    live::ExportInput input;
    input.definition = &model.definition();
    input.graph = model.graph.get();
    input.organisation = file.plan.organisation;
    input.title = "Meerjarenbegroting";
    input.model_file = file.file;
    input.model_sha256 = file.sha256;
    for (const store::IncludedFile& included : file.included)
        input.sources.emplace_back(included.file, included.sha256);
    for (const store::ReadSource& source : model.dossier->sources)
        input.sources.emplace_back(source.file, source.sha256);
    input.version = BEGROOT_VERSION;
    input.made_with = {words.scenario, words.changes, words.table.until, words.table.moment};
    input.scenarios.push_back({std::string(scenario::base_name), "Het model zelf", "", {}});
    for (const scenario::Scenario& one : file.scenarios.scenarios) {
        auto laid = choose_scenario(model, one.code, {});
        if (!laid) return failure(std::move(laid.error()));
        input.scenarios.push_back({one.code, one.title, one.remark, std::move(laid->overlay)});
    }
    const auto found = std::ranges::find(input.scenarios, chosen.name, &live::LiveScenario::code);
    if (found == input.scenarios.end()) {  // changed for this time: a scenario of its own
        input.scenarios.push_back({live::ad_hoc_scenario, chosen.name, "", chosen.overlay});
        input.chosen = input.scenarios.size() - 1;
    } else {
        input.chosen = static_cast<std::size_t>(found - input.scenarios.begin());
    }
    return input;
}

Result<void> write_living_workbook(const YearModel& model, const ChosenScenario& chosen, const YearWords& words,
                                   const std::string& output) {
    const auto input = export_input(model, chosen, words);
    if (!input) return failure(input.error());
    const GridBook book = live::to_workbook(*input);
    workbook::WorkbookProperties properties;
    properties.created = Day{model.definition().base_year, 1, 1};
    return store::write_atomically(
        output, [&](const std::filesystem::path& path) { return workbook::write_workbook(book, path, properties); });
}

}  // namespace begroot::cli
