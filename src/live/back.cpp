#include "live/back.hpp"

#include "live/detail/compare_cells.hpp"
#include "live/detail/delta.hpp"
#include "live/detail/edited_inputs.hpp"
#include "live/detail/memory.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

namespace begroot::live {

namespace {

/// Joins the texts of people to the remark of a scenario.
std::string remark_of(const std::vector<Remark>& remarks) {
    std::string all;
    for (const Remark& one : remarks)
        all += (all.empty() ? "" : "\n") + (one.title.empty() ? one.series : one.title) + ": " + one.text;
    return all;
}

/// Reads a fact that is a number.
template <typename Number>
std::optional<Number> whole_fact(const detail::Memory& memory, const char* name) {
    const std::string text = memory.fact(name);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

Finding cannot_be_said(const ExportInput& now, const workbook::Workbook& workbook, model::NodeId node) {
    const model::Node& one = now.graph->nodes[node];
    Finding finding;
    finding.severity = Severity::error;
    finding.kind = "terug_niet_uit_te_drukken";
    finding.place.file = workbook.file;
    finding.found = now.graph->series[one.series].name + " in " + std::to_string(one.year) +
                    " verandert mee op een manier die een scenario niet kan zeggen";
    finding.expected = "hetzelfde cijfer als in de werkmap";
    finding.action = "verander het model zelf";
    return finding;
}

}  // namespace

bool is_export(const workbook::Workbook& workbook) { return detail::find_memory(workbook).has_value(); }

Result<MadeWith> made_with(const workbook::Workbook& workbook) {
    const auto memory = detail::read_memory(workbook);
    if (!memory) return failure(memory.error());
    MadeWith words;
    words.scenario = memory->fact("scenario");
    words.until = memory->fact("tot");
    words.moment = memory->fact("rapportage");
    words.draws = whole_fact<std::int64_t>(*memory, detail::fact_draws).value_or(0);
    words.seed = whole_fact<std::uint64_t>(*memory, detail::fact_seed).value_or(1);
    for (const auto& [name, value] : memory->facts) {
        if (name == "stel") words.changes.push_back(value);
    }
    return words;
}

Result<Back> read_back(const workbook::Workbook& workbook, const ExportInput& now) {
    const auto memory = detail::read_memory(workbook);
    if (!memory) return failure(memory.error());
    const detail::EditedBook book(workbook, *memory);
    auto inputs = detail::edited_inputs(workbook, *memory, book, now);
    if (!inputs) return failure(inputs.error());
    Back back;
    back.shown = memory->scenarios[inputs->chosen.written].second;
    back.inputs = std::move(inputs->inputs);
    back.findings = std::move(inputs->findings);
    Findings of_cells = detail::compare_cells(workbook, book);
    back.findings.insert(back.findings.end(), of_cells.begin(), of_cells.end());
    back.remarks = detail::find_remarks(workbook, book);
    back.scenario.remark = remark_of(back.remarks);
    model::Evaluator wanted(inputs->graph);
    wanted.set_overlay(inputs->overlay);
    const LiveScenario& parent = now.scenarios[inputs->chosen.parent];
    back.scenario.parent = inputs->chosen.parent == 0 ? "" : parent.code;
    const detail::Delta delta = detail::delta_between(*now.graph, parent.overlay, wanted, *now.definition);
    back.scenario.adjustments = delta.adjustments;
    for (const model::NodeId node : delta.left) back.findings.push_back(cannot_be_said(now, workbook, node));
    return back;
}

}  // namespace begroot::live
