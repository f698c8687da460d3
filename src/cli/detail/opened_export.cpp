#include "cli/detail/opened_export.hpp"

#include <utility>

namespace begroot::cli {

std::expected<OpenedExport, store::ModelErrors> open_export(const workbook::Workbook& workbook,
                                                            const std::string& model, const TableWords& changed,
                                                            const office::OfficeHelp& help) {
    const auto made = live::made_with(workbook);
    if (!made) return std::unexpected(store::ModelErrors{made.error()});
    YearWords words;
    words.scenario = made->scenario;
    words.changes = made->changes;
    words.table.until = made->until;
    words.table.moment = made->moment;
    if (!changed.until.empty() || !changed.moment.empty()) {
        words.table.until = changed.until;
        words.table.moment = changed.moment;
    }
    auto opened = open_years(model, words, help);
    if (!opened) return std::unexpected(std::move(opened.error()));
    const auto chosen = choose_scenario(*opened, words.scenario, words.changes);
    if (!chosen) return std::unexpected(store::ModelErrors{chosen.error()});
    auto input = export_input(*opened, *chosen, words);
    if (!input) return std::unexpected(store::ModelErrors{input.error()});
    input->made_with.draws = made->draws;
    input->made_with.seed = made->seed;
    return OpenedExport{std::move(*opened), std::move(*input)};
}

}  // namespace begroot::cli
