#include "live/detail/chosen.hpp"

#include "base/nearest.hpp"
#include "live/detail/compare_cells.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace begroot::live::detail {

namespace {

/// Where the drop-down is now.
struct DropDown {
    const EditedSheet* sheet = nullptr;
    std::optional<CellPlace> place;
};

DropDown find_drop_down(const EditedBook& book) {
    for (const EditedSheet& sheet : book.sheets()) {
        for (const WrittenInput& input : sheet.written().inputs) {
            if (input.series.empty()) return {&sheet, sheet.now(input.place)};
        }
    }
    return {};
}

Error wrong_choice(const workbook::Workbook& workbook, const DropDown& at) {
    Error error;
    error.place.file = workbook.file;
    if (at.sheet != nullptr && at.place) error.place = place_in(workbook, *at.sheet, *at.place);
    return error;
}

Error unknown_choice(Error error, const Memory& memory, const std::string& title) {
    std::vector<std::string> titles;
    titles.reserve(memory.scenarios.size());
    for (const auto& [code, one] : memory.scenarios) titles.push_back(one);
    const auto meant = nearest(title, titles);
    error.found = title.empty() ? "er is geen scenario gekozen" : "\"" + title + "\" is geen scenario van de werkmap";
    error.expected = "\"" + meant.value_or(titles.front()) + "\"";
    error.action = "kies een scenario uit de lijst";
    return error;
}

std::optional<std::size_t> position_of(const ExportInput& now, const std::string& code) {
    const auto found = std::ranges::find(now.scenarios, code, &LiveScenario::code);
    if (found == now.scenarios.end()) return std::nullopt;
    return static_cast<std::size_t>(found - now.scenarios.begin());
}

}  // namespace

Result<Chosen> find_chosen(const workbook::Workbook& workbook, const Memory& memory, const EditedBook& book,
                           const ExportInput& now) {
    const DropDown at = find_drop_down(book);
    const workbook::Cell* cell = at.sheet == nullptr || !at.place ? nullptr : at.sheet->cell(*at.place);
    const std::string title = cell == nullptr ? "" : std::string(cell->text());
    const auto found = std::ranges::find(memory.scenarios, title, &std::pair<std::string, std::string>::second);
    if (found == memory.scenarios.end()) return failure(unknown_choice(wrong_choice(workbook, at), memory, title));
    const auto today = position_of(now, found->first);
    if (!today) {
        Error error = wrong_choice(workbook, at);
        error.found = "het gekozen scenario \"" + found->first + "\" staat niet meer in het model";
        error.expected = "een scenario van het model";
        error.action = "kies een ander scenario in de werkmap, of zet het terug in het model";
        return failure(std::move(error));
    }
    const bool is_ad_hoc = found->first == ad_hoc_scenario;
    const std::size_t parent = is_ad_hoc ? position_of(now, now.made_with.scenario).value_or(0) : *today;
    return Chosen{static_cast<std::size_t>(found - memory.scenarios.begin()), *today, parent};
}

}  // namespace begroot::live::detail
