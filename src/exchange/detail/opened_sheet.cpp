#include "exchange/detail/opened_sheet.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/sheet_report.hpp"

#include <algorithm>
#include <utility>

namespace begroot::exchange::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;
using workbook::Sheet;

std::string sheet_names(const workbook::Workbook& workbook) {
    std::string names;
    for (const Sheet& sheet : workbook.sheets) names += (names.empty() ? "" : ", ") + sheet.source->sheet;
    return names;
}

Error no_sheet(const workbook::Workbook& workbook, std::string found) {
    return {ErrorKind::input,
            {workbook.file, "", "", 0, 0},
            std::move(found),
            "een van de bladen " + sheet_names(workbook),
            "noem in het model het blad dat gelezen moet worden"};
}

/// Chooses the sheet that the model names, or the first visible one with a header.
Result<std::pair<const Sheet*, Header>> choose(const workbook::Workbook& workbook, const std::string& name,
                                               const HeadSearch& search) {
    HeaderFailure closest{0, no_sheet(workbook, "geen zichtbaar blad heeft een kopregel")};
    bool known = false;
    for (const Sheet& sheet : workbook.sheets) {
        if (name.empty() ? sheet.visibility != workbook::Visibility::visible
                         : normalise(sheet.source->sheet) != normalise(name))
            continue;
        known = true;
        auto header = find_header(SheetGrid(sheet), search);
        if (header) return std::pair(&sheet, std::move(*header));
        if (!name.empty() || header.error().recognised > closest.recognised) closest = std::move(header).error();
    }
    if (!name.empty() && !known) return failure(no_sheet(workbook, "blad \"" + name + "\" bestaat niet"));
    return failure(std::move(closest.error));
}

std::optional<Error> refuse_personal_data(const SheetGrid& grid, const Header& header) {
    for (const Head& head : header.heads) {
        if (std::ranges::find(personal_heads, head.key) == personal_heads.end()) continue;
        return Error{ErrorKind::input, to_place(grid.origin(header.row, head.column)),
                     "kolom \"" + head.shown + "\" bevat persoonsgegevens", "een export zonder gegevens van leerlingen",
                     "verwijder de kolom en lever het bestand opnieuw aan"};
    }
    return std::nullopt;
}

std::optional<Error> unknown_meaning(const SourceSettings& settings, std::span<const HeadRule> rules,
                                     const std::string& file) {
    for (const auto& [meaning, head] : settings.columns) {
        if (std::ranges::find(rules, meaning, &HeadRule::meaning) != rules.end()) continue;
        std::string known;
        for (const HeadRule& rule : rules) known += (known.empty() ? "" : ", ") + std::string(rule.meaning);
        return Error{ErrorKind::input,
                     {file, "", "", 0, 0},
                     "het model noemt een kolom voor \"" + meaning + "\"",
                     "een van " + known,
                     "verbeter de naam onder kolommen in het model"};
    }
    return std::nullopt;
}

}  // namespace

Result<OpenedSheet> open_sheet(const workbook::Workbook& workbook, const SourceSettings& settings, Shape shape,
                               std::span<const HeadRule> rules) {
    const Profile* profile = find_profile(settings.profile);
    if (profile == nullptr || profile->shape != shape) {
        return failure({ErrorKind::input,
                        {workbook.file, "", "", 0, 0},
                        "profiel \"" + settings.profile + "\" past hier niet",
                        profile_names(shape),
                        "verbeter het profiel in het model"});
    }
    if (auto error = unknown_meaning(settings, rules, workbook.file)) return failure(std::move(*error));
    auto chosen = choose(workbook, settings.sheet, {rules, settings.columns, settings.year.year, settings.header_row});
    if (!chosen) return failure(std::move(chosen).error());
    const SheetGrid grid(*chosen->first);
    Header header = std::move(chosen->second);
    if (auto error = refuse_personal_data(grid, header)) return failure(std::move(*error));
    ReadReport report{chosen->first->source->sheet, header.row, {}, {}, {}};
    report_hidden(grid, header, report.findings);
    std::vector<std::uint32_t> wanted_columns;
    for (std::size_t m = 0; m < rules.size(); ++m) {
        if (!header.columns[m]) continue;
        report.columns.emplace(rules[m].meaning, header.columns[m]->head);
        if (rules[m].amount) wanted_columns.push_back(header.columns[m]->column);
    }
    AmountReader amounts(grid, {header.first_row, wanted_columns, settings.decimal_mark, settings.unit.value_or(1)},
                         report.findings);
    OpenedSheet opened{grid, std::move(header), std::move(amounts), std::move(report)};
    report_unused(opened);
    return opened;
}

Error no_rows(const OpenedSheet& opened, std::string found) {
    return {ErrorKind::input, to_place(opened.grid.origin(opened.header.row, 0)),
            std::move(found) + " onder deze kopregel", "rijen met een rekening en een bedrag",
            "controleer of het goede blad is gekozen"};
}

bool repeats_header(const OpenedSheet& opened, std::uint32_t row) {
    std::size_t same = 0;
    std::size_t known = 0;
    for (const auto& column : opened.header.columns) {
        if (!column) continue;
        ++known;
        const Cell* cell = opened.grid.find(row, column->column);
        if (cell != nullptr && normalise(shown_text(*cell)) == normalise(column->head)) ++same;
    }
    return same >= 2 && same * 2 >= known;
}

}  // namespace begroot::exchange::detail
